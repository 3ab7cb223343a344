/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "covenant-support"

#include "covenant-support.h"

#include "cvn-error.h"

static char *
put (Covenant   *fixture,
     CvnRecord  *record,
     const char *kind)
{
  g_assert_cmpstr (cvn_record_get_kind (record)->name, ==, kind);
  cvn_test_put (fixture->store, record);
  return g_strdup (cvn_record_get_id (record));
}

static char *
add_municipality (Covenant   *fixture,
                  const char *code,
                  gint64      inhabitants)
{
  g_autoptr (CvnRecord) organisation = cvn_test_make_organisation (code, code);
  g_autoptr (CvnRecord) population = cvn_record_new (cvn_kind_find ("population"));
  g_autoptr (CvnRecord) decision = cvn_record_new (cvn_kind_find ("agreement_decision"));
  char *id = put (fixture, organisation, "organisation");

  cvn_record_set_text (population, "municipality", id);
  cvn_record_set_text (population, "date", "2019-01-01");
  cvn_record_set_integer (population, "inhabitants", inhabitants);
  cvn_record_set_text (population, "source", "CBS");
  g_free (put (fixture, population, "population"));
  cvn_record_set_text (decision, "agreement", fixture->agreement);
  cvn_record_set_text (decision, "organisation", id);
  cvn_record_set_text (decision, "status", "pledged");
  cvn_record_set_text (decision, "date", "2018-06");
  g_free (put (fixture, decision, "agreement_decision"));
  return id;
}

/** covenant_set_up: a covenant with three municipalities, their inhabitants and a rule of EUR 120,000.01 by inhabitants. */
void
covenant_set_up (Covenant     *fixture,
                 gconstpointer data)
{
  g_autoptr (CvnRecord) agreement = cvn_record_new (cvn_kind_find ("agreement"));
  g_autoptr (CvnRecord) rule = cvn_record_new (cvn_kind_find ("contribution_rule"));

  cvn_test_folder_make (&fixture->folder);
  cvn_test_folder_make_centre (&fixture->folder);
  fixture->store = cvn_store_open (fixture->folder.path, 0, "tester", NULL);
  cvn_record_set_text (agreement, "code", "conv");
  cvn_record_set_text (agreement, "kind", "covenant");
  cvn_record_set_text (agreement, "title_nl", "Convenant");
  cvn_record_set_text (agreement, "start_date", "2019-06-01");
  cvn_record_set_text (agreement, "end_date", "2020-12-31");
  cvn_record_set_text (agreement, "status", "active");
  fixture->agreement = put (fixture, agreement, "agreement");
  fixture->parties[0] = add_municipality (fixture, "gem-a", 124306);
  fixture->parties[1] = add_municipality (fixture, "gem-b", 64956);
  fixture->parties[2] = add_municipality (fixture, "gem-c", 8430);
  cvn_record_set_text (rule, "agreement", fixture->agreement);
  cvn_record_set_text (rule, "start_date", "2019-06-01");
  cvn_record_set_text (rule, "method", "inhabitants");
  cvn_record_set_integer (rule, "total", 12000001);
  fixture->rule = put (fixture, rule, "contribution_rule");
}

/** covenant_tear_down: removes what covenant_set_up() made. */
void
covenant_tear_down (Covenant     *fixture,
                    gconstpointer data)
{
  cvn_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  g_free (fixture->agreement);
  g_free (fixture->rule);
  for (guint i = 0; i < 3; i++)
    g_free (fixture->parties[i]);
  cvn_test_folder_remove (&fixture->folder);
}

/** covenant_run: runs @operation, transfer full, which succeeds. Returns: (transfer full): the id that it speaks of */
char *
covenant_run (Covenant     *fixture,
              CvnOperation *operation)
{
  g_autoptr (CvnOperation) owned = operation;
  g_autoptr (GError) error = NULL;

  cvn_operation_run (owned, fixture->store, &error);
  g_assert_no_error (error);
  return g_strdup (cvn_operation_get_id (owned));
}

