/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-series-place"

#include "cvn-error.h"
#include "cvn-operations.h"
#include "cvn-series-place.h"
#include "store-support.h"

#include "cvn-sync-desk.h"

/* Where the numbers of a series are given, by what the file knows of the exchange; and the steps that move a series, there and elsewhere. */

#define SERIES "01ARZ3NDEKTSV4RRFFQ69G5FAV"
#define HASH   "0123456789abcdef0123456789abcdef"

typedef struct
{
  const char    *name;
  gboolean       shared;
  gboolean       moved; /* the file lies elsewhere than at its last exchange */
  const char    *desk;  /* NULL: none; "": this one */
  int            n_leaves;
  int            state; /* of the leaves: 0 the server has it */
  gboolean       told;  /* the version says what the record says */
  CvnSeriesPlace place;
} Case;

static const Case cases[] = {
  { "alone", FALSE, FALSE, NULL, 0, 0, FALSE, CVN_SERIES_FREE },
  { "unknown", TRUE, FALSE, NULL, 0, 0, FALSE, CVN_SERIES_NEW },
  { "here", TRUE, FALSE, "", 1, 0, TRUE, CVN_SERIES_HERE },
  { "not-sent", TRUE, FALSE, "", 1, 1, TRUE, CVN_SERIES_UNSENT },
  { "not-told", TRUE, FALSE, "", 1, 0, FALSE, CVN_SERIES_UNSENT },
  { "elsewhere", TRUE, FALSE, "Bas #3f9a12bc", 1, 0, TRUE, CVN_SERIES_ELSEWHERE },
  { "disputed", TRUE, FALSE, "", 2, 0, TRUE, CVN_SERIES_DISPUTED },
  { "moved", TRUE, TRUE, "", 1, 0, TRUE, CVN_SERIES_MOVED },
};

typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
} Fixture;

static gpointer
dup_home (CvnReader    *reader,
          gpointer      data,
          GCancellable *cancellable,
          GError      **error)
{
  return cvn_sync_desk_dup_home (reader);
}

static gpointer
dup_desk (CvnReader    *reader,
          gpointer      data,
          GCancellable *cancellable,
          GError      **error)
{
  return cvn_sync_desk_dup (reader);
}

static void
share (Fixture    *f,
       const Case *series)
{
  g_autofree char *home = cvn_store_read (f->store, dup_home, NULL, NULL);
  g_autofree char *sql = g_strdup_printf ("INSERT INTO sync_state (name, value) VALUES ('server', 'http://127.0.0.1:9/'), ('database', 'centre'), ('live', 0), "
                                          "('author', 'Ans'), ('install', 'an-install'), ('home', '%s')",
                                          series->moved ? "elsewhere" : home);

  cvn_test_sql (f->folder.path, sql);
}

static void
add_series (Fixture    *f,
            const Case *series)
{
  g_autofree char *own = cvn_store_read (f->store, dup_desk, NULL, NULL);
  const char      *desk = series->desk != NULL && *series->desk == '\0' ? own : series->desk;
  g_autoptr (CvnRecord) record = cvn_record_new (cvn_kind_find ("invoice_series"));

  cvn_record_set_id (record, SERIES);
  cvn_record_set_text (record, "name", "Contributions");
  cvn_record_set_text (record, "prefix", "F");
  cvn_record_set_integer (record, "width", 4);
  cvn_record_set_text (record, "desk", desk);
  cvn_test_put (f->store, record);
  for (int i = 0; i < series->n_leaves; i++)
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO sync_leaf (document, gen, hash, path, deleted, body, state) VALUES "
                                              "('invoice_series:" SERIES "', %d, '" HASH "', '" HASH "', 0, '{\"name\":\"Contributions\",\"prefix\":\"F\",\"desk\":\"%s\"}', %d)",
                                              i + 1, series->told ? desk : "Somebody #00000000", series->state);

      cvn_test_sql (f->folder.path, sql);
    }
}

