/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-iban"

#include "cvn-iban.h"

#include "cvn-error.h"
#include "cvn-identifier.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MIN_LENGTH 15
#define MAX_LENGTH 34

/* The countries of SEPA, where a wrong length is surely wrong. */
static const struct
{
  char   country[3];
  guint8 length;
} lengths[] = {
  { "AD", 24 },
  { "AT", 20 },
  { "BE", 16 },
  { "BG", 22 },
  { "CH", 21 },
  { "CY", 28 },
  { "CZ", 24 },
  { "DE", 22 },
  { "DK", 18 },
  { "EE", 20 },
  { "ES", 24 },
  { "FI", 18 },
  { "FR", 27 },
  { "GB", 22 },
  { "GI", 23 },
  { "GR", 27 },
  { "HR", 21 },
  { "HU", 28 },
  { "IE", 22 },
  { "IS", 26 },
  { "IT", 27 },
  { "LI", 21 },
  { "LT", 20 },
  { "LU", 20 },
  { "LV", 21 },
  { "MC", 27 },
  { "MT", 31 },
  { "NL", 18 },
  { "NO", 15 },
  { "PL", 28 },
  { "PT", 25 },
  { "RO", 24 },
  { "SE", 24 },
  { "SI", 19 },
  { "SK", 24 },
  { "SM", 27 },
  { "VA", 22 },
};

static gboolean
has_length (const char *normal)
{
  gsize length = strlen (normal);

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    if (g_str_has_prefix (normal, lengths[i].country))
      return length == lengths[i].length;

  return length >= MIN_LENGTH && length <= MAX_LENGTH;
}

static gboolean
has_head (const char *normal)
{
  return g_ascii_isupper (normal[0]) && g_ascii_isupper (normal[1]) &&
         g_ascii_isdigit (normal[2]) && g_ascii_isdigit (normal[3]);
}

/* A Dutch account is a bank of four letters and ten digits. */
static gboolean
has_dutch_form (const char *normal)
{
  for (gsize i = 4; i < 8; i++)
    if (!g_ascii_isupper (normal[i]))
      return FALSE;

  return cvn_identifier_is_digits (normal + 8, 10);
}

/**
 * cvn_iban_check:
 * @text: an account number, with or without spaces
 * @error: CVN_ERROR_INVALID
 *
 * Whether it has the form of an IBAN and passes ISO 7064 MOD 97-10. Any thread.
 */
gboolean
cvn_iban_check (const char *text, GError **error)
{
  g_autofree char *normal = NULL;
  int              remainder;

  g_return_val_if_fail (text != NULL, FALSE);

  normal = cvn_identifier_normalise (text);
  remainder = cvn_identifier_mod97 (normal);
  if (remainder < 0 || !has_head (normal) || !has_length (normal) ||
      (g_str_has_prefix (normal, "NL") && !has_dutch_form (normal)))
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID,
                           _("Expected an account number (IBAN) such as NL05 DEMO 0000 0000 71."));
      return FALSE;
    }
  if (remainder != 1)
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID,
                           _("The check digits of this account number (IBAN) are wrong. A digit may have been mistyped."));
      return FALSE;
    }

  return TRUE;
}

/**
 * cvn_iban_normalise:
 * @text: an account number
 *
 * Returns: (transfer full): without spaces and in capitals, the stored form
 */
char *
cvn_iban_normalise (const char *text)
{
  return cvn_identifier_normalise (text);
}

/**
 * cvn_iban_format:
 * @text: an account number
 *
 * Returns: (transfer full): in groups of four
 */
char *
cvn_iban_format (const char *text)
{
  return cvn_identifier_group (text, 4);
}
