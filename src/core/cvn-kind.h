/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-field.h"

G_BEGIN_DECLS

typedef struct _CvnRecord CvnRecord;

/* The pages of the sidebar; a kind of records belongs to one of them. */
typedef enum {
  CVN_AREA_PARTNERS,
  CVN_AREA_CONVENANT,
  CVN_AREA_EVENTS,
  CVN_AREA_PROGRAMMES,
  CVN_AREA_FEES,
  CVN_AREA_BUDGET,
  CVN_AREA_ROADMAP,
  CVN_AREA_CARD,
  CVN_AREA_GENERAL,
} CvnArea;

typedef enum {
  CVN_KIND_BULK = 1 << 0,   /* counts by the thousand: not searched by words, never referred to */
  CVN_KIND_SINGLE = 1 << 1, /* one record a file: the centre itself */
} CvnKindFlags;

/* A kind of records, described once. See src/core/kinds/. */
typedef struct
{
  const char     *name;         /* table and document name, snake_case, stable */
  const char     *label;        /* "Partner", marked for translation */
  const char     *label_plural; /* "Partners" */
  const char     *label_add;    /* "Add Partner" */
  const char     *icon;
  const char     *files;       /* names of files that hold this kind, without extension, divided by | */
  const char     *derived;     /* headings in files that the program works out itself, divided by |; may be NULL */
  const char     *natural_key; /* fields that together tell two records apart, divided by |; may be NULL */
  const char     *key_scope;   /* fields, divided by |: a key is unique among the records alike in them; NULL: among all of the kind */
  CvnArea         area;
  CvnKindFlags    flags;
  const char     *sort; /* field the list is ordered by at first; a leading - reverses */
  const CvnField *fields;
  guint           n_fields;
  /* Rules over more than one field; sets CVN_ERROR_* and, through cvn_error_set_field(), the field at fault. May be NULL. */
  gboolean (*check) (CvnRecord *record, GError **error);
  /* Whether a record may become @after, or be deleted where that is NULL; sets CVN_ERROR_FINAL. Also asked before an undo.
   * May be NULL: anything may be changed. */
  gboolean (*may_change) (CvnRecord *before, CvnRecord *after, GError **error);
  /* Whether @record may come after the others of its series, which are in the order of entry; NULL: as part of an import, in any
   * order. @today is an ISO day. May be NULL: anything may follow. */
  gboolean (*may_follow) (GPtrArray *earlier, CvnRecord *record, const char *today, GError **error);
  const char *series; /* fields, divided by |: records alike in them are a series; with may_follow */
  /* Whether @owner, that a record is a part of, may have @part; sets an error at the field of @part. May be NULL: any. */
  gboolean (*may_own) (CvnRecord *owner, CvnRecord *part, GError **error);
  const char *exclusive; /* fields, divided by |: of two records alike in them valid_from to valid_to have no day in common; may be NULL */
  const char *owner;     /* field that refers to the record it is a part of: it can be changed as long as that can be deleted */
} CvnKind;

/* All kinds, in the order in which they are shown: kinds/cvn-kinds.c. */
extern const CvnKind *const cvn_kinds[];
extern const guint          cvn_n_kinds;

const CvnKind *const *cvn_kind_list (guint *n_kinds);
const CvnKind        *cvn_kind_find (const char *name);
const CvnKind        *cvn_kind_find_file (const char *stem);
GType                 cvn_kind_get_type (const CvnKind *kind);
guint                 cvn_kind_get_index (const CvnKind *kind);
int                   cvn_kind_find_field (const CvnKind *kind, const char *name);
GPtrArray            *cvn_kind_sort_by_reference (void);

G_END_DECLS
