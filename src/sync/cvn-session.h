/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-replication.h"

G_BEGIN_DECLS

/* Where a centre is shared, and as whom. */
typedef struct
{
  char *server;
  char *database;
  char *user;    /* NULL or "": nobody in particular */
  char *ca_file; /* or NULL */
  char *author;  /* what colleagues see */
} CvnSyncPlace;

/* What there is to say of a centre that is shared. */
typedef struct
{
  CvnSyncPlace place;  /* without a database: it is not shared */
  char        *synced; /* when all was exchanged last: UTC, ISO; NULL: never */
  char        *role;
  gint64       n_queue; /* changes that the server does not have yet */
  gint64       n_conflicts;
  gint64       n_waiting;
  gint64       n_refused;
  gint64       n_notices;
  gint64       n_staying; /* files that are too large to be sent */
  gboolean     live;
} CvnSyncFacts;

/* What came of one exchange. */
typedef struct
{
  guint    n_received;
  guint    n_sent;
  guint    n_refused;
  guint    retry_after; /* seconds that the server wants to be left alone for */
  gboolean resent;
} CvnSyncOutcome;

void          cvn_sync_place_clear (CvnSyncPlace *self);
void          cvn_sync_place_copy (const CvnSyncPlace *source, CvnSyncPlace *target);
void          cvn_sync_facts_free (CvnSyncFacts *self);
CvnSyncFacts *cvn_sync_facts_read (CvnStore *store, GError **error);

CvnRemote *cvn_session_open (const CvnSyncPlace *place, const char *secret, GCancellable *cancellable, GError **error);
gboolean   cvn_session_run (CvnStore *store, const CvnSyncPlace *place, const char *secret, CvnReplicationProgress progress, gpointer data,
                            GCancellable *cancellable, CvnSyncOutcome *outcome, GError **error);
gboolean   cvn_session_wait (CvnStore *store, const CvnSyncPlace *place, const char *secret, GCancellable *cancellable, GError **error);

/* cvn-session-set-up.c */
gboolean cvn_session_test (const CvnSyncPlace *place, const char *secret, gint64 *n_documents, GCancellable *cancellable, GError **error);
gboolean cvn_session_create (const CvnSyncPlace *place, const char *secret, GCancellable *cancellable, GError **error);
gboolean cvn_session_set_place (CvnStore *store, const CvnSyncPlace *place, GError **error);
gboolean cvn_session_leave (CvnStore *store, GError **error);
gboolean cvn_session_rebuild (CvnStore *store, GError **error);
gboolean cvn_session_send_again (CvnStore *store, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CvnSyncPlace, cvn_sync_place_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnSyncFacts, cvn_sync_facts_free)

G_END_DECLS
