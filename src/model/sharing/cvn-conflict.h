/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

G_BEGIN_DECLS

/* What one of several people made of a record. */
typedef struct
{
  CvnRecord *record;
  char      *author; /* or NULL */
  char      *at;     /* when, as a person reads it, or NULL */
  gboolean   mine;
  guint      no; /* from 1, where several versions have the same author; otherwise 0 */
} CvnConflictVersion;

/* One field that differs, each value as a person reads it. */
typedef struct
{
  guint      field; /* of the kind */
  char      *original;
  CvnValue   original_value;
  GPtrArray *texts; /* of char *, one for each version */
} CvnConflictField;

/* The versions of a record that were made at the same time; all of them stay until somebody chooses. */
typedef struct
{
  char      *document;
  CvnRecord *record; /* as it is shown until then */
  char      *title;
  char     **titles;   /* per field of the kind: what the record referred to is called, or NULL */
  gboolean   original; /* whether the version that they all began with is still known */
  GPtrArray *versions; /* of CvnConflictVersion, one's own first */
  GArray    *fields;   /* of CvnConflictField */
} CvnConflict;

void         cvn_conflict_free (CvnConflict *self);
char        *cvn_conflict_dup_author (const CvnConflictVersion *version);
char        *cvn_conflict_dup_who (const CvnConflictVersion *version);
void         cvn_conflict_load_async (CvnCentre *centre, const char *document, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CvnConflict *cvn_conflict_load_finish (GAsyncResult *result, GError **error);
void         cvn_conflict_choose_async (CvnCentre *centre, const CvnConflict *conflict, CvnRecord *chosen, GAsyncReadyCallback callback, gpointer user_data);
gboolean     cvn_conflict_choose_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnConflict, cvn_conflict_free)

G_END_DECLS
