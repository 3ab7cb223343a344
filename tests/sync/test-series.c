/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-series"

#include "peer-support.h"

#include "cvn-error.h"
#include "cvn-invoice-number.h"
#include "cvn-number-series.h"
#include "cvn-operations.h"
#include "cvn-replication.h"

#include <stdlib.h>
#include <string.h>

/* Two desks that send invoices while they are apart, through a real server: no number twice, none left out. */

typedef struct
{
  char      *database;
  CvnRemote *remote;
  CvnDesk    a;
  CvnDesk    b;
  char      *organisation;
  char      *series;
} Fixture;

static CvnPeer *peer;

static void
sync_desks (Fixture *fixture)
{
  for (int i = 0; i < 2; i++)
    {
      cvn_desk_sync_well (&fixture->a, fixture->remote);
      cvn_desk_sync_well (&fixture->b, fixture->remote);
    }
}

static char *
add_series (CvnDesk    *desk,
            const char *name,
            const char *prefix)
{
  g_autoptr (CvnRecord) record = cvn_record_new (cvn_kind_find ("invoice_series"));

  cvn_record_set_text (record, "name", name);
  cvn_record_set_text (record, "prefix", prefix);
  cvn_record_set_integer (record, "width", 4);
  cvn_test_put (desk->store, record);
  return g_strdup (cvn_record_get_id (record));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (CvnRecord) organisation = NULL;

  if (peer == NULL)
    return;
  fixture->database = cvn_peer_make_database (peer);
  fixture->remote = cvn_peer_open (peer, fixture->database);
  cvn_desk_open (&fixture->a, "Ans", cvn_peer_get_address (peer), fixture->database);
  cvn_desk_open (&fixture->b, "Bas", cvn_peer_get_address (peer), fixture->database);
  organisation = cvn_test_make_organisation (NULL, "Leiden");
  cvn_test_put (fixture->a.store, organisation);
  fixture->organisation = g_strdup (cvn_record_get_id (organisation));
  fixture->series = add_series (&fixture->a, "Contributions", "F");
  sync_desks (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  if (peer == NULL)
    return;
  cvn_desk_close (&fixture->a);
  cvn_desk_close (&fixture->b);
  cvn_remote_free (fixture->remote);
  g_free (fixture->database);
  g_free (fixture->organisation);
  g_free (fixture->series);
}

static char *
draft (Fixture    *fixture,
       CvnDesk    *desk,
       const char *series)
{
  g_autoptr (CvnRecord) invoice = cvn_record_new (cvn_kind_find ("invoice"));
  g_autoptr (CvnRecord) line = cvn_record_new (cvn_kind_find ("invoice_line"));

  cvn_record_set_text (invoice, "organisation", fixture->organisation);
  cvn_record_set_text (invoice, "date", "2020-03-01");
  cvn_record_set_text (invoice, "due_date", "2020-03-31");
  cvn_record_set_text (invoice, "status", "draft");
  cvn_record_set_text (invoice, "series", series);
  cvn_record_set_integer (invoice, "net", 1000);
  cvn_record_set_integer (invoice, "total", 1000);
  cvn_test_put (desk->store, invoice);
  cvn_record_set_text (line, "invoice", cvn_record_get_id (invoice));
  cvn_record_set_text (line, "text_nl", "Bijdrage");
  cvn_record_set_integer (line, "position", 1);
  cvn_record_set_integer (line, "quantity", 1);
  cvn_record_set_integer (line, "unit_price", 1000);
  cvn_record_set_integer (line, "net", 1000);
  cvn_record_set_text (line, "vat_category", "outside");
  cvn_record_set_integer (line, "vat_rate", 0);
  cvn_test_put (desk->store, line);
  return g_strdup (cvn_record_get_id (invoice));
}

static gboolean
run (CvnDesk      *desk,
     CvnOperation *operation,
     GError      **error)
{
  g_autoptr (CvnOperation) owned = operation;

  return cvn_operation_run (owned, desk->store, error) != 0;
}

static void
run_well (CvnDesk      *desk,
          CvnOperation *operation)
{
  g_autoptr (GError) error = NULL;

  run (desk, operation, &error);
  g_assert_no_error (error);
}

static void
refuse (CvnDesk      *desk,
        CvnOperation *operation,
        const char   *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (run (desk, operation, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
}

static void
assert_number (CvnDesk    *desk,
               const char *invoice,
               const char *number)
{
  g_autoptr (CvnRecord) record = cvn_test_get (desk->store, "invoice", invoice);

  g_assert_nonnull (record);
  g_assert_cmpstr (cvn_record_get_text (record, "number"), ==, number);
}

static void
send_well (Fixture    *fixture,
           CvnDesk    *desk,
           const char *number)
{
  g_autofree char *invoice = draft (fixture, desk, fixture->series);

  run_well (desk, cvn_send_invoice_new (invoice, "2020-03-01"));
  assert_number (desk, invoice, number);
}

static gpointer
list_series (CvnReader    *reader,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  return cvn_number_series_list (reader, error);
}

static void
assert_place (CvnDesk       *desk,
              CvnSeriesPlace place)
{
  g_autoptr (GPtrArray) list = cvn_store_read (desk->store, list_series, NULL, NULL);

  g_assert_cmpuint (list->len, >=, 1);
  g_assert_cmpint (((CvnNumberSeries *) list->pdata[0])->place, ==, place);
}

static void
test_hand_over (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *prepared = NULL;
  g_autofree char *late = NULL;
  g_autoptr (GError) error = NULL;

  if (cvn_peer_skip (peer))
    return;
  assert_place (&fixture->a, CVN_SERIES_HERE);
  assert_place (&fixture->b, CVN_SERIES_ELSEWHERE);
  send_well (fixture, &fixture->a, "F2020-0001");
  /* Another desk prepares, and does not number. */
  prepared = draft (fixture, &fixture->b, fixture->series);
  refuse (&fixture->b, cvn_send_invoice_new (prepared, "2020-03-01"), "Ans");
  refuse (&fixture->b, cvn_hand_over_series_new (fixture->series), "Ans");
  refuse (&fixture->a, cvn_hand_over_series_new (fixture->series), "asked");
  sync_desks (fixture);
  run_well (&fixture->a, cvn_send_invoice_new (prepared, "2020-03-02"));
  assert_number (&fixture->a, prepared, "F2020-0002");
  /* Asked for, refused, asked for again, handed over. */
  run_well (&fixture->b, cvn_ask_series_new (fixture->series));
  sync_desks (fixture);
  run_well (&fixture->a, cvn_keep_series_new (fixture->series));
  sync_desks (fixture);
  run_well (&fixture->b, cvn_ask_series_new (fixture->series));
  sync_desks (fixture);
  late = draft (fixture, &fixture->a, fixture->series);
  send_well (fixture, &fixture->a, "F2020-0003");
  run_well (&fixture->a, cvn_hand_over_series_new (fixture->series));
  refuse (&fixture->a, cvn_send_invoice_new (late, "2020-03-02"), "Bas");
  refuse (&fixture->a, cvn_hand_over_series_new (fixture->series), "Bas");
  /* What was handed over is not taken back by undoing it. */
  g_assert_cmpint (cvn_store_undo (fixture->a.store, &error), ==, 0);
  g_assert_error (error, CVN_ERROR, CVN_ERROR_FINAL);
  assert_place (&fixture->b, CVN_SERIES_ELSEWHERE);
  sync_desks (fixture);
  assert_place (&fixture->a, CVN_SERIES_ELSEWHERE);
  assert_place (&fixture->b, CVN_SERIES_HERE);
  send_well (fixture, &fixture->b, "F2020-0004");
  sync_desks (fixture);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "invoice WHERE number IS NOT NULL"), ==, 4);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "sync_waiting"), ==, 0);
}

