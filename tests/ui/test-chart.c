/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-chart"

#include "cvn-chart-card.h"
#include "cvn-chart-picture.h"
#include "cvn-chart-table.h"
#include "cvn-text.h"

#include "ui-support.h"
#include "watchdog.h"

#include <glib/gstdio.h>

/* 2.250 in January, 4.140 in July; August has no figure yet. */
static CvnChart *
make_fees (void)
{
  static const char *const labels[] = { "Jan", "Jul", "Aug" };
  static const char *const full_labels[] = { "January 2019", "July 2019", "August 2019" };
  static const gint64      fees[] = { 225000, 414000, CVN_CHART_NONE };
  static const gint64      budget[] = { 233300, 233300, 233300 };
  CvnChart                *chart = cvn_chart_new (CVN_CHART_BARS, CVN_UNIT_EURO, "Fee revenue per month, 2019");

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    cvn_chart_add_category (chart, labels[i], full_labels[i]);
  cvn_chart_add_series (chart, "2019", CVN_SERIES_PRIMARY, fees, G_N_ELEMENTS (fees));
  cvn_chart_add_series (chart, "budget", CVN_SERIES_TARGET, budget, G_N_ELEMENTS (budget));
  return chart;
}

static CvnChart *
make_ladder (void)
{
  static const gint64 amounts[] = { 21000000, 17800000, 11250000 };
  static const gint64 target[] = { 22500000 };
  CvnChart           *chart = cvn_chart_new (CVN_CHART_LADDER, CVN_UNIT_EURO, "Commitments for 2020");

  cvn_chart_add_category (chart, "Pledged", NULL);
  cvn_chart_add_category (chart, "Signed", NULL);
  cvn_chart_add_category (chart, "Paid", NULL);
  cvn_chart_add_series (chart, "committed", CVN_SERIES_PRIMARY, amounts, G_N_ELEMENTS (amounts));
  cvn_chart_add_series (chart, "Target", CVN_SERIES_TARGET, target, G_N_ELEMENTS (target));
  return chart;
}

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

static GtkWidget *
show (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  /* With room for a card and its table, and where it scrolls, as in the program: a table of words that may wrap needs less
   * height when it is wide than its window is told for none in particular, and newer GTK warns of that. */
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 700);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_present (GTK_WINDOW (window));
  cvn_ui_assert_eventually (is_active, window);
  cvn_ui_settle (window);
  return window;
}

static GtkWidget *
find_child (GtkWidget *root,
            GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The window goes, and with it everything in it. */
static void
close_window (GtkWidget *window,
              GtkWidget *child)
{
  gpointer gone = child;

  g_object_add_weak_pointer (G_OBJECT (child), &gone);
  gtk_window_destroy (GTK_WINDOW (window));
  cvn_ui_drain ();
  g_assert_null (gone);
}

static void
test_accessible (void)
{
  g_autoptr (CvnChart) chart = make_fees ();
  GtkWidget *view = g_object_ref_sink (cvn_chart_view_new ());

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_IMG);
  cvn_chart_view_set_chart (CVN_CHART_VIEW (view), chart);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Fee revenue per month, 2019: €6,390 in all; highest July 2019 with €4,140, "
                                       "lowest January 2019 with €2,250. budget: €6,999 in all.");
  cvn_chart_view_set_chart (CVN_CHART_VIEW (view), NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  g_assert_finalize_object (view);
}

typedef struct
{
  CvnChartView *view;
  const char   *text;
} Expected;

static gboolean
has_text (gpointer data)
{
  Expected *expected = data;

  return g_strcmp0 (cvn_chart_view_get_point_text (expected->view), expected->text) == 0;
}

typedef struct
{
  const char *key;
  const char *text;
} Press;

static void
check_keys (GtkWidget   *view,
            const Press *presses,
            guint        n_presses)
{
  for (guint i = 0; i < n_presses; i++)
    {
      Expected expected = { CVN_CHART_VIEW (view), presses[i].text };

      cvn_ui_key (presses[i].key);
      if (!cvn_ui_wait (has_text, &expected, 5000))
        g_test_message ("after %s: %s", presses[i].key, cvn_chart_view_get_point_text (expected.view));
      g_assert_cmpstr (cvn_chart_view_get_point_text (expected.view), ==, presses[i].text);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, presses[i].text);
    }
}

static void
test_keys (void)
{
  static const Press presses[] = {
    { "Right", "July 2019: €4,140 (budget €2,333)" },
    { "Right", "August 2019: no figure (budget €2,333)" },
    { "Right", "August 2019: no figure (budget €2,333)" },
    { "Down", "August 2019, budget: €2,333" },
    { "Home", "January 2019, budget: €2,333" },
    { "Up", "January 2019: €2,250 (budget €2,333)" },
    { "End", "August 2019: no figure (budget €2,333)" },
    { "Left", "July 2019: €4,140 (budget €2,333)" },
  };
  g_autoptr (CvnChart) chart = make_fees ();
  GtkWidget *view = cvn_chart_view_new ();
  GtkWidget *window;

  cvn_chart_view_set_chart (CVN_CHART_VIEW (view), chart);
  window = show (view);
  gtk_widget_grab_focus (view);
  g_assert_cmpstr (cvn_chart_view_get_point_text (CVN_CHART_VIEW (view)), ==, "January 2019: €2,250 (budget €2,333)");
  check_keys (view, presses, G_N_ELEMENTS (presses));
  close_window (window, view);
}

