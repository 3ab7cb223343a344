/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-reader"

#include "sample.h"

#include "cvn-error.h"

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
  g_clear_object (&fixture->store);
  cvn_test_folder_remove (&fixture->folder);
}

/* Runs a question on a reader's thread; it returns something that is not NULL. */
static void
ask (Fixture    *fixture,
     CvnReadFunc func)
{
  g_autoptr (GError) error = NULL;

  cvn_store_read (fixture->store, func, fixture, &error);
  g_assert_no_error (error);
}

/* The places that a query finds, or a failed test. */
static GArray *
list (CvnReader      *reader,
      const CvnQuery *query)
{
  g_autoptr (GError) error = NULL;
  GArray *seqs = cvn_reader_list (reader, query, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (cvn_reader_count (reader, query, &error), ==, seqs->len);
  g_assert_no_error (error);
  return seqs;
}

static GPtrArray *
get_rows (CvnReader     *reader,
          const CvnKind *kind,
          GArray        *seqs)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = cvn_reader_get_rows (reader, kind, (const gint64 *) (gconstpointer) seqs->data, seqs->len, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, seqs->len);
  return rows;
}

static gpointer
list_in_order (CvnReader    *reader,
               gpointer      data,
               GCancellable *cancellable,
               GError      **error)
{
  const CvnKind *kind = cvn_kind_find ("commitment");

  for (int descending = 0; descending < 2; descending++)
    {
      g_autoptr (CvnQuery) query = cvn_query_new (kind);
      g_autoptr (GArray) seqs = NULL;
      g_autoptr (GPtrArray) rows = NULL;

      cvn_query_set_sort (query, "amount", descending);
      seqs = list (reader, query);
      rows = get_rows (reader, kind, seqs);
      g_assert_cmpuint (rows->len, ==, 40);
      for (guint i = 1; i < rows->len; i++)
        {
          gint64 a = cvn_record_get_integer (g_ptr_array_index (rows, i - 1), "amount");
          gint64 b = cvn_record_get_integer (g_ptr_array_index (rows, i), "amount");

          g_assert_cmpint (cvn_record_get_seq (g_ptr_array_index (rows, i)), ==, g_array_index (seqs, gint64, i));
          if (descending)
            g_assert_cmpint (a, >=, b);
          else
            g_assert_cmpint (a, <=, b);
          /* The order of entry decides between equals. */
          if (a == b && !descending)
            g_assert_cmpint (g_array_index (seqs, gint64, i - 1), <, g_array_index (seqs, gint64, i));
        }
    }
  return reader;
}

static void
test_order (Fixture      *fixture,
            gconstpointer data)
{
  ask (fixture, list_in_order);
}

/* A reference is sorted by what people read, not by the id. */
static gpointer
list_by_reference (CvnReader    *reader,
                   gpointer      data,
                   GCancellable *cancellable,
                   GError      **error)
{
  const CvnKind *kind = cvn_kind_find ("commitment");
  g_autoptr (CvnQuery) query = cvn_query_new (kind);
  g_autoptr (GArray) seqs = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *last = NULL;

  cvn_query_set_sort (query, "organisation", FALSE);
  seqs = list (reader, query);
  rows = get_rows (reader, kind, seqs);
  g_assert_cmpuint (rows->len, ==, 40);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *title = cvn_reader_dup_title (reader, cvn_kind_find ("organisation"), cvn_record_get_text (g_ptr_array_index (rows, i), "organisation"), CVN_LANGUAGE_NL);

      if (last != NULL)
        g_assert_cmpint (g_ascii_strcasecmp (last, title), <=, 0);
      g_free (last);
      last = g_steal_pointer (&title);
    }
  return reader;
}

static void
test_order_by_reference (Fixture      *fixture,
                         gconstpointer data)
{
  ask (fixture, list_by_reference);
}

static void
assert_n (CvnReader  *reader,
          const char *kind,
          const char *field,
          CvnMatch    match,
          const char *text,
          gint64      integer,
          guint       n)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find (kind));
  g_autoptr (GArray) seqs = NULL;

  if (text != NULL)
    cvn_query_add_text (query, field, match, text);
  else
    cvn_query_add_integer (query, field, match, integer);
  seqs = list (reader, query);
  g_assert_cmpuint (seqs->len, ==, n);
}

