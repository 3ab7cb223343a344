/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-field.h"

G_BEGIN_DECLS

gboolean cvn_format_check (CvnFormat format, const char *text, GError **error);
char    *cvn_format_normalise (CvnFormat format, const char *text);

G_END_DECLS
