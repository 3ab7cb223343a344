/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-events"

#include "store-support.h"

#include "cvn-error.h"
#include "cvn-event-operations.h"

#define TODAY "2020-03-01"

typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
  char         *event;
} Fixture;

static char *
put (Fixture   *fixture,
     CvnRecord *record)
{
  cvn_test_put (fixture->store, record);
  return g_strdup (cvn_record_get_id (record));
}

static CvnRecord *
make_event (const char *starts,
            const char *ends)
{
  CvnRecord *event = cvn_record_new (cvn_kind_find ("event"));

  cvn_record_set_text (event, "title_nl", "Borrel");
  cvn_record_set_text (event, "starts", starts);
  cvn_record_set_text (event, "ends", ends);
  cvn_record_set_text (event, "time_zone", "Europe/Amsterdam");
  cvn_record_set_text (event, "mode", "own");
  cvn_record_set_text (event, "status", "planned");
  return event;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (CvnRecord) event = make_event ("2020-03-12T18:00", "2020-03-12T20:30");

  cvn_test_folder_make (&fixture->folder);
  cvn_test_folder_make_centre (&fixture->folder);
  fixture->store = cvn_store_open (fixture->folder.path, 0, "tester", NULL);
  cvn_record_set_integer (event, "capacity", 20);
  cvn_record_set_integer (event, "cost_budget", 40000);
  fixture->event = put (fixture, event);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  cvn_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  g_free (fixture->event);
  cvn_test_folder_remove (&fixture->folder);
}

static char *
run (Fixture      *fixture,
     CvnOperation *operation)
{
  g_autoptr (CvnOperation) owned = operation;
  g_autoptr (GError) error = NULL;

  cvn_operation_run (owned, fixture->store, &error);
  g_assert_no_error (error);
  return g_strdup (cvn_operation_get_id (owned));
}

static void
run_quietly (Fixture      *fixture,
             CvnOperation *operation)
{
  g_autofree char *id = run (fixture, operation);
}

static void
refuse (Fixture      *fixture,
        CvnOperation *operation,
        const char   *field)
{
  g_autoptr (CvnOperation) owned = operation;
  g_autoptr (GError) error = NULL;

  cvn_operation_run (owned, fixture->store, &error);
  g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_cmpstr (cvn_error_get_field (error), ==, field);
}

static char *
sign_up (Fixture    *fixture,
         const char *label,
         gint64      people,
         const char *role)
{
  g_autoptr (CvnRecord) signup = cvn_record_new (cvn_kind_find ("event_signup"));

  cvn_record_set_text (signup, "event", fixture->event);
  cvn_record_set_text (signup, "label", label);
  cvn_record_set_integer (signup, "party", people);
  cvn_record_set_text (signup, "role", role);
  return run (fixture, cvn_event_sign_up_new (signup, TODAY));
}

static gint64
ask (Fixture    *fixture,
     const char *sql)
{
  return cvn_test_integer (fixture->folder.path, sql);
}

static void
assert_status (Fixture    *fixture,
               const char *id,
               const char *status)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM event_signup WHERE id = '%s' AND status = '%s'", id, status);

  g_assert_cmpint (ask (fixture, sql), ==, 1);
}

/* Feature 40: twenty seats, of which a speaker takes none; a seat that becomes free goes to the first party that fits. */
static void
test_waiting_list (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *before = cvn_test_dump (fixture->folder.path);
  g_autofree char *crowd = sign_up (fixture, "Crowd", 18, NULL);
  g_autofree char *pair = sign_up (fixture, "Pair", 2, NULL);
  g_autofree char *speaker = sign_up (fixture, "Speaker", 1, "speaker");
  g_autofree char *family = sign_up (fixture, "Family", 3, NULL);
  g_autofree char *couple = sign_up (fixture, "Couple", 2, NULL);
  g_autofree char *after = NULL;

  assert_status (fixture, speaker, "signed_up");
  assert_status (fixture, family, "waiting");
  assert_status (fixture, couple, "waiting");
  run_quietly (fixture, cvn_event_cancel_signup_new (pair, TODAY));
  assert_status (fixture, pair, "cancelled");
  assert_status (fixture, family, "waiting");
  assert_status (fixture, couple, "offered");
  g_assert_cmpint (ask (fixture, "SELECT offer_until = '2020-03-08' FROM event_signup WHERE status = 'offered'"), ==, 1);
  refuse (fixture, cvn_event_take_offer_new (couple, "2020-03-09"), "offer_until");
  run_quietly (fixture, cvn_event_pass_on_new (fixture->event, "2020-03-09"));
  assert_status (fixture, couple, "lapsed");
  assert_status (fixture, family, "waiting");
  run_quietly (fixture, cvn_event_cancel_signup_new (crowd, "2020-03-09"));
  assert_status (fixture, family, "offered");
  run_quietly (fixture, cvn_event_take_offer_new (family, "2020-03-10"));
  assert_status (fixture, family, "signed_up");
  g_assert_cmpint (ask (fixture, "SELECT signed_up FROM event_total"), ==, 3);
  while (cvn_store_undo (fixture->store, NULL) > 0 && ask (fixture, "SELECT count(*) FROM event_signup") > 0)
    continue;
  after = cvn_test_dump (fixture->folder.path);
  g_assert_cmpstr (after, ==, before);
}

