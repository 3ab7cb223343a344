/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-figures-convenant"

#include "sample.h"
#include "store-support.h"

#include <string.h>

/* The figures of the convenant, worked out again from the sample centre's files. */
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

static gint64
sum_file (const char *stem,
          const char *heading,
          const char *begin,
          const char *other,
          const char *text,
          const char *amount)
{
  g_autoptr (GPtrArray) rows = sample_read_csv (stem);
  gint64 sum = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      GHashTable *row = g_ptr_array_index (rows, i);

      if (g_str_has_prefix (sample_get (row, heading), begin) && (other == NULL || g_strcmp0 (sample_get (row, other), text) == 0))
        sum += sample_get_integer (row, amount);
    }
  return sum;
}

static void
test_open_invoices (Fixture      *fixture,
                    gconstpointer data)
{
  static const struct
  {
    const char *today;
    const char *number;
    gint64      amount; /* 0: not in the list */
  } cases[] = {
    { "2019-02-14", "P2019-005", 0 },
    { "2019-02-18", "P2019-005", -72600 },
    { "2019-03-04", "P2019-005", 0 },
    { "2019-12-09", "B2019-006", 229295 - 114647 },
    { "2019-12-30", "B2019-006", 0 },
    { "2019-10-31", "2019-0041", 1020833 },
    { "2019-11-04", "2019-0041", 0 },
    { "2020-03-05", "B2019-009", 118580 },
    { "2020-12-31", "B2020-014", 175450 },
    { "2020-12-31", "P2020-012", -1000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CvnTable) table = sample_figure (fixture->store, "open-invoices", 2020, cases[i].today, NULL, FALSE);
      gint64 found = 0;

      for (guint r = 0; r < cvn_table_get_n_rows (table); r++)
        if (g_str_equal (cvn_table_get_text (table, r, "label"), cases[i].number))
          found = cvn_table_get_integer (table, r, "amount");
      g_test_message ("%s %s", cases[i].today, cases[i].number);
      g_assert_cmpint (found, ==, cases[i].amount);
    }
}

/* Whether a line of the bank is for the invoice, as a person with the two files beside each other would say. */
static gboolean
is_for (GHashTable *line,
        GHashTable *invoice)
{
  const char      *linked = sample_get (line, "gekoppeld_aan");
  const char      *reference = sample_get (line, "kenmerk");
  g_autofree char *end = g_strconcat (" ", sample_get (invoice, "factuurnummer"), NULL);

  if (linked != NULL && *linked != '\0')
    return g_str_equal (linked, sample_get (invoice, "herkomst"));
  if (reference != NULL && *reference != '\0')
    return g_strcmp0 (reference, sample_get (invoice, "kenmerk")) == 0;
  return g_str_equal (sample_get (line, "soort"), "terugbetaling") && g_str_has_suffix (sample_get (line, "omschrijving"), end);
}

/* What is not settled on @day by the two files: cents by number. */
static GHashTable *
work_out (GPtrArray  *invoices,
          GPtrArray  *lines,
          const char *day)
{
  GHashTable *open = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < invoices->len; i++)
    {
      GHashTable *invoice = g_ptr_array_index (invoices, i);
      gint64      amount = sample_get_integer (invoice, "incl_cent");

      if (g_strcmp0 (sample_get (invoice, "factuurdatum"), day) > 0)
        continue;
      for (guint l = 0; l < lines->len; l++)
        if (g_strcmp0 (sample_get (lines->pdata[l], "boekdatum"), day) <= 0 && is_for (lines->pdata[l], invoice))
          amount -= sample_get_integer (lines->pdata[l], "bedrag_cent");
      if (amount != 0)
        g_hash_table_insert (open, (char *) (guintptr) sample_get (invoice, "factuurnummer"), GINT_TO_POINTER ((gint) amount));
    }
  return open;
}

