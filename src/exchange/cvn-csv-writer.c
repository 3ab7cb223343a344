/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-csv-writer"

#include "cvn-csv-writer.h"

#include "cvn-csv-cell.h"
#include "cvn-csv-mapping.h"
#include "cvn-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define BLOCK ((gsize) 64 * 1024)

struct _CvnCsvWriter
{
  char          *path;
  char          *part; /* the file while it is being written, NULL when it is done */
  int            fd;
  const CvnKind *kind;
  CvnCsvDialect  dialect;
  CvnNameFunc    name;
  gpointer       data;
  GString       *row;   /* UTF-8 */
  GString       *bytes; /* encoded, waiting to be written */
  guint          n_rows;
  gboolean       ids; /* other kinds refer to this one */
};

/* Records of other kinds name what they refer to by its key, or by its id when it has none: then its own file has to tell the id. */
static gboolean
is_referred_to (const CvnKind *kind)
{
  guint                 n;
  const CvnKind *const *kinds = cvn_kind_list (&n);

  for (guint k = 0; k < n; k++)
    for (guint i = 0; i < kinds[k]->n_fields; i++)
      if (g_strcmp0 (kinds[k]->fields[i].refers_to, kind->name) == 0)
        return TRUE;

  return FALSE;
}

static gboolean
fail (const char *path, GError **error)
{
  int              number = errno;
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, CVN_ERROR, number == ENOSPC || number == EDQUOT ? CVN_ERROR_NO_SPACE : CVN_ERROR_IO,
               _("The file “%s” could not be written: %s."), shown, g_strerror (number));
  return FALSE;
}

/* The last word of several is as good as the first, but amounts here are in euros: a heading may not say cents. */
static char *
pick_dutch (const CvnField *field)
{
  g_auto (GStrv) words = g_strsplit (field->nl != NULL ? field->nl : "", "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !g_str_has_suffix (words[i], "_cent"))
      return g_strdup (words[i]);
  if (words[0] != NULL && *words[0] != '\0')
    return g_strndup (words[0], strlen (words[0]) - strlen ("_cent"));

  return g_strdup (field->name);
}

/** cvn_csv_writer_dup_heading: (transfer full): what files in @language call the field. */
char *
cvn_csv_writer_dup_heading (const CvnField *field, CvnLanguage language)
{
  return language == CVN_LANGUAGE_NL ? pick_dutch (field) : g_strdup (field->name);
}

static gboolean
flush (CvnCsvWriter *self, GError **error)
{
  gsize done = 0;

  while (done < self->bytes->len)
    {
      ssize_t n = write (self->fd, self->bytes->str + done, self->bytes->len - done);

      if (n < 0 && errno != EINTR)
        return fail (self->path, error);
      done += n > 0 ? (gsize) n : 0;
    }

  g_string_truncate (self->bytes, 0);
  return TRUE;
}

static gboolean
end_row (CvnCsvWriter *self, GError **error)
{
  g_string_append (self->row, self->dialect.crlf ? "\r\n" : "\n");
  self->n_rows++;
  if (!cvn_csv_encoding_encode (self->dialect.encoding, self->row->str, self->bytes))
    {
      g_set_error (error, CVN_ERROR, CVN_ERROR_FORMAT,
                   _("Row %u holds a letter that Windows-1252 does not have. Choose UTF-8 instead."), self->n_rows);
      return FALSE;
    }

  g_string_truncate (self->row, 0);
  return self->bytes->len < BLOCK || flush (self, error);
}

static gboolean
write_headings (CvnCsvWriter *self, GError **error)
{
  if (self->dialect.bom && self->dialect.encoding != CVN_CSV_ENCODING_WINDOWS_1252)
    g_string_append (self->bytes, "\xef\xbb\xbf");

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      g_autofree char *heading = cvn_csv_writer_dup_heading (&self->kind->fields[i], self->dialect.language);

      if (i > 0)
        g_string_append_c (self->row, self->dialect.delimiter);
      cvn_csv_cell_append (self->row, heading, self->dialect.delimiter);
    }
  if (self->ids)
    g_string_append_printf (self->row, "%c%s", self->dialect.delimiter, CVN_CSV_ID_HEADING);

  return end_row (self, error);
}

/**
 * cvn_csv_writer_new:
 * @path: the file to make
 * @kind: what it will hold
 * @dialect: how to write it
 * @name: (nullable): names the records that fields refer to; without it they are named by their ids
 * @data: for @name
 * @error: CVN_ERROR_IO or CVN_ERROR_NO_SPACE
 *
 * Begins a hidden file beside @path; only cvn_csv_writer_finish() gives it its name. Any thread, one at a time.
 *
 * Returns: (transfer full): the writer, the headings written
 */
