/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-format"

#include "cvn-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_digits (const char *text,
           gsize       length)
{
  return strlen (text) == length && strspn (text, "0123456789") == length;
}

/* KVK: eight digits (Handelsregister). */
static gboolean
check_kvk (const char *text)
{
  return is_digits (text, 8);
}

/* RSIN: nine digits; it passes the eleven-test by design, so that test says nothing here. */
static gboolean
check_rsin (const char *text)
{
  return is_digits (text, 9);
}

/* OIN: twenty digits (Logius). */
static gboolean
check_oin (const char *text)
{
  return is_digits (text, 20);
}

/* Letters of a country and two to twelve letters or digits; Dutch ones are NL, nine digits, B and two digits. */
static gboolean
check_vat_id (const char *text)
{
  gsize length = strlen (text);

  if (length < 4 || length > 14 || !g_ascii_isupper (text[0]) || !g_ascii_isupper (text[1]))
    return FALSE;
  for (const char *c = text + 2; *c != '\0'; c++)
    if (!g_ascii_isdigit (*c) && !g_ascii_isupper (*c))
      return FALSE;
  if (!g_str_has_prefix (text, "NL"))
    return TRUE;
  return length == 14 && strspn (text + 2, "0123456789") == 9 && text[11] == 'B' && strspn (text + 12, "0123456789") == 2;
}

/* One @ with a name before it and a domain with a dot behind it: enough to catch a slip. */
static gboolean
check_email (const char *text)
{
  const char *at = strchr (text, '@');

  return at != NULL && at > text && strchr (at + 1, '@') == NULL && strchr (at + 1, '.') != NULL && strpbrk (text, " ,;") == NULL;
}

static gboolean
check_phone (const char *text)
{
  return strspn (text, "0123456789+-() .") == strlen (text) && strpbrk (text, "0123456789") != NULL;
}

static gboolean
check_url (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);

  return uri != NULL && (g_str_equal (g_uri_get_scheme (uri), "https") || g_str_equal (g_uri_get_scheme (uri), "http"));
}

static gboolean
check_half_year (const char *text)
{
  return strlen (text) == 7 && strspn (text, "0123456789") == 4 && (g_str_equal (text + 4, "-H1") || g_str_equal (text + 4, "-H2"));
}

static const struct
{
  gboolean (*check) (const char *text);
  const char *expected;
} rules[] = {
  [CVN_FORMAT_HALF_YEAR] = { check_half_year, N_("Expected a half-year such as 2026-H1.") },
  [CVN_FORMAT_KVK] = { check_kvk, N_("Expected a trade register number (KVK) of eight digits.") },
  [CVN_FORMAT_RSIN] = { check_rsin, N_("Expected a legal entity number (RSIN) of nine digits.") },
  [CVN_FORMAT_OIN] = { check_oin, N_("Expected a public body number (OIN) of twenty digits.") },
  [CVN_FORMAT_VAT_ID] = { check_vat_id, N_("Expected a VAT number such as NL999999999B01.") },
  [CVN_FORMAT_EMAIL] = { check_email, N_("Expected an e-mail address such as desk@example.org.") },
  [CVN_FORMAT_PHONE] = { check_phone, N_("Expected a telephone number such as 071 516 6000.") },
  [CVN_FORMAT_URL] = { check_url, N_("Expected a web address such as https://example.org.") },
};

/**
 * cvn_format_check:
 * @message: (out) (optional) (transfer full): what is expected, when FALSE is returned
 *
 * Whether @text has the form that @format asks for, check digits included. Any thread.
 */
gboolean
cvn_format_check (CvnFormat   format,
                  const char *text,
                  char      **message)
{
  if ((guint) format >= G_N_ELEMENTS (rules) || rules[format].check == NULL || rules[format].check (text))
    return TRUE;
  if (message != NULL)
    *message = g_strdup (_(rules[format].expected));
  return FALSE;
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
  GString *plain;

  if (format != CVN_FORMAT_KVK && format != CVN_FORMAT_RSIN && format != CVN_FORMAT_OIN && format != CVN_FORMAT_VAT_ID &&
      format != CVN_FORMAT_IBAN && format != CVN_FORMAT_BETALINGSKENMERK && format != CVN_FORMAT_RF_REFERENCE)
    return g_strdup (text);
  plain = g_string_new (NULL);
  for (const char *c = text; *c != '\0'; c++)
    if (*c != ' ' && *c != '.')
      g_string_append_c (plain, g_ascii_toupper (*c));
  return g_string_free (plain, FALSE);
}
