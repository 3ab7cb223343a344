/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-query.h"

G_BEGIN_DECLS

/* The SQL of a query, and the words that its parameter ?1 stands for. */
typedef struct
{
  char *sql;
  char *match; /* NULL when the query searches for no word */
} CvnQuerySql;

CvnQuerySql *cvn_query_sql_new (const CvnQuery *query, const char *columns, gboolean ordered);
void         cvn_query_sql_free (CvnQuerySql *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnQuerySql, cvn_query_sql_free)

G_END_DECLS
