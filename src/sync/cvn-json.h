/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Deeper than anybody's documents, and far from where reading would exhaust the stack of others. */
#define CVN_JSON_MAX_DEPTH 60
/* Whole numbers that every peer can hold: JavaScript's are no larger. */
#define CVN_JSON_MAX_INTEGER (G_GINT64_CONSTANT (1) << 53)

/* One value within a text that cvn_json_check() has passed; borrowed from it. */
typedef struct
{
  const char *start;
  gsize       length;
  gboolean    is_plain; /* it is a text, or a name, and it was seen that nothing in it is escaped */
} CvnJsonSlice;

/* Where one is within an object or an array. */
typedef struct
{
  const char *cursor; /* NULL: at the end, or the value is of another type */
  const char *end;    /* then what comes behind it */
} CvnJsonIter;

gboolean cvn_json_check (const char *text, gsize length, GError **error);

gboolean cvn_json_open_object (CvnJsonIter *iter, const CvnJsonSlice *value);
gboolean cvn_json_open_array (CvnJsonIter *iter, const CvnJsonSlice *value);
gboolean cvn_json_next_member (CvnJsonIter *iter, char **name, CvnJsonSlice *value);
gboolean cvn_json_next_name (CvnJsonIter *iter, CvnJsonSlice *name);
gboolean cvn_json_next_pair (CvnJsonIter *iter, CvnJsonSlice *name, CvnJsonSlice *value);
gboolean cvn_json_next_element (CvnJsonIter *iter, CvnJsonSlice *value);
gboolean cvn_json_go_to (CvnJsonIter *iter, const char *name);
gboolean cvn_json_enter_object (CvnJsonIter *iter, CvnJsonIter *parts);
gboolean cvn_json_enter_array (CvnJsonIter *iter, CvnJsonIter *parts);
void     cvn_json_leave (CvnJsonIter *iter, const CvnJsonIter *parts);

gboolean    cvn_json_find (const CvnJsonSlice *object, const char *name, CvnJsonSlice *value);
void        cvn_json_find_all (const CvnJsonSlice *object, const char *const *names, CvnJsonSlice *values, guint n);
char       *cvn_json_dup_member (const CvnJsonSlice *object, const char *name);
gboolean    cvn_json_is_name (const CvnJsonSlice *key, const char *name);
gboolean    cvn_json_is_plain (const CvnJsonSlice *value);
gboolean    cvn_json_is_null (const CvnJsonSlice *value);
gboolean    cvn_json_is_true (const CvnJsonSlice *value);
char       *cvn_json_dup_string (const CvnJsonSlice *value);
const char *cvn_json_peek_string (const CvnJsonSlice *value, gsize *length, char **copy);
gboolean    cvn_json_get_integer (const CvnJsonSlice *value, gint64 *integer);
char       *cvn_json_write_compact (const CvnJsonSlice *value, char *to);
char       *cvn_json_dup_compact (const CvnJsonSlice *value);

G_END_DECLS
