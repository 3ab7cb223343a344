/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-vat-id"

#include "cvn-vat-id.h"

#include "cvn-bsn.h"
#include "cvn-error.h"
#include "cvn-identifier.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DUTCH_LENGTH   14
#define FOREIGN_SHORT  4
#define FOREIGN_LENGTH 14

/* NL#########B## */
static gboolean
is_dutch (const char *normal)
{
  return strlen (normal) == DUTCH_LENGTH && g_str_has_prefix (normal, "NL") &&
         strspn (normal + 2, "0123456789") == 9 && normal[11] == 'B' &&
         cvn_identifier_is_digits (normal + 12, 2);
}

static gboolean
is_foreign (const char *normal)
{
  gsize length = strlen (normal);

  return length >= FOREIGN_SHORT && length <= FOREIGN_LENGTH &&
         g_ascii_isupper (normal[0]) && g_ascii_isupper (normal[1]) && !g_str_has_prefix (normal, "NL") &&
         strspn (normal, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+*") == length;
}

/**
 * cvn_vat_id_check:
 * @text: a VAT number with its country, spaces allowed
 * @error: CVN_ERROR_INVALID
 *
 * Whether it has the Dutch form NL, nine digits, B, two digits, or for another country
 * two letters and 2 to 12 characters. Any thread, as all of this file.
 */
gboolean
cvn_vat_id_check (const char *text, GError **error)
{
  g_autofree char *normal = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  normal = cvn_identifier_normalise (text);
  if (is_dutch (normal) || is_foreign (normal))
    return TRUE;

  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID,
                       _("Expected a VAT number such as NL990000001B01."));
  return FALSE;
}

/**
 * cvn_vat_id_may_hold_bsn:
 * @text: a VAT number
 *
 * Until the end of 2019 the VAT number of a Dutch sole trader was made from the BSN. The
 * core of a company's number can pass the same test, so this is a reason to ask, not to
 * refuse.
 *
 * Returns: whether it is a Dutch number whose nine digits pass the eleven-test
 */
gboolean
cvn_vat_id_may_hold_bsn (const char *text)
{
  g_autofree char *normal = NULL;
  g_autofree char *core = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  normal = cvn_identifier_normalise (text);
  if (!is_dutch (normal))
    return FALSE;

  core = g_strndup (normal + 2, 9);
  return cvn_bsn_test (core);
}
