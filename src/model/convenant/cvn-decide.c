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

/* The store looks at the history; only the day depends on who asks: a file may be looked at as of a day in the past. */
static gboolean
write_decision (CvnWriter    *writer,
                gconstpointer data,
                GError      **error)
{
  const Decide *self = data;
  g_autoptr (CvnRecord) decision = cvn_record_copy (self->decision);
  CvnDate date = cvn_rows_get_date (decision, "date");
  CvnDate today;

  return cvn_record_check (decision, error) && cvn_rows_parse_day (self->today, "date", &today, error) &&
         cvn_ladder_check_date (&date, &today, error) && cvn_writer_put (writer, decision, error);
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
