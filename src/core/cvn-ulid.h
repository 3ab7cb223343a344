/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#define CVN_ULID_LENGTH 26

char    *cvn_ulid_new (void);
gboolean cvn_ulid_is_valid (const char *text);
