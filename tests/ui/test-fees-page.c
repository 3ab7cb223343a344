/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-fees-page"

#include "cvn-chart-card.h"
#include "cvn-count-cell.h"
#include "cvn-fee-tariffs.h"
#include "cvn-fees-page.h"
#include "cvn-store.h"
#include "register-support.h"
#include "watchdog.h"

#include <string.h>

/* The fees page over the sample centre, in a window: the grid by keyboard, its sums, the charts and the fees. */

typedef struct
{
  CvnRegisterFixture sample;
  CvnPage           *page;
} Fixture;

static gboolean
is_ready (gpointer page)
{
  return cvn_page_is_ready (page);
}

/* With @data in an empty centre. */
static void
set_up (Fixture      *f,
        gconstpointer data)
{
  if (data != NULL)
    cvn_register_fixture_open_empty (&f->sample);
  else
    cvn_register_fixture_open (&f->sample);
  f->page = g_object_new (CVN_TYPE_FEES_PAGE, "centre", f->sample.centre, "area", CVN_AREA_FEES, NULL);
  cvn_register_fixture_show (&f->sample, GTK_WIDGET (f->page), 1000, 720);
  cvn_page_activate (f->page);
  cvn_ui_assert_eventually (is_ready, f->page);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gpointer weak = f->page;

  g_object_add_weak_pointer (G_OBJECT (f->page), &weak);
  cvn_register_fixture_close (&f->sample);
  g_assert_null (weak);
}

static CvnFeeGridView *
get_grid (Fixture *f)
{
  return cvn_fee_sheet_pane_get_grid (cvn_fees_page_get_pane (CVN_FEES_PAGE (f->page)));
}

static const char *
get_message (Fixture *f)
{
  return cvn_fee_sheet_pane_get_message (cvn_fees_page_get_pane (CVN_FEES_PAGE (f->page)));
}

static const char *
get_total (Fixture *f)
{
  return gtk_label_get_text (GTK_LABEL (cvn_fee_grid_view_get_sum (get_grid (f), CVN_FEE_ALL, CVN_FEE_ALL)));
}

typedef struct
{
  Fixture    *f;
  const char *total;
} Expected;

static gboolean
has_total (gpointer data)
{
  Expected *expected = data;

  return g_str_equal (get_total (expected->f), expected->total);
}

static void
wait_total (Fixture    *f,
            const char *total)
{
  Expected expected = { f, total };

  if (!cvn_ui_wait (has_total, &expected, 5000))
    g_assert_cmpstr (get_total (f), ==, total);
}

static GtkDropDown *
find_choice (GtkWidget *root,
             guint     *place)
{
  if (GTK_IS_DROP_DOWN (root))
    {
      if (*place == 0)
        return GTK_DROP_DOWN (root);
      (*place)--;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkDropDown *found = find_choice (child, place);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* 0: what is shown, 1: which group. */
static void
choose (Fixture *f,
        guint    which,
        guint    selected)
{
  gtk_drop_down_set_selected (find_choice (GTK_WIDGET (cvn_fees_page_get_pane (CVN_FEES_PAGE (f->page))), &which), selected);
}

static void
test_sums (Fixture      *f,
           gconstpointer data)
{
  static const struct
  {
    int         year;
    const char *count;
    const char *revenue;
  } expected[] = { { 2018, "624", "€5,940" }, { 2019, "792", "€31,815" }, { 2020, "560", "€25,350" } };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      cvn_centre_set_year (f->sample.centre, expected[i].year);
      wait_total (f, expected[i].count);
      choose (f, 0, 2);
      wait_total (f, expected[i].revenue);
      choose (f, 0, 0);
    }
}

static void
test_edits (Fixture      *f,
            gconstpointer data)
{
  GtkWidget *cell;

  cvn_centre_set_year (f->sample.centre, 2021);
  wait_total (f, "0");
  choose (f, 1, 2);
  cell = cvn_fee_grid_view_get_cell (get_grid (f), 0, 2);
  cvn_ui_settle (f->sample.window);
  cvn_ui_click (cell);
  cvn_ui_type ("x");
  cvn_ui_key ("Return");
  cvn_ui_settle (f->sample.window);
  /* It is refused with a sentence, and what was typed is still there. */
  g_assert_cmpstr (get_message (f), ==, "Expected a number, such as 12.");
  g_assert_cmpstr (cvn_count_cell_get_typed (CVN_COUNT_CELL (cell)), ==, "x");
  gtk_test_accessible_assert_state (cell, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  cvn_ui_key ("Escape");
  cvn_ui_settle (f->sample.window);
  g_assert_false (cvn_count_cell_is_editing (CVN_COUNT_CELL (cell)));
  cvn_ui_type ("14");
  cvn_ui_key ("Tab");
  wait_total (f, "14");
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "Leiden, March 2021, Researcher: 14");
  /* The focus moved on to April. */
  cvn_ui_type ("6");
  cvn_ui_key ("Return");
  wait_total (f, "20");
  cvn_centre_undo_async (f->sample.centre, NULL, NULL, NULL);
  wait_total (f, "14");
  cvn_ui_key ("Up");
  cvn_ui_key ("Left");
  cvn_ui_key ("Delete");
  wait_total (f, "0");
}

static void
test_pastes (Fixture      *f,
             gconstpointer data)
{
  g_autoptr (GString) block = g_string_new (NULL);

  for (guint i = 0; i < 72; i++)
    g_string_append_printf (block, "%u%s", i + 1, i % 12 == 11 ? "\n" : "\t");
  cvn_centre_set_year (f->sample.centre, 2021);
  wait_total (f, "0");
  cvn_fee_grid_view_paste (get_grid (f), block->str);
  g_assert_true (g_str_has_prefix (get_message (f), "Choose one group"));
  choose (f, 1, 2);
  cvn_ui_settle (f->sample.window);
  cvn_ui_click (cvn_fee_grid_view_get_cell (get_grid (f), 0, 1));
  cvn_ui_settle (f->sample.window);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (f->sample.window), block->str);
  cvn_fee_grid_view_paste (get_grid (f), block->str);
  g_assert_true (g_str_has_prefix (get_message (f), "The block has 6 rows and 12 columns"));
  cvn_ui_click (cvn_fee_grid_view_get_cell (get_grid (f), 0, 0));
  cvn_ui_key ("ctrl+v");
  wait_total (f, "2628");
  g_assert_cmpstr (get_message (f), ==, "72 cells pasted.");
  cvn_centre_undo_async (f->sample.centre, NULL, NULL, NULL);
  wait_total (f, "0");
}

