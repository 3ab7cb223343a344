/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-chart-painter"

#include "cvn-chart-export.h"
#include "cvn-chart-painter.h"
#include "cvn-error.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define WIDTH  320
#define HEIGHT 220
#define MARGIN 40

static const CvnChartKind kinds[] = { CVN_CHART_BARS, CVN_CHART_STACKED, CVN_CHART_LINES, CVN_CHART_LADDER, CVN_CHART_ROWS };

static CvnChart *
make_chart (CvnChartKind kind)
{
  static const gint64 values[][3] = { { 225000, 414000, -59000 }, { 200000, CVN_CHART_NONE, 180000 }, { 120000, 90000, 60000 } };
  static const gint64 target[] = { 233333, 233333, 320000 };
  CvnChart           *chart = cvn_chart_new (kind, CVN_UNIT_EURO, "Fee revenue per month with a title that is far too long for it");

  cvn_chart_add_category (chart, "January", NULL);
  cvn_chart_add_category (chart, "A municipality with a name that does not fit in any chart", NULL);
  cvn_chart_add_category (chart, "December", NULL);
  cvn_chart_add_series (chart, "2019", CVN_SERIES_PRIMARY, values[0], 3);
  cvn_chart_add_series (chart, "2018, with a remark that is long enough to leave the picture", CVN_SERIES_COMPARISON, values[1], 3);
  cvn_chart_add_series (chart, "Estimate", CVN_SERIES_ESTIMATE, values[2], 3);
  cvn_chart_add_series (chart, "Budget", CVN_SERIES_TARGET, target, 3);
  return chart;
}

/* Paints on a sheet with a margin around the room that the chart has. */
static cairo_surface_t *
paint (const CvnChart      *chart,
       const CvnChartStyle *style,
       double               width,
       double               height,
       CvnChartSpot         spot)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width + 2 * MARGIN, (int) height + 2 * MARGIN);
  cairo_t         *cr = cairo_create (surface);

  cairo_translate (cr, MARGIN, MARGIN);
  cvn_chart_paint (cr, chart, style, width, height, spot);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guchar *line = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
  guint32       pixel;

  memcpy (&pixel, line + x * (int) sizeof pixel, sizeof pixel);
  return pixel;
}

static char *
hash (cairo_surface_t *surface)
{
  gsize size = (gsize) cairo_image_surface_get_stride (surface) * (gsize) cairo_image_surface_get_height (surface);

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, cairo_image_surface_get_data (surface), size);
}

static void
count_pixels (cairo_surface_t *surface,
              guint           *inside,
              guint           *outside)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);

  *inside = 0;
  *outside = 0;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        if (get_pixel (surface, x, y) == 0)
          continue;
        if (x >= MARGIN && y >= MARGIN && x < width - MARGIN && y < height - MARGIN)
          (*inside)++;
        else
          (*outside)++;
      }
}

static void
check_bounds (const CvnChart *chart,
              gboolean        dark,
              double          font_size,
              double          width,
              double          height)
{
  CvnChartStyle    style;
  cairo_surface_t *surface;
  guint            inside;
  guint            outside;

  cvn_chart_style_init (&style, dark, CVN_LANGUAGE_NL);
  style.font_size = font_size;
  style.high_contrast = dark;
  surface = paint (chart, &style, width, height, (CvnChartSpot){ 1, 0 });
  count_pixels (surface, &inside, &outside);
  g_assert_cmpuint (outside, ==, 0);
  if (width > 100)
    g_assert_cmpuint (inside, >, 1000);
  cairo_surface_destroy (surface);
}

static void
test_stays_inside (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (CvnChart) chart = make_chart (kinds[i]);

      check_bounds (chart, FALSE, 13, WIDTH, HEIGHT);
      check_bounds (chart, TRUE, 13, 560, 260);
      check_bounds (chart, FALSE, 26, WIDTH, HEIGHT);
      check_bounds (chart, FALSE, 13, 12, 8);
      check_bounds (chart, TRUE, 13, 1, 1);
    }
}

