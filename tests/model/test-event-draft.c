/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-event-draft"

#include "cvn-clash-watch.h"
#include "cvn-draft.h"
#include "cvn-event-operations.h"
#include "cvn-event-proposal.h"
#include "cvn-record.h"
#include "cvn-store.h"
#include "store-support.h"

#include <string.h>

/* What the form of an event refuses: a sentence at the field, and nothing lost. */

typedef struct
{
  CvnTestFolder folder;
  CvnCentre    *centre;
  CvnDraft     *draft;
  char         *event;
} Fixture;

static CvnStore *
get_store (Fixture *f)
{
  return cvn_centre_get_store (f->centre);
}

/* An event of which a count of 40 is known. */
static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (CvnRecord) event = cvn_record_new (cvn_kind_find ("event"));
  g_autoptr (CvnRecord) stored = NULL;
  g_autoptr (GError) error = NULL;
  CvnStore *store;

  cvn_test_folder_make (&f->folder);
  store = cvn_store_open (f->folder.path, CVN_STORE_CREATE, "tester", &error);
  g_assert_no_error (error);
  f->centre = cvn_centre_new ();
  cvn_centre_take_store (f->centre, store);
  cvn_record_set_text (event, "title_nl", "Borrel");
  cvn_record_set_text (event, "starts", "2021-03-27T18:00");
  cvn_record_set_text (event, "ends", "2021-03-27T20:30");
  cvn_record_set_text (event, "time_zone", "Europe/Amsterdam");
  cvn_record_set_text (event, "mode", "own");
  cvn_record_set_text (event, "status", "planned");
  cvn_record_set_integer (event, "capacity", 60);
  if (data == NULL)
    {
      cvn_record_set_integer (event, "signed_up", 40);
      cvn_record_set_integer (event, "attended", 30);
    }
  cvn_test_put (store, event);
  f->event = g_strdup (cvn_record_get_id (event));
  stored = cvn_test_get (store, "event", f->event);
  f->draft = cvn_draft_load (f->centre, stored, "Borrel", NULL);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  settle ();
  cvn_centre_close (f->centre);
  settle ();
  g_assert_finalize_object (f->draft);
  g_assert_finalize_object (f->centre);
  cvn_test_folder_remove (&f->folder);
  g_free (f->event);
}

static guint
field_of (const char *name)
{
  return (guint) cvn_kind_find_field (cvn_kind_find ("event"), name);
}

/* What belongs together is told where it was typed; what was typed stays. */
static void
test_refuses (Fixture      *f,
              gconstpointer data)
{
  static const struct
  {
    const char *field;
    const char *text;
    const char *sentence;
  } cases[] = {
    { "ends", "2021-03-27 17:59", "must end after it begins" },
    { "ends", "2021-03-26 20:30", "must end after it begins" },
    { "ends", "2021-03-28 02:30", "skips 02:30" },
    { "capacity", "39", "More people have signed up already" },
    { "attended", "41", "More people attended than signed up" },
    { "signed_up", "29", NULL },
    { "starts", "2021-02-30 18:00", NULL },
    { "capacity", "many", NULL },
  };
  g_autoptr (CvnRecord) before = cvn_test_get (get_store (f), "event", f->event);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *typed = NULL;
      g_autoptr (CvnRecord) after = NULL;
      const char *error = NULL;

      cvn_draft_set_text (f->draft, field_of (cases[i].field), cases[i].text);
      cvn_draft_save (f->draft);
      settle ();
      for (guint n = 0; n < cvn_kind_find ("event")->n_fields && error == NULL; n++)
        error = cvn_draft_get_error (f->draft, n);
      g_assert_nonnull (error);
      if (cases[i].sentence != NULL)
        {
          g_assert_cmpstr (cvn_draft_get_error (f->draft, field_of (cases[i].field)), ==, error);
          g_assert_nonnull (strstr (error, cases[i].sentence));
        }
      typed = cvn_draft_dup_text (f->draft, field_of (cases[i].field));
      g_assert_cmpstr (typed, !=, "");
      after = cvn_test_get (get_store (f), "event", f->event);
      g_assert_true (cvn_record_equal (before, after));
      cvn_draft_revert (f->draft);
    }
}

static void
failed_cb (gboolean *failed)
{
  *failed = TRUE;
}

/* Of an event with a list, only the file knows how many have a seat: its sentence comes to the field as well. */
static void
test_list (Fixture      *f,
           gconstpointer data)
{
  g_autoptr (CvnRecord) signup = cvn_record_new (cvn_kind_find ("event_signup"));
  g_autoptr (CvnOperation) operation = NULL;
  g_autofree char *typed = NULL;
  gboolean         failed = FALSE;

  cvn_record_set_text (signup, "event", f->event);
  cvn_record_set_text (signup, "label", "Crowd");
  cvn_record_set_integer (signup, "party", 50);
  operation = cvn_event_sign_up_new (signup, "2021-03-01");
  g_assert_cmpint (cvn_operation_run (operation, get_store (f), NULL), >, 0);
  settle ();
  g_signal_connect_swapped (f->draft, "failed", G_CALLBACK (failed_cb), &failed);
  cvn_draft_set_text (f->draft, field_of ("capacity"), "49");
  cvn_draft_save (f->draft);
  while (cvn_draft_get_error (f->draft, field_of ("capacity")) == NULL && !failed)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (failed);
  g_assert_nonnull (strstr (cvn_draft_get_error (f->draft, field_of ("capacity")), "50 people have a seat already"));
  typed = cvn_draft_dup_text (f->draft, field_of ("capacity"));
  g_assert_cmpstr (typed, ==, "49");
}

