/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-sent-money"

#include "covenant-support.h"

#include "cvn-error.h"

/* What has left the house, and what others said of it before: undo past a sent invoice, and money of imported invoices. */

static gint64
count_steps (Covenant *fixture)
{
  return covenant_ask (fixture, "SELECT count(*) FROM undo_stack WHERE side = 'undo'");
}

static void
undo (Covenant *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (cvn_store_undo (fixture->store, &error), >, 0);
  g_assert_no_error (error);
}

/* The step is refused with a sentence, nothing is changed, and the one before it is next. */
static void
assert_set_aside (Covenant   *fixture,
                  int         code,
                  const char *record)
{
  g_autofree char *before = cvn_test_dump (fixture->folder.path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n = count_steps (fixture);

  g_assert_cmpint (cvn_store_undo (fixture->store, &error), ==, 0);
  g_assert_error (error, CVN_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_cmpstr (cvn_error_get_record (error), ==, record);
  g_assert_cmpint (count_steps (fixture), ==, n - 1);
  after = cvn_test_dump (fixture->folder.path);
  g_assert_cmpstr (after, ==, before);
}

static void
rename_party (Covenant   *fixture,
              guint       party,
              const char *name)
{
  g_autoptr (CvnRecord) organisation = cvn_test_get (fixture->store, "organisation", fixture->parties[party]);

  cvn_record_set_text (organisation, "name_nl", name);
  cvn_test_put (fixture->store, organisation);
}

static void
test_undo_past_sent (Covenant     *fixture,
                     gconstpointer data)
{
  g_autoptr (GPtrArray) commitments = NULL;
  g_autoptr (GPtrArray) instalments = NULL;
  g_autofree char *invoice = NULL;
  const CvnKind   *kind = NULL;

  rename_party (fixture, 2, "Renamed");
  covenant_allocate (fixture, 2019);
  commitments = covenant_find (fixture, "commitment", "organisation", fixture->parties[0]);
  covenant_plan (fixture, commitments->pdata[0], 3);
  instalments = covenant_find (fixture, "instalment", NULL, NULL);
  invoice = covenant_make_invoice (fixture, instalments->pdata[0]);
  g_free (covenant_run (fixture, cvn_send_invoice_new (invoice, TODAY)));
  g_free (covenant_pay (fixture, 0, invoice, 100, FALSE));
  undo (fixture);
  assert_set_aside (fixture, CVN_ERROR_FINAL, invoice); /* sent */
  assert_set_aside (fixture, CVN_ERROR_FINAL, invoice); /* made */
  assert_set_aside (fixture, CVN_ERROR_CONFLICT, NULL); /* planned */
  assert_set_aside (fixture, CVN_ERROR_CONFLICT, NULL); /* divided */
  g_assert_true (cvn_store_get_undo (fixture->store, NULL, &kind, NULL));
  g_assert_cmpstr (kind->name, ==, "organisation");
  undo (fixture);
  g_assert_cmpint (covenant_ask (fixture, "SELECT count(*) FROM organisation WHERE name_nl = 'Renamed'"), ==, 0);
  g_assert_cmpint (covenant_ask (fixture, "SELECT count(*) FROM invoice WHERE number = '2019-0001' AND status = 'sent'"), ==, 1);
  g_assert_cmpint (cvn_store_redo (fixture->store, NULL), >, 0);
  g_assert_cmpint (cvn_store_redo (fixture->store, NULL), >, 0);
  g_assert_cmpint (covenant_ask (fixture, "SELECT sum(amount) FROM settlement"), ==, 100);
  g_assert_cmpint (covenant_ask (fixture, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
}

static gpointer
read_account (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  CvnFigureArguments arguments = { .year = 2019, .today = "2020-12-31", .record = data };

  return cvn_reader_figure (reader, "invoices", &arguments, error);
}

static void
assert_account (Covenant   *fixture,
                const char *invoice,
                const char *state,
                gint64      received,
                gint64      open,
                gint64      over)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnTable) table = cvn_store_read (fixture->store, read_account, (char *) (guintptr) invoice, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (cvn_table_get_n_rows (table), ==, 1);
  g_assert_cmpstr (cvn_table_get_text (table, 0, "state"), ==, state);
  g_assert_cmpint (cvn_table_get_integer (table, 0, "received"), ==, received);
  g_assert_cmpint (cvn_table_get_integer (table, 0, "open"), ==, open);
  g_assert_cmpint (cvn_table_get_integer (table, 0, "over"), ==, over);
}

/* As a file from elsewhere brings it: no payment, at most the day on which it was paid. */
static char *
import_invoice (Covenant   *fixture,
                const char *number,
                const char *paid_on)
{
  g_autoptr (CvnRecord) invoice = cvn_record_new (cvn_kind_find ("invoice"));

  cvn_record_set_text (invoice, "number", number);
  cvn_record_set_text (invoice, "kind", "contribution");
  cvn_record_set_text (invoice, "organisation", fixture->parties[0]);
  cvn_record_set_text (invoice, "date", "2019-02-01");
  cvn_record_set_text (invoice, "due_date", "2019-03-01");
  cvn_record_set_text (invoice, "origin", number);
  cvn_record_set_integer (invoice, "net", 10000);
  cvn_record_set_integer (invoice, "vat", 0);
  cvn_record_set_integer (invoice, "total", 10000);
  cvn_record_set_text (invoice, "status", paid_on != NULL ? "paid" : "sent");
  cvn_record_set_text (invoice, "paid_on", paid_on);
  cvn_test_put (fixture->store, invoice);
  return g_strdup (cvn_record_get_id (invoice));
}

static void
import_bank_line (Covenant   *fixture,
                  const char *matched_to,
                  const char *date,
                  gint64      amount)
{
  g_autoptr (CvnRecord) line = cvn_record_new (cvn_kind_find ("bank_line"));

  cvn_record_set_text (line, "booking_date", date);
  cvn_record_set_integer (line, "amount", amount);
  cvn_record_set_text (line, "counterparty", "gem-a");
  cvn_record_set_text (line, "kind", "contribution");
  cvn_record_set_text (line, "matched_to", matched_to);
  cvn_test_put (fixture->store, line);
}

static void
test_refund_of_imported (Covenant     *fixture,
                         gconstpointer data)
{
  g_autofree char *invoice = import_invoice (fixture, "B-1", "2019-02-20");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  char            *ids[2] = { NULL };

  assert_account (fixture, invoice, "paid", 10000, 0, 0);
  before = cvn_test_dump (fixture->folder.path);
  covenant_refuse (fixture, cvn_refund_new (invoice, 10001, TODAY, NULL), "amount");
  ids[0] = covenant_run (fixture, cvn_refund_new (invoice, 1000, TODAY, NULL));
  assert_account (fixture, invoice, "overdue", 9000, 1000, 0);
  covenant_assert_invoice (fixture, invoice, "partly_paid", NULL);
  covenant_refuse (fixture, cvn_refund_new (invoice, 9001, TODAY, NULL), "amount");
  ids[1] = covenant_pay (fixture, 0, invoice, 1000, FALSE);
  assert_account (fixture, invoice, "paid", 10000, 0, 0);
  undo (fixture);
  undo (fixture);
  after = cvn_test_dump (fixture->folder.path);
  g_assert_cmpstr (after, ==, before);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_free (ids[i]);
}

/* What was paid of an invoice that is taken back is to be paid back. */
static void
test_credit_of_imported (Covenant     *fixture,
                         gconstpointer data)
{
  g_autofree char *invoice = import_invoice (fixture, "B-1", "2019-02-20");

  /* It is no draft that could be thrown away, though nobody noted the day on which it was sent. */
  covenant_refuse (fixture, cvn_discard_invoice_new (invoice), "sent_on");
  g_free (covenant_run (fixture, cvn_credit_invoice_new (invoice, TODAY, NULL)));
  covenant_assert_invoice (fixture, invoice, "credited", NULL);
  assert_account (fixture, invoice, "over", 10000, 0, 10000);
  g_free (covenant_run (fixture, cvn_refund_new (invoice, 10000, TODAY, NULL)));
  assert_account (fixture, invoice, "credited", 0, 0, 0);
}

/* Of an invoice that only says on which day it was paid, the line that nobody matched counts once; of two nobody knows which. */
static void
test_line_of_paid_on (Covenant     *fixture,
                      gconstpointer data)
{
  g_autofree char *invoice = import_invoice (fixture, "B-1", "2019-02-20");
  g_autofree char *unclear = import_invoice (fixture, "B-2", "2019-02-21");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  import_bank_line (fixture, NULL, "2019-02-20", 10000);
  import_bank_line (fixture, NULL, "2019-02-20", 9999);
  import_bank_line (fixture, NULL, "2019-02-21", 10000);
  import_bank_line (fixture, NULL, "2019-02-21", 10000);
  before = cvn_test_dump (fixture->folder.path);
  g_assert_cmpint (covenant_ask (fixture, "SELECT sum(amount) FROM money_received"), ==, 39999);
  g_free (covenant_run (fixture, cvn_refund_new (invoice, 1000, TODAY, NULL)));
  assert_account (fixture, invoice, "overdue", 9000, 1000, 0);
  g_assert_cmpint (covenant_ask (fixture, "SELECT sum(amount) FROM money_received"), ==, 38999);
  g_assert_cmpint (covenant_ask (fixture, "SELECT b.amount FROM payment AS p JOIN bank_line AS b ON b.id = p.bank_line WHERE b.booking_date = '2019-02-20'"), ==, 10000);
  g_free (covenant_run (fixture, cvn_refund_new (unclear, 1000, TODAY, NULL)));
  g_assert_cmpint (covenant_ask (fixture, "SELECT count(*) FROM payment WHERE bank_line IS NOT NULL"), ==, 1);
  undo (fixture);
  undo (fixture);
  after = cvn_test_dump (fixture->folder.path);
  g_assert_cmpstr (after, ==, before);
}

/* A part came in before payments were booked here, the rest is booked. */
static void
test_rest_of_imported (Covenant     *fixture,
                       gconstpointer data)
{
  g_autofree char *invoice = import_invoice (fixture, "B-1", NULL);

  import_bank_line (fixture, "B-1", "2019-02-10", 4000);
  assert_account (fixture, invoice, "overdue", 4000, 6000, 0);
  g_free (covenant_pay (fixture, 0, NULL, 6000, FALSE));
  assert_account (fixture, invoice, "paid", 10000, 0, 0);
  covenant_assert_invoice (fixture, invoice, "paid", TODAY);
  g_assert_cmpint (covenant_ask (fixture, "SELECT sum(amount) FROM money_received"), ==, 10000);
  g_assert_cmpint (covenant_ask (fixture, "SELECT count(*) FROM payment WHERE bank_line IS NOT NULL AND organisation IS NOT NULL"), ==, 1);
}

/* Paid too much, and twice, by the bank lines: what is paid back leaves nothing over, and nothing open. */
static void
test_over_of_imported (Covenant     *fixture,
                       gconstpointer data)
{
  g_autofree char *over = import_invoice (fixture, "B-1", "2019-02-10");
  g_autofree char *twice = import_invoice (fixture, "B-2", "2019-02-10");
  char            *ids[2];

  import_bank_line (fixture, "B-1", "2019-02-10", 11000);
  import_bank_line (fixture, "B-2", "2019-02-10", 10000);
  import_bank_line (fixture, "B-2", "2019-02-12", 10000);
  assert_account (fixture, over, "over", 11000, 0, 1000);
  assert_account (fixture, twice, "double", 20000, 0, 10000);
  ids[0] = covenant_run (fixture, cvn_refund_new (over, 1000, TODAY, NULL));
  ids[1] = covenant_run (fixture, cvn_refund_new (twice, 10000, TODAY, NULL));
  assert_account (fixture, over, "paid", 10000, 0, 0);
  assert_account (fixture, twice, "paid", 10000, 0, 0);
  covenant_assert_invoice (fixture, over, "paid", "2019-02-10");
  covenant_assert_invoice (fixture, twice, "paid", "2019-02-10");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_free (ids[i]);
}

/* A letter about an invoice that the bank says was paid would be wrong. */
static void
test_no_letter_for_paid (Covenant     *fixture,
                         gconstpointer data)
{
  g_autofree char *invoice = import_invoice (fixture, "B-1", NULL);
  g_autofree char *letter = covenant_run (fixture, cvn_remind_new (invoice, TODAY, NULL));
  g_autofree char *other = import_invoice (fixture, "B-2", NULL);

  import_bank_line (fixture, "B-2", "2019-02-10", 10000);
  covenant_refuse (fixture, cvn_remind_new (other, TODAY, NULL), "invoice");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Covenant *fixture, gconstpointer data);
  } tests[] = {
    { "/model/sent-money/undo-past-sent", test_undo_past_sent },
    { "/model/sent-money/refund-of-imported", test_refund_of_imported },
    { "/model/sent-money/credit-of-imported", test_credit_of_imported },
    { "/model/sent-money/line-of-paid-on", test_line_of_paid_on },
    { "/model/sent-money/rest-of-imported", test_rest_of_imported },
    { "/model/sent-money/over-of-imported", test_over_of_imported },
    { "/model/sent-money/no-letter-for-paid", test_no_letter_for_paid },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Covenant, NULL, covenant_set_up, tests[i].test, covenant_tear_down);
  return g_test_run ();
}
