/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-operations.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Asks for what an operation needs, says what it would do, and does it as one step. What is refused is said at the field,
 * and nothing that was typed is lost. Fields are known by the names that refusals carry.
 * Signal "done" (const char *id): it was done to, or made, this record.
 */
#define CVN_TYPE_OPERATION_DIALOG (cvn_operation_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (CvnOperationDialog, cvn_operation_dialog, CVN, OPERATION_DIALOG, AdwWindow)

struct _CvnOperationDialogClass
{
  AdwWindowClass parent_class;

  /* By what stands in the fields; NULL with the field at fault. */
  CvnOperation *(*make) (CvnOperationDialog *self, GError **error);
  /* What it would do; NULL when it would be refused, which is said at the field. Only for operations with a preview. */
  void (*show_preview) (CvnOperationDialog *self, CvnTable *table);
  /* Something was typed or chosen. */
  void (*changed) (CvnOperationDialog *self);
};

void       cvn_operation_dialog_set_up (CvnOperationDialog *self, GtkWidget *from, CvnCentre *centre, const char *title, const char *accept, const char *done);
CvnCentre *cvn_operation_dialog_get_centre (CvnOperationDialog *self);
void       cvn_operation_dialog_set_can_accept (CvnOperationDialog *self, gboolean can_accept);
void       cvn_operation_dialog_set_final (CvnOperationDialog *self);
void       cvn_operation_dialog_refresh (CvnOperationDialog *self);

/* What it is made of. */
void                 cvn_operation_dialog_add (CvnOperationDialog *self, GtkWidget *child);
AdwPreferencesGroup *cvn_operation_dialog_add_group (CvnOperationDialog *self, const char *title, const char *description);
GtkWidget           *cvn_operation_dialog_add_entry (CvnOperationDialog *self, AdwPreferencesGroup *group, const char *field, const char *title, const char *text);
GtkWidget           *cvn_operation_dialog_add_day (CvnOperationDialog *self, AdwPreferencesGroup *group, const char *field, const char *title, const char *iso);
GtkWidget           *cvn_operation_dialog_add_money (CvnOperationDialog *self, AdwPreferencesGroup *group, const char *field, const char *title, gint64 cents);
GtkWidget           *cvn_operation_dialog_add_choice (CvnOperationDialog *self, AdwPreferencesGroup *group, const char *field, const char *title, GtkStringList *words);
GtkWidget           *cvn_operation_dialog_add_switch (CvnOperationDialog *self, AdwPreferencesGroup *group, const char *field, const char *title, const char *subtitle);

/* What stands in it. */
GtkWidget  *cvn_operation_dialog_get_row (CvnOperationDialog *self, const char *field);
const char *cvn_operation_dialog_get_text (CvnOperationDialog *self, const char *field);
gboolean    cvn_operation_dialog_get_money (CvnOperationDialog *self, const char *field, gint64 *cents, GError **error);
char       *cvn_operation_dialog_dup_day (CvnOperationDialog *self, const char *field, GError **error);
guint       cvn_operation_dialog_get_choice (CvnOperationDialog *self, const char *field);
gboolean    cvn_operation_dialog_is_on (CvnOperationDialog *self, const char *field);

/* Whether who uses the program changes anything: a board member looks. */
gboolean cvn_operation_dialog_is_allowed (CvnCentre *centre);

G_END_DECLS
