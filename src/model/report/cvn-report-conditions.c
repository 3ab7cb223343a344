/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-conditions"

#include "cvn-code-name.h"
#include "cvn-error.h"
#include "cvn-report-data-private.h"
#include "cvn-report-words.h"
#include "cvn-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
free_condition (gpointer data)
{
  CvnReportCondition *condition = data;

  g_free (condition->value);
  g_free (condition->label);
  g_free (condition);
}

/* What may be written instead of a filter that there is not. */
static char *
list_words (CvnReportName name)
{
  GString               *words = g_string_new (NULL);
  guint                  n;
  const CvnReportFilter *filters = cvn_report_filter_list (name, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (words, "%s%s=", i > 0 ? ", " : "", filters[i].word);
  return g_string_free (words, FALSE);
}

static gboolean
refuse (const char   *word,
        CvnReportName name,
        GError      **error)
{
  g_autofree char *words = list_words (name);

  if (*words == '\0')
    g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID, _("This report cannot be filtered, so “%s” is not understood."), word);
  else
    g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID, _("This report cannot be filtered by “%1$s”; it can be by %2$s with one of the choices behind it."), word, words);
  return FALSE;
}

/* What a code is called; NULL with an error when it is none of the choices. */
static char *
dup_choice (const CvnGathering    *self,
            const CvnReportFilter *filter,
            const char            *value,
            GError               **error)
{
  const CvnKind  *kind = cvn_kind_find (filter->kind);
  const CvnField *field = &kind->fields[cvn_kind_find_field (kind, filter->field)];
  g_autoptr (GPtrArray) names = NULL;
  const CvnCodeName *name = NULL;

  if (field->named_by == NULL)
    return cvn_field_find_choice (field, value) != NULL ? cvn_report_choice (filter->kind, filter->field, value, self->language) : NULL;
  names = cvn_rows_list_names (self->reader, field, error);
  if (names != NULL)
    name = cvn_code_names_find (names, value);
  return name != NULL ? g_strdup (cvn_code_name_get (name, self->language)) : NULL;
}

static gboolean
fill_condition (const CvnGathering *self,
                CvnReportCondition *condition,
                const char         *value,
                GError            **error)
{
  g_autoptr (CvnRecord) record = NULL;

  if (condition->filter->field != NULL)
    {
      condition->value = g_strdup (value);
      condition->label = dup_choice (self, condition->filter, value, error);
      return condition->label != NULL;
    }
  condition->value = cvn_reader_resolve (self->reader, cvn_kind_find (condition->filter->kind), value, error);
  record = condition->value != NULL ? cvn_rows_get (self->reader, condition->filter->kind, condition->value, error) : NULL;
  condition->label = record != NULL ? cvn_gathering_dup_both (record, "name", self->language) : NULL;
  return condition->label != NULL;
}

static gboolean
add_condition (const CvnGathering *self,
               CvnReportName       name,
               GPtrArray          *conditions,
               const char         *word,
               GError            **error)
{
  const char         *value = strchr (word, '=') + 1;
  CvnReportCondition *condition = g_new0 (CvnReportCondition, 1);
  GError             *failure = NULL;

  g_ptr_array_add (conditions, condition);
  condition->filter = cvn_report_filter_find (name, word, (gsize) (value - word) - 1);
  if (condition->filter == NULL || *value == '\0')
    return refuse (word, name, error);
  if (fill_condition (self, condition, value, &failure))
    return TRUE;
  if (failure == NULL)
    return refuse (word, name, error);
  g_propagate_error (error, failure);
  return FALSE;
}

/**
 * cvn_gathering_read_conditions:
 * @name: of the report
 * @rest: (out) (transfer full): the record without its conditions: "2019-03" of "2019-03 mode=own"
 *
 * Returns: (transfer full) (element-type CvnReportCondition): NULL with %CVN_ERROR_INVALID when the report has no such filter or the
 *   filter no such choice, %CVN_ERROR_UNKNOWN_REFERENCE when there is no such record
 */
GPtrArray *
cvn_gathering_read_conditions (const CvnGathering *self,
                               CvnReportName       name,
                               char              **rest,
                               GError            **error)
{
  g_autoptr (GPtrArray) conditions = g_ptr_array_new_with_free_func (free_condition);
  g_auto (GStrv) words = g_strsplit (self->record != NULL ? self->record : "", " ", -1);
  g_autoptr (GString) left = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (strchr (words[i], '=') == NULL)
      g_string_append_printf (left, "%s%s", left->len > 0 ? " " : "", words[i]);
    else if (!add_condition (self, name, conditions, words[i], error))
      return NULL;
  *rest = g_string_free (g_steal_pointer (&left), FALSE);
  return g_steal_pointer (&conditions);
}

/** cvn_report_conditions_get: (transfer none) (nullable): the code or id that is asked for by @word; NULL when all are. */
const char *
cvn_report_conditions_get (GPtrArray  *conditions,
                           const char *word)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const CvnReportCondition *condition = conditions->pdata[i];

      if (g_str_equal (condition->filter->word, word))
        return condition->value;
    }
  return NULL;
}

/** cvn_report_conditions_allow: whether what has @value passes the filter @word. */
gboolean
cvn_report_conditions_allow (GPtrArray  *conditions,
                             const char *word,
                             const char *value)
{
  const char *wanted = cvn_report_conditions_get (conditions, word);

  return wanted == NULL || g_strcmp0 (wanted, value) == 0;
}

/** cvn_report_conditions_dup_sentence: (transfer full) (nullable): what a filtered report says of itself: its totals are those of what stands in it. */
char *
cvn_report_conditions_dup_sentence (GPtrArray  *conditions,
                                    CvnLanguage language)
{
  GString *sentence;

  if (conditions->len == 0)
    return NULL;
  sentence = g_string_new (language == CVN_LANGUAGE_NL ? "Alleen: " : "Only: ");
  for (guint i = 0; i < conditions->len; i++)
    {
      const CvnReportCondition *condition = conditions->pdata[i];

      g_string_append_printf (sentence, "%s%s", i > 0 ? ", " : "", condition->label);
    }
  return g_string_free (sentence, FALSE);
}

/** cvn_report_conditions_filter_table: (transfer full): the rows of @table that have @value in @column; all of them when it is NULL. Takes @table over. */
CvnTable *
cvn_report_conditions_filter_table (CvnTable   *table,
                                    const char *column,
                                    const char *value)
{
  g_autofree const char **names = NULL;
  CvnTable               *left;
  guint                   n = cvn_table_get_n_columns (table);

  if (value == NULL)
    return table;
  names = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    names[i] = cvn_table_get_column_name (table, i);
  left = cvn_table_new (names, n);
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    if (g_strcmp0 (cvn_table_get_text (table, row, column), value) == 0)
      {
        CvnValue *values = cvn_table_append_row (left);

        for (guint i = 0; i < n; i++)
          cvn_value_copy (cvn_table_get (table, row, i), &values[i]);
      }
  cvn_table_unref (table);
  return left;
}
