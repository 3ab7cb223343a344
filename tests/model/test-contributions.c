/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-contributions"

#include "sample.h"
#include "store-support.h"

#include "cvn-db.h"
#include "cvn-error.h"
#include "cvn-operations.h"

/* Contributions, invoices and payments on the sample centre, held against its files worked out again. */

#define TODAY "2020-12-31"

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
  g_assert_finalize_object (fixture->store);
  cvn_test_folder_remove (&fixture->folder);
}

/* Puts a record of "field=value" texts; numbers as they are stored, references by id. */
static char *
put (Fixture           *fixture,
     const char        *kind_name,
     const char *const *fields)
{
  const CvnKind *kind = cvn_kind_find (kind_name);
  g_autoptr (CvnRecord) record = cvn_record_new (kind);

  for (guint i = 0; fields[i] != NULL; i += 2)
    if (cvn_field_is_integer (&kind->fields[cvn_kind_find_field (kind, fields[i])]))
      cvn_record_set_integer (record, fields[i], g_ascii_strtoll (fields[i + 1], NULL, 10));
    else
      cvn_record_set_text (record, fields[i], fields[i + 1]);
  cvn_test_put (fixture->store, record);
  return g_strdup (cvn_record_get_id (record));
}
#define PUT(kind, ...) put (fixture, kind, (const char *const[]){ __VA_ARGS__, NULL })

static char *
run (Fixture      *fixture,
     CvnOperation *operation)
{
  g_autoptr (CvnOperation) owned = operation;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (cvn_operation_run (owned, fixture->store, &error), >, 0);
  g_assert_no_error (error);
  return g_strdup (cvn_operation_get_id (owned));
}

static void
refuse (Fixture      *fixture,
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

static gint64
ask (Fixture    *fixture,
     const char *sql)
{
  return cvn_test_integer (fixture->folder.path, sql);
}

static gpointer
read_preview (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  return cvn_operation_preview (data, reader, error);
}

/* The sample's commitments of 2019 by its files: what the rule gives is what they say, 5/12 to the one covenant and 7/12 to the other. */
static void
test_split_year (Fixture      *fixture,
                 gconstpointer data)
{
  static const char *const codes[] = { "conv-2016", "conv-2019" };
  static const char *const starts[] = { "2019-01-01", "2019-06-01" };
  g_autoptr (GPtrArray) file = sample_read_csv ("toezeggingen");
  guint n_seen = 0;

  for (guint a = 0; a < G_N_ELEMENTS (codes); a++)
    {
      g_autofree char *agreement = sample_find (fixture->store, "agreement", codes[a]);
      g_autofree char *rule = PUT ("contribution_rule", "agreement", agreement, "start_date", starts[a], "method", "inhabitants", "total", "12000000");
      g_autoptr (CvnOperation) operation = cvn_allocate_new (rule, 2019);
      g_autoptr (GError) error = NULL;
      g_autoptr (CvnTable) table = cvn_store_read (fixture->store, read_preview, operation, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (cvn_table_get_n_rows (table), ==, 6);
      for (guint i = 0; i < file->len; i++)
        {
          GHashTable      *row = g_ptr_array_index (file, i);
          g_autofree char *organisation = NULL;

          if (!g_str_equal (sample_get (row, "overeenkomst_id"), codes[a]) || !g_str_equal (sample_get (row, "jaar"), "2019") ||
              !g_str_equal (sample_get (row, "grondslag"), "inwoners"))
            continue;
          organisation = sample_find (fixture->store, "organisation", sample_get (row, "org_id"));
          for (guint r = 0; r < cvn_table_get_n_rows (table); r++)
            if (g_str_equal (cvn_table_get_text (table, r, "organisation"), organisation))
              {
                g_assert_cmpint (cvn_table_get_integer (table, r, "amount"), ==, sample_get_integer (row, "bedrag_cent"));
                g_assert_cmpint (llabs (cvn_table_get_integer (table, r, "amount") * 12 - cvn_table_get_integer (table, r, "share") * (a == 0 ? 5 : 7)), <, 12);
                g_assert_cmpstr (cvn_table_get_text (table, r, "start_date"), ==, sample_get (row, "van"));
                g_assert_cmpstr (cvn_table_get_text (table, r, "change"), ==, "kept");
                n_seen++;
              }
        }
      /* What was invoiced and paid is not worked out again. */
      refuse (fixture, cvn_allocate_new (rule, 2019), "year");
    }
  g_assert_cmpuint (n_seen, ==, 12);
}

/* An agreement of 2018 alone with the six municipalities, and 170,000 euros to divide. */
static char *
make_agreement (Fixture *fixture)
{
  static const char *const codes[] = { "gem-leiden", "gem-katwijk", "gem-leiderdorp", "gem-oegstgeest", "gem-voorschoten", "gem-zoeterwoude" };
  g_autofree char         *agreement = PUT ("agreement", "code", "conv-x", "kind", "covenant", "title_nl", "X", "start_date", "2018-01-01", "end_date", "2018-12-31", "status", "active");
  g_autofree char         *id = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *organisation = sample_find (fixture->store, "organisation", codes[i]);
      g_autofree char *decision = PUT ("agreement_decision", "agreement", agreement, "organisation", organisation, "status", "pledged", "date", "2017-12-15");
    }
  return PUT ("contribution_rule", "agreement", agreement, "start_date", "2018-01-01", "method", "inhabitants", "total", "17000000");
}

static void
test_170000 (Fixture      *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *code;
    gint64      cents;
  } expected[] = {
    { "gem-leiden", 7705976 },
    { "gem-katwijk", 4026751 },
    { "gem-leiderdorp", 1685996 },
    { "gem-oegstgeest", 1480803 },
    { "gem-voorschoten", 1577882 },
    { "gem-zoeterwoude", 522592 },
  };
  g_autofree char *rule = make_agreement (fixture);
  g_autoptr (CvnOperation) operation = cvn_allocate_new (rule, 2018);
  g_autoptr (CvnTable) preview = cvn_store_read (fixture->store, read_preview, operation, NULL);
  g_autofree char *id = run (fixture, cvn_allocate_new (rule, 2018));

  /* In the order of the grid of parties: municipalities, who pays most first. */
  g_assert_cmpuint (cvn_table_get_n_rows (preview), ==, G_N_ELEMENTS (expected));
  for (guint i = 1; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (cvn_table_get_integer (preview, i - 1, "amount"), >, cvn_table_get_integer (preview, i, "amount"));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT c.amount FROM commitment AS c JOIN organisation AS o ON o.id = c.organisation JOIN agreement AS a ON a.id = c.agreement "
                                              "WHERE a.code = 'conv-x' AND o.code = '%s'",
                                              expected[i].code);

      g_assert_cmpint (ask (fixture, sql), ==, expected[i].cents);
    }
}

