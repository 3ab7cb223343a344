/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-card-gather"

#include "cvn-card-gather.h"

#include "cvn-card-lines.h"
#include "cvn-error.h"
#include "cvn-half-year.h"
#include "cvn-rows.h"

#include <glib/gi18n-lib.h>

static char *
dup_name (CvnRecord  *record,
          const char *first,
          const char *second)
{
  const char *name = cvn_record_get_text (record, first);

  return g_strdup (name != NULL ? name : cvn_record_get_text (record, second));
}

static gboolean
read_centre (CvnReader *reader,
             char     **nl,
             char     **en,
             GError   **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("centre"));
  g_autoptr (GPtrArray) rows = cvn_rows_list (reader, query, error);

  if (rows == NULL)
    return FALSE;
  *nl = rows->len > 0 ? dup_name (rows->pdata[0], "name_nl", "name_en") : NULL;
  *en = rows->len > 0 ? dup_name (rows->pdata[0], "name_en", "name_nl") : NULL;
  if (*nl == NULL)
    *nl = g_strdup ("");
  if (*en == NULL)
    *en = g_strdup ("");
  return TRUE;
}

/* The code or the name of the project that a card is about. */
static gboolean
is_about (CvnReader  *reader,
          CvnRecord  *card,
          const char *wanted,
          gboolean   *is,
          GError    **error)
{
  const char *id = cvn_record_get_text (card, "project");
  g_autoptr (CvnRecord) project = NULL;

  *is = FALSE;
  if (id == NULL)
    return TRUE;
  project = cvn_rows_get (reader, "project", id, error);
  if (project == NULL)
    return FALSE;
  *is = g_strcmp0 (id, wanted) == 0 || g_strcmp0 (cvn_record_get_text (project, "code"), wanted) == 0 ||
        g_strcmp0 (cvn_record_get_text (project, "name_nl"), wanted) == 0 || g_strcmp0 (cvn_record_get_text (project, "name_en"), wanted) == 0;
  return TRUE;
}

/**
 * cvn_card_find:
 * @wanted: "2018-H2", the same with a space and the code or name of a project, or the id of a card
 *
 * Returns: (transfer full): the id of the card; of a half-year with several editions the last one; NULL with
 *   %CVN_ERROR_NOT_FOUND when there is none
 */
char *
cvn_card_find (CvnReader  *reader,
               const char *wanted,
               GError    **error)
{
  g_auto (GStrv) parts = g_strsplit (wanted, " ", 2);
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("project_card"));
  g_autoptr (GPtrArray) rows = NULL;
  int half_year;

  if (parts[0] == NULL || !cvn_half_year_parse (parts[0], &half_year, NULL))
    return g_strdup (wanted);
  cvn_query_add_text (query, "half_year", CVN_MATCH_EQUAL, parts[0]);
  cvn_query_set_sort (query, "edition", TRUE);
  rows = cvn_rows_list (reader, query, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      gboolean is = TRUE;

      if (parts[1] != NULL && !is_about (reader, rows->pdata[i], parts[1], &is, error))
        return NULL;
      if (is)
        return g_strdup (cvn_record_get_id (rows->pdata[i]));
    }
  g_set_error (error, CVN_ERROR, CVN_ERROR_NOT_FOUND, _("There is no project card of %s yet."), wanted);
  return NULL;
}

/* In the order of their positions. */
static gboolean
read_parts (CvnReader  *reader,
            const char *kind,
            const char *card,
            GPtrArray  *parts,
            GError    **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find (kind));
  g_autoptr (GPtrArray) rows = NULL;

  cvn_query_add_text (query, "card", CVN_MATCH_EQUAL, card);
  cvn_query_set_sort (query, "position", FALSE);
  rows = cvn_rows_list (reader, query, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    g_ptr_array_add (parts, g_object_ref (rows->pdata[i]));
  return rows != NULL;
}

static gint64
find_score (GPtrArray  *lines,
            const char *risk)
{
  for (guint i = 0; risk != NULL && i < lines->len; i++)
    if (g_strcmp0 (cvn_record_get_text (lines->pdata[i], "risk"), risk) == 0)
      return cvn_record_get_integer (lines->pdata[i], "likelihood") * cvn_record_get_integer (lines->pdata[i], "impact");
  return 0;
}

/* A draft shows the registers as they are now; a card that is signed off keeps what they were then. */
static gboolean
read_lines (CvnReader    *reader,
            CvnCardSheet *sheet,
            const char   *today,
            GError      **error)
{
  gboolean    frozen = cvn_record_get_integer (sheet->card, "frozen") != 0;
  const char *follows = cvn_record_get_text (sheet->card, "follows");
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) figures = NULL;

  if (!read_parts (reader, "card_line", cvn_record_get_id (sheet->card), lines, error) ||
      (follows != NULL && !read_parts (reader, "card_line", follows, before, error)))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      if (!frozen && !cvn_card_line_refresh (reader, lines->pdata[i], today, error))
        return FALSE;
      if (frozen || g_strcmp0 (cvn_record_get_text (lines->pdata[i], "kind"), "figure") != 0)
        cvn_card_sheet_add_line (sheet, lines->pdata[i], find_score (before, cvn_record_get_text (lines->pdata[i], "risk")));
    }
  if (frozen)
    return TRUE;
  figures = cvn_card_lines_figures (reader, sheet->card, today, error);
  for (guint i = 0; figures != NULL && i < figures->len; i++)
    cvn_card_sheet_add_line (sheet, figures->pdata[i], 0);
  return figures != NULL;
}

