/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

gboolean cvn_iban_check (const char *text, GError **error);
char    *cvn_iban_normalise (const char *text);
char    *cvn_iban_format (const char *text);
