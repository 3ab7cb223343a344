/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-cockpit"

#include "cvn-cockpit-decide.h"
#include "cvn-cockpit-text.h"
#include "cvn-error.h"
#include "cvn-import-job.h"
#include "cvn-store.h"
#include "store-support.h"

#include <string.h>

/* The agreements of the sample centre: who has signed, what is due, and what may be decided. */

typedef struct
{
  CvnTestFolder folder;
  CvnCentre    *centre;
  CvnCockpit   *cockpit;
} Fixture;

static gboolean
is_loaded (Fixture *f)
{
  return cvn_cockpit_is_loaded (f->cockpit) && cvn_cockpit_get_agreement (f->cockpit) != NULL;
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (GFile) sample = g_file_new_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", NULL);
  g_autoptr (CvnImportJob) job = cvn_import_job_new (sample);
  g_autoptr (CvnStore) store = NULL;
  g_autoptr (GError) error = NULL;

  cvn_test_folder_make (&f->folder);
  store = cvn_store_open (f->folder.path, CVN_STORE_CREATE, "tester", &error);
  g_assert_no_error (error);
  cvn_import_job_run (job, store, &error);
  g_assert_no_error (error);
  f->centre = cvn_centre_new ();
  cvn_centre_take_store (f->centre, g_steal_pointer (&store));
  /* The day on which the sample is looked at is known a moment later. */
  while (!g_str_equal (cvn_centre_get_today (f->centre), "2020-12-31"))
    g_main_context_iteration (NULL, TRUE);
  cvn_centre_set_today (f->centre, "2020-11-22");
  cvn_centre_set_year (f->centre, 2020);
  f->cockpit = cvn_cockpit_new (f->centre);
  while (!is_loaded (f))
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  cvn_centre_close (f->centre);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (f->cockpit);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (f->centre);
  cvn_test_folder_remove (&f->folder);
}

static CvnCockpitParty *
find_party (Fixture    *f,
            const char *name)
{
  GPtrArray *parties = cvn_cockpit_get_parties (f->cockpit);

  for (guint i = 0; i < parties->len; i++)
    if (strstr (cvn_cockpit_party_get_name (g_ptr_array_index (parties, i)), name) != NULL)
      return g_ptr_array_index (parties, i);
  g_error ("no party %s", name);
  return NULL;
}

static gint64
add_up (Fixture *f,
        gint64 (*get) (CvnCockpitParty *party))
{
  GPtrArray *parties = cvn_cockpit_get_parties (f->cockpit);
  gint64     sum = 0;

  for (guint i = 0; i < parties->len; i++)
    sum += get (g_ptr_array_index (parties, i));
  return sum;
}

/* The covenant that runs comes first; all ten have signed it, and the sums of the rows are those of the figure. */
static void
test_sample (Fixture      *f,
             gconstpointer data)
{
  g_autofree char *title = cvn_cockpit_text_title (f->cockpit, (guint) cvn_cockpit_get_row (f->cockpit));
  g_autofree char *left = cvn_cockpit_text_time_left (f->cockpit);
  g_autofree char *warning = cvn_cockpit_text_warning (f->cockpit);
  g_autofree char *sentence = cvn_cockpit_party_dup_sentence (find_party (f, "Katwijk"), CVN_LANGUAGE_EN);
  g_autofree char *complete = NULL;
  gboolean         is_complete;
  CvnDate          date;

  g_assert_cmpstr (title, ==, "Extension of the covenant Expat Centre Leiden");
  g_assert_cmpuint (cvn_cockpit_get_parties (f->cockpit)->len, ==, 10);
  g_assert_cmpuint (cvn_cockpit_count (f->cockpit, CVN_RUNG_SIGNED), ==, 10);
  complete = cvn_cockpit_text_complete (f->cockpit, &is_complete);
  g_assert_true (is_complete);
  g_assert_cmpstr (complete, ==, "Complete: all 10 parties have signed");
  g_assert_cmpstr (left, ==, "39 days left");
  g_assert_cmpstr (warning, ==, "");
  g_assert_cmpint (cvn_cockpit_get_sum (f->cockpit, "committed"), ==, 21840000);
  g_assert_cmpint (cvn_cockpit_get_sum (f->cockpit, "at_risk"), ==, 0);
  g_assert_cmpint (add_up (f, cvn_cockpit_party_get_amount), ==, cvn_cockpit_get_sum (f->cockpit, "committed"));
  g_assert_cmpint (add_up (f, cvn_cockpit_party_get_invoiced), ==, cvn_cockpit_get_sum (f->cockpit, "invoiced"));
  g_assert_cmpint (add_up (f, cvn_cockpit_party_get_paid), ==, cvn_cockpit_get_sum (f->cockpit, "paid"));
  g_assert_true (g_str_has_prefix (sentence, "Municipality of Katwijk: Signed on 28 May 2019, €29,624.79 this year, paid"));
  g_assert_true (cvn_cockpit_party_has_reached (find_party (f, "Leiden"), CVN_RUNG_DECIDED, &date));
  g_assert_cmpint (date.year * 10000 + date.month * 100 + date.day, ==, 20181105);
}

