/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-kind.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Which columns a list shows: a box for each field.
 * Signal: "changed": what cvn_register_columns_dup_fields() gives is another.
 */
#define CVN_TYPE_REGISTER_COLUMNS (cvn_register_columns_get_type ())
G_DECLARE_FINAL_TYPE (CvnRegisterColumns, cvn_register_columns, CVN, REGISTER_COLUMNS, GtkPopover)

void    cvn_register_columns_set_fields (CvnRegisterColumns *self, const CvnKind *kind, GArray *fields);
GArray *cvn_register_columns_dup_fields (CvnRegisterColumns *self);

G_END_DECLS