/* What a new event would clash with is told while its day is filled in, before anything is saved. */
static void
test_clashes (Fixture      *f,
              gconstpointer data)
{
  static const struct
  {
    const char *field;
    const char *text; /* a code for a choice */
    const char *sentence;
  } steps[] = {
    { "starts", "2021-03-27 19:00", NULL },
    { "location", "Leiden", "At the same place at the same time: “Borrel”" },
    { "location", "Katwijk", NULL },
    { "audience", "both", "For the same people in the same week: “Borrel”" },
    { "starts", "2021-04-05 19:00", "5 April 2021 is a public holiday: Easter Monday." },
    { "starts", "2021-04-06 19:00", NULL },
    { "starts", "2021-03-22 19:00", "For the same people in the same week: “Borrel”" },
    { "mode", "announced", NULL },
  };
  g_autoptr (CvnRecord) stored = cvn_test_get (get_store (f), "event", f->event);
  g_autoptr (CvnRecord) placed = cvn_record_copy (stored);
  g_autoptr (CvnChangeSet) change = cvn_change_set_new (CVN_ACTION_EDIT, cvn_kind_find ("event"), NULL);
  g_autoptr (CvnDraft) draft = cvn_draft_new (f->centre, cvn_kind_find ("event"), CVN_ACTION_ADD);
  g_autoptr (CvnClashWatch) watch = NULL;

  cvn_record_set_text (placed, "location", "leiden");
  cvn_record_set_text (placed, "audience", "internationals");
  cvn_change_set_edit (change, stored, placed);
  g_assert_cmpint (cvn_store_apply (get_store (f), change, NULL), >, 0);
  watch = cvn_clash_watch_new (f->centre, draft);
  g_assert_null (cvn_clash_watch_get_sentences (watch)[0]);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      const char *const *sentences;

      g_test_message ("%s %s", steps[i].field, steps[i].text);
      if (cvn_kind_find ("event")->fields[field_of (steps[i].field)].type == CVN_FIELD_CHOICE)
        {
          g_auto (CvnValue) value = CVN_VALUE_INIT;

          cvn_value_set_text (&value, steps[i].text);
          cvn_draft_set_value (draft, field_of (steps[i].field), &value);
        }
      else
        g_assert_true (cvn_draft_set_text (draft, field_of (steps[i].field), steps[i].text));
      while (cvn_clash_watch_is_looking (watch))
        g_main_context_iteration (NULL, TRUE);
      sentences = cvn_clash_watch_get_sentences (watch);
      if (steps[i].sentence == NULL)
        g_assert_cmpstr (sentences[0], ==, NULL);
      else
        {
          g_assert_nonnull (sentences[0]);
          g_test_message ("%s", sentences[0]);
          g_assert_nonnull (strstr (sentences[0], steps[i].sentence));
        }
    }
  g_assert_true (cvn_draft_is_new (draft));
}

/* The end of a new event goes along to another day, also over a change of the clock; that of a stored one is left alone. */
static void
test_end_follows (Fixture      *f,
                  gconstpointer data)
{
  g_autoptr (CvnDraft) draft = cvn_draft_new (f->centre, cvn_kind_find ("event"), CVN_ACTION_ADD);
  g_autoptr (CvnEventProposal) proposal = NULL;
  g_autoptr (CvnEventProposal) stored = cvn_event_proposal_new (f->draft);

  cvn_draft_set_text (draft, field_of ("starts"), "2021-03-27 19:30");
  cvn_draft_set_text (draft, field_of ("ends"), "2021-03-28 01:30");
  proposal = cvn_event_proposal_new (draft);
  cvn_draft_set_text (draft, field_of ("starts"), "2021-04-03 19:30");
  g_assert_cmpstr (cvn_record_get_text (cvn_draft_get_record (draft), "ends"), ==, "2021-04-04T01:30");
  cvn_draft_set_text (draft, field_of ("starts"), "2021-04-03 20:00");
  g_assert_cmpstr (cvn_record_get_text (cvn_draft_get_record (draft), "ends"), ==, "2021-04-04T01:30");
  cvn_draft_set_text (draft, field_of ("starts"), "2021-02-28 20:00");
  g_assert_cmpstr (cvn_record_get_text (cvn_draft_get_record (draft), "ends"), ==, "2021-03-01T01:30");
  cvn_draft_set_text (f->draft, field_of ("starts"), "2021-03-26 18:00");
  g_assert_cmpstr (cvn_record_get_text (cvn_draft_get_record (f->draft), "ends"), ==, "2021-03-27T20:30");
  cvn_draft_revert (f->draft);
  g_assert_nonnull (stored);
  g_assert_nonnull (proposal);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/event-draft/refuses", Fixture, NULL, set_up, test_refuses, tear_down);
  g_test_add ("/model/event-draft/list", Fixture, "list", set_up, test_list, tear_down);
  g_test_add ("/model/event-draft/end-follows", Fixture, NULL, set_up, test_end_follows, tear_down);
  g_test_add ("/model/event-draft/clashes", Fixture, NULL, set_up, test_clashes, tear_down);
  return g_test_run ();
}
