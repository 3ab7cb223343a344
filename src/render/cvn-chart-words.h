/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-language.h"

#include <glib.h>

G_BEGIN_DECLS

/* What charts say, in the language of what they stand in: a report has another one than the interface. */
const char *cvn_chart_words (const char *english, CvnLanguage language) G_GNUC_FORMAT (1);

G_END_DECLS
