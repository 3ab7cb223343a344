/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-rf-reference"

#include "cvn-rf-reference.h"

#include "cvn-error.h"
#include "cvn-identifier.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_REFERENCE 21

/**
 * cvn_rf_reference_make:
 * @reference: 1 to 21 letters and digits; spaces are left out
 * @error: CVN_ERROR_INVALID
 *
 * Returns: (transfer full): the reference with RF and its check digits. Any thread.
 */
char *
cvn_rf_reference_make (const char *reference, GError **error)
{
  g_autofree char *normal = NULL;
  g_autofree char *unchecked = NULL;
  int              remainder;

  g_return_val_if_fail (reference != NULL, NULL);

  normal = cvn_identifier_normalise (reference);
  unchecked = g_strconcat ("RF00", normal, NULL);
  remainder = cvn_identifier_mod97 (unchecked);
  if (remainder < 0 || strlen (normal) > MAX_REFERENCE)
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID,
                           _("An RF reference is made from 1 to 21 letters and digits."));
      return NULL;
    }

  return g_strdup_printf ("RF%02d%s", 98 - remainder, normal);
}

/* With other check digits than 02 to 98 a second text would pass for the same reference. */
static gboolean
has_check_digits (const char *normal)
{
  int value;

  if (!g_str_has_prefix (normal, "RF") || !g_ascii_isdigit (normal[2]) || !g_ascii_isdigit (normal[3]))
    return FALSE;

  value = (normal[2] - '0') * 10 + (normal[3] - '0');
  return value >= 2 && value <= 98;
}

/**
 * cvn_rf_reference_check:
 * @text: a reference, with or without spaces
 * @error: CVN_ERROR_INVALID
 *
 * Whether it has the form of ISO 11649 and the right check digits. Any thread.
 */
gboolean
cvn_rf_reference_check (const char *text, GError **error)
{
  g_autofree char *normal = NULL;
  int              remainder;

  g_return_val_if_fail (text != NULL, FALSE);

  normal = cvn_identifier_normalise (text);
  remainder = cvn_identifier_mod97 (normal);
  if (remainder < 0 || strlen (normal) > MAX_REFERENCE + 4 || !has_check_digits (normal))
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID,
                           _("An RF reference is RF, two digits and 1 to 21 letters and digits."));
      return FALSE;
    }
  if (remainder != 1)
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID,
                           _("The check digits of this RF reference are wrong. Compare it with the invoice."));
      return FALSE;
    }

  return TRUE;
}

/**
 * cvn_rf_reference_format:
 * @text: a reference
 *
 * Returns: (transfer full): in groups of four, as on paper
 */
char *
cvn_rf_reference_format (const char *text)
{
  return cvn_identifier_group (text, 4);
}
