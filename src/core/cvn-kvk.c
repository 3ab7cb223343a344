/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kvk"

#include "cvn-kvk.h"

#include "cvn-bsn.h"
#include "cvn-error.h"
#include "cvn-identifier.h"

#include <glib/gi18n-lib.h>

/**
 * cvn_kvk_check:
 * @text: a number of the trade register (Chamber of Commerce), spaces allowed
 * @error: CVN_ERROR_INVALID
 *
 * Whether it is 8 digits; the register has no check digit. Any thread, as all of this file.
 */
gboolean
cvn_kvk_check (const char *text, GError **error)
{
  g_autofree char *normal = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  normal = cvn_identifier_normalise (text);
  if (cvn_identifier_is_digits (normal, 8))
    return TRUE;

  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID,
                       _("A number of the Chamber of Commerce (KvK) has 8 digits."));
  return FALSE;
}

/**
 * cvn_rsin_check:
 * @text: the tax office's number of an organisation, spaces allowed
 * @error: CVN_ERROR_INVALID
 *
 * Whether it is 9 digits that pass the eleven-test, which an RSIN shares with the BSN by
 * design: only the field of an organisation may be checked by this rule.
 */
gboolean
cvn_rsin_check (const char *text, GError **error)
{
  g_autofree char *normal = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  normal = cvn_identifier_normalise (text);
  if (cvn_identifier_is_digits (normal, 9) && cvn_bsn_test (normal))
    return TRUE;

  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID,
                       _("An RSIN has 9 digits and a check digit that fits them."));
  return FALSE;
}

/**
 * cvn_oin_check:
 * @text: the number of an organisation in Digikoppeling and e-invoicing, spaces allowed
 * @error: CVN_ERROR_INVALID
 *
 * Whether it is 20 digits.
 */
gboolean
cvn_oin_check (const char *text, GError **error)
{
  g_autofree char *normal = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  normal = cvn_identifier_normalise (text);
  if (cvn_identifier_is_digits (normal, 20))
    return TRUE;

  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID,
                       _("An organisation identification number (OIN) has 20 digits."));
  return FALSE;
}
