/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* What the identifiers of banks and tax offices have in common. */

char    *cvn_identifier_normalise (const char *text);
char    *cvn_identifier_group (const char *text, guint size);
gboolean cvn_identifier_is_digits (const char *text, gsize length);
int      cvn_identifier_mod97 (const char *text);
