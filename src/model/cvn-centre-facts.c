/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-centre-facts"

#include "cvn-centre-facts.h"

#include "cvn-centre.h"
#include "cvn-record.h"
#include "cvn-rows.h"
#include "cvn-sync-state.h"

#include <glib/gi18n-lib.h>

/** cvn_centre_question_new: the facts are asked for as seen on the day @today, with @year in focus; with @counts also what wants attention. */
CvnCentreQuestion *
cvn_centre_question_new (int         year,
                         const char *today,
                         gboolean    counts)
{
  CvnCentreQuestion *question = g_new0 (CvnCentreQuestion, 1);

  question->year = year;
  question->today = g_strdup (today);
  question->counts = counts;
  return question;
}

/** cvn_centre_question_free: frees @question. */
void
cvn_centre_question_free (CvnCentreQuestion *question)
{
  g_free (question->today);
  g_free (question);
}

static gboolean
read_name (CvnReader      *reader,
           CvnCentreFacts *facts,
           GCancellable   *cancellable,
           GError        **error)
{
  const CvnKind *kind = cvn_kind_find ("centre");
  g_autoptr (CvnQuery) query = cvn_query_new (kind);
  g_autoptr (GArray) seqs = cvn_reader_list (reader, query, cancellable, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (seqs == NULL)
    return FALSE;
  if (seqs->len == 0)
    return TRUE;
  rows = cvn_reader_get_rows (reader, kind, &g_array_index (seqs, gint64, 0), 1, error);
  if (rows == NULL)
    return FALSE;
  if (rows->len > 0 && g_ptr_array_index (rows, 0) != NULL)
    {
      CvnRecord *centre = g_ptr_array_index (rows, 0);

      facts->name = cvn_reader_dup_record_title (reader, centre, cvn_interface_language ());
      facts->viewed_on = g_strdup (cvn_record_get_text (centre, "viewed_on"));
    }
  return TRUE;
}

static gboolean
read_years (CvnReader                *reader,
            const CvnFigureArguments *arguments,
            CvnCentreFacts           *facts,
            GError                  **error)
{
  g_autoptr (CvnTable) years = cvn_reader_figure (reader, "years", arguments, error);

  if (years == NULL)
    return FALSE;
  facts->first_year = facts->last_year = (int) g_ascii_strtoll (arguments->today, NULL, 10);
  if (cvn_table_get_n_rows (years) > 0 && cvn_table_get_integer (years, 0, "first") > 0)
    {
      facts->first_year = (int) cvn_table_get_integer (years, 0, "first");
      facts->last_year = (int) cvn_table_get_integer (years, 0, "last");
    }
  return TRUE;
}

static gboolean
count_matters (CvnReader                *reader,
               const CvnFigureArguments *arguments,
               CvnCentreFacts           *facts,
               GError                  **error)
{
  g_autoptr (CvnTable) matters = cvn_reader_figure (reader, "attention", arguments, error);

  if (matters == NULL)
    return FALSE;
  for (guint i = 0; i < cvn_table_get_n_rows (matters); i++)
    {
      const CvnKind *kind = cvn_kind_find (cvn_table_get_text (matters, i, "kind"));

      if (kind != NULL)
        facts->n_open[kind->area]++;
    }
  return TRUE;
}

/* Before anything is exchanged, what the server said last time holds. */
static gboolean
is_reader (CvnReader *reader)
{
  g_autofree char *role = cvn_sync_state_dup (reader, CVN_SYNC_ROLE);

  return g_strcmp0 (role, "board") == 0;
}

/* What each kind that names the codes of some choice calls them. */
static gboolean
read_names (CvnReader      *reader,
            CvnCentreFacts *facts,
            GError        **error)
{
  facts->names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint k = 0; k < cvn_n_kinds; k++)
    for (guint i = 0; i < cvn_kinds[k]->n_fields; i++)
      {
        const char *named_by = cvn_kinds[k]->fields[i].named_by;
        GPtrArray  *names;

        if (named_by == NULL || g_hash_table_contains (facts->names, named_by))
          continue;
        names = cvn_rows_list_names (reader, &cvn_kinds[k]->fields[i], error);
        if (names == NULL)
          return FALSE;
        g_hash_table_insert (facts->names, (gpointer) named_by, names);
      }
  return TRUE;
}

/**
 * cvn_centre_facts_read:
 * @data: a #CvnCentreQuestion
 *
 * The facts of the file behind @reader, a #CvnReadFunc; any thread.
 *
 * Returns: (transfer full): the facts; a file without years has the year of today only
 */
gpointer
cvn_centre_facts_read (CvnReader    *reader,
                       gpointer      data,
                       GCancellable *cancellable,
                       GError      **error)
{
  const CvnCentreQuestion *question = data;
  CvnFigureArguments       arguments = { .year = question->year, .today = question->today };
  g_autoptr (CvnCentreFacts) facts = g_new0 (CvnCentreFacts, 1);

  if (!read_name (reader, facts, cancellable, error))
    return NULL;
  /* A file that is kept as it was counts its deadlines from that day. */
  if (facts->viewed_on != NULL)
    arguments.today = facts->viewed_on;
  if (!read_years (reader, &arguments, facts, error) || !read_names (reader, facts, error) ||
      (question->counts && !count_matters (reader, &arguments, facts, error)))
    return NULL;
  facts->year = question->year;
  facts->counted = question->counts;
  facts->reader = is_reader (reader);
  return g_steal_pointer (&facts);
}

/** cvn_centre_facts_free: frees @facts. */
void
cvn_centre_facts_free (CvnCentreFacts *facts)
{
  g_free (facts->name);
  g_free (facts->viewed_on);
  g_clear_pointer (&facts->names, g_hash_table_unref);
  g_free (facts);
}

/** cvn_centre_facts_dup_step: (transfer full) (nullable): "Undo Edit “Gemeente Leiden”"; NULL when there is nothing to take back or do again. */
char *
cvn_centre_facts_dup_step (CvnStore *store,
                           gboolean  redo)
{
  CvnAction        action;
  const CvnKind   *kind = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *label = NULL;
  gboolean         found = FALSE;

  if (store != NULL && !cvn_store_is_read_only (store))
    found = redo ? cvn_store_get_redo (store, &action, &kind, &subject) : cvn_store_get_undo (store, &action, &kind, &subject);
  if (!found)
    return NULL;
  label = cvn_action_dup_label (action, kind, subject);
  /* Translators: %s is what was done, such as: Edit “Gemeente Leiden” */
  return redo ? g_strdup_printf (_("Redo %s"), label) : g_strdup_printf (_("Undo %s"), label);
}
