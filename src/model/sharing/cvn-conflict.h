/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

G_BEGIN_DECLS

/* One field that two people changed, each value as a person reads it. */
typedef struct
{
  const char *name;
  const char *label;
  char       *original; /* NULL: not known any more */
  char       *shown;    /* what is in the record now */
  char       *other;
  CvnValue    other_value;
} CvnConflictField;

/* Two versions of a record that differ. */
typedef struct
{
  CvnRecord *record; /* as it is shown: the one that wins until somebody chooses */
  char      *title;
  char      *shown_author;
  char      *other_author;
  GArray    *fields; /* of CvnConflictField */
} CvnConflict;

void         cvn_conflict_free (CvnConflict *self);
void         cvn_conflict_load_async (CvnCentre *centre, const char *document, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CvnConflict *cvn_conflict_load_finish (GAsyncResult *result, GError **error);
void         cvn_conflict_choose_async (CvnCentre *centre, CvnConflict *conflict, const gboolean *take_other, GAsyncReadyCallback callback, gpointer user_data);
gboolean     cvn_conflict_choose_finish (GAsyncResult *result, GError **error);

G_END_DECLS
