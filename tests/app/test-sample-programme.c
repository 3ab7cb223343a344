/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-sample-programme"

#include "cvn-card-offers.h"
#include "cvn-db.h"
#include "cvn-import-job.h"
#include "cvn-operations.h"
#include "cvn-report-make.h"
#include "sample.h"

#include <string.h>

/* The sample programme: five projects that each pay, or do not pay, in a way of their own. */

#define TODAY "2019-12-31"

typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
} Fixture;

static void
import (Fixture         *f,
        CvnImportReport *counts)
{
  g_autoptr (GFile) folder = g_file_new_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-programme", NULL);
  g_autoptr (CvnImportJob) job = cvn_import_job_new (folder);
  g_autoptr (GError) error = NULL;

  cvn_import_job_run (job, f->store, &error);
  g_assert_no_error (error);
  counts->n_added = cvn_import_job_get_report (job)->n_added;
  counts->n_changed = cvn_import_job_get_report (job)->n_changed;
  counts->n_problems = cvn_import_job_get_report (job)->n_problems;
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  CvnImportReport counts = { 0 };
  g_autoptr (GError) error = NULL;

  cvn_test_folder_make (&f->folder);
  f->store = cvn_store_open (f->folder.path, CVN_STORE_CREATE, "tester", &error);
  g_assert_no_error (error);
  import (f, &counts);
  g_assert_cmpint (counts.n_added, >, 200);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  cvn_store_close (f->store);
  g_assert_finalize_object (f->store);
  cvn_test_folder_remove (&f->folder);
}

static gint64
ask (Fixture    *f,
     const char *sql)
{
  return cvn_test_integer (f->folder.path, sql);
}

/* Of the figures that a card of the project shows, the part @part. */
static gint64
find_figure (Fixture    *f,
             const char *project,
             const char *part)
{
  g_autofree char *id = sample_find (f->store, "project", project);
  g_autoptr (CvnTable) figures = sample_figure (f->store, "project-figures", 2019, TODAY, id, FALSE);
  g_autoptr (CvnTable) rows = sample_figure (f->store, "project-figures", 2019, TODAY, id, TRUE);
  gint64 sum = 0;

  for (guint row = 0; row < cvn_table_get_n_rows (rows); row++)
    if (g_str_equal (cvn_table_get_text (rows, row, "part"), part))
      sum += cvn_table_get_integer (rows, row, "amount");
  for (guint row = 0; row < cvn_table_get_n_rows (figures); row++)
    if (g_str_equal (cvn_table_get_text (figures, row, "part"), part))
      {
        g_assert_cmpint (cvn_table_get_integer (figures, row, "amount"), ==, sum);
        return sum;
      }
  g_assert_not_reached ();
}

/* One step, and nothing more to do the second time. */
static void
test_imports_once (Fixture      *f,
                   gconstpointer data)
{
  CvnImportReport counts = { 0 };

  g_assert_cmpint (ask (f, "SELECT count(*) FROM journal"), ==, 1);
  import (f, &counts);
  g_assert_cmpuint (counts.n_added, ==, 0);
  g_assert_cmpuint (counts.n_changed, ==, 0);
  g_assert_cmpuint (counts.n_problems, ==, 0);
}

/* What is given in hours is said in hours, where a zero would say that nothing is given. */
static void
check_hours (Fixture *f)
{
  static const char *const hours[] = { "320 uur", "640 uur", "120 uur" };
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnReportData) data = cvn_report_data_read (f->store, CVN_REPORT_CONVENANT, "2019 Intentieverklaring onderwijs en arbeidsmarkt", CVN_LANGUAGE_NL, TODAY, &error);
  g_autoptr (CvnReport) report = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  report = cvn_report_make (data);
  text = cvn_report_dup_page_text (report, 0);
  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    g_assert_nonnull (strstr (text, hours[i]));
  g_assert_nonnull (strstr (text, "1.320 uur"));
}

static void
test_in_kind (Fixture      *f,
              gconstpointer data)
{
  check_hours (f);
  g_assert_cmpint (find_figure (f, "aansluiting", "project_budget"), ==, 0);
  g_assert_cmpint (find_figure (f, "aansluiting", "project_pledged"), ==, 0);
  g_assert_cmpint (find_figure (f, "aansluiting", "project_hours"), ==, 640 + 320 + 120 + 160 + 80);
  g_assert_cmpint (ask (f, "SELECT budget IS NOT NULL FROM project WHERE code = 'aansluiting'"), ==, 1);
}

