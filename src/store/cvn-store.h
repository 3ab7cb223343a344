/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-kind-set.h"
#include "cvn-writer.h"

G_BEGIN_DECLS

typedef enum {
  CVN_STORE_CREATE = 1 << 0,    /* make the file if there is none */
  CVN_STORE_READ_ONLY = 1 << 1, /* never write, not even to take over an unclean end */
} CvnStoreFlags;

/* What a finished write changed; handed to the signal "changed" in the thread that opened the store. */
typedef struct
{
  gint64         no; /* of the journal entry */
  CvnAction      action;
  const CvnKind *kind;    /* of the entry, may be NULL */
  const char    *subject; /* of the entry, may be NULL */
  CvnKindSet     kinds;   /* touched */
  guint          n_records;
  GPtrArray     *ids; /* of the records touched; NULL when they are more than 100 */
} CvnChangeNotice;

typedef gboolean (*CvnWriteFunc) (CvnWriter *writer, gpointer data, GCancellable *cancellable, GError **error);
typedef gpointer (*CvnReadFunc) (CvnReader *reader, gpointer data, GCancellable *cancellable, GError **error);

#define CVN_TYPE_STORE (cvn_store_get_type ())
G_DECLARE_FINAL_TYPE (CvnStore, cvn_store, CVN, STORE, GObject)

void      cvn_store_open_async (const char *path, CvnStoreFlags flags, const char *actor, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CvnStore *cvn_store_open_finish (GAsyncResult *result, GError **error);
CvnStore *cvn_store_open (const char *path, CvnStoreFlags flags, const char *actor, GError **error);
void      cvn_store_close (CvnStore *self);

const char *cvn_store_get_path (CvnStore *self);
gboolean    cvn_store_is_read_only (CvnStore *self);
gboolean    cvn_store_is_taken (CvnStore *self);
gint64      cvn_store_get_last_no (CvnStore *self);
gboolean    cvn_store_is_busy (CvnStore *self);

/* Writing: one function, one transaction, one journal entry. */
void   cvn_store_write_async (CvnStore *self, CvnAction action, const CvnKind *kind, const char *subject, CvnWriteFunc func, gpointer data, GDestroyNotify destroy,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gint64 cvn_store_write_finish (CvnStore *self, GAsyncResult *result, GError **error);
gint64 cvn_store_write (CvnStore *self, CvnAction action, const CvnKind *kind, const char *subject, CvnWriteFunc func, gpointer data, GError **error);
void   cvn_store_apply_async (CvnStore *self, CvnChangeSet *changes, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gint64 cvn_store_apply (CvnStore *self, CvnChangeSet *changes, GError **error);
void   cvn_store_undo_async (CvnStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void   cvn_store_redo_async (CvnStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gint64 cvn_store_undo (CvnStore *self, GError **error);
gint64 cvn_store_redo (CvnStore *self, GError **error);
/* What the next undo or redo is about; FALSE when there is nothing. Strings are transfer full. */
gboolean cvn_store_get_undo (CvnStore *self, CvnAction *action, const CvnKind **kind, char **subject);
gboolean cvn_store_get_redo (CvnStore *self, CvnAction *action, const CvnKind **kind, char **subject);

/* Reading: the function runs on a reader thread with a view of one moment; what it returns is freed by destroy_result if nobody takes it. */
void     cvn_store_read_async (CvnStore *self, CvnReadFunc func, gpointer data, GDestroyNotify destroy, GDestroyNotify destroy_result,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gpointer cvn_store_read_finish (CvnStore *self, GAsyncResult *result, GError **error);
gpointer cvn_store_read (CvnStore *self, CvnReadFunc func, gpointer data, GError **error);

G_END_DECLS
