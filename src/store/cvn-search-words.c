/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-search-words"

#include "cvn-search-words.h"

#include <string.h>

/* More than a person types; bounds the work that a pasted page can cause. */
#define MAX_WORDS           12
#define MAX_WORD_CHARACTERS 64

/**
 * cvn_search_words_fold:
 * @text: any bytes
 *
 * Returns: (transfer full): @text as valid UTF-8 without accents and differences of case, so "Oegstgéést" equals "oegstgeest"
 */
char *
cvn_search_words_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *apart = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  GString         *bare = g_string_sized_new (strlen (apart));
  char            *folded;

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ismark (c))
        g_string_append_unichar (bare, c);
    }
  folded = g_utf8_casefold (bare->str, (gssize) bare->len);
  g_string_free (bare, TRUE);
  return folded;
}

/**
 * cvn_search_words_split:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): the words of letters and digits in @text; the rest only separates them
 */
char **
cvn_search_words_split (const char *text)
{
  g_autoptr (GString) word = g_string_new (NULL);
  GStrvBuilder *words = g_strv_builder_new ();
  guint         n_words = 0;
  guint         n_characters = 0;
  char        **list;

  for (const char *p = text; n_words < MAX_WORDS; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0 && (g_unichar_isalnum (c) || g_unichar_ismark (c)))
        {
          if (n_characters++ < MAX_WORD_CHARACTERS)
            g_string_append_unichar (word, c);
          continue;
        }
      if (n_characters > 0)
        {
          g_strv_builder_add (words, word->str);
          n_words++;
        }
      g_string_truncate (word, 0);
      n_characters = 0;
      if (c == 0)
        break;
    }
  list = g_strv_builder_end (words);
  g_strv_builder_unref (words);
  return list;
}

/**
 * cvn_search_words_match:
 * @text: any bytes
 * @complete: whether the last word may be the beginning of one
 *
 * Returns: (transfer full) (nullable): the FTS5 expression that finds all words of @text; NULL when there is no word in it. Each word is quoted, so nothing of FTS5's language gets through.
 */
char *
cvn_search_words_match (const char *text,
                        gboolean    complete)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) words = cvn_search_words_split (valid);
  GString *match;

  if (words[0] == NULL)
    return NULL;

  match = g_string_new (NULL);
  for (guint i = 0; words[i] != NULL; i++)
    {
      /* One letter begins thousands of words: only two or more are worth completing. */
      gboolean is_beginning = complete && words[i + 1] == NULL && g_utf8_strlen (words[i], -1) >= 2;

      g_string_append_printf (match, "%s\"%s\"%s", i > 0 ? " " : "", words[i], is_beginning ? " *" : "");
    }
  return g_string_free (match, FALSE);
}

/**
 * cvn_search_words_grams:
 * @word: a folded word
 *
 * Returns: (transfer full): every three letters in a row of @word, each once
 */
char **
cvn_search_words_grams (const char *word)
{
  GStrvBuilder *grams = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  glong  n = g_utf8_strlen (word, -1);
  char **list;

  for (glong i = 0; i + 3 <= n; i++)
    {
      g_autofree char *gram = g_utf8_substring (word, i, i + 3);

      if (g_hash_table_add (seen, g_strdup (gram)))
        g_strv_builder_add (grams, gram);
    }
  list = g_strv_builder_end (grams);
  g_strv_builder_unref (grams);
  return list;
}

static guint
min3 (guint a,
      guint b,
      guint c)
{
  return MIN (a, MIN (b, c));
}

/**
 * cvn_search_words_distance:
 * @a: a folded word
 * @b: a folded word
 * @limit: the largest distance of interest
 *
 * Counts the letters to insert, drop, replace or swap with their neighbour to make @b of @a (optimal string alignment).
 *
 * Returns: the distance, or @limit + 1 when it is larger
 */
guint
cvn_search_words_distance (const char *a,
                           const char *b,
                           guint       limit)
{
  glong                n_a;
  glong                n_b;
  guint                rows[3][MAX_WORD_CHARACTERS + 1];
  g_autofree gunichar *left = g_utf8_to_ucs4_fast (a, -1, &n_a);
  g_autofree gunichar *right = g_utf8_to_ucs4_fast (b, -1, &n_b);

  if (ABS (n_a - n_b) > (glong) limit || n_a > MAX_WORD_CHARACTERS || n_b > MAX_WORD_CHARACTERS)
    return limit + 1;

  for (glong j = 0; j <= n_b; j++)
    rows[0][j] = (guint) j;
  for (glong i = 1; i <= n_a; i++)
    {
      guint *now = rows[i % 3];
      guint *last = rows[(i - 1) % 3];
      guint *before = rows[(i + 1) % 3];

      now[0] = (guint) i;
      for (glong j = 1; j <= n_b; j++)
        {
          now[j] = min3 (last[j] + 1, now[j - 1] + 1, last[j - 1] + (left[i - 1] != right[j - 1]));
          if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
            now[j] = MIN (now[j], before[j - 2] + 1);
        }
    }
  return MIN (rows[n_a % 3][n_b], limit + 1);
}