/* Of the sum of a line of action what the inhabitants make of it, in whole cents, the largest remainders first. */
static void
check_key (Fixture    *f,
           const char *agreement,
           gint64      total)
{
  static const struct
  {
    const char *code;
    gint64      inhabitants;
  } parties[] = { { "gem-leiden", 124899 }, { "gem-leiderdorp", 27109 }, { "gem-oegstgeest", 24426 }, { "gem-zoeterwoude", 8450 }, { "voor-was", 25479 + 26200 } };
  gint64 all = 0;
  gint64 left = total;

  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    all += parties[i].inhabitants;
  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    left -= total * parties[i].inhabitants / all;
  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    {
      gint64           larger = 0;
      g_autofree char *sql = g_strdup_printf ("SELECT c.amount FROM commitment AS c JOIN agreement AS a ON a.id = c.agreement JOIN organisation AS o ON o.id = c.organisation "
                                              "WHERE a.code = '%s' AND o.code = '%s'",
                                              agreement, parties[i].code);

      for (guint j = 0; j < G_N_ELEMENTS (parties); j++)
        larger += total * parties[j].inhabitants % all > total * parties[i].inhabitants % all;
      g_assert_cmpint (ask (f, sql), ==, total * parties[i].inhabitants / all + (larger < left));
    }
}

static char *
find_rule (Fixture    *f,
           const char *agreement)
{
  g_autoptr (CvnDb) db = cvn_db_open (f->folder.path, CVN_DB_READ, NULL);
  g_autoptr (CvnStatement) statement = cvn_db_prepare (db, "SELECT id FROM contribution_rule WHERE agreement = ?1", NULL);
  gboolean has_row;

  cvn_statement_bind (statement, "s", agreement);
  g_assert_true (cvn_statement_step (statement, &has_row, NULL) && has_row);
  return g_strdup (cvn_statement_get_text (statement, 0));
}