static gpointer
filter (CvnReader    *reader,
        gpointer      data,
        GCancellable *cancellable,
        GError      **error)
{
  g_autoptr (CvnQuery) year = cvn_query_new (cvn_kind_find ("registration_count"));
  g_autoptr (CvnQuery) event_year = cvn_query_new (cvn_kind_find ("event"));
  g_autoptr (CvnTable) sums = NULL;

  assert_n (reader, "commitment", "year", CVN_MATCH_EQUAL, NULL, 2019, 20);
  assert_n (reader, "commitment", "year", CVN_MATCH_NOT_EQUAL, NULL, 2019, 20);
  assert_n (reader, "commitment", "year", CVN_MATCH_AT_LEAST, NULL, 2020, 10);
  assert_n (reader, "commitment", "year", CVN_MATCH_AT_MOST, NULL, 2018, 10);
  assert_n (reader, "organisation", "kind", CVN_MATCH_EQUAL, "municipality", 0, 6);
  assert_n (reader, "organisation", "gm_code", CVN_MATCH_NOT_EMPTY, "", 0, 6);
  assert_n (reader, "organisation", "gm_code", CVN_MATCH_EMPTY, "", 0, 42);
  /* An empty field is not equal to anything. */
  assert_n (reader, "organisation", "gm_code", CVN_MATCH_NOT_EQUAL, "GM0546", 0, 47);
  assert_n (reader, "organisation", "name_nl", CVN_MATCH_EQUAL, "'; DROP TABLE organisation; --", 0, 0);

  cvn_query_add_year (year, "month", 2019);
  sums = cvn_reader_sums (reader, year, error);
  g_assert_nonnull (sums);
  g_assert_cmpint (cvn_table_get_integer (sums, 0, "count"), ==, 792);
  g_assert_cmpint (cvn_table_get_integer (sums, 0, "n"), ==, cvn_reader_count (reader, year, NULL));
  cvn_query_add_year (event_year, "starts", 2018);
  g_assert_cmpint (cvn_reader_count (reader, event_year, NULL), ==, 13);
  return reader;
}

static void
test_filter (Fixture      *fixture,
             gconstpointer data)
{
  ask (fixture, filter);
}

static guint
count_found (CvnReader  *reader,
             const char *kind,
             const char *words)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find (kind));
  g_autoptr (GArray) seqs = NULL;

  cvn_query_set_search (query, words);
  seqs = list (reader, query);
  return seqs->len;
}

static gpointer
search_in_list (CvnReader    *reader,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("commitment"));
  g_autoptr (GArray) seqs = NULL;

  g_assert_cmpuint (count_found (reader, "organisation", "katw"), ==, 1);
  g_assert_cmpuint (count_found (reader, "organisation", "GEMEENTE"), ==, 6);
  /* Found by the record that it refers to. */
  g_assert_cmpuint (count_found (reader, "commitment", "Katwijk"), ==, 4);
  g_assert_cmpuint (count_found (reader, "registration_count", "zoeterwoude"), >, 0);
  g_assert_cmpuint (count_found (reader, "organisation", "katwijk leiden"), ==, 0);
  g_assert_cmpuint (count_found (reader, "organisation", "xyzzy"), ==, 0);
  g_assert_cmpuint (count_found (reader, "organisation", "  \"' *( "), ==, 48);

  /* Words and conditions together. */
  cvn_query_set_search (query, "katwijk");
  cvn_query_add_integer (query, "year", CVN_MATCH_EQUAL, 2019);
  cvn_query_add_integer (query, "amount", CVN_MATCH_AT_LEAST, 1500000);
  seqs = list (reader, query);
  g_assert_cmpuint (seqs->len, ==, 1);
  return reader;
}

static void
test_search_in_list (Fixture      *fixture,
                     gconstpointer data)
{
  ask (fixture, search_in_list);
}

