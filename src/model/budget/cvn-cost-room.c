/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-cost-room"

#include "cvn-cost-room.h"

#include "cvn-money.h"
#include "cvn-record.h"
#include "cvn-rows.h"
#include "cvn-store.h"

#include <glib/gi18n-lib.h>

/* What is asked: read on another thread, so it has a record of its own. */
typedef struct
{
  CvnRecord  *record;
  CvnLanguage language;
} Question;

/* What a record costs, on which line of which year. */
typedef struct
{
  int      year;   /* 0: nobody bears it */
  char    *line;   /* id of the line that was chosen, or NULL */
  char    *code;   /* of the line that the event names, or NULL */
  char    *id;     /* of the record that the line counts, or NULL */
  char    *ledger; /* that feeds the line when none is named */
  gint64   amount;
  gboolean counts;
} Place;

static const struct
{
  const char *kind;
  const char *field;
} typed[] = {
  { "budget_entry", "amount" },
  { "booking", "cost" },
  { "event", "cost" },
  { "event_cost", "amount" },
};

static void
question_free (Question *question)
{
  g_object_unref (question->record);
  g_free (question);
}

static void
place_clear (Place *place)
{
  g_free (place->line);
  g_free (place->code);
  g_free (place->id);
  g_free (place->ledger);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

/** cvn_cost_room_free: frees an answer. */
void
cvn_cost_room_free (CvnCostRoom *self)
{
  g_free (self->line);
  g_free (self);
}

/** cvn_cost_room_find_field: the field of @kind in which a cost is typed that a line of the budget bears; -1 for other kinds. Any thread. */
int
cvn_cost_room_find_field (const CvnKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    if (g_str_equal (kind->name, typed[i].kind))
      return cvn_kind_find_field (kind, typed[i].field);
  return -1;
}

static int
get_year (CvnRecord  *record,
          const char *field)
{
  const char *day = cvn_record_get_text (record, field);

  return day != NULL ? (int) g_ascii_strtoll (day, NULL, 10) : 0;
}

static gboolean
has_status (CvnRecord         *record,
            const char *const *statuses)
{
  const char *status = cvn_record_get_text (record, "status");

  return status != NULL && g_strv_contains (statuses, status);
}

/* The lines of costs of an event stand in for the cost that was entered with it; @typed_line as it is being typed. */
static gboolean
add_lines (CvnReader *reader,
           CvnRecord *event,
           CvnRecord *typed_line,
           Place     *place,
           GError   **error)
{
  g_autoptr (GPtrArray) lines = NULL;
  gboolean any = typed_line != NULL && cvn_record_has (typed_line, "amount");

  place->amount = any ? cvn_record_get_integer (typed_line, "amount") : 0;
  lines = cvn_record_get_id (event) != NULL ? cvn_rows_find (reader, "event_cost", "event", cvn_record_get_id (event), error) : g_ptr_array_new ();
  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      CvnRecord *line = lines->pdata[i];

      if (g_strcmp0 (cvn_record_get_text (line, "kind"), "cost") != 0 || !cvn_record_has (line, "amount") ||
          (typed_line != NULL && g_strcmp0 (cvn_record_get_id (line), cvn_record_get_id (typed_line)) == 0))
        continue;
      any = TRUE;
      if (!cvn_money_add (place->amount, cvn_record_get_integer (line, "amount"), &place->amount, error))
        return FALSE;
    }
  if (!any)
    place->amount = cvn_record_get_integer (event, "cost");
  return TRUE;
}

static gboolean
find_event_place (CvnReader *reader,
                  CvnRecord *event,
                  CvnRecord *typed_line,
                  Place     *place,
                  GError   **error)
{
  static const char *const counted[] = { "planned", "held", "cancelled", NULL };

  if (cvn_record_get_integer (event, "template") != 0)
    return TRUE;
  place->year = get_year (event, "starts");
  place->code = g_strdup (cvn_record_get_text (event, "budget_code"));
  place->id = g_strdup (cvn_record_get_id (event));
  place->ledger = g_strdup ("events");
  place->counts = has_status (event, counted);
  return add_lines (reader, event, typed_line, place, error);
}

