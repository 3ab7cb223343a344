/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-report"

#include "cvn-chart.h"
#include "cvn-report-board.h"
#include "cvn-report-private.h"
#include "cvn-report-table-private.h"
#include "cvn-report.h"
#include "cvn-reports.h"

#include <cairo-pdf.h>
#include <string.h>

/* The pages of reports: where they break, what is repeated, and that one report always gives the same bytes. */

#define N_ROWS 120

static CvnReport *
make_long (CvnLanguage language)
{
  CvnReport      *report = cvn_report_new ("Long", language);
  CvnReportTable *table = cvn_report_table_new ();

  cvn_report_set_date (report, "2019-12-31");
  cvn_report_set_footer (report, "Centre");
  cvn_report_add_title (report, "Long", "A table of many rows");
  cvn_report_table_add_column (table, "Heading", CVN_ALIGN_START);
  cvn_report_table_add_column (table, "Words", CVN_ALIGN_START);
  cvn_report_table_add_column (table, "Cents", CVN_ALIGN_END);
  for (guint i = 1; i <= N_ROWS; i++)
    {
      cvn_report_table_begin_row (table, CVN_ROW_NORMAL);
      cvn_report_table_take_cell (table, g_strdup_printf ("row%03u", i));
      cvn_report_table_add_cell (table, i % 3 == 0 ? "A row with so many words in it that they cannot stand on one line of the page and have to break into more lines than one" : "Short");
      cvn_report_table_add_euro (table, i * 100, language);
    }
  cvn_report_table_begin_row (table, CVN_ROW_TOTAL);
  cvn_report_table_add_cell (table, "Total");
  cvn_report_table_add_cell (table, NULL);
  cvn_report_table_add_euro (table, N_ROWS * (N_ROWS + 1) / 2 * 100, language);
  cvn_report_take_table (report, table);
  return report;
}

static guint
count (const char *text,
       const char *word)
{
  guint n = 0;

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    n++;
  return n;
}

/* Every row is on one page only, each page begins with the headings and has its number, the total is not alone. */
static void
test_long_table (void)
{
  g_autoptr (CvnReport) report = make_long (CVN_LANGUAGE_EN);
  guint n_pages = cvn_report_get_n_pages (report);
  guint row = 1;

  g_assert_cmpuint (n_pages, >=, 4);
  for (guint page = 0; page < n_pages; page++)
    {
      g_autofree char *text = cvn_report_dup_page_text (report, page);
      g_autofree char *number = g_strdup_printf ("page %u of %u", page + 1, n_pages);
      g_autofree char *name = g_strdup_printf ("row%03u", row);

      g_assert_cmpuint (count (text, "Heading\tWords\tCents"), ==, 1);
      g_assert_cmpuint (count (text, number), ==, 1);
      g_assert_nonnull (strstr (text, name));
      row += count (text, "\nrow");
      if (strstr (text, "Total") != NULL)
        g_assert_cmpuint (count (text, "\nrow"), >=, 1);
    }
  g_assert_cmpuint (row - 1, ==, N_ROWS);
}

/* The lowest ink of a page above its foot, in points. */
static double
find_lowest_ink (CvnReport *report,
                 guint      page)
{
  const int        width = 1191; /* of A3, which is as high as A4 */
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, 842);
  cairo_t         *cr = cairo_create (surface);
  int              stride;
  int              lowest = 0;

  cvn_report_paint_page (report, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; y < 785; y++)
    for (int x = 0; x < width; x++)
      if (cairo_image_surface_get_data (surface)[y * stride + x] > 60)
        lowest = y;
  cairo_surface_destroy (surface);
  return lowest;
}

static void
test_no_row_cut (void)
{
  g_autoptr (CvnReport) report = make_long (CVN_LANGUAGE_EN);

  for (guint page = 0; page < cvn_report_get_n_pages (report); page++)
    {
      double lowest = find_lowest_ink (report, page);

      g_assert_cmpfloat (lowest, <=, 842 - 68);
      g_assert_cmpfloat (lowest, >, 100);
    }
}

/* Streams hold any byte, so this is not a search in a string. */
static const char *
find_last (const char *pdf,
           gsize       size,
           const char *text)
{
  for (gsize at = size - strlen (text); at > 0; at--)
    if (memcmp (pdf + at, text, strlen (text)) == 0)
      return pdf + at;
  return NULL;
}

