/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "bench-report"

#include "cvn-report.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <sys/resource.h>

/*
 * The processor time of a report of twelve pages with a heading, a paragraph, a table of 20 rows and a chart on each,
 * against the least that cairo and pango take to put as much on as many pages. That least was measured at 0.052 times
 * LibreOffice converting a comparable document, which is not needed to run this: the ratio to it is worked out.
 * Where soffice and a document are given (CVN_BENCH_ODT), it is measured itself.
 */

#define N_PAGES                   12
#define N_ROWS                    20
#define N_CELLS                   6
#define N_MONTHS                  12
#define ROUNDS                    7
#define FLOOR_PER_MILLE_OF_OFFICE 52

static const gint64 months[2][N_MONTHS] = { { 3, 9, 4, 8, 2, 6, 5, 7, 1, 9, 3, 6 }, { 5, 2, 7, 4, 9, 1, 8, 3, 6, 2, 9, 4 } };

static char *
make_prose (void)
{
  static const char *const words[] = { "children", "municipality", "subsidy", "fee", "October", "partners", "desk", "share", "costs", "year" };
  GString                 *prose = g_string_new (NULL);

  for (guint i = 0; i < 120; i++)
    g_string_append_printf (prose, "%s%s", words[(gsize) i * 7 % G_N_ELEMENTS (words)], i % 15 == 14 ? ". " : " ");
  return g_string_free (prose, FALSE);
}

static char *
make_cell (guint page,
           guint row,
           guint cell)
{
  return cell == 0 ? g_strdup_printf ("Municipality %02u", row + 1) : g_strdup_printf ("%u.%02u", (page * 7919 + row * 97 + cell * 31) % 100000, (row * 37 + cell) % 100);
}

static void
add_page (CvnReport  *report,
          guint       page,
          const char *prose)
{
  CvnReportTable *table = cvn_report_table_new ();
  g_autoptr (CvnChart) chart = cvn_chart_new (CVN_CHART_BARS, CVN_UNIT_COUNT, "Months");
  g_autofree char *heading = g_strdup_printf ("Fees and attendance, part %u", page + 1);

  cvn_report_add_heading (report, heading);
  cvn_report_add_paragraph (report, prose);
  for (guint i = 0; i < N_CELLS; i++)
    cvn_report_table_add_column (table, "Column", i == 0 ? CVN_ALIGN_START : CVN_ALIGN_END);
  for (guint row = 0; row < N_ROWS; row++)
    {
      cvn_report_table_begin_row (table, CVN_ROW_NORMAL);
      for (guint i = 0; i < N_CELLS; i++)
        cvn_report_table_take_cell (table, make_cell (page, row, i));
    }
  cvn_report_take_table (report, table);
  for (guint i = 0; i < N_MONTHS; i++)
    {
      g_autofree char *label = g_strdup_printf ("%02u", i + 1);

      cvn_chart_add_category (chart, label, NULL);
    }
  cvn_chart_add_series (chart, "One", CVN_SERIES_PRIMARY, months[0], N_MONTHS);
  cvn_chart_add_series (chart, "Other", CVN_SERIES_COMPARISON, months[1], N_MONTHS);
  cvn_report_add_chart (report, chart, 150);
}

static int
write_report (const char *path)
{
  g_autoptr (CvnReport) report = cvn_report_new ("Twelve pages", CVN_LANGUAGE_EN);
  g_autofree char *prose = make_prose ();

  for (guint page = 0; page < N_PAGES; page++)
    add_page (report, page, prose);
  if (!cvn_report_write_pdf (report, path, NULL))
    return 1;
  return (int) cvn_report_get_n_pages (report) + 100;
}

/* What is written at the least, by hand and without any layout. */
typedef struct
{
  cairo_t     *cr;
  PangoLayout *layout;
} Pen;

static void
put (Pen        *pen,
     double      x,
     double      y,
     int         width,
     double      size,
     const char *text)
{
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (pen->layout, font);
  pango_layout_set_width (pen->layout, width > 0 ? width * PANGO_SCALE : -1);
  pango_layout_set_text (pen->layout, text, -1);
  cairo_move_to (pen->cr, x, y);
  pango_cairo_show_layout (pen->cr, pen->layout);
  pango_font_description_free (font);
}

