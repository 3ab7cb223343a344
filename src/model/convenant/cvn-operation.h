/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-table.h"
#include "cvn-writer.h"

G_BEGIN_DECLS

/*
 * Something that a person does to the convenant: one step that can be undone, or a refusal in a sentence that names the
 * field. Made on the main thread with copies of all it needs, carried out on the writer's thread. See cvn-operations.h.
 */
typedef struct _CvnOperation CvnOperation;

CvnOperation *cvn_operation_ref (CvnOperation *self);
void          cvn_operation_unref (CvnOperation *self);
const char   *cvn_operation_get_id (CvnOperation *self);
void          cvn_operation_set_subject (CvnOperation *self, const char *subject);

/* What it would do, without doing it; the columns stand with each operation. */
gboolean  cvn_operation_has_preview (CvnOperation *self);
void      cvn_operation_preview_async (CvnOperation *self, CvnCentre *centre, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CvnTable *cvn_operation_preview_finish (CvnCentre *centre, GAsyncResult *result, GError **error);
CvnTable *cvn_operation_preview (CvnOperation *self, CvnReader *reader, GError **error);

/* Does it; ends with cvn_centre_finish(). */
void     cvn_operation_run_async (CvnOperation *self, CvnCentre *centre, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gint64   cvn_operation_run (CvnOperation *self, CvnStore *store, GError **error);
gboolean cvn_operation_write (CvnOperation *self, CvnWriter *writer, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnOperation, cvn_operation_unref)

G_END_DECLS
