/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-query-words"

#include "cvn-query-words.h"

#include "cvn-centre.h"

#include <glib/gi18n-lib.h>

/* The condition on @field that compares in the way of @match, or NULL. */
static const CvnCondition *
find (const CvnQuery *query,
      guint           field,
      CvnMatch        match)
{
  for (guint i = 0; i < cvn_query_get_n_conditions (query); i++)
    {
      const CvnCondition *condition = cvn_query_get_condition (query, i);

      if (condition->field == field && condition->match == match)
        return condition;
    }
  return NULL;
}

/** cvn_query_words_has_field: whether @query asks something of @field. */
gboolean
cvn_query_words_has_field (const CvnQuery *query,
                           guint           field)
{
  for (guint i = 0; i < cvn_query_get_n_conditions (query); i++)
    if (cvn_query_get_condition (query, i)->field == field)
      return TRUE;
  return FALSE;
}

static void
code_to_value (const CvnField *field,
               const char     *code,
               CvnValue       *value)
{
  if (field->type == CVN_FIELD_BOOLEAN)
    cvn_value_set_integer (value, *code == '1');
  else
    cvn_value_set_text (value, code);
}

/** cvn_query_allows: whether records pass @query whose @field, a choice or yes or no, is @code ("0" or "1" for the latter). */
gboolean
cvn_query_allows (const CvnQuery *query,
                  guint           field,
                  const char     *code)
{
  g_auto (CvnValue) value = CVN_VALUE_INIT;

  code_to_value (&cvn_query_get_kind (query)->fields[field], code, &value);
  for (guint i = 0; i < cvn_query_get_n_conditions (query); i++)
    {
      const CvnCondition *condition = cvn_query_get_condition (query, i);

      if (condition->field == field && ((condition->match == CVN_MATCH_EQUAL && !cvn_value_equal (&condition->value, &value)) ||
                                        (condition->match == CVN_MATCH_NOT_EQUAL && cvn_value_equal (&condition->value, &value))))
        return FALSE;
    }
  return TRUE;
}

/**
 * cvn_query_set_allowed:
 * @codes: the values that pass; none for all
 * @all: the values that there are
 *
 * Asks that @field, a choice, has one of some values. All conditions of a query must hold, so one of several
 * values is said as: none of the others, and not empty.
 */
void
cvn_query_set_allowed (CvnQuery          *query,
                       guint              field,
                       const char *const *codes,
                       const char *const *all)
{
  const CvnField *description = &cvn_query_get_kind (query)->fields[field];

  cvn_query_clear_field (query, description->name);
  if (codes[0] == NULL)
    return;
  if (codes[1] == NULL)
    {
      g_auto (CvnValue) value = CVN_VALUE_INIT;

      code_to_value (description, codes[0], &value);
      cvn_query_add (query, description->name, CVN_MATCH_EQUAL, &value);
      return;
    }
  cvn_query_add (query, description->name, CVN_MATCH_NOT_EMPTY, NULL);
  for (guint i = 0; all[i] != NULL; i++)
    if (!g_strv_contains (codes, all[i]))
      cvn_query_add_text (query, description->name, CVN_MATCH_NOT_EQUAL, all[i]);
}

/** cvn_query_get_year: the year that @field must lie in, or 0 when that is not what @query asks. */
int
cvn_query_get_year (const CvnQuery *query,
                    guint           field)
{
  const CvnField     *description = &cvn_query_get_kind (query)->fields[field];
  const CvnCondition *equal = find (query, field, CVN_MATCH_EQUAL);
  const CvnCondition *least = find (query, field, CVN_MATCH_AT_LEAST);
  const CvnCondition *most = find (query, field, CVN_MATCH_AT_MOST);

  if (equal != NULL && description->type == CVN_FIELD_INTEGER)
    return (int) equal->value.integer;
  if (least == NULL || most == NULL)
    return 0;
  if (description->type == CVN_FIELD_MONTH)
    return least->value.integer % 12 == 0 && most->value.integer == least->value.integer + 11 ? (int) (least->value.integer / 12) : 0;
  if (least->value.text == NULL || most->value.text == NULL || g_utf8_strlen (least->value.text, -1) != 4 ||
      !g_str_has_prefix (most->value.text, least->value.text))
    return 0;
  return (int) g_ascii_strtoll (least->value.text, NULL, 10);
}