CvnCsvWriter *
cvn_csv_writer_new (const char *path, const CvnKind *kind, const CvnCsvDialect *dialect, CvnNameFunc name, gpointer data, GError **error)
{
  g_autoptr (CvnCsvWriter) self = NULL;
  g_autofree char *folder = NULL, *base = NULL, *hidden = NULL;

  g_return_val_if_fail (path != NULL && kind != NULL && dialect != NULL, NULL);

  folder = g_path_get_dirname (path);
  base = g_path_get_basename (path);
  hidden = g_strdup_printf (".%s.XXXXXX", base);

  self = g_new0 (CvnCsvWriter, 1);
  self->path = g_strdup (path);
  self->part = g_build_filename (folder, hidden, NULL);
  self->kind = kind;
  self->ids = is_referred_to (kind);
  self->dialect = *dialect;
  self->name = name;
  self->data = data;
  self->row = g_string_new (NULL);
  self->bytes = g_string_sized_new (2 * BLOCK);
  self->fd = g_mkstemp_full (self->part, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd < 0)
    {
      fail (path, error);
      g_clear_pointer (&self->part, g_free);
      return NULL;
    }

  return write_headings (self, error) ? g_steal_pointer (&self) : NULL;
}

/** cvn_csv_writer_free: frees the writer and removes what it wrote, unless it is finished; nothing happens to NULL. */
void
cvn_csv_writer_free (CvnCsvWriter *self)
{
  if (self == NULL)
    return;

  if (self->fd >= 0)
    close (self->fd);
  if (self->part != NULL)
    g_unlink (self->part);
  g_free (self->part);
  g_free (self->path);
  g_string_free (self->row, TRUE);
  g_string_free (self->bytes, TRUE);
  g_free (self);
}

static char *
format_cell (CvnCsvWriter *self, const CvnField *field, const CvnValue *value)
{
  g_auto (CvnValue) named = CVN_VALUE_INIT;

  if (field->type == CVN_FIELD_REFERENCE && self->name != NULL && value->type == CVN_VALUE_TEXT)
    cvn_value_take_text (&named, self->name (cvn_kind_find (field->refers_to), value->text, self->data));

  return cvn_csv_cell_format (field, cvn_value_is_none (&named) ? value : &named, self->dialect.language);
}

/** cvn_csv_writer_write: adds a record of the writer's kind as the next row. */
gboolean
cvn_csv_writer_write (CvnCsvWriter *self, CvnRecord *record, GError **error)
{
  g_return_val_if_fail (cvn_record_get_kind (record) == self->kind, FALSE);

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      g_autofree char *text = format_cell (self, &self->kind->fields[i], cvn_record_get_value (record, i));

      if (i > 0)
        g_string_append_c (self->row, self->dialect.delimiter);
      cvn_csv_cell_append (self->row, text, self->dialect.delimiter);
    }
  if (self->ids)
    g_string_append_c (self->row, self->dialect.delimiter);
  if (self->ids && cvn_record_get_key (record) == NULL && cvn_record_get_id (record) != NULL)
    g_string_append (self->row, cvn_record_get_id (record));

  return end_row (self, error);
}

static gboolean
refuse_existing (CvnCsvWriter *self, GError **error)
{
  g_autofree char *shown = g_filename_display_name (self->path);

  g_set_error (error, CVN_ERROR, CVN_ERROR_CONFLICT, _("The file “%s” exists already."), shown);
  return FALSE;
}

/* Some file systems cannot rename without replacing: there the look beforehand has to do. */
static gboolean
give_name (CvnCsvWriter *self, gboolean replace, GError **error)
{
  if (!replace && renameat2 (AT_FDCWD, self->part, AT_FDCWD, self->path, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (!replace && (errno == EEXIST || g_file_test (self->path, G_FILE_TEST_EXISTS)))
    return refuse_existing (self, error);
  if (!replace && errno != EINVAL && errno != ENOSYS)
    return fail (self->path, error);

  return g_rename (self->part, self->path) == 0 || fail (self->path, error);
}

/**
 * cvn_csv_writer_finish:
 * @replace: whether a file of that name may be replaced
 * @error: CVN_ERROR_CONFLICT when there is one and it may not; CVN_ERROR_IO or CVN_ERROR_NO_SPACE
 *
 * Makes sure that the rows are on the disk and gives the file its name: a reader sees all of it or nothing.
 */
gboolean
cvn_csv_writer_finish (CvnCsvWriter *self, gboolean replace, GError **error)
{
  int closed;

  g_return_val_if_fail (self->fd >= 0, FALSE);

  if (!flush (self, error))
    return FALSE;
  if (fsync (self->fd) != 0)
    return fail (self->path, error);
  closed = close (self->fd);
  self->fd = -1;
  if (closed != 0)
    return fail (self->path, error);
  if (!give_name (self, replace, error))
    return FALSE;

  g_clear_pointer (&self->part, g_free);
  return TRUE;
}
