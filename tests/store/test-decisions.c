/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-decisions"

#include "store-support.h"

#include "cvn-clock.h"
#include "cvn-error.h"

/* The history of a party only grows, whatever way a record takes to the store; and nobody is bound twice. */

typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
  CvnRecord    *party;
  CvnRecord    *agreement;
} Fixture;

/* The first of December 2019. */
static gint64
get_time (void)
{
  return 1575158400;
}

static CvnRecord *
make_agreement (const char *kind,
                const char *title,
                const char *start,
                const char *end)
{
  CvnRecord *agreement = cvn_record_new (cvn_kind_find ("agreement"));

  cvn_record_set_text (agreement, "kind", kind);
  cvn_record_set_text (agreement, "title_en", title);
  cvn_record_set_text (agreement, "start_date", start);
  cvn_record_set_text (agreement, "end_date", end);
  cvn_record_set_text (agreement, "status", "active");
  return agreement;
}

static CvnRecord *
make_decision (Fixture    *f,
               CvnRecord  *agreement,
               const char *status,
               const char *date,
               const char *document)
{
  CvnRecord *decision = cvn_record_new (cvn_kind_find ("agreement_decision"));

  cvn_record_set_text (decision, "agreement", cvn_record_get_id (agreement));
  cvn_record_set_text (decision, "organisation", cvn_record_get_id (f->party));
  cvn_record_set_text (decision, "status", status);
  cvn_record_set_text (decision, "date", date);
  cvn_record_set_text (decision, "document", document);
  return decision;
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  cvn_clock_set_for_tests (get_time);
  cvn_test_folder_make (&f->folder);
  cvn_test_folder_make_centre (&f->folder);
  f->store = cvn_store_open (f->folder.path, 0, "tester", NULL);
  f->party = cvn_test_make_organisation ("gem-a", "Gemeente A");
  f->agreement = make_agreement ("covenant", "Covenant", "2019-06-01", "2020-12-31");
  cvn_test_put (f->store, f->party);
  cvn_test_put (f->store, f->agreement);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  cvn_store_close (f->store);
  g_assert_finalize_object (f->store);
  g_object_unref (f->party);
  g_object_unref (f->agreement);
  cvn_test_folder_remove (&f->folder);
  cvn_clock_set_for_tests (NULL);
}

static gboolean
put (CvnWriter    *writer,
     gpointer      data,
     GCancellable *cancellable,
     GError      **error)
{
  return cvn_writer_put (writer, data, error);
}

static void
refuse (Fixture    *f,
        CvnAction   action,
        CvnRecord  *record,
        int         code,
        const char *field)
{
  g_autoptr (CvnRecord) owned = record;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (cvn_store_write (f->store, action, NULL, NULL, put, owned, &error), ==, 0);
  g_assert_error (error, CVN_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_cmpstr (cvn_error_get_field (error), ==, field);
}

static CvnRecord *
accept (Fixture   *f,
        CvnRecord *record)
{
  cvn_test_put (f->store, record);
  return record;
}

static gint64
count (Fixture *f)
{
  return cvn_test_integer (f->folder.path, "SELECT count(*) FROM agreement_decision");
}

/* By hand, by a form that saves a change set, and by an import. */
static void
test_never_edited (Fixture      *f,
                   gconstpointer data)
{
  static const CvnAction actions[] = { CVN_ACTION_EDIT, CVN_ACTION_IMPORT };
  g_autoptr (CvnRecord) decision = accept (f, make_decision (f, f->agreement, "pledged", "2019-02-01", NULL));
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_EDIT, cvn_record_get_kind (decision), NULL);
  g_autoptr (CvnRecord) edited = cvn_record_copy (decision);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    for (guint field = 0; field < 2; field++)
      {
        CvnRecord *changed = cvn_record_copy (decision);

        cvn_record_set_text (changed, field == 0 ? "status" : "note", field == 0 ? "approved" : "A word");
        refuse (f, actions[i], changed, CVN_ERROR_FINAL, field == 0 ? "status" : "note");
      }
  cvn_record_set_text (edited, "date", "2019-03-01");
  cvn_change_set_edit (changes, decision, edited);
  g_assert_cmpint (cvn_store_apply (f->store, changes, &error), ==, 0);
  g_assert_error (error, CVN_ERROR, CVN_ERROR_FINAL);
  g_assert_cmpstr (cvn_error_get_field (error), ==, "date");
}

static void
test_never_deleted (Fixture      *f,
                    gconstpointer data)
{
  g_autoptr (CvnRecord) decision = accept (f, make_decision (f, f->agreement, "pledged", "2019-02-01", NULL));
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (cvn_test_delete (f->store, decision, &error), ==, 0);
  g_assert_error (error, CVN_ERROR, CVN_ERROR_FINAL);
  g_assert_cmpint (count (f), ==, 1);
}