/** covenant_refuse: runs @operation, transfer full, which is refused at @field with a sentence. */
void
covenant_refuse (Covenant     *fixture,
                 CvnOperation *operation,
                 const char   *field)
{
  g_autoptr (CvnOperation) owned = operation;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (cvn_operation_run (owned, fixture->store, &error), ==, 0);
  g_assert_nonnull (error);
  g_test_message ("%s: %s", field, error->message);
  g_assert_cmpstr (cvn_error_get_field (error), ==, field);
}

/** covenant_ask: the number that @sql gives. */
gint64
covenant_ask (Covenant   *fixture,
              const char *sql)
{
  return cvn_test_integer (fixture->folder.path, sql);
}

typedef struct
{
  const CvnKind *kind;
  const char    *field;
  const char    *value;
} Question;

static gpointer
read_ids (CvnReader    *reader,
          gpointer      data,
          GCancellable *cancellable,
          GError      **error)
{
  const Question *question = data;
  g_autoptr (CvnQuery) query = cvn_query_new (question->kind);
  g_autoptr (GArray) seqs = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  if (question->value != NULL)
    cvn_query_add_text (query, question->field, CVN_MATCH_EQUAL, question->value);
  else if (question->field != NULL)
    cvn_query_add (query, question->field, CVN_MATCH_EMPTY, NULL);
  seqs = cvn_reader_list (reader, query, NULL, error);
  rows = cvn_reader_get_rows (reader, question->kind, (const gint64 *) (gpointer) seqs->data, seqs->len, error);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (ids, g_strdup (cvn_record_get_id (rows->pdata[i])));
  return ids;
}

/** covenant_find: (transfer full): the ids of a kind; with @field those in which it is @value, or empty. */
GPtrArray *
covenant_find (Covenant   *fixture,
               const char *kind,
               const char *field,
               const char *value)
{
  Question question = { cvn_kind_find (kind), field, value };

  return cvn_store_read (fixture->store, read_ids, &question, NULL);
}

/** covenant_allocate: divides @year by the rule. */
void
covenant_allocate (Covenant *fixture,
                   int       year)
{
  g_autofree char *id = covenant_run (fixture, cvn_allocate_new (fixture->rule, year));
}

/** covenant_plan: makes @n instalments of @commitment. */
void
covenant_plan (Covenant   *fixture,
               const char *commitment,
               guint       n)
{
  CvnSchedulePlan  plan = { .pattern = CVN_SCHEDULE_PARTS, .n_parts = n };
  g_autofree char *id = covenant_run (fixture, cvn_plan_instalments_new (commitment, &plan));
}

/** covenant_make_invoice: (transfer full): id of a draft for @instalment. */
char *
covenant_make_invoice (Covenant   *fixture,
                       const char *instalment)
{
  const char *sources[] = { instalment, NULL };
  g_autoptr (CvnRecord) invoice = cvn_record_new (cvn_kind_find ("invoice"));

  cvn_record_set_text (invoice, "date", TODAY);
  return covenant_run (fixture, cvn_make_invoice_new (invoice, "instalment", sources));
}

/** covenant_pay: (transfer full): id of a payment by a party, for @invoice or for what is open. */
char *
covenant_pay (Covenant   *fixture,
              guint       party,
              const char *invoice,
              gint64      amount,
              gboolean    allow_over)
{
  CvnPaymentPart part = { invoice, amount };
  g_autoptr (CvnRecord) payment = cvn_record_new (cvn_kind_find ("payment"));

  cvn_record_set_text (payment, "kind", "receipt");
  cvn_record_set_text (payment, "date", TODAY);
  cvn_record_set_integer (payment, "amount", amount);
  cvn_record_set_text (payment, "organisation", fixture->parties[party]);
  return covenant_run (fixture, cvn_book_payment_new (payment, &part, invoice != NULL, allow_over));
}

/** covenant_assert_invoice: what is stored of what became of it. */
void
covenant_assert_invoice (Covenant   *fixture,
                         const char *id,
                         const char *status,
                         const char *paid_on)
{
  g_autoptr (CvnRecord) invoice = cvn_test_get (fixture->store, "invoice", id);

  g_assert_cmpstr (cvn_record_get_text (invoice, "status"), ==, status);
  g_assert_cmpstr (cvn_record_get_text (invoice, "paid_on"), ==, paid_on);
}
