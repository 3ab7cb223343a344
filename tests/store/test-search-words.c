/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-search-words"

#include "cvn-search-words.h"

static void
test_match (void)
{
  static const struct
  {
    const char *text;
    const char *match;
  } cases[] = {
    { "Leiden", "\"Leiden\" *" },
    { "gemeente lei", "\"gemeente\" \"lei\" *" },
    { "a", "\"a\"" },
    { "Oegstgéést", "\"Oegstgéést\" *" },
    { "", NULL },
    { " \t\n", NULL },
    { "\"' OR *( NEAR", "\"OR\" \"NEAR\" *" },
    { "title:x -y", "\"title\" \"x\" \"y\"" },
    { "2018-0054", "\"2018\" \"0054\" *" },
    { "(((", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *match = cvn_search_words_match (cases[i].text, TRUE);

      g_assert_cmpstr (match, ==, cases[i].match);
    }
}

static void
test_match_whole_words (void)
{
  g_autofree char *match = cvn_search_words_match ("gemeente lei", FALSE);

  g_assert_cmpstr (match, ==, "\"gemeente\" \"lei\"");
}

static void
test_match_is_bounded (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *match = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "word%u ", i);
  match = cvn_search_words_match (text->str, TRUE);
  g_assert_cmpuint (strlen (match), <, 200);
}

static void
test_fold (void)
{
  static const char *const cases[][2] = {
    { "Oegstgéést", "oegstgeest" },
    { "ÇÀ IJ", "ca ij" },
    { "K\xffx", "k\xef\xbf\xbdx" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = cvn_search_words_fold (cases[i][0]);

      g_assert_cmpstr (folded, ==, cases[i][1]);
    }
}

static void
test_grams (void)
{
  g_auto (GStrv) grams = cvn_search_words_grams ("katkat");
  g_auto (GStrv) none = cvn_search_words_grams ("ab");

  g_assert_cmpuint (g_strv_length (grams), ==, 3);
  g_assert_cmpstr (grams[0], ==, "kat");
  g_assert_cmpstr (grams[1], ==, "atk");
  g_assert_cmpstr (grams[2], ==, "tka");
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

static void
test_distance (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    guint       limit;
    guint       distance;
  } cases[] = {
    { "katwijk", "katwijk", 2, 0 },
    { "katwjik", "katwijk", 2, 1 },
    { "katwik", "katwijk", 2, 1 },
    { "katwijjk", "katwijk", 2, 1 },
    { "katvijk", "katwijk", 2, 1 },
    { "ktawjik", "katwijk", 2, 2 },
    { "leiden", "katwijk", 2, 3 },
    { "abc", "abcdef", 2, 3 },
    { "", "ab", 2, 2 },
    { "é", "e", 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpuint (cvn_search_words_distance (cases[i].a, cases[i].b, cases[i].limit), ==, cases[i].distance);
      g_assert_cmpuint (cvn_search_words_distance (cases[i].b, cases[i].a, cases[i].limit), ==, cases[i].distance);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/search-words/match", test_match);
  g_test_add_func ("/store/search-words/match-whole-words", test_match_whole_words);
  g_test_add_func ("/store/search-words/match-is-bounded", test_match_is_bounded);
  g_test_add_func ("/store/search-words/fold", test_fold);
  g_test_add_func ("/store/search-words/grams", test_grams);
  g_test_add_func ("/store/search-words/distance", test_distance);
  return g_test_run ();
}
