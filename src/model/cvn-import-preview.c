/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-import-preview"

#include "cvn-import-preview.h"

#include <string.h>

/** cvn_import_find_kind: what a CSV file holds by its name, or NULL. */
const CvnKind *
cvn_import_find_kind (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  char            *dot = name != NULL ? strrchr (name, '.') : NULL;

  if (dot == NULL || g_ascii_strcasecmp (dot, ".csv") != 0)
    return NULL;
  *dot = '\0';
  return cvn_kind_find_file (name);
}

static char **
copy_row (const CvnCsvRow *row)
{
  char **cells = g_new0 (char *, row->n_cells + 1);

  for (guint i = 0; i < row->n_cells; i++)
    cells[i] = g_strdup (row->cells[i].text);
  return cells;
}

static gboolean
read_rows (CvnImportPreview *self,
           CvnCsvReader     *reader,
           GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  const CvnCsvRow *row = cvn_csv_reader_next (reader, &local_error);

  if (row != NULL)
    {
      self->headings = copy_row (row);
      self->mapping = self->kind != NULL ? cvn_csv_mapping_new (self->kind, row) : NULL;
    }
  while (local_error == NULL && self->rows->len < CVN_IMPORT_PREVIEW_ROWS && (row = cvn_csv_reader_next (reader, &local_error)) != NULL)
    g_ptr_array_add (self->rows, copy_row (row));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * cvn_import_preview_new:
 * @kind: (nullable): what the file holds; NULL to go by its name
 * @error: CVN_ERROR_FORMAT when the beginning of the file cannot be read, or an error of the disk
 *
 * Reads the beginning of a CSV file. Blocks on the disk, so not for the main thread. Any thread.
 *
 * Returns: (transfer full): the preview; its mapping may be changed and given to the import
 */
CvnImportPreview *
cvn_import_preview_new (GFile         *file,
                        const CvnKind *kind,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (CvnImportPreview) self = g_new0 (CvnImportPreview, 1);
  g_autoptr (CvnCsvReader) reader = NULL;

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->kind = kind != NULL ? kind : cvn_import_find_kind (file);
  reader = cvn_csv_reader_open (file, NULL, cancellable, error);
  if (reader == NULL)
    return NULL;
  self->dialect = *cvn_csv_reader_get_dialect (reader);
  return read_rows (self, reader, error) ? g_steal_pointer (&self) : NULL;
}

/** cvn_import_preview_free: frees the preview; nothing happens to NULL. */
void
cvn_import_preview_free (CvnImportPreview *self)
{
  if (self == NULL)
    return;

  cvn_csv_mapping_free (self->mapping);
  g_strfreev (self->headings);
  g_ptr_array_unref (self->rows);
  g_free (self);
}
