/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-renewed-rules"

#include "cvn-renewed-rules.h"

#include "cvn-centre.h"
#include "cvn-money.h"
#include "cvn-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
drop_ended (GPtrArray  *rules,
            const char *end)
{
  for (guint i = rules->len; i > 0; i--)
    {
      const char *rule_end = cvn_record_get_text (rules->pdata[i - 1], "end_date");

      if (rule_end != NULL && (end == NULL || strcmp (rule_end, end) < 0))
        g_ptr_array_remove_index (rules, i - 1);
    }
}

static CvnRecord *
new_rule (CvnRecord  *commitment,
          const char *method)
{
  CvnRecord *rule = cvn_record_new (cvn_kind_find ("contribution_rule"));

  cvn_record_set_text (rule, "agreement", cvn_record_get_text (commitment, "agreement"));
  cvn_record_set_text (rule, "start_date", cvn_record_get_text (commitment, "start_date"));
  cvn_record_set_text (rule, "method", method);
  cvn_record_set_text (rule, "vat_category", cvn_record_get_text (commitment, "vat_category"));
  return rule;
}

/* What a commitment for some months comes to in a whole year, half a cent away from zero. */
static gint64
get_year_amount (CvnRecord *commitment)
{
  CvnDate from = cvn_rows_get_date (commitment, "start_date");
  CvnDate until = cvn_rows_get_date (commitment, "end_date");
  gint64  months = until.month - from.month + 1;
  gint64  amount = cvn_record_get_integer (commitment, "amount");

  return (amount * 24 + (amount < 0 ? -months : months)) / (2 * months);
}

/* The total of the key by which inhabitants shared the year's sum, as it was divided then; 0 when no key says so. */
static gboolean
find_key_total (CvnReader *reader,
                CvnRecord *commitment,
                gint64    *total,
                GError   **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("allocation_line"));
  g_autoptr (GPtrArray) lines = NULL;

  cvn_query_add_text (query, "organisation", CVN_MATCH_EQUAL, cvn_record_get_text (commitment, "organisation"));
  cvn_query_add_integer (query, "year", CVN_MATCH_EQUAL, cvn_record_get_integer (commitment, "year"));
  cvn_query_add_text (query, "method", CVN_MATCH_EQUAL, "inhabitants");
  lines = cvn_rows_list (reader, query, error);
  *total = lines != NULL && lines->len == 1 ? cvn_record_get_integer (lines->pdata[0], "total") : 0;
  return lines != NULL;
}

/* One rule divides what all that go by inhabitants share. */
static gboolean
add_shared (CvnReader *reader,
            GPtrArray *rules,
            CvnRecord *commitment,
            gint64     sum,
            GError   **error)
{
  g_autoptr (CvnRecord) rule = new_rule (commitment, "inhabitants");
  gint64 total;

  if (!find_key_total (reader, commitment, &total, error))
    return FALSE;
  cvn_record_set_integer (rule, "total", total != 0 ? total : sum);
  g_ptr_array_add (rules, g_steal_pointer (&rule));
  return TRUE;
}

static void
add_fixed (GPtrArray *rules,
           CvnRecord *commitment)
{
  CvnRecord *rule = new_rule (commitment, "fixed");

  cvn_record_set_text (rule, "organisation", cvn_record_get_text (commitment, "organisation"));
  cvn_record_set_integer (rule, "fixed", get_year_amount (commitment));
  g_ptr_array_add (rules, rule);
}

static gboolean
is_alike (CvnRecord  *a,
          CvnRecord  *b,
          const char *field)
{
  return g_strcmp0 (cvn_record_get_text (a, field), cvn_record_get_text (b, field)) == 0;
}

