/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-figure-answer"

#include "cvn-error.h"
#include "cvn-figure-answer.h"
#include "cvn-figure-memory.h"
#include "cvn-import-job.h"
#include "cvn-table-variant.h"
#include "store-support.h"

/* Several figures at one moment, with what the records in them are called: worked out, or as they were kept. */

#define CONTENT_TYPE "(a{s" CVN_TABLE_VARIANT_TYPE "}a{ss})"

typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (GFile) sample = g_file_new_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", NULL);
  g_autoptr (CvnImportJob) job = cvn_import_job_new (sample);
  g_autoptr (GError) error = NULL;

  cvn_test_folder_make (&f->folder);
  f->store = cvn_store_open (f->folder.path, CVN_STORE_CREATE, "tester", &error);
  g_assert_no_error (error);
  cvn_import_job_run (job, f->store, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  cvn_store_close (f->store);
  g_assert_finalize_object (f->store);
  cvn_test_folder_remove (&f->folder);
}

static CvnFigureRequest *
make_request (const char *names,
              CvnLanguage language)
{
  CvnFigureRequest *request = g_new0 (CvnFigureRequest, 1);

  request->names = g_strsplit (names, " ", -1);
  request->today = g_strdup ("2020-12-31");
  request->year = 2020;
  request->language = language;
  return request;
}

static CvnFigureAnswer *
ask (Fixture          *f,
     CvnFigureRequest *request)
{
  g_autoptr (GError) error = NULL;
  CvnFigureAnswer *answer = cvn_store_read (f->store, cvn_figure_answer_read, request, &error);

  g_assert_no_error (error);
  g_assert_nonnull (answer);
  return answer;
}

/* Each record of the list has its title, in the language that was asked for; a sum has no records. */
static void
test_titles (Fixture      *f,
             gconstpointer data)
{
  CvnFigureRequest *request = make_request ("attention fee-revenue", CVN_LANGUAGE_NL);
  g_autoptr (CvnFigureAnswer) dutch = ask (f, request);
  g_autoptr (CvnFigureAnswer) english = NULL;
  CvnTable *table = g_hash_table_lookup (dutch->tables, "attention");
  guint     n_other = 0;
  guint     n_titles = 0;

  request->language = CVN_LANGUAGE_EN;
  english = ask (f, request);
  g_assert_cmpuint (g_hash_table_size (dutch->tables), ==, 2);
  g_assert_cmpint (cvn_table_get_integer (g_hash_table_lookup (dutch->tables, "fee-revenue"), 0, "amount"), ==, 2535000);
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    {
      const char *id = cvn_table_get_text (table, row, "id");

      if (id == NULL || cvn_table_get_text (table, row, "kind") == NULL)
        continue;
      n_titles++;
      g_assert_nonnull (g_hash_table_lookup (dutch->titles, id));
      n_other += g_strcmp0 (g_hash_table_lookup (dutch->titles, id), g_hash_table_lookup (english->titles, id)) != 0;
    }
  g_assert_cmpuint (n_titles, >, 0);
  g_assert_cmpuint (n_other, >, 0);
  g_assert_false (dutch->recalled);
  g_assert_null (dutch->content);
  cvn_figure_request_free (request);
}

/* A figure that cannot be read is an error, whatever came before it, and nothing is kept of the rest. */
static void
test_unreadable (Fixture      *f,
                 gconstpointer data)
{
  CvnFigureRequest *request = make_request ("events-held fee-revenue", CVN_LANGUAGE_EN);
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnFigureAnswer) readable = NULL;

  cvn_test_sql (f->folder.path, "PRAGMA foreign_keys = OFF; DROP TABLE fee");
  request->remembers = TRUE;
  g_assert_null (cvn_store_read (f->store, cvn_figure_answer_read, request, &error));
  g_assert_true (error != NULL && error->domain == CVN_ERROR);
  g_clear_pointer (&request->names[1], g_free);
  request->recalls = TRUE;
  readable = ask (f, request);
  g_assert_false (readable->recalled);
  g_assert_nonnull (g_hash_table_lookup (readable->tables, "events-held"));
  cvn_figure_request_free (request);
}

/* What is kept is the same to the byte each time, and comes back with its titles to who wants it. */
static void
test_recalls (Fixture      *f,
              gconstpointer data)
{
  CvnFigureRequest *request = make_request ("attention fee-revenue", CVN_LANGUAGE_NL);
  g_autoptr (CvnFigureAnswer) first = NULL;
  g_autoptr (CvnFigureAnswer) again = NULL;
  g_autoptr (CvnFigureAnswer) recalled = NULL;
  g_autoptr (CvnFigureAnswer) other = NULL;
  GHashTableIter iter;
  gpointer       id;
  gpointer       title;

  request->remembers = TRUE;
  first = ask (f, request);
  again = ask (f, request);
  g_assert_false (again->recalled);
  g_assert_true (g_variant_equal (first->content, again->content));
  request->recalls = TRUE;
  recalled = ask (f, request);
  g_assert_true (recalled->recalled);
  g_assert_true (g_variant_equal (first->content, recalled->content));
  g_assert_cmpuint (g_hash_table_size (recalled->titles), ==, g_hash_table_size (first->titles));
  g_hash_table_iter_init (&iter, first->titles);
  while (g_hash_table_iter_next (&iter, &id, &title))
    g_assert_cmpstr (g_hash_table_lookup (recalled->titles, id), ==, title);
  g_assert_cmpint (cvn_table_get_integer (g_hash_table_lookup (recalled->tables, "fee-revenue"), 0, "amount"), ==, 2535000);
  request->year = 2019;
  other = ask (f, request);
  g_assert_false (other->recalled);
  g_assert_cmpint (cvn_table_get_integer (g_hash_table_lookup (other->tables, "fee-revenue"), 0, "amount"), ==, 3181500);
  cvn_figure_request_free (request);
}

