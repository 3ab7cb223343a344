/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-invoice-number"

#include "cvn-invoice-number.h"

#include "cvn-error.h"
#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

/*
 * Numbers of invoices such as 2018-0001, B2019-001 and P2019-005. Source: article 35a of the Wet op de omzetbelasting 1968
 * asks for consecutive numbers of one or more series; invariant 8 of the data model, feature 28. Who takes a number does
 * so in the transaction that stores the invoice. All functions are pure: any thread.
 */

#define MOST_DIGITS 9
#define MOST_NUMBER 999999999

static gboolean
refuse (GError **error)
{
  return cvn_check_fail (error, "number", _("Expected an invoice number such as 2018-0001 or B2019-001."));
}

/* Reads digits only; how many there are is returned, 0 when there are too many. */
static guint
read_digits (const char **text,
             guint        most,
             guint       *value)
{
  guint n = 0;

  for (*value = 0; g_ascii_isdigit (**text); (*text)++, n++)
    {
      if (n == most)
        return 0;
      *value = *value * 10 + (guint) g_ascii_digit_value (**text);
    }
  return n;
}

/**
 * cvn_invoice_number_parse:
 * @number: (out): untouched on error
 *
 * Capital letters or none, a year of four digits, a hyphen and from 1 to 9 digits, not all zero. Fails with
 * %CVN_ERROR_INVALID at "number".
 */
gboolean
cvn_invoice_number_parse (const char       *text,
                          CvnInvoiceNumber *number,
                          GError          **error)
{
  CvnInvoiceNumber parsed = { 0 };
  gsize            n_letters = 0;

  while (g_ascii_isupper (text[n_letters]))
    if (n_letters == CVN_INVOICE_PREFIX_MAX)
      return refuse (error);
    else
      parsed.prefix[n_letters] = text[n_letters], n_letters++;
  text += n_letters;
  if (read_digits (&text, 4, &parsed.year) != 4 || parsed.year == 0 || *text++ != '-')
    return refuse (error);
  parsed.width = read_digits (&text, MOST_DIGITS, &parsed.number);
  if (parsed.width == 0 || parsed.number == 0 || *text != '\0')
    return refuse (error);
  *number = parsed;
  return TRUE;
}

/** cvn_invoice_number_format: (transfer full): the text, the opposite of cvn_invoice_number_parse(). */
char *
cvn_invoice_number_format (const CvnInvoiceNumber *number)
{
  return g_strdup_printf ("%s%04u-%0*u", number->prefix, number->year, (int) MIN (number->width, MOST_DIGITS), number->number);
}

static gboolean
check_series (const CvnInvoiceSeries *series,
              GError                **error)
{
  gsize length = 0;

  while (g_ascii_isupper (series->prefix[length]))
    length++;
  if (series->prefix[length] != '\0' || length > CVN_INVOICE_PREFIX_MAX)
    return cvn_check_fail (error, "prefix", _("A series begins with at most eight capital letters, or with none."));
  if (series->width < 1 || series->width > MOST_DIGITS)
    return cvn_check_fail (error, "width", _("Fill in a number of digits from 1 to 9."));
  return TRUE;
}

/* What comes after @last in @year. */
static gboolean
count_on (const CvnInvoiceSeries *series,
          guint                   year,
          const char             *last,
          guint                  *number,
          GError                **error)
{
  CvnInvoiceNumber before;

  if (!cvn_invoice_number_parse (last, &before, error))
    return FALSE;
  if (!g_str_equal (before.prefix, series->prefix))
    return cvn_check_fail (error, "number", _("The last invoice number is one of another series."));
  if (before.year > year)
    return cvn_check_fail (error, "date", _("A later year has invoices in this series already: choose a date in that year."));
  *number = series->restarts && before.year < year ? 1 : before.number + 1;
  return *number <= MOST_NUMBER || cvn_check_fail (error, "number", _("This series is full: choose another one."));
}

