/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-format"

#include "cvn-format.h"

#include "cvn-attachment.h"
#include "cvn-betalingskenmerk.h"
#include "cvn-error.h"
#include "cvn-half-year.h"
#include "cvn-iban.h"
#include "cvn-identifier.h"
#include "cvn-kvk.h"
#include "cvn-rf-reference.h"
#include "cvn-vat-id.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
refuse (GError    **error,
        const char *expected)
{
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, expected);
  return FALSE;
}

/* One @ with a name before it and a domain with a dot behind it: enough to catch a slip. */
static gboolean
check_email (const char *text,
             GError    **error)
{
  const char *at = strchr (text, '@');

  if (at != NULL && at > text && strchr (at + 1, '@') == NULL && strchr (at + 1, '.') != NULL && strpbrk (text, " ,;") == NULL)
    return TRUE;
  return refuse (error, _("Expected an e-mail address such as desk@example.org."));
}

static gboolean
check_phone (const char *text,
             GError    **error)
{
  if (strspn (text, "0123456789+-() .") == strlen (text) && strpbrk (text, "0123456789") != NULL)
    return TRUE;
  return refuse (error, _("Expected a telephone number such as 071 516 6000."));
}

static gboolean
check_url (const char *text,
           GError    **error)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);

  if (uri != NULL && (g_str_equal (g_uri_get_scheme (uri), "https") || g_str_equal (g_uri_get_scheme (uri), "http")))
    return TRUE;
  return refuse (error, _("Expected a web address such as https://example.org."));
}

static gboolean
check_half_year (const char *text,
                 GError    **error)
{
  int half_year;

  return cvn_half_year_parse (text, &half_year, error);
}

static gboolean
check_file (const char *text,
            GError    **error)
{
  g_auto (CvnAttachment) file = { 0 };

  return cvn_attachment_parse (text, &file, error);
}

static gboolean (*const checks[]) (const char *text, GError **error) = {
  [CVN_FORMAT_HALF_YEAR] = check_half_year,
  [CVN_FORMAT_KVK] = cvn_kvk_check,
  [CVN_FORMAT_RSIN] = cvn_rsin_check,
  [CVN_FORMAT_OIN] = cvn_oin_check,
  [CVN_FORMAT_VAT_ID] = cvn_vat_id_check,
  [CVN_FORMAT_IBAN] = cvn_iban_check,
  [CVN_FORMAT_BETALINGSKENMERK] = cvn_betalingskenmerk_check,
  [CVN_FORMAT_RF_REFERENCE] = cvn_rf_reference_check,
  [CVN_FORMAT_EMAIL] = check_email,
  [CVN_FORMAT_PHONE] = check_phone,
  [CVN_FORMAT_URL] = check_url,
  [CVN_FORMAT_FILE] = check_file,
};

/**
 * cvn_format_check:
 *
 * Whether @text has the form that @format asks for, check digits included; the error says what is expected. Any thread.
 */
gboolean
cvn_format_check (CvnFormat   format,
                  const char *text,
                  GError    **error)
{
  return (guint) format >= G_N_ELEMENTS (checks) || checks[format] == NULL || checks[format](text, error);
}

/**
 * cvn_format_normalise:
 *
 * Returns: (transfer full): @text as it is stored: numbers that people write in groups without the blanks and dots
 */
char *
cvn_format_normalise (CvnFormat   format,
                      const char *text)
{
  switch (format)
    {
    case CVN_FORMAT_KVK:
    case CVN_FORMAT_RSIN:
    case CVN_FORMAT_OIN:
    case CVN_FORMAT_VAT_ID:
    case CVN_FORMAT_IBAN:
    case CVN_FORMAT_BETALINGSKENMERK:
    case CVN_FORMAT_RF_REFERENCE:
      return cvn_identifier_normalise (text);
    case CVN_FORMAT_NONE:
    case CVN_FORMAT_CODE:
    case CVN_FORMAT_HALF_YEAR:
    case CVN_FORMAT_EMAIL:
    case CVN_FORMAT_PHONE:
    case CVN_FORMAT_URL:
    case CVN_FORMAT_FILE:
    default:
      return g_strdup (text);
    }
}
