/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-reader.h"

G_BEGIN_DECLS

/* By which rules the parties of an agreement contribute at its end: what a successor begins with. */
GPtrArray *cvn_renewed_rules_find (CvnReader *reader, CvnRecord *agreement, GError **error);
char      *cvn_renewed_rules_describe (CvnReader *reader, CvnRecord *rule);

G_END_DECLS
