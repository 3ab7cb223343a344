/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-bsn"

#include "cvn-bsn-token.h"
#include "cvn-bsn.h"
#include "cvn-error.h"
#include "cvn-kvk.h"
#include "cvn-vat-id.h"

/* Every number in these tests passes the eleven-test and belongs to nobody that we know. */

typedef struct
{
  const char   *text;
  const char   *header;
  CvnBsnVerdict verdict;
  const char   *masked;
} ScanCase;

static void
check_cases (const ScanCase *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *masked = NULL;
      CvnBsnVerdict    verdict = cvn_bsn_scan (cases[i].text, cases[i].header, &masked);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (verdict, ==, cases[i].verdict);
      g_assert_cmpstr (masked, ==, cases[i].masked);
    }
}

static void
test_eleven_test (void)
{
  static const char *const right[] = {
    "111222333", "123456782", "012345672", "12345672", "99000003", "99000015", "99010008", "201900002"
  };
  static const char *const wrong[] = {
    "111222334", "123456789", "000000000", "00000000", "", "1234567", "1112223330", "11122233a", "111 222 333", "-11122233"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (right); i++)
    g_assert_true (cvn_bsn_test (right[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (cvn_bsn_test (wrong[i]));
}

static void
test_one_in_eleven (void)
{
  guint passing = 0;

  for (guint i = 0; i < 110000; i++)
    {
      g_autofree char *digits = g_strdup_printf ("%09u", 500000000 + i);

      passing += cvn_bsn_test (digits);
    }

  g_assert_cmpuint (passing, ==, 10000);
}

static void
test_finds_possible (void)
{
  static const ScanCase cases[] = {
    { "111222333", NULL, CVN_BSN_POSSIBLE, "•••••2333" },
    { "111222333", "naam_nl", CVN_BSN_POSSIBLE, "•••••2333" },
    { "111222333", "Naam NL", CVN_BSN_POSSIBLE, "•••••2333" },
    { "111222333", "Naam (nl)", CVN_BSN_POSSIBLE, "•••••2333" },
    { "111222333", "nl", CVN_BSN_POSSIBLE, "•••••2333" },
    { "111.222.333", NULL, CVN_BSN_POSSIBLE, "•••••2333" },
    { "111 222 333", NULL, CVN_BSN_POSSIBLE, "•••••2333" },
    { "111-222-333", "opmerking", CVN_BSN_POSSIBLE, "•••••2333" },
    { "1112.22.333", NULL, CVN_BSN_POSSIBLE, "•••••2333" },
    { "1112 22 333", NULL, CVN_BSN_POSSIBLE, "•••••2333" },
    { "111\u00a0222\u202f333", NULL, CVN_BSN_POSSIBLE, "•••••2333" },
    { "111\u2011222\u2011333", NULL, CVN_BSN_POSSIBLE, "•••••2333" },
    { "１１１２２２３３３", NULL, CVN_BSN_POSSIBLE, "•••••2333" },
    { "Aanvraag van 123456782.", NULL, CVN_BSN_POSSIBLE, "•••••6782" },
    { "(123456782)", NULL, CVN_BSN_POSSIBLE, "•••••6782" },
    { "123456789, 123456782", NULL, CVN_BSN_POSSIBLE, "•••••6782" },
    { "123456789,123456782", NULL, CVN_BSN_POSSIBLE, "•••••6782" },
    { "123456789;123456782", NULL, CVN_BSN_POSSIBLE, "•••••6782" },
    { "12 123456782", NULL, CVN_BSN_POSSIBLE, "•••••6782" },
    { "01 123456782", NULL, CVN_BSN_POSSIBLE, "•••••6782" },
    { "2019 111222333", NULL, CVN_BSN_POSSIBLE, "•••••2333" },
    { "scan_111222333.pdf", NULL, CVN_BSN_POSSIBLE, "•••••2333" },
    { "Habsn 111222333", NULL, CVN_BSN_POSSIBLE, "•••••2333" },
    { "absnorm 111222333", NULL, CVN_BSN_POSSIBLE, "•••••2333" },
    { "Sofia 111222333", "Sofie", CVN_BSN_POSSIBLE, "•••••2333" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_finds_certain (void)
{
  static const ScanCase cases[] = {
    { "BSN 111222333", NULL, CVN_BSN_CERTAIN, "•••••2333" },
    { "BSN111222333", NULL, CVN_BSN_CERTAIN, "•••••2333" },
    { "bsn-nummer: 111.222.333", NULL, CVN_BSN_CERTAIN, "•••••2333" },
    { "bsnnr 111222333", NULL, CVN_BSN_CERTAIN, "•••••2333" },
    { "burgerservicenummer is 123456782", NULL, CVN_BSN_CERTAIN, "•••••6782" },
    { "citizen service number 123456782", NULL, CVN_BSN_CERTAIN, "•••••6782" },
    { "My personal number is 123456782", NULL, CVN_BSN_CERTAIN, "•••••6782" },
    { "sofi-nummer 123456782", NULL, CVN_BSN_CERTAIN, "•••••6782" },
    { "sofinummer 12345672", NULL, CVN_BSN_CERTAIN, "•••••5672" },
    { "111222333 (BSN)", NULL, CVN_BSN_CERTAIN, "•••••2333" },
    { "bsn 12345672", NULL, CVN_BSN_CERTAIN, "•••••5672" },
    { "111222333", "BSN", CVN_BSN_CERTAIN, "•••••2333" },
    { "111222333", "client_bsn", CVN_BSN_CERTAIN, "•••••2333" },
    { "111222333", "ClientBSN", CVN_BSN_CERTAIN, "•••••2333" },
    { "12345672", "Burgerservicenummer", CVN_BSN_CERTAIN, "•••••5672" },
    { "123456782", "Sofi-nummer", CVN_BSN_CERTAIN, "•••••6782" },
    { "123456782", "Personal number", CVN_BSN_CERTAIN, "•••••6782" },
    { "kvk 123456782", "bsn", CVN_BSN_CERTAIN, "•••••6782" },
    { "nr 123456782", "bsn", CVN_BSN_CERTAIN, "•••••6782" },
    { "Eerst 123456782, dan BSN 111222333", NULL, CVN_BSN_CERTAIN, "•••••6782" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_lets_others_pass (void)
{
  static const ScanCase cases[] = {
    { "", NULL, CVN_BSN_NONE, NULL },
    { "geen nummer", "bsn", CVN_BSN_NONE, NULL },
    { "123456789", "bsn", CVN_BSN_NONE, NULL },
    { "000000000", "bsn", CVN_BSN_NONE, NULL },
    { "99000003", NULL, CVN_BSN_NONE, NULL },
    { "99000015", "kvk", CVN_BSN_NONE, NULL },
    { "99010008", "opmerking", CVN_BSN_NONE, NULL },
    { "KvK 99000003", NULL, CVN_BSN_NONE, NULL },
    { "Bedrijf (KvK 99000003) helpt bij de BSN-aanvraag", NULL, CVN_BSN_NONE, NULL },
    { "KVK-nummer: 123456782", NULL, CVN_BSN_NONE, NULL },
    { "RSIN 123456782", NULL, CVN_BSN_NONE, NULL },
    { "123456782", "rsin", CVN_BSN_NONE, NULL },
    { "NL123456782B01", NULL, CVN_BSN_NONE, NULL },
    { "NL 123456782 B01", NULL, CVN_BSN_NONE, NULL },
    { "btw 123456782B01", NULL, CVN_BSN_NONE, NULL },
    { "BTW-nr 123456782", NULL, CVN_BSN_NONE, NULL },
    { "00000001123456782000", NULL, CVN_BSN_NONE, NULL },
    { "+31612345671", NULL, CVN_BSN_NONE, NULL },
    { "+31 612345671", NULL, CVN_BSN_NONE, NULL },
    { "+31 (0) 612345671", NULL, CVN_BSN_NONE, NULL },
    { "0031 612345671", NULL, CVN_BSN_NONE, NULL },
    { "0031-715123452", NULL, CVN_BSN_NONE, NULL },
    { "+715123452", NULL, CVN_BSN_NONE, NULL },
    { "tel. 715123452", NULL, CVN_BSN_NONE, NULL },
    { "Telefoonnummer: 612345671", NULL, CVN_BSN_NONE, NULL },
    { "612345671", "telefoon", CVN_BSN_NONE, NULL },
    { "071 123 456 782", NULL, CVN_BSN_NONE, NULL },
    { "06 123456782", NULL, CVN_BSN_NONE, NULL },
    { "00 123456782", NULL, CVN_BSN_NONE, NULL },
    { "06-12345672", NULL, CVN_BSN_NONE, NULL },
    { "NL91ABNA0417164300", NULL, CVN_BSN_NONE, NULL },
    { "NL91 ABNA 0417 1643 00", NULL, CVN_BSN_NONE, NULL },
    { "rekening 417164300", NULL, CVN_BSN_NONE, NULL },
    { "123456782,50", NULL, CVN_BSN_NONE, NULL },
    { "123456782.5", NULL, CVN_BSN_NONE, NULL },
    { "111.222.333,00", NULL, CVN_BSN_NONE, NULL },
    { "€ 111.222.333", NULL, CVN_BSN_NONE, NULL },
    { "EUR 123456782", NULL, CVN_BSN_NONE, NULL },
    { "3.123456782", NULL, CVN_BSN_NONE, NULL },
    { "1.111.222.333", NULL, CVN_BSN_NONE, NULL },
    { "111.222.333.444", NULL, CVN_BSN_NONE, NULL },
    { "5000123456782001", NULL, CVN_BSN_NONE, NULL },
    { "1112223330", NULL, CVN_BSN_NONE, NULL },
    { "B201900002", NULL, CVN_BSN_NONE, NULL },
    { "201900002a", NULL, CVN_BSN_NONE, NULL },
    { "ref 201900002-01", NULL, CVN_BSN_NONE, NULL },
    { "201900002/01", NULL, CVN_BSN_NONE, NULL },
    { "2019-201900002", NULL, CVN_BSN_NONE, NULL },
    { "factuurnummer 201900002", NULL, CVN_BSN_NONE, NULL },
    { "RF18539007547034", NULL, CVN_BSN_NONE, NULL },
    { "2018-02-14", "bsn", CVN_BSN_NONE, NULL },
    { "\xff 12345", "bsn", CVN_BSN_NONE, NULL },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_keyword_must_be_near (void)
{
  g_autofree char *padding = g_strnfill (400, '.');
  g_autofree char *far_text = g_strconcat ("bsn ", padding, " 111222333", NULL);
  g_autofree char *eight = g_strconcat ("Over de BSN-balie: zij opende in Leiden haar deuren op 20180214", NULL);

  g_assert_cmpint (cvn_bsn_scan (far_text, NULL, NULL), ==, CVN_BSN_POSSIBLE);
  g_assert_cmpint (cvn_bsn_scan (eight, NULL, NULL), ==, CVN_BSN_NONE);
}

static void
test_column (void)
{
  CvnBsnColumn suspect = { 0 }, chance = { 0 }, few = { 0 }, phones = { 0 };

  for (guint i = 0; i < 11; i++)
    {
      g_autofree char *cell = g_strdup_printf ("%u", 111222333 + i);

      cvn_bsn_column_add (&chance, cell);
    }
  g_assert_cmpuint (chance.tokens, ==, 11);
  g_assert_cmpuint (chance.passing, ==, 1);
  g_assert_false (cvn_bsn_column_is_suspect (&chance));

  for (guint i = 0; i < 4; i++)
    cvn_bsn_column_add (&few, "111222333");
  g_assert_false (cvn_bsn_column_is_suspect (&few));

  for (guint i = 0; i < 3; i++)
    cvn_bsn_column_add (&suspect, "111.222.333");
  cvn_bsn_column_add (&suspect, "123456789");
  cvn_bsn_column_add (&suspect, "123456789");
  cvn_bsn_column_add (&suspect, "99000003");
  cvn_bsn_column_add (&suspect, "onbekend");
  g_assert_cmpuint (suspect.tokens, ==, 5);
  g_assert_true (cvn_bsn_column_is_suspect (&suspect));
  cvn_bsn_column_add (&suspect, "123456789");
  g_assert_false (cvn_bsn_column_is_suspect (&suspect));

  for (guint i = 0; i < 10; i++)
    cvn_bsn_column_add (&phones, "+31 612345671");
  g_assert_cmpuint (phones.tokens, ==, 0);
}

/* Pieces that the rules look for, in any order and with broken bytes between them. */
static char *
make_noise (void)
{
  static const char *const pieces[] = {
    "111222333", "12345672", "111", "222", "333", "1112", "22", "0", "06", "+", "31", ".", "-", " ", ",", "/", "(",
    "bsn", "sofi", "kvk", "nl", "b01", "\u00a0", "\u2011", "€", "é", "１", "\xe2", "\xff", "\n"
  };
  GString *noise = g_string_new (NULL);
  guint    length = (guint) g_test_rand_int_range (0, 9);

  for (guint i = 0; i < length; i++)
    g_string_append (noise, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return g_string_free (noise, FALSE);
}

static void
test_survives_noise (void)
{
  guint found = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = make_noise ();
      g_autofree char *header = make_noise ();
      g_autofree char *plain = cvn_bsn_token_make_plain (text);
      g_autofree char *masked = NULL;
      CvnBsnToken      token = { 0 };
      CvnBsnVerdict    verdict = cvn_bsn_scan (text, i % 3 == 0 ? header : NULL, &masked);

      /* The quick look may not miss what the slow one finds. */
      if (cvn_bsn_token_next (plain, &token))
        g_assert_true (cvn_bsn_token_is_possible (text));

      g_assert_cmpint (verdict != CVN_BSN_NONE, ==, masked != NULL);
      found += verdict != CVN_BSN_NONE;
    }

  g_assert_cmpuint (found, >, 500);
}

/* Wherever in a text a number stands, and whatever digits stand before it, the quick look sees it. */
static void
test_quick_look (void)
{
  static const char *const before[] = { "", "1", "12", "123", "1234", "12345", "1234567890", "\xc3\xab" };
  static const char *const numbers[] = { "123456782", "12345678", "123.456.782", "1234.56.782", "123 456 782" };
  static const char *const none[] = { "", "1", "12", "1234567", "1234567890", "123.45.678", "2026-11-22T21:50:00Z", "01ARZ3NDEKTSV4RRFFQ69G5FAV" };

  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    for (guint letters = 0; letters < 12; letters++)
      {
        g_autofree char *filling = g_strnfill (letters, 'x');

        for (gsize j = 0; j < G_N_ELEMENTS (numbers); j++)
          {
            g_autofree char *text = g_strconcat (before[i], "x", filling, numbers[j], NULL);
            g_autofree char *more = g_strconcat (text, " 1", NULL);

            g_assert_true (cvn_bsn_token_is_possible (text));
            g_assert_true (cvn_bsn_token_is_possible (more));
          }
        for (gsize j = 0; j < G_N_ELEMENTS (none) && i + 1 < G_N_ELEMENTS (before); j++)
          {
            g_autofree char *text = g_strconcat (before[i], "x", filling, none[j], NULL);

            g_assert_false (cvn_bsn_token_is_possible (text));
          }
      }
}

static void
test_numbers_of_organisations (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cvn_kvk_check ("99000003", NULL));
  g_assert_true (cvn_kvk_check ("9900 0015", NULL));
  g_assert_false (cvn_kvk_check ("9900000", NULL));
  g_assert_false (cvn_kvk_check ("9900000a", &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
  g_assert_true (cvn_rsin_check ("123456782", NULL));
  g_assert_false (cvn_rsin_check ("123456789", NULL));
  g_assert_true (cvn_oin_check ("00000001123456782000", NULL));
  g_assert_false (cvn_oin_check ("0000000112345678200", NULL));

  g_assert_true (cvn_vat_id_check ("NL990000001B01", NULL));
  g_assert_true (cvn_vat_id_check ("nl 990000001 b01", NULL));
  g_assert_true (cvn_vat_id_check ("BE0123456789", NULL));
  g_assert_false (cvn_vat_id_check ("NL990000001B1", NULL));
  g_assert_false (cvn_vat_id_check ("NL990000001A01", NULL));
  g_assert_false (cvn_vat_id_check ("NL990000001", NULL));
  g_assert_false (cvn_vat_id_check ("990000001B01", NULL));
  g_assert_false (cvn_vat_id_check ("BE-123", NULL));
  g_assert_true (cvn_vat_id_may_hold_bsn ("NL123456782B01"));
  g_assert_false (cvn_vat_id_may_hold_bsn ("NL123456789B01"));
  g_assert_false (cvn_vat_id_may_hold_bsn ("BE123456782"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/bsn/eleven-test", test_eleven_test);
  g_test_add_func ("/core/bsn/one-in-eleven", test_one_in_eleven);
  g_test_add_func ("/core/bsn/finds-possible", test_finds_possible);
  g_test_add_func ("/core/bsn/finds-certain", test_finds_certain);
  g_test_add_func ("/core/bsn/lets-others-pass", test_lets_others_pass);
  g_test_add_func ("/core/bsn/keyword-must-be-near", test_keyword_must_be_near);
  g_test_add_func ("/core/bsn/column", test_column);
  g_test_add_func ("/core/bsn/survives-noise", test_survives_noise);
  g_test_add_func ("/core/bsn/quick-look", test_quick_look);
  g_test_add_func ("/core/bsn/numbers-of-organisations", test_numbers_of_organisations);

  return g_test_run ();
}
