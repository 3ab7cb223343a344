/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-value.h"

G_BEGIN_DECLS

/* Rows and named columns: the answer to a question put to the store. Read-only once it is handed out. */
typedef struct _CvnTable CvnTable;

#define CVN_TYPE_TABLE (cvn_table_get_type ())
GType     cvn_table_get_type (void);
CvnTable *cvn_table_new (const char *const *columns, guint n_columns);
CvnTable *cvn_table_ref (CvnTable *self);
void      cvn_table_unref (CvnTable *self);

guint       cvn_table_get_n_rows (CvnTable *self);
guint       cvn_table_get_n_columns (CvnTable *self);
const char *cvn_table_get_column_name (CvnTable *self, guint column);
int         cvn_table_find_column (CvnTable *self, const char *name);

CvnValue       *cvn_table_append_row (CvnTable *self);
const CvnValue *cvn_table_get (CvnTable *self, guint row, guint column);
gint64          cvn_table_get_integer (CvnTable *self, guint row, const char *column);
const char     *cvn_table_get_text (CvnTable *self, guint row, const char *column);
gint64          cvn_table_sum (CvnTable *self, const char *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnTable, cvn_table_unref)

G_END_DECLS
