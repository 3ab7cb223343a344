/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-value.h"

typedef struct sqlite3_stmt sqlite3_stmt;

G_BEGIN_DECLS

/* The connection; one thread uses it at a time. See cvn-db.h. */
typedef struct _CvnDb CvnDb;

/* One prepared statement, lent by its connection until it is freed. */
typedef struct _CvnStatement CvnStatement;

CvnStatement *cvn_statement_new (CvnDb *db, sqlite3_stmt *stmt);
void          cvn_statement_destroy (CvnStatement *self);
gboolean      cvn_statement_borrow (CvnStatement *self);
void          cvn_statement_free (CvnStatement *self);

void cvn_statement_bind (CvnStatement *self, const char *types, ...);
void cvn_statement_bind_va (CvnStatement *self, gboolean copied, const char *types, va_list values);
void cvn_statement_bind_value (CvnStatement *self, int position, const CvnValue *value);
void cvn_statement_bind_integer (CvnStatement *self, int position, gint64 integer);
void cvn_statement_bind_named (CvnStatement *self, const char *name, const CvnValue *value);
void cvn_statement_bind_text (CvnStatement *self, int position, const char *text);
void cvn_statement_bind_part (CvnStatement *self, int position, const char *text, int length);

gboolean cvn_statement_step (CvnStatement *self, gboolean *has_row, GError **error);
gboolean cvn_statement_run (CvnStatement *self, GError **error);
void     cvn_statement_reset (CvnStatement *self);

int         cvn_statement_get_n_columns (CvnStatement *self);
const char *cvn_statement_get_column_name (CvnStatement *self, int column);
gboolean    cvn_statement_is_null (CvnStatement *self, int column);
gint64      cvn_statement_get_integer (CvnStatement *self, int column);
const char *cvn_statement_get_text (CvnStatement *self, int column);
GBytes     *cvn_statement_dup_bytes (CvnStatement *self, int column);
void        cvn_statement_get_value (CvnStatement *self, int column, CvnValue *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnStatement, cvn_statement_free)

G_END_DECLS