/* The number that the other desk gave last comes along with the series, whatever becomes of the invoice. */
static void
test_last_number (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (CvnRecord) series = NULL;

  if (cvn_peer_skip (peer))
    return;
  run_well (&fixture->b, cvn_ask_series_new (fixture->series));
  sync_desks (fixture);
  send_well (fixture, &fixture->a, "F2020-0001");
  run_well (&fixture->a, cvn_hand_over_series_new (fixture->series));
  series = cvn_test_get (fixture->a.store, "invoice_series", fixture->series);
  g_assert_cmpstr (cvn_record_get_text (series, "last_number"), ==, "F2020-0001");
  sync_desks (fixture);
  /* As if the invoice had not come yet. */
  cvn_test_sql (fixture->b.folder.path, "DELETE FROM invoice");
  send_well (fixture, &fixture->b, "F2020-0002");
}

static void
test_taken (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *own = NULL;
  g_autofree char *twin = NULL;
  g_autofree char *invoice = NULL;
  g_autofree char *loose = NULL;

  if (cvn_peer_skip (peer))
    return;
  send_well (fixture, &fixture->a, "F2020-0001");
  sync_desks (fixture);
  invoice = draft (fixture, &fixture->b, fixture->series);
  /* The first desk is no more. Not before the server knows. */
  run_well (&fixture->b, cvn_take_series_new (fixture->series));
  refuse (&fixture->b, cvn_send_invoice_new (invoice, "2020-03-02"), "Exchange");
  cvn_desk_sync_well (&fixture->b, fixture->remote);
  run_well (&fixture->b, cvn_send_invoice_new (invoice, "2020-03-02"));
  assert_number (&fixture->b, invoice, "F2020-0002");
  /* It was not gone after all: from the next exchange on it knows. */
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  assert_place (&fixture->a, CVN_SERIES_ELSEWHERE);
  /* A series of one's own, but not before it was exchanged; nor one with the same letters; nor none at all. */
  own = add_series (&fixture->a, "Programmes", "P");
  twin = add_series (&fixture->a, "Twin", "F");
  loose = draft (fixture, &fixture->a, NULL);
  refuse (&fixture->a, cvn_send_invoice_new (loose, "2020-03-01"), "needs a number series");
  g_clear_pointer (&invoice, g_free);
  invoice = draft (fixture, &fixture->a, own);
  refuse (&fixture->a, cvn_send_invoice_new (invoice, "2020-03-01"), "Exchange");
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  run_well (&fixture->a, cvn_send_invoice_new (invoice, "2020-03-01"));
  assert_number (&fixture->a, invoice, "P2020-0001");
  g_clear_pointer (&invoice, g_free);
  invoice = draft (fixture, &fixture->a, twin);
  refuse (&fixture->a, cvn_send_invoice_new (invoice, "2020-03-01"), "same letters");
}