/* Of each party and basis the last commitment, in the agreement's last year. */
static GPtrArray *
find_last_commitments (CvnReader *reader,
                       CvnRecord *agreement,
                       GError   **error)
{
  g_autoptr (GPtrArray) all = cvn_rows_find (reader, "commitment", "agreement", cvn_record_get_id (agreement), error);
  GPtrArray *last = all != NULL ? g_ptr_array_new_with_free_func (g_object_unref) : NULL;
  gint64     year = 0;

  for (guint i = 0; last != NULL && i < all->len; i++)
    year = MAX (year, cvn_record_get_integer (all->pdata[i], "year"));
  for (guint i = 0; last != NULL && i < all->len; i++)
    {
      CvnRecord *commitment = all->pdata[i];
      gboolean   is_last = cvn_record_get_integer (commitment, "year") == year && cvn_record_get_integer (commitment, "amount") > 0;

      for (guint j = 0; j < all->len && is_last; j++)
        is_last = !is_alike (commitment, all->pdata[j], "organisation") || !is_alike (commitment, all->pdata[j], "basis") ||
                  g_strcmp0 (cvn_record_get_text (all->pdata[j], "start_date"), cvn_record_get_text (commitment, "start_date")) <= 0;
      if (is_last)
        g_ptr_array_add (last, g_object_ref (commitment));
    }
  return last;
}

/* An agreement that came from elsewhere has commitments and keys, but no rules: the rules are what those tell. */
static gboolean
add_told (CvnReader *reader,
          CvnRecord *agreement,
          GPtrArray *rules,
          GError   **error)
{
  g_autoptr (GPtrArray) commitments = find_last_commitments (reader, agreement, error);
  CvnRecord *shared = NULL;
  gint64     sum = 0;

  for (guint i = 0; commitments != NULL && i < commitments->len; i++)
    if (g_strcmp0 (cvn_record_get_text (commitments->pdata[i], "basis"), "inhabitants") != 0)
      add_fixed (rules, commitments->pdata[i]);
    else
      {
        shared = commitments->pdata[i];
        sum += get_year_amount (shared);
      }
  return commitments != NULL && (shared == NULL || add_shared (reader, rules, shared, sum, error));
}

/**
 * cvn_renewed_rules_find:
 *
 * The contribution rules of @agreement that held until it ended. An agreement without rules gets them from the commitments and
 * keys of its last year: the total of the key that went by inhabitants, and the amount a year of any other party.
 *
 * Returns: (transfer full) (element-type CvnRecord): NULL on error; the rules of the latter sort have no id
 */
GPtrArray *
cvn_renewed_rules_find (CvnReader *reader,
                        CvnRecord *agreement,
                        GError   **error)
{
  g_autoptr (GPtrArray) rules = cvn_rows_find (reader, "contribution_rule", "agreement", cvn_record_get_id (agreement), error);

  if (rules == NULL)
    return NULL;
  drop_ended (rules, cvn_record_get_text (agreement, "end_date"));
  if (rules->len == 0 && !add_told (reader, agreement, rules, error))
    return NULL;
  return g_steal_pointer (&rules);
}

static char *
say_amount (CvnRecord *rule)
{
  static const char *const fields[] = { "total", "rate", "fixed" };
  g_autofree char         *amount = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields) && amount == NULL; i++)
    if (cvn_record_has (rule, fields[i]))
      amount = cvn_money_format_euro (cvn_record_get_integer (rule, fields[i]), cvn_interface_language ());
  /* Translators: an amount */
  return amount != NULL ? g_strdup_printf (_("%s a year"), amount) : g_strdup ("");
}

/** cvn_renewed_rules_describe: (transfer full): whose rule it is, its method and amount, in the language of the interface. */
char *
cvn_renewed_rules_describe (CvnReader *reader,
                            CvnRecord *rule)
{
  const CvnKind   *kind = cvn_record_get_kind (rule);
  const CvnChoice *choice = cvn_field_find_choice (&kind->fields[cvn_kind_find_field (kind, "method")], cvn_record_get_text (rule, "method"));
  const char      *party = cvn_record_get_text (rule, "organisation");
  g_autofree char *name = NULL;
  g_autofree char *amount = say_amount (rule);
  const char      *method = choice != NULL ? _(choice->label) : "";

  if (party == NULL)
    /* Translators: a method and an amount: By inhabitants: €120,000.00 a year */
    return g_strdup_printf (_("%1$s: %2$s"), method, amount);
  name = cvn_reader_dup_title (reader, cvn_kind_find ("organisation"), party, cvn_interface_language ());
  /* Translators: a party, a method and an amount: Leiden University: Fixed amount, €36,400.00 a year */
  return g_strdup_printf (_("%1$s: %2$s, %3$s"), name, method, amount);
}
