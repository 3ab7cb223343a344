/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-roll-forward"

#include "cvn-budget-operations.h"

#include "cvn-budget-rows.h"
#include "cvn-kind-check.h"
#include "cvn-operation-private.h"
#include "cvn-ulid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What there is to do for the new year, with what is done and what would be made. */
typedef enum {
  PART_LINES,
  PART_PLANS,
  PART_FEES,
  PART_RULES,
  PART_CONTRIBUTIONS,
  N_PARTS,
} Part;

typedef struct
{
  int        year;   /* that is left */
  CvnWriter *writer; /* NULL: only look */
  CvnReader *reader;
  gint64     made[N_PARTS];
  gint64     there[N_PARTS];
} Forward;

static gboolean
put (Forward   *self,
     Part       part,
     CvnRecord *record,
     GError   **error)
{
  self->made[part]++;
  return self->writer == NULL || cvn_writer_put (self->writer, record, error);
}

static gboolean
copy_plan (Forward   *self,
           CvnRecord *line,
           CvnRecord *copy,
           GError   **error)
{
  g_autoptr (GPtrArray) plans = cvn_rows_find (self->reader, "budget_plan", "budget_line", cvn_record_get_id (line), error);
  g_autoptr (CvnRecord) plan = NULL;

  if (plans == NULL || plans->len == 0 || cvn_record_get_integer (plans->pdata[0], "total") != cvn_budget_rows_get_amount (line))
    return plans != NULL;
  plan = cvn_record_copy (plans->pdata[0]);
  cvn_record_set_id (plan, NULL);
  cvn_record_set_text (plan, "budget_line", cvn_record_get_id (copy));
  return put (self, PART_PLANS, plan, error);
}

/* The line as it is now, without what happened. */
static gboolean
copy_line (Forward   *self,
           CvnRecord *line,
           GError   **error)
{
  static const char *const left[] = { "amended", "actual", "forecast", "note", "source" };
  g_autofree char         *id = cvn_ulid_new ();
  g_autoptr (CvnRecord) copy = cvn_record_copy (line);

  cvn_record_set_id (copy, id);
  cvn_record_set_integer (copy, "year", self->year + 1);
  cvn_record_set_integer (copy, "budget", cvn_budget_rows_get_amount (line));
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    cvn_record_unset (copy, left[i]);
  return put (self, PART_LINES, copy, error) && copy_plan (self, line, copy, error);
}

static gboolean
forward_lines (Forward *self,
               GError **error)
{
  g_autoptr (GPtrArray) lines = cvn_budget_rows_lines (self->reader, self->year, error);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      GError *failure = NULL;
      g_autoptr (CvnRecord) there = cvn_budget_rows_find_line (self->reader, self->year + 1, cvn_record_get_text (lines->pdata[i], "line"), &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
      if (there != NULL)
        self->there[PART_LINES]++;
      else if (!copy_line (self, lines->pdata[i], error))
        return FALSE;
    }
  if (lines != NULL && lines->len == 0)
    return cvn_check_fail (error, "year", _("There is no budget of this year to carry over."));
  return lines != NULL;
}

/* A fee that would be valid no more in the new year goes on, unless another takes its place. */
static gboolean
forward_fees (Forward *self,
              GError **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("fee"));
  g_autoptr (GPtrArray) fees = cvn_rows_list (self->reader, query, error);
  g_autofree char *last = g_strdup_printf ("%04d-12-31", self->year);
  g_autofree char *first = g_strdup_printf ("%04d-01-01", self->year + 1);

  for (guint i = 0; fees != NULL && i < fees->len; i++)
    {
      CvnRecord *fee = fees->pdata[i];
      gboolean   goes_on = FALSE;
      g_autoptr (CvnRecord) copy = NULL;

      for (guint j = 0; j < fees->len; j++)
        {
          CvnRecord  *other = fees->pdata[j];
          const char *to = cvn_record_get_text (other, "valid_to");

          goes_on |= g_str_equal (cvn_record_get_text (other, "service"), cvn_record_get_text (fee, "service")) &&
                     g_str_equal (cvn_record_get_text (other, "payer"), cvn_record_get_text (fee, "payer")) && (to == NULL || strcmp (to, first) >= 0);
        }
      if (goes_on && strcmp (cvn_record_get_text (fee, "valid_from"), first) < 0 && (!cvn_record_has (fee, "valid_to") || strcmp (cvn_record_get_text (fee, "valid_to"), first) >= 0))
        self->there[PART_FEES]++;
      if (goes_on || g_strcmp0 (cvn_record_get_text (fee, "valid_to"), last) != 0)
        continue;
      copy = cvn_record_copy (fee);
      cvn_record_set_id (copy, NULL);
      cvn_record_unset (copy, "code");
      cvn_record_unset (copy, "valid_to");
      cvn_record_set_text (copy, "valid_from", first);
      if (!put (self, PART_FEES, copy, error))
        return FALSE;
    }
  return fees != NULL;
}

