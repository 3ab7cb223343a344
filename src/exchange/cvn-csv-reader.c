/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-csv-reader"

#include "cvn-csv-reader.h"

#include "cvn-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK   ((gsize) 128 * 1024)
#define MAX_ROW ((gsize) 16 * 1024 * 1024)

/* The bytes of a row stay in one place while it is read: only before the row grows past the buffer are they moved, so
 * cells are kept as offsets from the row's start and become pointers when the row is complete. */
typedef struct
{
  gsize start;
  gsize length;
} Span;

typedef enum {
  READ_CELL, /* and another one follows */
  READ_ROW,  /* that was the last cell of the row */
  READ_ERROR,
} ReadResult;

struct _CvnCsvReader
{
  GInputStream *stream;
  GCancellable *cancellable;
  CvnCsvDialect dialect;
  goffset       position; /* bytes read from the stream */
  goffset       size;     /* of the stream, -1 when not known */
  gboolean      ended;

  char    *raw; /* bytes as they are in the file, waiting to be decoded */
  gsize    n_raw;
  GString *text; /* decoded */
  gsize    row;  /* where in the text the row begins */
  gsize    cell; /* where the cell begins */
  gsize    at;   /* the next byte to look at */

  guint      line; /* of the next byte */
  guint      error_line;
  guint8     stops[256]; /* the bytes that end a cell without quotation marks */
  Span       spans[CVN_CSV_MAX_COLUMNS];
  CvnCsvCell cells[CVN_CSV_MAX_COLUMNS];
  CvnCsvRow  result;
};

static guint
count_lines (const char *at, const char *end)
{
  guint n = 0;

  for (; at < end; at++)
    n += *at == '\n' || (*at == '\r' && (at + 1 == end || at[1] != '\n'));

  return n;
}

/* For a byte that the reader has not come to yet: the lines before it are counted first. */
static guint
locate (CvnCsvReader *self, const char *upto)
{
  self->error_line = self->line + count_lines (self->text->str + self->at, upto);
  return self->error_line;
}

static gboolean
refuse_bytes (CvnCsvReader *self, gsize used, GError **error)
{
  guint line = locate (self, self->text->str + self->text->len);

  if (self->dialect.encoding == CVN_CSV_ENCODING_WINDOWS_1252)
    {
      g_set_error (error, CVN_ERROR, CVN_ERROR_FORMAT, _("Line %u holds a byte that is neither UTF-8 nor Windows-1252."), line);
      return FALSE;
    }

  self->error_line = line + count_lines (self->raw, self->raw + used);
  g_set_error (error, CVN_ERROR, CVN_ERROR_FORMAT, _("Line %u is not UTF-8, unlike the lines before it."), self->error_line);
  return FALSE;
}

static gboolean
decode (CvnCsvReader *self, GError **error)
{
  gsize       before = self->text->len, used;
  gboolean    valid = cvn_csv_encoding_decode (&self->dialect.encoding, self->raw, self->n_raw, self->ended, self->text, &used);
  const char *zero = memchr (self->text->str + before, '\0', self->text->len - before);

  if (zero != NULL)
    {
      g_set_error (error, CVN_ERROR, CVN_ERROR_FORMAT,
                   _("Line %u holds a zero byte. This is not a text file, or it is damaged."), locate (self, zero));
      return FALSE;
    }
  if (!valid)
    return refuse_bytes (self, used, error);

  self->n_raw -= used;
  memmove (self->raw, self->raw + used, self->n_raw);
  return TRUE;
}

/* Drops the rows that are done with and reads one block more. */
static gboolean
fill (CvnCsvReader *self, GError **error)
{
  gssize n;

  g_string_erase (self->text, 0, (gssize) self->row);
  self->at -= self->row;
  self->cell -= self->row;
  self->row = 0;

  n = g_input_stream_read (self->stream, self->raw + self->n_raw, BLOCK - self->n_raw, self->cancellable, error);
  if (n < 0)
    return FALSE;

  self->ended = n == 0;
  self->position += n;
  self->n_raw += (gsize) n;
  return decode (self, error);
}

static gboolean
refuse_length (CvnCsvReader *self, GError **error)
{
  self->error_line = self->result.line;
  g_set_error (error, CVN_ERROR, CVN_ERROR_FORMAT,
               _("The row on line %u holds a cell of more than a million characters. Is a quotation mark missing?"),
               self->error_line);
  return FALSE;
}

