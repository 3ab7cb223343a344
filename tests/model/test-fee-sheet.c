/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-fee-sheet"

#include "cvn-error.h"
#include "cvn-fee-entry.h"
#include "cvn-import-job.h"
#include "cvn-record.h"
#include "cvn-store.h"
#include "store-support.h"

#include <string.h>

/* The grid of the sample centre's registrations: its sums, what is filled in and pasted, and what the open months may bring. */

typedef struct
{
  CvnTestFolder folder;
  CvnCentre    *centre;
  CvnFeeSheet  *sheet;
  CvnFeeEntry  *entry;
  guint         n_written;
  gboolean      may_fail;
  int           failed_place;
  char         *failed_text;
} Fixture;

static void
written_cb (Fixture *f,
            guint    n)
{
  f->n_written += n;
}

static void
failed_cb (Fixture    *f,
           const char *message,
           int         place,
           const char *typed)
{
  if (!f->may_fail)
    g_error ("%s", message);
  g_test_message ("%s", message);
  f->failed_place = place;
  g_free (f->failed_text);
  f->failed_text = g_strdup (typed);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Runs the main loop until the numbers have been read once more. */
static void
wait_changed (Fixture *f)
{
  guint  n = 0;
  gulong id = g_signal_connect_swapped (f->sheet, "changed", G_CALLBACK (count_cb), &n);

  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (f->sheet, id);
}

static void
show_year (Fixture *f,
           int      year)
{
  if (cvn_fee_sheet_get_year (f->sheet) == year)
    return;
  do
    {
      cvn_centre_set_year (f->centre, year);
      wait_changed (f);
    }
  while (cvn_fee_sheet_get_year (f->sheet) != year);
}

/* The centre says what day it is once it has read when its records end. */
static void
show_day (Fixture    *f,
          const char *today)
{
  do
    {
      cvn_centre_set_today (f->centre, today);
      wait_changed (f);
    }
  while (!g_str_equal (cvn_centre_get_today (f->centre), today));
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
  f->sheet = cvn_fee_sheet_new (f->centre);
  f->entry = cvn_fee_entry_new (f->sheet);
  g_signal_connect_swapped (f->entry, "written", G_CALLBACK (written_cb), f);
  g_signal_connect_swapped (f->entry, "failed", G_CALLBACK (failed_cb), f);
  wait_changed (f);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  cvn_centre_close (f->centre);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (f->entry);
  g_assert_finalize_object (f->sheet);
  g_assert_finalize_object (f->centre);
  cvn_test_folder_remove (&f->folder);
}

/* Waits until @n more cells are in the file and the sheet shows them. */
static void
wait_written (Fixture *f,
              guint    n)
{
  while (f->n_written < n)
    g_main_context_iteration (NULL, TRUE);
  f->n_written = 0;
  show_year (f, 2019);
  show_year (f, 2021);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      done)
{
  g_autoptr (GError) error = NULL;

  cvn_centre_finish (CVN_CENTRE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

static void
undo (Fixture *f)
{
  gboolean done = FALSE;

  cvn_centre_undo_async (f->centre, NULL, undone_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  show_year (f, 2019);
  show_year (f, 2021);
}

/* Sums over the files of the sample, as its README gives them. */
static void
test_sums (Fixture      *f,
           gconstpointer data)
{
  static const struct
  {
    int    year;
    gint64 count;
    gint64 revenue;
  } expected[] = { { 2018, 624, 594000 }, { 2019, 792, 3181500 }, { 2020, 560, 2535000 } };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      gint64 by_row = 0;
      gint64 by_month = 0;

      show_year (f, expected[i].year);
      g_assert_cmpuint (cvn_fee_sheet_get_n_rows (f->sheet), ==, 6);
      g_assert_cmpstr (cvn_fee_sheet_get_name (f->sheet, 0), ==, "Leiden");
      for (int row = 0; row < 6; row++)
        by_row += cvn_fee_sheet_sum (f->sheet, row, CVN_FEE_ALL, FALSE);
      for (int month = 0; month < 12; month++)
        by_month += cvn_fee_sheet_sum (f->sheet, CVN_FEE_ALL, month, FALSE);
      g_assert_cmpint (by_row, ==, expected[i].count);
      g_assert_cmpint (by_month, ==, expected[i].count);
      g_assert_cmpint (cvn_fee_sheet_sum (f->sheet, CVN_FEE_ALL, CVN_FEE_ALL, TRUE), ==, i > 0 ? expected[i - 1].count : 0);
      cvn_fee_sheet_set_measure (f->sheet, CVN_FEE_MEASURE_REVENUE);
      g_assert_cmpint (cvn_fee_sheet_sum (f->sheet, CVN_FEE_ALL, CVN_FEE_ALL, FALSE), ==, expected[i].revenue);
      cvn_fee_sheet_set_measure (f->sheet, CVN_FEE_MEASURE_COUNT);
    }
}

static void
test_edits (Fixture      *f,
            gconstpointer data)
{
  g_autoptr (GError) paid = NULL;
  g_autoptr (GError) words = NULL;
  gint64 value;

  show_year (f, 2021);
  g_assert_false (cvn_fee_sheet_is_editable (f->sheet));
  cvn_fee_sheet_set_group (f->sheet, "researcher");
  g_assert_true (cvn_fee_sheet_is_editable (f->sheet));
  g_assert_false (cvn_fee_sheet_get (f->sheet, 0, 2, &value));
  g_assert_true (cvn_fee_entry_set_text (f->entry, 0, 2, " 14 ", NULL));
  /* The second waits for the first, whose record it changes. */
  g_assert_true (cvn_fee_entry_set_text (f->entry, 0, 2, "15", NULL));
  wait_written (f, 2);
  g_assert_true (cvn_fee_sheet_get (f->sheet, 0, 2, &value));
  g_assert_cmpint (value, ==, 15);
  g_assert_false (cvn_fee_entry_set_text (f->entry, 0, 2, "many", &words));
  g_assert_error (words, CVN_ERROR, CVN_ERROR_INVALID);
  cvn_fee_sheet_set_measure (f->sheet, CVN_FEE_MEASURE_PAID);
  g_assert_false (cvn_fee_entry_set_text (f->entry, 0, 2, "16", &paid));
  g_assert_cmpstr (cvn_error_get_field (paid), ==, "paid_count");
  g_assert_true (cvn_fee_entry_set_text (f->entry, 0, 2, "15", NULL));
  wait_written (f, 1);
  cvn_fee_sheet_set_measure (f->sheet, CVN_FEE_MEASURE_REVENUE);
  g_assert_cmpint (cvn_fee_sheet_sum (f->sheet, CVN_FEE_ALL, CVN_FEE_ALL, FALSE), >, 0);
  cvn_fee_sheet_set_measure (f->sheet, CVN_FEE_MEASURE_COUNT);
  /* What was paid is not thrown away with the count. */
  g_assert_false (cvn_fee_entry_set_text (f->entry, 0, 2, "", NULL));
  undo (f);
  undo (f);
  g_assert_true (cvn_fee_sheet_get (f->sheet, 0, 2, &value));
  g_assert_cmpint (value, ==, 14);
  g_assert_true (cvn_fee_entry_set_text (f->entry, 0, 2, "", NULL));
  wait_written (f, 1);
  g_assert_false (cvn_fee_sheet_get (f->sheet, 0, 2, &value));
}

/* A block of six municipalities by twelve months, as a spreadsheet copies it: 1 to 72, which make 2628. */
static char *
make_block (void)
{
  GString *block = g_string_new (NULL);

  for (guint i = 0; i < 72; i++)
    g_string_append_printf (block, "%u%s", i + 1, i % 12 == 11 ? "\r\n" : "\t");
  return g_string_free (block, FALSE);
}

static void
test_pastes (Fixture      *f,
             gconstpointer data)
{
  g_autofree char *block = make_block ();
  g_autofree char *report = NULL;

  show_year (f, 2021);
  cvn_fee_sheet_set_group (f->sheet, "researcher");
  g_assert_true (cvn_fee_entry_paste (f->entry, 0, 0, block, &report, NULL));
  g_assert_cmpstr (report, ==, "72 cells pasted.");
  wait_written (f, 72);
  g_assert_cmpint (cvn_fee_sheet_sum (f->sheet, CVN_FEE_ALL, CVN_FEE_ALL, FALSE), ==, 2628);
  g_assert_cmpint (cvn_fee_sheet_sum (f->sheet, 0, CVN_FEE_ALL, FALSE), ==, 78);
  g_assert_cmpint (cvn_fee_sheet_sum (f->sheet, CVN_FEE_ALL, 11, FALSE), ==, 12 + 24 + 36 + 48 + 60 + 72);
  undo (f);
  g_assert_cmpint (cvn_fee_sheet_sum (f->sheet, CVN_FEE_ALL, CVN_FEE_ALL, FALSE), ==, 0);
}

static void
test_refuses_pastes (Fixture      *f,
                     gconstpointer data)
{
  g_autofree char *block = make_block ();
  g_autofree char *report = NULL;
  g_autoptr (GError) large = NULL;
  g_autoptr (GError) nothing = NULL;

  show_year (f, 2021);
  cvn_fee_sheet_set_group (f->sheet, "researcher");
  g_assert_false (cvn_fee_entry_paste (f->entry, 0, 1, block, &report, &large));
  g_assert_error (large, CVN_ERROR, CVN_ERROR_OUT_OF_RANGE);
  g_assert_false (cvn_fee_entry_paste (f->entry, 0, 1, "\n", &report, &nothing));
  g_assert_error (nothing, CVN_ERROR, CVN_ERROR_INVALID);
  g_assert_false (cvn_fee_entry_is_writing (f->entry));
  g_assert_true (cvn_fee_entry_paste (f->entry, 1, 0, "1,000.00\t-3\n2,5\t\n", &report, NULL));
  g_assert_true (g_str_has_prefix (report, "1 cell pasted. 2 cells refused:\n"));
  g_assert_nonnull (strstr (report, "February 2021, Researcher: A count cannot be negative."));
  wait_written (f, 1);
  g_assert_cmpint (cvn_fee_sheet_sum (f->sheet, CVN_FEE_ALL, CVN_FEE_ALL, FALSE), ==, 1000);
}

static void
test_finds_missing (Fixture      *f,
                    gconstpointer data)
{
  show_year (f, 2020);
  for (guint month = 0; month < 12; month++)
    g_assert_false (cvn_fee_sheet_is_missing (f->sheet, month));
  show_year (f, 2021);
  show_day (f, "2021-03-11");
  for (guint month = 0; month < 12; month++)
    g_assert_cmpint (cvn_fee_sheet_is_missing (f->sheet, month), ==, month < 2);
  show_day (f, "2021-03-10");
  g_assert_true (cvn_fee_sheet_is_missing (f->sheet, 0));
  g_assert_false (cvn_fee_sheet_is_missing (f->sheet, 1));
}

/* Three years bring 5,940 + 31,815 + 25,350 = 63,105 euros. */
static void
test_forecasts (Fixture      *f,
                gconstpointer data)
{
  CvnFeeForecast found;
  gint64         january = 0;
  gint64         sum = 0;
  gint64         projected;

  show_year (f, 2020);
  g_assert_true (cvn_fee_sheet_forecast (f->sheet, &found, NULL));
  g_assert_cmpint (found.total, ==, 2535000);
  g_assert_false (found.estimated[11]);
  show_year (f, 2021);
  g_assert_true (cvn_fee_sheet_forecast (f->sheet, &found, NULL));
  g_assert_cmpint (found.total, ==, 6310500 / 3);
  for (int year = 2018; year <= 2020; year++)
    {
      show_year (f, year);
      cvn_fee_sheet_set_measure (f->sheet, CVN_FEE_MEASURE_REVENUE);
      january += cvn_fee_sheet_sum (f->sheet, CVN_FEE_ALL, 0, FALSE);
    }
  show_year (f, 2021);
  cvn_fee_sheet_set_measure (f->sheet, CVN_FEE_MEASURE_COUNT);
  cvn_fee_sheet_set_group (f->sheet, "researcher");
  g_assert_true (cvn_fee_entry_set_text (f->entry, 0, 0, "40", NULL));
  wait_written (f, 1);
  cvn_fee_sheet_set_measure (f->sheet, CVN_FEE_MEASURE_PAID);
  g_assert_true (cvn_fee_entry_set_text (f->entry, 0, 0, "40", NULL));
  wait_written (f, 1);
  g_assert_true (cvn_fee_sheet_forecast (f->sheet, &found, NULL));
  g_assert_cmpint (found.known_total, >, 0);
  projected = (2 * found.known_total * 6310500 + january) / (2 * january);
  g_assert_cmpint (found.total, ==, projected);
  for (guint month = 0; month < 12; month++)
    {
      sum += found.months[month];
      g_assert_cmpint (found.estimated[month], ==, month > 0);
    }
  g_assert_cmpint (sum, ==, projected);
}

static CvnRecord *
make_fee (const char *from,
          const char *to)
{
  CvnRecord *fee = cvn_record_new (cvn_kind_find ("fee"));

  cvn_record_set_text (fee, "service", "registration");
  cvn_record_set_text (fee, "payer", "adult");
  cvn_record_set_text (fee, "valid_from", from);
  cvn_record_set_text (fee, "valid_to", to);
  cvn_record_set_integer (fee, "amount", 5000);
  return fee;
}

/* Invariant 5, at the field: the sample has a fee for adults up to the end of 2019. */
static gboolean
has_failed (Fixture *f)
{
  return f->failed_text != NULL;
}

/* What the file refuses comes back to its cell, when the sheet still shows it. */
static void
test_gives_back (Fixture      *f,
                 gconstpointer data)
{
  CvnFeeEdit edit = { 1, 4, TRUE, -3 };

  show_year (f, 2021);
  cvn_fee_sheet_set_group (f->sheet, "researcher");
  f->may_fail = TRUE;
  cvn_fee_entry_write (f->entry, &edit, 1);
  while (!has_failed (f))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (f->failed_place, ==, 1 * 12 + 4);
  g_assert_cmpstr (f->failed_text, ==, "-3");
  g_clear_pointer (&f->failed_text, g_free);
}

static void
test_refuses_overlap (Fixture      *f,
                      gconstpointer data)
{
  static const struct
  {
    const char *from;
    const char *to;
    gboolean    right;
  } cases[] = { { "2019-12-31", "2019-12-31", FALSE }, { "2015-01-01", NULL, FALSE }, { "2015-01-01", "2016-05-31", TRUE } };
  CvnStore *store = cvn_centre_get_store (f->centre);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CvnRecord) fee = make_fee (cases[i].from, cases[i].to);
      g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_ADD, cvn_record_get_kind (fee), "fee");
      g_autoptr (GError) error = NULL;

      cvn_change_set_add (changes, fee);
      g_assert_cmpint (cvn_store_apply (store, changes, &error) > 0, ==, cases[i].right);
      if (!cases[i].right)
        g_assert_cmpstr (cvn_error_get_field (error), ==, "valid_from");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/fee-sheet/sums", Fixture, NULL, set_up, test_sums, tear_down);
  g_test_add ("/model/fee-sheet/edits", Fixture, NULL, set_up, test_edits, tear_down);
  g_test_add ("/model/fee-sheet/pastes", Fixture, NULL, set_up, test_pastes, tear_down);
  g_test_add ("/model/fee-sheet/refuses-pastes", Fixture, NULL, set_up, test_refuses_pastes, tear_down);
  g_test_add ("/model/fee-sheet/finds-missing", Fixture, NULL, set_up, test_finds_missing, tear_down);
  g_test_add ("/model/fee-sheet/forecasts", Fixture, NULL, set_up, test_forecasts, tear_down);
  g_test_add ("/model/fee-sheet/gives-back", Fixture, NULL, set_up, test_gives_back, tear_down);
  g_test_add ("/model/fee-sheet/refuses-overlap", Fixture, NULL, set_up, test_refuses_overlap, tear_down);
  return g_test_run ();
}
