/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-language.h"

#include <glib.h>

G_BEGIN_DECLS

char *cvn_share_text_number (gint64 number, CvnLanguage language);
char *cvn_share_text_exact (gint64 total, gint64 weight, gint64 weights, CvnLanguage language);

G_END_DECLS
