/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-programme-letters"

#include "cvn-programme-operations.h"
#include "cvn-programme-words.h"
#include "report-support.h"

#include <string.h>

/* The letters of programmes over the sample centre: quotes, and what partners were promised and got. */

static char *
dup_text (ReportFixture *f,
          CvnReportName  name,
          const char    *record,
          CvnLanguage    language)
{
  g_autoptr (CvnReport) report = report_make (f, name, record, language);

  return report_dup_text (report);
}

static void
assert_has (const char *text,
            const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in: %s", words, text);
}

/* No words of the other language: those that are alike in both are left out. */
static void
assert_language (const char *text,
                 CvnLanguage language)
{
  CvnLanguage other = language == CVN_LANGUAGE_NL ? CVN_LANGUAGE_EN : CVN_LANGUAGE_NL;

  for (guint i = 0; i < CVN_N_PROGRAMME_WORDS; i++)
    {
      const char *wrong = cvn_programme_word ((CvnProgrammeWord) i, other);

      if (strlen (wrong) > 8 && strstr (text, wrong) != NULL)
        g_error ("The letter says “%s”", wrong);
    }
}

static void
run (ReportFixture *f,
     CvnOperation  *operation)
{
  g_autoptr (CvnOperation) owned = operation;
  g_autoptr (GError) error = NULL;

  cvn_operation_run (owned, f->store, &error);
  g_assert_no_error (error);
}

/* By hand from the file: bk-30 is the dual career course of 765.00 and 21% VAT, which makes 925.65. */
static void
test_quote (ReportFixture *f,
            gconstpointer  data)
{
  g_autofree char *nl = dup_text (f, CVN_REPORT_QUOTE, "bk-30", CVN_LANGUAGE_NL);
  g_autofree char *en = dup_text (f, CVN_REPORT_QUOTE, "bk-30", CVN_LANGUAGE_EN);

  assert_language (nl, CVN_LANGUAGE_NL);
  assert_language (en, CVN_LANGUAGE_EN);
  assert_has (nl, "Offerte bk-30");
  assert_has (nl, "925,65");
  assert_has (nl, "30 januari 2021");
  assert_has (en, "925.65");
  assert_has (en, "30 January 2021");
  assert_has (en, "Dual career");
}

/* What was quoted keeps its days; after the last of them the letter says that it does not hold any more. */
static void
test_expiry (ReportFixture *f,
             gconstpointer  data)
{
  g_autofree char *id = sample_find (f->store, "booking", "bk-30");
  g_autofree char *before = NULL;
  g_autofree char *expired = NULL;

  run (f, cvn_move_booking_new (id, CVN_BOOKING_QUOTED, "2020-12-01"));
  before = dup_text (f, CVN_REPORT_QUOTE, "bk-30", CVN_LANGUAGE_EN);
  assert_has (before, "30 January 2021");
  run (f, cvn_move_booking_new (id, CVN_BOOKING_REQUESTED, "2020-12-01"));
  run (f, cvn_move_booking_new (id, CVN_BOOKING_QUOTED, "2020-11-01"));
  expired = dup_text (f, CVN_REPORT_QUOTE, "bk-30", CVN_LANGUAGE_EN);
  assert_has (expired, "was valid until 1 December 2020 and cannot be accepted");
}

/* A customer that said so gets its letters in its language, whatever is asked for. */
static void
test_language (ReportFixture *f,
               gconstpointer  data)
{
  g_autofree char *customer = sample_find (f->store, "organisation", "dv-01");
  g_autofree char *letter = NULL;
  g_autofree char *sql = g_strdup_printf ("UPDATE organisation SET language = 'en' WHERE id = '%s'", customer);

  cvn_test_sql (f->folder.path, sql);
  letter = dup_text (f, CVN_REPORT_BENEFITS, "dv-01 2020", CVN_LANGUAGE_NL);
  assert_language (letter, CVN_LANGUAGE_EN);
  assert_has (letter, "Your partnership in 2020");
}

static gpointer
read_exposure (CvnReader    *reader,
               gpointer      data,
               GCancellable *cancellable,
               GError      **error)
{
  const CvnKind *kind = cvn_kind_find ("exposure");
  g_autoptr (CvnQuery) query = cvn_query_new (kind);
  g_autoptr (GArray) seqs = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  cvn_query_add_text (query, "title_nl", CVN_MATCH_EQUAL, data);
  seqs = cvn_reader_list (reader, query, NULL, error);
  rows = cvn_reader_get_rows (reader, kind, (const gint64 *) (gpointer) seqs->data, seqs->len, error);
  g_assert_cmpuint (rows->len, ==, 1);
  return g_strdup (cvn_record_get_id (rows->pdata[0]));
}

