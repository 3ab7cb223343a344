/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* The Dutch payment reference of 16 digits; the first is the check digit. */

char    *cvn_betalingskenmerk_make (const char *number, GError **error);
gboolean cvn_betalingskenmerk_check (const char *text, GError **error);
char    *cvn_betalingskenmerk_format (const char *text);
