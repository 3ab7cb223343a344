/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-card-files"

#include "cvn-card-offers.h"
#include "cvn-card-question.h"
#include "cvn-direction-operations.h"
#include "cvn-import-job.h"
#include "cvn-money.h"
#include "report-support.h"

#include <string.h>

/* The project card of the sample centre as a file: two pages, one language, the figures of the budget, for ever the same. */

static void
import_card (ReportFixture *f)
{
  g_autofree char *path = g_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", "projectkaart-ecl.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CvnImportJob) job = cvn_import_job_new (file);
  g_autoptr (GError) error = NULL;

  cvn_import_job_run (job, f->store, &error);
  g_assert_no_error (error);
}

static gint64
sum_budget (const char *kind)
{
  g_autoptr (GPtrArray) rows = sample_read_csv ("begroting");
  gint64 sum = 0;

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (sample_get (rows->pdata[i], "jaar"), "2018") && g_str_equal (sample_get (rows->pdata[i], "soort"), kind))
      sum += sample_get_integer (rows->pdata[i], "gewijzigde_begroting_cent");
  return sum;
}

/* Two pages at most, in one language each, with the figures of the files. */
static void
test_card (ReportFixture *f,
           gconstpointer  data)
{
  g_autoptr (CvnReport) dutch = NULL;
  g_autoptr (CvnReport) english = NULL;
  g_autofree char       *nl = NULL;
  g_autofree char       *en = NULL;
  g_autofree char       *income = cvn_money_format_euro (sum_budget ("baten"), CVN_LANGUAGE_NL);
  g_autofree char       *costs = cvn_money_format_euro (sum_budget ("lasten"), CVN_LANGUAGE_NL);
  guint                  n;
  const CvnCardQuestion *questions = cvn_card_question_list (&n);

  import_card (f);
  dutch = report_make (f, CVN_REPORT_PROJECT_CARD, "2018-H2", CVN_LANGUAGE_NL);
  english = report_make (f, CVN_REPORT_PROJECT_CARD, "2018-H2", CVN_LANGUAGE_EN);
  nl = report_dup_text (dutch);
  en = report_dup_text (english);
  g_assert_cmpuint (cvn_report_get_n_pages (dutch), ==, 2);
  g_assert_cmpuint (cvn_report_get_n_pages (english), <=, 2);
  /* "of" is a Dutch word in prose. */
  for (const char *const *word = (const char *const[]){ " page ", " the ", " and ", " with ", "Key figures", "edition", "draft", " half of ", "Category", NULL }; *word != NULL; word++)
    g_assert_null (strstr (nl, *word));
  for (guint i = 0; i < n; i++)
    {
      g_assert_null (strstr (nl, questions[i].en));
      g_assert_null (strstr (en, questions[i].nl));
    }
  g_assert_nonnull (strstr (nl, questions[0].nl));
  g_assert_nonnull (strstr (en, questions[0].en));
  g_assert_nonnull (strstr (nl, income));
  g_assert_nonnull (strstr (nl, costs));
}

static char *
dup_pdf (ReportFixture *f,
         gsize         *size)
{
  g_autoptr (CvnReport) report = report_make (f, CVN_REPORT_PROJECT_CARD, "2018-H2", CVN_LANGUAGE_NL);
  g_autoptr (GError) error = NULL;
  char *pdf = cvn_report_to_pdf (report, size, &error);

  g_assert_no_error (error);
  return pdf;
}