/* Every invoice of the sample, at the end of every month and on the days of the irregular cases, against the files themselves. */
static void
test_open_by_the_files (Fixture      *fixture,
                        gconstpointer data)
{
  static const char *const special[] = { "2019-02-14", "2019-02-18", "2019-03-04", "2019-12-09", "2019-12-30", "2019-10-31", "2019-11-04", "2020-02-10" };
  g_autoptr (GPtrArray) invoices = sample_read_csv ("facturen");
  g_autoptr (GPtrArray) lines = sample_read_csv ("banktransacties");
  guint n_seen = 0;

  for (guint i = 0; i < 36 + G_N_ELEMENTS (special); i++)
    {
      g_autofree char *day = i < 36 ? g_strdup_printf ("%u-%02u-%02u", 2018 + i / 12, i % 12 + 1, g_date_get_days_in_month ((GDateMonth) (i % 12 + 1), (GDateYear) (2018 + i / 12)))
                                    : g_strdup (special[i - 36]);
      g_autoptr (CvnTable) table = sample_figure (fixture->store, "open-invoices", 2020, day, NULL, FALSE);
      g_autoptr (GHashTable) expected = work_out (invoices, lines, day);

      g_test_message ("%s: %u", day, g_hash_table_size (expected));
      g_assert_cmpuint (cvn_table_get_n_rows (table), ==, g_hash_table_size (expected));
      for (guint r = 0; r < cvn_table_get_n_rows (table); r++)
        g_assert_cmpint (cvn_table_get_integer (table, r, "amount"), ==,
                         GPOINTER_TO_INT (g_hash_table_lookup (expected, cvn_table_get_text (table, r, "label"))));
      n_seen += g_hash_table_size (expected);
    }
  g_assert_cmpuint (n_seen, >, 36);
}

/* At the end of 2020 nothing else is unsettled. */
static void
test_open_at_the_end (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (CvnTable) table = sample_figure (fixture->store, "open-invoices", 2020, "2020-12-31", NULL, FALSE);

  g_assert_cmpuint (cvn_table_get_n_rows (table), ==, 2);
  g_assert_cmpint (cvn_table_sum (table, "open"), ==, 175450);
  g_assert_cmpint (cvn_table_sum (table, "over"), ==, 1000);
}

static gint64
get_part (CvnTable   *table,
          const char *part)
{
  for (guint r = 0; r < cvn_table_get_n_rows (table); r++)
    if (g_str_equal (cvn_table_get_text (table, r, "part"), part))
      return cvn_table_get_integer (table, r, "amount");
  g_error ("no part %s", part);
  return 0;
}

static void
test_cockpit (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *agreement = sample_find (fixture->store, "agreement", "conv-2019");
  g_autoptr (CvnTable) now = sample_figure (fixture->store, "agreement-parties", 2020, "2020-12-01", agreement, FALSE);
  g_autoptr (CvnTable) sums = sample_figure (fixture->store, "agreement-sums", 2020, "2020-12-01", agreement, FALSE);
  g_autoptr (CvnTable) before = sample_figure (fixture->store, "agreement-sums", 2019, "2018-12-31", agreement, FALSE);

  g_assert_cmpuint (cvn_table_get_n_rows (now), ==, 10);
  g_assert_cmpint (cvn_table_sum (now, "amount"), ==, sum_file ("toezeggingen", "jaar", "2020", NULL, NULL, "bedrag_cent"));
  g_assert_cmpint (cvn_table_sum (now, "paid"), ==, get_part (sums, "paid"));
  g_assert_cmpint (cvn_table_sum (now, "paid"), ==, sum_file ("termijnen", "vervaldatum", "2020", "status", "betaald", "bedrag_cent"));
  g_assert_cmpint (get_part (sums, "at_risk"), ==, 0);
  /* At the end of 2018 nobody had signed. */
  g_assert_cmpint (get_part (before, "at_risk"), ==, sum_file ("toezeggingen", "van", "2019-06", NULL, NULL, "bedrag_cent"));
}

/* "invoice" with its instalments' amounts, and what was booked on it: kind and cents. */
typedef struct
{
  gint64      total; /* of the invoice; 0: there is none */
  gint64      net;
  const char *paid_on; /* as a file from elsewhere says, of invoice and instalments */
  gint64      amounts[2];
  const char *kinds[2];
  gint64      booked[2];
  gint64      expected[2];
} Account;

static char *
put_new (Fixture           *fixture,
         const char        *kind,
         const char *const *fields,
         const gint64      *amounts,
         const char *const *amount_fields)
{
  g_autoptr (CvnRecord) record = cvn_record_new (cvn_kind_find (kind));

  for (guint i = 0; fields[i] != NULL; i += 2)
    cvn_record_set_text (record, fields[i], fields[i + 1]);
  for (guint i = 0; amount_fields[i] != NULL; i++)
    cvn_record_set_integer (record, amount_fields[i], amounts[i]);
  cvn_test_put (fixture->store, record);
  return g_strdup (cvn_record_get_id (record));
}

