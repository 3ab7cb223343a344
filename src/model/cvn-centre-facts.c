/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-centre-facts"

#include "cvn-centre-facts.h"

#include "cvn-centre.h"
#include "cvn-record.h"

/* The year of the record at one end of the list of @kind, ordered by its field "year"; 0 when there is none. */
static gboolean
read_end (CvnReader     *reader,
          const CvnKind *kind,
          gboolean       last,
          GCancellable  *cancellable,
          int           *year,
          GError       **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (kind);
  g_autoptr (GArray) seqs = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  *year = 0;
  cvn_query_add (query, "year", CVN_MATCH_NOT_EMPTY, NULL);
  cvn_query_set_sort (query, "year", last);
  seqs = cvn_reader_list (reader, query, cancellable, error);
  if (seqs == NULL)
    return FALSE;
  if (seqs->len == 0)
    return TRUE;
  rows = cvn_reader_get_rows (reader, kind, &g_array_index (seqs, gint64, 0), 1, error);
  if (rows == NULL)
    return FALSE;
  if (rows->len > 0)
    *year = (int) cvn_record_get_integer (g_ptr_array_index (rows, 0), "year");
  return TRUE;
}

static gboolean
read_years (CvnReader      *reader,
            CvnCentreFacts *facts,
            GCancellable   *cancellable,
            GError        **error)
{
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      int first;
      int last;

      if ((kinds[i]->flags & CVN_KIND_BULK) != 0 || cvn_kind_find_field (kinds[i], "year") < 0)
        continue;
      if (!read_end (reader, kinds[i], FALSE, cancellable, &first, error) ||
          !read_end (reader, kinds[i], TRUE, cancellable, &last, error))
        return FALSE;
      if (first > 0 && (facts->first_year == 0 || first < facts->first_year))
        facts->first_year = first;
      if (last > facts->last_year)
        facts->last_year = last;
    }
  return TRUE;
}

static gboolean
read_name (CvnReader      *reader,
           CvnCentreFacts *facts,
           GCancellable   *cancellable,
           GError        **error)
{
  const CvnKind *kind = cvn_kind_find ("centre");
  g_autoptr (CvnQuery) query = NULL;
  g_autoptr (GArray) seqs = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (kind == NULL)
    return TRUE;
  query = cvn_query_new (kind);
  seqs = cvn_reader_list (reader, query, cancellable, error);
  if (seqs == NULL)
    return FALSE;
  if (seqs->len == 0)
    return TRUE;
  rows = cvn_reader_get_rows (reader, kind, &g_array_index (seqs, gint64, 0), 1, error);
  if (rows == NULL)
    return FALSE;
  if (rows->len > 0)
    facts->name = cvn_reader_dup_record_title (reader, g_ptr_array_index (rows, 0), cvn_interface_language ());
  return TRUE;
}

/**
 * cvn_centre_facts_read: the facts of the file behind @reader, a #CvnReadFunc; any thread.
 *
 * Returns: (transfer full): the facts; a file without years has this year only
 */
gpointer
cvn_centre_facts_read (CvnReader    *reader,
                       gpointer      data,
                       GCancellable *cancellable,
                       GError      **error)
{
  g_autoptr (CvnCentreFacts) facts = g_new0 (CvnCentreFacts, 1);

  if (!read_name (reader, facts, cancellable, error) || !read_years (reader, facts, cancellable, error))
    return NULL;
  if (facts->first_year == 0)
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();

      facts->first_year = facts->last_year = g_date_time_get_year (now);
    }
  return g_steal_pointer (&facts);
}

/** cvn_centre_facts_free: frees @facts. */
void
cvn_centre_facts_free (CvnCentreFacts *facts)
{
  g_free (facts->name);
  g_free (facts);
}