/** cvn_query_dup_reference: (transfer full): the id that @field must hold, or NULL. */
char *
cvn_query_dup_reference (const CvnQuery *query,
                         guint           field)
{
  const CvnCondition *condition = find (query, field, CVN_MATCH_EQUAL);

  if (condition == NULL || cvn_query_get_kind (query)->fields[field].type != CVN_FIELD_REFERENCE)
    return NULL;
  return g_strdup (condition->value.text);
}

static char *
list_choices (const CvnQuery *query,
              guint           field)
{
  const CvnField *description = &cvn_query_get_kind (query)->fields[field];
  GString        *words = g_string_new (NULL);

  for (const CvnChoice *choice = description->choices; choice != NULL && choice->code != NULL; choice++)
    if (cvn_query_allows (query, field, choice->code))
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", _(choice->label));
  return g_string_free (words, FALSE);
}

static char *
describe (const CvnQuery     *query,
          const CvnCondition *condition)
{
  const CvnField  *field = &cvn_query_get_kind (query)->fields[condition->field];
  g_autofree char *value = cvn_field_format (field, &condition->value, cvn_interface_language ());

  switch (condition->match)
    {
    case CVN_MATCH_EQUAL:
      return g_steal_pointer (&value);
    case CVN_MATCH_NOT_EQUAL:
      return g_strdup_printf (_("not %s"), value);
    case CVN_MATCH_AT_LEAST:
      return g_strdup_printf (_("from %s"), value);
    case CVN_MATCH_AT_MOST:
      return g_strdup_printf (_("up to %s"), value);
    case CVN_MATCH_EMPTY:
      return g_strdup (_("not filled in"));
    case CVN_MATCH_NOT_EMPTY:
      return g_strdup (_("filled in"));
    default:
      g_assert_not_reached ();
    }
}

static char *
list_conditions (const CvnQuery *query,
                 guint           field)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < cvn_query_get_n_conditions (query); i++)
    {
      const CvnCondition *condition = cvn_query_get_condition (query, i);
      g_autofree char    *text = condition->field == field ? describe (query, condition) : NULL;

      if (text != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", text);
    }
  return g_string_free (words, FALSE);
}

/**
 * cvn_query_words_dup:
 * @reference: (nullable): what the record is called that @field must refer to
 *
 * Returns: (transfer full): what @query asks of @field, such as "Kind: Municipality, School"
 */
char *
cvn_query_words_dup (const CvnQuery *query,
                     guint           field,
                     const char     *reference)
{
  const CvnField  *description = &cvn_query_get_kind (query)->fields[field];
  int              year = cvn_query_get_year (query, field);
  g_autofree char *words = NULL;

  if (year > 0)
    words = g_strdup_printf ("%d", year);
  else if (description->type == CVN_FIELD_REFERENCE && find (query, field, CVN_MATCH_EQUAL) != NULL)
    words = g_strdup (reference != NULL ? reference : "…");
  else if (description->named_by != NULL && reference != NULL && find (query, field, CVN_MATCH_EQUAL) != NULL)
    words = g_strdup (reference);
  else if (description->type == CVN_FIELD_CHOICE && description->named_by == NULL && find (query, field, CVN_MATCH_EMPTY) == NULL)
    words = list_choices (query, field);
  else
    words = list_conditions (query, field);
  /* Translators: a filter: the name of a field and what it must be, such as: Kind: Municipality */
  return g_strdup_printf (_("%1$s: %2$s"), _(description->label), words);
}
