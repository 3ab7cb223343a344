/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-reader.h"

G_BEGIN_DECLS

/* What a card takes over from the registers. Any thread that has the reader; see cvn-direction-operations.h. */
GPtrArray *cvn_card_lines_carry (CvnReader *reader, CvnRecord *card, const char *today, GError **error);
GPtrArray *cvn_card_lines_figures (CvnReader *reader, CvnRecord *card, const char *today, GError **error);
gboolean   cvn_card_line_refresh (CvnReader *reader, CvnRecord *line, const char *today, GError **error);

G_END_DECLS
