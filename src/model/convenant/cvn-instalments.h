/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-schedule.h"
#include "cvn-writer.h"

G_BEGIN_DECLS

/* The instalments of a commitment, planned and kept. For the operations. */
GArray  *cvn_instalments_read (CvnReader *reader, const char *commitment, GPtrArray **records, GError **error);
gboolean cvn_instalments_are_fixed (const GArray *instalments);
gboolean cvn_instalments_write (CvnWriter *writer, CvnRecord *commitment, const CvnSchedulePlan *plan, GError **error);

G_END_DECLS
