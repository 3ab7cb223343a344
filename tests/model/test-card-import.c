/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-card-import"

#include "store-support.h"

#include "cvn-error.h"
#include "cvn-import-job.h"

typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (CvnRecord) project = cvn_record_new (cvn_kind_find ("project"));

  cvn_test_folder_make (&fixture->folder);
  cvn_test_folder_make_centre (&fixture->folder);
  fixture->store = cvn_store_open (fixture->folder.path, 0, "tester", NULL);
  cvn_record_set_text (project, "code", "ecl");
  cvn_record_set_text (project, "name_nl", "Expat Centre");
  cvn_test_put (fixture->store, project);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  cvn_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  cvn_test_folder_remove (&fixture->folder);
}

/* Returns: the report; the refusal, if any, is in @error. */
static CvnImportReport *
import_path (Fixture    *fixture,
             const char *path,
             GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CvnImportJob) job = cvn_import_job_new (file);

  cvn_import_job_run (job, fixture->store, error);
  return cvn_import_report_ref (cvn_import_job_get_report (job));
}

static CvnImportReport *
import_text (Fixture    *fixture,
             const char *json,
             GError    **error)
{
  g_autofree char *path = g_build_filename (fixture->folder.folder, "projectkaart-x.json", NULL);

  g_assert_true (g_file_set_contents (path, json, -1, NULL));
  return import_path (fixture, path, error);
}

static void
test_takes_over_the_sample (Fixture      *fixture,
                            gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", "projectkaart-ecl.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnImportReport) first = import_path (fixture, path, &error);
  g_autoptr (CvnImportReport) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (first->n_added, ==, 17);
  g_assert_cmpint (cvn_test_integer (fixture->folder.path, "SELECT count(*) FROM card_section WHERE question IS NOT NULL AND title_nl IS NULL"), ==, 10);
  g_assert_cmpint (cvn_test_integer (fixture->folder.path, "SELECT count(*) FROM card_role WHERE role_en IS NOT NULL"), ==, 6);
  g_assert_cmpint (cvn_test_integer (fixture->folder.path, "SELECT count(*) FROM project_card AS c JOIN project AS p ON p.id = c.project WHERE c.half_year = '2018-H2' AND c.edition = 7 AND c.category = 'independent' AND c.category_year = 2019"), ==, 1);
  again = import_path (fixture, path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->n_added + again->n_changed, ==, 0);
  g_assert_cmpuint (again->n_unchanged, ==, 17);
}

static void
test_is_undone_in_one_step (Fixture      *fixture,
                            gconstpointer data)
{
  g_autofree char *before = cvn_test_dump (fixture->folder.path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnImportReport) report = import_text (fixture, "{ \"titel\": \"K\", \"halfjaar\": \"2019-H1\", \"editie\": 8, \"secties\": [ { \"code\": \"terugblik\", \"nl\": \"Tekst\" } ] }", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->n_added, ==, 2);
  g_assert_cmpint (cvn_store_undo (fixture->store, &error), >, 0);
  after = cvn_test_dump (fixture->folder.path);
  g_assert_cmpstr (after, ==, before);
}

static void
test_refuses_what_is_no_card (Fixture      *fixture,
                              gconstpointer data)
{
  static const char *const texts[] = {
    "",
    "[]",
    "7",
    "{",
    "{ \"titel\": \"K\" }",
    "{ \"titel\": \"K\", \"halfjaar\": \"2019-H1\", \"editie\": 8, \"secties\": 5 }",
    "{ \"titel\": \"K\", \"halfjaar\": \"2019-H3\", \"editie\": 8, \"secties\": [] }",
    "{ \"titel\": \"K\", \"halfjaar\": \"2019-H1\", \"editie\": 0, \"secties\": [] }",
    "{ \"titel\": \"K\", \"halfjaar\": \"2019-H1\", \"editie\": 8, \"secties\": [ 1 ] }",
    "{ \"titel\": \"K\", \"halfjaar\": \"2019-H1\", \"editie\": 8, \"secties\": [ { \"code\": \"weer\" } ] }",
    "{ \"titel\": \"K\", \"halfjaar\": \"2019-H1\", \"editie\": 8, \"project_id\": \"weg\", \"secties\": [] }",
    "{ \"titel\": \"K\", \"halfjaar\": \"2019-H1\", \"editie\": 8, \"secties\": [ { \"code\": \"terugblik\", \"nl\": \"BSN 111222333\" } ] }",
  };
  g_autofree char *before = cvn_test_dump (fixture->folder.path);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (CvnImportReport) report = import_text (fixture, texts[i], &error);

      g_test_message ("%s", texts[i]);
      g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
      g_assert_cmpuint (report->n_problems, ==, 1);
      after = cvn_test_dump (fixture->folder.path);
      g_assert_cmpstr (after, ==, before);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/card-import/takes-over-the-sample", Fixture, NULL, set_up, test_takes_over_the_sample, tear_down);
  g_test_add ("/model/card-import/is-undone-in-one-step", Fixture, NULL, set_up, test_is_undone_in_one_step, tear_down);
  g_test_add ("/model/card-import/refuses-what-is-no-card", Fixture, NULL, set_up, test_refuses_what_is_no_card, tear_down);
  return g_test_run ();
}
