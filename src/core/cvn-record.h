/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-kind.h"

G_BEGIN_DECLS

#define CVN_TYPE_RECORD (cvn_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (CvnRecord, cvn_record, CVN, RECORD, GObject)

struct _CvnRecordClass
{
  GObjectClass   parent_class;
  const CvnKind *kind;
  const guint64 *marks; /* see cvn_kind_make_marks() */
};

CvnRecord *cvn_record_new (const CvnKind *kind);
CvnRecord *cvn_record_copy (CvnRecord *self);
void       cvn_record_clear (CvnRecord *self);

const CvnKind *cvn_record_get_kind (CvnRecord *self);
const char    *cvn_record_get_id (CvnRecord *self);
void           cvn_record_set_id (CvnRecord *self, const char *id);
gint64         cvn_record_get_seq (CvnRecord *self);
void           cvn_record_set_seq (CvnRecord *self, gint64 seq);
const char    *cvn_record_get_extra (CvnRecord *self);
void           cvn_record_set_extra (CvnRecord *self, const char *json);

const CvnValue *cvn_record_get_value (CvnRecord *self, guint field);
void            cvn_record_set_value (CvnRecord *self, guint field, const CvnValue *value);
void            cvn_record_take_text (CvnRecord *self, guint field, char *text);
void            cvn_record_put_integer (CvnRecord *self, guint field, gint64 integer);
gint64          cvn_record_get_integer (CvnRecord *self, const char *field);
const char     *cvn_record_get_text (CvnRecord *self, const char *field);
gboolean        cvn_record_has (CvnRecord *self, const char *field);
const char     *cvn_record_get_key (CvnRecord *self);
void            cvn_record_set_integer (CvnRecord *self, const char *field, gint64 integer);
void            cvn_record_set_text (CvnRecord *self, const char *field, const char *text);
void            cvn_record_unset (CvnRecord *self, const char *field);

gboolean cvn_record_equal (CvnRecord *self, CvnRecord *other);
gboolean cvn_record_check (CvnRecord *self, GError **error);
guint64 *cvn_kind_make_marks (const CvnKind *kind);
guint64  cvn_record_hash (CvnRecord *self);
void     cvn_record_write_json (CvnRecord *self, CvnRecord *unlike, GString *json);
void     cvn_json_write_string (GString *json, const char *text);

G_END_DECLS
