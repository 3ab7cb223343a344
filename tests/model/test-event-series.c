/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-event-series"

#include "store-support.h"

#include "cvn-error.h"
#include "cvn-event-clashes.h"
#include "cvn-event-operations.h"

#include <string.h>

typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
  char         *event;
} Fixture;

/* The yearly workshop of 2019, with a task three weeks before. */
static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (CvnRecord) event = cvn_record_new (cvn_kind_find ("event"));
  g_autoptr (CvnRecord) task = cvn_record_new (cvn_kind_find ("task"));

  cvn_test_folder_make (&fixture->folder);
  cvn_test_folder_make_centre (&fixture->folder);
  fixture->store = cvn_store_open (fixture->folder.path, 0, "tester", NULL);
  cvn_record_set_text (event, "title_nl", "Tango Workshop");
  cvn_record_set_text (event, "starts", "2019-05-16T20:00");
  cvn_record_set_text (event, "ends", "2019-05-17T00:30");
  cvn_record_set_text (event, "mode", "joint");
  cvn_record_set_text (event, "audience", "internationals");
  cvn_record_set_text (event, "location", "Leiden");
  cvn_record_set_text (event, "status", "held");
  cvn_test_put (fixture->store, event);
  fixture->event = g_strdup (cvn_record_get_id (event));
  cvn_record_set_text (task, "title", "Zaal");
  cvn_record_set_text (task, "event", fixture->event);
  cvn_record_set_text (task, "due", "2019-04-25");
  cvn_test_put (fixture->store, task);
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

static gint64
ask (Fixture    *fixture,
     const char *sql)
{
  return cvn_test_integer (fixture->folder.path, sql);
}

static void
set (Fixture    *fixture,
     const char *id,
     const char *field,
     const char *text)
{
  g_autoptr (CvnRecord) event = cvn_test_get (fixture->store, "event", id);

  cvn_record_set_text (event, field, text);
  cvn_test_put (fixture->store, event);
}

/* Next year's from this one, all of them in one series; a change of one reaches those after it when it is asked for, and no other. */
static void
test_editions (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *before = cvn_test_dump (fixture->folder.path);
  g_autofree char *after = NULL;
  g_autofree char *second = run (fixture, cvn_event_repeat_new (fixture->event, "2020-05-14T20:00"));
  g_autofree char *third = run (fixture, cvn_event_repeat_new (second, "2021-05-13T20:00"));
  g_autofree char *same = NULL;

  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM event WHERE series = 'Tango Workshop'"), ==, 3);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM task WHERE due IN ('2020-04-23', '2021-04-22')"), ==, 2);
  set (fixture, second, "location", "Oegstgeest");
  set (fixture, second, "starts", "2020-05-14T19:30");
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM event WHERE location = 'Leiden'"), ==, 2);
  same = run (fixture, cvn_event_spread_new (second));
  g_assert_cmpstr (same, ==, second);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM event WHERE location = 'Oegstgeest' AND starts = '2021-05-13T19:30' AND ends = '2021-05-14T00:30'"), ==, 1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM event WHERE location = 'Leiden' AND starts = '2019-05-16T20:00'"), ==, 1);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (cvn_store_undo (fixture->store, NULL), >, 0);
  after = cvn_test_dump (fixture->folder.path);
  g_assert_cmpstr (after, ==, before);
  g_assert_nonnull (third);
}

/* Of the last one, and of one in no series, there is nothing to follow. */
static void
test_nothing_follows (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *second = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CvnOperation) operation = cvn_event_spread_new (i == 0 ? fixture->event : second);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (cvn_operation_run (operation, fixture->store, &error), <=, 0);
      g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
      g_assert_cmpstr (cvn_error_get_field (error), ==, "series");
      if (second == NULL)
        second = run (fixture, cvn_event_repeat_new (fixture->event, "2020-05-14T20:00"));
    }
}

static gpointer
read_clashes (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr (CvnRecord) event = cvn_reader_get (reader, cvn_kind_find ("event"), data, error);

  return event != NULL ? cvn_event_clashes_read (reader, event, error) : NULL;
}

static char *
dup_clashes (Fixture    *fixture,
             const char *id)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) clashes = cvn_store_read (fixture->store, read_clashes, (gpointer) id, &error);

  g_assert_no_error (error);
  return g_strjoinv ("\n", clashes);
}

static void
move (Fixture    *fixture,
      const char *event,
      int         days)
{
  g_autofree char *id = run (fixture, cvn_event_move_new (event, days));

  g_assert_cmpstr (id, ==, event);
}

/* Feature 46: after a move the reasons are named: the holiday, the place, the people; a free week has none. */
static void
test_clashes (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *own = run (fixture, cvn_event_copy_new (fixture->event, "2021-05-12T20:00", FALSE));
  g_autofree char *other = run (fixture, cvn_event_copy_new (fixture->event, "2021-06-08T20:30", FALSE));
  g_autofree char *holiday = NULL;
  g_autofree char *week = NULL;
  g_autofree char *place = NULL;
  g_autofree char *none = NULL;

  holiday = dup_clashes (fixture, own);
  g_assert_nonnull (strstr (holiday, "13 May 2021 is a public holiday: Ascension Day."));
  move (fixture, own, 28);
  week = dup_clashes (fixture, own);
  g_assert_true (g_str_has_prefix (week, "For the same people in the same week: “Tango Workshop”"));
  move (fixture, own, -1);
  place = dup_clashes (fixture, own);
  g_assert_true (g_str_has_prefix (place, "At the same place at the same time: “Tango Workshop”"));
  move (fixture, own, 7);
  none = dup_clashes (fixture, own);
  g_assert_cmpstr (none, ==, "");
  g_assert_nonnull (other);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/event-series/editions", Fixture, NULL, set_up, test_editions, tear_down);
  g_test_add ("/model/event-series/nothing-follows", Fixture, NULL, set_up, test_nothing_follows, tear_down);
  g_test_add ("/model/event-series/clashes", Fixture, NULL, set_up, test_clashes, tear_down);
  return g_test_run ();
}
