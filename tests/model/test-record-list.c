/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-record-list"

#include "cvn-record-list.h"
#include "cvn-record.h"
#include "cvn-store.h"
#include "store-support.h"

#include <libglib-testing/signal-logger.h>

#define N 1000

typedef struct
{
  CvnTestFolder  folder;
  CvnCentre     *centre;
  CvnRecordList *list;
} Fixture;

typedef gboolean (*Condition) (Fixture *f);

static void
wait_for (Fixture  *f,
          Condition condition)
{
  while (!condition (f))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_listed (Fixture *f)
{
  return !cvn_record_list_is_loading (f->list);
}

static gboolean
is_first_read (Fixture *f)
{
  g_autoptr (CvnRow) row = g_list_model_get_item (G_LIST_MODEL (f->list), 0);

  return row != NULL && cvn_row_get_record (row) != NULL;
}

static gboolean
is_last_read (Fixture *f)
{
  g_autoptr (CvnRow) row = g_list_model_get_item (G_LIST_MODEL (f->list), g_list_model_get_n_items (G_LIST_MODEL (f->list)) - 1);

  return row != NULL && cvn_row_get_record (row) != NULL;
}

static void
apply (Fixture      *f,
       CvnChangeSet *changes)
{
  g_autoptr (GError) error = NULL;

  cvn_store_apply (cvn_centre_get_store (f->centre), changes, &error);
  g_assert_no_error (error);
}

static void
fill (Fixture *f)
{
  const CvnKind *kind = cvn_kind_find ("organisation");
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_IMPORT, kind, NULL);

  for (guint i = 0; i < N; i++)
    {
      g_autofree char *code = g_strdup_printf ("org-%04u", i);
      g_autofree char *name = g_strdup_printf ("Organisation %04u", i);
      g_autoptr (CvnRecord) record = cvn_test_make_organisation (code, name);

      cvn_change_set_add (changes, record);
    }
  apply (f, changes);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CvnStore *store;

  cvn_test_folder_make (&f->folder);
  store = cvn_store_open (f->folder.path, CVN_STORE_CREATE, "tester", &error);
  g_assert_no_error (error);
  f->centre = cvn_centre_new ();
  cvn_centre_take_store (f->centre, store);
  fill (f);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  f->list = cvn_record_list_new (f->centre);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  cvn_centre_close (f->centre);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (f->list);
  g_assert_finalize_object (f->centre);
  cvn_test_folder_remove (&f->folder);
}

/* All, or those with this code. */
static void
list_all (Fixture    *f,
          const char *code)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("organisation"));

  if (code != NULL)
    cvn_query_add_text (query, "code", CVN_MATCH_EQUAL, code);
  cvn_record_list_set_query (f->list, query);
  wait_for (f, is_listed);
}

/* All places come in one signal, with the first records; no other is read that nobody looks at. */
static void
test_places (Fixture      *f,
             gconstpointer data)
{
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  guint position;
  guint removed;
  guint added;

  gt_signal_logger_connect (logger, f->list, "items-changed");
  gt_signal_logger_connect (logger, f->list, "rows-read");
  list_all (f, NULL);
  gt_signal_logger_assert_emission_pop (logger, f->list, "items-changed", &position, &removed, &added);
  g_assert_cmpuint (position, ==, 0);
  g_assert_cmpuint (removed, ==, 0);
  g_assert_cmpuint (added, ==, N);
  gt_signal_logger_assert_no_emissions (logger);
  g_assert_true (is_first_read (f));
  wait_for (f, is_last_read);
  gt_signal_logger_assert_emission_pop (logger, f->list, "rows-read", NULL);
  gt_signal_logger_assert_no_emissions (logger);
}

static gboolean
is_renamed (Fixture *f)
{
  g_autoptr (CvnRow) row = g_list_model_get_item (G_LIST_MODEL (f->list), 0);

  return g_str_equal (cvn_row_get_title (row), "Another Name");
}

/* A record that changes in place keeps its row, and no place is said to have changed. */
static void
test_identity (Fixture      *f,
               gconstpointer data)
{
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  g_autoptr (CvnRow) before = NULL;
  g_autoptr (CvnRow) after = NULL;
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("organisation"));
  g_autoptr (CvnRecord) record = NULL;
  g_autoptr (CvnChangeSet) changes = NULL;

  cvn_query_set_sort (query, "code", FALSE);
  cvn_record_list_set_query (f->list, query);
  wait_for (f, is_listed);
  wait_for (f, is_first_read);
  before = g_list_model_get_item (G_LIST_MODEL (f->list), 0);
  gt_signal_logger_connect (logger, f->list, "items-changed");
  record = cvn_record_copy (cvn_row_get_record (before));
  cvn_record_set_text (record, "name_nl", "Another Name");
  cvn_record_set_text (record, "name_en", "Another Name");
  changes = cvn_change_set_new (CVN_ACTION_EDIT, cvn_record_get_kind (record), "it");
  cvn_change_set_edit (changes, cvn_row_get_record (before), record);
  apply (f, changes);
  wait_for (f, is_renamed);
  after = g_list_model_get_item (G_LIST_MODEL (f->list), 0);
  g_assert_true (before == after);
  gt_signal_logger_assert_no_emissions (logger);
}

static gboolean
is_one_less (Fixture *f)
{
  return g_list_model_get_n_items (G_LIST_MODEL (f->list)) == N - 1;
}

/* When a record goes, only its place goes. */
static void
test_delete (Fixture      *f,
             gconstpointer data)
{
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  g_autoptr (CvnRow) first = NULL;
  g_autoptr (CvnRow) second = NULL;
  g_autoptr (CvnRow) now = NULL;
  g_autoptr (CvnChangeSet) changes = NULL;
  guint position;
  guint removed;
  guint added;

  list_all (f, NULL);
  wait_for (f, is_first_read);
  first = g_list_model_get_item (G_LIST_MODEL (f->list), 0);
  second = g_list_model_get_item (G_LIST_MODEL (f->list), 1);
  gt_signal_logger_connect (logger, f->list, "items-changed");
  changes = cvn_change_set_new (CVN_ACTION_DELETE, cvn_kind_find ("organisation"), "it");
  cvn_change_set_delete (changes, cvn_row_get_record (first));
  apply (f, changes);
  wait_for (f, is_one_less);
  gt_signal_logger_assert_emission_pop (logger, f->list, "items-changed", &position, &removed, &added);
  g_assert_cmpuint (position, ==, 0);
  g_assert_cmpuint (removed, ==, 1);
  g_assert_cmpuint (added, ==, 0);
  now = g_list_model_get_item (G_LIST_MODEL (f->list), 0);
  g_assert_true (now == second);
}

/* Filters narrow the list, and the totals with it. */
static void
test_filter (Fixture      *f,
             gconstpointer data)
{
  list_all (f, "org-0042");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->list)), ==, 1);
  g_assert_cmpint (cvn_table_get_integer (cvn_record_list_get_sums (f->list), 0, "n"), ==, 1);
  list_all (f, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->list)), ==, N);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/record-list/places", Fixture, NULL, set_up, test_places, tear_down);
  g_test_add ("/model/record-list/keeps-identity", Fixture, NULL, set_up, test_identity, tear_down);
  g_test_add ("/model/record-list/delete", Fixture, NULL, set_up, test_delete, tear_down);
  g_test_add ("/model/record-list/filter", Fixture, NULL, set_up, test_filter, tear_down);
  return g_test_run ();
}
