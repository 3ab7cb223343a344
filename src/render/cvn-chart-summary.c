/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-chart-summary"

#include "cvn-chart-summary.h"

#include "cvn-chart-words.h"

/* What is worth saying about one series. */
typedef struct
{
  guint    n_values;
  gint64   total;
  gboolean can_add;
  guint    highest;
  guint    lowest;
} Findings;

static Findings
look_at (const CvnChart *chart,
         guint           series)
{
  Findings findings = { 0, 0, cvn_chart_unit_can_add (cvn_chart_get_unit (chart)), 0, 0 };

  for (guint c = 0; c < cvn_chart_get_n_categories (chart); c++)
    {
      gint64 value = cvn_chart_get_value (chart, series, c);

      if (value == CVN_CHART_NONE)
        continue;
      if (findings.n_values == 0 || value > cvn_chart_get_value (chart, series, findings.highest))
        findings.highest = c;
      if (findings.n_values == 0 || value < cvn_chart_get_value (chart, series, findings.lowest))
        findings.lowest = c;
      findings.n_values++;
      if (__builtin_add_overflow (findings.total, value, &findings.total))
        findings.can_add = FALSE;
    }
  /* The rungs of a ladder are parts of each other, and levels follow each other. */
  if (cvn_chart_get_kind (chart) == CVN_CHART_LADDER || cvn_chart_has_levels (chart))
    findings.can_add = FALSE;
  return findings;
}

/**
 * cvn_chart_dup_value:
 * @chart: the chart
 * @series: a series
 * @category: a category
 * @language: the forms to use
 *
 * Returns: (transfer full): the figure as it stands in the table, or "no figure"
 */
char *
cvn_chart_dup_value (const CvnChart *chart,
                     guint           series,
                     guint           category,
                     CvnLanguage     language)
{
  gint64 value = cvn_chart_get_value (chart, series, category);

  if (value == CVN_CHART_NONE)
    return g_strdup (cvn_chart_words ("no figure", language));
  return cvn_chart_unit_format (cvn_chart_get_unit (chart), value, language);
}

/**
 * cvn_chart_dup_total:
 * @chart: the chart
 * @series: a series
 * @language: the forms to use
 *
 * Returns: (transfer full) (nullable): the sum of the series, or NULL if a sum would mean nothing
 */
char *
cvn_chart_dup_total (const CvnChart *chart,
                     guint           series,
                     CvnLanguage     language)
{
  Findings findings = look_at (chart, series);

  if (!findings.can_add || findings.n_values < 2)
    return NULL;
  return cvn_chart_unit_format (cvn_chart_get_unit (chart), findings.total, language);
}

/* A ladder has one target for all of its rungs. */
static gboolean
is_one_amount (const CvnChart *chart,
               guint           series)
{
  return cvn_chart_get_kind (chart) == CVN_CHART_LADDER && cvn_chart_get_series_role (chart, series) == CVN_SERIES_TARGET;
}

static guint
get_place (const CvnChart *chart,
           guint           series,
           guint           category)
{
  return is_one_amount (chart, series) ? 0 : category;
}

/* "budget €2,333, 2018 €3,100": the other series at this category. */
static char *
dup_others (const CvnChart *chart,
            guint           series,
            guint           category,
            CvnLanguage     language)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint s = 0; s < cvn_chart_get_n_series (chart); s++)
    {
      g_autofree char *value = NULL;

      if (s == series || cvn_chart_get_value (chart, s, get_place (chart, s, category)) == CVN_CHART_NONE)
        continue;
      value = cvn_chart_dup_value (chart, s, get_place (chart, s, category), language);
      g_ptr_array_add (parts, g_strdup_printf ("%s %s", cvn_chart_get_series_name (chart, s), value));
    }
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

/**
 * cvn_chart_dup_point:
 * @chart: the chart
 * @series: a series
 * @category: a category
 * @language: the forms to use
 *
 * What a person hears or reads at one point: "July 2019: €4,140 (budget €2,333)". The first series is what the chart
 * is about and goes without its name.
 *
 * Returns: (transfer full): the text
 */
char *
cvn_chart_dup_point (const CvnChart *chart,
                     guint           series,
                     guint           category,
                     CvnLanguage     language)
{
  const char      *place = cvn_chart_get_full_category (chart, category);
  g_autofree char *value = cvn_chart_dup_value (chart, series, get_place (chart, series, category), language);
  g_autofree char *others = NULL;

  if (series > 0)
    return g_strdup_printf (cvn_chart_words ("%s, %s: %s", language), place, cvn_chart_get_series_name (chart, series), value);
  others = dup_others (chart, series, category, language);
  if (others == NULL)
    return g_strdup_printf (cvn_chart_words ("%s: %s", language), place, value);
  return g_strdup_printf (cvn_chart_words ("%s: %s (%s)", language), place, value, others);
}