#define OWN     "FROM commitment AS c JOIN agreement AS a ON a.id = c.agreement AND a.code = 'conv-x' JOIN organisation AS o ON o.id = c.organisation AND o.code = 'gem-leiden'"
#define OWN_DUE "FROM instalment AS i JOIN commitment AS c ON c.id = i.commitment JOIN agreement AS a ON a.id = c.agreement AND a.code = 'conv-x'"

static char *
find_id (Fixture    *fixture,
         const char *kind,
         const char *sql)
{
  g_autofree char *seq = g_strdup_printf ("SELECT x.seq FROM (%s) AS x", sql);
  g_autofree char *path = NULL;
  gint64           place = ask (fixture, seq);
  g_autoptr (CvnDb) db = NULL;
  g_autoptr (CvnStatement) statement = NULL;
  g_autofree char *text = g_strdup_printf ("SELECT id FROM \"%s\" WHERE seq = %" G_GINT64_FORMAT, kind, place);
  gboolean         has_row;

  db = cvn_db_open (fixture->folder.path, CVN_DB_READ, NULL);
  statement = cvn_db_prepare (db, text, NULL);
  g_assert_true (cvn_statement_step (statement, &has_row, NULL) && has_row);
  return g_strdup (cvn_statement_get_text (statement, 0));
}

static char *
invoice_instalment (Fixture *fixture,
                    int      number)
{
  g_autofree char *sql = g_strdup_printf ("SELECT i.seq " OWN_DUE " JOIN organisation AS o ON o.id = i.organisation AND o.code = 'gem-leiden' WHERE i.number = %d", number);
  g_autofree char *instalment = find_id (fixture, "instalment", sql);
  const char      *sources[] = { instalment, NULL };
  g_autoptr (CvnRecord) invoice = cvn_record_new (cvn_kind_find ("invoice"));
  char *id;

  cvn_record_set_text (invoice, "date", TODAY);
  id = run (fixture, cvn_make_invoice_new (invoice, "instalment", sources));
  g_free (run (fixture, cvn_send_invoice_new (id, TODAY)));
  return id;
}