static gboolean
find_line_place (CvnReader *reader,
                 CvnRecord *line,
                 Place     *place,
                 GError   **error)
{
  GError *failure = NULL;
  g_autoptr (CvnRecord) event = NULL;

  if (g_strcmp0 (cvn_record_get_text (line, "kind"), "cost") != 0 || !cvn_record_has (line, "event"))
    return TRUE;
  event = cvn_reader_get (reader, cvn_kind_find ("event"), cvn_record_get_text (line, "event"), &failure);
  if (event != NULL)
    return find_event_place (reader, event, line, place, error);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
find_entry_place (CvnReader *reader,
                  CvnRecord *entry,
                  Place     *place,
                  GError   **error)
{
  GError *failure = NULL;
  g_autoptr (CvnRecord) line = NULL;

  if (!cvn_record_has (entry, "budget_line"))
    return TRUE;
  line = cvn_reader_get (reader, cvn_kind_find ("budget_line"), cvn_record_get_text (entry, "budget_line"), &failure);
  if (line != NULL)
    {
      place->year = (int) cvn_record_get_integer (line, "year");
      place->line = g_strdup (cvn_record_get_id (line));
      place->id = g_strdup (cvn_record_get_id (entry));
      place->amount = cvn_record_get_integer (entry, "amount");
      place->counts = TRUE;
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static void
find_booking_place (CvnRecord *booking,
                    Place     *place)
{
  static const char *const counted[] = { "booked", "delivered", NULL };

  if (g_strcmp0 (cvn_record_get_text (booking, "status"), "cancelled") == 0)
    return;
  place->year = get_year (booking, "date");
  place->id = g_strdup (cvn_record_get_id (booking));
  place->ledger = g_strdup ("bookings");
  place->amount = cvn_record_get_integer (booking, "cost");
  place->counts = has_status (booking, counted);
}

static gboolean
find_place (CvnReader *reader,
            CvnRecord *record,
            Place     *place,
            GError   **error)
{
  const char *kind = cvn_record_get_kind (record)->name;

  if (g_str_equal (kind, "event"))
    return find_event_place (reader, record, NULL, place, error);
  if (g_str_equal (kind, "event_cost"))
    return find_line_place (reader, record, place, error);
  if (g_str_equal (kind, "budget_entry"))
    return find_entry_place (reader, record, place, error);
  if (g_str_equal (kind, "booking"))
    find_booking_place (record, place);
  return TRUE;
}

/* The row of the line that bears it: the one that was chosen, the one that is named, or the one that is fed. */
static int
find_row (CvnTable    *room,
          const Place *place)
{
  int fed = -1;

  for (guint row = 0; row < cvn_table_get_n_rows (room); row++)
    {
      if (place->line != NULL ? g_strcmp0 (cvn_table_get_text (room, row, "id"), place->line) == 0
                              : place->code != NULL && g_strcmp0 (cvn_table_get_text (room, row, "line"), place->code) == 0)
        return (int) row;
      if (place->line == NULL && g_strcmp0 (cvn_table_get_text (room, row, "feeds"), place->ledger) == 0)
        fed = (int) row;
    }
  return fed;
}

static gpointer
read_room (CvnReader    *reader,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  Question          *question = data;
  CvnFigureArguments arguments = { 0 };
  g_auto (Place) place = { 0 };
  g_autoptr (CvnTable) room = NULL;
  g_autoptr (CvnCostRoom) answer = g_new0 (CvnCostRoom, 1);
  g_autofree char *today = NULL;
  int              row;

  if (!find_place (reader, question->record, &place, error))
    return NULL;
  answer->counts = place.counts;
  if (place.year == 0)
    return g_steal_pointer (&answer);
  today = g_strdup_printf ("%04d-12-31", place.year); /* of costs, what is used is so on any day */
  arguments.year = place.year;
  arguments.today = today;
  arguments.record = place.id;
  room = cvn_reader_figure (reader, "budget-room", &arguments, error);
  if (room == NULL)
    return NULL;
  row = find_row (room, &place);
  if (row < 0)
    return g_steal_pointer (&answer);
  answer->line = g_strdup (cvn_table_get_text (room, (guint) row, question->language == CVN_LANGUAGE_EN ? "label_en" : "label"));
  answer->verdict = cvn_budget_limit_check (cvn_budget_limit_from_code (cvn_table_get_text (room, (guint) row, "over_budget")),
                                            cvn_table_get_integer (room, (guint) row, "amount"), cvn_table_get_integer (room, (guint) row, "used"),
                                            cvn_table_get_integer (room, (guint) row, "own"), place.amount, &answer->over);
  return g_steal_pointer (&answer);
}

/**
 * cvn_cost_room_read_async:
 * @record: as it is being typed, stored or not; of a kind that cvn_cost_room_find_field() knows
 *
 * Looks which line of the budget would bear the cost, and whether it has room for it. Main thread.
 */
void
cvn_cost_room_read_async (CvnCentre          *centre,
                          CvnRecord          *record,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  Question *question = g_new0 (Question, 1);

  question->record = cvn_record_copy (record);
  question->language = cvn_interface_language ();
  cvn_store_read_async (cvn_centre_get_store (centre), read_room, question, (GDestroyNotify) question_free, (GDestroyNotify) cvn_cost_room_free,
                        cancellable, callback, user_data);
}

/** cvn_cost_room_read_finish: (transfer full): the answer. */
CvnCostRoom *
cvn_cost_room_read_finish (GAsyncResult *result,
                           GError      **error)
{
  g_autoptr (CvnStore) store = CVN_STORE (g_async_result_get_source_object (result));

  return cvn_store_read_finish (store, result, error);
}

/** cvn_cost_room_dup_text: (transfer full) (nullable): a sentence for who types the cost; NULL when there is room for it. */
char *
cvn_cost_room_dup_text (const CvnCostRoom *self)
{
  g_autofree char *over = NULL;

  if (self->verdict == CVN_BUDGET_FITS)
    return NULL;
  over = cvn_money_format_euro (self->over, cvn_interface_language ());
  if (!self->counts)
    return g_strdup_printf (_("Once this is confirmed, it is %1$s more than “%2$s” has room for."), over, self->line);
  if (self->verdict == CVN_BUDGET_REFUSED)
    return g_strdup_printf (_("This is %1$s more than “%2$s” has room for: amend the budget first, or lower the amount."), over, self->line);
  return g_strdup_printf (_("This is %1$s more than “%2$s” has room for. It can be entered all the same."), over, self->line);
}