static void
test_same_bytes (void)
{
  g_autoptr (CvnReport) one = make_long (CVN_LANGUAGE_NL);
  g_autoptr (CvnReport) other = make_long (CVN_LANGUAGE_NL);
  g_autoptr (GError) error = NULL;
  gsize            size = 0;
  gsize            other_size = 0;
  g_autofree char *pdf = cvn_report_to_pdf (one, &size, &error);
  g_autofree char *again = cvn_report_to_pdf (one, &other_size, &error);
  g_autofree char *same = NULL;

  g_assert_no_error (error);
  g_assert_cmpmem (pdf, size, again, other_size);
  same = cvn_report_to_pdf (other, &other_size, &error);
  g_assert_cmpmem (pdf, size, same, other_size);
  g_assert_true (g_str_has_prefix (pdf, "%PDF-1.4"));
}

/* A report that was laid out before is painted by another setter than one that was not: to the same bytes. */
static void
test_kept_texts (void)
{
  g_autoptr (CvnReport) fresh = make_long (CVN_LANGUAGE_NL);
  g_autoptr (CvnReport) shown = make_long (CVN_LANGUAGE_NL);
  g_autoptr (GError) error = NULL;
  gsize            size = 0;
  gsize            shown_size = 0;
  g_autofree char *pdf = NULL;
  g_autofree char *after = NULL;

  g_assert_cmpuint (cvn_report_get_n_pages (shown), >, 1);
  pdf = cvn_report_to_pdf (fresh, &size, &error);
  g_assert_no_error (error);
  after = cvn_report_to_pdf (shown, &shown_size, &error);
  g_assert_cmpmem (pdf, size, after, shown_size);
}

/* Language, title and structure are there, and the last table of the file points at the catalogue. */
static void
test_catalogue (void)
{
  g_autoptr (CvnReport) report = make_long (CVN_LANGUAGE_NL);
  g_autoptr (GError) error = NULL;
  gsize            size = 0;
  g_autofree char *pdf = cvn_report_to_pdf (report, &size, &error);
  const char      *start = find_last (pdf, size, "startxref\n");
  const char      *table;
  const char      *object;

  g_assert_nonnull (start);
  table = pdf + g_ascii_strtoull (start + strlen ("startxref\n"), NULL, 10);
  g_assert_true (g_str_has_prefix (table, "xref\n"));
  object = pdf + g_ascii_strtoull (strchr (table + 5, '\n') + 1, NULL, 10);
  g_assert_nonnull (g_strstr_len (object, 400, "/Type /Catalog"));
  g_assert_nonnull (g_strstr_len (object, 400, "/Lang (nl-NL)"));
  g_assert_nonnull (g_strstr_len (object, 400, "/StructTreeRoot"));
  g_assert_nonnull (g_strstr_len (object, 400, "/MarkInfo << /Marked true >>"));
  g_assert_nonnull (find_last (pdf, size, "/Title"));
  g_assert_nonnull (find_last (pdf, size, "/S /TH"));
}

/* A heading is not left alone at the foot of a page, wherever it comes to stand. */
static void
test_heading_stays (void)
{
  for (guint n = 20; n < 70; n++)
    {
      g_autoptr (CvnReport) report = cvn_report_new ("Headings", CVN_LANGUAGE_EN);
      g_autofree char *first = NULL;

      for (guint i = 0; i < n; i++)
        cvn_report_add_paragraph (report, "Line.");
      cvn_report_add_heading (report, "Heading");
      cvn_report_add_paragraph (report, "After it.");
      first = cvn_report_dup_page_text (report, 0);
      g_assert_true ((strstr (first, "Heading") != NULL) == (strstr (first, "After it.") != NULL));
    }
}

/* Of columns of words the longer one gets the room, and no word is broken while there is any. */
static void
test_words_stay_whole (void)
{
  static const char *const words[] = { "Welkomstbijeenkomst nieuwe internationals", "gecommuniceerd door anderen", "Gehouden" };
  static const char *const longest[] = { "Welkomstbijeenkomst", "gecommuniceerd", "Gehouden" };
  g_autoptr (CvnReport) report = cvn_report_new ("Words", CVN_LANGUAGE_NL);
  g_auto (CvnReportText) text = { NULL };
  CvnReportTable *table = cvn_report_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    cvn_report_table_add_column (table, "Kop", CVN_ALIGN_START);
  for (guint i = 0; i < 3; i++)
    cvn_report_table_add_column (table, "Getal", CVN_ALIGN_END);
  cvn_report_table_begin_row (table, CVN_ROW_NORMAL);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    cvn_report_table_add_cell (table, words[i]);
  for (guint i = 0; i < 3; i++)
    cvn_report_table_add_cell (table, "€ 345.678,00");
  cvn_report_take_table (report, table);
  g_assert_cmpuint (cvn_report_get_n_pages (report), ==, 1);
  cvn_report_text_init (&text);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_assert_cmpfloat (cvn_report_table_get_column (table, i)->width, >=, cvn_report_text_get_width (&text, CVN_TEXT_CELL, longest[i]));
      g_assert_cmpfloat (cvn_report_table_get_column (table, i)->width, <=, cvn_report_text_get_width (&text, CVN_TEXT_CELL, words[i]) + 1);
    }
  g_assert_cmpfloat (cvn_report_table_get_column (table, 1)->width, <, cvn_report_table_get_column (table, 0)->width);
}

