/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-card-lines"

#include "cvn-card-lines.h"

#include "cvn-direction-rule.h"
#include "cvn-rows.h"

static void
copy_both (CvnRecord  *from,
           const char *stem,
           CvnRecord  *line)
{
  g_autofree char *nl = g_strconcat (stem, "_nl", NULL);
  g_autofree char *en = g_strconcat (stem, "_en", NULL);

  cvn_record_set_text (line, "text_nl", cvn_record_get_text (from, nl));
  cvn_record_set_text (line, "text_en", cvn_record_get_text (from, en));
}

static void
fill_milestone (CvnRecord  *line,
                CvnRecord  *milestone,
                const char *today)
{
  int slip = 0;

  copy_both (milestone, "title", line);
  cvn_record_set_text (line, "due", cvn_record_get_text (milestone, "planned"));
  cvn_record_unset (line, "slip_days");
  if (cvn_slip_find (cvn_record_get_text (milestone, "first_planned"), cvn_record_get_text (milestone, "planned"),
                     cvn_record_get_text (milestone, "done_on"), cvn_record_get_text (milestone, "status"), today, &slip) &&
      slip > 0)
    cvn_record_set_integer (line, "slip_days", slip);
}

static void
copy_score (CvnRecord  *risk,
            const char *field,
            CvnRecord  *line)
{
  if (cvn_record_has (risk, field))
    cvn_record_set_integer (line, field, cvn_record_get_integer (risk, field));
  else
    cvn_record_unset (line, field);
}

static void
fill (CvnRecord  *line,
      CvnRecord  *item,
      const char *today)
{
  const char *kind = cvn_record_get_kind (item)->name;

  cvn_record_set_text (line, "kind", kind);
  cvn_record_set_text (line, kind, cvn_record_get_id (item));
  cvn_record_set_text (line, "status", cvn_record_get_text (item, "status"));
  if (g_str_equal (kind, "milestone"))
    fill_milestone (line, item, today);
  else if (g_str_equal (kind, "risk"))
    {
      copy_both (item, "title", line);
      copy_score (item, "likelihood", line);
      copy_score (item, "impact", line);
    }
  else
    copy_both (item, "description", line);
}

static gboolean
is_carried (CvnRecord  *item,
            const char *half_year)
{
  const char *kind = cvn_record_get_kind (item)->name;
  const char *status = cvn_record_get_text (item, "status");

  if (g_str_equal (kind, "risk"))
    return cvn_risk_is_live (status);
  if (g_str_equal (kind, "step"))
    return cvn_step_is_carried (status, cvn_record_get_text (item, "half_year"), half_year);
  return cvn_milestone_is_carried (status, cvn_record_get_text (item, "half_year"), half_year);
}

static gboolean
add_kind (CvnReader  *reader,
          const char *kind,
          CvnRecord  *card,
          const char *today,
          GPtrArray  *lines,
          GError    **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find (kind));
  g_autoptr (GPtrArray) items = NULL;
  const char *project = cvn_record_get_text (card, "project");

  if (project != NULL)
    cvn_query_add_text (query, "project", CVN_MATCH_EQUAL, project);
  items = cvn_rows_list (reader, query, error);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      g_autoptr (CvnRecord) line = NULL;

      if (!is_carried (items->pdata[i], cvn_record_get_text (card, "half_year")))
        continue;
      line = cvn_record_new (cvn_kind_find ("card_line"));
      fill (line, items->pdata[i], today);
      cvn_record_set_integer (line, "position", lines->len + 1);
      g_ptr_array_add (lines, g_steal_pointer (&line));
    }
  return items != NULL;
}

/**
 * cvn_card_lines_carry:
 * @card: of which project and half-year; nothing else of it is looked at
 * @today: ISO day, up to which a slip is counted
 *
 * Returns: (transfer full): a line for each open step, milestone that has not been achieved and live risk that the card
 *   takes over, without ids and without a card; NULL on error
 */
GPtrArray *
cvn_card_lines_carry (CvnReader  *reader,
                      CvnRecord  *card,
                      const char *today,
                      GError    **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  if (!add_kind (reader, "step", card, today, lines, error) ||
      !add_kind (reader, "milestone", card, today, lines, error) ||
      !add_kind (reader, "risk", card, today, lines, error))
    return NULL;
  return g_steal_pointer (&lines);
}

