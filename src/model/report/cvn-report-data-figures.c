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

/** cvn_gather_events: (transfer full): the events that begin in the year or half-year that the record names, by time. */
CvnFiguresSheet *
cvn_gather_events (const CvnGathering *self,
                   GError            **error)
{
  g_autoptr (CvnFiguresSheet) sheet = begin (self, error);
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("event"));
  int half_year = 0;

  if (sheet == NULL)
    return NULL;
  if (cvn_half_year_parse (self->record, &half_year, NULL))
    {
      CvnPeriod        period = cvn_half_year_get_period (half_year);
      g_autofree char *first = cvn_date_to_iso (&period.from);
      g_autofree char *last = cvn_date_to_iso (&period.to);
      g_autofree char *end = g_strconcat (last, "~", NULL);

      cvn_query_add_text (query, "starts", CVN_MATCH_AT_LEAST, first);
      cvn_query_add_text (query, "starts", CVN_MATCH_AT_MOST, end);
    }
  else
    cvn_query_add_year (query, "starts", sheet->year);
  cvn_query_set_sort (query, "starts", FALSE);
  sheet->events = cvn_gathering_list (self, query, error);
  return sheet->events != NULL ? g_steal_pointer (&sheet) : NULL;
}
