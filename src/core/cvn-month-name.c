/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-month-name"

#include "cvn-month-name.h"

/* Own tables: the names follow the language of the output, not the locale. */
static const char *const names[][12] = {
  [CVN_LANGUAGE_EN] = { "January", "February", "March", "April", "May", "June",
                        "July", "August", "September", "October", "November", "December" },
  [CVN_LANGUAGE_NL] = { "januari", "februari", "maart", "april", "mei", "juni",
                        "juli", "augustus", "september", "oktober", "november", "december" },
};

static const char *const short_names[][12] = {
  [CVN_LANGUAGE_EN] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" },
  [CVN_LANGUAGE_NL] = { "jan", "feb", "mrt", "apr", "mei", "jun",
                        "jul", "aug", "sep", "okt", "nov", "dec" },
};

/**
 * cvn_month_name:
 * @month: 1 to 12
 * @language: the language of the name
 *
 * Returns: (transfer none): "June" or "juni". Any thread.
 */
const char *
cvn_month_name (guint month, CvnLanguage language)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");
  g_return_val_if_fail ((guint) language < G_N_ELEMENTS (names), "");

  return names[language][month - 1];
}

/**
 * cvn_month_name_short:
 * @month: 1 to 12
 * @language: the language of the name
 *
 * Returns: (transfer none): "Jun" or "jun". Any thread.
 */
const char *
cvn_month_name_short (guint month, CvnLanguage language)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");
  g_return_val_if_fail ((guint) language < G_N_ELEMENTS (short_names), "");

  return short_names[language][month - 1];
}

/**
 * cvn_month_from_name:
 * @name: a full or short name, in either language and any case
 *
 * Returns: 1 to 12, or 0 when it is no month. Any thread.
 */
guint
cvn_month_from_name (const char *name)
{
  g_return_val_if_fail (name != NULL, 0);

  for (gsize language = 0; language < G_N_ELEMENTS (names); language++)
    for (guint i = 0; i < 12; i++)
      if (g_ascii_strcasecmp (name, names[language][i]) == 0 ||
          g_ascii_strcasecmp (name, short_names[language][i]) == 0)
        return i + 1;

  return 0;
}
