/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-record.h"

G_BEGIN_DECLS

gboolean cvn_record_read_json (CvnRecord *record, const char *json, GArray *fields, GError **error);

G_END_DECLS
