/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-share-text"

#include "cvn-share-text.h"

#include "cvn-money.h"

#include <string.h>

/** cvn_share_text_number: (transfer full): a count with its thousands apart: "125,100". */
char *
cvn_share_text_number (gint64      number,
                       CvnLanguage language)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  gsize            n = strlen (digits);
  GString         *text = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0 && digits[i - 1] != '-')
        g_string_append_c (text, language == CVN_LANGUAGE_NL ? '.' : ',');
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}

/**
 * cvn_share_text_exact:
 * @total: cents to divide
 * @weight: of the party
 * @weights: of all
 *
 * Returns: (transfer full): the share in euros before it is rounded, with four decimals, cut off: "€56,383.0985"
 */
char *
cvn_share_text_exact (gint64      total,
                      gint64      weight,
                      gint64      weights,
                      CvnLanguage language)
{
  __int128         exact = (__int128) total * weight;
  g_autofree char *cents = NULL;

  if (weights <= 0 || total < 0 || weight < 0 || exact / weights > G_MAXINT64)
    return g_strdup ("");
  cents = cvn_money_format_euro ((gint64) (exact / weights), language);
  return g_strdup_printf ("%s%02d", cents, (int) (exact % weights * 100 / weights));
}