/* The series the chart is about, with its extremes. */
static char *
dup_first_sentence (const CvnChart *chart,
                    CvnLanguage     language)
{
  Findings         findings = look_at (chart, 0);
  const char      *title = cvn_chart_get_title (chart);
  const char      *highest_name;
  const char      *lowest_name;
  g_autofree char *total = NULL;
  g_autofree char *highest = NULL;
  g_autofree char *lowest = NULL;

  if (findings.n_values == 0)
    return g_strdup_printf (cvn_chart_words ("%s: no figures yet.", language), title);
  total = cvn_chart_unit_format (cvn_chart_get_unit (chart), findings.total, language);
  highest = cvn_chart_dup_value (chart, 0, findings.highest, language);
  lowest = cvn_chart_dup_value (chart, 0, findings.lowest, language);
  highest_name = cvn_chart_get_full_category (chart, findings.highest);
  lowest_name = cvn_chart_get_full_category (chart, findings.lowest);
  if (findings.n_values == 1)
    return g_strdup_printf (cvn_chart_words ("%s: %s with %s.", language), title, highest_name, highest);
  /* No category stands out when all are equal, as in a year that has not begun. */
  if (g_str_equal (highest, lowest))
    return g_strdup_printf (findings.can_add ? cvn_chart_words ("%s: %s in all.", language) : cvn_chart_words ("%s: %s.", language), title, findings.can_add ? total : highest);
  if (findings.can_add)
    return g_strdup_printf (cvn_chart_words ("%s: %s in all; highest %s with %s, lowest %s with %s.", language), title, total,
                            highest_name, highest, lowest_name, lowest);
  return g_strdup_printf (cvn_chart_words ("%s: highest %s with %s, lowest %s with %s.", language), title, highest_name, highest, lowest_name, lowest);
}

/* "Target: €210,000.", "Last year: €5,940 in all." or "Population: highest Leiden with 61.0%." */
static char *
dup_further_sentence (const CvnChart *chart,
                      guint           series,
                      CvnLanguage     language)
{
  Findings         findings = look_at (chart, series);
  const char      *name = cvn_chart_get_series_name (chart, series);
  g_autofree char *total = cvn_chart_unit_format (cvn_chart_get_unit (chart), findings.total, language);
  g_autofree char *highest = cvn_chart_dup_value (chart, series, findings.highest, language);

  if (findings.n_values == 0)
    return g_strdup_printf (cvn_chart_words ("%s: no figures yet.", language), name);
  if (findings.n_values == 1 || is_one_amount (chart, series))
    return g_strdup_printf (cvn_chart_words ("%s: %s.", language), name, highest);
  if (findings.can_add)
    return g_strdup_printf (cvn_chart_words ("%s: %s in all.", language), name, total);
  return g_strdup_printf (cvn_chart_words ("%s: highest %s with %s.", language), name, cvn_chart_get_full_category (chart, findings.highest), highest);
}

/* Each rung with its amount, from the top of the ladder down. */
static char *
dup_ladder_sentence (const CvnChart *chart,
                     CvnLanguage     language)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint c = 0; c < cvn_chart_get_n_categories (chart); c++)
    {
      g_autofree char *value = cvn_chart_dup_value (chart, 0, c, language);

      g_ptr_array_add (parts, g_strdup_printf ("%s %s", cvn_chart_get_full_category (chart, c), value));
    }
  g_ptr_array_add (parts, NULL);
  list = g_strjoinv (", ", (char **) parts->pdata);
  return g_strdup_printf (cvn_chart_words ("%s: %s.", language), cvn_chart_get_title (chart), list);
}

/* The parts of a stack make a whole; each has its own sentence after it. */
static char *
dup_stack_sentence (const CvnChart *chart,
                    CvnLanguage     language)
{
  gint64           total = 0;
  g_autofree char *text = NULL;

  for (guint s = 0; s < cvn_chart_get_n_series (chart); s++)
    {
      Findings part = look_at (chart, s);

      if (cvn_chart_get_series_role (chart, s) == CVN_SERIES_TARGET)
        continue;
      if (!part.can_add || __builtin_add_overflow (total, part.total, &total))
        return dup_first_sentence (chart, language);
    }
  text = cvn_chart_unit_format (cvn_chart_get_unit (chart), total, language);
  return g_strdup_printf (cvn_chart_words ("%s: %s in all.", language), cvn_chart_get_title (chart), text);
}

static gboolean
is_whole_of_parts (const CvnChart *chart)
{
  return cvn_chart_get_kind (chart) == CVN_CHART_STACKED && cvn_chart_unit_can_add (cvn_chart_get_unit (chart));
}

/**
 * cvn_chart_dup_summary:
 * @chart: the chart
 * @language: the forms of the numbers; the words follow the language of the program
 *
 * What a person who does not see the chart needs of it: the sum and the extremes of what it is about, then a sentence
 * for each other series.
 *
 * Returns: (transfer full): whole sentences
 */
char *
cvn_chart_dup_summary (const CvnChart *chart,
                       CvnLanguage     language)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (chart != NULL, NULL);

  if (cvn_chart_is_empty (chart))
    return g_strdup_printf (cvn_chart_words ("%s: no figures yet.", language), cvn_chart_get_title (chart));
  if (cvn_chart_get_kind (chart) == CVN_CHART_LADDER)
    g_ptr_array_add (sentences, dup_ladder_sentence (chart, language));
  else if (is_whole_of_parts (chart))
    g_ptr_array_add (sentences, dup_stack_sentence (chart, language));
  else
    g_ptr_array_add (sentences, dup_first_sentence (chart, language));
  for (guint s = is_whole_of_parts (chart) ? 0 : 1; s < cvn_chart_get_n_series (chart); s++)
    g_ptr_array_add (sentences, dup_further_sentence (chart, s, language));
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}