/* Row 76: whatever happens to the ledgers afterwards, a card that is signed off prints the same bytes. */
static void
test_frozen_card (ReportFixture *f,
                  gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autoptr (CvnOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *draft = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize            draft_size;
  gsize            first_size;
  gsize            second_size;

  import_card (f);
  id = sample_find (f->store, "project_card", "2018-H2");
  draft = dup_pdf (f, &draft_size);
  operation = cvn_sign_off_new (id, "Stuurgroep", "2019-01-10");
  cvn_operation_run (operation, f->store, &error);
  g_assert_no_error (error);
  first = dup_pdf (f, &first_size);
  cvn_test_sql (f->folder.path, "UPDATE event SET attended = 1; UPDATE budget_line SET amended = 1, actual = 1; DELETE FROM registration_summary");
  second = dup_pdf (f, &second_size);
  g_assert_cmpmem (first, first_size, second, second_size);
  g_assert_false (draft_size == first_size && memcmp (draft, first, first_size) == 0);
}

/* The card on the command line, as it is read from the PDF: two pages, one language, the figures of the budget page. */
static char *
print_card (ReportFixture *f,
            const char    *language,
            char         **pdf,
            gsize         *size)
{
  g_autofree char *path = g_strdup_printf ("%s/card-%s.pdf", f->folder.folder, language);
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  char *text = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("CVN_PROGRAM"), "--file", f->folder.path, "--report", "project-card",
                              "--half-year", "2018-H2", "--language", language, "--output", path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  g_assert_true (g_file_get_contents (path, pdf, size, &error));
  g_assert_no_error (error);
  if (program == NULL)
    return NULL;
  g_clear_object (&process);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "-layout", path, "-", NULL);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error));
  g_assert_no_error (error);
  return text;
}

static gint64
sum_lines (CvnTable   *budget,
           const char *sort,
           const char *column)
{
  gint64 sum = 0;

  for (guint row = 0; row < cvn_table_get_n_rows (budget); row++)
    if (cvn_table_get_integer (budget, row, "year") == 2018 && g_str_equal (cvn_table_get_text (budget, row, "sort"), sort))
      sum += cvn_table_get_integer (budget, row, column);
  return sum;
}