static gboolean
read_project (CvnReader    *reader,
              CvnCardSheet *sheet,
              GError      **error)
{
  const char *id = cvn_record_get_text (sheet->card, "project");
  g_autoptr (CvnRecord) project = NULL;

  if (id == NULL)
    return TRUE;
  project = cvn_rows_get (reader, "project", id, error);
  if (project == NULL)
    return FALSE;
  sheet->project_nl = dup_name (project, "name_nl", "name_en");
  sheet->project_en = dup_name (project, "name_en", "name_nl");
  return TRUE;
}

/**
 * cvn_card_gather:
 * @id: of the card
 * @today: ISO day
 *
 * Returns: (transfer full): all that the card says; NULL with %CVN_ERROR_NOT_FOUND when it is not there
 */
CvnCardSheet *
cvn_card_gather (CvnReader  *reader,
                 const char *id,
                 const char *today,
                 GError    **error)
{
  g_autoptr (CvnCardSheet) sheet = cvn_card_sheet_new ();

  sheet->card = cvn_rows_get (reader, "project_card", id, error);
  if (sheet->card == NULL)
    return NULL;
  if (cvn_record_get_integer (sheet->card, "frozen") != 0)
    today = cvn_record_get_text (sheet->card, "signed_on");
  sheet->today = g_strdup (today);
  if (!read_centre (reader, &sheet->centre_nl, &sheet->centre_en, error) ||
      !read_project (reader, sheet, error) ||
      !read_parts (reader, "card_section", id, sheet->sections, error) ||
      !read_parts (reader, "card_role", id, sheet->roles, error) ||
      !read_parts (reader, "card_quote", id, sheet->quotes, error) ||
      !read_lines (reader, sheet, today, error))
    return NULL;
  return g_steal_pointer (&sheet);
}

static GHashTable *
read_states (CvnReader  *reader,
             const char *today,
             int         year,
             GError    **error)
{
  CvnFigureArguments arguments = { year, today, NULL };
  g_autoptr (CvnTable) partners = cvn_reader_figure (reader, "partner-list", &arguments, error);
  GHashTable *states;

  if (partners == NULL)
    return NULL;
  states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint row = 0; row < cvn_table_get_n_rows (partners); row++)
    g_hash_table_insert (states, g_strdup (cvn_table_get_text (partners, row, "id")), g_strdup (cvn_table_get_text (partners, row, "status")));
  return states;
}

static gboolean
add_funders (CvnReader       *reader,
             CvnRoadmapSheet *sheet,
             GError         **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("service_funding"));
  g_autoptr (GPtrArray) rows = cvn_rows_list (reader, query, error);
  g_autoptr (GHashTable) states = rows != NULL ? read_states (reader, sheet->today, sheet->year, error) : NULL;

  for (guint i = 0; states != NULL && i < rows->len; i++)
    {
      const char *id = cvn_record_get_text (rows->pdata[i], "organisation");
      CvnService *service = cvn_roadmap_sheet_find (sheet, cvn_record_get_text (rows->pdata[i], "roadmap_item"));
      g_autoptr (CvnRecord) organisation = cvn_rows_get (reader, "organisation", id, error);

      if (organisation == NULL)
        return FALSE;
      if (service != NULL)
        cvn_service_add_funder (service, organisation, cvn_record_get_integer (rows->pdata[i], "amount"), g_hash_table_lookup (states, id));
    }
  return states != NULL;
}

/** cvn_roadmap_gather: (transfer full): the services that no other one has replaced, as they stand in @year; NULL on error. */
CvnRoadmapSheet *
cvn_roadmap_gather (CvnReader  *reader,
                    const char *today,
                    int         year,
                    GError    **error)
{
  const CvnKind *kind = cvn_kind_find ("roadmap_item");
  g_autoptr (CvnRoadmapSheet) sheet = cvn_roadmap_sheet_new ();
  g_autoptr (CvnQuery) query = cvn_query_new (kind);
  g_autoptr (GPtrArray) items = NULL;
  GPtrArray *axes;

  sheet->today = g_strdup (today);
  sheet->year = year;
  cvn_query_set_sort (query, "code", FALSE);
  items = cvn_rows_list (reader, query, error);
  axes = cvn_rows_list_names (reader, &kind->fields[cvn_kind_find_field (kind, "axis")], error);
  if (axes == NULL)
    return NULL;
  cvn_roadmap_sheet_take_axes (sheet, axes);
  if (items == NULL || !read_centre (reader, &sheet->centre_nl, &sheet->centre_en, error))
    return NULL;
  for (guint i = 0; i < items->len; i++)
    if (!cvn_record_has (items->pdata[i], "replaced_by"))
      cvn_roadmap_sheet_add (sheet, items->pdata[i]);
  return add_funders (reader, sheet, error) ? g_steal_pointer (&sheet) : NULL;
}
