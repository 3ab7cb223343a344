/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-renewals"

#include "covenant-support.h"

#include "cvn-renewal.h"

/* Agreements of all lengths: the period that follows is as long, whoever else is renewed and whenever that is done. */
typedef struct
{
  const char *start;
  const char *end;
  const char *next_end;
  const char *third_end;
} Lasting;

static const Lasting lastings[] = {
  { "2018-01-01", "2018-12-31", "2019-12-31", "2020-12-31" },
  { "2016-06-01", "2019-05-31", "2022-05-31", "2025-05-31" },
  { "2018-02-01", "2018-02-28", "2018-03-31", "2018-04-30" },
  { "2017-03-01", "2018-02-28", "2019-02-28", "2020-02-29" },
  { "2018-01-15", "2018-04-14", "2018-07-14", "2018-10-14" },
  { "2018-01-01", "2018-01-10", "2018-01-20", "2018-01-30" },
};

#define N G_N_ELEMENTS (lastings)

static void
add_agreements (Covenant *fixture,
                char     *ids[N])
{
  for (guint i = 0; i < N; i++)
    {
      g_autoptr (CvnRecord) agreement = cvn_record_new (cvn_kind_find ("agreement"));

      cvn_record_set_text (agreement, "kind", "sponsoring");
      cvn_record_set_text (agreement, "title_nl", "Sponsoring");
      cvn_record_set_text (agreement, "start_date", lastings[i].start);
      cvn_record_set_text (agreement, "end_date", lastings[i].end);
      cvn_record_set_text (agreement, "status", "active");
      cvn_test_put (fixture->store, agreement);
      ids[i] = g_strdup (cvn_record_get_id (agreement));
    }
}

static gpointer
read_agreements (CvnReader    *reader,
                 gpointer      data,
                 GCancellable *cancellable,
                 GError      **error)
{
  CvnFigureArguments arguments = { .year = 2019, .today = data };

  return cvn_reader_figure (reader, "agreements", &arguments, error);
}

static CvnTable *
read_table (Covenant   *fixture,
            const char *today)
{
  g_autoptr (GError) error = NULL;
  CvnTable *table = cvn_store_read (fixture->store, read_agreements, (char *) (guintptr) today, &error);

  g_assert_no_error (error);
  return table;
}

static guint
find_row (CvnTable   *agreements,
          const char *id)
{
  for (guint row = 0; row < cvn_table_get_n_rows (agreements); row++)
    if (g_str_equal (cvn_table_get_text (agreements, row, "id"), id))
      return row;
  g_assert_not_reached ();
}

static gboolean
is_listed (CvnTable   *agreements,
           const char *id,
           const char *today)
{
  g_autoptr (GArray) rows = cvn_renewal_list_rows (agreements, today);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (cvn_table_get_text (agreements, g_array_index (rows, guint, i), "id"), id))
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full): the id of the successor. */
static char *
renew (Covenant   *fixture,
       CvnTable   *agreements,
       const char *id,
       const char *today)
{
  g_autoptr (CvnRecord) successor = cvn_renewal_propose (agreements, find_row (agreements, id));

  return covenant_run (fixture, cvn_renew_new (successor, today));
}

static void
assert_end (Covenant   *fixture,
            const char *id,
            const char *end)
{
  g_autoptr (CvnRecord) agreement = cvn_test_get (fixture->store, "agreement", id);

  g_assert_cmpstr (cvn_record_get_text (agreement, "end_date"), ==, end);
}

/* All from one look at the list, and each after a look of its own: to the same day. */
static void
test_many (Covenant     *fixture,
           gconstpointer data)
{
  static const char *const days[] = { "2018-01-01", "2018-12-31" };

  for (guint alone = 0; alone < 2; alone++)
    {
      const char *today = days[alone];
      char       *ids[N];
      g_autoptr (CvnTable) all = NULL;

      add_agreements (fixture, ids);
      all = read_table (fixture, today);
      for (guint i = 0; i < N; i++)
        {
          g_autoptr (CvnTable) fresh = alone ? read_table (fixture, today) : NULL;
          g_autofree char *id = renew (fixture, fresh != NULL ? fresh : all, ids[i], today);

          assert_end (fixture, id, lastings[i].next_end);
          g_free (ids[i]);
        }
    }
}

/* More than one period late: it is still asked for, follows without a gap, is over itself, and is asked for again. */
static void
test_late (Covenant     *fixture,
           gconstpointer data)
{
  static const char late[] = "2031-08-01";
  char             *ids[N];

  add_agreements (fixture, ids);
  for (guint i = 0; i < N; i++)
    {
      g_autoptr (CvnTable) before = read_table (fixture, late);
      g_autoptr (CvnTable) between = NULL;
      g_autoptr (CvnTable) after = NULL;
      g_autofree char *second = NULL;
      g_autofree char *third = NULL;

      g_assert_true (is_listed (before, ids[i], late) && cvn_renewal_is_due (before, find_row (before, ids[i]), late));
      second = renew (fixture, before, ids[i], late);
      assert_end (fixture, second, lastings[i].next_end);
      between = read_table (fixture, late);
      g_assert_false (is_listed (between, ids[i], late));
      g_assert_true (is_listed (between, second, late) && cvn_renewal_is_due (between, find_row (between, second), late));
      third = renew (fixture, between, second, late);
      assert_end (fixture, third, lastings[i].third_end);
      after = read_table (fixture, late);
      g_assert_false (is_listed (after, second, late));
      g_assert_cmpstr (cvn_table_get_text (after, find_row (after, third), "predecessor_end"), ==, lastings[i].next_end);
      g_free (ids[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/renewals/many", Covenant, NULL, covenant_set_up, test_many, covenant_tear_down);
  g_test_add ("/model/renewals/late", Covenant, NULL, covenant_set_up, test_late, covenant_tear_down);
  return g_test_run ();
}
