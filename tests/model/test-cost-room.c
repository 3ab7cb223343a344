/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-cost-room"

#include "cvn-cost-room.h"
#include "cvn-error.h"
#include "cvn-store.h"
#include "sample.h"

/* Costs that their line of the budget has no room for: said while they are typed, refused when the line says so. */

#define TODAY "2020-12-31"

typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->store = sample_open (&fixture->folder);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  cvn_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  cvn_test_folder_remove (&fixture->folder);
}

static char *
find_line (Fixture    *fixture,
           int         year,
           const char *code)
{
  g_autoptr (CvnTable) table = sample_figure (fixture->store, "budget-lines", year, TODAY, NULL, FALSE);

  for (guint i = 0; i < cvn_table_get_n_rows (table); i++)
    if (g_strcmp0 (cvn_table_get_text (table, i, "line"), code) == 0)
      return g_strdup (cvn_table_get_text (table, i, "id"));
  g_error ("no line %s", code);
  return NULL;
}

static CvnRecord *
make_entry (const char *line,
            const char *date,
            gint64      amount)
{
  CvnRecord *entry = cvn_record_new (cvn_kind_find ("budget_entry"));

  cvn_record_set_text (entry, "budget_line", line);
  cvn_record_set_text (entry, "date", date);
  cvn_record_set_text (entry, "description", "E");
  cvn_record_set_text (entry, "status", "actual");
  cvn_record_set_integer (entry, "amount", amount);
  return entry;
}

static gint64
apply (Fixture   *fixture,
       CvnAction  action,
       CvnRecord *record,
       GError   **error)
{
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (action, cvn_record_get_kind (record), NULL);

  cvn_change_set_add (changes, record);
  return cvn_store_apply (fixture->store, changes, error);
}

/* A cost line of 2031 with a budget of 1,000 euros. */
static CvnRecord *
make_line (const char *code,
           const char *ledger,
           const char *limit)
{
  CvnRecord *line = cvn_record_new (cvn_kind_find ("budget_line"));

  cvn_record_set_id (line, code);
  cvn_record_set_integer (line, "year", 2031);
  cvn_record_set_text (line, "line", code);
  cvn_record_set_text (line, "kind", "cost");
  cvn_record_set_text (line, "description_nl", code);
  cvn_record_set_text (line, "ledger", ledger);
  cvn_record_set_text (line, "over_budget", limit);
  cvn_record_set_integer (line, "budget", 100000);
  return line;
}

static void
add_line (Fixture    *fixture,
          const char *code,
          const char *ledger,
          const char *limit)
{
  g_autoptr (CvnRecord) line = make_line (code, ledger, limit);

  cvn_test_put (fixture->store, line);
}

static CvnRecord *
make_event (const char *id,
            gint64      cost,
            const char *code)
{
  CvnRecord *event = cvn_record_new (cvn_kind_find ("event"));

  cvn_record_set_id (event, id);
  cvn_record_set_text (event, "title_nl", id);
  cvn_record_set_text (event, "starts", "2031-05-01T18:00");
  cvn_record_set_text (event, "status", "held");
  cvn_record_set_integer (event, "cost", cost);
  cvn_record_set_text (event, "budget_code", code);
  return event;
}

static CvnRecord *
make_event_cost (const char *event,
                 gint64      amount)
{
  CvnRecord *cost = cvn_record_new (cvn_kind_find ("event_cost"));

  cvn_record_set_text (cost, "event", event);
  cvn_record_set_text (cost, "text", "Zaal");
  cvn_record_set_text (cost, "kind", "cost");
  cvn_record_set_integer (cost, "amount", amount);
  return cost;
}

static CvnRecord *
make_booking (Fixture    *fixture,
              const char *status,
              gint64      cost)
{
  CvnRecord       *booking = cvn_record_new (cvn_kind_find ("booking"));
  g_autofree char *company = sample_find (fixture->store, "organisation", "gem-katwijk");
  g_autoptr (CvnRecord) programme = cvn_record_new (cvn_kind_find ("programme"));

  cvn_record_set_id (programme, "g");
  cvn_record_set_text (programme, "name_nl", "G");
  cvn_record_set_integer (programme, "price", 100);
  cvn_test_put (fixture->store, programme);
  cvn_record_set_text (booking, "organisation", company);
  cvn_record_set_text (booking, "programme", "g");
  cvn_record_set_text (booking, "date", "2031-03-01");
  cvn_record_set_text (booking, "status", status);
  cvn_record_set_integer (booking, "net", 1000);
  cvn_record_set_integer (booking, "cost", cost);
  return booking;
}

static void
apply_refused (Fixture    *fixture,
               CvnRecord  *record,
               const char *field)
{
  g_autoptr (GError) error = NULL;

  apply (fixture, CVN_ACTION_ADD, record, &error);
  g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
  g_assert_cmpstr (cvn_error_get_field (error), ==, field);
}

