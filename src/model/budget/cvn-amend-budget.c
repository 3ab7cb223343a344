/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-amend-budget"

#include "cvn-amend-budget.h"

#include "cvn-budget-rows.h"
#include "cvn-error.h"
#include "cvn-kind-check.h"
#include "cvn-operation-private.h"
#include "cvn-ulid.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  CvnRecord    *version;
  GArray       *amounts; /* of CvnBudgetAmount */
  GStringChunk *texts;
} Amend;

static void
free_data (gpointer data)
{
  Amend *self = data;

  g_object_unref (self->version);
  g_array_unref (self->amounts);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/* The record of an amendment that only the lines told of so far. */
static CvnRecord *
find_version (CvnReader *reader,
              int        year,
              int        number,
              GError   **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("budget_version"));
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *id = NULL;
  CvnRecord       *version;

  cvn_query_add_integer (query, "year", CVN_MATCH_EQUAL, year);
  cvn_query_add_integer (query, "number", CVN_MATCH_EQUAL, number);
  rows = cvn_rows_list (reader, query, error);
  if (rows == NULL)
    return NULL;
  if (rows->len > 0)
    return g_object_ref (rows->pdata[0]);
  id = cvn_ulid_new ();
  version = cvn_record_new (cvn_kind_find ("budget_version"));
  cvn_record_set_id (version, id);
  cvn_record_set_integer (version, "year", year);
  cvn_record_set_integer (version, "number", number);
  return version;
}

/* Puts aside what the lines say before they say something else. The budget as adopted stays with the lines. */
static gboolean
keep_version (CvnWriter *writer,
              int        year,
              int        number,
              GPtrArray *lines,
              GError   **error)
{
  g_autoptr (CvnRecord) version = NULL;

  if (number == 0)
    return TRUE;
  version = find_version (cvn_writer_get_reader (writer), year, number, error);
  if (version == NULL || !cvn_writer_put (writer, version, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (CvnRecord) amount = cvn_record_new (cvn_kind_find ("budget_amount"));

      cvn_record_set_text (amount, "budget_version", cvn_record_get_id (version));
      cvn_record_set_text (amount, "budget_line", cvn_record_get_id (lines->pdata[i]));
      cvn_record_set_integer (amount, "amount", cvn_budget_rows_get_amount (lines->pdata[i]));
      if (!cvn_writer_put (writer, amount, error))
        return FALSE;
    }
  return TRUE;
}

static gint64
find_amount (CvnRecord             *line,
             const CvnBudgetAmount *amounts,
             guint                  n_amounts)
{
  for (guint i = 0; i < n_amounts; i++)
    if (g_strcmp0 (amounts[i].line, cvn_record_get_id (line)) == 0)
      return amounts[i].amount;
  return cvn_budget_rows_get_amount (line);
}

/** cvn_amend_budget_write: keeps the last version and makes the next one; the writer's thread. */
gboolean
cvn_amend_budget_write (CvnWriter             *writer,
                        CvnRecord             *version,
                        const CvnBudgetAmount *amounts,
                        guint                  n_amounts,
                        GError               **error)
{
  CvnReader *reader = cvn_writer_get_reader (writer);
  int        year = (int) cvn_record_get_integer (version, "year");
  g_autoptr (GPtrArray) lines = cvn_budget_rows_lines (reader, year, error);
  int number = lines != NULL ? cvn_budget_rows_get_version (reader, year, lines, error) : -1;

  if (number < 0)
    return FALSE;
  if (lines->len == 0)
    return cvn_check_fail (error, "year", _("There is no budget of this year to amend."));
  if (!cvn_record_has (version, "reason"))
    return cvn_check_fail (error, "reason", _("Fill in why the budget is amended."));
  cvn_record_set_integer (version, "number", number + 1);
  if (!cvn_record_check (version, error) || !keep_version (writer, year, number, lines, error) || !cvn_writer_put (writer, version, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      cvn_record_set_integer (lines->pdata[i], "amended", find_amount (lines->pdata[i], amounts, n_amounts));
      if (!cvn_writer_put (writer, lines->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_amendment (CvnWriter    *writer,
                 gconstpointer data,
                 GError      **error)
{
  const Amend *self = data;
  g_autoptr (CvnRecord) version = cvn_record_copy (self->version);

  return cvn_amend_budget_write (writer, version, (const CvnBudgetAmount *) (gpointer) self->amounts->data, self->amounts->len, error);
}

static CvnTable *
preview_amendment (CvnReader    *reader,
                   gconstpointer data,
                   GError      **error)
{
  static const char *const columns[] = { "id", "before", "after" };
  const Amend             *self = data;
  g_autoptr (CvnTable) table = cvn_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) lines = cvn_budget_rows_lines (reader, (int) cvn_record_get_integer (self->version, "year"), error);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      gint64    before = cvn_budget_rows_get_amount (lines->pdata[i]);
      gint64    after = find_amount (lines->pdata[i], (const CvnBudgetAmount *) (gpointer) self->amounts->data, self->amounts->len);
      CvnValue *row = before != after ? cvn_table_append_row (table) : NULL;

      if (row == NULL)
        continue;
      cvn_value_set_text (&row[0], cvn_record_get_id (lines->pdata[i]));
      cvn_value_set_integer (&row[1], before);
      cvn_value_set_integer (&row[2], after);
    }
  return lines != NULL ? g_steal_pointer (&table) : NULL;
}

/**
 * cvn_amend_budget_new:
 * @version: a new budget_version, filled in but for its number
 * @amounts: (array length=n_amounts): the lines that get another amount; the others keep theirs
 *
 * Makes the next amendment of the budget of a year: what the lines said is kept with the version before. Refused at "reason" without one.
 *
 * Returns: (transfer full): the operation; its id is that of the version
 */
CvnOperation *
cvn_amend_budget_new (CvnRecord             *version,
                      const CvnBudgetAmount *amounts,
                      guint                  n_amounts)
{
  static const CvnOperationClass klass = { CVN_ACTION_ADD, "budget_version", write_amendment, preview_amendment, free_data };
  g_autofree char               *id = cvn_ulid_new ();
  Amend                         *self = g_new0 (Amend, 1);

  self->version = cvn_record_copy (version);
  cvn_record_set_id (self->version, id);
  self->texts = g_string_chunk_new (256);
  self->amounts = g_array_new (FALSE, FALSE, sizeof (CvnBudgetAmount));
  for (guint i = 0; i < n_amounts; i++)
    {
      CvnBudgetAmount amount = { g_string_chunk_insert (self->texts, amounts[i].line), amounts[i].amount };

      g_array_append_val (self->amounts, amount);
    }
  return cvn_operation_new (&klass, self, id);
}
