/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-document-file"

#include "cvn-document.h"

#include <string.h>

/*
 * The file of a record is a field like any other: what its content adds up to is part of the version, so that the same
 * versions are made at every desk, with the content at hand or without. The content itself travels as an attachment of the
 * document, under the name of the file. Attachments that others put there are none of ours, and stay.
 */

#define ATTACHMENTS "_attachments"

/** cvn_document_read_file: (out) @file, to be cleared: the file that the record in @self names. Returns: whether there is one */
gboolean
cvn_document_read_file (CvnDocument   *self,
                        const CvnKind *kind,
                        CvnAttachment *file)
{
  int              field = kind != NULL ? cvn_attachment_find_field (kind) : -1;
  const char      *json = field >= 0 ? cvn_document_get (self, kind->fields[field].name) : NULL;
  CvnJsonSlice     value = { json, json != NULL ? strlen (json) : 0 };
  g_autofree char *text = json != NULL ? cvn_json_dup_string (&value) : NULL;

  *file = (CvnAttachment){ 0 };
  return text != NULL && cvn_attachment_parse (text, file, NULL);
}

/* The entries of @attachments but the one called @name; @found says whether there was one. */
static char *
dup_others (const char *attachments,
            const char *name,
            gboolean   *found)
{
  CvnJsonSlice object = { attachments, strlen (attachments) };
  CvnJsonSlice value;
  CvnJsonIter  iter;
  GString     *others = g_string_new (NULL);
  char        *next = NULL;

  *found = FALSE;
  if (!cvn_json_open_object (&iter, &object))
    return g_string_free (others, FALSE);
  while (cvn_json_next_member (&iter, &next, &value))
    {
      g_autofree char *key = g_steal_pointer (&next);

      if (strcmp (key, name) == 0)
        {
          *found = TRUE;
          continue;
        }
      if (others->len > 0)
        g_string_append_c (others, ',');
      cvn_json_write_string (others, key);
      g_string_append_c (others, ':');
      g_string_append_len (others, value.start, (gssize) value.length);
    }
  return g_string_free (others, FALSE);
}

/**
 * cvn_document_take_file:
 * @self: as it came from a server
 *
 * Takes the file that the record names out of the attachments: what is left is what every desk would write.
 *
 * Returns: whether the server has the file
 */
gboolean
cvn_document_take_file (CvnDocument   *self,
                        const CvnKind *kind)
{
  const char      *attachments = cvn_document_get (self, ATTACHMENTS);
  g_autofree char *others = NULL;
  g_autofree char *object = NULL;
  g_auto (CvnAttachment) file = { 0 };
  gboolean found = FALSE;

  if (attachments == NULL || !cvn_document_read_file (self, kind, &file))
    return FALSE;
  others = dup_others (attachments, file.name, &found);
  if (!found)
    return FALSE;
  object = *others != '\0' ? g_strconcat ("{", others, "}", NULL) : NULL;
  cvn_document_set (self, ATTACHMENTS, object);
  return TRUE;
}

static char *
dup_entry (const CvnAttachment *file,
           GBytes              *content)
{
  g_autoptr (GString) entry = g_string_new (NULL);
  gsize            length;
  const guchar    *bytes = g_bytes_get_data (content, &length);
  g_autofree char *data = g_base64_encode (length > 0 ? bytes : (const guchar *) "", length);
  gsize            n = 16;
  guint8           digest[16];
  g_autofree char *sum = NULL;
  g_autoptr (GChecksum) md5 = g_checksum_new (G_CHECKSUM_MD5);

  g_checksum_update (md5, bytes != NULL ? bytes : (const guchar *) "", (gssize) length);
  g_checksum_get_digest (md5, digest, &n);
  sum = g_base64_encode (digest, n);
  cvn_json_write_string (entry, file->name);
  g_string_append (entry, ":{\"content_type\":");
  cvn_json_write_string (entry, file->media_type);
  g_string_append_printf (entry, ",\"digest\":\"md5-%s\",\"data\":\"%s\"}", sum, data);
  return g_string_free (g_steal_pointer (&entry), FALSE);
}

/** cvn_document_dup_text_with_file: (transfer full): the document @body as it is sent: with the @content of the file that it names. */
char *
cvn_document_dup_text_with_file (const char    *body,
                                 const CvnKind *kind,
                                 GBytes        *content)
{
  g_autoptr (CvnDocument) document = cvn_document_parse (body, NULL);
  g_auto (CvnAttachment) file = { 0 };
  g_autofree char *entry = NULL;
  g_autofree char *others = NULL;
  g_autofree char *object = NULL;
  gboolean         found = FALSE;

  if (document == NULL || !cvn_document_read_file (document, kind, &file))
    return g_strdup (body);
  entry = dup_entry (&file, content);
  if (cvn_document_get (document, ATTACHMENTS) != NULL)
    others = dup_others (cvn_document_get (document, ATTACHMENTS), file.name, &found);
  object = g_strconcat ("{", entry, others != NULL && *others != '\0' ? "," : "", others != NULL ? others : "", "}", NULL);
  cvn_document_set (document, ATTACHMENTS, object);
  return cvn_document_dup_text (document);
}
