/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-remote.h"
#include "cvn-sync-leaf.h"

G_BEGIN_DECLS

/* The questions of CouchDB's replication protocol, one by one. What to make of the answers is decided elsewhere. */

typedef struct
{
  char *document;
  char *revision;
} CvnCouchRevision;

/* A document that the server refused, and its words. */
typedef struct
{
  char *document;
  int   code;
  char *reason;
} CvnCouchRefusal;

CvnCouchRevision *cvn_couch_revision_new (const char *document, gsize document_length, const char *revision, gsize revision_length);
void              cvn_couch_revision_free (CvnCouchRevision *self);
void              cvn_couch_refusal_free (CvnCouchRefusal *self);

gboolean cvn_couch_get_born (CvnRemote *remote, char **born, gint64 *n_documents, GCancellable *cancellable, GError **error);
gboolean cvn_couch_get_role (CvnRemote *remote, char **role, GCancellable *cancellable, GError **error);
gboolean cvn_couch_get_mark (CvnRemote *remote, const char *id, gint64 *counter, char **revision, GCancellable *cancellable, GError **error);
gboolean cvn_couch_put_mark (CvnRemote *remote, const char *id, gint64 counter, GCancellable *cancellable, GError **error);

CvnQuestion *cvn_couch_begin_changes (CvnRemote *remote, const char *since, guint limit, GCancellable *cancellable);
GPtrArray   *cvn_couch_end_changes (CvnQuestion *question, char **last, guint *n_rows, GError **error);
GPtrArray   *cvn_couch_list_changes (CvnRemote *remote, const char *since, guint limit, char **last, guint *n_rows, GCancellable *cancellable, GError **error);
CvnQuestion *cvn_couch_begin_bulk (CvnRemote *remote, GPtrArray *revisions, guint from, guint n, GCancellable *cancellable);
GPtrArray   *cvn_couch_end_bulk (CvnQuestion *question, GPtrArray *contents, GError **error);
GPtrArray   *cvn_couch_get_bulk (CvnRemote *remote, GPtrArray *revisions, guint from, guint n, GCancellable *cancellable, GError **error);

gboolean   cvn_couch_get_file (CvnRemote *remote, const char *document, const char *revision, const char *name, gsize length, CvnAnswer *answer,
                               GCancellable *cancellable, GError **error);
GPtrArray *cvn_couch_list_missing (CvnRemote *remote, GPtrArray *leaves, GCancellable *cancellable, GError **error);
gboolean   cvn_couch_put_bulk (CvnRemote *remote, GPtrArray *leaves, guint from, guint n, GPtrArray *refusals, GCancellable *cancellable, GError **error);

G_END_DECLS