static gboolean
runs_on (Forward    *self,
         CvnRecord  *rule,
         const char *first,
         gboolean   *runs,
         GError    **error)
{
  g_autoptr (CvnRecord) agreement = cvn_rows_get (self->reader, "agreement", cvn_record_get_text (rule, "agreement"), error);
  const char *end;

  if (agreement == NULL)
    return FALSE;
  end = cvn_record_get_text (agreement, "end_date");
  *runs = end == NULL || strcmp (end, first) >= 0;
  return TRUE;
}

static gboolean
follows (GPtrArray  *rules,
         CvnRecord  *rule,
         const char *first)
{
  for (guint i = 0; i < rules->len; i++)
    {
      CvnRecord  *other = rules->pdata[i];
      const char *to = cvn_record_get_text (other, "end_date");

      if (g_strcmp0 (cvn_record_get_text (other, "agreement"), cvn_record_get_text (rule, "agreement")) == 0 &&
          g_strcmp0 (cvn_record_get_text (other, "organisation"), cvn_record_get_text (rule, "organisation")) == 0 && (to == NULL || strcmp (to, first) >= 0))
        return TRUE;
    }
  return FALSE;
}

/* A rule that ends with the year while its agreement runs on goes on, too. */
static gboolean
forward_rules (Forward *self,
               GError **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("contribution_rule"));
  g_autoptr (GPtrArray) rules = cvn_rows_list (self->reader, query, error);
  g_autofree char *last = g_strdup_printf ("%04d-12-31", self->year);
  g_autofree char *first = g_strdup_printf ("%04d-01-01", self->year + 1);

  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      gboolean runs;
      g_autoptr (CvnRecord) copy = NULL;

      if (!runs_on (self, rules->pdata[i], first, &runs, error))
        return FALSE;
      if (runs && follows (rules, rules->pdata[i], first))
        {
          self->there[PART_RULES] += g_strcmp0 (cvn_record_get_text (rules->pdata[i], "end_date"), last) != 0;
          continue;
        }
      if (!runs || g_strcmp0 (cvn_record_get_text (rules->pdata[i], "end_date"), last) != 0)
        continue;
      copy = cvn_record_copy (rules->pdata[i]);
      cvn_record_set_id (copy, NULL);
      cvn_record_set_text (copy, "start_date", first);
      cvn_record_unset (copy, "end_date");
      if (!put (self, PART_RULES, copy, error))
        return FALSE;
    }
  return rules != NULL;
}

/* The contributions of the new year are worked out under Covenant; this only says how many there are. */
static gboolean
count_contributions (Forward *self,
                     GError **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("commitment"));

  cvn_query_add_integer (query, "year", CVN_MATCH_EQUAL, self->year + 1);
  self->there[PART_CONTRIBUTIONS] = cvn_reader_count (self->reader, query, error);
  return self->there[PART_CONTRIBUTIONS] >= 0;
}

static gboolean
run (Forward *self,
     GError **error)
{
  return forward_lines (self, error) && forward_fees (self, error) && forward_rules (self, error) && count_contributions (self, error);
}

static gboolean
write_forward (CvnWriter    *writer,
               gconstpointer data,
               GError      **error)
{
  Forward self = { *(const int *) data, writer, cvn_writer_get_reader (writer), { 0 }, { 0 } };

  return run (&self, error);
}

static CvnTable *
preview_forward (CvnReader    *reader,
                 gconstpointer data,
                 GError      **error)
{
  static const char *const columns[] = { "what", "made", "there" };
  static const char *const parts[] = { "lines", "plans", "fees", "rules", "contributions" };
  g_autoptr (CvnTable) table = cvn_table_new (columns, G_N_ELEMENTS (columns));
  Forward self = { *(const int *) data, NULL, reader, { 0 }, { 0 } };

  if (!run (&self, error))
    return NULL;
  for (guint i = 0; i < N_PARTS; i++)
    {
      CvnValue *row = cvn_table_append_row (table);

      cvn_value_set_text (&row[0], parts[i]);
      cvn_value_set_integer (&row[1], self.made[i]);
      cvn_value_set_integer (&row[2], self.there[i]);
    }
  return g_steal_pointer (&table);
}

/**
 * cvn_roll_forward_new:
 * @year: that has a budget
 *
 * Makes the next year: its lines as last amended with their months, and the fees and contribution rules that would end with the year.
 * What is there already stays as it is, so it can be done again.
 *
 * Returns: (transfer full): the operation
 */
CvnOperation *
cvn_roll_forward_new (int year)
{
  static const CvnOperationClass klass = { CVN_ACTION_ADD, "budget_line", write_forward, preview_forward, g_free };
  int                           *data = g_new (int, 1);

  *data = year;
  return cvn_operation_new (&klass, data, NULL);
}
