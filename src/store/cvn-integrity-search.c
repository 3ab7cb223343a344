/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-integrity-search"

#include "cvn-integrity-private.h"

#include "cvn-error.h"
#include "cvn-search-index.h"
#include "cvn-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * What the search box looks in is derived from the records: nothing is lost with it, but what it does not know is not found.
 * SQLite's own check of its word index writes, which nobody who only looks may do; so each document is looked up here by the
 * longest of its words.
 */

#define SQL_DOCUMENTS "SELECT seq, title, text FROM search_document ORDER BY seq"
#define SQL_KNOWS     "SELECT 1 FROM search_words WHERE search_words MATCH ?1 AND rowid = ?2"
#define SQL_STRAY     "SELECT (SELECT count(*) FROM search_document AS d WHERE NOT EXISTS (SELECT 1 FROM search_grams_docsize AS g WHERE g.id = d.seq))" \
                  " + (SELECT count(*) FROM search_grams_docsize AS g WHERE NOT EXISTS (SELECT 1 FROM search_document AS d WHERE d.seq = g.id))"         \
                  " + (SELECT count(*) FROM search_words_docsize AS w WHERE NOT EXISTS (SELECT 1 FROM search_document AS d WHERE d.seq = w.id))"

static void
add_fault (CvnCheck      *check,
           const CvnKind *kind,
           char          *message)
{
  cvn_check_add (check, CVN_FAULT_SEARCH, kind, NULL, message,
                 _("No record is lost by it, but some are not found. Make the words anew: convenant --rebuild-search, with the file after --file."));
}

/* What was added or deleted by another program is named with the journal already; that its words do not follow is no second fault. */
static gboolean
is_named (CvnCheck      *check,
          const CvnKind *kind)
{
  for (guint i = 0; i < check->faults->len; i++)
    if (((CvnFault *) g_ptr_array_index (check->faults, i))->kind == kind)
      return TRUE;
  return FALSE;
}

/* How many documents each kind has, by its name. */
static GHashTable *
count_documents (CvnCheck *check,
                 GError  **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (CvnStatement) statement = cvn_db_prepare (check->reader->db, "SELECT kind, count(*) FROM search_document GROUP BY kind", error);
  gboolean has_row = FALSE;

  while (statement != NULL && cvn_statement_step (statement, &has_row, error))
    {
      gint64      n = has_row ? cvn_statement_get_integer (statement, 1) : 0;
      const char *kind = has_row ? cvn_statement_get_text (statement, 0) : NULL;

      if (!has_row)
        return g_steal_pointer (&counts);
      /* Only a damaged page has none. */
      if (kind != NULL)
        g_hash_table_insert (counts, g_strdup (kind), g_memdup2 (&n, sizeof n));
    }
  return NULL;
}

static gboolean
check_kind (CvnCheck      *check,
            const CvnKind *kind,
            GHashTable    *counts,
            GError       **error)
{
  g_autofree char *all = g_strdup_printf ("SELECT count(*) FROM \"%s\"", kind->name);
  g_autofree char *missing = g_strdup_printf ("SELECT count(*) FROM \"%s\" AS t WHERE NOT EXISTS"
                                              " (SELECT 1 FROM search_document AS d WHERE d.record_id = t.id AND d.kind = '%s')",
                                              kind->name, kind->name);
  const gint64    *n_documents = g_hash_table_lookup (counts, kind->name);
  gint64           n_records = 0;
  gint64           n_missing = 0;
  gint64           n_surplus;

  if (!cvn_db_get_integer (check->reader->db, all, &n_records, error) || !cvn_db_get_integer (check->reader->db, missing, &n_missing, error))
    return FALSE;
  n_surplus = (n_documents != NULL ? *n_documents : 0) - (n_records - n_missing);
  if (n_missing > 0)
    add_fault (check, kind, g_strdup_printf (ngettext ("Search does not know %1$lld record of the register “%2$s”.", "Search does not know %1$lld records of the register “%2$s”.", (gulong) n_missing), (long long) n_missing, _(kind->label_plural)));
  if (n_surplus > 0)
    add_fault (check, kind, g_strdup_printf (ngettext ("Search knows %1$lld record of the register “%2$s” that is not there.", "Search knows %1$lld records of the register “%2$s” that are not there.", (gulong) n_surplus), (long long) n_surplus, _(kind->label_plural)));
  return TRUE;
}