/* Four instalments of one municipality, and the payer. */
static char *
make_instalments (Fixture *fixture)
{
  CvnSchedulePlan  plan = { .pattern = CVN_SCHEDULE_QUARTERS };
  g_autofree char *rule = make_agreement (fixture);
  g_autofree char *allocated = run (fixture, cvn_allocate_new (rule, 2018));
  g_autofree char *commitment = find_id (fixture, "commitment", "SELECT c.seq " OWN);
  g_autofree char *planned = run (fixture, cvn_plan_instalments_new (commitment, &plan));

  return sample_find (fixture->store, "organisation", "gem-leiden");
}

static char *
pay (Fixture              *fixture,
     const char           *payer,
     gint64                amount,
     const CvnPaymentPart *parts,
     guint                 n_parts)
{
  g_autoptr (CvnRecord) payment = cvn_record_new (cvn_kind_find ("payment"));

  cvn_record_set_text (payment, "kind", "receipt");
  cvn_record_set_text (payment, "date", TODAY);
  cvn_record_set_text (payment, "organisation", payer);
  cvn_record_set_integer (payment, "amount", amount);
  return run (fixture, cvn_book_payment_new (payment, parts, n_parts, FALSE));
}

static gint64
get_total (Fixture    *fixture,
           const char *invoice)
{
  g_autoptr (CvnRecord) record = cvn_test_get (fixture->store, "invoice", invoice);

  return cvn_record_get_integer (record, "total");
}

static void
assert_status (Fixture    *fixture,
               const char *invoice,
               const char *status)
{
  g_autoptr (CvnRecord) record = cvn_test_get (fixture->store, "invoice", invoice);

  g_assert_cmpstr (cvn_record_get_text (record, "status"), ==, status);
}

/* One payment for three invoices, and three payments for one: both close. */
static void
test_many_to_many (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *payer = make_instalments (fixture);
  CvnPaymentPart   parts[3];
  char            *invoices[4];
  gint64           sum = 0;

  for (int i = 0; i < 4; i++)
    invoices[i] = invoice_instalment (fixture, i + 1);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      parts[i] = (CvnPaymentPart){ invoices[i], get_total (fixture, invoices[i]) };
      sum += parts[i].amount;
    }
  g_free (pay (fixture, payer, sum, parts, G_N_ELEMENTS (parts)));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_status (fixture, invoices[i], "paid");
  sum = get_total (fixture, invoices[3]);
  for (guint i = 0; i < 3; i++)
    {
      CvnPaymentPart   part = { invoices[3], i < 2 ? sum / 3 : sum - 2 * (sum / 3) };
      g_autofree char *id = pay (fixture, payer, part.amount, &part, 1);

      assert_status (fixture, invoices[3], i < 2 ? "partly_paid" : "paid");
    }
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM settlement"), ==, 6);
  g_assert_cmpint (ask (fixture, "SELECT (SELECT sum(amount) FROM payment) = (SELECT sum(amount) FROM settlement)"), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (invoices); i++)
    g_free (invoices[i]);
}

/* Another amount after two of four were paid: those stay as they are, to the byte, the rest makes up for it. */
static void
test_replan (Fixture      *fixture,
             gconstpointer data)
{
  static const char settled[] = "SELECT sum(i.hash % 1000003) " OWN_DUE " WHERE i.paid_on IS NOT NULL";
  CvnSchedulePlan   plan = { .pattern = CVN_SCHEDULE_QUARTERS };
  g_autofree char  *payer = make_instalments (fixture);
  g_autofree char  *id = find_id (fixture, "commitment", "SELECT c.seq " OWN);
  g_autoptr (CvnRecord) commitment = cvn_test_get (fixture->store, "commitment", id);
  gint64 before;

  for (int i = 1; i <= 2; i++)
    {
      g_autofree char *invoice = invoice_instalment (fixture, i);
      CvnPaymentPart   part = { invoice, get_total (fixture, invoice) };
      g_autofree char *payment = pay (fixture, payer, part.amount, &part, 1);
    }
  before = ask (fixture, settled);
  g_assert_cmpint (before, !=, 0);
  cvn_record_set_integer (commitment, "amount", 8000001);
  cvn_test_put (fixture->store, commitment);
  g_free (run (fixture, cvn_plan_instalments_new (id, &plan)));
  g_assert_cmpint (ask (fixture, settled), ==, before);
  g_assert_cmpint (ask (fixture, "SELECT sum(i.amount) " OWN_DUE), ==, 8000001);
  g_assert_cmpint (ask (fixture, "SELECT count(*) " OWN_DUE), ==, 4);
  /* More has been invoiced than this. */
  cvn_record_set_integer (commitment, "amount", 100);
  cvn_test_put (fixture->store, commitment);
  refuse (fixture, cvn_plan_instalments_new (id, &plan), "amount");
}