static void
test_printed_card (ReportFixture *f,
                   gconstpointer  data)
{
  static const char *const languages[] = { "nl", "en" };
  static const char *const foreign[][8] = {
    { " the ", " and ", " with ", "Key figures", "edition", "Category", "page 1", NULL },
    { " het ", " een ", " voor ", "Kerncijfers", "editie", "Categorie", "(in Dutch)", NULL },
  };
  g_autoptr (CvnTable) budget = NULL;
  g_autoptr (CvnOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  import_card (f);
  id = sample_find (f->store, "project_card", "2018-H2");
  operation = cvn_sign_off_new (id, "Stuurgroep", "2019-01-10");
  cvn_operation_run (operation, f->store, &error);
  g_assert_no_error (error);
  budget = sample_figure (f->store, "budget-years", 2018, REPORT_TODAY, NULL, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      CvnLanguage      language = i == 0 ? CVN_LANGUAGE_NL : CVN_LANGUAGE_EN;
      gint64           amounts[] = { sum_lines (budget, "income", "budget"), sum_lines (budget, "cost", "budget"), sum_lines (budget, "income", "actual"), sum_lines (budget, "cost", "actual") };
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      gsize            first_size = 0;
      gsize            second_size = 0;
      g_autofree char *text = print_card (f, languages[i], &first, &first_size);
      g_autofree char *again = NULL;

      /* What happens afterwards does not reach it. */
      cvn_test_sql (f->folder.path, "UPDATE event SET attended = attended + 1");
      again = print_card (f, languages[i], &second, &second_size);
      g_assert_cmpmem (first, first_size, second, second_size);
      if (text == NULL)
        {
          g_test_skip ("poppler-utils is missing");
          continue;
        }
      g_assert_cmpstr (text, ==, again);
      g_assert_nonnull (strstr (text, i == 0 ? "pagina 2 van 2" : "page 2 of 2"));
      for (guint w = 0; foreign[i][w] != NULL; w++)
        g_assert_null (strstr (text, foreign[i][w]));
      for (guint a = 0; a < G_N_ELEMENTS (amounts); a++)
        {
          g_autofree char *euro = cvn_money_format_euro (amounts[a], language);

          g_assert_cmpint (amounts[a], >, 0);
          /* The sign and the space behind it are set apart differently. */
          g_assert_nonnull (strstr (text, euro + strcspn (euro, "0123456789")));
        }
    }
}

/* Whatever a half-year takes over: at most two pages, in one language each, and the figures are its own. */
static void
test_each_half_year (ReportFixture *f,
                     gconstpointer  data)
{
  static const char *const half_years[] = { "2018-H1", "2019-H1", "2019-H2", "2020-H1", "2020-H2" };
  g_autofree char         *project = sample_find (f->store, "project", "ecl");

  import_card (f);
  for (guint i = 0; i < G_N_ELEMENTS (half_years); i++)
    {
      g_autoptr (CvnOperation) operation = cvn_new_card_new (project, half_years[i], REPORT_TODAY);
      g_autoptr (GError) error = NULL;
      g_autoptr (CvnReport) dutch = NULL;
      g_autoptr (CvnReport) english = NULL;
      g_autofree char *nl = NULL;
      g_autofree char *en = NULL;

      cvn_operation_run (operation, f->store, &error);
      g_assert_no_error (error);
      dutch = report_make (f, CVN_REPORT_PROJECT_CARD, half_years[i], CVN_LANGUAGE_NL);
      english = report_make (f, CVN_REPORT_PROJECT_CARD, half_years[i], CVN_LANGUAGE_EN);
      nl = report_dup_text (dutch);
      en = report_dup_text (english);
      g_test_message ("%s: %u and %u pages", half_years[i], cvn_report_get_n_pages (dutch), cvn_report_get_n_pages (english));
      g_assert_cmpuint (cvn_report_get_n_pages (dutch), <=, 2);
      g_assert_cmpuint (cvn_report_get_n_pages (english), <=, 2);
      g_assert_nonnull (strstr (nl, g_str_has_suffix (half_years[i], "1") ? "eerste helft van" : "tweede helft van"));
      for (const char *const *word = (const char *const[]){ " page ", " the ", "Key figures", "edition", "draft", "days late", NULL }; *word != NULL; word++)
        g_assert_null (strstr (nl, *word));
      for (const char *const *word = (const char *const[]){ "pagina", "Kerncijfers", "editie", "dagen", NULL }; *word != NULL; word++)
        g_assert_null (strstr (en, *word));
    }
}

static gpointer
read_offers (CvnReader    *reader,
             gpointer      card,
             GCancellable *cancellable,
             GError      **error)
{
  return cvn_card_offers_read (reader, card, REPORT_TODAY, error);
}

/* Every standard question of the card has something that the data knows, in both languages, with the figures that it used. */
static void
test_offers (ReportFixture *f,
             gconstpointer  data)
{
  guint                  n;
  const CvnCardQuestion *questions = cvn_card_question_list (&n);
  g_autoptr (CvnRecord) card = cvn_record_new (cvn_kind_find ("project_card"));
  g_autofree char *project = sample_find (f->store, "project", "ecl");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) offers = NULL;

  cvn_record_set_text (card, "project", project);
  cvn_record_set_text (card, "half_year", "2018-H2");
  offers = cvn_store_read (f->store, read_offers, card, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      guint found = 0;

      for (guint j = 0; j < offers->len; j++)
        {
          const CvnCardOffer *offer = offers->pdata[j];

          if (!g_str_equal (offer->question, questions[i].code))
            continue;
          g_test_message ("%s: %s: %s [%s]", offer->question, offer->title_nl, offer->text_nl, offer->snapshot);
          g_assert_cmpstr (offer->text_nl, !=, "");
          g_assert_cmpstr (offer->text_en, !=, "");
          g_assert_nonnull (offer->snapshot);
          found++;
          /* Numbers of others are written as the language writes them. */
          g_assert_true (strstr (offer->text_nl, "Expats") == NULL || strstr (offer->text_nl, ": 5.000\u00a0personen") != NULL);
          g_assert_true (strstr (offer->text_en, "Expats") == NULL || strstr (offer->text_en, ": 5,000\u00a0personen") != NULL);
        }
      g_assert_cmpuint (found, >, 0);
    }
}

