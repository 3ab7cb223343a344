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
  g_assert_nonnull (find_type (GTK_WIDGET (months), GTK_TYPE_MENU_BUTTON)); /* the amounts open their rows */
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

  int minimum;

  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (f->page), tabs[i]);
      cvn_ui_settle (f->sample.window);
      gtk_widget_measure (GTK_WIDGET (f->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_test_message ("%s: %d", tabs[i], minimum);
      g_assert_cmpint (minimum, <=, 360);
    }
  activate_row (find (f, CVN_TYPE_GRID_LIST), 0);
  cvn_ui_settle (f->sample.window);
  gtk_widget_measure (GTK_WIDGET (f->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_test_message ("line: %d", minimum);
  g_assert_cmpint (minimum, <=, 360);
}

static gboolean
has_no_cash (gpointer page)
{
  return cvn_ui_find_text (page, GTK_TYPE_LABEL, "Nothing comes in or goes out in this year yet.") != NULL;
}

/* In a year in which nothing happens no month has less cash than the others. */
static void
test_no_cash (Fixture      *f,
              gconstpointer data)
{
  cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (f->page), "cash");
  cvn_centre_set_year (f->sample.centre, 2040);
  cvn_ui_assert_eventually (has_no_cash, f->page);
  g_assert_nonnull (cvn_ui_find_text (GTK_WIDGET (f->page), GTK_TYPE_LABEL, "January 2040"));
  g_assert_null (cvn_ui_find_text (GTK_WIDGET (f->page), GTK_TYPE_LABEL, "least of all months"));
}

typedef struct
{
  CvnBudgetMonths *months;
  const char      *text;
} Said;

static gboolean
is_said (gpointer data)
{
  Said *said = data;

  return strcmp (cvn_budget_months_get_message (said->months), said->text) == 0;
}

/* Months as last year, of which only the year as a whole is known: a sentence, and what stood there stays; by hand it goes on. */
static void
test_no_pattern (Fixture      *f,
                 gconstpointer data)
{
  Said         said = { NULL, "Nothing is known of this line by month in the year before: divide it into equal months or by hand." };
  GtkDropDown *split;

  activate_row (find (f, CVN_TYPE_GRID_LIST), 8);
  said.months = CVN_BUDGET_MONTHS (find (f, CVN_TYPE_BUDGET_MONTHS));
  split = GTK_DROP_DOWN (find_type (GTK_WIDGET (said.months), GTK_TYPE_DROP_DOWN));
  gtk_drop_down_set_selected (split, 1);
  cvn_ui_assert_eventually (is_said, &said);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (cvn_budget_months_get_entry (said.months, 0))), ==, "27,000.00");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (cvn_budget_months_get_entry (said.months, 7))), ==, "2,250.00");
  gtk_drop_down_set_selected (split, 0);
  said.text = "The months add up to the year.";
  cvn_ui_assert_eventually (is_said, &said);
}

static char *
add_made (Fixture    *f,
          const char *kind,
          const char *const (*fields)[2])
{
  g_autoptr (CvnRecord) record = cvn_record_new (cvn_kind_find (kind));
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_ADD, cvn_kind_find (kind), NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; fields[i][0] != NULL; i++)
    {
      const CvnKind *description = cvn_record_get_kind (record);

      if (cvn_field_is_integer (&description->fields[cvn_kind_find_field (description, fields[i][0])]))
        cvn_record_set_integer (record, fields[i][0], g_ascii_strtoll (fields[i][1], NULL, 10));
      else
        cvn_record_set_text (record, fields[i][0], fields[i][1]);
    }
  cvn_change_set_add (changes, record);
  cvn_store_apply (cvn_centre_get_store (f->sample.centre), changes, &error);
  g_assert_no_error (error);
  return g_strdup (cvn_record_get_id (record));
}

static gboolean
says_no_history (gpointer page)
{
  return has_label (page, "As planned: last year is not known");
}

/* A line that goes by last year, without a last year: the plan, and it is said so. */
static void
test_no_history (Fixture      *f,
                 gconstpointer data)
{
  static const char *const line[][2] = { { "year", "2020" }, { "line", "K90" }, { "kind", "cost" }, { "description_en", "New" }, { "budget", "120000" }, { "forecast_method", "season" }, { NULL } };
  g_autofree char         *unused = add_made (f, "budget_line", line);

  cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (f->page), "forecast");
  cvn_ui_assert_eventually (says_no_history, f->page);
}

static GtkWidget *
find_mapped_label (GtkWidget  *root,
                   const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) && strcmp (gtk_label_get_text (GTK_LABEL (root)), text) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_mapped_label (child, text);
  return found;
}

#define MISFIT "This line is not in the budget of the year: choose another line, or remove the change."