static void
open_file (Fixture    *f,
           const Case *series)
{
  g_autoptr (GError) error = NULL;

  cvn_test_folder_make (&f->folder);
  cvn_test_folder_make_centre (&f->folder);
  f->store = cvn_store_open (f->folder.path, 0, "Ans", &error);
  g_assert_no_error (error);
  if (series->shared)
    share (f, series);
  add_series (f, series);
}

static void
close_file (Fixture *f)
{
  cvn_store_close (f->store);
  g_assert_finalize_object (f->store);
  cvn_test_folder_remove (&f->folder);
}

static gpointer
look (CvnReader    *reader,
      gpointer      data,
      GCancellable *cancellable,
      GError      **error)
{
  const Case *series = data;
  g_autoptr (CvnRecord) record = cvn_reader_get (reader, cvn_kind_find ("invoice_series"), SERIES, NULL);
  g_autoptr (CvnRecord) usual = cvn_series_find_usual (reader, NULL);
  CvnSeriesPlace   place = cvn_series_find_place (reader, record);
  g_autofree char *sentence = cvn_series_dup_sentence (record, place);
  gboolean         may = place == CVN_SERIES_FREE || place == CVN_SERIES_HERE;
  g_autoptr (GError) refused = NULL;

  g_assert_cmpint (place, ==, series->place);
  g_assert_cmpint (sentence == NULL, ==, may);
  g_assert_cmpint (cvn_series_check (reader, record, &refused), ==, may);
  if (!may)
    {
      g_assert_error (refused, CVN_ERROR, CVN_ERROR_INVALID);
      g_assert_cmpstr (cvn_error_get_field (refused), ==, "series");
    }
  /* The only one has letters. */
  g_assert_null (usual);
  /* An invoice of no series has a number here only in a centre that nobody shares. */
  g_assert_cmpint (cvn_series_check (reader, NULL, NULL), ==, !series->shared);
  return NULL;
}

static void
test_place (gconstpointer data)
{
  const Case *series = data;
  Fixture     f;

  open_file (&f, series);
  cvn_store_read (f.store, look, (gpointer) (guintptr) series, NULL);
  close_file (&f);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
can_run (CvnCentre    *centre,
         CvnOperation *made)
{
  g_autoptr (CvnOperation) operation = made;
  g_autoptr (GAsyncResult) result = NULL;

  cvn_operation_run_async (operation, centre, NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return cvn_centre_finish (centre, result, NULL) > 0;
}

/* cvn-move-series.c: a series is handed over where it is and when it was asked for, and asked for or taken elsewhere. */
static void
test_moves (void)
{
  static const struct
  {
    guint    place; /* of cases */
    gboolean asks;
    gboolean takes;
  } moves[] = {
    { 2, FALSE, FALSE }, /* here */
    { 5, TRUE, TRUE },   /* elsewhere */
    { 6, FALSE, FALSE }, /* disputed */
    { 7, FALSE, FALSE }, /* moved */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      Fixture f;
      g_autoptr (CvnCentre) centre = cvn_centre_new ();

      g_test_message ("%s", cases[moves[i].place].name);
      open_file (&f, &cases[moves[i].place]);
      cvn_centre_take_store (centre, f.store);
      /* Nobody asked for it, so there is nobody to hand it to. */
      g_assert_false (can_run (centre, cvn_hand_over_series_new (SERIES)));
      g_assert_cmpint (can_run (centre, cvn_ask_series_new (SERIES)), ==, moves[i].asks);
      g_assert_cmpint (can_run (centre, cvn_take_series_new (SERIES)), ==, moves[i].takes);
      cvn_centre_close (centre);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      cvn_test_folder_remove (&f.folder);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/model/series-place/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_place);
    }
  g_test_add_func ("/model/series-place/moves", test_moves);
  return g_test_run ();
}