/* The one way back is the step that entered it, and forth again. */
static void
test_undone (Fixture      *f,
             gconstpointer data)
{
  g_autofree char *before = cvn_test_dump (f->folder.path);
  g_autofree char *with = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (CvnRecord) decision = accept (f, make_decision (f, f->agreement, "pledged", "2019-02-01", NULL));
  g_autoptr (GError) error = NULL;

  with = cvn_test_dump (f->folder.path);
  cvn_store_undo (f->store, &error);
  g_assert_no_error (error);
  undone = cvn_test_dump (f->folder.path);
  g_assert_cmpstr (undone, ==, before);
  cvn_store_redo (f->store, &error);
  g_assert_no_error (error);
  redone = cvn_test_dump (f->folder.path);
  g_assert_cmpstr (redone, ==, with);
}

static void
test_moves (Fixture      *f,
            gconstpointer data)
{
  g_autoptr (CvnRecord) pledged = accept (f, make_decision (f, f->agreement, "pledged", "2019-02-01", NULL));

  refuse (f, CVN_ACTION_ADD, make_decision (f, f->agreement, "signed", "2019-03-01", NULL), CVN_ERROR_INVALID, "status");
  refuse (f, CVN_ACTION_DUPLICATE, make_decision (f, f->agreement, "pledged", "2019-02-01", NULL), CVN_ERROR_INVALID, "status");
  refuse (f, CVN_ACTION_ADD, make_decision (f, f->agreement, "approved", "2019-12-02", NULL), CVN_ERROR_OUT_OF_RANGE, "date");
  refuse (f, CVN_ACTION_IMPORT, make_decision (f, f->agreement, "approved", "2019-12-02", NULL), CVN_ERROR_OUT_OF_RANGE, "date");
  g_object_unref (accept (f, make_decision (f, f->agreement, "approved", "2019-12-01", NULL)));
  refuse (f, CVN_ACTION_ADD, make_decision (f, f->agreement, "approved", "2019-12-01", NULL), CVN_ERROR_INVALID, "status");
  /* What was missing comes later, as an entry of its own; once. */
  g_object_unref (accept (f, make_decision (f, f->agreement, "approved", "2019-12-01", "Council 2019/12")));
  refuse (f, CVN_ACTION_ADD, make_decision (f, f->agreement, "approved", "2019-12-01", "Council 2019/12"), CVN_ERROR_INVALID, "status");
  g_assert_cmpint (count (f), ==, 3);
}

/* An import brings a history as it was kept elsewhere, in any order. */
static void
test_import_order (Fixture      *f,
                   gconstpointer data)
{
  static const char *const history[][2] = { { "pledged", "2018" }, { "signed", "2019-05-28" }, { "approved", "2018-11-05" } };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (history); i++)
    {
      g_autoptr (CvnRecord) decision = make_decision (f, f->agreement, history[i][0], history[i][1], NULL);

      g_assert_cmpint (cvn_store_write (f->store, CVN_ACTION_IMPORT, NULL, NULL, put, decision, &error), >, 0);
      g_assert_no_error (error);
    }
}

static void
test_bound_once (Fixture      *f,
                 gconstpointer data)
{
  g_autoptr (CvnRecord) pledged = accept (f, make_decision (f, f->agreement, "pledged", "2019-02-01", NULL));
  g_autoptr (CvnRecord) same_time = accept (f, make_agreement ("covenant", "Another", "2020-12-31", NULL));
  g_autoptr (CvnRecord) service = accept (f, make_agreement ("service_agreement", "Service", "2019-06-01", NULL));
  g_autoptr (CvnRecord) served = accept (f, make_decision (f, service, "pledged", "2019-02-01", NULL));

  refuse (f, CVN_ACTION_ADD, make_decision (f, same_time, "invited", "2019-11-01", NULL), CVN_ERROR_INVALID, "organisation");
  refuse (f, CVN_ACTION_IMPORT, make_decision (f, same_time, "signed", "2019-11-01", NULL), CVN_ERROR_INVALID, "organisation");
  g_object_unref (accept (f, make_decision (f, same_time, "declined", "2019-11-01", NULL)));
  /* Who joins the later one first cannot have it moved back either. */
  cvn_record_set_text (same_time, "start_date", "2021-01-01");
  cvn_test_put (f->store, same_time);
  g_object_unref (accept (f, make_decision (f, same_time, "invited", "2019-11-02", NULL)));
  cvn_record_set_text (same_time, "start_date", "2020-12-31");
  refuse (f, CVN_ACTION_EDIT, g_object_ref (same_time), CVN_ERROR_INVALID, "start_date");
  cvn_record_unset (f->agreement, "end_date");
  refuse (f, CVN_ACTION_EDIT, g_object_ref (f->agreement), CVN_ERROR_INVALID, "start_date");
  cvn_record_set_text (f->agreement, "status", "ended");
  cvn_test_put (f->store, f->agreement);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/decisions/never-edited", Fixture, NULL, set_up, test_never_edited, tear_down);
  g_test_add ("/store/decisions/never-deleted", Fixture, NULL, set_up, test_never_deleted, tear_down);
  g_test_add ("/store/decisions/undone", Fixture, NULL, set_up, test_undone, tear_down);
  g_test_add ("/store/decisions/moves", Fixture, NULL, set_up, test_moves, tear_down);
  g_test_add ("/store/decisions/import-order", Fixture, NULL, set_up, test_import_order, tear_down);
  g_test_add ("/store/decisions/bound-once", Fixture, NULL, set_up, test_bound_once, tear_down);
  return g_test_run ();
}
