/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of a form for one field, by the field's type. Rows write to the draft when they are left, and then it is saved. */
GtkWidget *cvn_field_row_new (CvnCentre *centre, CvnDraft *draft, guint field);
GtkWidget *cvn_field_row_new_error (CvnDraft *draft, guint field);
void       cvn_field_row_set_editable (GtkWidget *row, gboolean editable);

/* For the kinds of rows: what they have in common. */
void     cvn_field_row_describe (GtkWidget *row, CvnDraft *draft, guint field);
void     cvn_field_row_mark (GtkWidget *row, CvnDraft *draft, guint field);
gboolean cvn_field_row_is_required (CvnDraft *draft, guint field);

G_END_DECLS
