/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-integrity"

#include "cvn-integrity.h"

#include "cvn-error.h"
#include "cvn-integrity-private.h"

#include <glib/gi18n-lib.h>

/* SQLite looks at its pages and indexes, not at what the rows say: a flipped bit in a text is none of its business. */
#define SQL_FILE "PRAGMA integrity_check(20)"

/** cvn_fault_free: frees @fault. */
void
cvn_fault_free (CvnFault *fault)
{
  g_free (fault->id);
  g_free (fault->message);
  g_free (fault->proposal);
  g_free (fault);
}

/** cvn_check_add: notes a fault; @message is taken over. Returns: (transfer none): the fault */
CvnFault *
cvn_check_add (CvnCheck      *check,
               CvnFaultType   type,
               const CvnKind *kind,
               const char    *id,
               char          *message,
               const char    *proposal)
{
  CvnFault *fault = g_new0 (CvnFault, 1);

  fault->type = type;
  fault->kind = kind;
  fault->id = g_strdup (id);
  fault->message = message;
  fault->proposal = g_strdup (proposal);
  g_ptr_array_add (check->faults, fault);
  return fault;
}

/** cvn_check_tell: says how far the check is, from 0 to 1. */
void
cvn_check_tell (CvnCheck *check,
                double    fraction)
{
  if (check->progress != NULL)
    check->progress (fraction, check->data);
}

static gboolean
check_file (CvnCheck *check,
            GError  **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (check->reader->db, SQL_FILE, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  while (cvn_statement_step (statement, &has_row, error))
    {
      const char *answer;

      if (!has_row)
        return TRUE;
      answer = cvn_statement_get_text (statement, 0);
      if (g_strcmp0 (answer, "ok") != 0)
        cvn_check_add (check, CVN_FAULT_FILE, NULL, NULL, g_strdup_printf (_("The file is damaged: %s."), answer),
                       _("Stop working in this file and put back the last backup that is whole."));
    }
  return FALSE;
}

typedef gboolean (*PartFunc) (CvnCheck *check, GError **error);

static const struct
{
  PartFunc run;
  double   until; /* how far the check is after it */
} parts[] = {
  { check_file, CVN_INTEGRITY_ROWS_FROM },
  { cvn_check_rows, CVN_INTEGRITY_ROWS_TO },
  { cvn_check_journal, 0.9 },
  { cvn_check_references, 0.95 },
  { cvn_check_sums, 0.97 },
  { cvn_check_search, 1 },
};

/* What cannot be read for damage is a finding; anything else ends the check. */
static gboolean
run_part (CvnCheck *check,
          PartFunc  run,
          GError  **error)
{
  g_autoptr (GError) problem = NULL;

  if (run (check, &problem))
    return TRUE;
  if (!g_error_matches (problem, CVN_ERROR, CVN_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  cvn_check_add (check, CVN_FAULT_FILE, NULL, NULL, g_strdup (problem->message),
                 _("Stop working in this file and put back the last backup that is whole."));
  return TRUE;
}

static gboolean
run_parts (CvnCheck *check,
           GError  **error)
{
  cvn_check_tell (check, 0);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (!run_part (check, parts[i].run, error))
        return FALSE;
      cvn_check_tell (check, parts[i].until);
    }
  return TRUE;
}

/**
 * cvn_integrity_check:
 * @progress: (nullable): told how far the check is, on the reader's thread
 * @cancellable: (nullable): gives up
 *
 * Reads the whole file and looks for what no database notices by itself: rows that were changed by something else, a
 * journal that was touched up, changes that were acknowledged and are gone, references that lead nowhere, sums that do not
 * add up, records that search does not know. Nothing is written. A million rows take a few seconds.
 *
 * Returns: (transfer full) (element-type CvnFault): the faults, none in a sound file; NULL on error
 */
GPtrArray *
cvn_integrity_check (CvnReader      *reader,
                     CvnProgressFunc progress,
                     gpointer        data,
                     GCancellable   *cancellable,
                     GError        **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_fault_free);
  CvnCheck check = { reader, faults, progress, data, cancellable, CVN_LANGUAGE_EN };

  /* The sentences are in the language of the process, so the titles within them are too. */
  if (g_str_has_prefix (g_get_language_names ()[0], "nl"))
    check.language = CVN_LANGUAGE_NL;
  if (cancellable != NULL)
    cvn_db_set_cancellable (reader->db, cancellable);
  return run_parts (&check, error) ? g_steal_pointer (&faults) : NULL;
}
