/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

G_BEGIN_DECLS

/* The files that records name, taken in and given out. What a field holds is a text: see cvn-attachment.h. */

void  cvn_attached_file_add_async (CvnCentre *centre, GFile *source, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char *cvn_attached_file_add_finish (CvnCentre *centre, GAsyncResult *result, GError **error);

void   cvn_attached_file_save_async (CvnCentre *centre, const char *text, GFile *target, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GFile *cvn_attached_file_save_finish (CvnCentre *centre, GAsyncResult *result, GError **error);

void  cvn_attached_file_describe_async (CvnCentre *centre, const char *text, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char *cvn_attached_file_describe_finish (CvnCentre *centre, GAsyncResult *result, GError **error);

G_END_DECLS
