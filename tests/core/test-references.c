/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-references"

#include "cvn-betalingskenmerk.h"
#include "cvn-error.h"
#include "cvn-iban.h"
#include "cvn-payment-reference.h"
#include "cvn-rf-reference.h"

#include <string.h>

typedef gboolean (*CheckFunc) (const char *text, GError **error);

/* The files of the sample centre that hold references, and which column they are in. */
static char **
read_column (const char *file, const char *column, guint *seen)
{
  g_autofree char *path = g_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", file, NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) head = NULL;
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_autoptr (GError) error = NULL;
  guint at = 0;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  head = g_strsplit (lines[0], ",", -1);
  while (head[at] != NULL && strcmp (head[at], column) != 0)
    at++;
  g_assert_nonnull (head[at]);

  *seen = 0;
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) row = g_strsplit (lines[i], ",", -1);

      /* None of these files quotes a cell. */
      g_assert_null (strchr (lines[i], '"'));
      g_assert_cmpuint (g_strv_length (row), ==, g_strv_length (head));
      if (*row[at] == '\0')
        continue;
      g_strv_builder_add (cells, row[at]);
      (*seen)++;
    }

  return g_strv_builder_end (cells);
}

/* One digit more or two digits swapped must be seen. */
static void
assert_slips_are_seen (CheckFunc check, const char *text)
{
  gsize length = strlen (text);

  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *slip = g_strdup (text);

      if (!g_ascii_isdigit (slip[i]))
        continue;
      slip[i] = slip[i] == '9' ? '0' : (char) (slip[i] + 1);
      if (check (slip, NULL))
        g_error ("a wrong digit passes: %s", slip);
    }
}

static void
check_column (const char *file, const char *column, CheckFunc check, guint expected)
{
  guint seen;
  g_auto (GStrv) cells = read_column (file, column, &seen);

  g_assert_cmpuint (seen, ==, expected);
  for (guint i = 0; i < seen; i++)
    {
      g_autoptr (GError) error = NULL;

      check (cells[i], &error);
      g_assert_no_error (error);
      /* Modulo 11 with two remainders written alike does not see every slip; modulo 97 does. */
      if (!g_ascii_isdigit (*cells[i]))
        assert_slips_are_seen (check, cells[i]);
    }
}

static void
test_sample (void)
{
  check_column ("termijnen.csv", "betalingskenmerk", cvn_betalingskenmerk_check, 70);
  check_column ("termijnen.csv", "rf_kenmerk", cvn_rf_reference_check, 70);
  check_column ("programmaboekingen.csv", "rf_kenmerk", cvn_rf_reference_check, 27);
  check_column ("facturen.csv", "kenmerk", cvn_payment_reference_check, 135);
  check_column ("organisaties.csv", "iban", cvn_iban_check, 25);
}

static void
test_makes_sample (void)
{
  guint seen;
  g_auto (GStrv) references = read_column ("termijnen.csv", "betalingskenmerk", &seen);
  g_auto (GStrv) rf = read_column ("termijnen.csv", "rf_kenmerk", &seen);

  for (guint i = 0; i < seen; i++)
    {
      g_autofree char *again = cvn_betalingskenmerk_make (references[i] + 1, NULL);
      g_autofree char *rf_again = cvn_rf_reference_make (rf[i] + 4, NULL);

      g_assert_cmpstr (again, ==, references[i]);
      g_assert_cmpstr (rf_again, ==, rf[i]);
    }
}

static void
assert_refused (CheckFunc check, const char *const *texts, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_false (check (texts[i], &error));
      g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
    }
}

static void
test_refuses (void)
{
  static const char *const references[] = {
    "", "500007100000000", "50000710000000011", "4000071000000001", "500007100000000a", "RF36ECL20180001"
  };
  static const char *const rf[] = {
    "", "RF", "RF36", "RF37ECL20180001", "RF36ECL2018000!", "XX36ECL20180001", "RFA6ECL20180001",
    "RF36ECL20180010", "RF00ECL20180001", "RF18000000000000000000000000", "RF36ÉCL20180001"
  };
  static const char *const ibans[] = {
    "", "NL05DEMO000000007", "NL05DEMO00000000710", "NL06DEMO0000000071", "NL0512340000000071",
    "NL05DEM00000000071", "NL7012340000000071", "05NLDEMO0000000071", "DE05DEMO0000000071", "NL05DEMO00000000é1"
  };

  assert_refused (cvn_betalingskenmerk_check, references, G_N_ELEMENTS (references));
  assert_refused (cvn_rf_reference_check, rf, G_N_ELEMENTS (rf));
  assert_refused (cvn_iban_check, ibans, G_N_ELEMENTS (ibans));
}

