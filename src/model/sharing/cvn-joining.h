/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-sharing.h"

G_BEGIN_DECLS

/*
 * A centre that others share already, on its way into a file of its own here. What came in before a failure stays, and
 * running it again goes on from there. Signal "progress". Lives on the main thread.
 */
#define CVN_TYPE_JOINING (cvn_joining_get_type ())
G_DECLARE_FINAL_TYPE (CvnJoining, cvn_joining, CVN, JOINING, GObject)

CvnJoining *cvn_joining_new (const char *path);
const char *cvn_joining_get_path (CvnJoining *self);
double      cvn_joining_get_fraction (CvnJoining *self);
char       *cvn_joining_dup_progress (CvnJoining *self);
void        cvn_joining_run_async (CvnJoining *self, const CvnSharingPlace *place, const char *secret, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char       *cvn_joining_run_finish (CvnJoining *self, GAsyncResult *result, GError **error);
void        cvn_joining_hand_over (CvnJoining *self, CvnCentre *centre);
void        cvn_joining_give_up (CvnJoining *self);

G_END_DECLS
