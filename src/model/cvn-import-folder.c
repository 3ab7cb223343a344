/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-import-folder"

#include "cvn-import-folder.h"

#include "cvn-error.h"
#include "cvn-import-card.h"
#include "cvn-import-file.h"
#include "cvn-import-preview.h"

#include <glib/gi18n-lib.h>

#define ATTRIBUTES G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN

typedef struct
{
  GFile         *file;
  char          *name;
  const CvnKind *kind;
  goffset        size;
} Source;

/* How far the one file that is being read is, within all of them. */
typedef struct
{
  CvnImportFolderFunc progress;
  gpointer            data;
  const Source       *source;
  goffset             before; /* bytes of the files that are done */
  goffset             all;
} Progress;

static void
free_source (gpointer data)
{
  Source *source = data;

  g_object_unref (source->file);
  g_free (source->name);
  g_free (source);
}

static void
add_source (GPtrArray     *sources,
            GFile         *file,
            const CvnKind *kind,
            goffset        size)
{
  Source          *source = g_new0 (Source, 1);
  g_autofree char *path = g_file_get_basename (file);

  source->file = g_object_ref (file);
  source->name = g_filename_display_name (path != NULL ? path : "");
  source->kind = kind;
  source->size = size;
  g_ptr_array_add (sources, source);
}

static gboolean
is_csv (GFileInfo *info)
{
  const char      *name = g_file_info_get_name (info);
  g_autofree char *folded = g_ascii_strdown (name, -1);

  return g_str_has_suffix (folded, ".csv") && g_file_info_get_file_type (info) != G_FILE_TYPE_DIRECTORY && *name != '.';
}

static const CvnKind *
find_kind (GFile *file)
{
  return cvn_import_card_knows (file) ? cvn_kind_find ("project_card") : cvn_import_find_kind (file);
}

static gboolean
list_folder (GFile        *folder,
             GPtrArray    *sources,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, error);
  GFileInfo *info;
  GFile     *child;

  if (children == NULL)
    return FALSE;
  for (;;)
    {
      if (!g_file_enumerator_iterate (children, &info, &child, cancellable, error))
        return FALSE;
      if (info == NULL)
        return TRUE;
      if (is_csv (info) || cvn_import_card_knows (child))
        add_source (sources, child, find_kind (child), g_file_info_get_size (info));
    }
}

static int
find_order (const CvnKind *kind,
            GPtrArray     *order)
{
  guint place;

  return kind != NULL && g_ptr_array_find (order, kind, &place) ? (int) place : G_MAXINT;
}

/* What others refer to comes first; within a kind by name, so that an import goes the same way each time. */
static int
compare_sources (gconstpointer a,
                 gconstpointer b,
                 gpointer      order)
{
  const Source *first = *(const Source *const *) a, *second = *(const Source *const *) b;
  int           first_order = find_order (first->kind, order), second_order = find_order (second->kind, order);

  return first_order != second_order ? (first_order > second_order) - (first_order < second_order)
                                     : g_strcmp0 (first->name, second->name);
}

static GPtrArray *
list_sources (GFile         *source,
              const CvnKind *kind,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (free_source);
  g_autoptr (GFileInfo) info = g_file_query_info (source, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, error);
  g_autoptr (GPtrArray) order = cvn_kind_sort_by_reference ();

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_DIRECTORY)
    add_source (sources, source, kind != NULL ? kind : find_kind (source), g_file_info_get_size (info));
  else if (!list_folder (source, sources, cancellable, error))
    return NULL;
  g_ptr_array_sort_with_data (sources, compare_sources, order);
  return g_steal_pointer (&sources);
}

static void
tell_progress (double   fraction,
               gpointer data)
{
  Progress *self = data;

  if (self->progress != NULL)
    self->progress (self->source->name, ((double) self->before + fraction * (double) self->source->size) / (double) MAX (self->all, 1), self->data);
}

static gboolean
has_known (GPtrArray *sources,
           GError   **error)
{
  for (guint i = 0; i < sources->len; i++)
    if (((Source *) sources->pdata[i])->kind != NULL)
      return TRUE;
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_NOT_FOUND,
                       sources->len == 1 ? _("The name of this file does not tell what it holds. Choose the register that it is for.")
                                         : _("There is no CSV file here whose name tells what it holds, such as “organisations.csv”."));
  return FALSE;
}

static gboolean
take_file (CvnWriter           *writer,
           const CvnCsvMapping *mapping,
           CvnImportedFile     *file,
           Progress            *place,
           GCancellable        *cancellable,
           GError             **error)
{
  GFile *source = place->source->file;

  if (cvn_import_card_knows (source))
    return cvn_import_card_run (writer, source, file, cancellable, error);
  return cvn_import_file_run (writer, source, mapping, file, tell_progress, place, cancellable, error);
}

/**
 * cvn_import_folder_run:
 * @writer: the open transaction
 * @source: a CSV file or a folder of CSV files
 * @mapping: (nullable): which column is which field, for one file
 * @report: where a part about each file is added, those left aside among them
 * @progress: (nullable): called now and then
 * @error: CVN_ERROR_INVALID when there are problems, which are in the report; CVN_ERROR_NOT_FOUND when nothing here is
 *   known; an error of the disk or of cancelling
 *
 * Returns: whether everything was taken over
 */
gboolean
cvn_import_folder_run (CvnWriter           *writer,
                       GFile               *source,
                       const CvnCsvMapping *mapping,
                       CvnImportReport     *report,
                       CvnImportFolderFunc  progress,
                       gpointer             data,
                       GCancellable        *cancellable,
                       GError             **error)
{
  g_autoptr (GPtrArray) sources = list_sources (source, mapping != NULL ? cvn_csv_mapping_get_kind (mapping) : NULL, cancellable, error);
  Progress place = { progress, data };

  if (sources == NULL || !has_known (sources, error))
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    place.all += ((Source *) sources->pdata[i])->size;
  for (guint i = 0; i < sources->len; i++)
    {
      CvnImportedFile *file;

      place.source = sources->pdata[i];
      file = cvn_import_report_add (report, place.source->name, place.source->kind);
      tell_progress (0, &place);
      if (file->kind != NULL && !take_file (writer, mapping, file, &place, cancellable, error))
        return FALSE;
      cvn_import_report_count (report, file);
      place.before += place.source->size;
    }
  if (report->n_problems == 0)
    return TRUE;
  g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID,
               ngettext ("Nothing was imported: %u problem has to be mended first.", "Nothing was imported: %u problems have to be mended first.", report->n_problems),
               report->n_problems);
  return FALSE;
}
