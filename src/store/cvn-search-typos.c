/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-search-typos"

#include "cvn-search-typos.h"

#include "cvn-search-words.h"

/* A word of three letters is like too many others. */
#define MIN_LETTERS 4
#define MAX_GRAMS   16
/* The newest titles looked at for each three letters: bounds the work, whatever the number of texts. */
#define MAX_TITLES 150
/* Of these, those that share most are compared letter by letter. */
#define MAX_COMPARED 80

#define SQL_TITLES "SELECT rowid FROM search_grams WHERE search_grams MATCH ?1 ORDER BY rowid DESC LIMIT ?2"
#define SQL_TITLE  "SELECT title FROM search_document WHERE seq = ?1"

typedef struct
{
  gint64 row;
  guint  weight;   /* of the three letters in a row that the title has too: rare ones say more */
  guint  distance; /* letters to mend, over all words */
} Candidate;

static gboolean
find_rows (CvnDb      *db,
           const char *gram,
           GArray     *found,
           GError    **error)
{
  g_autofree char *match = g_strdup_printf ("\"%s\"", gram);
  g_autoptr (CvnStatement) statement = cvn_db_prepare (db, SQL_TITLES, error);
  gboolean has_row;

  g_array_set_size (found, 0);
  if (statement == NULL)
    return FALSE;
  cvn_statement_bind_text (statement, 1, match);
  cvn_statement_bind_integer (statement, 2, MAX_TITLES);
  while (cvn_statement_step (statement, &has_row, error))
    {
      gint64 row;

      if (!has_row)
        return TRUE;
      row = cvn_statement_get_integer (statement, 0);
      g_array_append_val (found, row);
    }
  return FALSE;
}

static void
add_rows (GArray     *found,
          GHashTable *rows)
{
  /* A list that was cut off says little, for it has only the newest titles of many. */
  guint weight = found->len >= MAX_TITLES ? 1 : 4 + 4 * g_bit_storage (MAX_TITLES / MAX (found->len, 1));

  for (guint i = 0; i < found->len; i++)
    {
      gint64     row = g_array_index (found, gint64, i);
      Candidate *shared = g_hash_table_lookup (rows, &row);

      if (shared == NULL)
        {
          shared = g_new0 (Candidate, 1);
          shared->row = row;
          g_hash_table_insert (rows, &shared->row, shared);
        }
      shared->weight += weight;
    }
}

static int
compare_shared (gconstpointer a,
                gconstpointer b)
{
  const Candidate *left = a;
  const Candidate *right = b;

  if (left->weight != right->weight)
    return left->weight > right->weight ? -1 : 1;
  return left->row > right->row ? -1 : left->row < right->row;
}

/* The titles that share most three letters in a row with the longer words; NULL on error. */
static GArray *
collect (CvnDb       *db,
         char *const *words,
         GError     **error)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer       shared;
  guint          n_grams = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) grams = cvn_search_words_grams (words[i]);

      if (g_utf8_strlen (words[i], -1) < MIN_LETTERS)
        continue;
      for (guint j = 0; grams[j] != NULL && n_grams < MAX_GRAMS; j++, n_grams++)
        {
          if (!find_rows (db, grams[j], found, error))
            return NULL;
          add_rows (found, rows);
        }
    }
  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, NULL, &shared))
    g_array_append_vals (candidates, shared, 1);
  g_array_sort (candidates, compare_shared);
  g_array_set_size (candidates, MIN (candidates->len, MAX_COMPARED));
  return g_steal_pointer (&candidates);
}

/* One slip in a short word, two in a longer one. */
static guint
get_tolerance (const char *word)
{
  glong n = g_utf8_strlen (word, -1);

  return n < MIN_LETTERS ? 0 : n < 7 ? 1
                                     : 2;
}

/* How far @word is from the nearest word of the title, or from the beginning of one that is being typed. */
static guint
measure_word (const char  *word,
              char *const *title,
              gboolean     last)
{
  guint tolerance = get_tolerance (word);
  guint best = tolerance + 1;
  glong n = g_utf8_strlen (word, -1);

  for (guint i = 0; title[i] != NULL; i++)
    {
      best = MIN (best, cvn_search_words_distance (word, title[i], tolerance));
      if (last && g_utf8_strlen (title[i], -1) > n)
        {
          g_autofree char *beginning = g_utf8_substring (title[i], 0, n);

          best = MIN (best, cvn_search_words_distance (word, beginning, tolerance));
        }
    }
  return best;
}

/* Adds the title when each word is like one of its words. */
static gboolean
measure (CvnDb           *db,
         const Candidate *shared,
         char *const     *words,
         GArray          *candidates,
         GError         **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (db, SQL_TITLE, error);
  g_autofree char *folded = NULL;
  g_auto (GStrv) title = NULL;
  Candidate candidate = { shared->row, shared->weight, 0 };
  gboolean  has_row;

  if (statement == NULL)
    return FALSE;
  cvn_statement_bind_integer (statement, 1, shared->row);
  if (!cvn_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row || cvn_statement_get_text (statement, 0) == NULL)
    return TRUE;
  folded = cvn_search_words_fold (cvn_statement_get_text (statement, 0));
  title = cvn_search_words_split (folded);
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint distance = measure_word (words[i], title, words[i + 1] == NULL);

      if (distance > get_tolerance (words[i]))
        return TRUE;
      candidate.distance += distance;
    }
  g_array_append_val (candidates, candidate);
  return TRUE;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *left = a;
  const Candidate *right = b;

  if (left->distance != right->distance)
    return left->distance < right->distance ? -1 : 1;
  return compare_shared (a, b);
}

/**
 * cvn_search_typos_find:
 * @words: what a person typed
 *
 * Finds titles with words that differ from @words by a slip of the finger ("Katwjik"), of those that share at least three
 * letters in a row with it.
 *
 * Returns: (transfer full) (element-type gint64): rows of search_document, the most alike first; NULL on error
 */
GArray *
cvn_search_typos_find (CvnDb      *db,
                       const char *words,
                       GError    **error)
{
  g_autofree char *folded = cvn_search_words_fold (words);
  g_auto (GStrv) split = cvn_search_words_split (folded);
  g_autoptr (GArray) shared = collect (db, split, error);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (shared == NULL)
    return NULL;
  for (guint i = 0; i < shared->len; i++)
    if (!measure (db, &g_array_index (shared, Candidate, i), split, candidates, error))
      return NULL;
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    g_array_append_val (found, g_array_index (candidates, Candidate, i).row);
  return g_steal_pointer (&found);
}