static gpointer
get_missing (CvnReader    *reader,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  static const gint64 seqs[] = { 999999, 2, 1 };
  const CvnKind      *kind = cvn_kind_find ("organisation");
  g_autoptr (GPtrArray) rows = cvn_reader_get_rows (reader, kind, seqs, 3, error);
  g_autoptr (CvnRecord) nobody = cvn_reader_get (reader, kind, "nobody", error);
  g_autoptr (GPtrArray) nothing = cvn_reader_get_rows (reader, kind, seqs, 0, error);

  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_null (g_ptr_array_index (rows, 0));
  g_assert_cmpint (cvn_record_get_seq (g_ptr_array_index (rows, 1)), ==, 2);
  g_assert_cmpint (cvn_record_get_seq (g_ptr_array_index (rows, 2)), ==, 1);
  g_assert_null (nobody);
  g_assert_cmpuint (nothing->len, ==, 0);
  return reader;
}

static void
test_get_rows (Fixture      *fixture,
               gconstpointer data)
{
  ask (fixture, get_missing);
}

static void
assert_title (CvnReader  *reader,
              const char *kind,
              const char *text,
              CvnLanguage language,
              const char *title)
{
  const CvnKind *k = cvn_kind_find (kind);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = cvn_reader_resolve (reader, k, text, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = cvn_reader_dup_title (reader, k, id, language);
  g_assert_cmpstr (found, ==, title);
}

static gpointer
name_records (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr (CvnRecord) record = cvn_record_new (cvn_kind_find ("organisation"));
  g_autofree char *english = NULL;
  g_autofree char *missing = NULL;

  assert_title (reader, "organisation", "gem-katwijk", CVN_LANGUAGE_NL, "Gemeente Katwijk");
  assert_title (reader, "organisation", "gem-katwijk", CVN_LANGUAGE_EN, "Municipality of Katwijk");
  assert_title (reader, "commitment", "toez-002", CVN_LANGUAGE_NL, "Gemeente Katwijk · 2018");
  assert_title (reader, "commitment", "toez-002", CVN_LANGUAGE_EN, "Municipality of Katwijk · 2018");
  assert_title (reader, "agreement", "conv-2019", CVN_LANGUAGE_EN, "Extension of the covenant Expat Centre Leiden");
  assert_title (reader, "booking", "bk-01", CVN_LANGUAGE_NL, "Demo Biotech Alpha B.V. · Introductiedag");
  assert_title (reader, "booking", "bk-01", CVN_LANGUAGE_EN, "Demo Biotech Alpha B.V. · Introduction day");

  /* Half a title is better than none. */
  cvn_record_set_text (record, "name_nl", "Alleen Nederlands");
  english = cvn_reader_dup_record_title (reader, record, CVN_LANGUAGE_EN);
  g_assert_cmpstr (english, ==, "Alleen Nederlands");
  missing = cvn_reader_dup_title (reader, cvn_kind_find ("organisation"), "gone", CVN_LANGUAGE_EN);
  g_assert_cmpstr (missing, ==, "gone");
  return reader;
}

static void
test_titles (Fixture      *fixture,
             gconstpointer data)
{
  ask (fixture, name_records);
}

static gpointer
resolve_names (CvnReader    *reader,
               gpointer      data,
               GCancellable *cancellable,
               GError      **unused)
{
  static const char *const names[] = { "organisation-0002", "gem-katwijk", "GM0537", "Gemeente Katwijk", "Municipality of Katwijk" };
  const CvnKind           *kind = cvn_kind_find ("organisation");
  g_autoptr (GError) unknown = NULL;
  g_autoptr (GError) ambiguous = NULL;

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *id = cvn_reader_resolve (reader, kind, names[i], &error);

        g_assert_no_error (error);
        g_assert_cmpstr (id, ==, "organisation-0002");
      }
  g_assert_null (cvn_reader_resolve (reader, kind, "Gemeente Atlantis", &unknown));
  g_assert_error (unknown, CVN_ERROR, CVN_ERROR_UNKNOWN_REFERENCE);
  g_assert_null (cvn_reader_resolve (reader, cvn_kind_find ("event"), "Tango Workshop", &ambiguous));
  g_assert_error (ambiguous, CVN_ERROR, CVN_ERROR_AMBIGUOUS);
  return reader;
}