static CvnReport *
make_twelve_pages (void)
{
  CvnReport *report = cvn_report_new ("Pages", CVN_LANGUAGE_EN);
  g_autoptr (GString) prose = g_string_new (NULL);
  static const gint64 values[] = { 3, 9, 4, 8, 2, 6, 5, 7, 1, 9, 3, 6 };

  for (guint i = 0; i < 60; i++)
    g_string_append (prose, "Many words make a long paragraph. ");
  for (guint page = 0; page < 12; page++)
    {
      CvnReportTable *table = cvn_report_table_new ();
      g_autoptr (CvnChart) chart = cvn_chart_new (CVN_CHART_BARS, CVN_UNIT_COUNT, "Months");

      cvn_report_add_heading (report, "Heading");
      cvn_report_add_paragraph (report, prose->str);
      for (guint i = 0; i < 6; i++)
        cvn_report_table_add_column (table, "Column", i == 0 ? CVN_ALIGN_START : CVN_ALIGN_END);
      for (guint row = 0; row < 20; row++)
        {
          cvn_report_table_begin_row (table, CVN_ROW_NORMAL);
          for (guint i = 0; i < 6; i++)
            cvn_report_table_take_cell (table, g_strdup_printf ("%u.%02u", row * 97 + i, i));
        }
      cvn_report_take_table (report, table);
      for (guint i = 0; i < 12; i++)
        {
          g_autofree char *label = g_strdup_printf ("%u", i + 1);

          cvn_chart_add_category (chart, label, NULL);
        }
      cvn_chart_add_series (chart, "One", CVN_SERIES_PRIMARY, values, 12);
      cvn_report_add_chart (report, chart, 150);
    }
  return report;
}

static void
test_speed (void)
{
  g_autoptr (CvnReport) report = make_twelve_pages ();
  g_autoptr (GError) error = NULL;
  gsize            size = 0;
  gint64           start = g_get_monotonic_time ();
  g_autofree char *pdf = cvn_report_to_pdf (report, &size, &error);
  double           ms = (double) (g_get_monotonic_time () - start) / 1000;
  guint            n_pages = cvn_report_get_n_pages (report);

  g_assert_no_error (error);
  g_assert_cmpuint (n_pages, >=, 12);
  g_test_message ("%u pages in %.1f ms, %.2f ms a page, %zu bytes", n_pages, ms, ms / n_pages, size);
}

/* Both columns begin on one page and go on to the next; what follows stands below the longer one. */
static void
test_columns (void)
{
  g_autoptr (CvnReport) report = cvn_report_new ("Columns", CVN_LANGUAGE_EN);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  guint            n_pages;

  cvn_report_add_title (report, "Columns", NULL);
  cvn_report_begin_columns (report, 160);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *text = g_strdup_printf ("main%02u and some words that run over the end of a line in the wide column of the page", i);

      cvn_report_set_column (report, CVN_COLUMN_MAIN);
      cvn_report_add_paragraph (report, text);
    }
  cvn_report_set_column (report, CVN_COLUMN_SIDE);
  cvn_report_add_heading (report, "Beside");
  cvn_report_add_point (report, "side00");
  cvn_report_end_columns (report);
  cvn_report_add_paragraph (report, "across");
  n_pages = cvn_report_get_n_pages (report);
  g_assert_cmpuint (n_pages, >=, 2);
  first = cvn_report_dup_page_text (report, 0);
  last = cvn_report_dup_page_text (report, n_pages - 1);
  g_assert_nonnull (strstr (first, "main00"));
  g_assert_nonnull (strstr (first, "• side00"));
  g_assert_null (strstr (first, "main59"));
  g_assert_nonnull (strstr (last, "main59"));
  g_assert_nonnull (strstr (last, "across"));
}

static guint
measure (CvnReportBlock *block,
         double          width)
{
  g_auto (CvnReportText) text = { NULL };

  cvn_report_text_init (&text);
  block->width = width;
  return block->klass->measure (block, &text, width);
}

