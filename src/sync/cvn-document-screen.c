/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-document-screen"

#include "cvn-document.h"

#include "cvn-bsn-token.h"
#include "cvn-bsn.h"
#include "cvn-error.h"

#include <string.h>

/*
 * Invariant 11 of the data model: no field holds a citizen service number. Others may write to the same database with other
 * programs; what they write is looked at before any of it comes to rest here, also the members that this version does not know.
 */

static gboolean
is_number_in_text (const char *name,
                   const char *json,
                   gsize       length)
{
  CvnJsonSlice     slice = { json, length };
  g_autofree char *text = cvn_json_dup_string (&slice);

  return text != NULL && cvn_bsn_scan (text, name, NULL) != CVN_BSN_NONE;
}

/* Every text in @json, however deep. */
static gboolean
is_in_texts (const char *name,
             const char *json)
{
  for (const char *at = strchr (json, '"'); at != NULL; at = strchr (at, '"'))
    {
      const char *end = at + 1;

      while (*end != '"')
        end += *end == '\\' ? 2 : 1;
      end++;
      if (is_number_in_text (name, at, (gsize) (end - at)))
        return TRUE;
      at = end;
    }
  return FALSE;
}

/* What others attached stays with the server, but what they called it comes here. */
static gboolean
is_in_names (const char *json)
{
  g_autoptr (CvnDocument) files = cvn_document_parse (json, NULL);

  for (guint i = 0; files != NULL && i < cvn_document_get_n (files); i++)
    if (cvn_bsn_scan (cvn_document_get_name (files, i), NULL, NULL) != CVN_BSN_NONE)
      return TRUE;
  return FALSE;
}

/* A field that this version knows is checked as what it is: an account number is none of those. */
static gboolean
is_in_field (const CvnField *field,
             const char     *json)
{
  CvnJsonSlice     slice = { json, strlen (json) };
  g_autofree char *text = cvn_json_dup_string (&slice);
  g_auto (CvnValue) value = CVN_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return is_in_texts (field->name, json);
  cvn_value_set_text (&value, text);
  return !cvn_field_check (field, &value, &error) && g_error_matches (error, CVN_ERROR, CVN_ERROR_BSN);
}

static gboolean
is_in_member (const CvnKind *kind,
              const char    *name,
              const char    *json)
{
  int place = kind != NULL ? cvn_kind_find_field (kind, name) : -1;

  if (strcmp (name, "_attachments") == 0)
    return is_in_names (json);
  return place >= 0 ? is_in_field (&kind->fields[place], json) : is_in_texts (name, json);
}

/**
 * cvn_document_text_hides_bsn:
 * @kind: (nullable): of the record that the document holds
 * @text: a document as cvn_document_dup_text() writes it
 *
 * Returns: whether a text in it, or the name of a file attached to it, may be a citizen service number
 */
gboolean
cvn_document_text_hides_bsn (const CvnKind *kind,
                             const char    *text)
{
  g_autoptr (CvnDocument) document = NULL;

  /* What stands between two groups, or a digit, may be escaped where it is written. */
  if (!cvn_bsn_token_is_possible (text) && strchr (text, '\\') == NULL)
    return FALSE;
  document = cvn_document_parse (text, NULL);
  for (guint i = 0; document != NULL && i < cvn_document_get_n (document); i++)
    if (is_in_member (kind, cvn_document_get_name (document, i), cvn_document_get (document, cvn_document_get_name (document, i))))
      return TRUE;
  return FALSE;
}
