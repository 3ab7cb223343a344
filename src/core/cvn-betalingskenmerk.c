/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-betalingskenmerk"

#include "cvn-betalingskenmerk.h"

#include "cvn-error.h"
#include "cvn-identifier.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LENGTH  16
#define PAYLOAD 15

/* The rule of the Dutch acceptgiro standard: weights from the right, 11 minus the
 * remainder of 11, with 10 written as 1 and 11 as 0. */
static char
get_check_digit (const char *payload)
{
  static const int weights[] = { 2, 4, 8, 5, 10, 9, 7, 3, 6, 1 };
  int              sum = 0, check;

  for (gsize i = 0; i < PAYLOAD; i++)
    sum += (payload[PAYLOAD - 1 - i] - '0') * weights[i % G_N_ELEMENTS (weights)];

  check = 11 - sum % 11;
  return (char) ('0' + (check == 10 ? 1 : check == 11 ? 0
                                                      : check));
}

/**
 * cvn_betalingskenmerk_make:
 * @number: up to 15 digits, such as a debtor and an invoice number
 * @error: CVN_ERROR_INVALID
 *
 * Returns: (transfer full): the reference of 16 digits, filled up with zeros. Any thread.
 */
char *
cvn_betalingskenmerk_make (const char *number, GError **error)
{
  char  payload[PAYLOAD + 1];
  gsize length;

  g_return_val_if_fail (number != NULL, NULL);

  length = strlen (number);
  if (length == 0 || length > PAYLOAD || !cvn_identifier_is_digits (number, length))
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID,
                           _("A payment reference is made from 1 to 15 digits."));
      return NULL;
    }

  memset (payload, '0', PAYLOAD);
  memcpy (payload + PAYLOAD - length, number, length);
  payload[PAYLOAD] = '\0';

  return g_strdup_printf ("%c%s", get_check_digit (payload), payload);
}

/**
 * cvn_betalingskenmerk_check:
 * @text: a reference, with or without spaces
 * @error: CVN_ERROR_INVALID
 *
 * Whether it has 16 digits and the right check digit. Any thread.
 */
gboolean
cvn_betalingskenmerk_check (const char *text, GError **error)
{
  g_autofree char *normal = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  normal = cvn_identifier_normalise (text);
  if (!cvn_identifier_is_digits (normal, LENGTH))
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, _("A payment reference has 16 digits."));
      return FALSE;
    }
  if (normal[0] != get_check_digit (normal + 1))
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID,
                           _("The check digit of this payment reference is wrong. Compare it with the invoice."));
      return FALSE;
    }

  return TRUE;
}

/**
 * cvn_betalingskenmerk_format:
 * @text: a reference
 *
 * Returns: (transfer full): in groups of four, as on paper
 */
char *
cvn_betalingskenmerk_format (const char *text)
{
  return cvn_identifier_group (text, 4);
}
