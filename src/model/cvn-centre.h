/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-change-set.h"
#include "cvn-kind-set.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* CvnStore is for the models only: pages never see it. */
typedef struct _CvnStore CvnStore;

/*
 * The centre that is open, as the pages see it: one object for the life of the window.
 * Properties (all notify): "open", "path", "name" (of the centre), "read-only", "busy",
 * "can-undo", "undo-label" ("Undo Edit “Gemeente Leiden”"), "can-redo", "redo-label",
 * "year" (int, the year in focus, writable), "first-year", "last-year", "today" (ISO day, writable for tests).
 * Signal "matters-counted": cvn_centre_get_n_open() may say something else now.
 * Signal "changed" (const CvnKindSet *kinds, GStrv ids or NULL when many): records were written; emitted on the main thread.
 */
#define CVN_TYPE_CENTRE (cvn_centre_get_type ())
G_DECLARE_FINAL_TYPE (CvnCentre, cvn_centre, CVN, CENTRE, GObject)

CvnCentre *cvn_centre_new (void);

void     cvn_centre_open_async (CvnCentre *self, const char *path, gboolean create, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cvn_centre_open_finish (CvnCentre *self, GAsyncResult *result, GError **error);
void     cvn_centre_take_store (CvnCentre *self, CvnStore *store);
void     cvn_centre_close (CvnCentre *self);

CvnStore   *cvn_centre_get_store (CvnCentre *self);
gboolean    cvn_centre_is_open (CvnCentre *self);
gboolean    cvn_centre_is_read_only (CvnCentre *self);
gboolean    cvn_centre_is_taken (CvnCentre *self);
gboolean    cvn_centre_is_looking (CvnCentre *self);
void        cvn_centre_set_looking (CvnCentre *self, gboolean looking);
int         cvn_centre_get_year (CvnCentre *self);
void        cvn_centre_set_year (CvnCentre *self, int year);
const char *cvn_centre_get_today (CvnCentre *self);
void        cvn_centre_set_today (CvnCentre *self, const char *iso);

/* What the codes of a field are called, of an axis or a life stage: CvnCodeName. */
GPtrArray *cvn_centre_list_names (CvnCentre *self, const CvnField *field);

/* How many matters of an area want attention. */
void  cvn_centre_count_matters (CvnCentre *self);
guint cvn_centre_get_n_open (CvnCentre *self, CvnArea area);

/* Writes; the result is the number of the journal entry, 0 when nothing changed, -1 with an error. */
void   cvn_centre_apply_async (CvnCentre *self, CvnChangeSet *changes, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void   cvn_centre_undo_async (CvnCentre *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void   cvn_centre_redo_async (CvnCentre *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gint64 cvn_centre_finish (CvnCentre *self, GAsyncResult *result, GError **error);

/* "Edit “Gemeente Leiden”", in the interface's language. */
char *cvn_action_dup_label (CvnAction action, const CvnKind *kind, const char *subject);

/* The language of the interface, which numbers and dates on screen follow. */
CvnLanguage cvn_interface_language (void);

G_END_DECLS
