/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * A record as a form, row by row, made of the description of its kind. What is typed is saved when a row is left.
 * Signals: "closed"; "duplicate": the person wants another one like it.
 * Actions: form.close, form.duplicate, form.delete.
 */
#define CVN_TYPE_RECORD_FORM (cvn_record_form_get_type ())
G_DECLARE_FINAL_TYPE (CvnRecordForm, cvn_record_form, CVN, RECORD_FORM, AdwBin)

GtkWidget *cvn_record_form_new (CvnCentre *centre);
void       cvn_record_form_set_draft (CvnRecordForm *self, CvnDraft *draft);
CvnDraft  *cvn_record_form_get_draft (CvnRecordForm *self);
void       cvn_record_form_leave (CvnRecordForm *self);
void       cvn_record_form_focus_first (CvnRecordForm *self);
void       cvn_record_form_set_bare (CvnRecordForm *self, gboolean bare);
void       cvn_record_form_focus_field (CvnRecordForm *self, const char *name);
void       cvn_record_form_set_can_close (CvnRecordForm *self, gboolean can_close);

G_END_DECLS
