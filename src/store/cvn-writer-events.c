/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-writer-events"

#include "cvn-writer-private.h"

#include "cvn-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Seats that are taken, and what is booked on an event that is only announced. */
#define SQL "SELECT e.capacity, "                                                                                                                       \
            "(SELECT sum (s.party) FROM event_signup AS s WHERE s.event = e.id AND s.status IN ('signed_up', 'offered') AND s.role IS NOT 'speaker'), " \
            "e.mode IS 'announced' AND EXISTS (SELECT 1 FROM event_cost AS c WHERE c.event = e.id) FROM event AS e WHERE e.id = ?1"

static gint64
get_seats (CvnRecord *signup)
{
  const char *status = signup != NULL ? cvn_record_get_text (signup, "status") : NULL;

  if (signup == NULL || g_strcmp0 (cvn_record_get_text (signup, "role"), "speaker") == 0 ||
      (g_strcmp0 (status, "signed_up") != 0 && g_strcmp0 (status, "offered") != 0))
    return 0;
  return cvn_record_get_integer (signup, "party");
}

/* Whether the event has less room, or costs where it had none, because of this record: what was so before is not its fault. */
static gboolean
makes_tighter (CvnRecord *before,
               CvnRecord *after)
{
  const char *kind = cvn_record_get_kind (after)->name;

  if (strcmp (kind, "event_cost") == 0)
    return TRUE;
  if (strcmp (kind, "event_signup") == 0)
    return before == NULL || get_seats (after) > get_seats (before) ||
           g_strcmp0 (cvn_record_get_text (before, "event"), cvn_record_get_text (after, "event")) != 0;
  if (before == NULL || g_strcmp0 (cvn_record_get_text (before, "mode"), cvn_record_get_text (after, "mode")) != 0)
    return TRUE;
  return cvn_record_has (after, "capacity") &&
         (!cvn_record_has (before, "capacity") || cvn_record_get_integer (after, "capacity") < cvn_record_get_integer (before, "capacity"));
}

/** cvn_writer_note_event: remembers the event that a record is or belongs to, to be looked at when the change set is complete. */
gboolean
cvn_writer_note_event (CvnWriter *self,
                       CvnRecord *record,
                       GError   **error)
{
  const CvnKind *kind = cvn_record_get_kind (record);
  gboolean       is_event = strcmp (kind->name, "event") == 0;
  g_autoptr (CvnRecord) before = NULL;
  const char *id;
  GError     *failure = NULL;

  /* Other programs, no program, or two desks at a time may have taken more people in than there are seats: what comes from
   * elsewhere is taken as it is. */
  if (self->action == CVN_ACTION_IMPORT || self->action == CVN_ACTION_SYNC || (!is_event && strcmp (kind->name, "event_signup") != 0 && strcmp (kind->name, "event_cost") != 0))
    return TRUE;
  id = is_event ? cvn_record_get_id (record) : cvn_record_get_text (record, "event");
  before = cvn_reader_get (self->reader, kind, cvn_record_get_id (record), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (makes_tighter (before, record))
    g_hash_table_insert (self->events, g_strdup (id), (gpointer) kind->name);
  return TRUE;
}

static gboolean
fail_seats (const char *kind,
            gint64      n_taken,
            gint64      capacity,
            GError    **error)
{
  gboolean is_event = strcmp (kind, "event") == 0;

  if (is_event)
    g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID, _("%lld people have a seat already: the capacity cannot be less."), (long long) n_taken);
  else
    g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID, _("There are %lld seats, and this would take %lld. Put the party on the waiting list."),
                 (long long) capacity, (long long) n_taken);
  cvn_error_set_field (error, is_event ? "capacity" : "party");
  return FALSE;
}

static gboolean
check_event (CvnStatement *statement,
             const char   *id,
             const char   *kind,
             GError      **error)
{
  gboolean has_row = FALSE;
  gint64   capacity;
  gint64   n_taken;
  gboolean costs;

  cvn_statement_bind_text (statement, 1, id);
  if (!cvn_statement_step (statement, &has_row, error))
    return FALSE;
  /* It was deleted later in the same change set. */
  if (!has_row)
    {
      cvn_statement_reset (statement);
      return TRUE;
    }
  capacity = cvn_statement_is_null (statement, 0) ? G_MAXINT64 : cvn_statement_get_integer (statement, 0);
  n_taken = cvn_statement_get_integer (statement, 1);
  costs = cvn_statement_get_integer (statement, 2) != 0;
  cvn_statement_reset (statement);
  if (n_taken > capacity)
    return fail_seats (kind, n_taken, capacity, error);
  if (!costs)
    return TRUE;
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, _("An event that is only announced has no costs or income of the centre."));
  cvn_error_set_field (error, strcmp (kind, "event") == 0 ? "mode" : "event");
  return FALSE;
}

/** cvn_writer_check_events: whether nobody has a seat too many and no announced event has costs; %CVN_ERROR_INVALID names the field of what was changed. */
gboolean
cvn_writer_check_events (CvnWriter *self,
                         GError   **error)
{
  g_autoptr (CvnStatement) statement = NULL;
  GHashTableIter iter;
  gpointer       id;
  gpointer       kind;

  if (g_hash_table_size (self->events) == 0)
    return TRUE;
  statement = cvn_db_prepare (self->db, SQL, error);
  if (statement == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, self->events);
  while (g_hash_table_iter_next (&iter, &id, &kind))
    if (!check_event (statement, id, kind, error))
      return FALSE;
  return TRUE;
}
