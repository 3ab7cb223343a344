/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-integrity-sums"

#include "cvn-integrity-private.h"
#include "cvn-money.h"

#include <glib/gi18n-lib.h>

#define SQL_SUMMARY                                                                                  \
  "SELECT month, municipality, sum(count), sum(n) FROM ("                                            \
  "SELECT month, municipality, group_code, n_rows AS n, count, paid_count FROM registration_summary" \
  " UNION ALL "                                                                                      \
  "SELECT month, municipality, target_group, -count(*), -sum(count), -sum(coalesce(paid_count, 0))"  \
  " FROM registration_count GROUP BY month, municipality, target_group)"                             \
  " GROUP BY month, municipality, group_code HAVING sum(n) <> 0 OR sum(count) <> 0 OR sum(paid_count) <> 0 LIMIT 100"

#define SQL_INSTALMENTS                                                            \
  "SELECT c.id, c.amount, sum(i.amount) FROM commitment AS c JOIN instalment AS i" \
  " ON i.commitment = c.id GROUP BY c.id HAVING sum(i.amount) <> c.amount LIMIT 100"

/* All lines of a key carry its total: one that differs is as wrong as a sum that does. */
#define SQL_ALLOCATION                                                           \
  "SELECT min(id), max(total), sum(amount), allocation_key FROM allocation_line" \
  " GROUP BY allocation_key HAVING sum(amount) <> max(total) OR min(total) <> max(total) LIMIT 100"

#define SQL_NUMBERS                                                        \
  "SELECT max(id), count(*), number FROM invoice WHERE number IS NOT NULL" \
  " GROUP BY number HAVING count(*) > 1 LIMIT 100"

typedef void (*AddFunc) (CvnCheck *check, CvnStatement *row);

static void
add_summary (CvnCheck     *check,
             CvnStatement *row)
{
  const CvnKind   *organisation = cvn_kind_find ("organisation");
  gint64           month = cvn_statement_get_integer (row, 0);
  g_autofree char *title = cvn_reader_dup_title (check->reader, organisation, cvn_statement_get_text (row, 1), check->language);

  cvn_check_add (check, CVN_FAULT_SUM, cvn_kind_find ("registration_count"), NULL,
                 g_strdup_printf (_("The total of the registrations of %s in %04d-%02d is not the sum of its rows."), title, (int) (month / 12), (int) (month % 12 + 1)),
                 _("Look through the rows of that month; saving one of them again does not mend the total, a backup from before does."));
}

static void
add_instalments (CvnCheck     *check,
                 CvnStatement *row)
{
  const CvnKind   *kind = cvn_kind_find ("commitment");
  const char      *id = cvn_statement_get_text (row, 0);
  g_autofree char *title = cvn_reader_dup_title (check->reader, kind, id, check->language);
  g_autofree char *amount = cvn_money_format_euro (cvn_statement_get_integer (row, 1), check->language);
  g_autofree char *sum = cvn_money_format_euro (cvn_statement_get_integer (row, 2), check->language);

  cvn_check_add (check, CVN_FAULT_SUM, kind, id,
                 g_strdup_printf (_("The instalments of “%s” add up to %s, but the commitment is %s."), title, sum, amount),
                 _("Correct the instalments or the commitment, so that they are equal."));
}

static void
add_allocation (CvnCheck     *check,
                CvnStatement *row)
{
  g_autofree char *total = cvn_money_format_euro (cvn_statement_get_integer (row, 1), check->language);
  g_autofree char *sum = cvn_money_format_euro (cvn_statement_get_integer (row, 2), check->language);

  cvn_check_add (check, CVN_FAULT_SUM, cvn_kind_find ("allocation_line"), cvn_statement_get_text (row, 0),
                 g_strdup_printf (_("The lines of allocation key “%s” add up to %s, but the total to divide is %s."), cvn_statement_get_text (row, 3), sum, total),
                 _("Correct the lines of the key or its total, so that they are equal."));
}

static void
add_number (CvnCheck     *check,
            CvnStatement *row)
{
  cvn_check_add (check, CVN_FAULT_SUM, cvn_kind_find ("invoice"), cvn_statement_get_text (row, 0),
                 g_strdup_printf (_("More than one invoice has the number %s."), cvn_statement_get_text (row, 2)),
                 _("Give one of them the number that was sent to the customer, and take back the other with a credit note."));
}

static const struct
{
  const char *sql;
  AddFunc     add;
} sums[] = {
  { SQL_SUMMARY, add_summary },
  { SQL_INSTALMENTS, add_instalments },
  { SQL_ALLOCATION, add_allocation },
  { SQL_NUMBERS, add_number },
};

static gboolean
check_sum (CvnCheck   *check,
           const char *sql,
           AddFunc     add,
           GError    **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (check->reader->db, sql, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  while (cvn_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      add (check, statement);
    }
  return FALSE;
}

/** cvn_check_sums: summaries, instalments, allocation keys and invoice numbers are right. */
gboolean
cvn_check_sums (CvnCheck *check,
                GError  **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    if (!check_sum (check, sums[i].sql, sums[i].add, error))
      return FALSE;
  return TRUE;
}