/* Whatever form it comes from: nobody gets a seat that is not there, and none is taken away from under people. */
static void
test_seats (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *crowd = sign_up (fixture, "Crowd", 18, NULL);
  g_autofree char *family = sign_up (fixture, "Family", 3, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) too_small = NULL;
  g_autoptr (CvnRecord) event = cvn_test_get (fixture->store, "event", fixture->event);
  g_autoptr (CvnRecord) smaller = cvn_record_copy (event);
  g_autoptr (CvnChangeSet) change = cvn_change_set_new (CVN_ACTION_EDIT, cvn_kind_find ("event"), NULL);

  refuse (fixture, cvn_event_take_offer_new (family, TODAY), "party");
  cvn_record_set_integer (smaller, "capacity", 17);
  cvn_change_set_edit (change, event, smaller);
  g_assert_cmpint (cvn_store_apply (fixture->store, change, &too_small), <=, 0);
  g_assert_error (too_small, CVN_ERROR, CVN_ERROR_INVALID);
  g_assert_cmpstr (cvn_error_get_field (too_small), ==, "capacity");
  assert_status (fixture, family, "waiting");
  g_assert_nonnull (crowd);
}

/* 200 ticks, and never more heads than people. */
static void
test_attendance (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (CvnRecord) event = cvn_test_get (fixture->store, "event", fixture->event);
  g_autoptr (CvnRecord) larger = cvn_record_copy (event);
  g_autoptr (CvnChangeSet) change = cvn_change_set_new (CVN_ACTION_EDIT, cvn_kind_find ("event"), NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  cvn_record_set_integer (larger, "capacity", 400);
  cvn_change_set_edit (change, event, larger);
  g_assert_cmpint (cvn_store_apply (fixture->store, change, NULL), >, 0);
  for (guint i = 0; i < 200; i++)
    g_ptr_array_add (ids, sign_up (fixture, "Party", 2, NULL));
  before = cvn_test_dump (fixture->folder.path);
  for (guint i = 0; i < ids->len; i++)
    run_quietly (fixture, cvn_event_attend_new (ids->pdata[i], i % 2 + 1));
  g_assert_cmpint (ask (fixture, "SELECT attended FROM event_total"), ==, 300);
  refuse (fixture, cvn_event_attend_new (ids->pdata[0], 3), "attended");
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpint (cvn_store_undo (fixture->store, NULL), >, 0);
  after = cvn_test_dump (fixture->folder.path);
  g_assert_cmpstr (after, ==, before);
}

static void
add_parts (Fixture *fixture)
{
  g_autoptr (CvnRecord) channel = cvn_record_new (cvn_kind_find ("channel"));
  g_autoptr (CvnRecord) silent = cvn_record_new (cvn_kind_find ("channel"));
  g_autoptr (CvnRecord) task = cvn_record_new (cvn_kind_find ("task"));
  g_autoptr (CvnRecord) cost = cvn_record_new (cvn_kind_find ("event_cost"));
  g_autofree char *website = NULL;

  cvn_record_set_text (channel, "name_nl", "Website");
  cvn_record_set_integer (channel, "lead_days", 21);
  website = put (fixture, channel);
  cvn_record_set_text (silent, "name_nl", "Balie");
  g_free (put (fixture, silent));
  cvn_record_set_text (task, "title", "Zaal reserveren");
  cvn_record_set_text (task, "event", fixture->event);
  cvn_record_set_text (task, "due", "2020-02-12");
  run_quietly (fixture, cvn_task_add_new (task));
  cvn_record_set_text (cost, "event", fixture->event);
  cvn_record_set_text (cost, "text", "Zaal");
  cvn_record_set_text (cost, "kind", "cost");
  cvn_record_set_integer (cost, "amount", 25000);
  g_free (put (fixture, cost));
  run_quietly (fixture, cvn_event_plan_publications_new (fixture->event));
  run_quietly (fixture, cvn_event_publish_new (fixture->event, website, TODAY));
}

/* Feature 36: the tasks come along with shifted dates, who signed up does not. */
static void
test_copy (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *sql = NULL;

  add_parts (fixture);
  g_free (sign_up (fixture, "Crowd", 18, NULL));
  before = cvn_test_dump (fixture->folder.path);
  refuse (fixture, cvn_event_copy_new (fixture->event, "2021-03-28T02:30", FALSE), "starts");
  refuse (fixture, cvn_event_copy_new (fixture->event, "soon", FALSE), "starts");
  copy = run (fixture, cvn_event_copy_new (fixture->event, "2021-03-11T19:00", FALSE));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM event WHERE starts = '2021-03-11T19:00' AND ends = '2021-03-11T21:30' AND status = 'planned'"), ==, 1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM task WHERE due = '2021-02-10' AND done_on IS NULL"), ==, 1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM event_publication WHERE due = '2021-02-18' AND done_on IS NULL"), ==, 1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM event_cost WHERE budget = 25000 AND amount IS NULL"), ==, 1);
  sql = g_strdup_printf ("SELECT count(*) FROM event_signup WHERE event = '%s'", copy);
  g_assert_cmpint (ask (fixture, sql), ==, 0);
  g_assert_cmpint (cvn_store_undo (fixture->store, NULL), >, 0);
  after = cvn_test_dump (fixture->folder.path);
  g_assert_cmpstr (after, ==, before);
}

