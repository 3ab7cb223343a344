/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

G_BEGIN_DECLS

/* How many records of each kind there are, by cvn_kind_get_index(). */
void    cvn_kind_counts_read_async (CvnCentre *centre, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GArray *cvn_kind_counts_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
