/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-document.h"
#include "cvn-sync-leaf.h"
#include "cvn-sync-queue.h"

G_BEGIN_DECLS

/* The one version of a document that was not here before, and what it holds; borrowed for the transaction. */
typedef struct
{
  const CvnSyncLeaf *leaf;
  CvnDocument       *content; /* NULL: to be read */
  const CvnKind     *kind;    /* of the record that it holds; NULL: not known */
  const char        *id;      /* of that record, within the name of the document; NULL: none */
} CvnArrival;

/* The file as a peer of the server, for the length of one transaction. */
typedef struct
{
  CvnWriter  *writer;
  CvnReader  *reader;    /* the writer's */
  const char *now;       /* UTC, ISO */
  gboolean    read_only; /* this person may not send: nothing is merged, nothing is queued */
  GHashTable *touched;   /* set of documents whose versions changed */
  GArray     *arrivals;  /* of CvnArrival: documents that were not here at all, unless they are in @touched since */
  GPtrArray  *emptied;   /* of CvnSyncLeaf: in the place of what may not be kept */
  CvnRecord  *spare;     /* the record that was written last, to be filled anew; or NULL */
  char       *mark;      /* of the document whose author the journal names; NULL: to be read */
  guint       n_applied; /* records that were written */
} CvnReplica;

void     cvn_replica_init (CvnReplica *self, CvnWriter *writer, const char *now, gboolean read_only);
void     cvn_replica_clear (CvnReplica *self);
gboolean cvn_replica_capture (CvnReplica *self, GError **error);
gboolean cvn_replica_capture_unknown (CvnReplica *self, CvnSyncCursor *cursor, guint limit, gboolean *more, GError **error);
gboolean cvn_replica_skip_journal (CvnReplica *self, GError **error);
gboolean cvn_replica_knows (CvnReader *reader, const char *document, gint64 gen, const char *hash, gboolean *known, GError **error);
gboolean cvn_replica_receive (CvnReplica *self, const CvnSyncLeaf *incoming, CvnDocument *content, GError **error);
gboolean cvn_replica_receive_all (CvnReplica *self, GPtrArray *leaves, GPtrArray *contents, GError **error);
gboolean cvn_replica_settle (CvnReplica *self, GError **error);
gboolean cvn_replica_retry (CvnReplica *self, GPtrArray *documents, gboolean bring_back, GError **error);
gboolean cvn_replica_choose (CvnReplica *self, const char *document, CvnRecord *record, const char *author, GError **error);

/* For the files of this object. */
gboolean cvn_replica_is_forbidden (const CvnArrival *arrival);
gboolean cvn_replica_claim (CvnReplica *self, CvnRecord *record, GError **error);
void     cvn_replica_pass_on (CvnRecord *record, CvnRecord *shown, GPtrArray *leaves);
gboolean cvn_replica_apply (CvnReplica *self, const char *document, const CvnArrival *only, gboolean *waits, GError **error);
gboolean cvn_replica_merge_all (CvnReplica *self, const char *document, GError **error);
char    *cvn_replica_dup_tombstone (const char *kind, const char *author, const char *at, const char *into);
gboolean cvn_replica_replace (CvnReplica *self, const CvnSyncLeaf *old, const CvnSyncLeaf *new, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CvnReplica, cvn_replica_clear)

G_END_DECLS
