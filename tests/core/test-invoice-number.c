/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-invoice-number"

#include "cvn-invoice-number.h"

#include "cvn-error.h"

#define CASES 10000

static void
test_parses (void)
{
  static const struct
  {
    const char *text;
    const char *prefix; /* NULL: refused */
    guint       year;
    guint       number;
    guint       width;
  } cases[] = {
    { "2018-0001", "", 2018, 1, 4 },
    { "B2019-001", "B", 2019, 1, 3 },
    { "P2019-005", "P", 2019, 5, 3 },
    { "INV2020-12345", "INV", 2020, 12345, 5 },
    { "ABCDEFGH2020-1", "ABCDEFGH", 2020, 1, 1 },
    { "2020-999999999", "", 2020, 999999999, 9 },
    { "", NULL },
    { "2018", NULL },
    { "2018-", NULL },
    { "2018-0000", NULL },
    { "0000-0001", NULL },
    { "b2019-001", NULL },
    { "B 2019-001", NULL },
    { "20181-001", NULL },
    { "201-001", NULL },
    { "2018-0001 ", NULL },
    { "2018-00x1", NULL },
    { "2018-+1", NULL },
    { "2018-1234567890", NULL },
    { "ABCDEFGHI2020-1", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CvnInvoiceNumber number = { .number = 77 };
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      g_assert_cmpint (cvn_invoice_number_parse (cases[i].text, &number, &error), ==, cases[i].prefix != NULL);
      if (cases[i].prefix == NULL)
        {
          g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
          g_assert_cmpstr (cvn_error_get_field (error), ==, "number");
          g_assert_cmpuint (number.number, ==, 77);
          continue;
        }
      g_assert_cmpstr (number.prefix, ==, cases[i].prefix);
      g_assert_cmpuint (number.year, ==, cases[i].year);
      g_assert_cmpuint (number.number, ==, cases[i].number);
      g_assert_cmpuint (number.width, ==, cases[i].width);
      text = cvn_invoice_number_format (&number);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_next (void)
{
  static const struct
  {
    CvnInvoiceSeries series;
    guint            year;
    const char      *last;
    const char      *next;  /* NULL: refused */
    const char      *field; /* at fault */
  } cases[] = {
    { { "", 4, FALSE }, 2018, NULL, "2018-0001", NULL },
    { { "", 4, FALSE }, 2019, "2018-0020", "2019-0021", NULL },
    { { "", 4, FALSE }, 2019, "2019-9999", "2019-10000", NULL },
    { { "B", 3, TRUE }, 2019, "B2019-010", "B2019-011", NULL },
    { { "B", 3, TRUE }, 2020, "B2019-010", "B2020-001", NULL },
    { { "P", 3, TRUE }, 2018, "P2019-001", NULL, "date" },
    { { "P", 3, TRUE }, 2019, "B2019-001", NULL, "number" },
    { { "P", 3, TRUE }, 2019, "P-1", NULL, "number" },
    { { "P", 3, TRUE }, 2019, "P2019-999999999", NULL, "number" },
    { { "p", 3, TRUE }, 2019, NULL, NULL, "prefix" },
    { { "ABCDEFGHI", 3, TRUE }, 2019, NULL, NULL, "prefix" },
    { { "P", 0, TRUE }, 2019, NULL, NULL, "width" },
    { { "P", 10, TRUE }, 2019, NULL, NULL, "width" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *next = cvn_invoice_number_next (&cases[i].series, cases[i].year, cases[i].last, &error);

      g_assert_cmpstr (next, ==, cases[i].next);
      g_assert_cmpstr (cvn_error_get_field (error), ==, cases[i].field);
    }
}

static char *
describe_gaps (const GArray *gaps)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < gaps->len; i++)
    {
      const CvnInvoiceGap *gap = &g_array_index (gaps, CvnInvoiceGap, i);

      g_string_append_printf (text, "%s%s %u %u-%u", i > 0 ? ", " : "", gap->fault == CVN_INVOICE_NUMBER_MISSING ? "missing" : "repeated",
                              gap->year, gap->first, gap->last);
    }
  return g_string_free (text, FALSE);
}

static void
test_gaps (void)
{
  static const struct
  {
    CvnInvoiceSeries series;
    const char      *numbers[6];
    const char      *gaps;
  } cases[] = {
    { { "", 4, FALSE }, { NULL }, "" },
    { { "", 4, FALSE }, { "2018-0001", "2018-0002", "2019-0003" }, "" },
    { { "", 4, FALSE }, { "2019-0005", "2018-0001", "2018-0002" }, "missing 2019 3-4" },
    { { "", 4, FALSE }, { "2018-0003", "B2018-001", "2018-0003", "2018-0004" }, "missing 2018 1-2, repeated 2018 3-3" },
    { { "B", 3, TRUE }, { "B2019-002", "B2020-001", "B2019-001", "P2020-007", "2020-0009" }, "" },
    { { "B", 3, TRUE }, { "B2019-001", "B2020-002", "B2019-003" }, "missing 2019 2-2, missing 2020 1-1" },
    { { "B", 3, TRUE }, { "B2019-001", "B2020-001", "B2020-1" }, "repeated 2020 1-1" },
  };
  g_autoptr (GError) error = NULL;
  const char *wrong[] = { "B2019-001", "no number" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) gaps = cvn_invoice_number_find_gaps (&cases[i].series, cases[i].numbers, g_strv_length ((char **) cases[i].numbers), NULL);
      g_autofree char *text = describe_gaps (gaps);

      g_assert_cmpstr (text, ==, cases[i].gaps);
    }
  g_assert_null (cvn_invoice_number_find_gaps (&cases[0].series, wrong, 2, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
}

/* The sample has three series that count on over the years. Of the bookings two were cancelled before their invoice. */
static void
test_sample (void)
{
  static const CvnInvoiceSeries series[] = { { "", 4, FALSE }, { "B", 3, FALSE }, { "P", 3, FALSE } };
  static const char *const      starts[] = { "2", "B", "P" };
  static const char *const      faults[] = { "", "missing 2020 18-19", "" };
  static const char *const      next[] = { "2020-0071", "B2020-030", "P2020-039" };
  g_autofree char              *path = g_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", "facturen.csv", NULL);
  g_autofree char              *text = NULL;
  g_auto (GStrv) lines = NULL;
  const char *last[3] = { NULL };
  guint       n;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  n = g_strv_length (lines) - 1;
  g_assert_cmpuint (n, ==, 135);
  for (guint i = 1; i <= n; i++)
    {
      *strchr (lines[i], ',') = '\0';
      for (guint j = 0; j < G_N_ELEMENTS (series); j++)
        if (g_str_has_prefix (lines[i], starts[j]))
          last[j] = lines[i];
    }
  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    {
      g_autoptr (GArray) gaps = cvn_invoice_number_find_gaps (&series[i], (const char *const *) &lines[1], n, NULL);
      g_autofree char *following = cvn_invoice_number_next (&series[i], 2020, last[i], NULL);
      g_autofree char *found = describe_gaps (gaps);

      g_assert_cmpstr (found, ==, faults[i]);
      g_assert_cmpstr (following, ==, next[i]);
    }
}

/* Numbers taken one after another have no gap; without one of them there is exactly that gap. */
static void
test_random (void)
{
  for (guint i = 0; i < CASES; i++)
    {
      const CvnInvoiceSeries series = { g_test_rand_int_range (0, 2) == 0 ? "" : "XY", (guint) g_test_rand_int_range (1, 10), g_test_rand_int_range (0, 2) == 0 };
      g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GArray) gaps = NULL;
      g_autoptr (GArray) found = NULL;
      guint n = (guint) g_test_rand_int_range (2, 12);
      guint year = 2018;
      guint away;

      for (guint j = 0; j < n; j++)
        {
          g_ptr_array_add (numbers, cvn_invoice_number_next (&series, year, j > 0 ? numbers->pdata[j - 1] : NULL, NULL));
          year += g_test_rand_int_range (0, 4) == 0;
        }
      gaps = cvn_invoice_number_find_gaps (&series, (const char *const *) numbers->pdata, n, NULL);
      g_assert_cmpuint (gaps->len, ==, 0);

      /* The last of a year may be missed by nobody in a series that restarts. */
      away = (guint) g_test_rand_int_range (0, (gint32) n - 1);
      if (series.restarts && g_str_has_suffix (numbers->pdata[away + 1], "-1"))
        continue;
      g_ptr_array_remove_index (numbers, away);
      found = cvn_invoice_number_find_gaps (&series, (const char *const *) numbers->pdata, n - 1, NULL);
      g_assert_cmpuint (found->len, <=, 1);
      if (!series.restarts)
        {
          g_assert_cmpuint (found->len, ==, 1);
          g_assert_cmpuint (g_array_index (found, CvnInvoiceGap, 0).first, ==, away + 1);
          g_assert_cmpuint (g_array_index (found, CvnInvoiceGap, 0).last, ==, away + 1);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/invoice-number/parses", test_parses);
  g_test_add_func ("/core/invoice-number/next", test_next);
  g_test_add_func ("/core/invoice-number/gaps", test_gaps);
  g_test_add_func ("/core/invoice-number/sample", test_sample);
  g_test_add_func ("/core/invoice-number/random", test_random);

  return g_test_run ();
}
