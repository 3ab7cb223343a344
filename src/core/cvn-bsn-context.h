/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-bsn-token.h"

gboolean cvn_bsn_context_header_names_bsn (const char *header);
gboolean cvn_bsn_context_is_other_number (const char *plain, const CvnBsnToken *token, const char *header);
gboolean cvn_bsn_context_is_near_keyword (const char *plain, const CvnBsnToken *token);