/* The same agreement before it was signed: what its parties owe is at risk, in the rows as in the figure. */
static void
test_earlier (Fixture      *f,
              gconstpointer data)
{
  g_autofree char *complete = NULL;
  gboolean         is_complete;
  GPtrArray       *parties;
  gint64           at_risk = 0;
  g_autofree char *agreement = g_strdup (cvn_cockpit_get_agreement (f->cockpit));

  cvn_centre_set_today (f->centre, "2018-12-31");
  while (cvn_cockpit_count (f->cockpit, CVN_RUNG_SIGNED) > 0 || g_strcmp0 (cvn_cockpit_get_agreement (f->cockpit), agreement) != 0)
    g_main_context_iteration (NULL, TRUE);
  parties = cvn_cockpit_get_parties (f->cockpit);
  g_assert_cmpuint (cvn_cockpit_count (f->cockpit, CVN_RUNG_PLEDGED), ==, 10);
  g_assert_cmpuint (cvn_cockpit_count (f->cockpit, CVN_RUNG_DECIDED), ==, 7);
  complete = cvn_cockpit_text_complete (f->cockpit, &is_complete);
  g_assert_false (is_complete);
  g_assert_cmpstr (complete, ==, "Municipality of Leiden and 9 others have not signed yet");
  for (guint i = 0; i < parties->len; i++)
    if (cvn_cockpit_party_is_at_risk (g_ptr_array_index (parties, i)))
      at_risk += cvn_cockpit_party_get_amount (g_ptr_array_index (parties, i));
  g_assert_cmpint (at_risk, ==, 21840000);
  g_assert_cmpint (cvn_cockpit_get_sum (f->cockpit, "at_risk"), ==, at_risk);
  cvn_cockpit_set_filter (f->cockpit, CVN_COCKPIT_OF_KIND, "municipality");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->cockpit)), ==, 6);
  cvn_cockpit_set_filter (f->cockpit, CVN_COCKPIT_AT_RISK, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->cockpit)), ==, 10);
}

typedef struct
{
  gboolean done;
  gint64   no;
  GError  *error;
} Answer;

static void
decided_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Answer *answer = data;

  answer->no = cvn_centre_finish (CVN_CENTRE (source), result, &answer->error);
  answer->done = TRUE;
}

static Answer
decide (Fixture       *f,
        const char    *name,
        CvnLadderState state,
        CvnDate        date)
{
  CvnCockpitParty *party = find_party (f, name);
  g_autoptr (CvnRecord) decision = cvn_cockpit_new_decision (f->cockpit, party, state, &date);
  Answer answer = { FALSE, 0, NULL };

  cvn_cockpit_decide_async (f->cockpit, party, decision, NULL, decided_cb, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  return answer;
}

/* A party leaves: its amount is at risk, and it is named. What cannot follow is refused with what can. */
static void
test_decide (Fixture      *f,
             gconstpointer data)
{
  CvnDate  today = { 2020, 11, 22 };
  CvnDate  tomorrow = { 2020, 11, 23 };
  Answer   answer = decide (f, "Katwijk", CVN_LADDER_PLEDGED, today);
  gboolean is_complete;

  g_assert_error (answer.error, CVN_ERROR, CVN_ERROR_INVALID);
  g_assert_cmpstr (cvn_error_get_field (answer.error), ==, "status");
  g_assert_nonnull (strstr (answer.error->message, "“Ended”"));
  g_clear_error (&answer.error);
  answer = decide (f, "Katwijk", CVN_LADDER_ENDED, tomorrow);
  g_assert_error (answer.error, CVN_ERROR, CVN_ERROR_OUT_OF_RANGE);
  g_assert_cmpstr (cvn_error_get_field (answer.error), ==, "date");
  g_clear_error (&answer.error);
  answer = decide (f, "Katwijk", CVN_LADDER_ENDED, today);
  g_assert_no_error (answer.error);
  g_assert_cmpint (answer.no, >, 0);
  while (cvn_cockpit_party_get_state (find_party (f, "Katwijk")) != CVN_LADDER_ENDED)
    g_main_context_iteration (NULL, TRUE);
  g_free (cvn_cockpit_text_complete (f->cockpit, &is_complete));
  g_assert_true (is_complete);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/cockpit/sample", Fixture, NULL, set_up, test_sample, tear_down);
  g_test_add ("/model/cockpit/earlier", Fixture, NULL, set_up, test_earlier, tear_down);
  g_test_add ("/model/cockpit/decide", Fixture, NULL, set_up, test_decide, tear_down);
  return g_test_run ();
}
