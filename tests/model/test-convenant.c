/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-convenant"

#include "covenant-support.h"

#include "cvn-error.h"

#include <string.h>

static CvnOperation *
decide (Covenant   *fixture,
        guint       party,
        const char *status,
        const char *date)
{
  g_autoptr (CvnRecord) decision = cvn_record_new (cvn_kind_find ("agreement_decision"));

  cvn_record_set_text (decision, "agreement", fixture->agreement);
  cvn_record_set_text (decision, "organisation", fixture->parties[party]);
  cvn_record_set_text (decision, "status", status);
  cvn_record_set_text (decision, "date", date);
  return cvn_decide_new (decision, TODAY);
}

static void
test_decide (Covenant     *fixture,
             gconstpointer data)
{
  g_autofree char *approved = covenant_run (fixture, decide (fixture, 0, "approved", "2018-11"));

  covenant_refuse (fixture, decide (fixture, 1, "signed", "2019-01-02"), "status");
  covenant_refuse (fixture, decide (fixture, 0, "signed", "2019-11-02"), "date");
  g_free (covenant_run (fixture, decide (fixture, 0, "signed", "2019-05-28")));
  g_assert_cmpint (covenant_ask (fixture, "SELECT count(*) FROM agreement_decision WHERE status IN ('approved', 'signed')"), ==, 2);
}

static void
test_allocate (Covenant     *fixture,
               gconstpointer data)
{
  covenant_allocate (fixture, 2019);
  g_assert_cmpint (covenant_ask (fixture, "SELECT sum(amount) FROM allocation_line"), ==, 12000001);
  g_assert_cmpint (covenant_ask (fixture, "SELECT count(*) FROM commitment AS c JOIN allocation_line AS l ON l.id = c.allocation_line"
                                          " WHERE abs(c.amount * 12 - l.amount * 7) < 12 AND c.start_date = '2019-06-01' AND c.end_date = '2019-12-31'"),
                   ==, 3);
  g_assert_cmpint (covenant_ask (fixture, "SELECT count(*) FROM allocation_line WHERE population_date = '2019-01-01' AND population_source = 'CBS'"
                                          " AND floor + cent_given = amount AND numerator = floor * denominator + remainder"),
                   ==, 3);
  covenant_refuse (fixture, cvn_allocate_new (fixture->rule, 2020), "population_date");
  covenant_refuse (fixture, cvn_allocate_new (fixture->rule, 2018), "year");
  covenant_allocate (fixture, 2019);
  g_assert_cmpint (covenant_ask (fixture, "SELECT count(*) FROM commitment"), ==, 3);
  g_assert_cmpint (covenant_ask (fixture, "SELECT count(*) FROM allocation_line WHERE allocation_key = 'conv-2019'"), ==, 3);
}

static void
put_population (Covenant   *fixture,
                guint       party,
                const char *date,
                gint64      inhabitants)
{
  g_autoptr (CvnRecord) population = cvn_record_new (cvn_kind_find ("population"));

  cvn_record_set_text (population, "municipality", fixture->parties[party]);
  cvn_record_set_text (population, "date", date);
  cvn_record_set_integer (population, "inhabitants", inhabitants);
  cvn_record_set_text (population, "source", "CBS");
  cvn_test_put (fixture->store, population);
}

