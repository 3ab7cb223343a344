/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-record.h"

G_BEGIN_DECLS

gboolean cvn_check_fail (GError **error, const char *field, const char *message);
gboolean cvn_check_either (CvnRecord *record, const char *field, const char *other, const char *message, GError **error);
gboolean cvn_check_order (CvnRecord *record, const char *first, const char *last, const char *message, GError **error);
gboolean cvn_check_part (CvnRecord *record, const char *part, const char *whole, const char *message, GError **error);
gboolean cvn_check_vat (CvnRecord *record, const char *net, const char *rate, const char *vat, GError **error);
gboolean cvn_check_total (CvnRecord *record, const char *net, const char *vat, const char *total, GError **error);

G_END_DECLS