/* Works the commitments of a line of action out again by its rule, as the manager would. */
static void
allocate (Fixture    *f,
          const char *agreement)
{
  g_autofree char *id = sample_find (f->store, "agreement", agreement);
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM commitment WHERE agreement = '%s'", id);
  g_autofree char *rule = find_rule (f, id);
  g_autoptr (CvnOperation) operation = cvn_allocate_new (rule, 2019);
  g_autoptr (GError) error = NULL;
  gint64 n = ask (f, sql);

  g_assert_cmpint (cvn_operation_run (operation, f->store, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (ask (f, sql), ==, n);
}

static void
test_lines_of_action (Fixture      *f,
                      gconstpointer data)
{
  g_assert_cmpint (find_figure (f, "retail", "project_budget"), ==, 17000000);
  g_assert_cmpint (find_figure (f, "retail", "project_pledged"), ==, 17000000);
  g_assert_cmpint (ask (f, "SELECT sum(p.budget) FROM project AS p JOIN project AS r ON r.id = p.part_of WHERE r.code = 'retail'"), ==, 17000000);
  g_assert_cmpint (ask (f, "SELECT count(*) * 10 + sum(p.budget > 0) FROM project AS p JOIN project AS r ON r.id = p.part_of WHERE r.code = 'retail'"), ==, 32);
  for (guint again = 0; again < 2; again++)
    {
      check_key (f, "retail-b-2019", 10000000);
      check_key (f, "retail-c-2019", 7000000);
      allocate (f, "retail-b-2019");
      allocate (f, "retail-c-2019");
    }
}

static void
test_memberships (Fixture      *f,
                  gconstpointer data)
{
  g_assert_cmpint (ask (f, "SELECT count(DISTINCT package) FROM partner_package"), ==, 3);
  g_assert_cmpint (ask (f, "SELECT count(*) FROM partner_package WHERE package = 'starter' AND price = 7500 AND vat = 1575"), ==, 5);
  g_assert_cmpint (ask (f, "SELECT count(*) FROM partner_package WHERE package = 'mkb' AND price = 25000 AND vat = 5250"), ==, 4);
  g_assert_cmpint (ask (f, "SELECT count(*) FROM partner_package WHERE package = 'groot' AND price = 75000 AND vat = 15750"), ==, 2);
  g_assert_cmpint (find_figure (f, "netwerk", "members"), ==, 11);
  g_assert_cmpint (find_figure (f, "netwerk", "member_fees"), ==, 5 * 7500 + 4 * 25000 + 2 * 75000);
}

/* Two municipalities are one party: one decision, one amount, the inhabitants of both. */
static void
test_pair (Fixture      *f,
           gconstpointer data)
{
  g_autofree char *pair = sample_find (f->store, "organisation", "voor-was");
  g_autoptr (CvnTable) shares = sample_figure (f->store, "contributions-by-municipality", 2019, TODAY, NULL, FALSE);
  guint n = 0;

  for (guint row = 0; row < cvn_table_get_n_rows (shares); row++)
    {
      g_assert_cmpstr (cvn_table_get_text (shares, row, "name_nl"), !=, "Gemeente Voorschoten");
      if (!g_str_equal (cvn_table_get_text (shares, row, "id"), pair))
        continue;
      g_assert_cmpint (cvn_table_get_integer (shares, row, "inhabitants"), ==, 25479 + 26200);
      g_assert_cmpint (cvn_table_get_integer (shares, row, "amount"), ==, 2184576 + 1529203 + 1500000);
      n++;
    }
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (ask (f, "SELECT count(*) FROM commitment AS c JOIN organisation AS o ON o.id = c.organisation WHERE o.contributes_through IS NOT NULL"), ==, 0);
}

static void
test_target (Fixture      *f,
             gconstpointer data)
{
  g_assert_cmpint (ask (f, "SELECT CAST(target AS INTEGER) FROM indicator WHERE code = 'schoon' AND unit = '%'"), ==, 90);
  g_assert_cmpint (ask (f, "SELECT count(DISTINCT organisation) FROM indicator_value AS v JOIN indicator AS i ON i.id = v.definition WHERE i.code = 'schoon' AND v.period = '2019'"), ==, 6);
  g_assert_cmpint (find_figure (f, "mobiliteit", "measured"), ==, 6);
  g_assert_cmpint (find_figure (f, "mobiliteit", "on_target"), ==, 2);
}

static char *
dup_card (Fixture    *f,
          const char *project,
          CvnLanguage language)
{
  g_autofree char *record = g_strconcat ("2019-H2 ", project, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnReportData) data = cvn_report_data_read (f->store, CVN_REPORT_PROJECT_CARD, record, language, TODAY, &error);
  g_autoptr (CvnReport) report = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  report = cvn_report_make (data);
  g_assert_cmpuint (cvn_report_get_n_pages (report), <=, 2);
  for (guint page = 0; page < cvn_report_get_n_pages (report); page++)
    {
      g_autofree char *part = cvn_report_dup_page_text (report, page);

      g_string_append (text, part);
    }
  return g_string_free (text, FALSE);
}

/* Each project has a card of its own, in either language, with its own figures. */
static void
test_cards (Fixture      *f,
            gconstpointer data)
{
  static const struct
  {
    const char *project;
    const char *nl;
    const char *en;
  } cards[] = {
    { "aansluiting", "1.320", "1,320" },
    { "retail", "170.000,00", "170,000.00" },
    { "marketing", "55.000,00", "55,000.00" },
    { "netwerk", "2.875,00", "2,875.00" },
    { "mobiliteit", "Partners die het doel halen", "Partners that reach the target" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      g_autofree char *nl = dup_card (f, cards[i].project, CVN_LANGUAGE_NL);
      g_autofree char *en = dup_card (f, cards[i].project, CVN_LANGUAGE_EN);

      g_assert_nonnull (strstr (nl, cards[i].nl));
      g_assert_nonnull (strstr (en, cards[i].en));
      g_assert_null (strstr (nl, "(in het Engels)"));
      g_assert_null (strstr (en, "(in Dutch)"));
      g_assert_null (strstr (nl, "Inschrijvingen in het halfjaar"));
    }
}

static gpointer
read_offers (CvnReader    *reader,
             gpointer      card,
             GCancellable *cancellable,
             GError      **error)
{
  return cvn_card_offers_read (reader, card, TODAY, error);
}

/* What a card of a project can put in is what belongs to that project, with the figures that it uses. */
static void
test_offers (Fixture      *f,
             gconstpointer data)
{
  static const struct
  {
    const char *project;
    const char *question;
    const char *holds;
    const char *lacks;
  } rows[] = {
    { "retail", "contributions", "- Voorschoten/Wassenaar: €21,845.76", "hours" },
    { "aansluiting", "contributions", "- Demo Regional College: 640 hours", "€" },
    { "mobiliteit", "impact", "Gemeente Oegstgeest 93\u00a0%", "Internships" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CvnRecord) card = cvn_record_new (cvn_kind_find ("project_card"));
      g_autofree char *project = sample_find (f->store, "project", rows[i].project);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) offers = NULL;
      guint n = 0;

      cvn_record_set_text (card, "project", project);
      cvn_record_set_text (card, "half_year", "2019-H2");
      offers = cvn_store_read (f->store, read_offers, card, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < offers->len; j++)
        {
          const CvnCardOffer *offer = offers->pdata[j];

          if (!g_str_equal (offer->question, rows[i].question))
            continue;
          g_test_message ("%s", offer->text_en);
          g_assert_nonnull (strstr (offer->text_en, rows[i].holds));
          g_assert_null (strstr (offer->text_en, rows[i].lacks));
          g_assert_nonnull (offer->snapshot);
          n++;
        }
      g_assert_cmpuint (n, ==, 1);
    }
}

/* A target is written as the values beside it are, in each language; one that is no number as it stands. */
static void
test_offers_targets (Fixture      *f,
                     gconstpointer data)
{
  static const char *const targets[][3] = { { "12500", "(doel 12.500)", "(target 12,500)" }, { "nul in 2030", "(doel nul in 2030)", "(target nul in 2030)" } };
  g_autofree char         *id = sample_find (f->store, "indicator", "schoon");

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (CvnRecord) indicator = cvn_test_get (f->store, "indicator", id);
      g_autoptr (CvnRecord) card = cvn_record_new (cvn_kind_find ("project_card"));
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) offers = NULL;
      guint n = 0;

      cvn_record_set_text (indicator, "target", targets[i][0]);
      cvn_test_put (f->store, indicator);
      cvn_record_set_text (card, "project", cvn_record_get_text (indicator, "project"));
      cvn_record_set_text (card, "half_year", "2019-H2");
      offers = cvn_store_read (f->store, read_offers, card, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < offers->len; j++)
        {
          const CvnCardOffer *offer = offers->pdata[j];

          n += g_str_equal (offer->question, "impact") && strstr (offer->text_nl, targets[i][1]) != NULL && strstr (offer->text_en, targets[i][2]) != NULL;
        }
      g_assert_cmpuint (n, ==, 1);
    }
}

