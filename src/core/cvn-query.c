/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-query"

#include "cvn-query.h"

struct _CvnQuery
{
  const CvnKind *kind;
  GArray        *conditions; /* of CvnCondition */
  char          *search;
  int            sort; /* field, or -1 for the order of entry */
  gboolean       descending;
};

G_DEFINE_BOXED_TYPE (CvnQuery, cvn_query, cvn_query_copy, cvn_query_free)

static void
clear_condition (CvnCondition *condition)
{
  cvn_value_clear (&condition->value);
}

/**
 * cvn_query_new:
 * @kind: the kind of records asked for
 *
 * Returns: (transfer full): a query for all records of @kind in the order that its description names
 */
CvnQuery *
cvn_query_new (const CvnKind *kind)
{
  CvnQuery *self = g_new0 (CvnQuery, 1);

  self->kind = kind;
  self->sort = -1;
  self->conditions = g_array_new (FALSE, TRUE, sizeof (CvnCondition));
  g_array_set_clear_func (self->conditions, (GDestroyNotify) clear_condition);
  if (kind->sort != NULL)
    cvn_query_set_sort (self, kind->sort + (*kind->sort == '-'), *kind->sort == '-');
  return self;
}

/** cvn_query_copy: (transfer full): an independent copy. */
CvnQuery *
cvn_query_copy (const CvnQuery *self)
{
  CvnQuery *copy = cvn_query_new (self->kind);

  for (guint i = 0; i < self->conditions->len; i++)
    {
      const CvnCondition *condition = cvn_query_get_condition (self, i);
      CvnCondition        twin = { condition->field, condition->match, CVN_VALUE_INIT };

      cvn_value_copy (&condition->value, &twin.value);
      g_array_append_val (copy->conditions, twin);
    }
  copy->search = g_strdup (self->search);
  copy->sort = self->sort;
  copy->descending = self->descending;
  return copy;
}

/** cvn_query_free: frees the query. */
void
cvn_query_free (CvnQuery *self)
{
  g_array_unref (self->conditions);
  g_free (self->search);
  g_free (self);
}

/** cvn_query_get_kind: the kind of records asked for. */
const CvnKind *
cvn_query_get_kind (const CvnQuery *self)
{
  return self->kind;
}

/**
 * cvn_query_add:
 * @field: name of a field of the kind
 * @match: how the field and the value must relate
 * @value: (nullable): what to compare with; not used by CVN_MATCH_EMPTY and CVN_MATCH_NOT_EMPTY
 *
 * Adds a condition; all conditions must hold.
 */
void
cvn_query_add (CvnQuery       *self,
               const char     *field,
               CvnMatch        match,
               const CvnValue *value)
{
  CvnCondition condition = { 0, match, CVN_VALUE_INIT };
  int          place = cvn_kind_find_field (self->kind, field);

  g_return_if_fail (place >= 0);

  condition.field = (guint) place;
  if (value != NULL)
    cvn_value_copy (value, &condition.value);
  g_array_append_val (self->conditions, condition);
}

/** cvn_query_add_text: cvn_query_add() with a text. */
void
cvn_query_add_text (CvnQuery   *self,
                    const char *field,
                    CvnMatch    match,
                    const char *text)
{
  g_auto (CvnValue) value = CVN_VALUE_INIT;

  cvn_value_set_text (&value, text);
  cvn_query_add (self, field, match, &value);
}

/** cvn_query_add_integer: cvn_query_add() with a number. */
void
cvn_query_add_integer (CvnQuery   *self,
                       const char *field,
                       CvnMatch    match,
                       gint64      integer)
{
  g_auto (CvnValue) value = CVN_VALUE_INIT;

  cvn_value_set_integer (&value, integer);
  cvn_query_add (self, field, match, &value);
}

/**
 * cvn_query_add_year:
 * @field: a month, a date, a local time or a number that is a year
 * @year: the year
 *
 * Adds the conditions that @field lies in @year, whatever the field's type.
 */
void
cvn_query_add_year (CvnQuery   *self,
                    const char *field,
                    int         year)
{
  g_autofree char *first = NULL;
  g_autofree char *after = NULL;
  int              place = cvn_kind_find_field (self->kind, field);

  g_return_if_fail (place >= 0);

  if (self->kind->fields[place].type == CVN_FIELD_MONTH)
    {
      cvn_query_add_integer (self, field, CVN_MATCH_AT_LEAST, (gint64) year * 12);
      cvn_query_add_integer (self, field, CVN_MATCH_AT_MOST, (gint64) year * 12 + 11);
      return;
    }
  if (cvn_field_is_integer (&self->kind->fields[place]))
    {
      cvn_query_add_integer (self, field, CVN_MATCH_EQUAL, year);
      return;
    }
  /* ISO texts sort by time: all of the year lie between "2018" and "2018~". */
  first = g_strdup_printf ("%04d", year);
  after = g_strdup_printf ("%04d~", year);
  cvn_query_add_text (self, field, CVN_MATCH_AT_LEAST, first);
  cvn_query_add_text (self, field, CVN_MATCH_AT_MOST, after);
}

/** cvn_query_get_n_conditions: how many conditions. */
guint
cvn_query_get_n_conditions (const CvnQuery *self)
{
  return self->conditions->len;
}

/** cvn_query_get_condition: the condition at place @i, owned by the query. */
const CvnCondition *
cvn_query_get_condition (const CvnQuery *self,
                         guint           i)
{
  g_return_val_if_fail (i < self->conditions->len, NULL);
  return &g_array_index (self->conditions, CvnCondition, i);
}

/** cvn_query_clear_field: takes away all conditions on @field. */
void
cvn_query_clear_field (CvnQuery   *self,
                       const char *field)
{
  int place = cvn_kind_find_field (self->kind, field);

  for (guint i = self->conditions->len; i > 0; i--)
    if ((int) cvn_query_get_condition (self, i - 1)->field == place)
      g_array_remove_index (self->conditions, i - 1);
}

/** cvn_query_set_search: the words that must be found in the record; NULL or "" for none. */
void
cvn_query_set_search (CvnQuery   *self,
                      const char *search)
{
  g_free (self->search);
  self->search = search != NULL && *search != '\0' ? g_strdup (search) : NULL;
}

/** cvn_query_get_search: the words searched for, or NULL. */
const char *
cvn_query_get_search (const CvnQuery *self)
{
  return self->search;
}

/** cvn_query_set_sort: orders by @field; NULL for the order of entry. */
void
cvn_query_set_sort (CvnQuery   *self,
                    const char *field,
                    gboolean    descending)
{
  self->sort = field == NULL ? -1 : cvn_kind_find_field (self->kind, field);
  self->descending = descending;
}

/** cvn_query_get_sort: the field that orders the rows, or -1 for the order of entry. */
int
cvn_query_get_sort (const CvnQuery *self,
                    gboolean       *descending)
{
  if (descending != NULL)
    *descending = self->descending;
  return self->sort;
}
