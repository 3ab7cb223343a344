/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-document-record"

#include "cvn-document.h"

#include "cvn-error.h"
#include "cvn-ulid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Between a record and its document. Fields that this version does not know travel with the record and come out again. */

/** cvn_document_make_id: (transfer full): "kind:id". */
char *
cvn_document_make_id (const CvnKind *kind,
                      const char    *id)
{
  return g_strconcat (kind->name, ":", id, NULL);
}

/** cvn_document_parse_id: the kind and, in @id, the id (within @document) of the record that a document holds; NULL when it holds none that is known. */
const CvnKind *
cvn_document_parse_id (const char  *document,
                       const char **id)
{
  const char *colon = strchr (document, ':');
  char        name[64];
  gsize       length = colon != NULL ? (gsize) (colon - document) : 0;

  *id = NULL;
  if (colon == NULL || !cvn_ulid_is_valid (colon + 1))
    return NULL;
  *id = colon + 1;
  /* No kind has a name as long as that. */
  if (length >= sizeof name)
    return NULL;
  memcpy (name, document, length);
  name[length] = '\0';
  return cvn_kind_find (name);
}

static char *
dup_json (const CvnValue *value)
{
  GString *json;

  if (value->type == CVN_VALUE_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
  json = g_string_new (NULL);
  cvn_json_write_string (json, value->text);
  return g_string_free (json, FALSE);
}

/** cvn_document_from_record: (transfer full): the fields that are filled in, and the unknown ones; the mark is the caller's. */
CvnDocument *
cvn_document_from_record (CvnRecord *record)
{
  const CvnKind *kind = cvn_record_get_kind (record);
  const char    *extra = cvn_record_get_extra (record);
  CvnDocument   *self = extra != NULL ? cvn_document_parse (extra, NULL) : NULL;

  if (self == NULL)
    self = cvn_document_new ();
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CvnValue  *value = cvn_record_get_value (record, i);
      g_autofree char *json = cvn_value_is_none (value) ? NULL : dup_json (value);

      cvn_document_set (self, kind->fields[i].name, json);
    }
  return self;
}

static gboolean
fail (const CvnField *field,
      GError        **error)
{
  g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID, _("“%s” holds something of another sort than this field can hold."), _(field->label));
  cvn_error_set_field (error, field->name);
  return FALSE;
}

static gboolean
read_field (CvnRecord  *record,
            guint       place,
            const char *json,
            GError    **error)
{
  const CvnField *field = &cvn_record_get_kind (record)->fields[place];
  CvnJsonSlice    value = { json, strlen (json) };
  gint64          integer;
  char           *text;

  if (cvn_json_is_null (&value))
    return TRUE;
  if (cvn_field_is_integer (field))
    {
      if (!cvn_json_get_integer (&value, &integer))
        return fail (field, error);
      cvn_record_put_integer (record, place, integer);
      return TRUE;
    }
  text = cvn_json_dup_string (&value);
  if (text == NULL)
    return fail (field, error);
  cvn_record_take_text (record, place, text);
  return TRUE;
}

/* What this version does not know travels as one text. */
static void
keep_extra (CvnRecord   *record,
            CvnDocument *extra)
{
  g_autofree char *text = extra != NULL ? cvn_document_dup_text (extra) : NULL;

  if (text != NULL)
    cvn_record_set_extra (record, text);
}

/** cvn_document_fill_record: fills @record, an empty one of the kind that the document holds; FALSE as cvn_document_to_record(). */
gboolean
cvn_document_fill_record (CvnDocument *self,
                          CvnRecord   *record,
                          GError     **error)
{
  const CvnKind *kind = cvn_record_get_kind (record);
  g_autoptr (CvnDocument) extra = NULL;

  for (guint i = 0; i < cvn_document_get_n (self); i++)
    {
      const char *name = cvn_document_get_name (self, i);
      const char *json = cvn_document_get_json (self, i);
      int         place = cvn_kind_find_field (kind, name);

      if (place >= 0 && !read_field (record, (guint) place, json, error))
        return FALSE;
      if (place >= 0 || strcmp (name, CVN_DOCUMENT_MARK) == 0)
        continue;
      if (extra == NULL)
        extra = cvn_document_new ();
      cvn_document_set (extra, name, json);
    }
  keep_extra (record, extra);
  return TRUE;
}

/**
 * cvn_document_to_record:
 *
 * Returns: (transfer full) (nullable): the record that the document holds, unchecked; NULL with %CVN_ERROR_INVALID and the
 *   field that holds something of another sort
 */
CvnRecord *
cvn_document_to_record (CvnDocument   *self,
                        const CvnKind *kind,
                        const char    *id,
                        GError       **error)
{
  g_autoptr (CvnRecord) record = cvn_record_new (kind);

  cvn_record_set_id (record, id);
  return cvn_document_fill_record (self, record, error) ? g_steal_pointer (&record) : NULL;
}
