/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-figure-set"

#include "cvn-figure-memory.h"
#include "cvn-figure-set.h"
#include "cvn-import-job.h"
#include "cvn-record.h"
#include "cvn-store.h"
#include "cvn-table-variant.h"
#include "store-support.h"

#include <glib/gstdio.h>

/* Figures that are remembered from one time to the next, on the sample centre. */

typedef struct
{
  CvnTestFolder folder;
  CvnCentre    *centre;
  char         *memory;
} Fixture;

static const char *const names[] = { "fee-revenue", "contributions-by-municipality", "result-expected", NULL };

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (GFile) sample = g_file_new_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", NULL);
  g_autoptr (CvnImportJob) job = cvn_import_job_new (sample);
  g_autoptr (CvnStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;

  cvn_test_folder_make (&f->folder);
  folder = g_strconcat (f->folder.path, "-backups", NULL);
  f->memory = g_build_filename (folder, "last-figures", NULL);
  store = cvn_store_open (f->folder.path, CVN_STORE_CREATE, "tester", &error);
  g_assert_no_error (error);
  cvn_import_job_run (job, store, &error);
  g_assert_no_error (error);
  f->centre = cvn_centre_new ();
  cvn_centre_take_store (f->centre, g_steal_pointer (&store));
  cvn_centre_set_year (f->centre, 2019);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  cvn_centre_close (f->centre);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (f->centre);
  g_free (f->memory);
  cvn_test_folder_remove (&f->folder);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static CvnFigureSet *
open_set (Fixture *f)
{
  CvnFigureSet *set = cvn_figure_set_new_remembered (f->centre, names);

  while (!cvn_figure_set_is_loaded (set))
    g_main_context_iteration (NULL, TRUE);
  return set;
}

static char *
print (CvnFigureSet *set)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GVariant) variant = g_variant_ref_sink (cvn_table_to_variant (cvn_figure_set_get (set, names[i])));

      g_variant_print_string (variant, text, FALSE);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
read_memory (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length = 0;
  char *sum;

  g_file_get_contents (f->memory, &text, &length, &error);
  g_assert_no_error (error);
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, length);
  g_free (text);
  return sum;
}

static void
test_a_table_survives (void)
{
  static const char *const columns[] = { "label", "amount" };
  g_autoptr (CvnTable) table = cvn_table_new (columns, 2);
  g_autoptr (CvnTable) again = NULL;
  g_autoptr (GVariant) variant = NULL;
  CvnValue *row;

  row = cvn_table_append_row (table);
  cvn_value_set_text (&row[0], "Één");
  cvn_value_set_integer (&row[1], G_MININT64);
  cvn_table_append_row (table);
  variant = g_variant_ref_sink (cvn_table_to_variant (table));
  again = cvn_table_new_from_variant (variant);
  g_assert_cmpuint (cvn_table_get_n_rows (again), ==, 2);
  g_assert_cmpstr (cvn_table_get_column_name (again, 1), ==, "amount");
  for (guint i = 0; i < 2; i++)
    for (guint column = 0; column < 2; column++)
      g_assert_true (cvn_value_equal (cvn_table_get (table, i, column), cvn_table_get (again, i, column)));
}

static void
test_no_table (void)
{
  static const char *const texts[] = {
    "(@as [], ([], [], []))",            /* no columns */
    "(['a', 'b'], ([1], [5], ['']))",    /* half a row */
    "(['a'], ([1, 1], [5], ['', '']))",  /* a number is missing */
    "(['a'], ([1, 1], [5, 6], ['']))",   /* a text is missing */
    "(['a'], ([], [5, 6], ['a', 'b']))", /* no types */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GVariant) variant = g_variant_parse (G_VARIANT_TYPE (CVN_TABLE_VARIANT_TYPE), texts[i], NULL, NULL, NULL);

      g_assert_nonnull (variant);
      g_assert_null (cvn_table_new_from_variant (variant));
    }
}

