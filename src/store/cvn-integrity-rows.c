/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-integrity-rows"

#include "cvn-integrity-private.h"
#include "cvn-kind-sql.h"

#include <glib/gi18n-lib.h>

#define ROWS_BETWEEN_LOOKS 4096

/* How many rows of all kinds together have been looked at. */
typedef struct
{
  gint64 done;
  gint64 total;
} Progress;

static gboolean
look_up (CvnCheck *check,
         Progress *progress,
         GError  **error)
{
  if (++progress->done % ROWS_BETWEEN_LOOKS != 0)
    return TRUE;
  cvn_check_tell (check, CVN_INTEGRITY_ROWS_FROM +
                           (CVN_INTEGRITY_ROWS_TO - CVN_INTEGRITY_ROWS_FROM) * (double) progress->done / (double) progress->total);
  return !g_cancellable_set_error_if_cancelled (check->cancellable, error);
}

static void
add_fault (CvnCheck  *check,
           CvnRecord *record)
{
  const CvnKind   *kind = cvn_record_get_kind (record);
  g_autofree char *title = cvn_reader_dup_record_title (check->reader, record, check->language);

  cvn_check_add (check, CVN_FAULT_ROW, kind, cvn_record_get_id (record),
                 g_strdup_printf (_("“%s” in the register “%s” is not as this program wrote it (%s)."), title, _(kind->label_plural), cvn_record_get_id (record)),
                 _("Compare it with its history, correct it and save it; or put back a backup from before the change."));
}

static gboolean
check_kind (CvnCheck      *check,
            const CvnKind *kind,
            Progress      *progress,
            GError       **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\" ORDER BY \"seq\"", cvn_kind_sql_get (kind)->columns, kind->name);
  g_autoptr (CvnStatement) statement = cvn_db_prepare (check->reader->db, sql, error);
  guint    n_faults = 0;
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  while (n_faults < CVN_INTEGRITY_MAX_FAULTS && cvn_statement_step (statement, &has_row, error))
    {
      g_autoptr (CvnRecord) record = NULL;

      if (!has_row)
        return TRUE;
      record = cvn_kind_sql_read_record (kind, statement, 0);
      if ((gint64) cvn_record_hash (record) != cvn_kind_sql_read_hash (kind, statement, 0))
        {
          add_fault (check, record);
          n_faults++;
        }
      if (!look_up (check, progress, error))
        return FALSE;
    }
  return n_faults == CVN_INTEGRITY_MAX_FAULTS;
}

static gboolean
count_rows (CvnCheck *check,
            gint64   *total,
            GError  **error)
{
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);

  *total = 0;
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", kinds[i]->name);
      gint64           n = 0;

      if (!cvn_db_get_integer (check->reader->db, sql, &n, error))
        return FALSE;
      *total += n;
    }
  return TRUE;
}

/** cvn_check_rows: calculates the hash of every row again. */
gboolean
cvn_check_rows (CvnCheck *check,
                GError  **error)
{
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);
  Progress              progress = { 0, 0 };

  if (!count_rows (check, &progress.total, error))
    return FALSE;
  for (guint i = 0; i < n_kinds; i++)
    if (!check_kind (check, kinds[i], &progress, error))
      return FALSE;
  return TRUE;
}
