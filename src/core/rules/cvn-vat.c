/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-vat"

#include "cvn-vat.h"

#include "cvn-error.h"
#include "cvn-kind-check.h"
#include "cvn-money.h"

#include <glib/gi18n-lib.h>

/*
 * Dutch VAT. Source: Wet op de omzetbelasting 1968, article 9, for the rates; EN 16931, rules BR-CO-13 to BR-CO-17, for
 * the sums; feature 28. All functions are pure: any thread.
 */

typedef struct
{
  CvnVatLevel level;
  CvnDate     from;
  gint64      rate; /* per mille */
} Rate;

/* The newest first, as far back as records of a centre may go. */
static const Rate rates[] = {
  { CVN_VAT_STANDARD, { 2012, 10, 1 }, 210 },
  { CVN_VAT_STANDARD, { 2001, 1, 1 }, 190 },
  { CVN_VAT_REDUCED, { 2019, 1, 1 }, 90 },
  { CVN_VAT_REDUCED, { 2001, 1, 1 }, 60 },
};

/* What an amount may differ by when another program rounded it line by line. */
#define CENT_ROUNDED 1

static const char *const codes[CVN_VAT_N_CATEGORIES] = {
  [CVN_VAT_TAXED] = "taxed",
  [CVN_VAT_ZERO] = "zero",
  [CVN_VAT_EXEMPT] = "exempt",
  [CVN_VAT_OUTSIDE] = "outside",
  [CVN_VAT_REVERSE] = "reverse",
};

/** cvn_vat_get_code: the code that is stored. */
const char *
cvn_vat_get_code (CvnVatCategory category)
{
  g_return_val_if_fail (category < CVN_VAT_N_CATEGORIES, NULL);

  return codes[category];
}

/** cvn_vat_from_code: fails with %CVN_ERROR_INVALID at "vat_category", also for NULL. */
gboolean
cvn_vat_from_code (const char     *code,
                   CvnVatCategory *category,
                   GError        **error)
{
  for (guint i = 0; i < CVN_VAT_N_CATEGORIES; i++)
    if (g_strcmp0 (code, codes[i]) == 0)
      {
        *category = (CvnVatCategory) i;
        return TRUE;
      }
  return cvn_check_fail (error, "vat_category", _("Choose a VAT category."));
}

/**
 * cvn_vat_find_rate:
 * @day: of the service; a partial date counts by its first day
 * @rate: (out): per mille
 *
 * Returns: whether the rate of that day is known: from 2001 on
 */
gboolean
cvn_vat_find_rate (CvnVatLevel    level,
                   const CvnDate *day,
                   gint64        *rate)
{
  CvnDate first = cvn_date_first (day);

  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    if (rates[i].level == level && cvn_date_compare (&rates[i].from, &first) <= 0)
      {
        *rate = rates[i].rate;
        return TRUE;
      }
  return FALSE;
}

/* Whether @vat is that of @net, but for at most @slack cents. */
static gboolean
is_vat_of (gint64 net,
           gint64 rate,
           gint64 vat,
           gint64 slack)
{
  gint64 exact;

  return cvn_money_mul_div (net, rate, 1000, &exact, NULL) && vat >= exact - slack && vat <= exact + slack;
}

/**
 * cvn_vat_tell_rate:
 * @net: cents
 * @vat: cents, said to be all the VAT of @net
 * @day: of the invoice
 * @rate: (out): per mille
 *
 * The one rate that @vat is at: one that held on @day or before it, the newest first, as an invoice may be of an earlier
 * service. Another program may have rounded each line, which makes a cent.
 *
 * Returns: whether there is one; FALSE for VAT of several rates together
 */
gboolean
cvn_vat_tell_rate (gint64         net,
                   gint64         vat,
                   const CvnDate *day,
                   gint64        *rate)
{
  CvnDate first = cvn_date_first (day);

  for (gint64 slack = 0; slack <= CENT_ROUNDED; slack++)
    for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
      if (cvn_date_compare (&rates[i].from, &first) <= 0 && is_vat_of (net, rates[i].rate, vat, slack))
        {
          *rate = rates[i].rate;
          return TRUE;
        }
  return FALSE;
}

/**
 * cvn_vat_check_rate:
 * @rate: per mille
 * @day: of the service
 *
 * Whether @rate goes with @category on @day: one of the rates of that day when taxed, otherwise none. Fails with
 * %CVN_ERROR_INVALID at "vat_rate"; the message says what is expected.
 */
gboolean
cvn_vat_check_rate (CvnVatCategory category,
                    gint64         rate,
                    const CvnDate *day,
                    GError       **error)
{
  gint64 standard;
  gint64 reduced;

  if (category != CVN_VAT_TAXED)
    return rate == 0 || cvn_check_fail (error, "vat_rate", _("Only taxed lines have a VAT rate: here it must be 0 %."));
  if (!cvn_vat_find_rate (CVN_VAT_STANDARD, day, &standard) || !cvn_vat_find_rate (CVN_VAT_REDUCED, day, &reduced))
    return cvn_check_fail (error, "vat_rate", _("The VAT rates before 2001 are not known."));
  if (rate == standard || rate == reduced)
    return TRUE;
  /* All rates have been whole per cents so far. */
  g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID, _("On this date the VAT rate is %1$d %% or %2$d %%."), (int) (standard / 10), (int) (reduced / 10));
  cvn_error_set_field (error, "vat_rate");
  return FALSE;
}