static void
test_keys_of_rows (void)
{
  static const Press presses[] = {
    { "Down", "Signed: €178,000 (Target €225,000)" },
    { "End", "Paid: €112,500 (Target €225,000)" },
    { "Up", "Signed: €178,000 (Target €225,000)" },
    { "Home", "Pledged: €210,000 (Target €225,000)" },
  };
  g_autoptr (CvnChart) chart = make_ladder ();
  GtkWidget *view = cvn_chart_view_new ();
  GtkWidget *window;

  cvn_chart_view_set_chart (CVN_CHART_VIEW (view), chart);
  window = show (view);
  gtk_widget_grab_focus (view);
  check_keys (view, presses, G_N_ELEMENTS (presses));
  close_window (window, view);
}

static void
test_pointer (void)
{
  g_autoptr (CvnChart) chart = make_ladder ();
  GtkWidget *view = cvn_chart_view_new ();
  GtkWidget *window;
  Expected   expected = { CVN_CHART_VIEW (view), "Signed: €178,000 (Target €225,000)" };

  cvn_chart_view_set_chart (CVN_CHART_VIEW (view), chart);
  window = show (view);
  cvn_ui_click (view); /* the middle one of three rows */
  cvn_ui_assert_eventually (has_text, &expected);
  g_assert_true (gtk_widget_has_focus (view));
  close_window (window, view);
}

static void
assert_cell (GtkWidget  *grid,
             int         column,
             int         row,
             const char *text)
{
  GtkWidget *cell = gtk_grid_get_child_at (GTK_GRID (grid), column, row);

  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (cell)), ==, text);
}

static void
test_table (void)
{
  g_autoptr (CvnChart) chart = make_fees ();
  GtkWidget *table = g_object_ref_sink (cvn_chart_table_new (chart));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_ROLE_TABLE);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (gtk_grid_get_child_at (GTK_GRID (table), 1, 0)),
                                   GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (gtk_grid_get_child_at (GTK_GRID (table), 1, 2)), GTK_ACCESSIBLE_ROLE_CELL);
  assert_cell (table, 1, 0, "2019");
  assert_cell (table, 0, 2, "July 2019");
  assert_cell (table, 1, 2, "€4,140");
  assert_cell (table, 1, 3, "no figure");
  assert_cell (table, 0, 4, "Total");
  assert_cell (table, 1, 4, "€6,390");
  assert_cell (table, 2, 4, "€6,999");
  g_assert_finalize_object (table);
}

static void
test_table_of_ladder (void)
{
  g_autoptr (CvnChart) chart = make_ladder ();
  GtkWidget *table = g_object_ref_sink (cvn_chart_table_new (chart));

  g_assert_null (gtk_grid_get_child_at (GTK_GRID (table), 2, 0));
  assert_cell (table, 0, 1, "Pledged");
  assert_cell (table, 1, 3, "€112,500");
  assert_cell (table, 0, 4, "Target");
  assert_cell (table, 1, 4, "€225,000");
  g_assert_finalize_object (table);
}

static void
test_card (void)
{
  g_autoptr (CvnChart) chart = make_fees ();
  GtkWidget *card = cvn_chart_card_new ();
  GtkWidget *window = show (card);
  GtkWidget *view = find_child (card, CVN_TYPE_CHART_VIEW);

  g_object_set (card, "chart", chart, "caption", "Fees of six municipalities", NULL);
  cvn_ui_settle (window);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  g_assert_nonnull (cvn_ui_find_text (card, CVN_TYPE_TEXT, "Fee revenue per month, 2019"));
  g_assert_nonnull (cvn_ui_find_text (card, CVN_TYPE_TEXT, "Fees of six municipalities"));
  g_assert_null (find_child (card, GTK_TYPE_GRID));
  gtk_widget_grab_focus (view);
  g_assert_nonnull (cvn_ui_find_text (card, CVN_TYPE_TEXT, "January 2019: €2,250 (budget €2,333)"));

  g_assert_true (gtk_widget_activate_action (card, "chart.show-table", NULL));
  cvn_ui_settle (window);
  g_assert_false (gtk_widget_get_mapped (view));
  g_assert_nonnull (cvn_ui_find_text (card, GTK_TYPE_LABEL, "€4,140"));
  cvn_chart_card_set_show_table (CVN_CHART_CARD (card), FALSE);
  cvn_ui_settle (window);
  g_assert_true (gtk_widget_get_mapped (view));
  g_assert_false (gtk_widget_get_mapped (find_child (card, GTK_TYPE_GRID)));
  close_window (window, card);
}

