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
#include "cvn-tooltip.h"

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
  GtkWidget        *choose;  /* of more scenarios than can be compared */
  GPtrArray        *chosen;  /* ids of the scenarios that are compared, in the order in which they were chosen */
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

/* The scenarios that are compared: those that were chosen and, as long as there is room, the first of the others. */
static guint
list_compared (CvnScenariosView       *self,
               const CvnScenarioItem **items)
{
  guint n = 0;

  for (guint i = 0; i < self->chosen->len && n < MAX_COMPARED; i++)
    {
      const CvnScenarioItem *item = cvn_scenario_board_find (self->board, self->chosen->pdata[i]);

      if (item != NULL)
        items[n++] = item;
    }
  for (guint i = 0; self->chosen->len == 0 && i < cvn_scenario_board_get_n (self->board) && n < MAX_COMPARED; i++)
    items[n++] = cvn_scenario_board_get (self->board, i);
  return n;
}

static void
open_cb (GtkWidget        *button,
         CvnScenariosView *self)
{
  cvn_scenarios_view_show_scenario (self, gtk_widget_get_name (button));
}

/* What a scenario makes of a line is explained by its changes, which it shows. */
static GtkWidget *
make_scenario_cell (CvnScenariosView      *self,
                    const CvnScenarioItem *item,
                    const char            *line,
                    gint64                 cents)
{
  g_autofree char *amount = cvn_budget_money (cents);
  g_autofree char *sentence = g_strdup_printf (_("%1$s, %2$s: %3$s"), cvn_scenario_item_get_name (item), line, amount);
  GtkWidget       *label = g_object_new (GTK_TYPE_LABEL, "label", amount, "xalign", 1.0, NULL);
  GtkWidget       *button = gtk_button_new ();

  gtk_widget_add_css_class (label, "numeric");
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "cvn-budget-cell");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_name (button, cvn_record_get_id (item->record));
  cvn_tooltip_set (button, _("Show the changes of this scenario"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_cb), self, 0);
  return button;
}

/* The first amount is that of the budget; each opens what it is made of. */
static void
compare_row (CvnScenariosView       *self,
             const char             *name,
             const char             *parts,
             const gint64           *amounts,
             const CvnScenarioItem **items,
             guint                   n,
             int                     row,
             const char             *css_class)
{
  cvn_budget_grid_text (self->names, name, -1, row, css_class);
  for (guint i = 0; i <= n; i++)
    {
      GtkWidget *cell = i == 0 ? cvn_budget_cell_new (self->centre, amounts[0], "budget-current", parts, name)
                               : make_scenario_cell (self, items[i - 1], name, amounts[i]);

      gtk_widget_add_css_class (cell, "in-grid");
      if (css_class != NULL)
        gtk_widget_add_css_class (cell, css_class);
      gtk_grid_attach (GTK_GRID (self->grid), cell, (int) i, row, 1, 1);
    }
}

/* Only lines that differ from the budget in one of the scenarios. */
static int
compare_lines (CvnScenariosView       *self,
               const CvnScenarioItem **items,
               guint                   n,
               int                     row)
{
  CvnScenarioBase *base = cvn_scenario_board_get_base (self->board);

  for (guint line = 0; line < base->base.n_lines; line++)
    {
      gint64   amounts[MAX_COMPARED + 1] = { 0 };
      gboolean differs = FALSE;

      for (guint i = 0; i <= n; i++)
        {
          const CvnScenarioYear *year = i == 0 ? &base->base : items[i - 1]->year;

          if (!cvn_scenario_sum_line (&year->lines[line], &amounts[i], NULL))
            amounts[i] = 0;
          differs |= amounts[i] != amounts[0];
        }
      if (differs)
        compare_row (self, cvn_budget_label (base->lines, line), cvn_table_get_text (base->lines, line, "id"), amounts, items, n, row++, NULL);
    }
  return row;
}

static void
compare_sums (CvnScenariosView       *self,
              const CvnScenarioItem **items,
              guint                   n,
              int                     row)
{
  static const struct
  {
    const char *name;
    const char *sort;
    int         income;
    int         cost;
  } sums[] = { { N_("Income"), "income", 1, 0 }, { N_("Expenditure"), "cost", 0, 1 }, { N_("Result"), NULL, 1, -1 } };

  for (guint s = 0; s < G_N_ELEMENTS (sums); s++)
    {
      g_autofree char *parts = cvn_budget_list_parts (cvn_scenario_board_get_base (self->board)->lines, sums[s].sort, 0);
      gint64           amounts[MAX_COMPARED + 1];
      gint64           income;
      gint64           cost;

      cvn_scenario_board_sum_base (self->board, &income, &cost);
      amounts[0] = sums[s].income * income + sums[s].cost * cost;
      for (guint i = 0; i < n; i++)
        amounts[i + 1] = sums[s].income * items[i]->income + sums[s].cost * items[i]->cost;
      compare_row (self, _(sums[s].name), parts, amounts, items, n, row + (int) s, "heading");
    }
}

