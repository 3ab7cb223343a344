/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-draft.h"

G_BEGIN_DECLS

struct _CvnDraft
{
  GObject parent_instance;

  CvnCentre    *centre;
  CvnAction     action;
  CvnRecord    *before; /* as it is stored; NULL for a new one */
  CvnRecord    *record; /* as the form has it, with the values that are right */
  CvnRecord    *saving; /* what is being written, or NULL */
  char        **texts;  /* per field: what was typed, where it is wrong; else NULL */
  char        **errors; /* per field: what is expected, or NULL */
  char        **titles; /* per field: what the record referred to is called, or NULL */
  gboolean      again;  /* more was typed while it was being written */
  gboolean      held;   /* somebody else writes it */
  GCancellable *cancellable;
};

typedef enum {
  CVN_DRAFT_FIELD_CHANGED,
  CVN_DRAFT_SAVED,
  CVN_DRAFT_FAILED,
  CVN_DRAFT_GONE,
  CVN_DRAFT_N_SIGNALS,
} CvnDraftSignal;

extern guint cvn_draft_signals[];

/* cvn-draft.c */
void cvn_draft_set_error (CvnDraft *self, guint field, const char *message);
void cvn_draft_field_changed (CvnDraft *self, guint field);
void cvn_draft_notify_all (CvnDraft *self);
void cvn_draft_take_stored (CvnDraft *self, CvnRecord *stored, char **titles);
void cvn_draft_reread (CvnDraft *self);

G_END_DECLS
