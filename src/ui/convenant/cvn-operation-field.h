/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of a dialog and, below it, what is wrong with it. Freed with g_free(); the widgets belong to the group. */
typedef struct
{
  GtkWidget *row;
  GtkWidget *error_row;
  GtkLabel  *error;
} CvnOperationField;

CvnOperationField *cvn_operation_field_new (AdwPreferencesGroup *group, GtkWidget *row, const char *title);
GtkWidget         *cvn_operation_field_get_row (CvnOperationField *self);
void               cvn_operation_field_set_error (CvnOperationField *self, const char *message);

G_END_DECLS
