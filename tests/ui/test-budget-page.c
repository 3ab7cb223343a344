/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-budget-page"

#include "cvn-budget-entries.h"
#include "cvn-budget-months.h"
#include "cvn-budget-page.h"
#include "cvn-budget-view.h"
#include "cvn-grid-list.h"
#include "cvn-leaving-pane.h"
#include "cvn-scenarios-view.h"
#include "cvn-store.h"
#include "register-support.h"
#include "watchdog.h"

#include <string.h>

/* The budget page over the sample centre, in a window: lines, months while they are typed, the warning, and a party that leaves. */

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

static gboolean
is_2020 (gpointer centre)
{
  return cvn_centre_get_year (centre) == 2020 && strcmp (cvn_centre_get_today (centre), "2020-12-31") == 0;
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  cvn_register_fixture_open (&f->sample);
  cvn_ui_assert_eventually (is_2020, f->sample.centre);
  f->page = g_object_new (CVN_TYPE_BUDGET_PAGE, "centre", f->sample.centre, "area", CVN_AREA_BUDGET, NULL);
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

static GtkWidget *
find_type (GtkWidget *root,
           GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find (Fixture *f,
      GType    type)
{
  GtkWidget *found = find_type (GTK_WIDGET (f->page), type);

  g_assert_nonnull (found);
  return found;
}

static gboolean
has_label (GtkWidget  *root,
           const char *text)
{
  if (GTK_IS_LABEL (root) && strcmp (gtk_label_get_text (GTK_LABEL (root)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;
  return FALSE;
}

/* Opens a row of the list within @root as Enter does. */
static void
activate_row (GtkWidget *root,
              int        place)
{
  GtkListBox *list = GTK_LIST_BOX (find_type (root, GTK_TYPE_LIST_BOX));

  g_assert_true (gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (list, place))));
}

/* The sum of the year is the last row, and a long list is filled from the top. */
static gboolean
has_sum (gpointer list)
{
  return has_label (list, "€242");
}

static void
test_lines (Fixture      *f,
            gconstpointer data)
{
  GtkWidget *list = find (f, CVN_TYPE_GRID_LIST);

  cvn_ui_assert_eventually (has_sum, list);
  g_assert_true (has_label (list, "B01 · Municipal contributions"));
  g_assert_true (has_label (list, "€268,420"));
  g_assert_true (has_label (list, "€3,948 above the budget"));
}

/* K01 has no room and refuses; K05 warns; both before anything is written. */
static void
test_warns_while_typing (Fixture      *f,
                         gconstpointer data)
{
  CvnBudgetEntries *entries;

  activate_row (find (f, CVN_TYPE_GRID_LIST), 7); /* six lines of income, their sum, K01 */
  g_assert_true (cvn_budget_view_shows_line (CVN_BUDGET_VIEW (find (f, CVN_TYPE_BUDGET_VIEW))));
  entries = CVN_BUDGET_ENTRIES (find (f, CVN_TYPE_BUDGET_ENTRIES));
  g_assert_cmpstr (cvn_budget_entries_get_message (entries), ==, "");
  gtk_editable_set_text (GTK_EDITABLE (cvn_budget_entries_get_amount (entries)), "10");
  g_assert_nonnull (strstr (cvn_budget_entries_get_message (entries), "€3,958"));
  g_assert_nonnull (strstr (cvn_budget_entries_get_message (entries), "amend"));
  cvn_page_go_back (f->page);
  g_assert_false (cvn_budget_view_shows_line (CVN_BUDGET_VIEW (find (f, CVN_TYPE_BUDGET_VIEW))));
  activate_row (find (f, CVN_TYPE_GRID_LIST), 8); /* K02 has room for 749 euros */
  gtk_editable_set_text (GTK_EDITABLE (cvn_budget_entries_get_amount (entries)), "749");
  g_assert_cmpstr (cvn_budget_entries_get_message (entries), ==, "");
  gtk_editable_set_text (GTK_EDITABLE (cvn_budget_entries_get_amount (entries)), "750");
  g_assert_nonnull (strstr (cvn_budget_entries_get_message (entries), "€1 more"));
  gtk_editable_set_text (GTK_EDITABLE (cvn_budget_entries_get_amount (entries)), "lots");
  g_assert_cmpstr (cvn_budget_entries_get_message (entries), !=, "");
}

static gboolean
can_undo (gpointer centre)
{
  gboolean can = FALSE;

  g_object_get (centre, "can-undo", &can, NULL);
  return can;
}

static char *
dup_undo_label (Fixture *f)
{
  char *label = NULL;

  g_object_get (f->sample.centre, "undo-label", &label, NULL);
  return label;
}

typedef struct
{
  Fixture    *f;
  const char *before;
} Step;

static gboolean
has_stepped (gpointer data)
{
  Step            *step = data;
  g_autofree char *label = dup_undo_label (step->f);

  return g_strcmp0 (label, step->before) != 0;
}

/* What is in no month is said at once; the offer places it; saving is one step. */
static void
test_months (Fixture      *f,
             gconstpointer data)
{
  CvnBudgetMonths *months;
  g_autofree char *before = dup_undo_label (f);
  Step             step = { f, before };

  g_assert_true (can_undo (f->sample.centre));
  activate_row (find (f, CVN_TYPE_GRID_LIST), 8);
  months = CVN_BUDGET_MONTHS (find (f, CVN_TYPE_BUDGET_MONTHS));
  g_assert_cmpstr (cvn_budget_months_get_message (months), ==, "The months add up to the year.");
  gtk_editable_set_text (GTK_EDITABLE (cvn_budget_months_get_entry (months, 3)), "2,249.99");
  g_assert_cmpstr (cvn_budget_months_get_message (months), ==, "€0.01 of the year is in no month.");
  cvn_budget_months_save (months);
  cvn_budget_months_place (months);
  g_assert_cmpstr (cvn_budget_months_get_message (months), ==, "The months add up to the year.");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (cvn_budget_months_get_entry (months, 1))), ==, "2,250.01");
  gtk_editable_set_text (GTK_EDITABLE (cvn_budget_months_get_entry (months, 1)), "x");
  g_assert_cmpstr (cvn_budget_months_get_message (months), !=, "The months add up to the year.");
  gtk_editable_set_text (GTK_EDITABLE (cvn_budget_months_get_entry (months, 1)), "2,250.01");
  cvn_budget_months_save (months);
  cvn_ui_assert_eventually (has_stepped, &step);
}

static gboolean
has_board (gpointer view)
{
  CvnScenarioBoard *board = cvn_scenarios_view_get_board (view);

  return board != NULL && cvn_scenario_board_is_loaded (board);
}

static CvnScenariosView *
show_scenarios (Fixture *f)
{
  cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (f->page), "scenarios");
  return CVN_SCENARIOS_VIEW (find (f, CVN_TYPE_SCENARIOS_VIEW));
}

