/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-xml-writer"

#include "cvn-xml-writer.h"

struct _CvnXmlWriter
{
  GString   *text;
  GPtrArray *opened; /* names, borrowed: static ones */
};

/** cvn_xml_writer_new: (transfer full): a document in UTF-8 without an element. */
CvnXmlWriter *
cvn_xml_writer_new (void)
{
  CvnXmlWriter *self = g_new0 (CvnXmlWriter, 1);

  self->text = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  self->opened = g_ptr_array_new ();
  return self;
}

/** cvn_xml_writer_free: frees it, and what was written if nobody took it. */
void
cvn_xml_writer_free (CvnXmlWriter *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->opened);
  g_free (self);
}

static void
indent (CvnXmlWriter *self)
{
  for (guint i = 0; i < self->opened->len; i++)
    g_string_append (self->text, "  ");
}

/** cvn_xml_writer_open: begins an element; @name is static, @attributes as they are to stand there, or NULL. */
void
cvn_xml_writer_open (CvnXmlWriter *self,
                     const char   *name,
                     const char   *attributes)
{
  indent (self);
  g_string_append_printf (self->text, "<%s%s%s>\n", name, attributes != NULL ? " " : "", attributes != NULL ? attributes : "");
  g_ptr_array_add (self->opened, (gpointer) name);
}

/** cvn_xml_writer_close: ends the element that was begun last. */
void
cvn_xml_writer_close (CvnXmlWriter *self)
{
  const char *name;

  g_return_if_fail (self->opened->len > 0);

  name = g_ptr_array_steal_index (self->opened, self->opened->len - 1);
  indent (self);
  g_string_append_printf (self->text, "</%s>\n", name);
}

/* XML cannot hold what terminals and word processors leave in a text, not even by its number: a space stands for it. */
static char *
dup_holdable (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString         *holdable = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      gboolean held = letter >= ' ' ? letter != 0xfffe && letter != 0xffff : letter == '\t' || letter == '\n' || letter == '\r';

      g_string_append_unichar (holdable, held ? letter : ' ');
    }
  return g_string_free (holdable, FALSE);
}

/** cvn_xml_writer_add: an element with @text and perhaps an @attribute; nothing at all when @text is NULL or empty. */
void
cvn_xml_writer_add (CvnXmlWriter *self,
                    const char   *name,
                    const char   *attribute,
                    const char   *value,
                    const char   *text)
{
  g_autofree char *holdable = NULL;
  g_autofree char *escaped = NULL;

  if (text == NULL || *text == '\0')
    return;
  holdable = dup_holdable (text);
  escaped = g_markup_escape_text (holdable, -1);
  indent (self);
  g_string_append_printf (self->text, "<%s", name);
  if (attribute != NULL)
    g_string_append_printf (self->text, " %s=\"%s\"", attribute, value);
  g_string_append_printf (self->text, ">%s</%s>\n", escaped, name);
}

/** cvn_xml_writer_end: (transfer full): what was written, once all that was begun is ended. */
char *
cvn_xml_writer_end (CvnXmlWriter *self)
{
  g_return_val_if_fail (self->opened->len == 0, NULL);

  return g_string_free (g_steal_pointer (&self->text), FALSE);
}
