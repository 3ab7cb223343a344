/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-sync-leaf.h"

G_BEGIN_DECLS

/* Why a record does not show the winning version of its document. */
typedef struct
{
  char  *document;
  char  *reason;  /* the code of CvnError in a word, see cvn-sync-matters.c */
  char  *field;   /* at fault, or NULL */
  char  *message; /* for people, or NULL */
  gint64 shown_gen;
  char  *shown_hash; /* NULL: no record is there */
} CvnSyncWaiting;

typedef struct
{
  char  *document;
  gint64 gen;
  int    code; /* of HTTP */
  char  *reason;
} CvnSyncRefused;

typedef struct
{
  gint64 no;
  char  *at;
  char  *document;
  char  *code;
  char  *author;
} CvnSyncNotice;

void cvn_sync_waiting_free (CvnSyncWaiting *self);
void cvn_sync_refused_free (CvnSyncRefused *self);
void cvn_sync_notice_free (CvnSyncNotice *self);

CvnSyncWaiting *cvn_sync_waiting_get (CvnReader *reader, const char *document, GError **error);
GPtrArray      *cvn_sync_waiting_list (CvnReader *reader, GError **error);
gboolean        cvn_sync_waiting_put (CvnWriter *writer, const CvnSyncWaiting *waiting, GError **error);
gboolean        cvn_sync_waiting_clear (CvnWriter *writer, const char *document, GError **error);

GPtrArray *cvn_sync_conflict_list (CvnReader *reader, GError **error);
gboolean   cvn_sync_conflict_set (CvnWriter *writer, const char *document, gboolean open, GError **error);

GPtrArray *cvn_sync_refused_list (CvnReader *reader, GError **error);
gboolean   cvn_sync_refused_put (CvnWriter *writer, const CvnSyncLeaf *leaf, int code, const char *reason, GError **error);

GPtrArray *cvn_sync_notice_list (CvnReader *reader, GError **error);
gboolean   cvn_sync_notice_add (CvnWriter *writer, const char *at, const char *document, const char *code, const char *author, GError **error);
gboolean   cvn_sync_notice_remove (CvnWriter *writer, gint64 no, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnSyncWaiting, cvn_sync_waiting_free)

G_END_DECLS