static void
test_move (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (CvnRecord) night = make_event ("2020-03-28T02:15", "2020-03-28T05:00");
  g_autofree char *id = NULL;

  add_parts (fixture);
  id = put (fixture, night);
  before = cvn_test_dump (fixture->folder.path);
  run_quietly (fixture, cvn_event_move_new (fixture->event, 7));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM event WHERE starts = '2020-03-19T18:00' AND ends = '2020-03-19T20:30'"), ==, 1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM task WHERE due = '2020-02-19'"), ==, 1);
  /* It was published: that day stays. */
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM event_publication WHERE due = '2020-02-20'"), ==, 1);
  refuse (fixture, cvn_event_move_new (id, 1), "starts");
  g_assert_cmpint (cvn_store_undo (fixture->store, NULL), >, 0);
  after = cvn_test_dump (fixture->folder.path);
  g_assert_cmpstr (after, ==, before);
}

/* Feature 47: each part is filled in or waived. */
static void
test_close (Fixture      *fixture,
            gconstpointer data)
{
  CvnEventClosing  closing = { .attended = -1, .cost = -1 };
  g_autofree char *signup = sign_up (fixture, "Crowd", 18, NULL);

  refuse (fixture, cvn_event_close_new (fixture->event, &closing, TODAY), "starts");
  refuse (fixture, cvn_event_close_new (fixture->event, &closing, "2020-03-12"), "attended");
  closing.attended = 19;
  refuse (fixture, cvn_event_close_new (fixture->event, &closing, "2020-03-13"), "attended");
  closing.attended = 15;
  refuse (fixture, cvn_event_close_new (fixture->event, &closing, "2020-03-13"), "cost");
  closing.cost = 38000;
  refuse (fixture, cvn_event_close_new (fixture->event, &closing, "2020-03-13"), "lessons");
  closing.waive_lessons = TRUE;
  run_quietly (fixture, cvn_event_close_new (fixture->event, &closing, "2020-03-13"));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM event WHERE status = 'held' AND attended = 15 AND cost = 38000 AND waived = 'lessons' AND closed_on = '2020-03-13'"), ==, 1);
  refuse (fixture, cvn_event_move_new (fixture->event, 1), "starts");
  refuse (fixture, cvn_event_cancel_new (fixture->event), "status");
}

