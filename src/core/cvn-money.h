/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "cvn-language.h"

/* An amount is a gint64 of euro cents. */

gboolean cvn_money_add (gint64 a, gint64 b, gint64 *sum, GError **error);
gboolean cvn_money_sub (gint64 a, gint64 b, gint64 *difference, GError **error);
gboolean cvn_money_mul (gint64 cents, gint64 factor, gint64 *product, GError **error);
gboolean cvn_money_mul_div (gint64 cents, gint64 numerator, gint64 denominator, gint64 *result, GError **error);

gboolean cvn_money_parse (const char *text, CvnLanguage hint, gint64 *cents, GError **error);

char *cvn_money_format (gint64 cents, CvnLanguage language);
char *cvn_money_format_euro (gint64 cents, CvnLanguage language);
char *cvn_money_format_euro_short (gint64 cents, CvnLanguage language);
char *cvn_money_format_plain (gint64 cents, char decimal_separator);