/* The second time the figures are those of the memory, and working them out changes nothing. */
static void
test_remembers (Fixture      *f,
                gconstpointer data)
{
  g_autoptr (CvnFigureSet) plain = cvn_figure_set_new (f->centre, names);
  g_autoptr (CvnFigureSet) first = open_set (f);
  g_autoptr (CvnFigureSet) second = NULL;
  g_autoptr (CvnFigureSet) third = NULL;
  g_autofree char *kept = read_memory (f);
  g_autofree char *before = print (first);
  g_autofree char *recalled = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *still = NULL;
  guint            n_changes = 0;

  second = open_set (f);
  recalled = print (second);
  g_assert_cmpstr (recalled, ==, before);
  while (!cvn_figure_set_is_loaded (plain))
    g_main_context_iteration (NULL, TRUE);
  expected = print (plain);
  g_assert_cmpstr (recalled, ==, expected);
  g_assert_cmpint (cvn_figure_set_get_amount (second, "fee-revenue"), ==, 3181500);
  g_signal_connect_swapped (second, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_cmpint (g_unlink (f->memory), ==, 0);
  cvn_figure_set_confirm (second);
  while (!g_file_test (f->memory, G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, FALSE);
  third = open_set (f);
  g_assert_nonnull (third);
  g_assert_cmpuint (n_changes, ==, 0);
  still = read_memory (f);
  g_assert_cmpstr (still, ==, kept);
}

/* What was changed behind the journal's back is shown as it was for one moment only. */
static void
test_confirms (Fixture      *f,
               gconstpointer data)
{
  g_autoptr (CvnFigureSet) first = open_set (f);
  g_autoptr (CvnFigureSet) second = NULL;
  guint n_changes = 0;

  cvn_test_sql (f->folder.path, "UPDATE fee SET amount = amount * 2");
  second = open_set (f);
  g_assert_cmpint (cvn_figure_set_get_amount (second, "fee-revenue"), ==, 3181500);
  g_signal_connect_swapped (second, "changed", G_CALLBACK (count_cb), &n_changes);
  cvn_figure_set_confirm (second);
  while (n_changes == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (cvn_figure_set_get_amount (second, "fee-revenue"), ==, 6363000);
}

/* Another year, a change, and a damaged file: each is worked out anew. */
static void
test_forgets (Fixture      *f,
              gconstpointer data)
{
  g_autoptr (CvnFigureSet) first = open_set (f);
  g_autoptr (CvnFigureSet) other_year = NULL;
  g_autoptr (CvnFigureSet) damaged = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize            length = 0;

  cvn_centre_set_year (f->centre, 2020);
  other_year = open_set (f);
  g_assert_cmpint (cvn_figure_set_get_amount (other_year, "fee-revenue"), ==, 2535000);
  g_file_get_contents (f->memory, &text, &length, &error);
  g_assert_no_error (error);
  text[length / 2] ^= 0x20;
  g_file_set_contents (f->memory, text, (gssize) length, &error);
  g_assert_no_error (error);
  damaged = open_set (f);
  g_assert_cmpint (cvn_figure_set_get_amount (damaged, "fee-revenue"), ==, 2535000);
}

/* Those of the first page that are remembered. */
static const char *const first_names[] = {
  "contributions-committed", "contributions-received", "fee-revenue", "fee-revenue-budget", "fee-revenue-by-month",
  "bookings-by-state", "events-held", "result-expected", "commitment-thermometer", "contributions-by-municipality",
  "registrations-by-municipality", NULL
};

static char *
print_figures (CvnReader                *reader,
               const CvnFigureArguments *arguments)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; first_names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CvnTable) table = cvn_reader_figure (reader, first_names[i], arguments, &error);
      g_autoptr (GVariant) variant = NULL;

      g_assert_no_error (error);
      variant = g_variant_ref_sink (cvn_table_to_variant (table));
      g_variant_print_string (variant, text, FALSE);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* From each day to the next one of @data, the figures are what they were if the key is. Returns: how many spans there were */
static gpointer
compare_days (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  const char *const *days = data;
  g_autofree char   *last_key = NULL;
  g_autofree char   *last_text = NULL;
  guint              n_spans = 0;

  for (guint i = 0; days[i] != NULL; i++)
    {
      CvnFigureArguments arguments = { .year = 2019, .today = days[i] };
      g_autofree char   *key = cvn_figure_memory_dup_key (reader, first_names, &arguments, CVN_LANGUAGE_EN);
      g_autofree char   *text = print_figures (reader, &arguments);

      g_assert_nonnull (key);
      if (g_strcmp0 (key, last_key) == 0)
        g_assert_cmpstr (text, ==, last_text);
      else
        n_spans++;
      g_free (last_key);
      g_free (last_text);
      last_key = g_steal_pointer (&key);
      last_text = g_steal_pointer (&text);
    }
  return GUINT_TO_POINTER (n_spans);
}

/* The first start of a day finds what was kept, unless a decision takes effect or another month of the budget is over. */
static void
test_days (Fixture      *f,
           gconstpointer data)
{
  static const char *const days[] = {
    "2017-12-30", "2017-12-31", "2018-01-01", "2018-12-30", "2018-12-31", "2019-01-01", "2019-01-02", "2019-01-30",
    "2019-01-31", "2019-02-01", "2019-02-27", "2019-02-28", "2019-03-01", "2019-03-14", "2019-03-15", "2019-03-16",
    "2019-05-30", "2019-05-31", "2019-06-01", "2019-12-30", "2019-12-31", "2020-01-01", "2026-11-21", "2026-11-22", NULL
  };
  g_autoptr (GError) error = NULL;
  guint n_spans;

  cvn_test_sql (f->folder.path, "UPDATE agreement_decision SET date = '2019-03-15' WHERE rowid % 2 = 0");
  n_spans = GPOINTER_TO_UINT (cvn_store_read (cvn_centre_get_store (f->centre), compare_days, (gpointer) (gsize) days, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_spans, >, 4);
  g_assert_cmpuint (n_spans, <, G_N_ELEMENTS (days) - 6);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/figure-set/a-table-survives", test_a_table_survives);
  g_test_add_func ("/model/figure-set/no-table", test_no_table);
  g_test_add ("/model/figure-set/remembers", Fixture, NULL, set_up, test_remembers, tear_down);
  g_test_add ("/model/figure-set/confirms", Fixture, NULL, set_up, test_confirms, tear_down);
  g_test_add ("/model/figure-set/days", Fixture, NULL, set_up, test_days, tear_down);
  g_test_add ("/model/figure-set/forgets", Fixture, NULL, set_up, test_forgets, tear_down);
  return g_test_run ();
}
