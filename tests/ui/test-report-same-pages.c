/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-report-same-pages"

#include "cvn-direction-operations.h"
#include "cvn-report-make.h"
#include "cvn-report-print.h"
#include "cvn-store.h"
#include "register-support.h"
#include "watchdog.h"

#include <stdio.h>

/* A page of a report three times: on the screen, printed and in a file. */

static char *
run_tool (const char *const *arguments,
          gsize             *size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_autoptr (GBytes) output = NULL;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (process, NULL, NULL, &output, NULL, &error));
  g_assert_no_error (error);
  return g_bytes_unref_to_data (g_steal_pointer (&output), size);
}

/* Without the hyphens of broken lines: they are set as marks in one file and as letters in the other. */
static char *
read_words (const char *path)
{
  gsize            size = 0;
  g_autofree char *text = run_tool ((const char *const[]){ "pdftotext", "-raw", path, "-", NULL }, &size);
  g_autofree char *whole = g_strndup (text, size);
  g_auto (GStrv) lines = g_strsplit (whole, "-\n", -1);

  return g_strjoinv ("\n", lines);
}

/* How many of the pixels of two pictures of a page differ clearly; both are portable graymaps of one size. */
static guint
count_differences (const char *first,
                   const char *second,
                   gsize       size)
{
  guint n = 0;

  for (gsize i = 0; i < size; i++)
    n += ABS ((int) (guchar) first[i] - (int) (guchar) second[i]) > 96;
  return n;
}

#define GRID 8 /* pixels of a cell in which ink is weighed */

/* The page as the screen paints it, as large as the picture of the file. */
static guchar *
paint_page (CvnReport *report,
            guint      page,
            int        width,
            int        height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t         *cr = cairo_create (surface);
  guchar          *grey = g_malloc ((gsize) width * (gsize) height);
  double           paper_width;
  double           paper_height;
  int              stride;

  cvn_report_get_page_size (report, &paper_width, &paper_height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / paper_width, height / paper_height);
  cvn_report_paint_page (report, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guchar *pixel = cairo_image_surface_get_data (surface) + y * stride + x * 4;

        grey[y * width + x] = (guchar) ((pixel[0] + pixel[1] + pixel[2]) / 3);
      }
  cairo_surface_destroy (surface);
  return grey;
}

static int
weigh (const guchar *grey,
       int           width,
       int           left,
       int           top)
{
  int sum = 0;

  for (int y = top; y < top + GRID; y++)
    for (int x = left; x < left + GRID; x++)
      sum += 255 - grey[y * width + x];
  return sum / (GRID * GRID);
}

/* The letters of the two are drawn by different programs: but where there is ink, and how much of it, is the same. */
static void
assert_same_ink (CvnReport  *report,
                 guint       page,
                 const char *picture,
                 gsize       size)
{
  int                width = 0;
  int                height = 0;
  guint              n_cells = 0;
  guint              n_other = 0;
  g_autofree char   *head = g_strndup (picture, 32);
  g_autofree guchar *screen = NULL;
  const guchar      *file;

  g_assert_cmpint (sscanf (head, "P5 %d %d", &width, &height), ==, 2);
  file = (const guchar *) picture + size - (gsize) width * (gsize) height;
  screen = paint_page (report, page, width, height);
  for (int top = 0; top + GRID <= height; top += GRID)
    for (int left = 0; left + GRID <= width; left += GRID)
      {
        n_cells++;
        n_other += ABS (weigh (screen, width, left, top) - weigh (file, width, left, top)) > 40;
      }
  g_test_message ("page %u: %u of %u cells differ", page + 1, n_other, n_cells);
  g_assert_cmpuint (n_other, <=, n_cells / 100);
}

/* What is on the screen, what is printed and what is saved are the same pages: as many, with the same words in the same places. */
static void
test_same_pages (void)
{
  static const struct
  {
    CvnReportName name;
    const char   *record;
  } reports[] = { { CVN_REPORT_PARTNER, "gem-leiden" }, { CVN_REPORT_ROADMAP, "2020" }, { CVN_REPORT_KEY_FIGURES, "2019" }, { CVN_REPORT_EVENTS, "2019" }, { CVN_REPORT_BUDGET, "2019" }, { CVN_REPORT_CONVENANT, "2020" }, { CVN_REPORT_PROJECT_CARD, "2019-H2" } };
  g_autoptr (CvnOperation) card = cvn_new_card_new (NULL, "2019-H2", "2020-12-31");
  g_autofree char   *has_tools = g_find_program_in_path ("pdftoppm");
  CvnRegisterFixture f = { 0 };

  cvn_register_fixture_open (&f);
  cvn_operation_run (card, cvn_centre_get_store (f.centre), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CvnReportData) data = cvn_report_data_read (cvn_centre_get_store (f.centre), reports[i].name, reports[i].record, CVN_LANGUAGE_NL, "2020-12-31", &error);
      g_autoptr (CvnReport) report = cvn_report_make (data);
      g_autofree char *saved = g_build_filename (f.folder, "saved.pdf", NULL);
      g_autofree char *printed = g_build_filename (f.folder, "printed.pdf", NULL);

      g_assert_true (cvn_report_write_pdf (report, saved, &error));
      g_assert_true (cvn_report_print_to_file (report, printed, &error));
      /* It ran the main loop; what follows is the test's own, and waits for other programs. */
      cvn_watchdog_mark ();
      g_assert_no_error (error);
      for (guint page = 0; has_tools != NULL && page < cvn_report_get_n_pages (report); page++)
        {
          g_autofree char *number = g_strdup_printf ("%u", page + 1);
          gsize            size = 0;
          gsize            other_size = 0;
          g_autofree char *first = run_tool ((const char *const[]){ "pdftoppm", "-gray", "-r", "50", "-f", number, "-l", number, saved, NULL }, &size);
          g_autofree char *second = run_tool ((const char *const[]){ "pdftoppm", "-gray", "-r", "50", "-f", number, "-l", number, printed, NULL }, &other_size);

          g_assert_cmpuint (size, >, 1000);
          g_assert_cmpuint (size, ==, other_size);
          g_assert_cmpuint (count_differences (first, second, size), <=, size / 2000);
          assert_same_ink (report, page, first, size);
        }
      if (has_tools != NULL)
        {
          g_autofree char *first = read_words (saved);
          g_autofree char *second = read_words (printed);

          g_assert_cmpstr (first, ==, second);
        }
    }
  cvn_register_fixture_close (&f);
}

int
main (int    argc,
      char **argv)
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/report-same-pages/print-and-file", test_same_pages);
  return cvn_watchdog_run_tests ();
}