/* A package of before the levels were written down promises its words; written down, each says where it stands. */
static void
test_benefits (ReportFixture *f,
               gconstpointer  data)
{
  g_autofree char *package = sample_find (f->store, "partner_package", "pp-01-2020");
  g_autofree char *words = dup_text (f, CVN_REPORT_BENEFITS, "pp-01-2020", CVN_LANGUAGE_NL);
  g_autofree char *exposure = NULL;
  g_autofree char *other = NULL;
  g_autofree char *event = NULL;
  g_autofree char *letter = NULL;
  g_autoptr (CvnTable) shown = NULL;

  assert_has (words, "0 van 2");
  assert_has (words, "Nog te plannen");
  run (f, cvn_promise_benefits_new (package));
  exposure = cvn_store_read (f->store, read_exposure, (gpointer) (guintptr) "website", NULL);
  run (f, cvn_deliver_benefit_new (exposure, "2020-05-04", "Logo op de partnerpagina", NULL, NULL));
  other = cvn_store_read (f->store, read_exposure, (gpointer) (guintptr) "Expat Information", NULL);
  event = sample_find (f->store, "event", "ev-41");
  run (f, cvn_deliver_benefit_new (other, "2020-12-10", NULL, event, NULL));
  letter = dup_text (f, CVN_REPORT_BENEFITS, "pp-01-2020", CVN_LANGUAGE_NL);
  assert_language (letter, CVN_LANGUAGE_NL);
  assert_has (letter, "2 van 2");
  assert_has (letter, "Online eindejaarsbijeenkomst partners, 10 december 2020");
  assert_has (letter, "Logo op de partnerpagina");
  assert_has (letter, "4 mei 2020");
  shown = sample_figure (f->store, "event-exposures", 2020, "2020-12-31", event, FALSE);
  g_assert_cmpuint (cvn_table_get_n_rows (shown), ==, 1);
}

static char *
put (ReportFixture *f,
     CvnRecord     *record)
{
  cvn_test_put (f->store, record);
  return g_strdup (cvn_record_get_id (record));
}

static char *
put_news (ReportFixture *f,
          const char    *title,
          const char    *day)
{
  g_autoptr (CvnRecord) channel = cvn_record_new (cvn_kind_find ("channel"));
  g_autoptr (CvnRecord) item = cvn_record_new (cvn_kind_find ("news_item"));
  g_autofree char *id = NULL;

  cvn_record_set_text (channel, "name_nl", "LinkedIn-pagina");
  id = put (f, channel);
  cvn_record_set_text (item, "channel", id);
  cvn_record_set_text (item, "title_nl", title);
  cvn_record_set_text (item, "date", day);
  return put (f, item);
}

/* A message that tells of no event shows a partner too: it is offered as the proof, and stands in the ledger and in the letter. */
static void
test_news (ReportFixture *f,
           gconstpointer  data)
{
  g_autofree char *package = sample_find (f->store, "partner_package", "pp-01-2020");
  g_autofree char *item = put_news (f, "Partner van de maand", "2020-05-01");
  g_autofree char *exposure = NULL;
  g_autofree char *letter = NULL;
  g_autoptr (CvnTable) offered = NULL;
  g_autoptr (CvnTable) ledger = NULL;
  gboolean found = FALSE;

  run (f, cvn_promise_benefits_new (package));
  exposure = cvn_store_read (f->store, read_exposure, (gpointer) (guintptr) "website", NULL);
  offered = sample_figure (f->store, "benefit-proofs", 2020, REPORT_TODAY, exposure, FALSE);
  for (guint row = 0; row < cvn_table_get_n_rows (offered); row++)
    found = found || g_strcmp0 (cvn_table_get_text (offered, row, "id"), item) == 0;
  g_assert_true (found);
  run (f, cvn_deliver_benefit_in_news_new (exposure, "2020-05-01", NULL, item));
  ledger = sample_figure (f->store, "benefit-ledger", 2020, REPORT_TODAY, NULL, FALSE);
  found = FALSE;
  for (guint row = 0; row < cvn_table_get_n_rows (ledger); row++)
    found = found || g_strcmp0 (cvn_table_get_text (ledger, row, "proof"), "Partner van de maand") == 0;
  g_assert_true (found);
  letter = dup_text (f, CVN_REPORT_BENEFITS, "pp-01-2020", CVN_LANGUAGE_NL);
  assert_has (letter, "LinkedIn-pagina: Partner van de maand, 1 mei 2020");
  assert_has (letter, "1 van 2");
}

static void
test_missing (ReportFixture *f,
              gconstpointer  data)
{
  static const struct
  {
    CvnReportName name;
    const char   *record;
  } cases[] = {
    { CVN_REPORT_QUOTE, "bk-99" },
    { CVN_REPORT_BENEFITS, "nobody" },
    { CVN_REPORT_BENEFITS, "dv-01 2005" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cvn_report_data_read (f->store, cases[i].name, cases[i].record, CVN_LANGUAGE_NL, "2020-12-31", &error));
      g_assert_nonnull (error);
    }
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (ReportFixture *, gconstpointer);
  } tests[] = {
    { "/app/programme-letters/quote-in-both-languages", test_quote },
    { "/app/programme-letters/quote-expires", test_expiry },
    { "/app/programme-letters/language-of-the-customer", test_language },
    { "/app/programme-letters/benefits-with-proof", test_benefits },
    { "/app/programme-letters/news-as-proof", test_news },
    { "/app/programme-letters/missing-record-is-an-error", test_missing },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ReportFixture, NULL, report_set_up, tests[i].func, report_tear_down);
  return g_test_run ();
}
