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

/* Where a figure of a card comes from. */
typedef enum {
  OF_HALF_YEAR,
  OF_BUDGET,
  OF_PROJECT,
} Origin;

/* The figures of a card, by their part of the figure that they come from, or their kind and column of the budget. */
static const struct
{
  const char *figure;
  const char *unit;
  Origin      origin;
  const char *sort;   /* of the budget: income or cost */
  const char *column; /* of the budget */
  const char *nl;
  const char *en;
} figures[] = {
  { "registrations", "count", OF_HALF_YEAR, NULL, NULL, "Inschrijvingen in het halfjaar", "Registrations in the half-year" },
  { "fee_revenue", "euro", OF_HALF_YEAR, NULL, NULL, "Opbrengst leges in het halfjaar", "Fee revenue in the half-year" },
  { "events_held", "count", OF_HALF_YEAR, NULL, NULL, "Evenementen gehouden", "Events held" },
  { "attendance", "count", OF_HALF_YEAR, NULL, NULL, "Bezoekers", "Visitors" },
  { "budget_income", "euro", OF_BUDGET, "income", "budget", "Begrote baten %s", "Budgeted income %s" },
  { "budget_cost", "euro", OF_BUDGET, "cost", "budget", "Begrote lasten %s", "Budgeted expenditure %s" },
  { "actual_income", "euro", OF_BUDGET, "income", "actual", "Werkelijke baten %s", "Actual income %s" },
  { "actual_cost", "euro", OF_BUDGET, "cost", "actual", "Werkelijke lasten %s", "Actual expenditure %s" },
  { "project_budget", "euro", OF_PROJECT, NULL, NULL, "Begroting van het project", "Budget of the project" },
  { "project_pledged", "euro", OF_PROJECT, NULL, NULL, "Toegezegd in geld %s", "Pledged in money %s" },
  { "project_hours", "count", OF_PROJECT, NULL, NULL, "Toegezegd in uren %s", "Pledged in hours %s" },
  { "members", "count", OF_PROJECT, NULL, NULL, "Leden %s", "Members %s" },
  { "member_fees", "euro", OF_PROJECT, NULL, NULL, "Contributies %s, zonder btw", "Membership fees %s, without VAT" },
  { "measured", "count", OF_PROJECT, NULL, NULL, "Partners gemeten %s", "Partners measured %s" },
  { "on_target", "count", OF_PROJECT, NULL, NULL, "Partners die het doel halen", "Partners that reach the target" },
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

/* In a programme a card is about one of several projects, which has figures of its own; a centre is one project. */
static gboolean
is_of_programme (CvnReader *reader,
                 CvnRecord *card,
                 gboolean  *is,
                 GError   **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("centre"));
  g_autoptr (GPtrArray) centres = cvn_rows_list (reader, query, error);
  const char *project = cvn_record_get_text (card, "project");
  const char *own;

  if (centres == NULL)
    return FALSE;
  own = centres->len > 0 ? cvn_record_get_text (centres->pdata[0], "project") : NULL;
  *is = project != NULL && own != NULL && !g_str_equal (project, own);
  return TRUE;
}

/* Of a project that has nobody to say something of, nothing is said; that a budget is zero is. */
static gboolean
says_something (guint  figure,
                gint64 amount)
{
  return figures[figure].origin != OF_PROJECT || amount != 0 || g_str_equal (figures[figure].figure, "project_budget");
}

static void
add_figure (GPtrArray  *lines,
            guint       figure,
            gint64      amount,
            const char *year)
{
  CvnRecord *line;

  if (!says_something (figure, amount))
    return;
  line = cvn_record_new (cvn_kind_find ("card_line"));
  cvn_record_set_text (line, "kind", "figure");
  cvn_record_set_text (line, "figure", figures[figure].figure);
  cvn_record_set_text (line, "unit", figures[figure].unit);
  set_title (line, "text_nl", figures[figure].nl, year);
  set_title (line, "text_en", figures[figure].en, year);
  cvn_record_set_integer (line, "amount", amount);
  cvn_record_set_integer (line, "position", 1000 + figure);
  g_ptr_array_add (lines, line);
}

static gboolean
add_project_figures (CvnReader                *reader,
                     const CvnFigureArguments *arguments,
                     const char               *year,
                     GPtrArray                *lines,
                     GError                  **error)
{
  g_autoptr (CvnTable) project = cvn_reader_figure (reader, "project-figures", arguments, error);

  for (guint i = 0; project != NULL && i < G_N_ELEMENTS (figures); i++)
    if (figures[i].origin == OF_PROJECT)
      add_figure (lines, i, find_amount (project, figures[i].figure), year);
  return project != NULL;
}

static gboolean
add_centre_figures (CvnReader                *reader,
                    const CvnFigureArguments *arguments,
                    const char               *year,
                    GPtrArray                *lines,
                    GError                  **error)
{
  g_autoptr (CvnTable) half = cvn_reader_figure (reader, "card-figures", arguments, error);
  g_autoptr (CvnTable) budget = half != NULL ? cvn_reader_figure (reader, "budget-years", arguments, error) : NULL;

  for (guint i = 0; budget != NULL && i < G_N_ELEMENTS (figures); i++)
    if (figures[i].origin == OF_HALF_YEAR)
      add_figure (lines, i, find_amount (half, figures[i].figure), year);
    else if (figures[i].origin == OF_BUDGET)
      add_figure (lines, i, sum_budget (budget, arguments->year, figures[i].sort, figures[i].column), year);
  return budget != NULL;
}

/**
 * cvn_card_lines_figures:
 * @card: of which project and half-year
 *
 * The figures as they are now: of the centre those of the half-year and of the budget of its year, of a project of a
 * programme its own.
 *
 * Returns: (transfer full): a line for each, without a card; NULL on error
 */
GPtrArray *
cvn_card_lines_figures (CvnReader  *reader,
                        CvnRecord  *card,
                        const char *today,
                        GError    **error)
{
  const char        *half_year = cvn_record_get_text (card, "half_year");
  g_autofree char   *year = g_strndup (half_year, 4);
  CvnFigureArguments arguments = { (int) g_ascii_strtoll (year, NULL, 10), today, half_year };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean of_programme = FALSE;
  gboolean done;

  if (!is_of_programme (reader, card, &of_programme, error))
    return NULL;
  if (of_programme)
    arguments.record = cvn_record_get_text (card, "project");
  done = of_programme ? add_project_figures (reader, &arguments, year, lines, error) : add_centre_figures (reader, &arguments, year, lines, error);
  return done ? g_steal_pointer (&lines) : NULL;
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