static gboolean
has_misfit (gpointer page)
{
  return find_mapped_label (page, MISFIT) != NULL && find_mapped_label (page, "Remove What Cannot Be Done") != NULL;
}

static gboolean
has_no_misfit (gpointer page)
{
  return find_mapped_label (page, MISFIT) == NULL && find_mapped_label (page, "Remove What Cannot Be Done") == NULL;
}

static gboolean
has_one_scenario (gpointer view)
{
  CvnScenarioBoard *board = cvn_scenarios_view_get_board (view);

  return board != NULL && cvn_scenario_board_is_loaded (board) && cvn_scenario_board_get_n (board) == 1;
}

/* A change of a line that the budget of the year does not have any more: a sentence and an offer; the other change stays. */
static void
test_misfit (Fixture      *f,
             gconstpointer data)
{
  static const char *const scenario[][2] = { { "year", "2020" }, { "name_en", "Lost" }, { NULL } };
  static const char *const line[][2] = { { "year", "2031" }, { "line", "K90" }, { "kind", "cost" }, { "description_en", "Elsewhere" }, { "budget", "1" }, { NULL } };
  g_autofree char         *id = add_made (f, "scenario", scenario);
  g_autofree char         *line_id = add_made (f, "budget_line", line);
  const char *const        lost[][2] = { { "scenario", id }, { "change", "amount" }, { "budget_line", line_id }, { "amount", "5" }, { NULL } };
  const char *const        good[][2] = { { "scenario", id }, { "change", "fee" }, { "amount", "5000" }, { NULL } };
  g_autofree char         *lost_id = add_made (f, "scenario_change", lost);
  g_autofree char         *good_id = add_made (f, "scenario_change", good);
  CvnScenariosView        *view = show_scenarios (f);

  cvn_ui_assert_eventually (has_one_scenario, view);
  cvn_scenarios_view_show_scenario (view, id);
  cvn_ui_assert_eventually (has_misfit, f->page);
  g_signal_emit_by_name (gtk_widget_get_ancestor (find_mapped_label (GTK_WIDGET (f->page), "Remove What Cannot Be Done"), GTK_TYPE_BUTTON), "clicked");
  cvn_ui_assert_eventually (has_no_misfit, f->page);
  g_assert_nonnull (find_mapped_label (GTK_WIDGET (f->page), "Other fee"));
}

/* What a person could change here: typed in, turned, or one of the buttons that begin a change. */
static const char *
find_change (GtkWidget *root)
{
  static const char *const buttons[] = { "Amend", "Next Year", "Add Entry", "Save", "Divide the Difference", "Delete", "Make It an Amendment", "Add", NULL };
  const char              *found = NULL;

  if (!gtk_widget_get_mapped (root) || !gtk_widget_is_sensitive (root))
    return NULL;
  if (GTK_IS_SPIN_BUTTON (root) || GTK_IS_ENTRY (root) || ADW_IS_ENTRY_ROW (root))
    return G_OBJECT_TYPE_NAME (root);
  if (GTK_IS_LABEL (root) && g_strv_contains (buttons, gtk_label_get_text (GTK_LABEL (root))) && gtk_widget_get_ancestor (root, GTK_TYPE_BUTTON) != NULL)
    return gtk_label_get_text (GTK_LABEL (root));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_change (child);
  return found;
}

static void
show_part (Fixture    *f,
           const char *part)
{
  cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (f->page), part);
  cvn_ui_settle (f->sample.window);
}

static gboolean
offers_change (gpointer page)
{
  return find_change (page) != NULL;
}

static gboolean
offers_no_change (gpointer page)
{
  return find_change (page) == NULL;
}

/* Who only looks is offered nothing that would be refused, also when that is found out while the page is shown; and has it all back. */
static void
test_looks_only (Fixture      *f,
                 gconstpointer data)
{
  static const char *const parts[] = { "budget", "forecast", "scenarios" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_test_message ("%s", parts[i]);
      show_part (f, parts[i]);
      cvn_ui_assert_eventually (offers_change, f->page);
      cvn_centre_set_looking (f->sample.centre, TRUE);
      cvn_ui_assert_eventually (offers_no_change, f->page);
      cvn_centre_set_looking (f->sample.centre, FALSE);
      cvn_ui_assert_eventually (offers_change, f->page);
    }
  show_part (f, "budget");
  activate_row (find (f, CVN_TYPE_GRID_LIST), 8);
  cvn_ui_assert_eventually (offers_change, f->page);
  cvn_centre_set_looking (f->sample.centre, TRUE);
  cvn_ui_assert_eventually (offers_no_change, f->page);
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
  ADD ("no-cash", test_no_cash);
  ADD ("no-pattern", test_no_pattern);
  ADD ("no-history", test_no_history);
  ADD ("misfit", test_misfit);
  ADD ("looks-only", test_looks_only);
  return cvn_watchdog_run_tests ();
}
