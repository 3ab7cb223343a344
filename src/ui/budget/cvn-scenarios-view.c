/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-scenarios-view"

#include "cvn-scenarios-view.h"

#include "cvn-budget-parts.h"
#include "cvn-grid-list.h"
#include "cvn-leaving-pane.h"
#include "cvn-operation-dialog.h"
#include "cvn-record.h"
#include "cvn-scenario-pane.h"

#include <glib/gi18n-lib.h>

/* More columns than these nobody can compare. */
#define MAX_COMPARED 3

struct _CvnScenariosView
{
  AdwBin parent_instance;

  CvnCentre        *centre;
  CvnScenarioBoard *board; /* NULL before it is looked at */
  GtkStack         *stack;
  CvnGridList      *list;
  CvnGridList      *parties;
  GtkWidget        *name;
  GtkWidget        *compare; /* hidden without scenarios */
  GtkWidget        *names;
  GtkWidget        *grid;
  GtkWidget        *scenario;
  GtkWidget        *leaving;
};

static guint shown_signal;

G_DEFINE_FINAL_TYPE (CvnScenariosView, cvn_scenarios_view, ADW_TYPE_BIN)

static const CvnGridColumn scenario_columns[] = {
  { N_("Scenario"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  { N_("Result"), 120, 1.0f, CVN_NARROW_VALUE },
  { N_("Difference"), 120, 1.0f, CVN_NARROW_HIDE },
};

static const CvnGridColumn party_columns[] = {
  { N_("Party"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  { N_("Pays"), 120, 1.0f, CVN_NARROW_HIDE },
  { N_("Result without it"), 150, 1.0f, CVN_NARROW_VALUE },
};

static char *
describe_item (const CvnScenarioItem *item)
{
  if (item->problem != NULL)
    return g_strdup (item->problem);
  if (cvn_record_has (item->record, "promoted"))
    return g_strdup (_("Became an amendment of the budget"));
  return g_strdup_printf (ngettext ("%u change", "%u changes", item->changes->len), item->changes->len);
}

static void
add_scenario (CvnScenariosView      *self,
              const CvnScenarioItem *item,
              gint64                 base)
{
  gint64           result = item->income - item->cost;
  g_autofree char *detail = describe_item (item);
  g_autofree char *amount = cvn_budget_money (result);
  g_autofree char *difference = cvn_budget_signed_money (result - base);
  g_autofree char *sentence = g_strdup_printf (_("%1$s: result %2$s, %3$s compared with the budget"), cvn_scenario_item_get_name (item), amount, difference);
  GtkWidget       *cells[] = { cvn_grid_cell_new (cvn_scenario_item_get_name (item), 0.0f, detail), cvn_grid_cell_new (amount, 1.0f, NULL),
                               cvn_grid_cell_new (difference, 1.0f, NULL) };

  cvn_grid_list_add (self->list, cvn_record_get_id (item->record), sentence, cells);
}

static void
fill_scenarios (CvnScenariosView *self)
{
  guint  n = cvn_scenario_board_get_n (self->board);
  gint64 income;
  gint64 cost;

  cvn_scenario_board_sum_base (self->board, &income, &cost);
  cvn_grid_list_begin (self->list, n);
  for (guint i = 0; i < n && !cvn_grid_list_is_full (self->list); i++)
    add_scenario (self, cvn_scenario_board_get (self->board, i), income - cost);
  cvn_grid_list_end (self->list);
}

static void
compare_row (CvnScenariosView *self,
             const char       *name,
             const gint64     *amounts,
             guint             n,
             int               row,
             const char       *css_class)
{
  cvn_budget_grid_text (self->names, name, -1, row, css_class);
  for (guint i = 0; i < n; i++)
    cvn_budget_grid_money (self->grid, amounts[i], (int) i, row, css_class);
}

/* Only lines that differ from the budget in one of the scenarios. */
static int
compare_lines (CvnScenariosView *self,
               guint             n,
               int               row)
{
  CvnScenarioBase *base = cvn_scenario_board_get_base (self->board);

  for (guint line = 0; line < base->base.n_lines; line++)
    {
      gint64   amounts[MAX_COMPARED + 1] = { 0 };
      gboolean differs = FALSE;

      for (guint i = 0; i <= n; i++)
        {
          const CvnScenarioYear *year = i == 0 ? &base->base : cvn_scenario_board_get (self->board, i - 1)->year;

          if (!cvn_scenario_sum_line (&year->lines[line], &amounts[i], NULL))
            amounts[i] = 0;
          differs |= amounts[i] != amounts[0];
        }
      if (differs)
        compare_row (self, cvn_budget_label (base->lines, line), amounts, n + 1, row++, NULL);
    }
  return row;
}

static void
fill_compare (CvnScenariosView *self)
{
  guint  n = MIN (cvn_scenario_board_get_n (self->board), MAX_COMPARED);
  gint64 income[MAX_COMPARED + 1];
  gint64 cost[MAX_COMPARED + 1];
  gint64 result[MAX_COMPARED + 1];
  int    row;

  cvn_budget_grid_clear (self->names);
  cvn_budget_grid_clear (self->grid);
  gtk_widget_set_visible (self->compare, n > 0);
  cvn_scenario_board_sum_base (self->board, &income[0], &cost[0]);
  cvn_budget_grid_text (self->names, _("Line"), -1, 0, "caption-heading");
  cvn_budget_grid_text (self->grid, _("Budget"), 0, 0, "caption-heading");
  for (guint i = 0; i < n; i++)
    {
      const CvnScenarioItem *item = cvn_scenario_board_get (self->board, i);

      income[i + 1] = item->income;
      cost[i + 1] = item->cost;
      cvn_budget_grid_text (self->grid, cvn_scenario_item_get_name (item), (int) i + 1, 0, "caption-heading");
    }
  for (guint i = 0; i <= n; i++)
    result[i] = income[i] - cost[i];
  row = compare_lines (self, n, 1);
  compare_row (self, _("Income"), income, n + 1, row, "heading");
  compare_row (self, _("Expenditure"), cost, n + 1, row + 1, "heading");
  compare_row (self, _("Result"), result, n + 1, row + 2, "heading");
}

static void
add_party (CvnScenariosView *self,
           CvnTable         *table,
           guint             row,
           gint64            forecast)
{
  const char      *name = cvn_budget_label (table, row);
  gint64           pays = cvn_table_get_integer (table, row, "amount");
  g_autofree char *amount = cvn_budget_money (pays);
  g_autofree char *after = cvn_budget_money (forecast - pays);
  g_autofree char *sentence = g_strdup_printf (_("%1$s pays %2$s; without it the result is %3$s"), name, amount, after);
  GtkWidget       *cells[] = { cvn_grid_cell_new (name, 0.0f, NULL), cvn_grid_cell_new (amount, 1.0f, NULL), cvn_grid_cell_new (after, 1.0f, NULL) };

  if (forecast < pays)
    gtk_widget_add_css_class (cells[2], "cvn-over");
  cvn_grid_list_add (self->parties, cvn_table_get_text (table, row, "id"), sentence, cells);
}

static void
fill_parties (CvnScenariosView *self)
{
  CvnTable *table = cvn_scenario_board_get_base (self->board)->parties;
  gint64    forecast = cvn_scenario_board_get_forecast (self->board);
  guint     n = cvn_table_get_n_rows (table);

  cvn_grid_list_begin (self->parties, n);
  for (guint row = 0; row < n && !cvn_grid_list_is_full (self->parties); row++)
    add_party (self, table, row, forecast);
  cvn_grid_list_end (self->parties);
}

static void
changed_cb (CvnScenariosView *self)
{
  fill_scenarios (self);
  fill_compare (self);
  fill_parties (self);
  if (!cvn_scenario_pane_update (CVN_SCENARIO_PANE (self->scenario)) && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "scenario") == 0)
    cvn_scenarios_view_show_all (self);
  if (!cvn_leaving_pane_update (CVN_LEAVING_PANE (self->leaving)) && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "leaving") == 0)
    cvn_scenarios_view_show_all (self);
}

static void
add_cb (CvnScenariosView *self)
{
  const char    *name = gtk_editable_get_text (GTK_EDITABLE (self->name));
  const CvnKind *kind = cvn_kind_find ("scenario");
  g_autoptr (CvnRecord) record = cvn_record_new (kind);
  CvnChangeSet *changes;

  if (*name == '\0')
    return;
  cvn_record_set_integer (record, "year", cvn_centre_get_year (self->centre));
  cvn_record_set_text (record, cvn_interface_language () == CVN_LANGUAGE_NL ? "name_nl" : "name_en", name);
  changes = cvn_change_set_new (CVN_ACTION_ADD, kind, name);
  cvn_change_set_add (changes, record);
  cvn_budget_apply (GTK_WIDGET (self), self->centre, changes, _("The scenario is there. Open it to add changes."));
  gtk_editable_set_text (GTK_EDITABLE (self->name), "");
}

static void
cvn_scenarios_view_dispose (GObject *object)
{
  CvnScenariosView *self = CVN_SCENARIOS_VIEW (object);

  g_clear_object (&self->board);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_scenarios_view_parent_class)->dispose (object);
}

static void
cvn_scenarios_view_class_init (CvnScenariosViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_scenarios_view_dispose;
  shown_signal = g_signal_new ("shown-changed", CVN_TYPE_SCENARIOS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* Nothing is read for a tab that nobody opens. */
static void
map_cb (CvnScenariosView *self)
{
  if (self->board != NULL)
    return;
  self->board = cvn_scenario_board_new (self->centre);
  cvn_scenario_pane_set_board (CVN_SCENARIO_PANE (self->scenario), self->board);
  cvn_leaving_pane_set_board (CVN_LEAVING_PANE (self->leaving), self->board);
  g_signal_connect_object (self->board, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
cvn_scenarios_view_init (CvnScenariosView *self)
{
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

static GtkWidget *
make_name (CvnScenariosView *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  self->name = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name), _("Name of a New Scenario"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->name), TRUE);
  g_signal_connect_object (self->name, "apply", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (self->name, cvn_operation_dialog_is_allowed (self->centre));
  gtk_list_box_append (GTK_LIST_BOX (list), self->name);
  return list;
}

static void
fill_page (CvnScenariosView *self,
           GtkWidget        *content)
{
  GtkWidget *section = cvn_budget_section_new (content, _("Scenarios"), NULL);

  gtk_box_append (GTK_BOX (section), cvn_budget_text_new (_("A scenario tries changes to the budget without touching it. It can become an amendment."), "dim-label"));
  self->list = CVN_GRID_LIST (cvn_grid_list_new (scenario_columns, G_N_ELEMENTS (scenario_columns), _("Scenarios"), _("There is no scenario for this year.")));
  gtk_box_append (GTK_BOX (section), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (section), make_name (self));
  self->compare = cvn_budget_section_new (content, _("Compared with the Budget"), NULL);
  gtk_box_append (GTK_BOX (self->compare), cvn_budget_grid_new (&self->names, &self->grid));
  section = cvn_budget_section_new (content, _("What If a Partner Leaves"), NULL);
  gtk_box_append (GTK_BOX (section), cvn_budget_text_new (_("Choose a party to see what is lost, what the others would pay, and which services could not be paid any more. Nothing is changed."), "dim-label"));
  self->parties = CVN_GRID_LIST (cvn_grid_list_new (party_columns, G_N_ELEMENTS (party_columns), _("Parties"), _("Nobody contributes to this year yet.")));
  gtk_box_append (GTK_BOX (section), GTK_WIDGET (self->parties));
}

/** cvn_scenarios_view_new: reads the scenarios when it is first looked at. */
GtkWidget *
cvn_scenarios_view_new (CvnCentre *centre)
{
  CvnScenariosView *self = g_object_new (CVN_TYPE_SCENARIOS_VIEW, NULL);
  GtkWidget        *content;
  GtkWidget        *scrolled = cvn_budget_scrolled_new (&content);

  self->centre = g_object_ref (centre);
  fill_page (self, content);
  self->scenario = cvn_scenario_pane_new (centre);
  self->leaving = cvn_leaving_pane_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT_RIGHT);
  gtk_stack_add_named (self->stack, scrolled, "all");
  gtk_stack_add_named (self->stack, self->scenario, "scenario");
  gtk_stack_add_named (self->stack, self->leaving, "leaving");
  g_signal_connect_object (self->list, "activated", G_CALLBACK (cvn_scenarios_view_show_scenario), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "refill", G_CALLBACK (fill_scenarios), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->parties, "activated", G_CALLBACK (cvn_scenarios_view_show_party), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->parties, "refill", G_CALLBACK (fill_parties), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  return GTK_WIDGET (self);
}

/** cvn_scenarios_view_get_board: (nullable): what it shows; NULL before it was looked at. */
CvnScenarioBoard *
cvn_scenarios_view_get_board (CvnScenariosView *self)
{
  return self->board;
}

/** cvn_scenarios_view_shows_detail: whether a scenario or a party is open. */
gboolean
cvn_scenarios_view_shows_detail (CvnScenariosView *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "all") != 0;
}

static void
show (CvnScenariosView *self,
      const char       *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  g_signal_emit (self, shown_signal, 0);
}

/** cvn_scenarios_view_show_all: back to the lists. */
void
cvn_scenarios_view_show_all (CvnScenariosView *self)
{
  show (self, "all");
}

/** cvn_scenarios_view_show_scenario: opens the scenario with this id. */
void
cvn_scenarios_view_show_scenario (CvnScenariosView *self,
                                  const char       *id)
{
  cvn_scenario_pane_set_scenario (CVN_SCENARIO_PANE (self->scenario), id);
  show (self, "scenario");
}

/** cvn_scenarios_view_show_party: shows what happens when the organisation with this id leaves. */
void
cvn_scenarios_view_show_party (CvnScenariosView *self,
                               const char       *id)
{
  cvn_leaving_pane_set_party (CVN_LEAVING_PANE (self->leaving), id);
  show (self, "leaving");
}
