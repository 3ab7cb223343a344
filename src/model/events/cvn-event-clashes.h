/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-event-item.h"
#include "cvn-reader.h"

G_BEGIN_DECLS

/* What speaks against the day and the place of an event, in sentences of the language of the interface. */
char *cvn_event_clash_describe (const CvnClash *clash, CvnEventItem *other);
GStrv cvn_event_clashes_read (CvnReader *reader, CvnRecord *event, GError **error);
void  cvn_event_clashes_read_async (CvnCentre *centre, const char *event, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GStrv cvn_event_clashes_read_finish (CvnCentre *centre, GAsyncResult *result, GError **error);

G_END_DECLS
