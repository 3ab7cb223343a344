/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-change-set.h"
#include "cvn-query.h"
#include "cvn-table.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a figure is asked for. Borrowed for the length of the call. */
typedef struct
{
  int         year;
  const char *today;  /* ISO day: the store has no clock */
  const char *record; /* id of the record that the figure is about, or NULL */
  const char *from;   /* ISO day, of figures about a period of days, or NULL */
  const char *to;     /* the day after the last one, or NULL */
} CvnFigureArguments;

/* A figure: SQL in figures/NAME.sql, the rows behind it in figures/NAME.rows.sql, and its rule in words. */
typedef struct
{
  const char *name;
  const char *label; /* marked for translation */
  const char *rule;  /* how the number comes about, marked for translation */
} CvnFigureInfo;

typedef struct
{
  char          *id;
  const CvnKind *kind;
  char          *title;
  char          *found;  /* the words around what was found, or NULL */
  char          *detail; /* what tells it apart from others that are called the same, or NULL */
} CvnSearchHit;

typedef struct
{
  guint    field;
  CvnValue before;
  CvnValue after;
} CvnHistoryChange;

typedef struct
{
  gint64         no; /* of the journal entry */
  char          *at; /* UTC, ISO */
  char          *actor;
  CvnAction      action;
  const CvnKind *kind;    /* of the entry, may be NULL */
  char          *subject; /* of the entry, may be NULL */
  guint          n_records;
  gboolean       created; /* this entry made the record */
  gboolean       deleted;
  GArray        *changes; /* of CvnHistoryChange: of the one record asked for; empty in the journal as a whole */
} CvnHistoryEntry;

/* A view of the file at one moment. Used within the function that got it, on its thread, and nowhere else. */
typedef struct _CvnReader CvnReader;

GArray    *cvn_reader_list (CvnReader *self, const CvnQuery *query, GCancellable *cancellable, GError **error);
gint64     cvn_reader_count (CvnReader *self, const CvnQuery *query, GError **error);
CvnTable  *cvn_reader_sums (CvnReader *self, const CvnQuery *query, GError **error);
GPtrArray *cvn_reader_get_rows (CvnReader *self, const CvnKind *kind, const gint64 *seqs, guint n, GError **error);
CvnRecord *cvn_reader_get (CvnReader *self, const CvnKind *kind, const char *id, GError **error);
char      *cvn_reader_dup_title (CvnReader *self, const CvnKind *kind, const char *id, CvnLanguage language);
char      *cvn_reader_dup_record_title (CvnReader *self, CvnRecord *record, CvnLanguage language);
char      *cvn_reader_dup_words (CvnReader *self, const CvnField *field, const CvnValue *value, CvnLanguage language);
char      *cvn_reader_resolve (CvnReader *self, const CvnKind *kind, const char *text, GError **error);
GPtrArray *cvn_reader_find_references (CvnReader *self, const CvnKind *kind, const char *id, GError **error);

GPtrArray *cvn_reader_search (CvnReader *self, const char *words, const CvnKind *kind, guint limit, CvnLanguage language, GCancellable *cancellable, GError **error);
GPtrArray *cvn_reader_history (CvnReader *self, const CvnKind *kind, const char *id, GError **error);
GPtrArray *cvn_reader_journal (CvnReader *self, gint64 before, guint limit, GError **error);

CvnTable            *cvn_reader_figure (CvnReader *self, const char *name, const CvnFigureArguments *arguments, GError **error);
CvnTable            *cvn_reader_figure_rows (CvnReader *self, const char *name, const CvnFigureArguments *arguments, GError **error);
const CvnFigureInfo *cvn_figure_find (const char *name);
char                *cvn_figure_dup_sql (const char *name, const char *suffix);
const CvnFigureInfo *cvn_figure_list (guint *n_figures);

void cvn_search_hit_free (CvnSearchHit *hit);
void cvn_history_entry_free (CvnHistoryEntry *entry);

G_END_DECLS
