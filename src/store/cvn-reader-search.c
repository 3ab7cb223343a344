/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-reader-search"

#include "cvn-reader.h"

#include "cvn-reader-private.h"
#include "cvn-search-typos.h"
#include "cvn-search-words.h"

/* Newest first, straight off the index: ranking would have to look at every text that has the words. */
#define SQL_FIND                                                                                  \
  "SELECT d.kind, d.record_id, snippet(search_words, -1, '', '', '…', 12)"                      \
  " FROM search_words JOIN search_document AS d ON d.seq = search_words.rowid"                    \
  " WHERE search_words MATCH ?1 AND (?2 IS NULL OR d.kind = ?2) ORDER BY search_words.rowid DESC" \
  " LIMIT ?3"

/*
 * Whoever types a name means the partner, the person or the event called so before the invoices and bank lines that
 * mention it. These kinds have few records, so the join begins with them.
 */
#define SQL_FIND_NAMED                                                                                                    \
  "SELECT d.kind, d.record_id, NULL FROM search_document AS d"                                                            \
  " WHERE d.kind IN ('organisation', 'contact', 'agreement', 'programme', 'event', 'project')"                            \
  " AND d.seq IN (SELECT rowid FROM search_words WHERE search_words MATCH ?1)"                                            \
  " ORDER BY CASE d.kind WHEN 'organisation' THEN 1 WHEN 'contact' THEN 2 WHEN 'agreement' THEN 3 ELSE 4 END, d.seq DESC" \
  " LIMIT ?2"

/* Leaves room for what else there is. */
#define MAX_NAMED 8

#define SQL_NAME "SELECT kind, record_id, NULL FROM search_document WHERE seq = ?1 AND (?2 IS NULL OR kind = ?2)"

typedef struct
{
  CvnReader     *reader;
  const CvnKind *kind; /* NULL: all */
  CvnLanguage    language;
  guint          limit;
  GPtrArray     *hits;
} Search;

static gboolean
has_hit (GPtrArray     *hits,
         const CvnKind *kind,
         const char    *id)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const CvnSearchHit *hit = g_ptr_array_index (hits, i);

      if (hit->kind == kind && g_str_equal (hit->id, id))
        return TRUE;
    }
  return FALSE;
}

/* Reads rows of kind, id, words around what was found. A kind of a later version of the program is passed over. */
static gboolean
add_hits (Search       *search,
          CvnStatement *statement,
          GError      **error)
{
  gboolean has_row;

  while (cvn_statement_step (statement, &has_row, error))
    {
      const CvnKind *kind;
      const char    *id;
      CvnSearchHit  *hit;

      if (!has_row)
        return TRUE;
      kind = cvn_kind_find (cvn_statement_get_text (statement, 0));
      id = cvn_statement_get_text (statement, 1);
      if (kind == NULL || search->hits->len >= search->limit || has_hit (search->hits, kind, id))
        continue;
      hit = g_new0 (CvnSearchHit, 1);
      hit->kind = kind;
      hit->id = g_strdup (id);
      hit->title = cvn_reader_dup_title (search->reader, kind, id, search->language);
      hit->found = g_strdup (cvn_statement_get_text (statement, 2));
      g_ptr_array_add (search->hits, hit);
    }
  return FALSE;
}

static gboolean
find_named (Search     *search,
            const char *words,
            GError    **error)
{
  g_autofree char *match = cvn_search_words_match (words, TRUE);
  g_autofree char *in_title = g_strdup_printf ("title : (%s)", match);
  g_autoptr (CvnStatement) statement = cvn_db_prepare (search->reader->db, SQL_FIND_NAMED, error);

  if (statement == NULL)
    return FALSE;
  cvn_statement_bind_text (statement, 1, in_title);
  cvn_statement_bind_integer (statement, 2, MIN (search->limit, MAX_NAMED));
  return add_hits (search, statement, error);
}

static gboolean
find_words (Search     *search,
            const char *words,
            gboolean    complete,
            GError    **error)
{
  g_autofree char *match = cvn_search_words_match (words, complete);
  g_autoptr (CvnStatement) statement = cvn_db_prepare (search->reader->db, SQL_FIND, error);

  if (statement == NULL)
    return FALSE;
  cvn_statement_bind_text (statement, 1, match);
  cvn_statement_bind_text (statement, 2, search->kind != NULL ? search->kind->name : NULL);
  cvn_statement_bind_integer (statement, 3, search->limit);
  return add_hits (search, statement, error);
}

static gboolean
find_typos (Search     *search,
            const char *words,
            GError    **error)
{
  g_autoptr (GArray) rows = cvn_search_typos_find (search->reader->db, words, error);
  g_autoptr (CvnStatement) statement = cvn_db_prepare (search->reader->db, SQL_NAME, error);

  if (rows == NULL || statement == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len && search->hits->len < search->limit; i++)
    {
      cvn_statement_bind_integer (statement, 1, g_array_index (rows, gint64, i));
      cvn_statement_bind_text (statement, 2, search->kind != NULL ? search->kind->name : NULL);
      if (!add_hits (search, statement, error))
        return FALSE;
      cvn_statement_reset (statement);
    }
  return TRUE;
}

/**
 * cvn_reader_search:
 * @words: what a person typed, whatever it is
 * @kind: (nullable): only records of this kind
 * @limit: the most hits wanted
 * @language: of the titles
 * @cancellable: (nullable): gives up when the next letter is typed
 *
 * Finds the records that have all words, without regard to accents and case, and then those in which the last word is the
 * beginning of one; the newest first of each. When all kinds are searched, partners, persons and events called so come first. With room left, records follow whose title has words that look like those of four letters and more.
 *
 * Returns: (transfer full) (element-type CvnSearchHit): the hits, none for nothing but punctuation; NULL on error
 */
GPtrArray *
cvn_reader_search (CvnReader     *self,
                   const char    *words,
                   const CvnKind *kind,
                   guint          limit,
                   CvnLanguage    language,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autofree char *match = cvn_search_words_match (words, TRUE);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_search_hit_free);
  Search search = { self, kind, language, limit, hits };

  if (match == NULL)
    return g_steal_pointer (&hits);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (cancellable != NULL)
    cvn_db_set_cancellable (self->db, cancellable);
  if (kind == NULL && !find_named (&search, words, error))
    return NULL;
  /* Whole words first: their places are at hand, while all words with one beginning have to be gathered. */
  if (!find_words (&search, words, FALSE, error) || (hits->len < limit && !find_words (&search, words, TRUE, error)))
    return NULL;
  if (hits->len < limit && !find_typos (&search, words, error))
    return NULL;
  cvn_reader_tell_apart (self, hits, language);
  return g_steal_pointer (&hits);
}