static void
put_account (Fixture       *fixture,
             const Account *account,
             guint          n,
             const char    *party,
             const char    *commitment)
{
  static const char *const money[] = { "net", "total", "vat", "vat_rate", NULL };
  static const char *const amount[] = { "amount", NULL };
  g_autofree char         *number = g_strdup_printf ("T-%u", n);
  const char *const        invoice_fields[] = { "number", number, "organisation", party, "date", "2030-01-01", "due_date", "2030-01-31", "status", "sent", "paid_on", account->paid_on, NULL };
  const gint64             sums[] = { account->net, account->total, account->total - account->net, account->total != account->net ? 210 : 0 };
  g_autofree char         *invoice = account->total != 0 ? put_new (fixture, "invoice", invoice_fields, sums, money) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (account->amounts) && account->amounts[i] != 0; i++)
    {
      const char *const fields[] = { "commitment", commitment, "organisation", party, "due_date", i == 0 ? "2030-01-31" : "2030-06-30",
                                     "invoice", invoice, "paid_on", account->paid_on, NULL };
      g_autofree char  *id = put_new (fixture, "instalment", fields, &account->amounts[i], amount);
    }
  for (guint i = 0; i < G_N_ELEMENTS (account->kinds) && account->kinds[i] != NULL; i++)
    {
      const char *const payment_fields[] = { "date", "2030-02-01", "kind", account->kinds[i], "organisation", party, NULL };
      g_autofree char  *payment = put_new (fixture, "payment", payment_fields, &account->booked[i], amount);
      const char *const fields[] = { "payment", payment, "invoice", invoice, NULL };
      g_autofree char  *settlement = put_new (fixture, "settlement", fields, &account->booked[i], amount);
    }
}

/* What came in counts once: as booked or, where nothing was, as a file says; the earliest instalment first. */
static void
test_paid_once (Fixture      *fixture,
                gconstpointer data)
{
  static const Account accounts[] = {
    { 0, 0, NULL, { 1000 }, { NULL }, { 0 }, { 0 } },
    { 0, 0, "2030-01-15", { 1000 }, { NULL }, { 0 }, { 1000 } },
    { 1000, 1000, "2030-01-15", { 1000 }, { NULL }, { 0 }, { 1000 } },
    { 1000, 1000, NULL, { 1000 }, { "receipt" }, { 400 }, { 400 } },
    { 1000, 1000, "2030-01-15", { 1000 }, { "receipt" }, { 1000 }, { 1000 } },
    { 1000, 1000, "2030-01-15", { 1000 }, { "refund" }, { -300 }, { 700 } },
    { 1000, 1000, NULL, { 1000 }, { "receipt", "refund" }, { 1200, -200 }, { 1000 } },
    { 1000, 1000, NULL, { 1000 }, { "receipt" }, { 1200 }, { 1000 } },
    { 1000, 1000, NULL, { 1000 }, { "receipt", "write_off" }, { 600, 400 }, { 600 } },
    { 1500, 1500, NULL, { 1000, 500 }, { "receipt" }, { 1200 }, { 1000, 200 } },
    { 1210, 1000, NULL, { 1000 }, { "receipt" }, { 605 }, { 500 } },
  };
  g_autofree char *party = sample_find (fixture->store, "organisation", "gem-leiden");
  g_autofree char *agreement = sample_find (fixture->store, "agreement", "conv-2019");
  gint64           expected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      static const char *const numbers[] = { "year", "amount", NULL };
      const char *const        fields[] = { "agreement", agreement, "organisation", party, "start_date", "2030-01-01", "end_date", "2030-12-31", NULL };
      const gint64             values[] = { 2030, accounts[i].amounts[0] + accounts[i].amounts[1] };
      g_autofree char         *commitment = put_new (fixture, "commitment", fields, values, numbers);
      g_autoptr (CvnTable) commitments = NULL;
      g_autoptr (CvnTable) parties = NULL;
      g_autoptr (CvnTable) sums = NULL;
      g_autoptr (CvnTable) rows = NULL;
      g_autoptr (CvnTable) tile = NULL;

      g_test_message ("account %u", i);
      put_account (fixture, &accounts[i], i, party, commitment);
      expected += accounts[i].expected[0] + accounts[i].expected[1];
      commitments = sample_figure (fixture->store, "year-commitments", 2030, "2030-12-31", NULL, FALSE);
      parties = sample_figure (fixture->store, "agreement-parties", 2030, "2030-12-31", agreement, FALSE);
      sums = sample_figure (fixture->store, "agreement-sums", 2030, "2030-12-31", agreement, FALSE);
      rows = sample_figure (fixture->store, "contributions-received", 2030, "2030-12-31", NULL, TRUE);
      tile = sample_figure (fixture->store, "contributions-received", 2030, "2030-12-31", NULL, FALSE);
      g_assert_cmpint (cvn_table_sum (commitments, "paid"), ==, expected);
      g_assert_cmpint (cvn_table_sum (parties, "paid"), ==, expected);
      g_assert_cmpint (get_part (sums, "paid"), ==, expected);
      g_assert_cmpint (cvn_table_sum (rows, "amount"), ==, expected);
      g_assert_cmpint (cvn_table_sum (tile, "amount"), ==, expected);
    }
}

