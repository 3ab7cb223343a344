/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-identifier"

#include "cvn-identifier.h"

#include <string.h>

/**
 * cvn_identifier_normalise:
 * @text: an identifier as people write it, UTF-8
 *
 * Takes out spaces of any width and makes ASCII letters capitals. Any thread, as all
 * of this file.
 *
 * Returns: (transfer full): the stored form
 */
char *
cvn_identifier_normalise (const char *text)
{
  GString         *normal = g_string_new (NULL);
  g_autofree char *valid = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        continue;
      g_string_append_unichar (normal, c < 0x80 ? (gunichar) g_ascii_toupper ((char) c) : c);
    }

  return g_string_free (normal, FALSE);
}

/**
 * cvn_identifier_group:
 * @text: an identifier
 * @size: how many characters stand together, at least 1
 *
 * Returns: (transfer full): the normal form in groups: "NL05 DEMO 0000 0000 71"
 */
char *
cvn_identifier_group (const char *text, guint size)
{
  g_autofree char *normal = NULL;
  GString         *grouped;
  guint            written = 0;

  g_return_val_if_fail (text != NULL && size > 0, NULL);

  normal = cvn_identifier_normalise (text);
  grouped = g_string_new (NULL);
  for (const char *at = normal; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (written > 0 && written % size == 0)
        g_string_append_c (grouped, ' ');
      g_string_append_unichar (grouped, g_utf8_get_char (at));
      written++;
    }

  return g_string_free (grouped, FALSE);
}

/**
 * cvn_identifier_is_digits:
 * @text: an identifier
 * @length: how many digits it should have
 *
 * Whether @text is exactly so many ASCII digits.
 */
gboolean
cvn_identifier_is_digits (const char *text, gsize length)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return strlen (text) == length && strspn (text, "0123456789") == length;
}

/**
 * cvn_identifier_mod97:
 * @text: digits and capital ASCII letters, the four leading characters first
 *
 * The remainder of ISO 7064 MOD 97-10 after moving the first four characters to the
 * end and reading A as 10 up to Z as 35. It is 1 for a right IBAN or RF reference.
 *
 * Returns: 0 to 96, or -1 when there are other characters or fewer than five
 */
int
cvn_identifier_mod97 (const char *text)
{
  gsize length;
  int   remainder = 0;

  g_return_val_if_fail (text != NULL, -1);

  length = strlen (text);
  if (length < 5)
    return -1;

  for (gsize i = 0; i < length; i++)
    {
      char c = text[(i + 4) % length];

      if (g_ascii_isdigit (c))
        remainder = (remainder * 10 + (c - '0')) % 97;
      else if (g_ascii_isupper (c))
        remainder = (remainder * 100 + (c - 'A' + 10)) % 97;
      else
        return -1;
    }

  return remainder;
}
