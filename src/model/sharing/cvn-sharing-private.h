/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-session.h"
#include "cvn-sharing.h"

G_BEGIN_DECLS

/* For the files about sharing. */
CvnCentre *cvn_sharing_get_centre (CvnSharing *self);
char      *cvn_sharing_dup_time (const char *iso);
void       cvn_sharing_wipe (char *secret);
gboolean   cvn_sharing_keep_secret (const CvnSyncPlace *place, const char *secret, GCancellable *cancellable);

G_END_DECLS