/* Each line has its own rate; the VAT is worked out for each rate, not for each line. */
static void
test_vat_per_line (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *customer = sample_find (fixture->store, "organisation", "dv-02");
  g_autofree char *first = PUT ("partner_package", "organisation", customer, "year", "2021", "package", "a", "price", "1003", "vat_category", "taxed", "vat_rate", "210");
  g_autofree char *second = PUT ("partner_package", "organisation", customer, "year", "2021", "package", "b", "price", "1003", "vat_category", "taxed", "vat_rate", "210");
  g_autofree char *third = PUT ("partner_package", "organisation", customer, "year", "2021", "package", "c", "price", "2005", "vat_category", "taxed", "vat_rate", "90");
  g_autofree char *fourth = PUT ("partner_package", "organisation", customer, "year", "2021", "package", "d", "price", "777", "vat_category", "exempt");
  const char      *sources[] = { first, second, third, fourth, NULL };
  g_autoptr (CvnRecord) invoice = cvn_record_new (cvn_kind_find ("invoice"));
  g_autoptr (CvnRecord) made = NULL;
  g_autofree char *id = NULL;

  cvn_record_set_text (invoice, "date", TODAY);
  id = run (fixture, cvn_make_invoice_new (invoice, "partner_package", sources));
  made = cvn_test_get (fixture->store, "invoice", id);
  g_assert_cmpint (cvn_record_get_integer (made, "net"), ==, 1003 + 1003 + 2005 + 777);
  /* 2006 at 21 % is 421.26, 2005 at 9 % is 180.45. */
  g_assert_cmpint (cvn_record_get_integer (made, "vat"), ==, 421 + 180);
  g_assert_cmpint (cvn_record_get_integer (made, "total"), ==, 4788 + 601);
  g_assert_false (cvn_record_has (made, "vat_rate"));
  g_assert_cmpint (ask (fixture, "SELECT count(DISTINCT l.vat_rate) FROM invoice_line AS l JOIN partner_package AS p ON p.id = l.partner_package WHERE p.year = 2021"), ==, 3);
}

/* What is open of each invoice is what the files come to: the bank lines that name it, less what it is for. */
static void
test_open_amounts (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (GPtrArray) invoices = sample_read_csv ("facturen");
  g_autoptr (GPtrArray) bank = sample_read_csv ("banktransacties");
  guint n_checked = 0;

  for (int year = 2018; year <= 2020; year++)
    {
      g_autoptr (CvnTable) table = sample_figure (fixture->store, "invoices", year, TODAY, NULL, FALSE);

      for (guint i = 0; i < invoices->len; i++)
        {
          GHashTable      *row = g_ptr_array_index (invoices, i);
          const char      *number = sample_get (row, "factuurnummer");
          g_autofree char *refund = g_strconcat ("Terugbetaling ", number, NULL);
          gint64           amount = sample_get_integer (row, "incl_cent");

          if (g_ascii_strtoll (sample_get (row, "factuurdatum"), NULL, 10) != year)
            continue;
          for (guint b = 0; b < bank->len; b++)
            {
              GHashTable *line = g_ptr_array_index (bank, b);
              const char *matched = sample_get (line, "gekoppeld_aan");
              gboolean    named = *matched != '\0' ? g_strcmp0 (matched, sample_get (row, "herkomst")) == 0
                                                   : g_strcmp0 (sample_get (line, "kenmerk"), sample_get (row, "kenmerk")) == 0 || g_strcmp0 (sample_get (line, "omschrijving"), refund) == 0;

              if (named)
                amount -= sample_get_integer (line, "bedrag_cent");
            }
          for (guint r = 0; r < cvn_table_get_n_rows (table); r++)
            if (g_strcmp0 (cvn_table_get_text (table, r, "number"), number) == 0)
              {
                g_assert_cmpint (cvn_table_get_integer (table, r, "amount"), ==, amount);
                n_checked++;
              }
        }
    }
  g_assert_cmpuint (n_checked, ==, invoices->len);
}