/* An event that others organise costs the centre nothing and has no list here. */
static void
test_announced (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (CvnRecord) event = make_event ("2020-04-27T10:00", NULL);
  g_autoptr (CvnRecord) cost = cvn_record_new (cvn_kind_find ("event_cost"));
  g_autoptr (CvnRecord) signup = cvn_record_new (cvn_kind_find ("event_signup"));
  g_autoptr (CvnChangeSet) change = cvn_change_set_new (CVN_ACTION_ADD, cvn_kind_find ("event_cost"), NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  cvn_record_set_text (event, "mode", "announced");
  id = put (fixture, event);
  cvn_record_set_text (cost, "event", id);
  cvn_record_set_text (cost, "text", "Zaal");
  cvn_record_set_text (cost, "kind", "cost");
  cvn_record_set_integer (cost, "amount", 25000);
  cvn_change_set_add (change, cost);
  g_assert_cmpint (cvn_store_apply (fixture->store, change, &error), <=, 0);
  g_assert_cmpstr (cvn_error_get_field (error), ==, "event");
  cvn_record_set_text (signup, "event", id);
  cvn_record_set_text (signup, "label", "Family");
  cvn_record_set_integer (signup, "party", 3);
  refuse (fixture, cvn_event_sign_up_new (signup, TODAY), "event");
}

/* A count that was entered by hand is not replaced by a list of one. */
static void
test_counts (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (CvnRecord) event = make_event ("2020-04-27T10:00", NULL);
  g_autoptr (CvnRecord) signup = cvn_record_new (cvn_kind_find ("event_signup"));
  g_autofree char *id = NULL;

  cvn_record_set_integer (event, "signed_up", 41);
  id = put (fixture, event);
  cvn_record_set_text (signup, "event", id);
  cvn_record_set_text (signup, "label", "Family");
  cvn_record_set_integer (signup, "party", 3);
  refuse (fixture, cvn_event_sign_up_new (signup, TODAY), "event");
}

static char *
add_task (Fixture    *fixture,
          const char *title)
{
  g_autoptr (CvnRecord) task = cvn_record_new (cvn_kind_find ("task"));

  cvn_record_set_text (task, "title", title);
  cvn_record_set_text (task, "event", fixture->event);
  return run (fixture, cvn_task_add_new (task));
}

static void
test_tasks (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *first = add_task (fixture, "A");
  g_autofree char *second = add_task (fixture, "B");
  g_autofree char *third = add_task (fixture, "C");

  g_assert_cmpint (ask (fixture, "SELECT group_concat(title, '') = 'ABC' FROM (SELECT title FROM task ORDER BY position)"), ==, 1);
  run_quietly (fixture, cvn_task_move_new (third, -2));
  g_assert_cmpint (ask (fixture, "SELECT group_concat(title, '') = 'CAB' FROM (SELECT title FROM task ORDER BY position)"), ==, 1);
  run_quietly (fixture, cvn_task_move_new (first, 9));
  g_assert_cmpint (ask (fixture, "SELECT group_concat(title, '') = 'CBA' FROM (SELECT title FROM task ORDER BY position)"), ==, 1);
  run_quietly (fixture, cvn_task_finish_new (second, TODAY));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM task WHERE done_on = '" TODAY "'"), ==, 1);
}

static void
add_channel (Fixture    *fixture,
             const char *name,
             gint64      lead_days)
{
  g_autoptr (CvnRecord) channel = cvn_record_new (cvn_kind_find ("channel"));

  cvn_record_set_text (channel, "name_nl", name);
  if (lead_days >= 0)
    cvn_record_set_integer (channel, "lead_days", lead_days);
  g_free (put (fixture, channel));
}

/* Saves an event as a form does. */
static void
save (Fixture   *fixture,
      CvnAction  action,
      CvnRecord *before,
      CvnRecord *after)
{
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (action, cvn_kind_find ("event"), "Borrel");

  if (before == NULL)
    cvn_change_set_add (changes, after);
  else if (after == NULL)
    cvn_change_set_delete (changes, before);
  else
    cvn_change_set_edit (changes, before, after);
  run_quietly (fixture, cvn_event_save_new (changes, TODAY));
}

/* Feature 42: an event on day D makes the dated cells of its channels, moves them along and takes them away, each in its one step. */
static void
test_save (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (CvnRecord) event = make_event ("2020-05-28T20:00", "2020-05-28T22:00");
  g_autoptr (CvnRecord) past = make_event ("2020-02-06T19:30", NULL);
  g_autoptr (CvnRecord) template = make_event ("2020-05-28T20:00", NULL);
  g_autoptr (CvnRecord) stored = NULL;
  g_autoptr (CvnRecord) later = NULL;
  g_autoptr (CvnRecord) last = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_channel (fixture, "Website", 28);
  add_channel (fixture, "Nieuwsbrief", 0);
  add_channel (fixture, "Balie", -1);
  before = cvn_test_dump (fixture->folder.path);
  cvn_record_set_integer (template, "template", 1);
  save (fixture, CVN_ACTION_ADD, NULL, past);
  save (fixture, CVN_ACTION_ADD, NULL, template);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM event_publication"), ==, 0);
  save (fixture, CVN_ACTION_ADD, NULL, event);
  g_assert_cmpint (ask (fixture, "SELECT group_concat(due, ' ') = '2020-04-30 2020-05-28' FROM (SELECT due FROM event_publication ORDER BY due)"), ==, 1);
  stored = cvn_test_get (fixture->store, "event", cvn_record_get_id (event));
  later = cvn_record_copy (stored);
  cvn_record_set_text (later, "starts", "2020-05-29T19:00");
  cvn_record_set_text (later, "ends", "2020-05-29T22:00");
  save (fixture, CVN_ACTION_EDIT, stored, later);
  g_assert_cmpint (ask (fixture, "SELECT group_concat(due, ' ') = '2020-05-01 2020-05-29' FROM (SELECT due FROM event_publication ORDER BY due)"), ==, 1);
  last = cvn_test_get (fixture->store, "event", cvn_record_get_id (event));
  save (fixture, CVN_ACTION_DELETE, last, NULL);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM event_publication"), ==, 0);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (cvn_store_undo (fixture->store, NULL), >, 0);
  after = cvn_test_dump (fixture->folder.path);
  g_assert_cmpstr (after, ==, before);
}

/* A template that was planned in two channels is copied into those two, one that was planned in none into all. */
static void
test_template (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *template = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *other = NULL;
  g_autofree char *sql = NULL;

  template = run (fixture, cvn_event_copy_new (fixture->event, "2020-03-12T18:00", TRUE));
  add_channel (fixture, "Website", 28);
  add_channel (fixture, "Nieuwsbrief", 14);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM event_publication"), ==, 0);
  copy = run (fixture, cvn_event_copy_new (template, "2020-06-04T18:00", FALSE));
  g_assert_cmpint (ask (fixture, "SELECT group_concat(due, ' ') = '2020-05-07 2020-05-21' FROM (SELECT due FROM event_publication ORDER BY due)"), ==, 1);
  add_channel (fixture, "Expat Information", 35);
  other = run (fixture, cvn_event_copy_new (copy, "2020-07-02T18:00", FALSE));
  sql = g_strdup_printf ("SELECT count(*) FROM event_publication WHERE event = '%s'", other);
  g_assert_cmpint (ask (fixture, sql), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/events/waiting-list", Fixture, NULL, set_up, test_waiting_list, tear_down);
  g_test_add ("/model/events/seats", Fixture, NULL, set_up, test_seats, tear_down);
  g_test_add ("/model/events/attendance", Fixture, NULL, set_up, test_attendance, tear_down);
  g_test_add ("/model/events/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/model/events/move", Fixture, NULL, set_up, test_move, tear_down);
  g_test_add ("/model/events/close", Fixture, NULL, set_up, test_close, tear_down);
  g_test_add ("/model/events/announced", Fixture, NULL, set_up, test_announced, tear_down);
  g_test_add ("/model/events/counts", Fixture, NULL, set_up, test_counts, tear_down);
  g_test_add ("/model/events/save", Fixture, NULL, set_up, test_save, tear_down);
  g_test_add ("/model/events/template", Fixture, NULL, set_up, test_template, tear_down);
  g_test_add ("/model/events/tasks", Fixture, NULL, set_up, test_tasks, tear_down);
  return g_test_run ();
}
