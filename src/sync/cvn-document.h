/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-attachment.h"
#include "cvn-json.h"
#include "cvn-record.h"

G_BEGIN_DECLS

/* The member that says what a document is, by whom and when; the others are the fields of the record. */
#define CVN_DOCUMENT_MARK "convenant"
/* The form of the documents that this program writes. */
#define CVN_DOCUMENT_SCHEMA 1

/* The content of a document: its members, each to the letter, in the order of their names. */
typedef struct _CvnDocument CvnDocument;

CvnDocument *cvn_document_new (void);
CvnDocument *cvn_document_parse (const char *text, GError **error);
CvnDocument *cvn_document_read (const CvnJsonSlice *object, GError **error);
CvnDocument *cvn_document_read_on (CvnJsonIter *members, const char *const *names, CvnJsonSlice *values, guint n, GError **error);
void         cvn_document_free (CvnDocument *self);

const char *cvn_document_get (CvnDocument *self, const char *name);
void        cvn_document_set (CvnDocument *self, const char *name, const char *json);
guint       cvn_document_get_n (CvnDocument *self);
const char *cvn_document_get_name (CvnDocument *self, guint i);
const char *cvn_document_get_json (CvnDocument *self, guint i);
char       *cvn_document_dup_text (CvnDocument *self);
gpointer    cvn_document_dup_text_behind (CvnDocument *self, gsize room);
GPtrArray  *cvn_document_list_names (CvnDocument *a, CvnDocument *b, CvnDocument *c);

void  cvn_document_set_mark (CvnDocument *self, const char *kind, const char *author, const char *at);
char *cvn_document_dup_mark (CvnDocument *self, const char *name);

/* cvn-document-record.c */
char          *cvn_document_make_id (const CvnKind *kind, const char *id);
const CvnKind *cvn_document_parse_id (const char *document, const char **id);
CvnDocument   *cvn_document_from_record (CvnRecord *record);
CvnRecord     *cvn_document_to_record (CvnDocument *self, const CvnKind *kind, const char *id, GError **error);
gboolean       cvn_document_fill_record (CvnDocument *self, CvnRecord *record, GError **error);

/* cvn-document-file.c */
gboolean cvn_document_read_file (CvnDocument *self, const CvnKind *kind, CvnAttachment *file);
gboolean cvn_document_take_file (CvnDocument *self, const CvnKind *kind);
char    *cvn_document_dup_text_with_file (const char *body, const CvnKind *kind, GBytes *content);

/* cvn-document-screen.c */
gboolean cvn_document_text_hides_bsn (const CvnKind *kind, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnDocument, cvn_document_free)

G_END_DECLS
