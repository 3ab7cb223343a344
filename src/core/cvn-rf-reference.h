/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* The international payment reference of ISO 11649: RF, two check digits and up to 21 characters. */

char    *cvn_rf_reference_make (const char *reference, GError **error);
gboolean cvn_rf_reference_check (const char *text, GError **error);
char    *cvn_rf_reference_format (const char *text);