static void
test_instalments_and_keys (Fixture      *fixture,
                           gconstpointer data)
{
  for (int year = 2018; year <= 2020; year++)
    {
      g_autofree char *text = g_strdup_printf ("%d", year);
      g_autoptr (CvnTable) instalments = sample_figure (fixture->store, "year-instalments", year, "2020-12-31", NULL, FALSE);
      g_autoptr (CvnTable) proof = sample_figure (fixture->store, "proof-sheet", year, "2020-12-31", NULL, FALSE);

      g_assert_cmpint (cvn_table_sum (instalments, "amount"), ==, sum_file ("toezeggingen", "jaar", text, NULL, NULL, "bedrag_cent"));
      g_assert_cmpint (cvn_table_sum (proof, "amount"), ==, sum_file ("verdeelsleutels", "jaar", text, NULL, NULL, "bedrag_cent"));
      g_assert_cmpint (cvn_table_sum (proof, "amount"), ==, cvn_table_get_integer (proof, 0, "total"));
    }
}

static void
test_fees (Fixture      *fixture,
           gconstpointer data)
{
  for (int year = 2018; year <= 2020; year++)
    {
      g_autofree char *text = g_strdup_printf ("%d", year);
      g_autofree char *before = g_strdup_printf ("%d", year - 1);
      g_autofree char *katwijk = sample_find (fixture->store, "organisation", "gem-katwijk");
      g_autoptr (CvnTable) grid = sample_figure (fixture->store, "fees-grid", year, "2020-12-31", NULL, FALSE);
      g_autoptr (CvnTable) density = sample_figure (fixture->store, "registrations-per-1000", year, "2020-12-31", NULL, FALSE);
      g_autoptr (CvnTable) sheet = sample_figure (fixture->store, "partner-gives-gets", year, "2020-12-31", katwijk, FALSE);

      g_assert_cmpint (cvn_table_sum (grid, "count"), ==, sum_file ("inschrijvingen", "maand", text, NULL, NULL, "aantal"));
      g_assert_cmpint (cvn_table_sum (grid, "amount"), ==, sum_file ("inschrijvingen", "maand", text, NULL, NULL, "opbrengst_cent"));
      g_assert_cmpint (cvn_table_sum (grid, "last_year"), ==, sum_file ("inschrijvingen", "maand", before, NULL, NULL, "aantal"));
      g_assert_cmpint (cvn_table_sum (density, "amount"), ==, sum_file ("inschrijvingen", "maand", text, NULL, NULL, "aantal"));
      g_assert_cmpint (cvn_table_get_integer (sheet, 0, "amount"), ==, sum_file ("toezeggingen", "jaar", text, "org_id", "gem-katwijk", "bedrag_cent"));
      g_assert_cmpint (cvn_table_get_integer (sheet, 1, "amount"), ==, sum_file ("inschrijvingen", "maand", text, "gemeentecode", "GM0537", "opbrengst_cent"));
      g_assert_cmpint (cvn_table_get_integer (sheet, 2, "amount"), ==, 0);
    }
}

static gint64
find_part (CvnTable   *table,
           const char *part)
{
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    if (g_str_equal (cvn_table_get_text (table, row, "part"), part))
      return cvn_table_get_integer (table, row, "amount");
  return 0;
}

