/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-overview"

#include "cvn-centre.h"
#include "cvn-chart-card.h"
#include "cvn-chart-view.h"
#include "cvn-columns-layout.h"
#include "cvn-explain-view.h"
#include "cvn-import-job.h"
#include "cvn-matter-card.h"
#include "cvn-meter.h"
#include "cvn-overview-page.h"
#include "cvn-overview-text.h"
#include "cvn-store.h"
#include "cvn-tile.h"
#include "ui-support.h"
#include "watchdog.h"

#include <glib/gstdio.h>

static CvnCentre *centre;
static GtkWidget *window;
static CvnPage   *page;

static gboolean
is_ready (gpointer data)
{
  return cvn_page_is_ready (page);
}

static void
collect (GtkWidget *root,
         GType      type,
         GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    g_ptr_array_add (found, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GtkWidget *
nth (GType type,
     guint place)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (GTK_WIDGET (page), type, found);
  g_assert_cmpuint (place, <, found->len);
  return g_ptr_array_index (found, place);
}

static gboolean
shows_fees (gpointer value)
{
  return g_strcmp0 (cvn_tile_get_value (CVN_TILE (nth (CVN_TYPE_TILE, 1))), value) == 0;
}

/* By hand from the files of the sample: paid registrations times the fee, instalments paid, bookings, events held, budget. */
static const struct
{
  int         year;
  const char *values[5];
} expected[] = {
  { 2018, { "€210,000", "€5,940", "0", "11", "€15,813" } },
  { 2019, { "€210,000", "€31,815", "10", "15", "€12,081" } },
  { 2020, { "€218,400", "€25,350", "20", "10", "€242" } },
};

static void
test_tiles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      cvn_centre_set_year (centre, expected[i].year);
      cvn_ui_assert_eventually (shows_fees, (gpointer) expected[i].values[1]);
      for (guint tile = 0; tile < 5; tile++)
        g_assert_cmpstr (cvn_tile_get_value (CVN_TILE (nth (CVN_TYPE_TILE, tile))), ==, expected[i].values[tile]);
    }
}

static void
test_charts (void)
{
  static const guint categories[] = { 5, 6, 12, 6 };
  CvnChart          *chart;

  cvn_centre_set_year (centre, 2019);
  cvn_ui_assert_eventually (shows_fees, (gpointer) "€31,815");
  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      chart = cvn_chart_card_get_chart (CVN_CHART_CARD (nth (CVN_TYPE_CHART_CARD, i)));
      g_assert_cmpuint (cvn_chart_get_n_categories (chart), ==, categories[i]);
    }
  chart = cvn_chart_card_get_chart (CVN_CHART_CARD (nth (CVN_TYPE_CHART_CARD, 1)));
  g_assert_cmpstr (cvn_chart_get_full_category (chart, 0), ==, "Leiden, €0.44 per inhabitant");
  g_assert_cmpint (cvn_chart_get_value (chart, 1, 0), ==, 5436990);
}

static gboolean
is_explained (gpointer model)
{
  return g_list_model_get_n_items (model) > 0;
}

/* Each tile's figure is the sum of the rows that it opens. */
static void
test_explains (void)
{
  static const char *const names[] = { "contributions-received", "fee-revenue", "bookings-by-state", "events-held", "result-expected" };
  static const gint64      totals[] = { 21840000, 2535000, 2102000, 12, 24200 };

  cvn_centre_set_year (centre, 2020);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (CvnExplanation) explanation = cvn_explanation_new (centre, names[i], NULL, NULL);

      cvn_ui_assert_eventually (is_explained, explanation);
      g_assert_cmpint (cvn_explanation_get_total (explanation), ==, totals[i]);
      g_assert_true (cvn_page_open_figure (page, names[i]));
      cvn_ui_settle (window);
      g_assert_true (gtk_widget_get_mapped (nth (CVN_TYPE_EXPLAIN_VIEW, 0)));
    }
  g_assert_false (cvn_page_open_figure (page, "no-such-figure"));
  cvn_page_go_back (page);
  cvn_ui_settle (window);
  g_assert_false (gtk_widget_get_mapped (nth (CVN_TYPE_EXPLAIN_VIEW, 0)));
}

static gboolean
is_loaded (gpointer explanation)
{
  return cvn_explanation_is_loaded (explanation);
}

static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  gboolean said = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !said; child = gtk_widget_get_next_sibling (child))
    said = says (child, text);
  return said;
}

static gboolean
says_nothing_is_there (gpointer view)
{
  return says (view, "There are no rows behind this number.");
}

/* A number without rows says so; one with rows, and one whose rows are still being read, does not. */
static void
test_explains_nothing (void)
{
  g_autoptr (CvnExplanation) none = NULL;
  g_autoptr (CvnExplanation) some = NULL;
  GtkWidget *view = g_object_ref_sink (cvn_explain_view_new ());
  GtkWidget *shown = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (shown), 600, 400);
  gtk_window_set_child (GTK_WINDOW (shown), view);
  gtk_window_present (GTK_WINDOW (shown));
  cvn_ui_settle (shown);
  cvn_centre_set_year (centre, 1990);
  none = cvn_explanation_new (centre, "fee-revenue", NULL, NULL);
  cvn_explain_view_set_explanation (CVN_EXPLAIN_VIEW (view), none);
  g_assert_false (says_nothing_is_there (view));
  cvn_ui_assert_eventually (is_loaded, none);
  cvn_ui_assert_eventually (says_nothing_is_there, view);
  cvn_centre_set_year (centre, 2020);
  some = cvn_explanation_new (centre, "fee-revenue", NULL, NULL);
  cvn_explain_view_set_explanation (CVN_EXPLAIN_VIEW (view), some);
  cvn_ui_assert_eventually (is_explained, some);
  cvn_ui_settle (shown);
  g_assert_false (says_nothing_is_there (view));
  gtk_window_destroy (GTK_WINDOW (shown));
  g_object_unref (view);
}

