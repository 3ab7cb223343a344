/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-import-card"

#include "cvn-import-card.h"

#include "cvn-card-file.h"
#include "cvn-error.h"
#include "cvn-rows.h"

#include <glib/gi18n-lib.h>

/* A card has two pages; more than this is something else. */
#define MOST_BYTES ((gsize) 4 * 1024 * 1024)

/** cvn_import_card_knows: whether the name of a file says that it is a project card, such as "projectkaart-ecl.json". */
gboolean
cvn_import_card_knows (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = name != NULL ? g_ascii_strdown (name, -1) : g_strdup ("");

  return g_str_has_suffix (folded, ".json") &&
         (g_str_has_prefix (folded, "projectkaart") || g_str_has_prefix (folded, "project_card") || g_str_has_prefix (folded, "project-card"));
}

/* What the person can mend; the rest ends the import. */
static gboolean
note_problem (CvnImportedFile *report,
              GError          *problem,
              GError         **error)
{
  g_autoptr (GError) owned = problem;

  if (owned->domain != CVN_ERROR || owned->code == CVN_ERROR_IO || owned->code == CVN_ERROR_NO_SPACE || owned->code == CVN_ERROR_DAMAGED)
    {
      g_propagate_error (error, g_steal_pointer (&owned));
      return FALSE;
    }
  g_ptr_array_add (report->problems, cvn_csv_problem_new (0, cvn_error_get_field (owned), NULL, owned));
  return TRUE;
}

static CvnCardFile *
load (GFile        *file,
      GCancellable *cancellable,
      GError      **error)
{
  g_autofree char *json = NULL;
  gsize            length;

  if (!g_file_load_contents (file, cancellable, &json, &length, NULL, error))
    return NULL;
  if (length <= MOST_BYTES)
    return cvn_card_file_parse (json, (gssize) length, error);
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_FORMAT, _("This file is too long for a project card."));
  return NULL;
}

/* The card of the same project, half-year and edition. */
static gboolean
find_card (CvnReader  *reader,
           CvnRecord  *card,
           CvnRecord **found,
           GError    **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_record_get_kind (card));
  g_autoptr (GPtrArray) rows = NULL;

  if (!cvn_record_has (card, "half_year"))
    return TRUE;
  cvn_query_add_text (query, "half_year", CVN_MATCH_EQUAL, cvn_record_get_text (card, "half_year"));
  cvn_query_add_integer (query, "edition", CVN_MATCH_EQUAL, cvn_record_get_integer (card, "edition"));
  rows = cvn_rows_list (reader, query, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (g_strcmp0 (cvn_record_get_text (rows->pdata[i], "project"), cvn_record_get_text (card, "project")) == 0)
      g_set_object (found, rows->pdata[i]);
  return rows != NULL;
}

/* Takes over what the file says; what it is silent about stays. */
static void
merge (CvnRecord *from,
       CvnRecord *to)
{
  const CvnKind *kind = cvn_record_get_kind (from);

  for (guint i = 0; i < kind->n_fields; i++)
    if (!cvn_value_is_none (cvn_record_get_value (from, i)))
      cvn_record_set_value (to, i, cvn_record_get_value (from, i));
}

static gboolean
put (CvnWriter       *writer,
     CvnRecord       *record,
     CvnRecord       *stored,
     CvnImportedFile *report,
     GError         **error)
{
  g_autoptr (CvnRecord) merged = NULL;

  if (stored == NULL)
    {
      report->n_added++;
      return cvn_writer_put (writer, record, error);
    }
  merged = cvn_record_copy (stored);
  merge (record, merged);
  cvn_record_set_id (record, cvn_record_get_id (stored));
  if (cvn_record_equal (merged, stored))
    {
      report->n_unchanged++;
      return TRUE;
    }
  report->n_changed++;
  return cvn_writer_put (writer, merged, error);
}

static CvnRecord *
find_part (GPtrArray *stored,
           CvnRecord *part)
{
  for (guint i = 0; i < stored->len; i++)
    if (cvn_record_get_integer (stored->pdata[i], "position") == cvn_record_get_integer (part, "position"))
      return stored->pdata[i];
  return NULL;
}

static gboolean
put_parts (CvnWriter       *writer,
           CvnCardFile     *file,
           CvnImportedFile *report,
           GError         **error)
{
  const char *card = cvn_record_get_id (file->card);

  for (guint i = 0; i < file->parts->len; i++)
    {
      CvnRecord *part = file->parts->pdata[i];
      g_autoptr (GPtrArray) stored = cvn_rows_find (cvn_writer_get_reader (writer), cvn_record_get_kind (part)->name, "card", card, error);

      if (stored == NULL)
        return FALSE;
      cvn_record_set_text (part, "card", card);
      if (!put (writer, part, find_part (stored, part), report, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_card (CvnWriter       *writer,
          CvnCardFile     *file,
          CvnImportedFile *report,
          GError         **error)
{
  g_autofree char *project = NULL;
  g_autoptr (CvnRecord) stored = NULL;

  if (file->project != NULL)
    {
      project = cvn_writer_resolve (writer, cvn_kind_find ("project"), file->project, error);
      if (project == NULL)
        return FALSE;
      cvn_record_set_text (file->card, "project", project);
    }
  return find_card (cvn_writer_get_reader (writer), file->card, &stored, error) &&
         put (writer, file->card, stored, report, error) &&
         put_parts (writer, file, report, error);
}

/**
 * cvn_import_card_run:
 * @writer: the open transaction
 * @file: a project card as JSON
 * @report: about this file
 *
 * Brings a card with its sections, roles and quotes into the store; one that is there already is changed where the file
 * says something else. What is wrong with it goes into the report.
 *
 * Returns: FALSE with an error when the disk fails or the import is cancelled
 */
gboolean
cvn_import_card_run (CvnWriter       *writer,
                     GFile           *file,
                     CvnImportedFile *report,
                     GCancellable    *cancellable,
                     GError         **error)
{
  GError *problem = NULL;
  g_autoptr (CvnCardFile) card = load (file, cancellable, &problem);

  if (card != NULL)
    {
      report->n_rows = 1 + card->parts->len;
      if (put_card (writer, card, report, &problem))
        return TRUE;
    }
  return note_problem (report, problem, error);
}