/* The clip would hide it if a mark or a word had no room: nothing may be cut off either. */
static void
test_marks_are_inside_the_plot (void)
{
  CvnChartStyle style;

  cvn_chart_style_init (&style, FALSE, CVN_LANGUAGE_EN);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (CvnChart) chart = make_chart (kinds[i]);

      for (int s = 0; s < (int) cvn_chart_get_n_series (chart); s++)
        for (int c = 0; c < (int) cvn_chart_get_n_categories (chart); c++)
          {
            CvnBox box;

            if (!cvn_chart_get_spot (chart, &style, WIDTH, HEIGHT, (CvnChartSpot){ c, s }, &box))
              {
                g_assert_cmpint (cvn_chart_get_value (chart, (guint) s, (guint) c), ==, CVN_CHART_NONE);
                continue;
              }
            g_assert_cmpfloat (box.x, >=, 0);
            g_assert_cmpfloat (box.y, >=, 0);
            g_assert_cmpfloat (box.x + box.width, <=, WIDTH);
            g_assert_cmpfloat (box.y + box.height, <=, HEIGHT);
          }
    }
}

static void
test_is_the_same_each_time (void)
{
  for (guint i = 0; i < 2 * G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (CvnChart) chart = make_chart (kinds[i / 2]);
      CvnChartStyle    light;
      CvnChartStyle    dark;
      cairo_surface_t *surfaces[3];
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      g_autofree char *other = NULL;

      cvn_chart_style_init (&light, i % 2 == 1, CVN_LANGUAGE_EN);
      cvn_chart_style_init (&dark, i % 2 == 0, CVN_LANGUAGE_EN);
      surfaces[0] = paint (chart, &light, WIDTH, HEIGHT, CVN_CHART_NOWHERE);
      surfaces[1] = paint (chart, &light, WIDTH, HEIGHT, CVN_CHART_NOWHERE);
      surfaces[2] = paint (chart, &dark, WIDTH, HEIGHT, CVN_CHART_NOWHERE);
      first = hash (surfaces[0]);
      second = hash (surfaces[1]);
      other = hash (surfaces[2]);
      g_assert_cmpstr (first, ==, second);
      g_assert_cmpstr (first, !=, other);
      for (guint s = 0; s < G_N_ELEMENTS (surfaces); s++)
        cairo_surface_destroy (surfaces[s]);
    }
}

static void
test_shows_where_the_keyboard_is (void)
{
  CvnChartStyle style;

  cvn_chart_style_init (&style, FALSE, CVN_LANGUAGE_EN);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (CvnChart) chart = make_chart (kinds[i]);
      cairo_surface_t *without = paint (chart, &style, WIDTH, HEIGHT, CVN_CHART_NOWHERE);
      cairo_surface_t *with = paint (chart, &style, WIDTH, HEIGHT, (CvnChartSpot){ 0, 0 });
      cairo_surface_t *beyond = paint (chart, &style, WIDTH, HEIGHT, (CvnChartSpot){ 99, 99 });
      g_autofree char *first = hash (without);
      g_autofree char *second = hash (with);
      g_autofree char *third = hash (beyond);

      g_assert_cmpstr (first, !=, second);
      g_assert_cmpstr (first, ==, third);
      cairo_surface_destroy (without);
      cairo_surface_destroy (with);
      cairo_surface_destroy (beyond);
    }
}

typedef struct
{
  double mean;
  double spread; /* of a pattern; next to nothing for a plain shade */
} Grey;

static Grey
measure_grey (const CvnMarkLook *look)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 60, 60);
  cairo_t         *cr = cairo_create (surface);
  CvnBox           box = { 0, 0, 60, 60 };
  double           sum = 0;
  double           squares = 0;
  double           n = 40 * 40;

  cvn_paint_mark (cr, look, &box, CVN_END_NONE, 1);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 10; y < 50; y++)
    for (int x = 10; x < 50; x++)
      {
        guint32 pixel = get_pixel (surface, x, y);
        double  grey = 0.299 * (pixel >> 16 & 0xff) + 0.587 * (pixel >> 8 & 0xff) + 0.114 * (pixel & 0xff);

        sum += grey;
        squares += grey * grey;
      }
  cairo_surface_destroy (surface);
  return (Grey){ sum / n, squares / n - sum / n * sum / n };
}

