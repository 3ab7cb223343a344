/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-record.h"

G_BEGIN_DECLS

/* What a person did: the words in the undo button and the history are made of it in the person's language. */
typedef enum {
  CVN_ACTION_ADD,
  CVN_ACTION_EDIT,
  CVN_ACTION_DELETE,
  CVN_ACTION_DUPLICATE,
  CVN_ACTION_IMPORT,
  CVN_ACTION_UNDO,
  CVN_ACTION_REDO,
  CVN_ACTION_SET_UP,
  CVN_ACTION_SYNC,   /* somebody else did it, at another desk: not undone here */
  CVN_ACTION_SETTLE, /* chose between two edits */
} CvnAction;

const char *cvn_action_get_code (CvnAction action);
gboolean    cvn_action_from_code (const char *code, CvnAction *action);

/* One or more records before and after, changed together or not at all, and undone in one step. */
typedef struct _CvnChangeSet CvnChangeSet;

typedef struct
{
  CvnRecord *before; /* NULL: added */
  CvnRecord *after;  /* NULL: deleted */
} CvnChange;

CvnChangeSet *cvn_change_set_new (CvnAction action, const CvnKind *kind, const char *subject);
CvnChangeSet *cvn_change_set_ref (CvnChangeSet *self);
void          cvn_change_set_unref (CvnChangeSet *self);

CvnAction      cvn_change_set_get_action (CvnChangeSet *self);
const CvnKind *cvn_change_set_get_kind (CvnChangeSet *self);
const char    *cvn_change_set_get_subject (CvnChangeSet *self);

void             cvn_change_set_add (CvnChangeSet *self, CvnRecord *after);
void             cvn_change_set_edit (CvnChangeSet *self, CvnRecord *before, CvnRecord *after);
void             cvn_change_set_delete (CvnChangeSet *self, CvnRecord *before);
guint            cvn_change_set_get_n (CvnChangeSet *self);
const CvnChange *cvn_change_set_get (CvnChangeSet *self, guint i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnChangeSet, cvn_change_set_unref)

G_END_DECLS