static GtkWidget *
nth (GtkWidget *root,
     GType      type,
     guint     *place)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (*place)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = nth (child, type, place);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static CvnChart *
get_chart (Fixture *f,
           guint    place)
{
  return cvn_chart_card_get_chart (CVN_CHART_CARD (nth (GTK_WIDGET (f->page), CVN_TYPE_CHART_CARD, &place)));
}

static void
test_estimates (Fixture      *f,
                gconstpointer data)
{
  CvnChart *chart;
  gint64    sum = 0;
  guint     estimate = 1;

  cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (f->page), "revenue");
  cvn_centre_set_year (f->sample.centre, 2020);
  wait_total (f, "560");
  chart = get_chart (f, 0);
  for (guint i = 0; i < cvn_chart_get_n_series (chart); i++)
    g_assert_cmpint (cvn_chart_get_series_role (chart, i), !=, CVN_SERIES_ESTIMATE);
  cvn_centre_set_year (f->sample.centre, 2021);
  wait_total (f, "0");
  chart = get_chart (f, 0);
  g_assert_cmpint (cvn_chart_get_series_role (chart, estimate), ==, CVN_SERIES_ESTIMATE);
  for (guint month = 0; month < 12; month++)
    sum += cvn_chart_get_value (chart, estimate, month);
  /* The average of three years: (5,940 + 31,815 + 25,350) / 3. */
  g_assert_cmpint (sum, ==, 2103500);
  g_assert_cmpuint (cvn_chart_get_n_categories (get_chart (f, 1)), ==, 6);
}

static gboolean
is_registers_ready (gpointer page)
{
  gboolean can_add;

  g_object_get (page, "can-add", &can_add, NULL);
  return can_add;
}

static void
test_tariffs (Fixture      *f,
              gconstpointer data)
{
  guint place = 0;

  cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (f->page), "tariffs");
  cvn_ui_settle (f->sample.window);
  g_assert_cmpuint (cvn_ui_count (nth (GTK_WIDGET (f->page), CVN_TYPE_FEE_TARIFFS, &place), ADW_TYPE_ACTION_ROW), ==, 4);
  cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (f->page), "registers");
  cvn_ui_assert_eventually (is_registers_ready, f->page);
}

static gboolean
tells_of_no_municipality (gpointer fixture)
{
  return g_str_equal (get_message (fixture), "There are no municipalities yet. Add them as partners: each is a row here.");
}

/* Where there is nothing to fill in, the grid says what comes first. */
static void
test_empty (Fixture      *f,
            gconstpointer data)
{
  cvn_ui_assert_eventually (tells_of_no_municipality, f);
}

int
main (int    argc,
      char **argv)
{
  cvn_ui_init (&argc, &argv);
  g_test_add ("/ui/fees-page/sums", Fixture, NULL, set_up, test_sums, tear_down);
  g_test_add ("/ui/fees-page/edits", Fixture, NULL, set_up, test_edits, tear_down);
  g_test_add ("/ui/fees-page/pastes", Fixture, NULL, set_up, test_pastes, tear_down);
  g_test_add ("/ui/fees-page/estimates", Fixture, NULL, set_up, test_estimates, tear_down);
  g_test_add ("/ui/fees-page/tariffs", Fixture, NULL, set_up, test_tariffs, tear_down);
  g_test_add ("/ui/fees-page/empty", Fixture, "empty", set_up, test_empty, tear_down);
  return cvn_watchdog_run_tests ();
}