static void
fill_compare (CvnScenariosView *self)
{
  const CvnScenarioItem *items[MAX_COMPARED];
  guint                  n = list_compared (self, items);
  int                    row;

  cvn_budget_grid_clear (self->names);
  cvn_budget_grid_clear (self->grid);
  gtk_widget_set_visible (self->compare, n > 0);
  gtk_widget_set_visible (self->choose, cvn_scenario_board_get_n (self->board) > MAX_COMPARED);
  cvn_budget_grid_text (self->names, _("Line"), -1, 0, "caption-heading");
  cvn_budget_grid_text (self->grid, _("Budget"), 0, 0, "caption-heading");
  for (guint i = 0; i < n; i++)
    cvn_budget_grid_text (self->grid, cvn_scenario_item_get_name (items[i]), (int) i + 1, 0, "caption-heading");
  row = compare_lines (self, items, n, 1);
  compare_sums (self, items, n, row);
}

/** cvn_scenarios_view_compare: compares these scenarios, three at most; NULL-terminated ids, none for the first ones. */
void
cvn_scenarios_view_compare (CvnScenariosView  *self,
                            const char *const *ids)
{
  g_ptr_array_set_size (self->chosen, 0);
  for (guint i = 0; i < MAX_COMPARED && ids[i] != NULL; i++)
    g_ptr_array_add (self->chosen, g_strdup (ids[i]));
  if (self->board != NULL && cvn_scenario_board_is_loaded (self->board))
    fill_compare (self);
}

/* The one that was chosen longest ago makes room. */
static void
compared_cb (GtkCheckButton   *check,
             CvnScenariosView *self)
{
  const char *id = gtk_widget_get_name (GTK_WIDGET (check));
  guint       place;

  if (!gtk_check_button_get_active (check))
    {
      if (g_ptr_array_find_with_equal_func (self->chosen, id, g_str_equal, &place))
        g_ptr_array_remove_index (self->chosen, place);
      fill_compare (self);
      return;
    }
  g_ptr_array_add (self->chosen, g_strdup (id));
  if (self->chosen->len > MAX_COMPARED)
    {
      g_autofree char *oldest = g_strdup (self->chosen->pdata[0]);

      g_ptr_array_remove_index (self->chosen, 0);
      for (GtkWidget *other = gtk_widget_get_first_child (gtk_widget_get_parent (GTK_WIDGET (check))); other != NULL; other = gtk_widget_get_next_sibling (other))
        if (GTK_IS_CHECK_BUTTON (other) && g_str_equal (gtk_widget_get_name (other), oldest))
          gtk_check_button_set_active (GTK_CHECK_BUTTON (other), FALSE);
    }
  fill_compare (self);
}

/* Made when it is opened, of the scenarios of that moment. */
static void
choose_cb (GtkMenuButton *button,
           gpointer       data)
{
  CvnScenariosView      *self = data;
  const CvnScenarioItem *items[MAX_COMPARED];
  guint                  n = list_compared (self, items);
  GtkWidget             *popover = gtk_popover_new ();
  GtkWidget             *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  g_ptr_array_set_size (self->chosen, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->chosen, g_strdup (cvn_record_get_id (items[i]->record)));
  gtk_box_append (GTK_BOX (box), cvn_budget_text_new (_("Three at most"), "dim-label"));
  for (guint i = 0; i < cvn_scenario_board_get_n (self->board); i++)
    {
      const CvnScenarioItem *item = cvn_scenario_board_get (self->board, i);
      const char            *id = cvn_record_get_id (item->record);
      GtkWidget             *check = gtk_check_button_new_with_label (cvn_scenario_item_get_name (item));

      gtk_widget_set_name (check, id);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_ptr_array_find_with_equal_func (self->chosen, id, g_str_equal, NULL));
      g_signal_connect_object (check, "toggled", G_CALLBACK (compared_cb), self, 0);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
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
cvn_scenarios_view_finalize (GObject *object)
{
  g_ptr_array_unref (CVN_SCENARIOS_VIEW (object)->chosen);
  G_OBJECT_CLASS (cvn_scenarios_view_parent_class)->finalize (object);
}

static void
cvn_scenarios_view_class_init (CvnScenariosViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_scenarios_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_scenarios_view_finalize;
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
  self->chosen = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

static void
access_cb (CvnScenariosView *self)
{
  gtk_widget_set_visible (gtk_widget_get_parent (self->name), cvn_operation_dialog_is_allowed (self->centre));
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
  gtk_list_box_append (GTK_LIST_BOX (list), self->name);
  access_cb (self);
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
  self->choose = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->choose), _("Choose Scenarios"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->choose), choose_cb, self, NULL);
  self->compare = cvn_budget_section_new (content, _("Compared with the Budget"), self->choose);
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
  g_signal_connect_object (centre, "notify::read-only", G_CALLBACK (access_cb), self, G_CONNECT_SWAPPED);
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