static void
draw_bars (Pen *pen)
{
  for (guint i = 0; i < N_MONTHS; i++)
    {
      g_autofree char *label = g_strdup_printf ("%02u", i + 1);

      for (guint series = 0; series < 2; series++)
        {
          double height = 15.0 * (double) months[series][i];

          cairo_rectangle (pen->cr, 80 + i * 37 + series * 14, 770 - height, 13, height);
          cairo_fill (pen->cr);
        }
      put (pen, 80 + i * 37, 773, 0, 8, label);
    }
  for (guint line = 0; line <= 5; line++)
    {
      g_autofree char *label = g_strdup_printf ("%u", line * 2);

      cairo_move_to (pen->cr, 80, 770 - line * 30);
      cairo_line_to (pen->cr, 530, 770 - line * 30);
      cairo_stroke (pen->cr);
      put (pen, 50, 765 - line * 30, 0, 8, label);
    }
}

static void
draw_page (Pen        *pen,
           guint       page,
           const char *prose)
{
  g_autofree char *heading = g_strdup_printf ("Fees and attendance, part %u", page + 1);

  put (pen, 50, 50, 0, 16, heading);
  put (pen, 50, 85, 495, 9, prose);
  for (guint row = 0; row <= N_ROWS; row++)
    {
      for (guint i = 0; i < N_CELLS; i++)
        {
          g_autofree char *cell = row == 0 ? g_strdup ("Column") : make_cell (page, row - 1, i);

          put (pen, 52 + i * 82, 250 + row * 15, 0, 8, cell);
        }
      cairo_move_to (pen->cr, 50, 265 + row * 15);
      cairo_line_to (pen->cr, 545, 265 + row * 15);
      cairo_stroke (pen->cr);
    }
  draw_bars (pen);
  cairo_show_page (pen->cr);
}

static int
write_floor (const char *path)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 595, 842);
  Pen              pen = { cairo_create (surface), NULL };
  g_autofree char *prose = make_prose ();

  pen.layout = pango_cairo_create_layout (pen.cr);
  for (guint page = 0; page < N_PAGES; page++)
    draw_page (&pen, page, prose);
  g_object_unref (pen.layout);
  cairo_destroy (pen.cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return N_PAGES + 100;
}

static double
get_children_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

/* The least of some rounds, each in a process of its own: fonts are found anew each time. */
static double
measure (const char *const *arguments,
         int               *status)
{
  double least = G_MAXDOUBLE;

  for (guint round = 0; round < ROUNDS; round++)
    {
      double began = get_children_ms ();
      g_autoptr (GError) error = NULL;

      if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, status, &error))
        g_error ("%s", error->message);
      least = MIN (least, get_children_ms () - began);
    }
  return least;
}

static void
measure_office (const char *folder,
                double      report)
{
  const char      *document = g_getenv ("CVN_BENCH_ODT");
  g_autofree char *program = g_find_program_in_path ("soffice");
  double           office;
  int              status = 0;

  if (program == NULL || document == NULL)
    {
      printf ("LibreOffice: not measured here (soffice or CVN_BENCH_ODT is missing)\n");
      return;
    }
  office = measure ((const char *const[]){ program, "--headless", "--convert-to", "pdf", "--outdir", folder, document, NULL }, &status);
  printf ("LibreOffice: %.0f ms; the report takes %.3f times that\n", office, report / office);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  double           report;
  double           floor_ms;
  int              status = 0;

  if (argc == 3)
    return g_str_equal (argv[1], "report") ? write_report (argv[2]) : write_floor (argv[2]);
  folder = g_dir_make_tmp ("convenant-bench-XXXXXX", NULL);
  path = g_build_filename (folder, "twelve.pdf", NULL);
  floor_ms = measure ((const char *const[]){ argv[0], "floor", path, NULL }, &status);
  report = measure ((const char *const[]){ argv[0], "report", path, NULL }, &status);
  printf ("report of %d pages: %.1f ms processor; least for as much: %.1f ms; ratio %.2f; by that %.3f times LibreOffice (goal 0.1)\n",
          (status >> 8) - 100, report, floor_ms, report / floor_ms, report / floor_ms * FLOOR_PER_MILLE_OF_OFFICE / 1000);
  measure_office (folder, report);
  g_remove (path);
  g_rmdir (folder);
  return 0;
}
