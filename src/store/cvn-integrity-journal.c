/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-integrity-journal"

#include "cvn-integrity-private.h"
#include "cvn-journal.h"
#include "cvn-marker.h"

#include <glib/gi18n-lib.h>

/* Rows added less rows deleted must be the rows that are there. */
#define SQL_KNOWN                                                       \
  "SELECT coalesce(sum(CASE WHEN before IS NULL THEN n ELSE 0 END), 0)" \
  " - coalesce(sum(CASE WHEN after IS NULL THEN n ELSE 0 END), 0)"      \
  " FROM journal_change WHERE kind = ?1"
/* The chain does not notice that its last entries are gone; what they changed still is there. */
#define SQL_MISSING "SELECT coalesce(min(journal_no), 0) FROM journal_change WHERE journal_no NOT IN (SELECT no FROM journal)"
#define SQL_HASH    "SELECT hash FROM journal WHERE no = ?1"

static gboolean
check_chain (CvnCheck *check,
             GError  **error)
{
  gint64 wrong = 0;

  if (!cvn_journal_verify (check->reader->db, &wrong, check->cancellable, error))
    return FALSE;
  if (wrong == 0 && !cvn_db_get_integer (check->reader->db, SQL_MISSING, &wrong, error))
    return FALSE;
  if (wrong != 0)
    cvn_check_add (check, CVN_FAULT_JOURNAL, NULL, NULL,
                   g_strdup_printf (_("The journal was changed: entry %lld is not as it was written, or entries before it are missing."), (long long) wrong),
                   _("Put back a backup from before the change; the history after this entry cannot be trusted."));
  return TRUE;
}

static void
add_lost (CvnCheck *check,
          gint64    acknowledged)
{
  cvn_check_add (check, CVN_FAULT_LOST, NULL, NULL,
                 g_strdup_printf (_("The file is older than your last work: change %lld was saved and is not in it."), (long long) acknowledged),
                 _("Look for a newer copy of the file or its log (the file with -wal at the end), or put back the last backup."));
}

/* Somebody else remembers the last change that was acknowledged: it must be in the journal, with the same hash. */
static gboolean
check_marker (CvnCheck *check,
              GError  **error)
{
  gint64           acknowledged = 0;
  gboolean         has_row = FALSE;
  g_autofree char *hash = NULL;
  g_autoptr (CvnStatement) statement = NULL;

  if (!cvn_marker_read (cvn_db_get_path (check->reader->db), &acknowledged, &hash) || acknowledged == 0)
    return TRUE;
  statement = cvn_db_prepare (check->reader->db, SQL_HASH, error);
  if (statement == NULL)
    return FALSE;
  cvn_statement_bind (statement, "i", acknowledged);
  if (!cvn_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row || !g_str_has_prefix (cvn_statement_get_text (statement, 0), hash))
    add_lost (check, acknowledged);
  return TRUE;
}

static gboolean
count_known (CvnCheck      *check,
             const CvnKind *kind,
             gint64        *n,
             GError       **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (check->reader->db, SQL_KNOWN, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  cvn_statement_bind (statement, "s", kind->name);
  if (!cvn_statement_step (statement, &has_row, error))
    return FALSE;
  *n = cvn_statement_get_integer (statement, 0);
  return TRUE;
}

/* A row that was put in or taken out behind the program's back has no entry. */
static gboolean
check_numbers (CvnCheck *check,
               GError  **error)
{
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", kinds[i]->name);
      gint64           there = 0;
      gint64           known = 0;

      if (!cvn_db_get_integer (check->reader->db, sql, &there, error) || !count_known (check, kinds[i], &known, error))
        return FALSE;
      if (there != known)
        cvn_check_add (check, CVN_FAULT_JOURNAL, kinds[i], NULL,
                       g_strdup_printf (_("The register “%s” has %lld rows, but by the journal there should be %lld."), _(kinds[i]->label_plural), (long long) there, (long long) known),
                       _("Another program added or deleted rows: put back a backup from before, or enter again what is missing."));
    }
  return TRUE;
}

/** cvn_check_journal: the chain of the journal, the last acknowledged change, and the number of rows it accounts for. */
gboolean
cvn_check_journal (CvnCheck *check,
                   GError  **error)
{
  return check_chain (check, error) && check_marker (check, error) && check_numbers (check, error);
}