/* New figures count for the years to come; a year that was invoiced keeps the figures that it was divided by. */
static void
test_frozen (Covenant     *fixture,
             gconstpointer data)
{
  static const char kept[] = "SELECT sum(l.hash % 1000003) + sum(c.hash % 1000003) FROM commitment AS c JOIN allocation_line AS l ON l.id = c.allocation_line WHERE c.year = 2019";
  g_autoptr (GPtrArray) commitments = NULL;
  g_autoptr (GPtrArray) instalments = NULL;
  g_autoptr (GPtrArray) populations = NULL;
  g_autoptr (CvnRecord) population = NULL;
  g_autofree char *invoice = NULL;
  gint64           before;

  covenant_allocate (fixture, 2019);
  commitments = covenant_find (fixture, "commitment", "organisation", fixture->parties[0]);
  covenant_plan (fixture, commitments->pdata[0], 2);
  instalments = covenant_find (fixture, "instalment", NULL, NULL);
  invoice = covenant_make_invoice (fixture, instalments->pdata[0]);
  g_free (covenant_run (fixture, cvn_send_invoice_new (invoice, TODAY)));
  before = covenant_ask (fixture, kept);
  populations = covenant_find (fixture, "population", "municipality", fixture->parties[0]);
  population = cvn_test_get (fixture->store, "population", populations->pdata[0]);
  cvn_record_set_integer (population, "inhabitants", 1);
  cvn_test_put (fixture->store, population);
  for (guint i = 0; i < 3; i++)
    put_population (fixture, i, "2020-01-01", 1000);
  covenant_allocate (fixture, 2020);
  g_assert_cmpint (covenant_ask (fixture, kept), ==, before);
  g_assert_cmpint (covenant_ask (fixture, "SELECT count(*) FROM allocation_line WHERE population_date = '2019-01-01' AND weight IN (124306, 64956, 8430)"), ==, 3);
  g_assert_cmpint (covenant_ask (fixture, "SELECT count(*) FROM allocation_line WHERE population_date = '2020-01-01' AND weight = 1000 AND amount IN (4000000, 4000001)"), ==, 3);
}