/* An association pays for its member: both ways of looking add up to what came in at the bank, and what is booked by hand. */
static void
test_on_behalf (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *payer = sample_find (fixture->store, "organisation", "ovbsp");
  g_autofree char *member = sample_find (fixture->store, "organisation", "univ");
  g_autoptr (CvnRecord) payment = cvn_record_new (cvn_kind_find ("payment"));
  gint64            bank = sum_file ("banktransacties", "boekdatum", "2020", NULL, NULL, "bedrag_cent") - sum_file ("banktransacties", "boekdatum", "2020", "soort", "kosten", "bedrag_cent");
  const char *const names[] = { "payments-by-payer", "payments-by-credited" };
  const char *const parts[] = { payer, member };

  g_assert_cmpint (bank, >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (CvnTable) before = sample_figure (fixture->store, names[i], 2020, "2020-12-31", NULL, FALSE);
      g_autoptr (CvnTable) after = NULL;

      g_assert_cmpint (cvn_table_sum (before, "amount"), ==, bank + i * 12345);
      if (i == 0)
        {
          cvn_record_set_text (payment, "kind", "receipt");
          cvn_record_set_text (payment, "date", "2020-05-01");
          cvn_record_set_integer (payment, "amount", 12345);
          cvn_record_set_text (payment, "organisation", payer);
          cvn_record_set_text (payment, "on_behalf_of", member);
          cvn_test_put (fixture->store, payment);
        }
      after = sample_figure (fixture->store, names[i], 2020, "2020-12-31", NULL, FALSE);
      g_assert_cmpint (cvn_table_sum (after, "amount"), ==, bank + 12345);
      g_assert_cmpint (find_part (after, parts[i]) - find_part (before, parts[i]), ==, i == 0 ? 12345 : 0);
    }
}

/* A bank line that a payment was booked for counts once. */
static void
test_bank_line_once (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *line = sample_find (fixture->store, "bank_line", "bt-0163");
  g_autofree char *payer = sample_find (fixture->store, "organisation", "univ");
  g_autoptr (CvnTable) before = sample_figure (fixture->store, "payments-by-payer", 2019, "2020-12-31", NULL, FALSE);
  g_autoptr (CvnRecord) payment = cvn_record_new (cvn_kind_find ("payment"));
  g_autoptr (CvnTable) after = NULL;

  cvn_record_set_text (payment, "kind", "receipt");
  cvn_record_set_text (payment, "date", "2019-11-04");
  cvn_record_set_integer (payment, "amount", 1020833);
  cvn_record_set_text (payment, "organisation", payer);
  cvn_record_set_text (payment, "bank_line", line);
  cvn_test_put (fixture->store, payment);
  after = sample_figure (fixture->store, "payments-by-payer", 2019, "2020-12-31", NULL, FALSE);
  g_assert_cmpint (cvn_table_sum (after, "amount"), ==, cvn_table_sum (before, "amount"));
  g_assert_cmpint (find_part (after, payer), ==, find_part (before, payer));
}

/* The cases that the sample's README lists, each in its place with the amount that its files come to. */
static void
test_invoice_states (Fixture      *fixture,
                     gconstpointer data)
{
  static const struct
  {
    const char *today;
    const char *number;
    const char *state;
    gint64      amount;
  } cases[] = {
    { "2020-12-31", "B2020-014", "overdue", 175450 },
    { "2020-12-31", "P2020-012", "over", -1000 },
    { "2020-12-31", "P2019-005", "paid", 0 },
    { "2020-12-31", "B2019-006", "paid", 0 },
    { "2020-12-31", "B2019-009", "paid", 0 },
    { "2020-12-31", "2019-0041", "paid", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int year = (int) g_ascii_strtoll (strpbrk (cases[i].number, "0123456789"), NULL, 10);
      g_autoptr (CvnTable) table = sample_figure (fixture->store, "invoices", year, cases[i].today, NULL, FALSE);
      gboolean found = FALSE;

      for (guint r = 0; r < cvn_table_get_n_rows (table); r++)
        if (g_strcmp0 (cvn_table_get_text (table, r, "number"), cases[i].number) == 0)
          {
            found = TRUE;
            g_test_message ("%s", cases[i].number);
            g_assert_cmpstr (cvn_table_get_text (table, r, "state"), ==, cases[i].state);
            g_assert_cmpint (cvn_table_get_integer (table, r, "amount"), ==, cases[i].amount);
          }
      g_assert_true (found);
    }
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
    { "/store/figures-convenant/open-invoices", test_open_invoices },
    { "/store/figures-convenant/open-by-the-files", test_open_by_the_files },
    { "/store/figures-convenant/open-at-the-end", test_open_at_the_end },
    { "/store/figures-convenant/cockpit", test_cockpit },
    { "/store/figures-convenant/paid-once", test_paid_once },
    { "/store/figures-convenant/instalments-and-keys", test_instalments_and_keys },
    { "/store/figures-convenant/fees", test_fees },
    { "/store/figures-convenant/on-behalf", test_on_behalf },
    { "/store/figures-convenant/bank-line-once", test_bank_line_once },
    { "/store/figures-convenant/invoice-states", test_invoice_states },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