static void
test_says_how (void)
{
  g_autoptr (CvnExplanation) explanation = cvn_explanation_new (centre, "fee-revenue", NULL, NULL);
  g_autoptr (CvnLeaf) leaf = NULL;
  g_autofree char *detail = NULL;

  cvn_centre_set_year (centre, 2020);
  cvn_ui_assert_eventually (is_explained, explanation);
  leaf = g_list_model_get_item (G_LIST_MODEL (explanation), 0);
  detail = cvn_leaf_dup_detail (leaf, CVN_LANGUAGE_EN);
  g_assert_cmpstr (detail, ==, "Knowledge worker · 14 × €50.00");
  g_assert_cmpstr (cvn_leaf_get_label (leaf, CVN_LANGUAGE_EN), ==, "Municipality of Leiden");
  g_assert_cmpstr (cvn_leaf_get_label (leaf, CVN_LANGUAGE_NL), ==, "Gemeente Leiden");
  g_assert_cmpint (cvn_leaf_get_amount (leaf), ==, 70000);
}

static void
test_role_orders_cards (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.convenant.Convenant");

  g_settings_set_string (settings, "role", "staff");
  g_assert_true (CVN_IS_MATTER_CARD (gtk_widget_get_first_child (gtk_widget_get_parent (nth (CVN_TYPE_CHART_CARD, 0)))));
  g_settings_reset (settings, "role");
  g_assert_true (CVN_IS_CHART_CARD (gtk_widget_get_first_child (gtk_widget_get_parent (nth (CVN_TYPE_CHART_CARD, 0)))));
}

static void
test_columns (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  GtkWidget *children[5];
  int        minimum;

  gtk_widget_set_layout_manager (box, cvn_columns_layout_new (100, 5, 10));
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      children[i] = gtk_drawing_area_new ();
      gtk_widget_set_size_request (children[i], 50, 20);
      gtk_widget_set_parent (children[i], box);
    }
  /* Five beside each other, then three and two, then one below the other. */
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 540, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 20);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 320, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 50);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 120, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 140);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 50);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_unparent (children[i]);
  g_assert_finalize_object (box);
}

static void
test_meter (void)
{
  GtkWidget *meter = g_object_ref_sink (cvn_meter_new ());

  cvn_meter_set_share (CVN_METER (meter), 3, 4);
  cvn_meter_set_share (CVN_METER (meter), 9, 4);
  cvn_meter_set_share (CVN_METER (meter), 1, 0);
  g_assert_finalize_object (meter);
}

static void
test_dates (void)
{
  static const char *const cases[][2] = { { "2020-12-31", "31 Dec 2020" }, { "2020-12", "Dec 2020" }, { "2020", "2020" }, { NULL, "" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = cvn_overview_text_date (cases[i][0]);

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

static char *
make_sample (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "sample.convenant", NULL);
  g_autofree char *source = g_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", NULL);
  g_autoptr (GFile) files = g_file_new_for_path (source);
  g_autoptr (CvnImportJob) job = cvn_import_job_new (files);
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnStore) store = cvn_store_open (path, CVN_STORE_CREATE, "test", &error);

  g_assert_no_error (error);
  g_assert_true (cvn_import_job_run (job, store, &error));
  g_assert_no_error (error);
  cvn_store_close (store);
  return g_steal_pointer (&path);
}

static gboolean
is_open (gpointer data)
{
  return cvn_centre_is_open (centre);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cvn_centre_open_finish (CVN_CENTRE (source), result, &error));
  g_assert_no_error (error);
}

static void
tear_down (void)
{
  GtkWidget *weak = GTK_WIDGET (page);

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &weak);
  gtk_window_destroy (GTK_WINDOW (window));
  cvn_ui_drain ();
  g_assert_null (weak);
  cvn_centre_close (centre);
  g_assert_finalize_object (centre);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("convenant-XXXXXX", NULL);
  g_autofree char *path = NULL;
  int              status;

  cvn_ui_init (&argc, &argv);
  path = make_sample (folder);
  centre = cvn_centre_new ();
  cvn_centre_open_async (centre, path, FALSE, NULL, opened_cb, NULL);
  cvn_ui_assert_eventually (is_open, NULL);
  page = g_object_new (CVN_TYPE_OVERVIEW_PAGE, "centre", centre, "area", -1, NULL);
  window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (page));
  gtk_window_set_default_size (GTK_WINDOW (window), 970, 800);
  gtk_window_present (GTK_WINDOW (window));
  cvn_page_activate (page);
  cvn_ui_assert_eventually (is_ready, NULL);
  cvn_ui_settle (window);

  g_test_add_func ("/ui/overview/tiles", test_tiles);
  g_test_add_func ("/ui/overview/charts", test_charts);
  g_test_add_func ("/ui/overview/explains", test_explains);
  g_test_add_func ("/ui/overview/explains-nothing", test_explains_nothing);
  g_test_add_func ("/ui/overview/says-how", test_says_how);
  g_test_add_func ("/ui/overview/role-orders-cards", test_role_orders_cards);
  g_test_add_func ("/ui/overview/columns", test_columns);
  g_test_add_func ("/ui/overview/meter", test_meter);
  g_test_add_func ("/ui/overview/dates", test_dates);
  status = cvn_watchdog_run_tests ();
  tear_down ();
  return status;
}