/**
 * cvn_invoice_number_next:
 * @year: of the invoice date
 * @last: (nullable): the number of the series that is highest, in the last year of a series that restarts; NULL when it
 *   has none. Numbers are compared, not texts: 2019-10000 comes after 2019-9999
 *
 * The number for the next invoice: one more, or 1 when a year begins in a series that restarts. A number that has outgrown
 * the width of its series gets longer. Fails with %CVN_ERROR_INVALID at "prefix", "width", "number" or "date".
 *
 * Returns: (transfer full): the text
 */
char *
cvn_invoice_number_next (const CvnInvoiceSeries *series,
                         guint                   year,
                         const char             *last,
                         GError                **error)
{
  CvnInvoiceNumber next = { .year = year, .number = 1, .width = series->width };

  g_return_val_if_fail (year >= 1 && year <= 9999, NULL);

  if (!check_series (series, error) || (last != NULL && !count_on (series, year, last, &next.number, error)))
    return NULL;
  for (guint i = 0; series->prefix[i] != '\0'; i++)
    next.prefix[i] = series->prefix[i];
  return cvn_invoice_number_format (&next);
}

static int
compare_by_year (gconstpointer a,
                 gconstpointer b)
{
  const CvnInvoiceNumber *x = a;
  const CvnInvoiceNumber *y = b;

  if (x->year != y->year)
    return x->year < y->year ? -1 : 1;
  return x->number == y->number ? 0 : x->number < y->number ? -1
                                                            : 1;
}

static int
compare_by_number (gconstpointer a,
                   gconstpointer b)
{
  const CvnInvoiceNumber *x = a;
  const CvnInvoiceNumber *y = b;

  if (x->number != y->number)
    return x->number < y->number ? -1 : 1;
  return x->year == y->year ? 0 : x->year < y->year ? -1
                                                    : 1;
}

static void
append_gap (GArray               *gaps,
            CvnInvoiceNumberFault fault,
            guint                 year,
            guint                 first,
            guint                 last)
{
  CvnInvoiceGap gap = { fault, year, first, last };

  g_array_append_val (gaps, gap);
}

/* Numbers in order; those of a series that restarts begin anew with each year. */
static GArray *
compare_neighbours (const CvnInvoiceSeries *series,
                    const GArray           *found)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (CvnInvoiceGap));
  guint   year = 0;
  guint   last = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const CvnInvoiceNumber *number = &g_array_index (found, CvnInvoiceNumber, i);

      if (series->restarts && number->year != year)
        last = 0;
      if (number->number == last)
        append_gap (gaps, CVN_INVOICE_NUMBER_REPEATED, number->year, last, last);
      else if (number->number > last + 1)
        append_gap (gaps, CVN_INVOICE_NUMBER_MISSING, number->year, last + 1, number->number - 1);
      year = number->year;
      last = number->number;
    }
  return gaps;
}

/**
 * cvn_invoice_number_find_gaps:
 * @numbers: (array length=n_numbers): in any order; those of other series are left out
 *
 * What is missing from 1 up to the last number, and what was used more than once (invariant 8). Fails with
 * %CVN_ERROR_INVALID at "number" for a text that is no invoice number.
 *
 * Returns: (transfer full) (element-type CvnInvoiceGap): in order, empty when all is well
 */
GArray *
cvn_invoice_number_find_gaps (const CvnInvoiceSeries *series,
                              const char *const      *numbers,
                              guint                   n_numbers,
                              GError                **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (CvnInvoiceNumber));

  for (guint i = 0; i < n_numbers; i++)
    {
      CvnInvoiceNumber number;

      if (!cvn_invoice_number_parse (numbers[i], &number, error))
        return NULL;
      if (g_str_equal (number.prefix, series->prefix))
        g_array_append_val (found, number);
    }
  g_array_sort (found, series->restarts ? compare_by_year : compare_by_number);
  return compare_neighbours (series, found);
}