/* Each is refused at its field, with a sentence that says what is expected. */
static void
test_bad_input (Fixture      *fixture,
                gconstpointer data)
{
  static const struct
  {
    const char *kind;
    const char *field;
    const char *fields[14];
  } cases[] = {
    { "contribution_rule", "total", { "agreement", "a", "start_date", "2020-01-01", "method", "inhabitants", "total", "-1" } },
    { "contribution_rule", "total", { "agreement", "a", "start_date", "2020-01-01", "method", "equal" } },
    { "contribution_rule", "end_date", { "agreement", "a", "start_date", "2020-01-01", "end_date", "2019-12-31", "method", "fixed", "fixed", "1" } },
    { "contribution_rule", "share", { "agreement", "a", "organisation", "o", "start_date", "2020-01-01", "method", "percentage", "total", "1", "share", "1001" } },
    { "commitment", "amount", { "agreement", "a", "organisation", "o", "year", "2020", "start_date", "2020-01-01", "end_date", "2020-12-31", "amount", "-1" } },
    { "commitment", "amount", { "agreement", "a", "organisation", "o", "year", "2020", "start_date", "2020-01-01", "end_date", "2020-12-31", "amount", "100000000001" } },
    { "contribution_rule", "fixed", { "agreement", "a", "start_date", "2020-01-01", "method", "fixed", "fixed", "9223372036854775807" } },
    { "fee", "amount", { "service", "registration", "payer", "all", "valid_from", "2020-01-01", "amount", "-1" } },
    { "fee", "valid_to", { "service", "registration", "payer", "all", "valid_from", "2020-02-01", "valid_to", "2020-01-31", "amount", "1" } },
    { "agreement", "end_date", { "kind", "covenant", "title_nl", "T", "start_date", "2020-01-01", "end_date", "2019-12-31", "status", "active" } },
    { "commitment", "end_date", { "agreement", "a", "organisation", "o", "year", "2020", "start_date", "2020-06-01", "end_date", "2020-05-31", "amount", "1" } },
    { "population", "inhabitants", { "municipality", "o", "date", "2020-01-01", "inhabitants", "0" } },
    { "payment", "amount", { "date", "2020-01-01", "kind", "receipt", "amount", "-1", "organisation", "o" } },
    { "payment", "amount", { "date", "2020-01-01", "kind", "refund", "amount", "1", "organisation", "o" } },
    { "invoice", "due_date", { "organisation", "o", "date", "2020-01-02", "due_date", "2020-01-01", "net", "1", "total", "1", "status", "draft" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CvnKind *kind = cvn_kind_find (cases[i].kind);
      g_autoptr (CvnRecord) record = cvn_record_new (kind);
      g_autoptr (GError) error = NULL;

      for (guint f = 0; f < G_N_ELEMENTS (cases[i].fields) && cases[i].fields[f] != NULL; f += 2)
        if (cvn_field_is_integer (&kind->fields[cvn_kind_find_field (kind, cases[i].fields[f])]))
          cvn_record_set_integer (record, cases[i].fields[f], g_ascii_strtoll (cases[i].fields[f + 1], NULL, 10));
        else
          cvn_record_set_text (record, cases[i].fields[f], cases[i].fields[f + 1]);
      g_assert_false (cvn_record_check (record, &error));
      g_test_message ("%s.%s: %s", cases[i].kind, cases[i].field, error->message);
      g_assert_cmpstr (cvn_error_get_field (error), ==, cases[i].field);
    }
}

/* Percentages of a key that do not make the whole are refused when it is worked out. */
static void
test_key_that_does_not_sum (Fixture      *fixture,
                            gconstpointer data)
{
  g_autofree char *agreement = sample_find (fixture->store, "agreement", "conv-2019");
  g_autofree char *leiden = sample_find (fixture->store, "organisation", "gem-leiden");
  g_autofree char *katwijk = sample_find (fixture->store, "organisation", "gem-katwijk");
  g_autofree char *first = PUT ("contribution_rule", "agreement", agreement, "organisation", leiden, "start_date", "2020-01-01", "method", "percentage", "total", "100", "share", "600");
  g_autofree char *second = PUT ("contribution_rule", "agreement", agreement, "organisation", katwijk, "start_date", "2020-01-01", "method", "percentage", "total", "100", "share", "300");

  refuse (fixture, cvn_allocate_new (first, 2020), "percentage");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/model/contributions/split-year", test_split_year },
    { "/model/contributions/170000", test_170000 },
    { "/model/contributions/many-to-many", test_many_to_many },
    { "/model/contributions/replan", test_replan },
    { "/model/contributions/vat-per-line", test_vat_per_line },
    { "/model/contributions/open-amounts", test_open_amounts },
    { "/model/contributions/bad-input", test_bad_input },
    { "/model/contributions/key-that-does-not-sum", test_key_that_does_not_sum },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
