/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-figures-weights"

#include "sample.h"

#include "cvn-record.h"
#include "cvn-writer.h"

/* The forecast weighted by the state of who contributes: ten thousand contributions of random amounts, each worked out here, too. */

#define CASES 10000
#define TODAY "2021-01-01"

static const char *const states[] = { "signed", "ended", "approved", "pledged", "being_decided", "reconsidering", "invited", "declined", "withdrawn" };

#define N_STATES G_N_ELEMENTS (states)

typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
  gint64        per_mille[N_STATES];
  gint64        amounts[CASES];
  gint64        full;
} Fixture;

static gboolean
put (CvnWriter  *writer,
     CvnRecord  *owned,
     const char *id,
     GError    **error)
{
  g_autoptr (CvnRecord) record = owned;

  cvn_record_set_id (record, id);
  return cvn_writer_put (writer, record, error);
}

static gboolean
put_party (CvnWriter *writer,
           guint      i,
           GError   **error)
{
  CvnRecord       *party = cvn_record_new (cvn_kind_find ("organisation"));
  CvnRecord       *decision = cvn_record_new (cvn_kind_find ("agreement_decision"));
  g_autofree char *decision_id = g_strconcat ("d-", states[i], NULL);

  cvn_record_set_text (party, "name_nl", states[i]);
  cvn_record_set_text (party, "kind", "company");
  cvn_record_set_text (decision, "agreement", "a");
  cvn_record_set_text (decision, "organisation", states[i]);
  cvn_record_set_text (decision, "status", states[i]);
  cvn_record_set_text (decision, "date", "2020-01-01");
  return put (writer, party, states[i], error) && put (writer, decision, decision_id, error);
}

static gboolean
put_commitment (CvnWriter *writer,
                guint      i,
                gint64     amount,
                GError   **error)
{
  CvnRecord       *commitment = cvn_record_new (cvn_kind_find ("commitment"));
  g_autofree char *id = g_strdup_printf ("c%05u", i);

  cvn_record_set_text (commitment, "agreement", "a");
  cvn_record_set_text (commitment, "organisation", states[i % N_STATES]);
  cvn_record_set_integer (commitment, "year", 2021);
  cvn_record_set_text (commitment, "start_date", "2021-01-01");
  cvn_record_set_text (commitment, "end_date", "2021-12-31");
  cvn_record_set_integer (commitment, "amount", amount);
  return put (writer, commitment, id, error);
}

static gboolean
put_all (CvnWriter    *writer,
         gpointer      data,
         GCancellable *cancellable,
         GError      **error)
{
  Fixture   *fixture = data;
  CvnRecord *agreement = cvn_record_new (cvn_kind_find ("agreement"));
  CvnRecord *line = cvn_record_new (cvn_kind_find ("budget_line"));

  cvn_record_set_text (agreement, "kind", "covenant");
  cvn_record_set_text (agreement, "title_nl", "A");
  cvn_record_set_text (agreement, "start_date", "2021-01-01");
  cvn_record_set_text (agreement, "end_date", "2021-12-31");
  cvn_record_set_text (agreement, "status", "active");
  cvn_record_set_integer (line, "year", 2021);
  cvn_record_set_text (line, "line", "B1");
  cvn_record_set_text (line, "kind", "income");
  cvn_record_set_text (line, "description_nl", "R");
  cvn_record_set_integer (line, "budget", 1);
  cvn_record_set_text (line, "ledger", "contributions");
  cvn_record_set_text (line, "forecast_method", "committed");
  if (!put (writer, agreement, "a", error) || !put (writer, line, "line", error))
    return FALSE;
  for (guint i = 0; i < N_STATES; i++)
    if (!put_party (writer, i, error))
      return FALSE;
  for (guint i = 0; i < CASES; i++)
    if (!put_commitment (writer, i, fixture->amounts[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
put_weights (CvnWriter    *writer,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  Fixture *fixture = data;

  for (guint i = 0; i < N_STATES; i++)
    {
      CvnRecord       *weight = cvn_record_new (cvn_kind_find ("forecast_weight"));
      g_autofree char *id = g_strconcat ("w-", states[i], NULL);

      cvn_record_set_text (weight, "status", states[i]);
      cvn_record_set_integer (weight, "per_mille", fixture->per_mille[i]);
      if (!put (writer, weight, id, error))
        return FALSE;
    }
  return TRUE;
}

static void
write_down (Fixture     *fixture,
            CvnWriteFunc func)
{
  g_autoptr (GError) error = NULL;

  cvn_store_write (fixture->store, CVN_ACTION_IMPORT, NULL, NULL, func, fixture, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  cvn_test_folder_make (&fixture->folder);
  cvn_test_folder_make_centre (&fixture->folder);
  fixture->store = cvn_store_open (fixture->folder.path, 0, "tester", NULL);
  for (guint i = 0; i < CASES; i++)
    fixture->full += fixture->amounts[i] = 1 + g_test_rand_int_range (0, 100000000);
  write_down (fixture, put_all);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  cvn_store_close (fixture->store);
  g_clear_object (&fixture->store);
  cvn_test_folder_remove (&fixture->folder);
}

/* What may not come of one contribution, half a cent away from zero. */
static gint64
get_doubt (const Fixture *fixture,
           guint          i)
{
  return -((fixture->amounts[i] * (1000 - fixture->per_mille[i % N_STATES]) + 500) / 1000);
}

/* Full and weighted are what is worked out here, to the cent, and the rows behind them are each contribution's own. */
static void
assert_weighted (Fixture *fixture)
{
  g_autoptr (CvnTable) lines = sample_figure (fixture->store, "budget-lines", 2021, TODAY, NULL, FALSE);
  g_autoptr (CvnTable) rows = sample_figure (fixture->store, "budget-weighted", 2021, TODAY, NULL, TRUE);
  g_autoptr (GHashTable) sums = g_hash_table_new (g_str_hash, g_str_equal);
  gint64 weighted = fixture->full;

  g_assert_cmpuint (cvn_table_get_n_rows (lines), ==, 1);
  for (guint row = 0; row < cvn_table_get_n_rows (rows); row++)
    {
      const char *id = cvn_table_get_text (rows, row, "id");
      gint64      sum = GPOINTER_TO_INT (g_hash_table_lookup (sums, id)) + cvn_table_get_integer (rows, row, "amount");

      g_hash_table_insert (sums, (gpointer) (guintptr) id, GINT_TO_POINTER ((int) sum));
    }
  for (guint i = 0; i < CASES; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%05u", i);

      weighted += get_doubt (fixture, i);
      g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (sums, id)), ==, fixture->amounts[i] + get_doubt (fixture, i));
    }
  g_assert_cmpint (cvn_table_get_integer (lines, 0, "forecast"), ==, fixture->full);
  g_assert_cmpint (cvn_table_get_integer (lines, 0, "weighted"), ==, weighted);
}

/* With random weights; then one weight becomes another, which moves what is in its state by the difference, and nothing else. */
static void
test_random (Fixture      *fixture,
             gconstpointer data)
{
  guint changed = (guint) g_test_rand_int_range (0, N_STATES);

  for (guint i = 0; i < N_STATES; i++)
    fixture->per_mille[i] = g_test_rand_int_range (0, 1001);
  write_down (fixture, put_weights);
  assert_weighted (fixture);
  fixture->per_mille[changed] = 1000 - fixture->per_mille[changed];
  write_down (fixture, put_weights);
  assert_weighted (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/figures-weights/random", Fixture, NULL, set_up, test_random, tear_down);
  return g_test_run ();
}
