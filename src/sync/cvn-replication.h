/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-remote.h"
#include "cvn-store.h"
#include "cvn-sync-leaf.h"
#include "cvn-sync-queue.h"

G_BEGIN_DECLS

typedef void (*CvnReplicationProgress) (guint n_received, guint n_sent, guint n_to_send, gpointer data);

/* One exchange with the server. The caller fills in the first part. */
typedef struct
{
  CvnStore              *store;
  CvnRemote             *remote;
  GCancellable          *cancellable;
  CvnReplicationProgress progress;
  gpointer               data;
  guint                  batch; /* documents in one question */

  /* What came of it. */
  guint    n_received;   /* versions that were new here */
  guint    n_sent;       /* versions that were new there */
  guint    n_refused;    /* by the server */
  guint    n_unreadable; /* left alone: nobody can read them safely */
  gboolean resent;       /* the server had lost what it had: everything was compared anew */
  char    *role;

  /* For the files of this object. */
  char    *mark;
  char    *since;
  GThread *writing; /* what is being written while the server is asked on */
  gint     n_writing;
  gint64   counter;
  gboolean trusted;
  gboolean opened; /* something was, or may have been, changed on one side */
  gboolean marked; /* the counter went up for what is sent */
  gboolean read_only;
  gboolean any_known; /* some version of some document was here when the exchange began */

  CvnSyncCursor cursor;       /* in looking for what has never been a document */
  gboolean      unknown_left; /* there may be more of it */
  gint64        listed;       /* the place up to which was listed what is to be sent */
} CvnReplication;

gboolean cvn_replication_run (CvnReplication *self, GError **error);
void     cvn_replication_clear (CvnReplication *self);

/* For the files of this object. */
gboolean cvn_replication_write (CvnReplication *self, CvnWriteFunc func, gpointer data, GError **error);
void     cvn_replication_begin_write (CvnReplication *self, CvnWriteFunc func, gpointer data, GDestroyNotify destroy);
gboolean cvn_replication_is_writing (CvnReplication *self);
gboolean cvn_replication_end_write (CvnReplication *self, GError **error);
gboolean cvn_replication_begin (CvnReplication *self, GError **error);
gboolean cvn_replication_open (CvnReplication *self, GError **error);
gboolean cvn_replication_confirm (CvnReplication *self, gboolean finished, GError **error);
gboolean cvn_replication_pull (CvnReplication *self, GError **error);
gboolean cvn_replication_push (CvnReplication *self, GError **error);
gboolean cvn_replication_want_file (CvnWriter *writer, const CvnSyncLeaf *leaf, GError **error);
gboolean cvn_replication_fetch_files (CvnReplication *self, GError **error);
void     cvn_replication_load_files (CvnReader *reader, GPtrArray *leaves, gsize max_bytes);
char    *cvn_replication_dup_now (void);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CvnReplication, cvn_replication_clear)

G_END_DECLS