static void
test_card_without_chart (void)
{
  GtkWidget *card = g_object_ref_sink (cvn_chart_card_new ());

  cvn_chart_card_set_show_table (CVN_CHART_CARD (card), TRUE);
  g_assert_null (cvn_chart_card_get_chart (CVN_CHART_CARD (card)));
  g_assert_null (find_child (card, GTK_TYPE_GRID));
  g_assert_finalize_object (card);
}

static void
test_copy (void)
{
  g_autoptr (CvnChart) chart = make_fees ();
  GtkWidget *card = cvn_chart_card_new ();
  GtkWidget *window = show (card);

  cvn_chart_card_set_chart (CVN_CHART_CARD (card), chart);
  gtk_widget_activate_action (card, "chart.copy", NULL);
  g_assert_true (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (gtk_widget_get_clipboard (card)), GDK_TYPE_TEXTURE));
  g_assert_nonnull (cvn_ui_find_text (card, CVN_TYPE_TEXT, "The picture is on the clipboard."));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (card), NULL);
  close_window (window, card);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static GAsyncResult *
write_picture (GFile           *file,
               CvnPictureFormat format)
{
  g_autoptr (CvnChart) chart = make_fees ();
  g_autoptr (GtkWidget) view = g_object_ref_sink (cvn_chart_view_new ());
  GAsyncResult *result = NULL;

  cvn_chart_picture_write_async (view, chart, format, file, NULL, kept_cb, &result);
  cvn_ui_assert_eventually (is_set, &result);
  return result;
}

static void
test_write (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("cvn-chart-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "fees.svg", NULL);
  g_autofree char *name = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GFile) file = NULL;

  g_assert_no_error (error);
  file = g_file_new_for_path (path);
  result = write_picture (file, CVN_PICTURE_SVG);
  g_assert_true (cvn_chart_picture_save_finish (result, &name, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "fees.svg");
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "<svg"));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
check_write_fails (GFile      *file,
                   const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GAsyncResult) result = write_picture (file, CVN_PICTURE_PNG);

  g_assert_false (cvn_chart_picture_save_finish (result, &name, &error));
  g_assert_nonnull (error);
  g_assert_null (name);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_write_fails (void)
{
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/at/all.png");
  g_autoptr (GFile) remote = g_file_new_for_uri ("https://127.0.0.1/all.png");

  check_write_fails (missing, "/nowhere/at/all.png");
  check_write_fails (remote, "only be saved on this computer");
}

/* Pictures to look at, when UI_SHOTS names a folder; that dark style is followed is checked in any case. */
static void
test_dark (void)
{
  g_autoptr (CvnChart) chart = make_fees ();
  GtkWidget       *card = cvn_chart_card_new ();
  GtkWidget       *window;
  g_autofree char *light = NULL;
  g_autofree char *dark = NULL;
  g_autofree char *folder = g_dir_make_tmp ("cvn-chart-XXXXXX", NULL);
  const char      *kept = g_getenv ("UI_SHOTS");
  g_autofree char *first = g_build_filename (kept != NULL ? kept : folder, "chart-light.png", NULL);
  g_autofree char *second = g_build_filename (kept != NULL ? kept : folder, "chart-dark.png", NULL);
  gsize            light_size;
  gsize            dark_size;

  cvn_chart_card_set_chart (CVN_CHART_CARD (card), chart);
  window = show (card);
  g_assert_true (cvn_ui_screenshot (window, first));
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_true (cvn_ui_screenshot (window, second));
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_assert_true (g_file_get_contents (first, &light, &light_size, NULL));
  g_assert_true (g_file_get_contents (second, &dark, &dark_size, NULL));
  g_assert_false (light_size == dark_size && memcmp (light, dark, light_size) == 0);
  if (kept == NULL)
    {
      g_unlink (first);
      g_unlink (second);
    }
  g_rmdir (folder);
  close_window (window, card);
}

int
main (int argc, char **argv)
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/chart/accessible", test_accessible);
  g_test_add_func ("/ui/chart/keys", test_keys);
  g_test_add_func ("/ui/chart/keys-of-rows", test_keys_of_rows);
  g_test_add_func ("/ui/chart/pointer", test_pointer);
  g_test_add_func ("/ui/chart/table", test_table);
  g_test_add_func ("/ui/chart/table-of-ladder", test_table_of_ladder);
  g_test_add_func ("/ui/chart/card", test_card);
  g_test_add_func ("/ui/chart/card-without-chart", test_card_without_chart);
  g_test_add_func ("/ui/chart/copy", test_copy);
  g_test_add_func ("/ui/chart/write", test_write);
  g_test_add_func ("/ui/chart/write-fails", test_write_fails);
  g_test_add_func ("/ui/chart/dark", test_dark);
  return cvn_watchdog_run_tests ();
}
