/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-writer.h"

G_BEGIN_DECLS

/* What the operations of events share; the writer's thread. */
gboolean cvn_event_plan_channels (CvnWriter *writer, CvnRecord *event, GError **error);
gboolean cvn_event_shift_parts (CvnWriter *writer, const char *event, const char *from, const char *to, GError **error);

G_END_DECLS
