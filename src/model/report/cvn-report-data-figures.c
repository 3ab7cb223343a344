/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-data-figures"

#include "cvn-report-data-private.h"

#include "cvn-half-year.h"
#include "cvn-rows.h"

/* The period and the filter of @name, which the record names. */
static CvnFiguresSheet *
begin (const CvnGathering *self,
       CvnReportName       name,
       GPtrArray         **conditions,
       GError            **error)
{
  g_autoptr (CvnRecord) centre = cvn_gathering_get_centre (self, error);
  g_autofree char *period = NULL;
  CvnFiguresSheet *sheet;

  if (centre == NULL || (*conditions = cvn_gathering_read_conditions (self, name, &period, error)) == NULL)
    return NULL;
  sheet = cvn_figures_sheet_new ();
  sheet->centre = cvn_gathering_dup_centre_name (self, centre);
  sheet->today = g_strdup (self->today);
  sheet->filter = cvn_report_conditions_dup_sentence (*conditions, self->language);
  sheet->period = g_steal_pointer (&period);
  sheet->year = (int) g_ascii_strtoll (sheet->period, NULL, 10);
  return sheet;
}

/** cvn_gather_key_figures: (transfer full): the figures of the year that the record names. */
CvnFiguresSheet *
cvn_gather_key_figures (const CvnGathering *self,
                        GError            **error)
{
  g_autoptr (GPtrArray) conditions = NULL;
  g_autoptr (CvnFiguresSheet) sheet = begin (self, CVN_REPORT_KEY_FIGURES, &conditions, error);
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
  sheet->place = g_strdup (cvn_report_conditions_get (conditions, "municipality"));
  sheet->by_municipality = cvn_report_conditions_filter_table (sheet->by_municipality, "part", sheet->place);
  sheet->registrations_by_municipality = cvn_report_conditions_filter_table (sheet->registrations_by_municipality, "part", sheet->place);
  return g_steal_pointer (&sheet);
}

/** cvn_gather_budget: (transfer full): the budget of the year that the record names, against what is actual and expected. */
CvnFiguresSheet *
cvn_gather_budget (const CvnGathering *self,
                   GError            **error)
{
  g_autoptr (GPtrArray) conditions = NULL;
  g_autoptr (CvnFiguresSheet) sheet = begin (self, CVN_REPORT_BUDGET, &conditions, error);
  CvnFigureArguments arguments = { 0, self->today, NULL };

  if (sheet == NULL)
    return NULL;
  arguments.year = sheet->year;
  if ((sheet->budget_lines = cvn_reader_figure (self->reader, "budget-lines", &arguments, error)) == NULL ||
      (sheet->budget_versions = cvn_reader_figure (self->reader, "budget-versions", &arguments, error)) == NULL ||
      (sheet->budget = cvn_reader_figure (self->reader, "budget-years", &arguments, error)) == NULL)
    return NULL;
  sheet->kind = g_strdup (cvn_report_conditions_get (conditions, "kind"));
  sheet->budget_lines = cvn_report_conditions_filter_table (sheet->budget_lines, "sort", sheet->kind);
  sheet->budget_versions = cvn_report_conditions_filter_table (sheet->budget_versions, "sort", sheet->kind);
  sheet->budget = cvn_report_conditions_filter_table (sheet->budget, "sort", sheet->kind);
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

/* Who is named beside an event is a partner of it as well. */
static gboolean
is_named (CvnRecord  *event,
          const char *code)
{
  const char *named = cvn_record_get_text (event, "partners");
  g_auto (GStrv) codes = g_strsplit (named != NULL ? named : "", ";", -1);

  for (guint i = 0; codes[i] != NULL; i++)
    if (g_strcmp0 (g_strstrip (codes[i]), code) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
keep_partner (const CvnGathering *self,
              GPtrArray          *events,
              const char         *partner,
              GError            **error)
{
  g_autoptr (GPtrArray) parts = cvn_rows_find (self->reader, "event_partner", "organisation", partner, error);
  g_autoptr (CvnRecord) organisation = parts != NULL ? cvn_rows_get (self->reader, "organisation", partner, error) : NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  if (organisation == NULL)
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    g_hash_table_add (ids, (gpointer) cvn_record_get_text (parts->pdata[i], "event"));
  for (guint i = events->len; i-- > 0;)
    if (!g_hash_table_contains (ids, cvn_record_get_id (events->pdata[i])) && !is_named (events->pdata[i], cvn_record_get_text (organisation, "code")))
      g_ptr_array_remove_index (events, i);
  return TRUE;
}

static void
add_conditions (CvnQuery  *query,
                GPtrArray *conditions)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const CvnReportCondition *condition = conditions->pdata[i];

      if (condition->filter->field != NULL)
        cvn_query_add_text (query, condition->filter->field, CVN_MATCH_EQUAL, condition->value);
    }
}

/* What an event comes to is told by its lists where it has them: who signed up, what was paid. */
static gboolean
fill_totals (const CvnGathering *self,
             CvnRecord          *event,
             GError            **error)
{
  static const char *const fields[] = { "signed_up", "attended", "cost" };
  CvnFigureArguments       arguments = { .record = cvn_record_get_id (event) };
  g_autoptr (CvnTable) total = cvn_reader_figure (self->reader, "event-total", &arguments, error);
  const CvnKind *kind = cvn_record_get_kind (event);

  if (total == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (fields) && cvn_table_get_n_rows (total) > 0; i++)
    cvn_record_set_value (event, (guint) cvn_kind_find_field (kind, fields[i]), cvn_table_get (total, 0, (guint) cvn_table_find_column (total, fields[i])));
  return TRUE;
}

/* Templates are no events. */
static gboolean
fill_events (const CvnGathering *self,
             GPtrArray          *events,
             GError            **error)
{
  for (guint i = events->len; i > 0; i--)
    if (cvn_record_get_integer (events->pdata[i - 1], "template") == 1)
      g_ptr_array_remove_index (events, i - 1);
    else if (!fill_totals (self, events->pdata[i - 1], error))
      return FALSE;
  return TRUE;
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
  g_autoptr (GPtrArray) conditions = NULL;
  g_autoptr (CvnFiguresSheet) sheet = begin (self, CVN_REPORT_EVENTS, &conditions, error);
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("event"));
  const char *partner;

  if (sheet == NULL || !add_period (sheet, query, error))
    return NULL;
  add_conditions (query, conditions);
  cvn_query_set_sort (query, "starts", FALSE);
  sheet->events = cvn_gathering_list (self, query, error);
  partner = cvn_report_conditions_get (conditions, "partner");
  if (sheet->events == NULL || (partner != NULL && !keep_partner (self, sheet->events, partner, error)) || !fill_events (self, sheet->events, error))
    return NULL;
  return g_steal_pointer (&sheet);
}