/* From the commitment to the last cent, and back with a credit note. */
static void
test_invoice (Covenant     *fixture,
              gconstpointer data)
{
  g_autoptr (GPtrArray) commitments = NULL;
  g_autoptr (GPtrArray) instalments = NULL;
  g_autofree char *invoice = NULL;
  g_autoptr (CvnRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  char  *ids[7] = { NULL };
  gint64 total;

  covenant_allocate (fixture, 2019);
  commitments = covenant_find (fixture, "commitment", "organisation", fixture->parties[0]);
  covenant_plan (fixture, commitments->pdata[0], 3);
  instalments = covenant_find (fixture, "instalment", NULL, NULL);
  g_assert_cmpuint (instalments->len, ==, 3);
  invoice = covenant_make_invoice (fixture, instalments->pdata[0]);
  covenant_refuse (fixture, cvn_allocate_new (fixture->rule, 2019), "year");
  covenant_refuse (fixture, cvn_write_off_new (invoice, 1, TODAY, NULL), "status");
  ids[0] = covenant_run (fixture, cvn_send_invoice_new (invoice, TODAY));
  record = cvn_test_get (fixture->store, "invoice", invoice);
  total = cvn_record_get_integer (record, "total");
  g_assert_cmpstr (cvn_record_get_text (record, "number"), ==, "2019-0001");
  covenant_refuse (fixture, cvn_send_invoice_new (invoice, TODAY), "status");
  covenant_refuse (fixture, cvn_discard_invoice_new (invoice), "sent_on");
  g_assert_cmpint (cvn_store_undo (fixture->store, &error), ==, 0);
  g_assert_error (error, CVN_ERROR, CVN_ERROR_FINAL);
  covenant_refuse (fixture, cvn_remind_new (invoice, TODAY, NULL), "date");
  ids[1] = covenant_run (fixture, cvn_remind_new (invoice, "2019-12-02", NULL));
  covenant_refuse (fixture, cvn_remind_new (invoice, "2019-12-03", NULL), "date");
  ids[2] = covenant_pay (fixture, 0, invoice, total - 1, FALSE);
  covenant_assert_invoice (fixture, invoice, "partly_paid", NULL);
  ids[3] = covenant_pay (fixture, 0, NULL, 1, FALSE);
  covenant_assert_invoice (fixture, invoice, "paid", TODAY);
  covenant_refuse (fixture, cvn_remind_new (invoice, "2020-12-02", NULL), "invoice");
  covenant_refuse (fixture, cvn_write_off_new (invoice, 1, TODAY, NULL), "status");
  ids[4] = covenant_pay (fixture, 0, invoice, total, TRUE);
  covenant_refuse (fixture, cvn_refund_new (invoice, 2 * total + 1, TODAY, NULL), "amount");
  ids[5] = covenant_run (fixture, cvn_refund_new (invoice, total, TODAY, NULL));
  g_assert_cmpint (covenant_ask (fixture, "SELECT sum(amount) FROM instalment WHERE paid_on IS NOT NULL"), ==, total);
  ids[6] = covenant_run (fixture, cvn_credit_invoice_new (invoice, TODAY, NULL));
  covenant_assert_invoice (fixture, ids[6], "sent", NULL);
  covenant_assert_invoice (fixture, invoice, "credited", NULL);
  g_assert_cmpint (covenant_ask (fixture, "SELECT sum(total) FROM invoice"), ==, 0);
  g_assert_cmpint (covenant_ask (fixture, "SELECT count(*) FROM instalment WHERE invoice IS NULL AND paid_on IS NULL"), ==, 3);
  covenant_refuse (fixture, cvn_credit_invoice_new (invoice, TODAY, NULL), "credits");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_free (ids[i]);
}

static void
test_tariff (Covenant     *fixture,
             gconstpointer data)
{
  g_autoptr (CvnRecord) fee = cvn_record_new (cvn_kind_find ("fee"));

  cvn_record_set_text (fee, "service", "registration");
  cvn_record_set_text (fee, "payer", "all");
  cvn_record_set_text (fee, "valid_from", "2019-01-01");
  cvn_record_set_integer (fee, "amount", 4500);
  g_free (covenant_run (fixture, cvn_set_tariff_new (fee)));
  cvn_record_set_text (fee, "valid_from", "2019-07-01");
  covenant_refuse (fixture, cvn_set_tariff_new (fee), "valid_from");
}

static void
test_renew (Covenant     *fixture,
            gconstpointer data)
{
  g_autoptr (CvnRecord) successor = cvn_record_new (cvn_kind_find ("agreement"));
  g_autofree char *before = cvn_test_dump (fixture->folder.path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  cvn_record_set_text (successor, "kind", "covenant");
  cvn_record_set_text (successor, "title_nl", "Verlenging");
  cvn_record_set_text (successor, "start_date", "2020-12-31");
  cvn_record_set_text (successor, "status", "being_decided");
  cvn_record_set_text (successor, "extends", fixture->agreement);
  covenant_refuse (fixture, cvn_renew_new (successor, TODAY), "start_date");
  cvn_record_set_text (successor, "start_date", "2021-01-01");
  g_free (covenant_run (fixture, cvn_renew_new (successor, TODAY)));
  g_assert_cmpint (covenant_ask (fixture, "SELECT count(*) FROM agreement_decision WHERE status = 'invited'"), ==, 3);
  g_assert_cmpint (covenant_ask (fixture, "SELECT count(*) FROM contribution_rule WHERE start_date = '2021-01-01' AND total = 12000001"), ==, 1);
  cvn_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  after = cvn_test_dump (fixture->folder.path);
  g_assert_cmpstr (after, ==, before);
}

static void
add_commitment (Covenant   *fixture,
                guint       party,
                const char *start,
                const char *end,
                const char *basis,
                gint64      amount)
{
  g_autoptr (CvnRecord) commitment = cvn_record_new (cvn_kind_find ("commitment"));

  cvn_record_set_text (commitment, "agreement", fixture->agreement);
  cvn_record_set_text (commitment, "organisation", fixture->parties[party]);
  cvn_record_set_integer (commitment, "year", g_ascii_strtoll (start, NULL, 10));
  cvn_record_set_text (commitment, "start_date", start);
  cvn_record_set_text (commitment, "end_date", end);
  cvn_record_set_text (commitment, "basis", basis);
  cvn_record_set_integer (commitment, "amount", amount);
  cvn_test_put (fixture->store, commitment);
}

/* An agreement from elsewhere has commitments and no rules: the rules are what they come to in a year. */
static void
test_renew_without_rules (Covenant     *fixture,
                          gconstpointer data)
{
  g_autoptr (CvnRecord) successor = cvn_record_new (cvn_kind_find ("agreement"));
  g_autoptr (CvnRecord) rule = cvn_test_get (fixture->store, "contribution_rule", fixture->rule);

  cvn_test_delete (fixture->store, rule, NULL);
  add_commitment (fixture, 0, "2019-06-01", "2019-12-31", "inhabitants", 999);
  add_commitment (fixture, 0, "2020-01-01", "2020-12-31", "inhabitants", 60000);
  add_commitment (fixture, 1, "2020-01-01", "2020-12-31", "inhabitants", 30001);
  add_commitment (fixture, 2, "2020-01-01", "2020-03-31", "fixed", 1000);
  add_commitment (fixture, 2, "2020-04-01", "2020-12-31", "fixed", 9000);
  cvn_record_set_text (successor, "kind", "covenant");
  cvn_record_set_text (successor, "title_nl", "Verlenging");
  cvn_record_set_text (successor, "start_date", "2021-01-01");
  cvn_record_set_text (successor, "status", "being_decided");
  cvn_record_set_text (successor, "extends", fixture->agreement);
  g_free (covenant_run (fixture, cvn_renew_new (successor, TODAY)));
  g_assert_cmpint (covenant_ask (fixture, "SELECT count(*) FROM contribution_rule"), ==, 2);
  g_assert_cmpint (covenant_ask (fixture, "SELECT total FROM contribution_rule WHERE method = 'inhabitants' AND organisation IS NULL"), ==, 90001);
  g_assert_cmpint (covenant_ask (fixture, "SELECT fixed FROM contribution_rule WHERE method = 'fixed'"), ==, 12000);
}

static const char *
pick (GPtrArray *ids)
{
  return ids->len > 0 ? ids->pdata[g_test_rand_int_range (0, (gint32) ids->len)] : NULL;
}

/* Anything may be refused; what was accepted must keep the rules. */
static void
try_one (Covenant *fixture,
         gboolean  may_send)
{
  g_autoptr (GPtrArray) commitments = covenant_find (fixture, "commitment", NULL, NULL);
  g_autoptr (GPtrArray) instalments = covenant_find (fixture, "instalment", NULL, NULL);
  g_autoptr (GPtrArray) invoices = covenant_find (fixture, "invoice", NULL, NULL);
  g_autoptr (CvnRecord) record = NULL;
  g_autoptr (CvnOperation) operation = NULL;
  CvnSchedulePlan plan = { .pattern = CVN_SCHEDULE_PARTS, .n_parts = (guint) g_test_rand_int_range (1, 8) };
  const char     *sources[] = { pick (instalments), NULL };
  CvnPaymentPart  part = { pick (invoices), g_test_rand_int_range (-5, 3000000) };
  g_autoptr (GError) error = NULL;

  switch (g_test_rand_int_range (0, may_send ? 10 : 7))
    {
    case 0:
      operation = cvn_allocate_new (fixture->rule, 2019);
      break;
    case 1:
    case 2:
      operation = commitments->len > 0 ? cvn_plan_instalments_new (pick (commitments), &plan) : NULL;
      break;
    case 3:
    case 4:
      record = cvn_record_new (cvn_kind_find ("invoice"));
      cvn_record_set_text (record, "date", TODAY);
      operation = sources[0] != NULL ? cvn_make_invoice_new (record, "instalment", sources) : NULL;
      break;
    case 5:
      operation = part.invoice != NULL ? cvn_discard_invoice_new (part.invoice) : NULL;
      break;
    case 6:
      operation = decide (fixture, (guint) g_test_rand_int_range (0, 3), g_test_rand_bit () ? "approved" : "signed", TODAY);
      break;
    case 7:
      operation = part.invoice != NULL ? cvn_send_invoice_new (part.invoice, TODAY) : NULL;
      break;
    case 8:
      record = cvn_record_new (cvn_kind_find ("payment"));
      cvn_record_set_text (record, "kind", "receipt");
      cvn_record_set_text (record, "date", TODAY);
      cvn_record_set_text (record, "organisation", fixture->parties[0]);
      cvn_record_set_integer (record, "amount", part.amount);
      operation = part.invoice != NULL ? cvn_book_payment_new (record, &part, 1, g_test_rand_bit ()) : NULL;
      break;
    default:
      operation = part.invoice != NULL ? cvn_credit_invoice_new (part.invoice, TODAY, NULL) : NULL;
    }
  if (operation == NULL)
    return;
  cvn_operation_run (operation, fixture->store, &error);
  if (error != NULL && cvn_error_get_field (error) == NULL)
    g_error ("%s", error->message);
}

static void
assert_invariants (Covenant *fixture)
{
  g_assert_cmpint (covenant_ask (fixture, "SELECT count(*) FROM (SELECT c.amount FROM commitment AS c JOIN instalment AS i ON i.commitment = c.id"
                                          " GROUP BY c.id HAVING sum(i.amount) <> c.amount)"),
                   ==, 0);
  g_assert_cmpint (covenant_ask (fixture, "SELECT count(*) FROM (SELECT 1 FROM allocation_line GROUP BY allocation_key HAVING sum(amount) <> max(total))"), ==, 0);
  g_assert_cmpint (covenant_ask (fixture, "SELECT count(*) FROM (SELECT CAST(substr(number, 6) AS INTEGER) AS n, row_number() OVER (ORDER BY number) AS place"
                                          " FROM invoice WHERE number IS NOT NULL) WHERE n <> place"),
                   ==, 0);
  g_assert_cmpint (covenant_ask (fixture, "SELECT count(*) FROM invoice WHERE (number IS NULL) <> (status = 'draft')"), ==, 0);
  g_assert_cmpint (covenant_ask (fixture, "SELECT count(*) FROM instalment AS i JOIN invoice AS v ON v.id = i.invoice WHERE v.paid_on IS NOT i.paid_on"), ==, 0);
}

static void
test_random (Covenant     *fixture,
             gconstpointer data)
{
  for (guint i = 0; i < 200; i++)
    {
      try_one (fixture, TRUE);
      if (i % 10 == 0)
        assert_invariants (fixture);
    }
  assert_invariants (fixture);
  g_test_message ("%d invoices were sent", (int) covenant_ask (fixture, "SELECT count(*) FROM invoice WHERE number IS NOT NULL"));
}

static char *
dump_kinds (Covenant *fixture)
{
  return cvn_test_dump (fixture->folder.path);
}

static void
test_undo_all (Covenant     *fixture,
               gconstpointer data)
{
  g_autofree char *before = dump_kinds (fixture);
  g_autofree char *after = NULL;
  gint64           n = covenant_ask (fixture, "SELECT count(*) FROM undo_stack WHERE side = 'undo'");

  for (guint i = 0; i < 60; i++)
    try_one (fixture, FALSE);
  while (covenant_ask (fixture, "SELECT count(*) FROM undo_stack WHERE side = 'undo'") > n)
    g_assert_cmpint (cvn_store_undo (fixture->store, NULL), >, 0);
  after = dump_kinds (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* Ended at any moment, the series has neither gaps nor doubles, and every number that was promised is there. */
static void
test_kill (Covenant     *fixture,
           gconstpointer data)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "model", "kill-sender", NULL);
  gint64           n_sent = 0;

  cvn_store_close (fixture->store);
  g_clear_object (&fixture->store);
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, fixture->folder.path, fixture->parties[0], NULL);
      g_autoptr (GDataInputStream) output = NULL;
      gint32 n = g_test_rand_int_range (1, 4);

      g_assert_no_error (error);
      output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
      for (gint32 said = 0; said < n; said++)
        {
          g_autofree char *line = g_data_input_stream_read_line (output, NULL, NULL, NULL);

          g_assert_cmpstr (line, ==, "sent");
          n_sent++;
        }
      g_subprocess_force_exit (process);
      g_subprocess_wait (process, NULL, NULL);
      assert_invariants (fixture);
    }
  fixture->store = cvn_store_open (fixture->folder.path, 0, "tester", NULL);
  assert_invariants (fixture);
  g_assert_cmpint (covenant_ask (fixture, "SELECT count(*) FROM invoice WHERE number IS NOT NULL"), >=, n_sent);
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
    { "/model/convenant/decide", test_decide },
    { "/model/convenant/allocate", test_allocate },
    { "/model/convenant/frozen", test_frozen },
    { "/model/convenant/invoice", test_invoice },
    { "/model/convenant/tariff", test_tariff },
    { "/model/convenant/renew", test_renew },
    { "/model/convenant/renew-without-rules", test_renew_without_rules },
    { "/model/convenant/random", test_random },
    { "/model/convenant/undo-all", test_undo_all },
    { "/model/convenant/kill", test_kill },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Covenant, NULL, covenant_set_up, tests[i].test, covenant_tear_down);
  return g_test_run ();
}