/* One click shows what is lost; the back button leads back. */
static void
test_party_leaves (Fixture      *f,
                   gconstpointer data)
{
  CvnScenariosView *view = show_scenarios (f);
  const char       *leiden;

  cvn_ui_assert_eventually (has_board, view);
  leiden = cvn_scenario_board_get_base (cvn_scenarios_view_get_board (view))->base.parties[0].party.id;
  cvn_scenarios_view_show_party (view, leiden);
  g_assert_nonnull (strstr (cvn_leaving_pane_get_sentence (CVN_LEAVING_PANE (find (f, CVN_TYPE_LEAVING_PANE))), "€56,383.10"));
  g_assert_true (cvn_scenarios_view_shows_detail (view));
  cvn_page_go_back (f->page);
  g_assert_false (cvn_scenarios_view_shows_detail (view));
}

/* Every tab fits a narrow window, and shows itself when it is first opened. */
static guint
count_labels (GtkWidget  *root,
              const char *text)
{
  guint n = GTK_IS_LABEL (root) && strcmp (gtk_label_get_text (GTK_LABEL (root)), text) == 0 ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_labels (child, text);
  return n;
}

static gboolean
has_four (gpointer view)
{
  CvnScenarioBoard *board = cvn_scenarios_view_get_board (view);

  return board != NULL && cvn_scenario_board_get_n (board) == 4;
}

/* Each scenario stands in the list, the last one first, and up to three stand beside the budget. */
static void
test_compares_chosen (Fixture      *f,
                      gconstpointer data)
{
  static const char *const names[] = { "S1", "S2", "S3", "S4" };
  CvnScenariosView        *view = show_scenarios (f);
  const char              *ids[3] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (CvnRecord) record = cvn_record_new (cvn_kind_find ("scenario"));
      g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_ADD, cvn_kind_find ("scenario"), names[i]);
      g_autoptr (GError) error = NULL;

      cvn_record_set_integer (record, "year", 2020);
      cvn_record_set_text (record, "name_en", names[i]);
      cvn_change_set_add (changes, record);
      cvn_store_apply (cvn_centre_get_store (f->sample.centre), changes, &error);
      g_assert_no_error (error);
    }
  cvn_ui_assert_eventually (has_four, view);
  cvn_ui_settle (f->sample.window);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpuint (count_labels (GTK_WIDGET (view), names[i]), ==, i > 0 ? 2 : 1);
  ids[0] = cvn_record_get_id (cvn_scenario_board_get (cvn_scenarios_view_get_board (view), 3)->record);
  ids[1] = cvn_record_get_id (cvn_scenario_board_get (cvn_scenarios_view_get_board (view), 1)->record);
  cvn_scenarios_view_compare (view, ids);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpuint (count_labels (GTK_WIDGET (view), names[i]), ==, i % 2 == 0 ? 2 : 1);
}

static void
test_tabs (Fixture      *f,
           gconstpointer data)
{
  static const char *const tabs[] = { "forecast", "cash", "years", "scenarios", "budget" };

  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      int minimum;

      cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (f->page), tabs[i]);
      cvn_ui_settle (f->sample.window);
      gtk_widget_measure (GTK_WIDGET (f->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_test_message ("%s: %d", tabs[i], minimum);
      g_assert_cmpint (minimum, <=, 360);
    }
}

#define ADD(name, func) g_test_add ("/ui/budget-page/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  cvn_ui_init (&argc, &argv);
  ADD ("lines", test_lines);
  ADD ("warns-while-typing", test_warns_while_typing);
  ADD ("months", test_months);
  ADD ("party-leaves", test_party_leaves);
  ADD ("compares-chosen", test_compares_chosen);
  ADD ("tabs", test_tabs);
  return cvn_watchdog_run_tests ();
}
