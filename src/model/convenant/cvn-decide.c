/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-decide"

#include "cvn-operations.h"

#include "cvn-ladder.h"
#include "cvn-operation-private.h"
#include "cvn-rows.h"
#include "cvn-ulid.h"

typedef struct
{
  CvnRecord *decision;
  char      *today;
} Decide;

static void
free_data (gpointer data)
{
  Decide *self = data;

  g_object_unref (self->decision);
  g_free (self->today);
  g_free (self);
}

static gboolean
append_decision (GArray    *history,
                 CvnRecord *record,
                 GError   **error)
{
  CvnLadderDecision decision = { CVN_LADDER_NONE, cvn_rows_get_date (record, "date") };

  if (!cvn_ladder_from_code (cvn_record_get_text (record, "status"), &decision.state, error))
    return FALSE;
  g_array_append_val (history, decision);
  return TRUE;
}

static GArray *
read_history (CvnReader *reader,
              CvnRecord *decision,
              GError   **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_record_get_kind (decision));
  g_autoptr (GArray) history = g_array_new (FALSE, FALSE, sizeof (CvnLadderDecision));
  g_autoptr (GPtrArray) rows = NULL;

  cvn_query_add_text (query, "agreement", CVN_MATCH_EQUAL, cvn_record_get_text (decision, "agreement"));
  cvn_query_add_text (query, "organisation", CVN_MATCH_EQUAL, cvn_record_get_text (decision, "organisation"));
  rows = cvn_rows_list (reader, query, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    if (!append_decision (history, rows->pdata[i], error))
      return NULL;
  return g_steal_pointer (&history);
}

static gboolean
write_decision (CvnWriter    *writer,
                gconstpointer data,
                GError      **error)
{
  const Decide *self = data;
  g_autoptr (CvnRecord) decision = cvn_record_copy (self->decision);
  g_autoptr (GArray) history = NULL;
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (CvnLadderDecision));
  CvnDate today;

  if (!cvn_record_check (decision, error) || !cvn_rows_parse_day (self->today, "date", &today, error))
    return FALSE;
  history = read_history (cvn_writer_get_reader (writer), decision, error);
  if (history == NULL || !append_decision (added, decision, error))
    return FALSE;
  if (!cvn_ladder_check_decision ((const CvnLadderDecision *) (gpointer) history->data, history->len,
                                  &g_array_index (added, CvnLadderDecision, 0), &today, error))
    return FALSE;
  return cvn_writer_put (writer, decision, error);
}

/**
 * cvn_decide_new:
 * @decision: a new agreement_decision, filled in: agreement, organisation, status, date (may be partial), body, document, attachment, note
 * @today: ISO day
 *
 * Adds a decision to the history of a party, which only ever grows. Refused at "status" with the moves that are allowed, at
 * "date" when it lies in the future or does not fit between the others.
 *
 * Returns: (transfer full): the operation; its id is that of the decision
 */
CvnOperation *
cvn_decide_new (CvnRecord  *decision,
                const char *today)
{
  static const CvnOperationClass klass = { CVN_ACTION_ADD, "agreement_decision", write_decision, NULL, free_data };
  g_autofree char               *id = cvn_ulid_new ();
  Decide                        *self = g_new0 (Decide, 1);

  self->decision = cvn_record_copy (decision);
  cvn_record_set_id (self->decision, id);
  self->today = g_strdup (today);
  return cvn_operation_new (&klass, self, id);
}
