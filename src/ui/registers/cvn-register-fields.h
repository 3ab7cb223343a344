/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-kind.h"
#include "cvn-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which fields of a kind a list shows, and how wide; what is chosen is remembered for each kind. */
#define CVN_REGISTER_MAX_COLUMNS 6

GArray  *cvn_register_fields_load (const CvnKind *kind);
void     cvn_register_fields_save (const CvnKind *kind, GArray *fields);
GArray  *cvn_register_fields_default (const CvnKind *kind);
int      cvn_register_field_get_width (const CvnField *field);
gboolean cvn_register_field_expands (const CvnField *field);
char    *cvn_register_field_dup_heading (const CvnField *field);
gboolean cvn_register_field_is_number (const CvnField *field);
gboolean cvn_register_field_has_choice (const CvnField *field);
int      cvn_register_fields_find_date (const CvnKind *kind);
char    *cvn_register_row_dup_details (CvnRow *row, int except);
int      cvn_register_fields_find_amount (const CvnKind *kind);

G_END_DECLS