static double
get_text_height (CvnReportTextStyle style,
                 const char        *words,
                 double             width)
{
  g_auto (CvnReportText) text = { NULL };

  cvn_report_text_init (&text);
  return cvn_report_text_set (&text, style, words, width, CVN_ALIGN_START);
}

/* A label of more than one line does not stand on its value. */
static void
test_long_labels (void)
{
  static const char *const facts[] = { "Contributions to the membership of the network in this half-year, without VAT", "12", "Short", "3", NULL };
  CvnReportBlock          *block = cvn_report_facts_new (4, facts);
  double                   column = (400 - 3 * 14.0) / 4;

  g_assert_cmpuint (measure (block, 400), ==, 1);
  g_assert_cmpfloat (block->klass->get_height (block, 0, 1), >=, get_text_height (CVN_TEXT_LABEL, facts[0], column) + get_text_height (CVN_TEXT_BODY, facts[1], column));
  cvn_report_block_free (block);
}

/* An address with many lines does not stand on the title below it; a short one leaves the head of the letter as it is. */
static void
test_long_address (void)
{
  static const char lines[] = "Attn. the department\nBuilding 4\nFloor 3\nA street with a long name 12\n2300 AA Leiden\nZuid-Holland\nThe Netherlands\nEurope";
  CvnReportBlock   *block = cvn_report_letterhead_new ("Centre", "Street 1", "Customer", lines);
  CvnReportBlock   *usual = cvn_report_letterhead_new ("Centre", "Street 1", "Customer", "Street 2\n2300 AA Leiden");
  double            address;

  measure (block, 483);
  measure (usual, 483);
  address = get_text_height (CVN_TEXT_BODY, lines, 240);
  g_assert_cmpfloat (block->klass->get_height (block, 0, 1), >, 135 - CVN_REPORT_TOP + address);
  g_assert_cmpfloat (usual->klass->get_height (usual, 0, 1), ==, 135 + 92 - CVN_REPORT_TOP);
  cvn_report_block_free (block);
  cvn_report_block_free (usual);
}

/* A point of a list goes on at the next page; none of its words runs into the foot. */
static void
test_long_point (void)
{
  g_autoptr (CvnReport) report = cvn_report_new ("Points", CVN_LANGUAGE_EN);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *first = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (words, "words ");
  cvn_report_add_point (report, words->str);
  cvn_report_add_point (report, "Last");
  g_assert_cmpuint (cvn_report_get_n_pages (report), >=, 2);
  for (guint page = 0; page < cvn_report_get_n_pages (report); page++)
    g_assert_cmpfloat (find_lowest_ink (report, page), <=, 842 - 68);
  first = cvn_report_dup_page_text (report, 0);
  g_assert_true (g_str_has_prefix (first, "• words"));
  g_assert_null (strstr (first, "Last"));
}

/* Whether anything is painted to the right of the right margin. */
static gboolean
has_ink_in_margin (CvnReport *report,
                   guint      page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 596, 842);
  cairo_t         *cr = cairo_create (surface);
  gboolean         found = FALSE;

  cvn_report_paint_page (report, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < 842; y++)
    for (int x = 596 - 54; x < 596; x++)
      found = found || cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x] > 60;
  cairo_surface_destroy (surface);
  return found;
}

/* A name that is too long for the line at the head and the foot of each page is cut there, and stands in full in the title. */
static void
test_long_title (void)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (CvnReport) report = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append (name, "Association of ");
  report = cvn_report_new (name->str, CVN_LANGUAGE_EN);
  cvn_report_set_footer (report, name->str);
  cvn_report_add_title (report, name->str, name->str);
  for (guint i = 0; i < 80; i++)
    cvn_report_add_paragraph (report, "Line.");
  g_assert_cmpuint (cvn_report_get_n_pages (report), >=, 2);
  for (guint page = 0; page < 2; page++)
    g_assert_false (has_ink_in_margin (report, page));
}

