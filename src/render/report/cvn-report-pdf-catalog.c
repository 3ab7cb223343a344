/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-pdf-catalog"

#include "cvn-report-private.h"

#include <stdlib.h>
#include <string.h>

/*
 * Cairo 1.16 writes the structure of a document, but not that it is there, and cannot say in which language it is: a
 * screen reader has to know both. So the catalogue of the PDF
 * is written once more at the end of the file, with the language, as an incremental update: ISO 32000-1, 7.5.6.
 */

/* Streams hold any byte, so this is not a search in a string. */
static const char *
find_last (const GByteArray *pdf,
           const char       *text)
{
  gsize length = strlen (text);

  for (gsize at = pdf->len; at >= length; at--)
    if (memcmp (pdf->data + at - length, text, length) == 0)
      return (const char *) pdf->data + at - length;
  return NULL;
}

/* The number after @key, at or behind @from. */
static guint64
read_number (const char *from,
             const char *key)
{
  const char *found = from != NULL ? strstr (from, key) : NULL;

  return found != NULL ? g_ascii_strtoull (found + strlen (key), NULL, 10) : 0;
}

/* The inside of the dictionary of object @number, as "/Type /Catalog …"; NULL when it is not as Cairo writes it. */
static char *
dup_dictionary (const GByteArray *pdf,
                guint64           number)
{
  g_autofree char *head = g_strdup_printf ("\n%" G_GUINT64_FORMAT " 0 obj\n<<", number);
  const char      *begin = find_last (pdf, head);
  const char      *end = begin != NULL ? strstr (begin, ">>\nendobj") : NULL;

  return end != NULL ? g_strndup (begin + strlen (head), (gsize) (end - begin) - strlen (head)) : NULL;
}

static void
append (GByteArray *pdf,
        const char *text)
{
  g_byte_array_append (pdf, (const guint8 *) text, (guint) strlen (text));
}

/**
 * cvn_report_pdf_set_language:
 * @pdf: a whole PDF file with a classic cross-reference table
 * @language: such as "nl-NL"
 *
 * Adds the language, that it is tagged, and that viewers show the title instead of the name of the file. A file that is not as expected
 * stays as it is: it is a good PDF without the language.
 */
void
cvn_report_pdf_set_language (GByteArray *pdf,
                             const char *language)
{
  const char      *trailer;
  guint64          root;
  guint64          size;
  guint64          table;
  guint64          info;
  guint            at;
  g_autofree char *catalog = NULL;
  g_autofree char *object = NULL;
  g_autofree char *end = NULL;

  append (pdf, "\n");
  g_byte_array_append (pdf, (const guint8 *) "", 1); /* a terminator while it is searched */
  g_byte_array_set_size (pdf, pdf->len - 1);
  trailer = find_last (pdf, "\ntrailer\n");
  root = read_number (trailer, "/Root ");
  size = read_number (trailer, "/Size ");
  info = read_number (trailer, "/Info ");
  table = read_number (find_last (pdf, "\nstartxref\n"), "\nstartxref\n");
  catalog = root > 0 && table > 0 ? dup_dictionary (pdf, root) : NULL;
  if (catalog == NULL)
    return;
  at = pdf->len;
  object = g_strdup_printf ("%" G_GUINT64_FORMAT " 0 obj\n<<%s   /Lang (%s)\n   /MarkInfo << /Marked true >>\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n",
                            root, catalog, language);
  append (pdf, object);
  end = g_strdup_printf ("xref\n%" G_GUINT64_FORMAT " 1\n%010u 00000 n \ntrailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT
                         " 0 R\n   /Info %" G_GUINT64_FORMAT " 0 R\n   /Prev %" G_GUINT64_FORMAT "\n>>\nstartxref\n%u\n%%%%EOF\n",
                         root, at, size, root, info, table, at + (guint) strlen (object));
  append (pdf, end);
}