/* The figures of a card, by their part of the figure of the half-year, or their column and kind in that of the budget. */
static const struct
{
  const char *figure;
  const char *unit;
  const char *sort;   /* income or cost: of the budget; NULL: of the half-year */
  const char *column; /* of the budget */
  const char *nl;
  const char *en;
} figures[] = {
  { "registrations", "count", NULL, NULL, "Inschrijvingen in het halfjaar", "Registrations in the half-year" },
  { "fee_revenue", "euro", NULL, NULL, "Opbrengst leges in het halfjaar", "Fee revenue in the half-year" },
  { "events_held", "count", NULL, NULL, "Evenementen gehouden", "Events held" },
  { "attendance", "count", NULL, NULL, "Bezoekers", "Visitors" },
  { "budget_income", "euro", "income", "budget", "Begrote baten %s", "Budgeted income %s" },
  { "budget_cost", "euro", "cost", "budget", "Begrote lasten %s", "Budgeted expenditure %s" },
  { "actual_income", "euro", "income", "actual", "Werkelijke baten %s", "Actual income %s" },
  { "actual_cost", "euro", "cost", "actual", "Werkelijke lasten %s", "Actual expenditure %s" },
};

static gint64
sum_budget (CvnTable   *budget,
            int         year,
            const char *sort,
            const char *column)
{
  gint64 sum = 0;

  for (guint row = 0; row < cvn_table_get_n_rows (budget); row++)
    if (cvn_table_get_integer (budget, row, "year") == year && g_strcmp0 (cvn_table_get_text (budget, row, "sort"), sort) == 0)
      sum += cvn_table_get_integer (budget, row, column);
  return sum;
}

static gint64
find_amount (CvnTable   *half,
             const char *part)
{
  for (guint row = 0; row < cvn_table_get_n_rows (half); row++)
    if (g_strcmp0 (cvn_table_get_text (half, row, "part"), part) == 0)
      return cvn_table_get_integer (half, row, "amount");
  return 0;
}

static void
set_title (CvnRecord  *line,
           const char *field,
           const char *text,
           const char *year)
{
  g_auto (GStrv) parts = g_strsplit (text, "%s", 2);
  g_autofree char *title = parts[1] != NULL ? g_strconcat (parts[0], year, parts[1], NULL) : g_strdup (text);

  cvn_record_set_text (line, field, title);
}

/** cvn_card_lines_figures: (transfer full): the figures of the half-year and of the budget of its year as they are now, without a card; NULL on error. */
GPtrArray *
cvn_card_lines_figures (CvnReader  *reader,
                        CvnRecord  *card,
                        const char *today,
                        GError    **error)
{
  const char        *half_year = cvn_record_get_text (card, "half_year");
  g_autofree char   *year = g_strndup (half_year, 4);
  CvnFigureArguments arguments = { (int) g_ascii_strtoll (year, NULL, 10), today, half_year };
  g_autoptr (CvnTable) half = cvn_reader_figure (reader, "card-figures", &arguments, error);
  g_autoptr (CvnTable) budget = half != NULL ? cvn_reader_figure (reader, "budget-years", &arguments, error) : NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  if (budget == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      CvnRecord *line = cvn_record_new (cvn_kind_find ("card_line"));

      cvn_record_set_text (line, "kind", "figure");
      cvn_record_set_text (line, "figure", figures[i].figure);
      cvn_record_set_text (line, "unit", figures[i].unit);
      set_title (line, "text_nl", figures[i].nl, year);
      set_title (line, "text_en", figures[i].en, year);
      cvn_record_set_integer (line, "amount", figures[i].sort == NULL ? find_amount (half, figures[i].figure) : sum_budget (budget, arguments.year, figures[i].sort, figures[i].column));
      cvn_record_set_integer (line, "position", 1000 + i);
      g_ptr_array_add (lines, line);
    }
  return g_steal_pointer (&lines);
}

/** cvn_card_line_refresh: fills a line in from the record that it speaks of, as that is now; one that speaks of none stays. */
gboolean
cvn_card_line_refresh (CvnReader  *reader,
                       CvnRecord  *line,
                       const char *today,
                       GError    **error)
{
  const char *kind = cvn_record_get_text (line, "kind");
  const char *id = g_strcmp0 (kind, "figure") != 0 ? cvn_record_get_text (line, kind) : NULL;
  g_autoptr (CvnRecord) item = NULL;

  if (id == NULL)
    return TRUE;
  item = cvn_rows_get (reader, kind, id, error);
  if (item == NULL)
    return FALSE;
  fill (line, item, today);
  return TRUE;
}