/* By the program itself: imported in one step, found whole, and a card of one project as a PDF. */
static void
test_command_line (Fixture      *f,
                   gconstpointer data)
{
  g_autofree char *file = g_build_filename (f->folder.folder, "own.convenant", NULL);
  g_autofree char *source = g_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-programme", NULL);
  g_autofree char *pdf = g_build_filename (f->folder.folder, "card.pdf", NULL);
  const char      *commands[][12] = {
         { g_getenv ("CVN_PROGRAM"), "--file", file, "--import", source, NULL },
         { g_getenv ("CVN_PROGRAM"), "--file", file, "--check", NULL },
         { g_getenv ("CVN_PROGRAM"), "--file", file, "--report", "project-card", "--half-year", "2019-H2", "--record", "retail", "--output", pdf, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) process = g_subprocess_newv (commands[i], G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);

      g_assert_no_error (error);
      g_assert_true (g_subprocess_wait_check (process, NULL, &error));
      g_assert_no_error (error);
    }
  g_assert_true (g_file_test (pdf, G_FILE_TEST_IS_REGULAR));
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "imports-once", test_imports_once },
    { "contributions-in-kind-and-a-zero-budget", test_in_kind },
    { "two-of-three-lines-of-action-by-inhabitants", test_lines_of_action },
    { "memberships-of-three-kinds", test_memberships },
    { "pair-of-municipalities-contributes-as-one", test_pair },
    { "target-is-measured-at-each-partner", test_target },
    { "each-project-has-its-card", test_cards },
    { "offers-are-of-the-project", test_offers },
    { "offers-write-targets-as-numbers", test_offers_targets },
    { "command-line-imports-and-checks-it", test_command_line },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/app/sample-programme/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].func, tear_down);
    }
  return g_test_run ();
}
