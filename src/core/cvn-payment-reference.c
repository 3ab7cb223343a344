/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-payment-reference"

#include "cvn-payment-reference.h"

#include "cvn-betalingskenmerk.h"
#include "cvn-identifier.h"
#include "cvn-rf-reference.h"

#define KENMERK_LENGTH 16

static gboolean
looks_like_rf (const char *normal)
{
  return g_str_has_prefix (normal, "RF") && g_ascii_isdigit (normal[2]) && g_ascii_isdigit (normal[3]);
}

/**
 * cvn_payment_reference_check:
 * @text: what was given with a payment, with or without spaces
 * @error: CVN_ERROR_INVALID
 *
 * Whether its check digits are right, where it has any: sixteen digits are a betalingskenmerk, RF and two digits begin an
 * ISO 11649 reference. Anything else is in the payer's own words. Any thread.
 */
gboolean
cvn_payment_reference_check (const char *text,
                             GError    **error)
{
  g_autofree char *normal = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  normal = cvn_identifier_normalise (text);
  if (looks_like_rf (normal))
    return cvn_rf_reference_check (normal, error);
  return !cvn_identifier_is_digits (normal, KENMERK_LENGTH) || cvn_betalingskenmerk_check (normal, error);
}