typedef struct
{
  CvnFigureRequest *request;
  const char       *content;
} Kept;

static gpointer
keep (CvnReader    *reader,
      gpointer      data,
      GCancellable *cancellable,
      GError      **error)
{
  Kept              *kept = data;
  CvnFigureArguments arguments = { .year = kept->request->year, .today = kept->request->today };
  g_autofree char   *key = cvn_figure_memory_dup_key (reader, (const char *const *) kept->request->names, &arguments, kept->request->language);
  g_autoptr (GVariant) content = g_variant_parse (G_VARIANT_TYPE (CONTENT_TYPE), kept->content, NULL, NULL, error);

  if (content == NULL)
    return NULL;
  cvn_figure_memory_write (reader, key, content);
  return kept;
}

/* Something that was kept under the right key and is not what was asked for is worked out anew; only what fits is taken. */
static void
test_bad_memory (Fixture      *f,
                 gconstpointer data)
{
  static const struct
  {
    const char *content;
    gboolean    fits;
  } rows[] = {
    { "(@a{s(as(ayaxas))} {}, @a{ss} {})", FALSE },                                               /* no figure */
    { "({'events-held': (['amount'], ([byte 1], [int64 7], ['']))}, @a{ss} {})", FALSE },         /* another figure */
    { "({'fee-revenue': (@as [], (@ay [], @ax [], @as []))}, @a{ss} {})", FALSE },                /* no table */
    { "({'fee-revenue': (['amount', 'unit'], ([byte 1], [int64 7], ['']))}, @a{ss} {})", FALSE }, /* half a row */
    { "({'fee-revenue': (['amount'], ([byte 1], [int64 7], ['']))}, {'id': 'title'})", TRUE },
  };
  CvnFigureRequest *request = make_request ("fee-revenue", CVN_LANGUAGE_EN);

  request->remembers = TRUE;
  request->recalls = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Kept kept = { request, rows[i].content };
      g_autoptr (GError) error = NULL;
      g_autoptr (CvnFigureAnswer) answer = NULL;

      g_test_message ("%s", rows[i].content);
      cvn_store_read (f->store, keep, &kept, &error);
      g_assert_no_error (error);
      answer = ask (f, request);
      g_assert_cmpint (answer->recalled, ==, rows[i].fits);
      g_assert_cmpint (cvn_table_get_integer (g_hash_table_lookup (answer->tables, "fee-revenue"), 0, "amount"), ==, rows[i].fits ? 7 : 2535000);
      g_assert_cmpstr (g_hash_table_lookup (answer->titles, "id"), ==, rows[i].fits ? "title" : NULL);
    }
  cvn_figure_request_free (request);
}

static void
add_tasks (Fixture *f,
           guint    n)
{
  g_autofree char *sql = g_strdup_printf ("WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < %u) "
                                          "INSERT INTO task (id, title, due, hash) SELECT 'task-' || i, 'Task ' || i, '2020-12-31', 0 FROM n",
                                          n);

  cvn_test_sql (f->folder.path, sql);
}

/* Who could read all the titles of a long list does not look at it as a list. */
static void
test_long_list (Fixture      *f,
                gconstpointer data)
{
  CvnFigureRequest *request = make_request ("deadlines", CVN_LANGUAGE_EN);
  g_autoptr (CvnFigureAnswer) few = NULL;
  g_autoptr (CvnFigureAnswer) many = NULL;

  add_tasks (f, 3);
  few = ask (f, request);
  g_assert_cmpstr (g_hash_table_lookup (few->titles, "task-3"), ==, "Task 3");
  cvn_test_sql (f->folder.path, "DELETE FROM task WHERE id LIKE 'task-%'");
  add_tasks (f, 201);
  many = ask (f, request);
  g_assert_cmpuint (cvn_table_get_n_rows (g_hash_table_lookup (many->tables, "deadlines")), >, 200);
  g_assert_cmpuint (g_hash_table_size (many->titles), ==, 0);
  cvn_figure_request_free (request);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/figure-answer/titles", Fixture, NULL, set_up, test_titles, tear_down);
  g_test_add ("/model/figure-answer/unreadable", Fixture, NULL, set_up, test_unreadable, tear_down);
  g_test_add ("/model/figure-answer/recalls", Fixture, NULL, set_up, test_recalls, tear_down);
  g_test_add ("/model/figure-answer/bad-memory", Fixture, NULL, set_up, test_bad_memory, tear_down);
  g_test_add ("/model/figure-answer/long-list", Fixture, NULL, set_up, test_long_list, tear_down);
  return g_test_run ();
}
