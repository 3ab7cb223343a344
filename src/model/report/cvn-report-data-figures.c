/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-data-figures"

#include "cvn-report-data-private.h"

#include "cvn-error.h"
#include "cvn-half-year.h"

#include <glib/gi18n-lib.h>

static CvnFiguresSheet *
begin (const CvnGathering *self,
       GError            **error)
{
  g_autoptr (CvnRecord) centre = cvn_gathering_get_centre (self, error);
  CvnFiguresSheet *sheet;

  if (centre == NULL)
    return NULL;
  sheet = cvn_figures_sheet_new ();
  sheet->centre = cvn_gathering_dup_centre_name (self, centre);
  sheet->today = g_strdup (self->today);
  sheet->period = g_strdup (self->record);
  sheet->year = (int) g_ascii_strtoll (self->record, NULL, 10);
  return sheet;
}

/** cvn_gather_key_figures: (transfer full): the figures of the year that the record names. */
CvnFiguresSheet *
cvn_gather_key_figures (const CvnGathering *self,
                        GError            **error)
{
  g_autoptr (CvnFiguresSheet) sheet = begin (self, error);
  CvnFigureArguments arguments = { 0, self->today, NULL };
  const struct
  {
    const char *name;
    gsize       offset;
  } figures[] = {
    { "contributions-committed", G_STRUCT_OFFSET (CvnFiguresSheet, contributions) },
    { "contributions-received", G_STRUCT_OFFSET (CvnFiguresSheet, received) },
    { "fee-revenue", G_STRUCT_OFFSET (CvnFiguresSheet, fees) },
    { "registrations", G_STRUCT_OFFSET (CvnFiguresSheet, registrations) },
    { "events-held", G_STRUCT_OFFSET (CvnFiguresSheet, events_held) },
    { "budget-years", G_STRUCT_OFFSET (CvnFiguresSheet, budget) },
    { "fee-revenue-by-month", G_STRUCT_OFFSET (CvnFiguresSheet, by_month) },
    { "contributions-by-municipality", G_STRUCT_OFFSET (CvnFiguresSheet, by_municipality) },
    { "registrations-by-municipality", G_STRUCT_OFFSET (CvnFiguresSheet, registrations_by_municipality) },
  };

  if (sheet == NULL)
    return NULL;
  arguments.year = sheet->year;
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      CvnTable *table = cvn_reader_figure (self->reader, figures[i].name, &arguments, error);

      if (table == NULL)
        return NULL;
      G_STRUCT_MEMBER (CvnTable *, sheet, figures[i].offset) = table;
    }
  return g_steal_pointer (&sheet);
}

/** cvn_gather_budget: (transfer full): the budget of the year that the record names, against what is actual and expected. */
CvnFiguresSheet *
cvn_gather_budget (const CvnGathering *self,
                   GError            **error)
{
  g_autoptr (CvnFiguresSheet) sheet = begin (self, error);
  CvnFigureArguments arguments = { 0, self->today, NULL };

  if (sheet == NULL)
    return NULL;
  arguments.year = sheet->year;
  if ((sheet->budget_lines = cvn_reader_figure (self->reader, "budget-lines", &arguments, error)) == NULL ||
      (sheet->budget_versions = cvn_reader_figure (self->reader, "budget-versions", &arguments, error)) == NULL ||
      (sheet->budget = cvn_reader_figure (self->reader, "budget-years", &arguments, error)) == NULL)
    return NULL;
  return g_steal_pointer (&sheet);
}

/* The days of a year, a half-year or a month, and what is asked of the events in it. */
static gboolean
add_period (CvnFiguresSheet *sheet,
            CvnQuery        *query,
            GError         **error)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *end = NULL;
  CvnDate          date = { 0 };
  int              half_year = 0;

  if (cvn_half_year_parse (sheet->period, &half_year, NULL))
    {
      CvnPeriod period = cvn_half_year_get_period (half_year);

      first = cvn_date_to_iso (&period.from);
      last = cvn_date_to_iso (&period.to);
    }
  else
    {
      if (!cvn_date_parse_iso (sheet->period, &date, error))
        return FALSE;
      first = g_strdup (sheet->period);
      last = g_strdup (sheet->period);
    }
  end = g_strconcat (last, "~", NULL);
  cvn_query_add_text (query, "starts", CVN_MATCH_AT_LEAST, first);
  cvn_query_add_text (query, "starts", CVN_MATCH_AT_MOST, end);
  return TRUE;
}

static gboolean
add_filter (CvnFiguresSheet *sheet,
            CvnQuery        *query,
            const char      *filter,
            GError         **error)
{
  const struct
  {
    const char *field;
    char      **kept;
  } fields[] = { { "mode", &sheet->mode }, { "axis", &sheet->axis } };
  g_auto (GStrv) parts = g_strsplit (filter, "=", 2);
  const CvnKind *kind = cvn_kind_find ("event");

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (parts[0], fields[i].field) == 0 && parts[1] != NULL &&
        cvn_field_find_choice (&kind->fields[cvn_kind_find_field (kind, fields[i].field)], parts[1]) != NULL)
      {
        cvn_query_add_text (query, fields[i].field, CVN_MATCH_EQUAL, parts[1]);
        g_free (*fields[i].kept);
        *fields[i].kept = g_strdup (parts[1]);
        return TRUE;
      }
  g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID, _("Events cannot be filtered by “%s”: write mode=own or axis=community, for example."), filter);
  return FALSE;
}

/**
 * cvn_gather_events:
 *
 * Of the record, such as "2019-03 mode=own axis=community": the events that begin in that year, half-year or month, by time,
 * without those that the filter leaves out.
 *
 * Returns: (transfer full): NULL with %CVN_ERROR_INVALID when the filter is not understood
 */
CvnFiguresSheet *
cvn_gather_events (const CvnGathering *self,
                   GError            **error)
{
  g_autoptr (CvnFiguresSheet) sheet = begin (self, error);
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("event"));
  g_auto (GStrv) words = g_strsplit (self->record, " ", -1);

  if (sheet == NULL)
    return NULL;
  g_free (sheet->period);
  sheet->period = g_strdup (words[0]);
  if (!add_period (sheet, query, error))
    return NULL;
  for (guint i = 1; words[i] != NULL; i++)
    if (!add_filter (sheet, query, words[i], error))
      return NULL;
  cvn_query_set_sort (query, "starts", FALSE);
  sheet->events = cvn_gathering_list (self, query, error);
  return sheet->events != NULL ? g_steal_pointer (&sheet) : NULL;
}
