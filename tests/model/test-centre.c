/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-centre"

#include "cvn-centre.h"
#include "sample.h"

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Waits until matters were counted @n times, and writes the numbers of all areas down. */
static char *
wait_for_count (CvnCentre *centre,
                guint     *n_counted,
                guint      n)
{
  GString *text = g_string_new (NULL);

  while (*n_counted < n)
    g_main_context_iteration (NULL, TRUE);
  for (guint area = 0; area <= CVN_AREA_GENERAL; area++)
    g_string_append_printf (text, "%u ", cvn_centre_get_n_open (centre, area));
  return g_string_free (text, FALSE);
}

/* Who counts matters before the years of a file are known gets those of the year that is shown then, and not those of this year. */
static void
test_counts_the_year_shown (void)
{
  CvnTestFolder    folder;
  CvnStore        *store = sample_open (&folder);
  CvnCentre       *centre = cvn_centre_new ();
  guint            n = 0;
  g_autofree char *first = NULL;
  g_autofree char *other = NULL;
  g_autofree char *again = NULL;

  g_signal_connect_swapped (centre, "matters-counted", G_CALLBACK (count_cb), &n);
  cvn_centre_take_store (centre, store);
  cvn_centre_count_matters (centre);
  first = wait_for_count (centre, &n, 1);
  g_assert_cmpint (cvn_centre_get_year (centre), ==, 2020);
  cvn_centre_set_year (centre, 2018);
  other = wait_for_count (centre, &n, 2);
  cvn_centre_set_year (centre, 2020);
  again = wait_for_count (centre, &n, 3);
  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, !=, other);
  cvn_centre_close (centre);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (centre);
  cvn_test_folder_remove (&folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/centre/counts-the-year-shown", test_counts_the_year_shown);
  return g_test_run ();
}
