/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-kind.h"

G_BEGIN_DECLS

typedef enum {
  CVN_MATCH_EQUAL,
  CVN_MATCH_NOT_EQUAL,
  CVN_MATCH_AT_LEAST,
  CVN_MATCH_AT_MOST,
  CVN_MATCH_EMPTY,
  CVN_MATCH_NOT_EMPTY,
} CvnMatch;

typedef struct
{
  guint    field;
  CvnMatch match;
  CvnValue value;
} CvnCondition;

/* Which records of one kind, in which order: all conditions hold, and the words of the search are found. */
typedef struct _CvnQuery CvnQuery;

#define CVN_TYPE_QUERY (cvn_query_get_type ())
GType     cvn_query_get_type (void);
CvnQuery *cvn_query_new (const CvnKind *kind);
CvnQuery *cvn_query_copy (const CvnQuery *self);
void      cvn_query_free (CvnQuery *self);

const CvnKind *cvn_query_get_kind (const CvnQuery *self);
void           cvn_query_add (CvnQuery *self, const char *field, CvnMatch match, const CvnValue *value);
void           cvn_query_add_text (CvnQuery *self, const char *field, CvnMatch match, const char *text);
void           cvn_query_add_integer (CvnQuery *self, const char *field, CvnMatch match, gint64 integer);
void           cvn_query_add_year (CvnQuery *self, const char *field, int year);

guint               cvn_query_get_n_conditions (const CvnQuery *self);
const CvnCondition *cvn_query_get_condition (const CvnQuery *self, guint i);
void                cvn_query_clear_field (CvnQuery *self, const char *field);

void        cvn_query_set_search (CvnQuery *self, const char *search);
const char *cvn_query_get_search (const CvnQuery *self);
void        cvn_query_set_sort (CvnQuery *self, const char *field, gboolean descending);
int         cvn_query_get_sort (const CvnQuery *self, gboolean *descending);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnQuery, cvn_query_free)

G_END_DECLS
