/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-writer.h"

G_BEGIN_DECLS

/* Digits of a hash. */
#define CVN_SYNC_HASH 32
/* Ancestors kept of a version: with too few of them, edits that follow each other look as if they were made at the same time. */
#define CVN_SYNC_MAX_PATH ((gsize) 1000)

typedef enum {
  CVN_LEAF_CONFIRMED, /* the server has it */
  CVN_LEAF_TO_SEND,
  CVN_LEAF_SENT,    /* in a session that has not been confirmed */
  CVN_LEAF_REFUSED, /* by the server: it waits for a person */
} CvnLeafState;

/* A version of a document that nobody has followed up. */
typedef struct
{
  char        *document;
  gint64       gen;
  char        *path; /* its own hash and those of its ancestors */
  gboolean     deleted;
  char        *body; /* JSON; NULL where it may not be kept */
  CvnLeafState state;
  gint64       no;       /* its place among those to be sent; 0 where that was not read */
  gboolean     has_file; /* as it came: the server holds the file that it names */
  GBytes      *content;  /* of the file that it names, to be sent along; or NULL */
  gboolean     is_whole; /* its texts lie in the piece of memory that it is in */
} CvnSyncLeaf;

CvnSyncLeaf *cvn_sync_leaf_new (const char *document, gint64 gen, const char *path, gboolean deleted, const char *body, CvnLeafState state);
void         cvn_sync_leaf_free (CvnSyncLeaf *self);
gboolean     cvn_sync_leaf_knows (const CvnSyncLeaf *self, gint64 gen, const char *hash);
int          cvn_sync_leaf_compare (const CvnSyncLeaf *a, const CvnSyncLeaf *b);

GPtrArray *cvn_sync_leaf_list (CvnReader *reader, const char *document, GError **error);
gboolean   cvn_sync_leaf_is_any_between (CvnReader *reader, const char *first, const char *last, gboolean *any, GError **error);
gboolean   cvn_sync_leaf_put (CvnWriter *writer, const CvnSyncLeaf *leaf, GError **error);
gboolean   cvn_sync_leaf_put_first (CvnWriter *writer, const CvnSyncLeaf *const *leaves, guint n, GError **error);
gboolean   cvn_sync_leaf_drop (CvnWriter *writer, const CvnSyncLeaf *leaf, GError **error);
GPtrArray *cvn_sync_leaf_list_lines (CvnReader *reader, GError **error);
char      *cvn_sync_leaf_dup_former (CvnReader *reader, const char *document, gint64 gen, const char *hash);

GPtrArray *cvn_sync_leaf_list_to_send (CvnReader *reader, gint64 after, guint limit, gsize max_bytes, GError **error);
gboolean   cvn_sync_leaf_is_any (CvnReader *reader);
gint64     cvn_sync_leaf_count (CvnReader *reader, CvnLeafState state);
gboolean   cvn_sync_leaf_set_state (CvnWriter *writer, const CvnSyncLeaf *leaf, CvnLeafState state, GError **error);
gboolean   cvn_sync_leaf_change_states (CvnWriter *writer, CvnLeafState from, CvnLeafState to, GError **error);
gboolean   cvn_sync_leaf_forget_confirmed (CvnWriter *writer, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnSyncLeaf, cvn_sync_leaf_free)

G_END_DECLS