/* Both take what a third desk had: neither numbers until somebody has chosen. */
static void
test_disputed (Fixture      *fixture,
               gconstpointer data)
{
  CvnDesk          third;
  g_autofree char *invoice = NULL;

  if (cvn_peer_skip (peer))
    return;
  cvn_desk_open (&third, "Cor", cvn_peer_get_address (peer), fixture->database);
  cvn_desk_sync_well (&third, fixture->remote);
  run_well (&fixture->b, cvn_take_series_new (fixture->series));
  run_well (&third, cvn_take_series_new (fixture->series));
  cvn_desk_sync_well (&third, fixture->remote);
  cvn_desk_sync_well (&fixture->b, fixture->remote);
  cvn_desk_sync_well (&third, fixture->remote);
  assert_place (&fixture->b, CVN_SERIES_DISPUTED);
  assert_place (&third, CVN_SERIES_DISPUTED);
  invoice = draft (fixture, &third, fixture->series);
  refuse (&third, cvn_send_invoice_new (invoice, "2020-03-01"), "Choose");
  cvn_desk_close (&third);
}

/* A copy of the file elsewhere is another desk. */
static void
test_copied (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->a.folder.folder, "copy.convenant", NULL);
  g_autofree char *sql = g_strdup_printf ("VACUUM INTO '%s'", copy);
  g_autofree char *invoice = NULL;
  g_autoptr (GError) error = NULL;
  CvnDesk other = { 0 };

  if (cvn_peer_skip (peer))
    return;
  invoice = draft (fixture, &fixture->a, fixture->series);
  cvn_test_sql (fixture->a.folder.path, sql);
  other.folder.path = copy;
  other.store = cvn_store_open (copy, 0, "Ans", &error);
  g_assert_no_error (error);
  refuse (&other, cvn_send_invoice_new (invoice, "2020-03-01"), "copied");
  cvn_desk_sync_well (&other, fixture->remote);
  refuse (&other, cvn_send_invoice_new (invoice, "2020-03-01"), "Ans");
  run_well (&fixture->a, cvn_send_invoice_new (invoice, "2020-03-01"));
  cvn_store_close (other.store);
  g_assert_finalize_object (other.store);
}

static CvnOperation *
make_step (Fixture *fixture,
           CvnDesk *desk,
           gint32   die)
{
  g_autofree char *invoice = NULL;

  if (die == 0)
    return cvn_ask_series_new (fixture->series);
  if (die == 1)
    return cvn_hand_over_series_new (fixture->series);
  if (die == 2)
    return cvn_keep_series_new (fixture->series);
  invoice = draft (fixture, desk, fixture->series);
  return cvn_send_invoice_new (invoice, "2020-03-01");
}

static void
assert_no_gaps (CvnDesk *desk)
{
  gint64 n = cvn_desk_count (desk, "invoice WHERE number IS NOT NULL");

  g_test_message ("%d invoices with a number", (int) n);
  g_assert_cmpint (n, >, 8);
  g_assert_cmpint (cvn_test_integer (desk->folder.path, "SELECT count(DISTINCT number) FROM invoice"), ==, n);
  g_assert_cmpint (cvn_test_integer (desk->folder.path, "SELECT cast (substr (max (number), 7) AS INTEGER) FROM invoice"), ==, n);
}

/* Both try whatever comes into their heads; what is refused is refused. */
static void
test_random (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (6);

  if (cvn_peer_skip (peer))
    return;
  for (int i = 0; i < 140; i++)
    {
      CvnDesk *desk = g_rand_boolean (dice) ? &fixture->a : &fixture->b;
      gint32   die = g_rand_int_range (dice, 0, 8);

      if (die > 5)
        cvn_desk_sync_well (desk, fixture->remote);
      else
        run (desk, make_step (fixture, desk, die), NULL);
    }
  sync_desks (fixture);
  assert_no_gaps (&fixture->a);
  assert_no_gaps (&fixture->b);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "sync_waiting"), ==, 0);
  g_assert_cmpint (cvn_desk_count (&fixture->b, "sync_waiting"), ==, 0);
  g_assert_cmpint (cvn_test_integer (fixture->a.folder.path, "SELECT hand_overs FROM invoice_series"), >, 2);
}

static void
add_test (const char *path,
          void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  peer = cvn_peer_start ();
  add_test ("/sync/series/hand-over", test_hand_over);
  add_test ("/sync/series/last-number", test_last_number);
  add_test ("/sync/series/taken", test_taken);
  add_test ("/sync/series/disputed", test_disputed);
  add_test ("/sync/series/copied", test_copied);
  add_test ("/sync/series/random", test_random);
  status = g_test_run ();
  g_clear_pointer (&peer, cvn_peer_stop);
  return status;
}