static gboolean
check_kinds (CvnCheck *check,
             GError  **error)
{
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);
  g_autoptr (GHashTable) counts = count_documents (check, error);
  gboolean behind = FALSE;

  if (counts == NULL || !cvn_search_index_is_behind (check->reader->db, &behind, error))
    return FALSE;
  /* Changes that wait to be taken in, as after a crash, are no fault. */
  for (guint k = 0; k < n_kinds && !behind; k++)
    if ((kinds[k]->flags & CVN_KIND_BULK) == 0 && !is_named (check, kinds[k]) && !check_kind (check, kinds[k], counts, error))
      return FALSE;
  return TRUE;
}

/* The longest run of plain letters and digits that is a word by itself, quoted; NULL if there is none. */
static char *
dup_longest_word (const char *text)
{
  const char *longest = NULL;
  gsize       most = 0;
  const char *at = text;

  while (*at != '\0')
    {
      const char *start = at;
      gboolean    plain = TRUE;

      while (g_ascii_isalnum (*at) || ((guchar) *at) >= 0x80)
        plain = ((guchar) *at++) < 0x80 && plain;
      if (plain && (gsize) (at - start) > most)
        {
          most = (gsize) (at - start);
          longest = start;
        }
      if (*at != '\0')
        at++;
    }
  return most > 0 ? g_strdup_printf ("\"%.*s\"", (int) most, longest) : NULL;
}

static gboolean
knows (CvnStatement *look_up,
       gint64        seq,
       const char   *text,
       gboolean     *known,
       GError      **error)
{
  g_autofree char *word = text != NULL ? dup_longest_word (text) : NULL;

  *known = TRUE;
  if (word == NULL)
    return TRUE;
  cvn_statement_bind (look_up, "si", word, seq);
  if (!cvn_statement_step (look_up, known, error))
    return FALSE;
  cvn_statement_reset (look_up);
  return TRUE;
}

static gboolean
count_unknown (CvnCheck *check,
               gint64   *n,
               GError  **error)
{
  g_autoptr (CvnStatement) documents = cvn_db_prepare (check->reader->db, SQL_DOCUMENTS, error);
  g_autoptr (CvnStatement) look_up = documents != NULL ? cvn_db_prepare (check->reader->db, SQL_KNOWS, error) : NULL;
  gboolean has_row = FALSE;

  if (look_up == NULL)
    return FALSE;
  while (cvn_statement_step (documents, &has_row, error))
    {
      gint64   seq = cvn_statement_get_integer (documents, 0);
      gboolean in_title = TRUE;
      gboolean in_text = TRUE;

      if (!has_row)
        return TRUE;
      if (!knows (look_up, seq, cvn_statement_get_text (documents, 1), &in_title, error) || !knows (look_up, seq, cvn_statement_get_text (documents, 2), &in_text, error))
        return FALSE;
      *n += !in_title || !in_text;
    }
  return FALSE;
}

static gboolean
check_words (CvnCheck *check,
             GError  **error)
{
  gint64 n_unknown = 0;
  gint64 n_stray = 0;

  if (!count_unknown (check, &n_unknown, error) || !cvn_db_get_integer (check->reader->db, SQL_STRAY, &n_stray, error))
    return FALSE;
  n_unknown = MAX (n_unknown, n_stray);
  if (n_unknown > 0)
    add_fault (check, NULL, g_strdup_printf (ngettext ("The words of %lld record that search goes by are damaged.", "The words of %lld records that search goes by are damaged.", (gulong) n_unknown), (long long) n_unknown));
  return TRUE;
}

/** cvn_check_search: search knows every record, no other ones, and finds them by their words. */
gboolean
cvn_check_search (CvnCheck *check,
                  GError  **error)
{
  g_autoptr (GError) problem = NULL;
  guint n_before = check->faults->len;

  if (!check_kinds (check, error))
    return FALSE;
  /* Where documents are missing, so are their words; one sentence about it is enough. */
  if (check->faults->len > n_before || check_words (check, &problem))
    return TRUE;
  if (!g_error_matches (problem, CVN_ERROR, CVN_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  /* Unlike other damage, this one can be mended without a backup. */
  add_fault (check, NULL, g_strdup (_("The words that search goes by cannot be read.")));
  return TRUE;
}

/** cvn_integrity_rebuild_search: a #CvnWriteFunc: makes what the search box looks in anew, from the records. No record changes. */
gboolean
cvn_integrity_rebuild_search (CvnWriter    *writer,
                              gpointer      data,
                              GCancellable *cancellable,
                              GError      **error)
{
  return cvn_search_index_rebuild (cvn_writer_get_reader (writer), cancellable, error);
}
