/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-attachment"

#include "cvn-attachment.h"

#include "cvn-bsn.h"
#include "cvn-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * The field holds NAME|TYPE|LENGTH|SHA256, the name first so that lists are in its order. What comes from another desk is
 * looked at like anything else: a name is a name and no path, and shows itself as it is.
 */

#define MAX_NAME 200
#define HASH     64

/* Texts up to this are looked through for citizen service numbers. */
#define MAX_SCANNED ((gsize) 1024 * 1024)

/** cvn_attachment_clear: frees what is in it. */
void
cvn_attachment_clear (CvnAttachment *self)
{
  g_free (self->name);
  g_free (self->media_type);
  g_free (self->hash);
  *self = (CvnAttachment){ 0 };
}

/* What turns the direction of writing makes "exe.pdf" of "fdp.exe". */
static gboolean
is_allowed (gunichar letter)
{
  return !g_unichar_iscntrl (letter) && letter != '/' && letter != '\\' && letter != '|' && letter != 0x61c &&
         !(letter >= 0x200b && letter <= 0x200f) && !(letter >= 0x2028 && letter <= 0x202e) && !(letter >= 0x2060 && letter <= 0x206f) &&
         letter != 0xfeff && letter != 0xfffd;
}

static gboolean
is_name (const char *name)
{
  gsize length = strlen (name);

  if (length == 0 || length > MAX_NAME || *name == '_' || *name == '.' || *name == ' ' || name[length - 1] == '.' || name[length - 1] == ' ' ||
      !g_utf8_validate (name, -1, NULL))
    return FALSE;
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    if (!is_allowed (g_utf8_get_char (at)))
      return FALSE;
  return cvn_bsn_scan (name, NULL, NULL) == CVN_BSN_NONE;
}

/** cvn_attachment_clean_name: (transfer full): @name as a file of ours may be called: no path, nothing invisible, not too long; "file" where nothing is left. */
char *
cvn_attachment_clean_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (!is_allowed (letter) || (clean->len == 0 && (letter == '_' || letter == '.' || letter == ' ')))
        continue;
      if (clean->len + 6 > MAX_NAME)
        break;
      g_string_append_unichar (clean, letter);
    }
  while (clean->len > 0 && (clean->str[clean->len - 1] == '.' || clean->str[clean->len - 1] == ' '))
    g_string_truncate (clean, clean->len - 1);
  return g_strdup (is_name (clean->str) ? clean->str : "file");
}

static gboolean
is_media_type (const char *type)
{
  const char *slash = strchr (type, '/');

  return slash != NULL && slash > type && slash[1] != '\0' && strlen (type) <= 127 &&
         strspn (type, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$&^_.+-/") == strlen (type) && strchr (slash + 1, '/') == NULL;
}

static gboolean
is_hash (const char *hash)
{
  return strlen (hash) == HASH && strspn (hash, "0123456789abcdef") == HASH;
}

/** cvn_attachment_parse: reads what a field holds; %CVN_ERROR_INVALID when it is none of ours. */
gboolean
cvn_attachment_parse (const char    *text,
                      CvnAttachment *self,
                      GError       **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "|", -1);
  gint64 length = 0;

  *self = (CvnAttachment){ 0 };
  if (g_strv_length (parts) == 4 && is_name (parts[0]) && is_media_type (parts[1]) && is_hash (parts[3]) &&
      g_ascii_string_to_signed (parts[2], 10, 0, CVN_ATTACHMENT_MAX, &length, NULL))
    {
      *self = (CvnAttachment){ g_strdup (parts[0]), g_strdup (parts[1]), length, g_strdup (parts[3]) };
      return TRUE;
    }
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, _("A file is attached in the form of the record, not by its name."));
  return FALSE;
}

/** cvn_attachment_dup_text: (transfer full): what a field holds. */
char *
cvn_attachment_dup_text (const CvnAttachment *self)
{
  return g_strdup_printf ("%s|%s|%" G_GINT64_FORMAT "|%s", self->name, self->media_type, self->length, self->hash);
}

/** cvn_attachment_dup_size: (transfer full): "12 kB", "1,4 MB": as people say it. */
char *
cvn_attachment_dup_size (gint64      length,
                         CvnLanguage language)
{
  gint64 tenths = (length * 10 + 500000) / 1000000;

  if (length < 1000000)
    return g_strdup_printf ("%" G_GINT64_FORMAT " kB", MAX ((length + 500) / 1000, 1));
  return g_strdup_printf ("%" G_GINT64_FORMAT "%c%" G_GINT64_FORMAT " MB", tenths / 10, language == CVN_LANGUAGE_NL ? ',' : '.', tenths % 10);
}

/** cvn_attachment_dup_words: (transfer full): what a field holds, as people read it: the name and the size. */
char *
cvn_attachment_dup_words (const char *text,
                          CvnLanguage language)
{
  g_auto (CvnAttachment) self = { 0 };
  g_autofree char *size = NULL;

  if (!cvn_attachment_parse (text, &self, NULL))
    return g_strdup (text);
  size = cvn_attachment_dup_size (self.length, language);
  return g_strdup_printf ("%s (%s)", self.name, size);
}

/** cvn_attachment_travels: whether it is small enough to be sent to a server. */
gboolean
cvn_attachment_travels (const CvnAttachment *self)
{
  return self->length <= CVN_ATTACHMENT_TRAVELS;
}

/** cvn_attachment_hides_bsn: whether @content is a text with a citizen service number in it: the centre may hold none, in whatever form. Any thread. */
gboolean
cvn_attachment_hides_bsn (GBytes *content)
{
  gsize            length;
  const char      *data = g_bytes_get_data (content, &length);
  g_autofree char *text = NULL;

  if (length == 0 || length > MAX_SCANNED || memchr (data, '\0', length) != NULL || !g_utf8_validate (data, (gssize) length, NULL))
    return FALSE;
  text = g_strndup (data, length);
  return cvn_bsn_scan (text, NULL, NULL) == CVN_BSN_CERTAIN;
}

/** cvn_attachment_is_shown: whether what is of @media_type is looked at, and not run: only that is opened with another program. */
gboolean
cvn_attachment_is_shown (const char *media_type)
{
  static const char *const types[] = {
    "application/pdf", "application/rtf", "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint",
    "text/plain", "text/csv", "text/markdown", "text/rtf", "image/png", "image/jpeg", "image/gif", "image/webp", "image/tiff", NULL
  };

  return g_strv_contains (types, media_type) || g_str_has_prefix (media_type, "application/vnd.oasis.opendocument.") ||
         g_str_has_prefix (media_type, "application/vnd.openxmlformats-officedocument.");
}

/** cvn_attachment_find_field: the field of @kind that holds a file, or -1. */
int
cvn_attachment_find_field (const CvnKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].format == CVN_FORMAT_FILE)
      return (int) i;
  return -1;
}