/* What the rows behind a part of the figures of a card add up to. */
static gint64
add_rows_up (ReportFixture *f,
             const char    *part)
{
  g_autoptr (CvnTable) rows = sample_figure (f->store, "card-figures", 2018, REPORT_TODAY, "2018-H2", TRUE);
  gint64 sum = 0;

  for (guint row = 0; row < cvn_table_get_n_rows (rows); row++)
    if (g_strcmp0 (cvn_table_get_text (rows, row, "part"), part) == 0)
      sum += cvn_table_get_integer (rows, row, "amount");
  return sum;
}

/* Who came is told by the list of an event, in the figures, the rows behind them and what is offered alike; a template is no event. */
static void
test_lists_count (ReportFixture *f,
                  gconstpointer  data)
{
  static const SampleRecord records[] = {
    { "event", "listed", { "title_nl=Lijstavond", "starts=2018-12-31T19:30", "mode=own", "status=held" } },
    { "event_signup", "family", { "event=listed", "label=Gezin", "party=4", "status=signed_up", "attended=3" } },
    { "event", "model", { "title_nl=Sjabloon", "starts=2018-12-30T19:30", "mode=own", "status=held", "attended=100", "template=1" } },
    { NULL },
  };
  g_autoptr (CvnRecord) card = cvn_record_new (cvn_kind_find ("project_card"));
  g_autofree char *project = sample_find (f->store, "project", "ecl");
  g_autoptr (CvnTable) before = sample_figure (f->store, "card-figures", 2018, REPORT_TODAY, "2018-H2", FALSE);
  g_autoptr (CvnTable) after = NULL;
  g_autoptr (GPtrArray) offers = NULL;
  g_autoptr (GError) error = NULL;
  const CvnCardOffer *offer;
  const guint         held = 2;
  const guint         attendance = 4;

  cvn_record_set_text (card, "project", project);
  cvn_record_set_text (card, "half_year", "2018-H2");
  sample_make (f->store, records);
  after = sample_figure (f->store, "card-figures", 2018, REPORT_TODAY, "2018-H2", FALSE);
  g_assert_cmpstr (cvn_table_get_text (after, held, "part"), ==, "events_held");
  g_assert_cmpint (cvn_table_get_integer (after, held, "amount"), ==, cvn_table_get_integer (before, held, "amount") + 1);
  g_assert_cmpstr (cvn_table_get_text (after, attendance, "part"), ==, "attendance");
  g_assert_cmpint (cvn_table_get_integer (after, attendance, "amount"), ==, cvn_table_get_integer (before, attendance, "amount") + 3);
  for (guint row = 0; row < cvn_table_get_n_rows (after); row++)
    g_assert_cmpint (add_rows_up (f, cvn_table_get_text (after, row, "part")), ==, cvn_table_get_integer (after, row, "amount"));
  offers = cvn_store_read (f->store, read_offers, card, &error);
  g_assert_no_error (error);
  offer = offers->pdata[0];
  g_assert_true (g_str_has_prefix (offer->text_en, "Events held: 7, with 238 visitors.\n"));
  g_assert_nonnull (strstr (offer->text_nl, "Lijstavond"));
  g_assert_null (strstr (offer->text_nl, "Sjabloon"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/app/card-files/" name, ReportFixture, NULL, report_set_up, func, report_tear_down)
  ADD ("each-half-year-fits", test_each_half_year);
  ADD ("each-section-offers-what-is-known", test_offers);
  ADD ("lists-of-events-count", test_lists_count);
  ADD ("two-pages-in-one-language", test_card);
  ADD ("signed-off-card-prints-the-same-bytes", test_frozen_card);
  ADD ("printed-card-is-in-one-language-and-lasts", test_printed_card);
  return g_test_run ();
}
