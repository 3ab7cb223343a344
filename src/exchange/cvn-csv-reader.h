/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-csv-dialect.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define CVN_CSV_MAX_CELL    ((gsize) 1024 * 1024)
#define CVN_CSV_MAX_COLUMNS 1000

/* One cell: UTF-8 that ends with a NUL, and its length. */
typedef struct
{
  const char *text;
  gsize       length;
} CvnCsvCell;

/* One line of a table, which may be several lines of the file. Borrowed until the next row is read. */
typedef struct
{
  const CvnCsvCell *cells;
  guint             n_cells;
  guint             line; /* of the file where the row begins, from 1 */
} CvnCsvRow;

/* Reads a CSV file as a stream, a block at a time. */
typedef struct _CvnCsvReader CvnCsvReader;

CvnCsvReader *cvn_csv_reader_new (GInputStream *stream, const CvnCsvDialect *dialect, GCancellable *cancellable, GError **error);
CvnCsvReader *cvn_csv_reader_open (GFile *file, const CvnCsvDialect *dialect, GCancellable *cancellable, GError **error);
void          cvn_csv_reader_free (CvnCsvReader *self);

const CvnCsvRow     *cvn_csv_reader_next (CvnCsvReader *self, GError **error);
const CvnCsvDialect *cvn_csv_reader_get_dialect (CvnCsvReader *self);
guint                cvn_csv_reader_get_error_line (CvnCsvReader *self);
goffset              cvn_csv_reader_get_position (CvnCsvReader *self);
goffset              cvn_csv_reader_get_size (CvnCsvReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnCsvReader, cvn_csv_reader_free)

G_END_DECLS
