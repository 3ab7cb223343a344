/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-writer.h"

G_BEGIN_DECLS

GPtrArray *cvn_payments_said_list (CvnReader *reader, CvnRecord *invoice, GError **error);
gboolean   cvn_payments_said_book (CvnWriter *writer, CvnRecord *invoice, GError **error);

G_END_DECLS
