/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-writer-budget"

#include "cvn-budget-limit.h"
#include "cvn-error.h"
#include "cvn-kinds.h"
#include "cvn-money.h"
#include "cvn-writer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * A cost line that stops what it has no room for: its budget, and what is actual or committed on it as the file stands. Of two
 * lines that the events feed, the first one is fed, as in figures/budget-rows.part.sql.
 */
#define SQL_USED                                                                                                                                \
  "SELECT coalesce(l.amended, l.budget, 0), CASE WHEN coalesce(l.ledger, 'manual') = 'manual' THEN coalesce(l.actual, 0) ELSE 0 END"            \
  " + coalesce((SELECT sum(e.amount) FROM budget_entry AS e WHERE e.budget_line = l.id), 0)"                                                    \
  " + CASE WHEN l.ledger IS 'events' THEN coalesce((SELECT sum(v.cost) FROM event AS v"                                                         \
  " WHERE v.status IN ('planned', 'held', 'cancelled') AND v.starts BETWEEN printf('%04d', l.year) AND printf('%04d~', l.year)), 0) ELSE 0 END" \
  " FROM budget_line AS l WHERE l.kind = 'cost' AND l.over_budget = 'stop' AND "

#define SQL_OF_ENTRY SQL_USED "l.id = ?1"

#define SQL_OF_EVENT                                                                                                                  \
  SQL_USED "l.id = (SELECT f.id FROM budget_line AS f WHERE f.kind = 'cost' AND f.ledger = 'events' AND f.year = CAST(?1 AS INTEGER)" \
           " ORDER BY f.line, f.seq LIMIT 1)"

static gboolean
refuse (gint64      over,
        const char *field,
        GError    **error)
{
  /* The sentence is in the language of the process, so the amount within it is written so, too. */
  CvnLanguage      language = g_str_has_prefix (g_get_language_names ()[0], "nl") ? CVN_LANGUAGE_NL : CVN_LANGUAGE_EN;
  g_autofree char *amount = cvn_money_format_euro (over, language);

  g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID, _("This is %s more than the line has room for: amend the budget first, or lower the amount."), amount);
  cvn_error_set_field (error, field);
  return FALSE;
}

static gboolean
check_line (CvnWriter  *self,
            const char *sql,
            const char *key,
            const char *field,
            gint64      before,
            gint64      amount,
            GError    **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (self->db, sql, error);
  gboolean has_row = FALSE;
  gint64   over = 0;

  if (statement == NULL)
    return FALSE;
  cvn_statement_bind_text (statement, 1, key);
  if (!cvn_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row || cvn_budget_limit_check (CVN_BUDGET_LIMIT_STOP, cvn_statement_get_integer (statement, 0),
                                          cvn_statement_get_integer (statement, 1), before, amount, &over) != CVN_BUDGET_REFUSED)
    return TRUE;
  return refuse (over, field, error);
}

static gint64
get_event_cost (CvnRecord *event)
{
  static const char *const counted[] = { "planned", "held", "cancelled", NULL };
  const char              *status = event != NULL ? cvn_record_get_text (event, "status") : NULL;

  return status != NULL && g_strv_contains (counted, status) ? cvn_record_get_integer (event, "cost") : 0;
}

static gboolean
check_event (CvnWriter *self,
             CvnRecord *before,
             CvnRecord *event,
             GError   **error)
{
  const char      *starts = cvn_record_get_text (event, "starts");
  const char      *was = before != NULL ? cvn_record_get_text (before, "starts") : NULL;
  g_autofree char *year = starts != NULL ? g_strndup (starts, 4) : NULL;
  gint64           cost_before = was != NULL && starts != NULL && strncmp (was, starts, 4) == 0 ? get_event_cost (before) : 0;

  if (year == NULL || get_event_cost (event) <= cost_before)
    return TRUE;
  return check_line (self, SQL_OF_EVENT, year, "cost", cost_before, get_event_cost (event), error);
}

static gboolean
check_entry (CvnWriter *self,
             CvnRecord *before,
             CvnRecord *entry,
             GError   **error)
{
  const char *line = cvn_record_get_text (entry, "budget_line");
  gboolean    same = before != NULL && g_strcmp0 (cvn_record_get_text (before, "budget_line"), line) == 0;

  return check_line (self, SQL_OF_ENTRY, line, "amount", same ? cvn_record_get_integer (before, "amount") : 0,
                     cvn_record_get_integer (entry, "amount"), error);
}

/**
 * cvn_writer_check_budget:
 * @record: that is about to be written
 *
 * A line of the budget can refuse costs that it has no room for, however they are entered: by hand, or as what an event costs.
 * What comes from a file or from another desk has happened already and is taken as it is. Source: row 63 of the features.
 *
 * Returns: FALSE with %CVN_ERROR_INVALID at the field of the amount
 */
gboolean
cvn_writer_check_budget (CvnWriter *self,
                         CvnRecord *record,
                         GError   **error)
{
  const CvnKind *kind = cvn_record_get_kind (record);
  g_autoptr (CvnRecord) before = NULL;
  GError *failure = NULL;

  if (self->action == CVN_ACTION_IMPORT || self->action == CVN_ACTION_SYNC || self->action == CVN_ACTION_SETTLE ||
      self->action == CVN_ACTION_SET_UP || (kind != &cvn_kind_budget_entry && kind != &cvn_kind_event))
    return TRUE;
  before = cvn_reader_get (self->reader, kind, cvn_record_get_id (record), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  return kind == &cvn_kind_event ? check_event (self, before, record, error) : check_entry (self, before, record, error);
}
