/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-waiting-list"

#include "cvn-waiting-list.h"

#define N_CASES   10000
#define N_PARTIES 12

/* A party a letter: S signed up, W waiting, O offered until tomorrow, o offered until yesterday, L lapsed, C cancelled; then how many; a * is a speaker. */
static guint
read_list (const char *text,
           CvnSignup  *signups)
{
  guint n = 0;

  for (const char *c = text; *c != '\0'; n++)
    {
      static const char letters[] = "SWOLC";
      const char        letter = *c == 'o' ? 'O' : *c;

      for (guint i = 0; letters[i] != '\0'; i++)
        if (letters[i] == letter)
          signups[n].status = (CvnSignupStatus) i;
      signups[n].offer_until = *c == 'O' ? "2020-03-02" : *c == 'o' ? "2020-02-29"
                                                                    : NULL;
      signups[n].people = c[1] - '0';
      signups[n].takes_seat = c[2] != '*';
      c += c[2] == '*' ? 3 : 2;
    }
  return n;
}

static char *
write_list (const CvnSignup *signups,
            guint            n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%c%d%s", "SWOLC"[signups[i].status], (int) signups[i].people, signups[i].takes_seat ? "" : "*");
  return g_string_free (text, FALSE);
}

static void
test_passes_on (void)
{
  static const struct
  {
    gint64      capacity;
    const char *before;
    const char *after;
    guint       n_changed;
  } cases[] = {
    { 20, "S9S8C1W3W2", "S9S8C1O3W2", 1 }, /* three seats: the first party that waits fits */
    { 20, "S9S9W3W2", "S9S9W3O2", 1 },     /* a party of three does not fit in two seats, the next one does */
    { 20, "S9S9W3W1W1", "S9S9W3O1O1", 2 }, /* two parties fit */
    { 20, "S9S9O2W2", "S9S9O2W2", 0 },     /* what is offered is kept */
    { 20, "S9S9o2W2", "S9S9L2O2", 2 },     /* an offer lapses and passes on */
    { 20, "S9S9o2W3", "S9S9L2W3", 1 },
    { 20, "S9S9S5*W2", "S9S9S5*O2", 1 }, /* speakers take no seat */
    { 2, "S9W1", "S9W1", 0 },            /* too many already: nobody is offered what is not there */
    { 0, "W1", "W1", 0 },
    { CVN_CAPACITY_UNLIMITED, "W9W9", "O9O9", 2 },
    { 20, "", "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CvnSignup        signups[N_PARTIES];
      guint            n = read_list (cases[i].before, signups);
      g_autofree char *after = NULL;

      g_assert_cmpuint (cvn_waiting_list_pass_on (cases[i].capacity, signups, n, "2020-03-01", "2020-03-08"), ==, cases[i].n_changed);
      after = write_list (signups, n);
      g_assert_cmpstr (after, ==, cases[i].after);
    }
}

/* Never more seats given than there are, nobody who waits before an offer would have fitted, and a second time changes nothing. */
static void
test_is_fair (void)
{
  for (guint run = 0; run < N_CASES; run++)
    {
      CvnSignup before[N_PARTIES];
      CvnSignup signups[N_PARTIES];
      guint     n = (guint) g_test_rand_int_range (0, N_PARTIES);
      gint64    capacity = g_test_rand_int_range (0, 30);
      gint64    n_free;
      gboolean  was_full;

      for (guint i = 0; i < n; i++)
        before[i] = (CvnSignup){ (CvnSignupStatus) g_test_rand_int_range (0, 5), g_test_rand_int_range (1, 6), g_test_rand_int_range (0, 5) > 0,
                                 g_test_rand_bit () ? "2020-02-29" : "2020-03-02" };
      for (guint i = 0; i < n; i++)
        signups[i] = before[i];
      was_full = cvn_waiting_list_count_taken (before, n) > capacity;
      cvn_waiting_list_pass_on (capacity, signups, n, "2020-03-01", "2020-03-08");
      g_assert_true (was_full || cvn_waiting_list_count_taken (signups, n) <= capacity);
      n_free = cvn_waiting_list_count_free (capacity, signups, n);
      for (guint i = 0; i < n; i++)
        {
          if (signups[i].status == CVN_SIGNUP_WAITING && n_free > 0)
            g_assert_cmpint (signups[i].people, >, n_free);
          if (before[i].status == CVN_SIGNUP_SIGNED_UP || before[i].status == CVN_SIGNUP_CANCELLED)
            g_assert_cmpint (signups[i].status, ==, before[i].status);
        }
      g_assert_cmpuint (cvn_waiting_list_pass_on (capacity, signups, n, "2020-03-01", "2020-03-08"), ==, 0);
    }
}

static void
test_codes (void)
{
  for (guint i = 0; i <= CVN_SIGNUP_CANCELLED; i++)
    g_assert_cmpint (cvn_signup_status_from_code (cvn_signup_status_get_code ((CvnSignupStatus) i)), ==, i);
  g_assert_cmpint (cvn_signup_status_from_code (NULL), ==, CVN_SIGNUP_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/waiting-list/passes-on", test_passes_on);
  g_test_add_func ("/core/waiting-list/is-fair", test_is_fair);
  g_test_add_func ("/core/waiting-list/codes", test_codes);
  return g_test_run ();
}
