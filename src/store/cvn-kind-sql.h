/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-record.h"
#include "cvn-statement.h"

G_BEGIN_DECLS

/* The statements of one kind's table, made once from its description. */
typedef struct
{
  char *columns;       /* "seq", "id", the fields in their order, "extra", "hash" */
  char *select_by_id;  /* ?1 */
  char *select_by_seq; /* ?1 */
  char *insert;        /* ?1 seq (NULL: the next), ?2 id, ?3 … the fields, then extra and hash */
  char *update;        /* as insert; the row is found by ?1 */
  char *delete;        /* ?1 seq */
  char *exists;        /* ?1 id; gives the seq */
} CvnKindSql;

const CvnKindSql *cvn_kind_sql_get (const CvnKind *kind);
CvnRecord        *cvn_kind_sql_read_record (const CvnKind *kind, CvnStatement *statement, int first_column);
gint64            cvn_kind_sql_read_hash (const CvnKind *kind, CvnStatement *statement, int first_column);

G_END_DECLS