/** cvn_vat_of_line: the cents of VAT of one line alone, half away from zero. Fails with %CVN_ERROR_OVERFLOW at "net". */
gboolean
cvn_vat_of_line (const CvnVatLine *line,
                 gint64           *vat,
                 GError          **error)
{
  if (cvn_money_mul_div (line->net, line->rate, 1000, vat, error))
    return TRUE;
  cvn_error_set_field (error, "net");
  return FALSE;
}

/**
 * cvn_vat_sum_is_right: whether the VAT is what the category and the rate make of the amount (EN 16931, BR-S-8 and 9, BR-Z-9,
 * BR-E-9, BR-AE-9, BR-O-9), but for a cent that was rounded elsewhere. Only what is taxed has a rate, above nothing.
 */
gboolean
cvn_vat_sum_is_right (const CvnVatSum *sum)
{
  if (sum->category != CVN_VAT_TAXED)
    return sum->rate == 0 && sum->vat == 0;
  return sum->rate > 0 && is_vat_of (sum->net, sum->rate, sum->vat, CENT_ROUNDED);
}

static int
compare_sums (gconstpointer a,
              gconstpointer b)
{
  const CvnVatSum *x = a;
  const CvnVatSum *y = b;

  if (x->category != y->category)
    return x->category < y->category ? -1 : 1;
  return x->rate == y->rate ? 0 : x->rate > y->rate ? -1
                                                    : 1;
}

static CvnVatSum *
find_sum (GArray           *sums,
          const CvnVatLine *line)
{
  CvnVatSum new = { line->category, line->rate, 0, 0 };

  for (guint i = 0; i < sums->len; i++)
    {
      CvnVatSum *sum = &g_array_index (sums, CvnVatSum, i);

      if (sum->category == line->category && sum->rate == line->rate)
        return sum;
    }
  g_array_append_val (sums, new);
  return &g_array_index (sums, CvnVatSum, sums->len - 1);
}

static gboolean
add_up (GArray       *sums,
        CvnVatTotals *totals,
        GError      **error)
{
  *totals = (CvnVatTotals){ 0 };
  for (guint i = 0; i < sums->len; i++)
    {
      CvnVatSum *sum = &g_array_index (sums, CvnVatSum, i);

      if (!cvn_money_mul_div (sum->net, sum->rate, 1000, &sum->vat, error) ||
          !cvn_money_add (totals->net, sum->net, &totals->net, error) ||
          !cvn_money_add (totals->vat, sum->vat, &totals->vat, error))
        return FALSE;
    }
  return cvn_money_add (totals->net, totals->vat, &totals->total, error);
}

/**
 * cvn_vat_summarise:
 * @lines: (array length=n_lines): of one invoice or credit note
 * @totals: (out): of the whole invoice; undefined on error
 *
 * The VAT summary: for each category and rate the sum of the lines and the VAT of that sum, rounded once, half away from
 * zero (EN 16931, BR-CO-17); so the VAT of an invoice may differ by cents from that of its lines alone. Fails with
 * %CVN_ERROR_OVERFLOW at "net".
 *
 * Returns: (transfer full) (element-type CvnVatSum): by category, the highest rate first
 */
GArray *
cvn_vat_summarise (const CvnVatLine *lines,
                   guint             n_lines,
                   CvnVatTotals     *totals,
                   GError          **error)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (CvnVatSum));

  for (guint i = 0; i < n_lines; i++)
    {
      CvnVatSum *sum = find_sum (sums, &lines[i]);

      if (!cvn_money_add (sum->net, lines[i].net, &sum->net, error))
        {
          cvn_error_set_field (error, "net");
          return NULL;
        }
    }
  if (!add_up (sums, totals, error))
    {
      cvn_error_set_field (error, "net");
      return NULL;
    }
  g_array_sort (sums, compare_sums);
  return g_steal_pointer (&sums);
}

/**
 * cvn_vat_check_totals:
 * @day: of the service
 * @stated: what the invoice says
 *
 * Whether the rates are those of @day and the stated totals follow from the lines (EN 16931, BR-CO-13 to 15). Fails with
 * %CVN_ERROR_INVALID at "vat_rate", "net", "vat" or "total", or with %CVN_ERROR_OVERFLOW at "net".
 */
gboolean
cvn_vat_check_totals (const CvnVatLine   *lines,
                      guint               n_lines,
                      const CvnDate      *day,
                      const CvnVatTotals *stated,
                      GError            **error)
{
  g_autoptr (GArray) sums = NULL;
  CvnVatTotals totals;

  if (n_lines == 0)
    return cvn_check_fail (error, "net", _("An invoice needs at least one line."));
  for (guint i = 0; i < n_lines; i++)
    if (!cvn_vat_check_rate (lines[i].category, lines[i].rate, day, error))
      return FALSE;
  sums = cvn_vat_summarise (lines, n_lines, &totals, error);
  if (sums == NULL)
    return FALSE;
  if (stated->net != totals.net)
    return cvn_check_fail (error, "net", _("The amount without VAT is not the sum of the lines."));
  if (stated->vat != totals.vat)
    return cvn_check_fail (error, "vat", _("The VAT is not the sum of the VAT for each rate."));
  return stated->total == totals.total ||
         cvn_check_fail (error, "total", _("The amount with VAT is not the amount without VAT plus the VAT."));
}
