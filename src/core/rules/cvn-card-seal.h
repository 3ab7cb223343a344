/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-record.h"

G_BEGIN_DECLS

char *cvn_card_canonical_text (CvnRecord *card, GPtrArray *parts);
char *cvn_card_seal (CvnRecord *card, GPtrArray *parts);

G_END_DECLS