/* Printed in grey, series that stand beside each other differ in brightness, or in pattern, or in both. */
static void
test_series_differ_in_grey (void)
{
  static const struct
  {
    CvnSeriesRole role;
    guint         shade;
  } series[] = {
    { CVN_SERIES_PRIMARY, 0 },
    { CVN_SERIES_PRIMARY, 1 },
    { CVN_SERIES_PRIMARY, 2 },
    { CVN_SERIES_PRIMARY, 3 },
    { CVN_SERIES_PRIMARY, 4 },
    { CVN_SERIES_COMPARISON, 0 },
    { CVN_SERIES_ESTIMATE, 0 },
  };

  for (guint variant = 0; variant < 4; variant++)
    {
      CvnChartStyle style;

      cvn_chart_style_init (&style, variant % 2 == 1, CVN_LANGUAGE_EN);
      style.high_contrast = variant >= 2;
      for (guint a = 0; a < G_N_ELEMENTS (series); a++)
        for (guint b = a + 1; b < G_N_ELEMENTS (series); b++)
          {
            CvnMarkLook first = cvn_chart_style_get_look (&style, series[a].role, series[a].shade);
            CvnMarkLook second = cvn_chart_style_get_look (&style, series[b].role, series[b].shade);
            Grey        one = measure_grey (&first);
            Grey        two = measure_grey (&second);

            g_test_message ("variant %u: %u %u: grey %.0f and %.0f", variant, a, b, one.mean, two.mean);
            g_assert_true (ABS (one.mean - two.mean) >= 12 || first.pattern != second.pattern);
            if (first.pattern != CVN_PATTERN_SOLID)
              g_assert_cmpfloat (one.spread, >, 100);
          }
    }
}

static void
test_hit (void)
{
  CvnChartStyle style;

  cvn_chart_style_init (&style, FALSE, CVN_LANGUAGE_EN);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (CvnChart) chart = make_chart (kinds[i]);
      CvnChartSpot nowhere = cvn_chart_hit (chart, &style, WIDTH, HEIGHT, 1, 1);

      g_assert_cmpint (nowhere.category, ==, -1);
      for (int c = 0; c < 3; c++)
        {
          CvnBox       box;
          CvnChartSpot spot;

          g_assert_true (cvn_chart_get_spot (chart, &style, WIDTH, HEIGHT, (CvnChartSpot){ c, 0 }, &box));
          spot = cvn_chart_hit (chart, &style, WIDTH, HEIGHT, box.x + box.width / 2, box.y + box.height / 2);
          g_assert_cmpint (spot.category, ==, c);
          g_assert_cmpint (spot.series, ==, 0);
        }
    }
}

static void
test_empty_chart (void)
{
  g_autoptr (CvnChart) chart = cvn_chart_new (CVN_CHART_BARS, CVN_UNIT_COUNT, "Nothing");
  CvnChartStyle    style;
  cairo_surface_t *surface;
  guint            inside;
  guint            outside;

  cvn_chart_style_init (&style, FALSE, CVN_LANGUAGE_EN);
  style.with_title = FALSE;
  surface = paint (chart, &style, WIDTH, HEIGHT, CVN_CHART_NOWHERE);
  count_pixels (surface, &inside, &outside);
  g_assert_cmpuint (inside, >, 100);
  g_assert_cmpuint (outside, ==, 0);
  g_assert_cmpint (cvn_chart_hit (chart, &style, WIDTH, HEIGHT, WIDTH / 2, HEIGHT / 2).category, ==, -1);
  cairo_surface_destroy (surface);
}