/* More cards than a sheet holds go on at the next one, each of them once, below the name of their row. */
static void
test_full_board (void)
{
  g_autoptr (CvnReport) report = cvn_report_new ("Board", CVN_LANGUAGE_EN);
  CvnReportBoard *board;
  guint           n = 0;

  cvn_report_set_sheet (report, CVN_SHEET_A3);
  board = cvn_report_board_new (cvn_report_get_content_height (report));
  cvn_report_board_add_column (board, "Now");
  cvn_report_board_add_column (board, "Later");
  cvn_report_board_begin_row (board, "Axis");
  for (guint i = 0; i < 80; i++)
    {
      g_autofree char *title = g_strdup_printf ("card%02u", i);

      cvn_report_board_add_card (board, i % 8 == 0, CVN_TONE_PLAIN, title, "Some words about what it is", "Enough");
    }
  cvn_report_add_title (report, "Board", NULL);
  cvn_report_add_block (report, board);
  g_assert_cmpuint (cvn_report_get_n_pages (report), >=, 2);
  for (guint page = 0; page < cvn_report_get_n_pages (report); page++)
    {
      g_autofree char *text = cvn_report_dup_page_text (report, page);

      n += count (text, "card");
      g_assert_true ((strstr (text, "card") != NULL) == (strstr (text, "Axis\n") != NULL));
      g_assert_cmpfloat (find_lowest_ink (report, page), <=, 842 - 68);
    }
  g_assert_cmpuint (n, ==, 80);
}

/* What was bought in one year and paid back in another makes nothing together, and is shown all the same. */
static void
test_years_that_cancel (void)
{
  g_autoptr (CvnPartnerSheet) sheet = cvn_partner_sheet_new ();
  g_autoptr (CvnReport) report = NULL;
  g_autofree char *text = NULL;

  sheet->centre = g_strdup ("Centre");
  sheet->name = g_strdup ("Partner");
  sheet->today = g_strdup ("2020-12-31");
  cvn_partner_sheet_get_year (sheet, 2019)->bought = 10000;
  cvn_partner_sheet_get_year (sheet, 2020)->bought = -10000;
  report = cvn_report_new_partner (sheet, CVN_LANGUAGE_EN);
  text = cvn_report_dup_page_text (report, 0);
  g_assert_nonnull (strstr (text, "2019\t€100.00\n"));
  g_assert_nonnull (strstr (text, "Total\t€0.00\n"));
}

/* A thousand rows, names from right to left and in pictures: a file that can be read, with each row once. */
static void
test_any_script (void)
{
  g_autoptr (CvnReport) report = cvn_report_new ("جمعية", CVN_LANGUAGE_NL);
  CvnReportTable *table = cvn_report_table_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *pdf = NULL;
  gsize            size = 0;
  guint            n = 0;

  cvn_report_table_add_column (table, "Naam", CVN_ALIGN_START);
  cvn_report_table_add_column (table, "Bedrag", CVN_ALIGN_END);
  for (guint i = 0; i < 1000; i++)
    {
      cvn_report_table_begin_row (table, CVN_ROW_NORMAL);
      cvn_report_table_add_cell (table, i % 2 == 0 ? "עמותת המדענים של ליידן" : "👩‍🔬 <b>&amp; Café");
      cvn_report_table_add_euro (table, -100 * (gint64) i, CVN_LANGUAGE_NL);
    }
  cvn_report_take_table (report, table);
  pdf = cvn_report_to_pdf (report, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (size, >, 1000);
  for (guint page = 0; page < cvn_report_get_n_pages (report); page++)
    {
      g_autofree char *text = cvn_report_dup_page_text (report, page);

      n += count (text, "<b>&amp; Café") + count (text, "עמותת");
      g_assert_false (has_ink_in_margin (report, page));
    }
  g_assert_cmpuint (n, ==, 1000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/report/long-labels-leave-room-for-values", test_long_labels);
  g_test_add_func ("/render/report/long-addresses-leave-room-for-the-title", test_long_address);
  g_test_add_func ("/render/report/long-points-go-on", test_long_point);
  g_test_add_func ("/render/report/long-titles-stay-on-the-page", test_long_title);
  g_test_add_func ("/render/report/full-boards-go-on", test_full_board);
  g_test_add_func ("/render/report/years-that-cancel-are-shown", test_years_that_cancel);
  g_test_add_func ("/render/report/takes-any-script-and-a-thousand-rows", test_any_script);
  g_test_add_func ("/render/report/repeats-headings-and-counts-pages", test_long_table);
  g_test_add_func ("/render/report/cuts-no-row", test_no_row_cut);
  g_test_add_func ("/render/report/words-stay-whole", test_words_stay_whole);
  g_test_add_func ("/render/report/kept-texts-are-painted-alike", test_kept_texts);
  g_test_add_func ("/render/report/gives-the-same-bytes", test_same_bytes);
  g_test_add_func ("/render/report/says-its-language", test_catalogue);
  g_test_add_func ("/render/report/keeps-headings-with-text", test_heading_stays);
  g_test_add_func ("/render/report/goes-on-in-both-columns", test_columns);
  g_test_add_func ("/render/report/is-quick", test_speed);
  return g_test_run ();
}
