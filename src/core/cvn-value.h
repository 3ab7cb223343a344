/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum {
  CVN_VALUE_NONE,
  CVN_VALUE_INTEGER,
  CVN_VALUE_TEXT,
} CvnValueType;

/* One cell: nothing, a whole number (cents, counts, months, yes or no) or a text (words, codes, ISO dates, ids). */
typedef struct
{
  CvnValueType type;
  gint64       integer;
  char        *text;
} CvnValue;

#define CVN_VALUE_INIT \
  {                    \
    CVN_VALUE_NONE     \
  }

void     cvn_value_clear (CvnValue *value);
void     cvn_value_set_integer (CvnValue *value, gint64 integer);
void     cvn_value_set_text (CvnValue *value, const char *text);
void     cvn_value_take_text (CvnValue *value, char *text);
void     cvn_value_copy (const CvnValue *source, CvnValue *target);
gboolean cvn_value_equal (const CvnValue *a, const CvnValue *b);
gboolean cvn_value_is_none (const CvnValue *value);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CvnValue, cvn_value_clear)

G_END_DECLS