static void
apply_taken (Fixture   *fixture,
             CvnAction  action,
             CvnRecord *record)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (apply (fixture, action, record, &error), >, 0);
  g_assert_no_error (error);
}

/* A line that stops refuses a cost wherever it is entered: by hand, with an event or in a line of it, on a line that the event
 * names, or as what a provider asks; what comes from a file has happened. */
static void
test_stops_everywhere (Fixture      *fixture,
                       gconstpointer data)
{
  g_autofree char *stops = find_line (fixture, 2020, "K01");
  g_autoptr (CvnRecord) over = make_entry (stops, "2020-03-01", 1);
  g_autoptr (CvnRecord) imported = make_entry (stops, "2020-03-01", 1);
  g_autoptr (CvnRecord) cheap = make_event ("cheap", 60000, NULL);
  g_autoptr (CvnRecord) dear = make_event ("dear", 40001, NULL);
  g_autoptr (CvnRecord) own = make_event ("own", 100001, "K91");
  g_autoptr (CvnRecord) line = make_event_cost ("cheap", 60001);
  g_autoptr (CvnRecord) quoted = make_booking (fixture, "quoted", 100001);
  g_autoptr (CvnRecord) booked = make_booking (fixture, "booked", 100001);

  apply_refused (fixture, over, "amount");
  apply_taken (fixture, CVN_ACTION_IMPORT, imported);
  add_line (fixture, "K90", "events", "stop");
  add_line (fixture, "K91", NULL, "stop");
  add_line (fixture, "K92", "bookings", "stop");
  apply_taken (fixture, CVN_ACTION_ADD, cheap);
  apply_refused (fixture, dear, "cost");
  cvn_record_set_integer (dear, "cost", 40000);
  apply_taken (fixture, CVN_ACTION_ADD, dear);
  /* Its lines stand in for what was entered with the event. */
  apply_refused (fixture, line, "amount");
  cvn_record_set_integer (line, "amount", 60000);
  apply_taken (fixture, CVN_ACTION_ADD, line);
  apply_refused (fixture, own, "cost");
  cvn_record_set_integer (own, "cost", 100000);
  apply_taken (fixture, CVN_ACTION_ADD, own);
  apply_refused (fixture, booked, "cost");
  apply_taken (fixture, CVN_ACTION_ADD, quoted);
  cvn_record_set_integer (booked, "cost", 100000);
  apply_taken (fixture, CVN_ACTION_ADD, booked);
}

/* Everything of a change set counts, in whatever order it stands there: the cost, what bears it, and when that stops. */
static void
test_stops_in_any_order (Fixture      *fixture,
                         gconstpointer data)
{
  static const gint64 amounts[] = { 100001, 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_ADD, cvn_kind_find ("budget_entry"), NULL);
      g_autoptr (CvnRecord) line = make_line ("K93", NULL, "stop");
      g_autoptr (CvnRecord) entry = make_entry ("K93", "2031-03-01", amounts[i]);
      g_autoptr (CvnRecord) fed = make_line ("K94", "events", "stop");
      g_autoptr (CvnRecord) event = make_event ("fed", amounts[i], NULL);
      g_autoptr (GError) error = NULL;

      cvn_change_set_add (changes, entry);
      cvn_change_set_add (changes, line);
      g_assert_cmpint (cvn_store_apply (fixture->store, changes, &error) > 0, ==, amounts[i] == 100000);
      g_assert_cmpint (g_error_matches (error, CVN_ERROR, CVN_ERROR_INVALID), ==, amounts[i] > 100000);
      g_clear_error (&error);
      g_clear_pointer (&changes, cvn_change_set_unref);
      changes = cvn_change_set_new (CVN_ACTION_ADD, cvn_kind_find ("event"), NULL);
      cvn_change_set_add (changes, event);
      cvn_change_set_add (changes, fed);
      g_assert_cmpint (cvn_store_apply (fixture->store, changes, &error) > 0, ==, amounts[i] == 100000);
      g_assert_cmpint (g_error_matches (error, CVN_ERROR, CVN_ERROR_INVALID), ==, amounts[i] > 100000);
    }
}

/* A line that only warned and stops from now on refuses the cost that comes with that; what it bore before stays. */
static void
test_stops_from_now_on (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (CvnRecord) before = make_line ("K95", NULL, "warn");
  g_autoptr (CvnRecord) after = make_line ("K95", NULL, "stop");
  g_autoptr (CvnRecord) borne = make_entry ("K95", "2031-03-01", 100001);
  g_autoptr (CvnRecord) entry = make_entry ("K95", "2031-03-02", 1);
  g_autoptr (CvnChangeSet) both = cvn_change_set_new (CVN_ACTION_EDIT, cvn_kind_find ("budget_line"), NULL);
  g_autoptr (CvnChangeSet) alone = cvn_change_set_new (CVN_ACTION_EDIT, cvn_kind_find ("budget_line"), NULL);
  g_autoptr (GError) error = NULL;

  add_line (fixture, "K95", NULL, "warn");
  apply_taken (fixture, CVN_ACTION_ADD, borne);
  cvn_change_set_add (both, entry);
  cvn_change_set_edit (both, before, after);
  cvn_store_apply (fixture->store, both, &error);
  g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
  g_clear_error (&error);
  cvn_change_set_edit (alone, before, after);
  g_assert_cmpint (cvn_store_apply (fixture->store, alone, &error), >, 0);
  g_assert_no_error (error);
}