static void
test_export (void)
{
  static const struct
  {
    CvnPictureFormat format;
    const char      *name, *start;
  } rows[] = {
    { CVN_PICTURE_PNG, "chart.png", "\211PNG" },
    { CVN_PICTURE_SVG, "chart.svg", "<?xml" },
  };
  g_autoptr (CvnChart) chart = make_chart (CVN_CHART_BARS);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("cvn-chart-XXXXXX", &error);
  CvnChartStyle    style;

  g_assert_no_error (error);
  cvn_chart_style_init (&style, FALSE, CVN_LANGUAGE_EN);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_build_filename (folder, rows[i].name, NULL);
      g_autofree char *bad_path = g_build_filename (folder, "missing", rows[i].name, NULL);
      g_autofree char *contents = NULL;
      g_autoptr (GError) failure = NULL;

      g_assert_true (cvn_chart_export (chart, &style, rows[i].format, WIDTH, HEIGHT, path, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_cmpint (strncmp (contents, rows[i].start, strlen (rows[i].start)), ==, 0);
      g_assert_false (cvn_chart_export (chart, &style, rows[i].format, WIDTH, HEIGHT, bad_path, &failure));
      g_assert_nonnull (failure);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Where there is no room for the new picture, the old one stays. */
static void
test_export_keeps_the_old (void)
{
  static const CvnPictureFormat formats[] = { CVN_PICTURE_PNG, CVN_PICTURE_SVG };
  g_autoptr (CvnChart) chart = make_chart (CVN_CHART_BARS);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("cvn-chart-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "old", NULL);
  struct rlimit    all;
  struct rlimit    little;
  CvnChartStyle    style;

  g_assert_no_error (error);
  cvn_chart_style_init (&style, FALSE, CVN_LANGUAGE_EN);
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &all), ==, 0);
  little = all;
  little.rlim_cur = 64;
  signal (SIGXFSZ, SIG_IGN);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *contents = NULL;
      g_autoptr (GError) failure = NULL;
      gboolean written;

      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);
      written = cvn_chart_export (chart, &style, formats[i], WIDTH, HEIGHT, path, &failure);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &all), ==, 0);
      g_assert_false (written);
      g_assert_error (failure, CVN_ERROR, CVN_ERROR_FAILED);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_cmpstr (contents, ==, "old");
    }
  signal (SIGXFSZ, SIG_DFL);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A year of two series with a budget at 600 x 260: what a frame of the overview has to draw at most. */
static void
test_speed (void)
{
  gint64        values[12];
  CvnChartStyle style;
  gint64        fastest = G_MAXINT64;
  g_autoptr (CvnChart) chart = cvn_chart_new (CVN_CHART_BARS, CVN_UNIT_EURO, "Fee revenue");

  for (int i = 0; i < 12; i++)
    {
      values[i] = (i % 5 + 1) * 100000;
      cvn_chart_add_category (chart, "Jan", NULL);
    }
  cvn_chart_add_series (chart, "2019", CVN_SERIES_PRIMARY, values, 12);
  cvn_chart_add_series (chart, "2018", CVN_SERIES_COMPARISON, values, 12);
  cvn_chart_add_series (chart, "Budget", CVN_SERIES_TARGET, values, 12);
  cvn_chart_style_init (&style, FALSE, CVN_LANGUAGE_EN);
  for (guint i = 0; i < 20; i++)
    {
      gint64 start = g_get_monotonic_time ();

      cairo_surface_destroy (paint (chart, &style, 600, 260, CVN_CHART_NOWHERE));
      fastest = MIN (fastest, g_get_monotonic_time () - start);
    }
  g_test_minimized_result ((double) fastest / 1000, "one chart in %.2f ms", (double) fastest / 1000);
  /* Ten times what it takes, for sanitizers and busy machines: a layout made for each label costs more than that. */
  g_assert_cmpint (fastest, <, 30000);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/chart-painter/stays-inside", test_stays_inside);
  g_test_add_func ("/render/chart-painter/marks-are-inside-the-plot", test_marks_are_inside_the_plot);
  g_test_add_func ("/render/chart-painter/is-the-same-each-time", test_is_the_same_each_time);
  g_test_add_func ("/render/chart-painter/shows-where-the-keyboard-is", test_shows_where_the_keyboard_is);
  g_test_add_func ("/render/chart-painter/series-differ-in-grey", test_series_differ_in_grey);
  g_test_add_func ("/render/chart-painter/hit", test_hit);
  g_test_add_func ("/render/chart-painter/empty-chart", test_empty_chart);
  g_test_add_func ("/render/chart-painter/export", test_export);
  g_test_add_func ("/render/chart-painter/export-keeps-the-old", test_export_keeps_the_old);
  g_test_add_func ("/render/chart-painter/speed", test_speed);
  return g_test_run ();
}