static void
assert_text (char *text, const char *expected)
{
  g_autofree char *owned = text;

  g_assert_cmpstr (owned, ==, expected);
}

static void
test_forms (void)
{
  g_autoptr (GError) error = NULL;

  assert_text (cvn_iban_normalise (" nl05 demo\u00a00000 0000 71 "), "NL05DEMO0000000071");
  assert_text (cvn_iban_format ("NL05DEMO0000000071"), "NL05 DEMO 0000 0000 71");
  assert_text (cvn_rf_reference_format ("RF36ECL20180001"), "RF36 ECL2 0180 001");
  assert_text (cvn_betalingskenmerk_format ("5000071000000001"), "5000 0710 0000 0001");
  g_assert_true (cvn_iban_check ("nl05 demo 0000 0000 71", NULL));
  g_assert_true (cvn_rf_reference_check ("rf36 ecl2 0180 001", NULL));
  g_assert_true (cvn_betalingskenmerk_check ("5000 0710 0000 0001", NULL));
  g_assert_true (cvn_iban_check ("DE89 3704 0044 0532 0130 00", NULL));
  /* A country outside SEPA, of which we do not know the length. */
  g_assert_true (cvn_iban_check ("TR33 0006 1005 1978 6457 8413 26", NULL));
  g_assert_true (cvn_iban_check ("BE68 5390 0754 7034", NULL));
  g_assert_true (cvn_rf_reference_check ("RF18 5390 0754 7034", NULL));

  assert_text (cvn_betalingskenmerk_make ("71000000001", NULL), "5000071000000001");
  assert_text (cvn_rf_reference_make ("ecl 2018 0001", NULL), "RF36ECL20180001");
  assert_text (cvn_betalingskenmerk_make ("1234567890123456", &error), NULL);
  g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
  g_clear_error (&error);
  assert_text (cvn_betalingskenmerk_make ("", NULL), NULL);
  assert_text (cvn_betalingskenmerk_make ("12-34", NULL), NULL);
  assert_text (cvn_rf_reference_make ("", &error), NULL);
  g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
  assert_text (cvn_rf_reference_make ("1234567890123456789012", NULL), NULL);
}

/* What a payer gives: check digits are looked at where there are any. */
static void
test_given (void)
{
  static const char *const right[] = { "", "RF", "RFID chairs", "Invoice 2018-0001", "PAYOUT202011", "123456789012345", "5000 0710 0000 0001", "rf36 ecl2 0180 001" };
  static const char *const wrong[] = { "RF37ECL20180001", "rf37 ecl2 0180 001", "RF36", "4000071000000001" };

  for (gsize i = 0; i < G_N_ELEMENTS (right); i++)
    g_assert_true (cvn_payment_reference_check (right[i], NULL));
  assert_refused (cvn_payment_reference_check, wrong, G_N_ELEMENTS (wrong));
}

static void
test_made_ones_pass (void)
{
  guint twins = 0;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u%u", (guint) g_test_rand_int_range (0, 100000), (guint) g_test_rand_int_range (0, G_MAXINT));
      g_autofree char *reference = cvn_betalingskenmerk_make (number, NULL);
      g_autofree char *rf = cvn_rf_reference_make (number, NULL);

      g_assert_cmpuint (strlen (reference), ==, 16);
      g_assert_true (cvn_betalingskenmerk_check (reference, NULL));
      g_assert_true (cvn_rf_reference_check (rf, NULL));

      /* 00 leaves the same remainder as 97, but there may be one way to write it only. */
      if (g_str_has_prefix (rf, "RF97"))
        {
          rf[2] = rf[3] = '0';
          g_assert_false (cvn_rf_reference_check (rf, NULL));
          twins++;
        }
    }

  g_assert_cmpuint (twins, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/references/sample", test_sample);
  g_test_add_func ("/core/references/makes-sample", test_makes_sample);
  g_test_add_func ("/core/references/refuses", test_refuses);
  g_test_add_func ("/core/references/forms", test_forms);
  g_test_add_func ("/core/references/given", test_given);
  g_test_add_func ("/core/references/made-ones-pass", test_made_ones_pass);

  return g_test_run ();
}