static CvnCentre *
open_centre (Fixture *fixture)
{
  CvnCentre *centre = cvn_centre_new ();

  cvn_centre_take_store (centre, g_object_ref (fixture->store));
  while (!g_str_equal (cvn_centre_get_today (centre), TODAY))
    g_main_context_iteration (NULL, TRUE);
  return centre;
}

static void
close_centre (CvnCentre *centre)
{
  cvn_centre_close (centre);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (centre);
}

static void
room_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GError) error = NULL;
  CvnCostRoom **room = data;

  *room = cvn_cost_room_read_finish (result, &error);
  g_assert_no_error (error);
}

/* What is said while @record is typed: by how much it is too much, and of which line. */
static void
assert_room (CvnCentre       *centre,
             CvnRecord       *record,
             CvnBudgetVerdict verdict,
             gint64           over,
             const char      *line,
             gboolean         counts)
{
  g_autoptr (CvnCostRoom) room = NULL;
  g_autofree char *text = NULL;

  cvn_cost_room_read_async (centre, record, NULL, room_cb, &room);
  while (room == NULL)
    g_main_context_iteration (NULL, TRUE);
  text = cvn_cost_room_dup_text (room);
  g_test_message ("%s", text != NULL ? text : "–");
  g_assert_cmpint (room->verdict, ==, verdict);
  g_assert_cmpint (room->over, ==, over);
  g_assert_cmpstr (room->line, ==, line);
  g_assert_cmpint (room->counts, ==, counts);
  g_assert_true ((text != NULL) == (verdict != CVN_BUDGET_FITS));
}

/* Before it is saved: the same line and the same amount as what is refused when it is. */
static void
test_room (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (CvnRecord) stored = make_event ("stored", 60000, NULL);
  g_autoptr (CvnRecord) event = make_event (NULL, 40001, NULL);
  g_autoptr (CvnRecord) named = make_event (NULL, 100001, "K91");
  g_autoptr (CvnRecord) first = make_event_cost ("stored", 100001);
  g_autoptr (CvnRecord) second = make_event_cost ("stored", 30001);
  g_autoptr (CvnRecord) booking = make_booking (fixture, "booked", 100002);
  g_autoptr (CvnRecord) entry = make_entry ("K91", "2031-01-01", 100003);
  CvnCentre *centre;

  add_line (fixture, "K90", "events", "warn");
  add_line (fixture, "K91", NULL, "stop");
  centre = open_centre (fixture);
  assert_room (centre, event, CVN_BUDGET_FITS, 0, "K90", TRUE);
  apply_taken (fixture, CVN_ACTION_ADD, stored);
  assert_room (centre, event, CVN_BUDGET_OVER, 1, "K90", TRUE);
  assert_room (centre, named, CVN_BUDGET_REFUSED, 1, "K91", TRUE);
  assert_room (centre, entry, CVN_BUDGET_REFUSED, 3, "K91", TRUE);
  /* The first line stands in for what was entered with the event, the second comes on top of it. */
  assert_room (centre, first, CVN_BUDGET_OVER, 1, "K90", TRUE);
  cvn_record_set_integer (first, "amount", 70000);
  apply_taken (fixture, CVN_ACTION_ADD, first);
  assert_room (centre, second, CVN_BUDGET_OVER, 1, "K90", TRUE);
  cvn_record_set_integer (stored, "cost", 999999);
  assert_room (centre, stored, CVN_BUDGET_FITS, 0, "K90", TRUE);
  /* No line is for the providers yet; a request counts once it is confirmed. */
  assert_room (centre, booking, CVN_BUDGET_FITS, 0, NULL, TRUE);
  add_line (fixture, "K92", "bookings", "warn");
  assert_room (centre, booking, CVN_BUDGET_OVER, 2, "K92", TRUE);
  cvn_record_set_text (booking, "status", "requested");
  assert_room (centre, booking, CVN_BUDGET_OVER, 2, "K92", FALSE);
  cvn_record_set_text (booking, "status", "cancelled");
  assert_room (centre, booking, CVN_BUDGET_FITS, 0, NULL, FALSE);
  g_assert_cmpint (cvn_cost_room_find_field (cvn_kind_find ("invoice")), ==, -1);
  close_centre (centre);
}

#define ADD(name, func) g_test_add ("/model/cost-room/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("stops-everywhere", test_stops_everywhere);
  ADD ("stops-in-any-order", test_stops_in_any_order);
  ADD ("stops-from-now-on", test_stops_from_now_on);
  ADD ("said-while-typing", test_room);
  return g_test_run ();
}