static void
test_resolve (Fixture      *fixture,
              gconstpointer data)
{
  ask (fixture, resolve_names);
}

static gpointer
find_references (CvnReader    *reader,
                 gpointer      data,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_autofree char *id = cvn_reader_resolve (reader, cvn_kind_find ("agreement"), "conv-2019", error);
  g_autoptr (GPtrArray) hits = cvn_reader_find_references (reader, cvn_kind_find ("agreement"), id, error);
  g_autoptr (GPtrArray) none = cvn_reader_find_references (reader, cvn_kind_find ("agreement"), "nothing", error);
  guint n_commitments = 0;
  guint n_decisions = 0;

  g_assert_nonnull (hits);
  for (guint i = 0; i < hits->len; i++)
    {
      const CvnSearchHit *hit = g_ptr_array_index (hits, i);

      n_commitments += g_str_equal (hit->kind->name, "commitment");
      n_decisions += g_str_equal (hit->kind->name, "agreement_decision");
      g_assert_cmpstr (hit->found, ==, "agreement");
      g_assert_cmpstr (hit->title, !=, "");
    }
  g_assert_cmpuint (n_commitments, ==, 20);
  g_assert_cmpuint (n_decisions, ==, 30);
  g_assert_cmpuint (hits->len, ==, 50);
  g_assert_cmpuint (none->len, ==, 0);
  return reader;
}

static void
test_references (Fixture      *fixture,
                 gconstpointer data)
{
  ask (fixture, find_references);
}

static gpointer
list_cancelled (CvnReader    *reader,
                gpointer      data,
                GCancellable *unused,
                GError      **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("registration_count"));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) cancelled = NULL;
  g_autoptr (GArray) seqs = NULL;

  g_cancellable_cancel (cancellable);
  seqs = cvn_reader_list (reader, query, cancellable, &cancelled);
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (seqs);
  return reader;
}

static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  ask (fixture, list_cancelled);
}

#define ADD(name, func) g_test_add ("/store/reader/" name, Fixture, NULL, set_up, func, tear_down)

static gpointer
answer_nothing (CvnReader    *reader,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  return NULL;
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cvn_store_read_finish (CVN_STORE (source), result, &error));
  g_assert_no_error (error);
  (*(guint *) data)++;
}

/* Takes an answer, and asks and waits for another one before it returns. */
static void
answered_and_asks_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      data)
{
  guint inner = 0;

  cvn_store_read_async (CVN_STORE (source), answer_nothing, NULL, NULL, NULL, NULL, answered_cb, &inner);
  while (inner == 0)
    g_main_context_iteration (NULL, TRUE);
  answered_cb (source, result, data);
}

/* Answers that are there together do not come in one turn of the main loop, and none is lost when the loop runs inside of one. */
static void
test_turns (Fixture      *fixture,
            gconstpointer data)
{
  guint n = 0;

  for (guint i = 0; i < 8; i++)
    cvn_store_read_async (fixture->store, answer_nothing, NULL, NULL, NULL, NULL, answered_cb, &n);
  ask (fixture, answer_nothing); /* asked last, answered last but for one */
  while (n < 8)
    {
      guint before = n;

      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (n, <=, before + 1);
    }
  for (guint i = 0; i < 4; i++)
    cvn_store_read_async (fixture->store, answer_nothing, NULL, NULL, NULL, NULL, answered_and_asks_cb, &n);
  while (n < 12)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("order", test_order);
  ADD ("order-by-reference", test_order_by_reference);
  ADD ("filter", test_filter);
  ADD ("search-in-list", test_search_in_list);
  ADD ("get-rows", test_get_rows);
  ADD ("titles", test_titles);
  ADD ("resolve", test_resolve);
  ADD ("references", test_references);
  ADD ("cancel", test_cancel);
  ADD ("turns", test_turns);
  return g_test_run ();
}