/* Whether there is a byte to look at; FALSE without an error at the end of the file. */
static gboolean
more (CvnCsvReader *self, GError **error)
{
  while (self->at == self->text->len)
    {
      if (self->ended)
        return FALSE;
      if (self->at - self->cell > CVN_CSV_MAX_CELL || self->at - self->row > MAX_ROW)
        return refuse_length (self, error);
      if (!fill (self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
try_block (CvnCsvReader *self, gboolean *found, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  *found = more (self, &local_error);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Like more(), for places where the end of the file is as good as a mark. Nearly always the next byte is there. */
static inline gboolean
try_more (CvnCsvReader *self, gboolean *found, GError **error)
{
  *found = self->at < self->text->len;
  return *found || try_block (self, found, error);
}

static gboolean
add_cell (CvnCsvReader *self, gsize length, GError **error)
{
  if (length > CVN_CSV_MAX_CELL)
    return refuse_length (self, error);
  if (self->result.n_cells == CVN_CSV_MAX_COLUMNS)
    {
      self->error_line = self->result.line;
      g_set_error (error, CVN_ERROR, CVN_ERROR_FORMAT, _("The row on line %u has more than %d columns."),
                   self->error_line, CVN_CSV_MAX_COLUMNS);
      return FALSE;
    }

  self->spans[self->result.n_cells++] = (Span){ self->cell - self->row, length };
  return TRUE;
}

/* Looks at the mark after a cell: a delimiter, the end of the line in one of its three forms, or the end of the file. */
static ReadResult
finish_cell (CvnCsvReader *self, gboolean found, GError **error)
{
  char mark = found ? self->text->str[self->at++] : '\n';

  if (mark == self->dialect.delimiter)
    return READ_CELL;
  if (mark == '\r')
    {
      if (!try_more (self, &found, error))
        return READ_ERROR;
      if (found && self->text->str[self->at] == '\n')
        self->at++;
    }

  self->line++;
  return READ_ROW;
}

static ReadResult
read_plain (CvnCsvReader *self, GError **error)
{
  gboolean found = TRUE;

  while (found)
    {
      const char *start = self->text->str + self->at, *end = self->text->str + self->text->len, *at = start;

      while (at < end && !self->stops[(guchar) *at])
        at++;
      self->at += (gsize) (at - start);
      if (at < end)
        break;
      if (!try_more (self, &found, error))
        return READ_ERROR;
    }

  return add_cell (self, self->at - self->cell, error) ? finish_cell (self, found, error) : READ_ERROR;
}

/* What stands between a closing quotation mark and the delimiter: nothing, or blanks. */
static ReadResult
finish_quoted (CvnCsvReader *self, gsize length, GError **error)
{
  gboolean found;

  if (!add_cell (self, length, error))
    return READ_ERROR;

  for (;;)
    {
      if (!try_more (self, &found, error))
        return READ_ERROR;
      if (!found || self->stops[(guchar) self->text->str[self->at]])
        return finish_cell (self, found, error);
      if (self->text->str[self->at] != ' ')
        break;
      self->at++;
    }

  self->error_line = self->line;
  g_set_error (error, CVN_ERROR, CVN_ERROR_FORMAT,
               _("Line %u holds text after a closing quotation mark. A quotation mark within a text is written twice."),
               self->error_line);
  return READ_ERROR;
}

static ReadResult
refuse_open_quote (CvnCsvReader *self, guint line, GError **error)
{
  self->error_line = line;
  g_set_error (error, CVN_ERROR, CVN_ERROR_FORMAT, _("The quotation mark that opens on line %u is never closed."), line);
  return READ_ERROR;
}

/* Copies the text between quotation marks down over the marks that are written twice. */
static ReadResult
read_quoted (CvnCsvReader *self, GError **error)
{
  guint    opened = self->line;
  gsize    length = 0;
  gboolean found;

  self->at++;
  for (;;)
    {
      char *from, *to, *quote;
      gsize n;

      if (!try_more (self, &found, error))
        return READ_ERROR;
      if (!found)
        return refuse_open_quote (self, opened, error);

      from = self->text->str + self->at;
      quote = memchr (from, '"', self->text->len - self->at);
      n = quote != NULL ? (gsize) (quote - from) : self->text->len - self->at;
      to = self->text->str + self->cell + length;
      self->line += count_lines (from, from + n);
      /* A line end that two blocks share is one. */
      if (length > 0 && n > 0 && from[0] == '\n' && to[-1] == '\r')
        self->line--;
      memmove (to, from, n);
      length += n;
      self->at += n;
      if (quote == NULL)
        continue;

      self->at++;
      if (!try_more (self, &found, error))
        return READ_ERROR;
      if (!found || self->text->str[self->at] != '"')
        return finish_quoted (self, length, error);
      self->text->str[self->cell + length++] = '"';
      self->at++;
    }
}

static ReadResult
read_cell (CvnCsvReader *self, GError **error)
{
  gboolean found;

  self->cell = self->at;
  if (!try_more (self, &found, error))
    return READ_ERROR;
  if (found && self->text->str[self->at] == '"')
    return read_quoted (self, error);

  return read_plain (self, error);
}

static gboolean
read_row (CvnCsvReader *self, GError **error)
{
  ReadResult result;

  self->result = (CvnCsvRow){ self->cells, 0, self->line };
  do
    result = read_cell (self, error);
  while (result == READ_CELL);

  return result == READ_ROW;
}

static gboolean
is_blank (CvnCsvReader *self)
{
  return self->result.n_cells == 1 && self->spans[0].length == 0;
}

/**
 * cvn_csv_reader_next:
 * @self: a reader
 * @error: CVN_ERROR_FORMAT when the file is not what it should be, with the line in the sentence and in
 *   cvn_csv_reader_get_error_line(); or an error of the stream
 *
 * Reads the next row; empty lines are passed over.
 *
 * Returns: (transfer none) (nullable): the row, valid until the next call; NULL at the end, or with an error
 */
const CvnCsvRow *
cvn_csv_reader_next (CvnCsvReader *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  do
    {
      gboolean found;

      self->row = self->cell = self->at;
      if (!try_more (self, &found, error) || !found || !read_row (self, error))
        return NULL;
    }
  while (is_blank (self));

  for (guint i = 0; i < self->result.n_cells; i++)
    {
      char *text = self->text->str + self->row + self->spans[i].start;

      text[self->spans[i].length] = '\0';
      self->cells[i] = (CvnCsvCell){ text, self->spans[i].length };
    }

  return &self->result;
}

/* The first block, and what it tells about the rest. */
static gboolean
begin (CvnCsvReader *self, const CvnCsvDialect *dialect, GError **error)
{
  CvnCsvDialect sniffed;
  gsize         n;

  if (!g_input_stream_read_all (self->stream, self->raw, BLOCK / 2, &n, self->cancellable, error))
    return FALSE;
  self->position = (goffset) n;
  self->n_raw = n;
  if (!cvn_csv_dialect_sniff (self->raw, n, &sniffed, error))
    {
      self->error_line = 1;
      return FALSE;
    }

  self->dialect = dialect != NULL ? *dialect : sniffed;
  if (sniffed.bom)
    self->dialect.encoding = CVN_CSV_ENCODING_UTF_8;
  self->dialect.bom = sniffed.bom;
  self->dialect.separator_line = sniffed.separator_line;
  if (sniffed.bom)
    {
      self->n_raw -= 3;
      memmove (self->raw, self->raw + 3, self->n_raw);
    }
  self->stops[(guchar) self->dialect.delimiter] = self->stops['\n'] = self->stops['\r'] = TRUE;
  if (!decode (self, error))
    return FALSE;

  return !sniffed.separator_line || cvn_csv_reader_next (self, error) != NULL;
}

static CvnCsvReader *
make (GInputStream *stream, goffset size, const CvnCsvDialect *dialect, GCancellable *cancellable, GError **error)
{
  g_autoptr (CvnCsvReader) self = g_new0 (CvnCsvReader, 1);

  self->stream = g_object_ref (stream);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->size = size;
  self->raw = g_malloc (BLOCK);
  self->text = g_string_sized_new (3 * BLOCK);
  self->line = 1;

  return begin (self, dialect, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * cvn_csv_reader_new:
 * @stream: where the file comes from
 * @dialect: (nullable): how it is written; NULL to find out from its beginning
 * @cancellable: (nullable): used for all reading
 * @error: CVN_ERROR_FORMAT when it is no CSV file, or an error of the stream
 *
 * Memory does not grow with the file: one row at most is held, of cells up to %CVN_CSV_MAX_CELL bytes. Any thread,
 * one at a time.
 *
 * Returns: (transfer full): the reader
 */
CvnCsvReader *
cvn_csv_reader_new (GInputStream *stream, const CvnCsvDialect *dialect, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  return make (stream, -1, dialect, cancellable, error);
}

/** cvn_csv_reader_open: as cvn_csv_reader_new(), for a file. */
CvnCsvReader *
cvn_csv_reader_open (GFile *file, const CvnCsvDialect *dialect, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);

  return make (G_INPUT_STREAM (stream), info != NULL ? g_file_info_get_size (info) : -1, dialect, cancellable, error);
}

/** cvn_csv_reader_free: frees the reader and lets go of the stream; nothing happens to NULL. */
void
cvn_csv_reader_free (CvnCsvReader *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_free (self->raw);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self);
}

/** cvn_csv_reader_get_dialect: how the file is written; the encoding may be undecided until it has all been read. */
const CvnCsvDialect *
cvn_csv_reader_get_dialect (CvnCsvReader *self)
{
  return &self->dialect;
}

/** cvn_csv_reader_get_error_line: the line that the last error is about; 0 when it is about the whole file. */
guint
cvn_csv_reader_get_error_line (CvnCsvReader *self)
{
  return self->error_line;
}

/** cvn_csv_reader_get_position: how many bytes have been read from the stream. */
goffset
cvn_csv_reader_get_position (CvnCsvReader *self)
{
  return self->position;
}

/** cvn_csv_reader_get_size: how many bytes the file has; -1 when that is not known. */
goffset
cvn_csv_reader_get_size (CvnCsvReader *self)
{
  return self->size;
}
