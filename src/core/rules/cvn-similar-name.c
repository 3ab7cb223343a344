/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-similar-name"

#include "cvn-similar-name.h"

#include <string.h>

/* Names are compared as far as this; longer ones differ or agree before it. */
#define MAX_LENGTH 96

/* What the law calls an organisation says nothing about which one it is. Without dots, in lower case. */
static const char *const legal_forms[] = {
  "bv", "nv", "vof", "cv", "stichting", "foundation", "vereniging", "cooperatie", "ua", "ltd", "inc", "gmbh", "ag", "sa", "holding", NULL
};

/* Dots and apostrophes stand within a word: "B.V.", "'t". */
static gboolean
is_within_word (gunichar c)
{
  return c == '.' || c == '\'' || c == 0x2019 || g_unichar_ismark (c);
}

/* Lower case without accents, with one space between the words. */
static char *
simplify (const char *name)
{
  g_autofree char *whole = g_utf8_make_valid (name, -1);
  g_autofree char *folded = g_utf8_casefold (whole, -1);
  g_autofree char *parts = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  GString         *plain = g_string_new (NULL);

  for (const char *p = parts; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (plain, c);
      else if (!is_within_word (c) && plain->len > 0 && plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
    }
  return g_strchomp (g_string_free (plain, FALSE));
}

/**
 * cvn_similar_name_fold:
 *
 * What remains of a name when its case, accents, punctuation and legal form are left out; a name that
 * is nothing but a legal form stays.
 *
 * Returns: (transfer full): to be compared with cvn_similar_name_is_close()
 */
char *
cvn_similar_name_fold (const char *name)
{
  g_autofree char *plain = simplify (name);
  g_auto (GStrv) words = g_strsplit (plain, " ", -1);
  GString *rest = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (!g_strv_contains (legal_forms, words[i]))
      g_string_append_printf (rest, "%s%s", rest->len > 0 ? " " : "", words[i]);
  if (rest->len == 0)
    g_string_assign (rest, plain);
  return g_string_free (rest, FALSE);
}

/* "Gymnasium 1" and "Gymnasium 2" are two schools. */
static gboolean
have_same_digits (const char *a,
                  const char *b)
{
  do
    {
      a += strcspn (a, "0123456789");
      b += strcspn (b, "0123456789");
      if (*a != *b)
        return FALSE;
    }
  while (*a++ != '\0' && *b++ != '\0');
  return TRUE;
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
sort_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  qsort (words, g_strv_length (words), sizeof *words, compare_words);
  return g_strjoinv (" ", words);
}

static gboolean
have_same_words (const char *a,
                 const char *b)
{
  g_autofree char *sorted_a = NULL;
  g_autofree char *sorted_b = NULL;

  if (strlen (a) != strlen (b))
    return FALSE;
  sorted_a = sort_words (a);
  sorted_b = sort_words (b);
  return g_str_equal (sorted_a, sorted_b);
}

/* Mistakes that a name of this many letters may have. */
static glong
get_tolerance (glong length)
{
  if (length < 5)
    return 0;
  return length < 9 ? 1 : 2;
}

/* The least number of letters to put in, leave out, replace or swap with the next to come from one text to the other. */
static glong
get_distance (const gunichar *a,
              glong           n_a,
              const gunichar *b,
              glong           n_b)
{
  glong  rows[3][MAX_LENGTH + 1];
  glong *before = rows[0];
  glong *last = rows[1];
  glong *now = rows[2];

  for (glong j = 0; j <= n_b; j++)
    now[j] = j;
  for (glong i = 1; i <= n_a; i++)
    {
      glong *oldest = before;

      before = last;
      last = now;
      now = oldest;
      now[0] = i;
      for (glong j = 1; j <= n_b; j++)
        {
          now[j] = MIN (MIN (last[j], now[j - 1]) + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            now[j] = MIN (now[j], before[j - 2] + 1);
        }
    }
  return now[n_b];
}

/**
 * cvn_similar_name_is_close:
 * @folded_a: from cvn_similar_name_fold()
 * @folded_b: as well
 *
 * Returns: whether the two may well be one name, one of them with a slip of the pen or with its words in another order
 */
gboolean
cvn_similar_name_is_close (const char *folded_a,
                           const char *folded_b)
{
  g_autofree gunichar *a = NULL;
  g_autofree gunichar *b = NULL;
  glong                n_a;
  glong                n_b;
  glong                tolerance;

  if (*folded_a == '\0' || *folded_b == '\0')
    return FALSE;
  if (g_str_equal (folded_a, folded_b))
    return TRUE;
  n_a = MIN (g_utf8_strlen (folded_a, -1), MAX_LENGTH);
  n_b = MIN (g_utf8_strlen (folded_b, -1), MAX_LENGTH);
  tolerance = get_tolerance (MIN (n_a, n_b));
  if (ABS (n_a - n_b) > tolerance || !have_same_digits (folded_a, folded_b))
    return FALSE;
  if (have_same_words (folded_a, folded_b))
    return TRUE;
  a = g_utf8_to_ucs4_fast (folded_a, -1, NULL);
  b = g_utf8_to_ucs4_fast (folded_b, -1, NULL);
  return get_distance (a, n_a, b, n_b) <= tolerance;
}
