/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-scenario-form"

#include "cvn-scenario-form.h"

#include "cvn-budget-parts.h"
#include "cvn-month-name.h"
#include "cvn-operation-dialog.h"
#include "cvn-record.h"

#include <glib/gi18n-lib.h>

struct _CvnScenarioForm
{
  AdwBin parent_instance;

  CvnCentre        *centre;
  CvnScenarioBoard *board;
  char             *scenario;
  GtkWidget        *what;
  GtkWidget        *line;
  GtkWidget        *party;
  GtkWidget        *amount;
  GtkWidget        *percent;
  GtkWidget        *month;
  GtkWidget        *resplit;
  GtkWidget        *message;
};

G_DEFINE_FINAL_TYPE (CvnScenarioForm, cvn_scenario_form, ADW_TYPE_BIN)

/* Which fields each change has, in the order of cvn_kind_scenario_change. */
static const struct
{
  gboolean line;
  gboolean party;
  gboolean amount;
  gboolean percent;
  gboolean month;
  gboolean resplit;
} needs[] = {
  [CVN_SCENARIO_AMOUNT] = { .line = TRUE, .amount = TRUE },
  [CVN_SCENARIO_FEE] = { .amount = TRUE, .month = TRUE },
  [CVN_SCENARIO_COUNT] = { .percent = TRUE, .month = TRUE },
  [CVN_SCENARIO_START] = { .line = TRUE, .month = TRUE },
  [CVN_SCENARIO_PARTY_AMOUNT] = { .party = TRUE, .amount = TRUE, .month = TRUE },
  [CVN_SCENARIO_LEAVE] = { .party = TRUE, .month = TRUE, .resplit = TRUE },
};

static const CvnChoice *
get_choices (void)
{
  const CvnKind *kind = cvn_kind_find ("scenario_change");

  return kind->fields[cvn_kind_find_field (kind, "change")].choices;
}

static CvnScenarioWhat
get_what (CvnScenarioForm *self)
{
  return (CvnScenarioWhat) MIN (adw_combo_row_get_selected (ADW_COMBO_ROW (self->what)), G_N_ELEMENTS (needs) - 1);
}

static void
what_cb (CvnScenarioForm *self)
{
  CvnScenarioWhat what = get_what (self);

  gtk_widget_set_visible (self->line, needs[what].line);
  gtk_widget_set_visible (self->party, needs[what].party);
  gtk_widget_set_visible (self->amount, needs[what].amount);
  gtk_widget_set_visible (self->percent, needs[what].percent);
  gtk_widget_set_visible (self->month, needs[what].month);
  gtk_widget_set_visible (self->resplit, needs[what].resplit);
  gtk_label_set_text (GTK_LABEL (self->message), "");
}

static const char *
get_id (CvnTable  *table,
        GtkWidget *choice)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (choice));

  return selected < cvn_table_get_n_rows (table) ? cvn_table_get_text (table, selected, "id") : NULL;
}

static gboolean
fill_record (CvnScenarioForm *self,
             CvnRecord       *record,
             GError         **error)
{
  CvnScenarioBase *base = cvn_scenario_board_get_base (self->board);
  CvnScenarioWhat  what = get_what (self);
  guint            month = adw_combo_row_get_selected (ADW_COMBO_ROW (self->month));
  const char      *typed = gtk_editable_get_text (GTK_EDITABLE (self->amount));
  gint64           amount;

  cvn_record_set_text (record, "scenario", self->scenario);
  cvn_record_set_text (record, "change", get_choices ()[what].code);
  if (needs[what].line)
    cvn_record_set_text (record, "budget_line", get_id (base->lines, self->line));
  if (needs[what].party)
    cvn_record_set_text (record, "organisation", get_id (base->parties, self->party));
  if (needs[what].amount && *typed != '\0')
    {
      if (!cvn_budget_parse (typed, &amount, error))
        return FALSE;
      cvn_record_set_integer (record, "amount", amount);
    }
  if (needs[what].percent)
    cvn_record_set_integer (record, "per_mille", 1000 + (gint64) 10 * gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (self->percent)))));
  if (needs[what].month && month > 0)
    cvn_record_set_integer (record, "month", month);
  if (needs[what].resplit)
    cvn_record_set_integer (record, "resplit", gtk_switch_get_active (GTK_SWITCH (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (self->resplit)))));
  return cvn_record_check (record, error);
}

static void
add_cb (CvnScenarioForm *self)
{
  const CvnKind *kind = cvn_kind_find ("scenario_change");
  g_autoptr (CvnRecord) record = cvn_record_new (kind);
  g_autoptr (GError) error = NULL;
  CvnChangeSet *changes;

  if (self->board == NULL || !cvn_scenario_board_is_loaded (self->board) || self->scenario == NULL)
    return;
  if (!fill_record (self, record, &error))
    {
      gtk_label_set_text (GTK_LABEL (self->message), error->message);
      return;
    }
  changes = cvn_change_set_new (CVN_ACTION_ADD, kind, _(get_choices ()[get_what (self)].label));
  cvn_change_set_add (changes, record);
  cvn_budget_apply (GTK_WIDGET (self), self->centre, changes, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->amount), "");
  gtk_label_set_text (GTK_LABEL (self->message), "");
}

static void
cvn_scenario_form_dispose (GObject *object)
{
  CvnScenarioForm *self = CVN_SCENARIO_FORM (object);

  g_clear_object (&self->board);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_scenario_form_parent_class)->dispose (object);
}

static void
cvn_scenario_form_finalize (GObject *object)
{
  g_free (CVN_SCENARIO_FORM (object)->scenario);
  G_OBJECT_CLASS (cvn_scenario_form_parent_class)->finalize (object);
}

static void
cvn_scenario_form_class_init (CvnScenarioFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_scenario_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_scenario_form_finalize;
}

static void
cvn_scenario_form_init (CvnScenarioForm *self)
{
}

static GtkWidget *
add_combo (GtkWidget  *list,
           const char *title)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static void
set_words (GtkWidget     *combo,
           GtkStringList *words)
{
  adw_combo_row_set_model (ADW_COMBO_ROW (combo), G_LIST_MODEL (words));
  g_object_unref (words);
}

static GtkWidget *
add_row (GtkWidget  *list,
         const char *title,
         GtkWidget  *widget)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), widget);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static void
add_fields (CvnScenarioForm *self,
            GtkWidget       *list)
{
  GtkStringList *changes = gtk_string_list_new (NULL);
  GtkStringList *months = gtk_string_list_new (NULL);

  for (const CvnChoice *choice = get_choices (); choice->code != NULL; choice++)
    gtk_string_list_append (changes, _(choice->label));
  gtk_string_list_append (months, _("The whole year"));
  for (guint m = 1; m <= CVN_BUDGET_N_MONTHS; m++)
    gtk_string_list_append (months, cvn_month_name (m, cvn_interface_language ()));
  self->what = add_combo (list, _("Change"));
  self->line = add_combo (list, _("Budget line"));
  self->party = add_combo (list, _("Party"));
  self->amount = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->amount), _("Amount"));
  gtk_list_box_append (GTK_LIST_BOX (list), self->amount);
  self->percent = add_row (list, _("More or fewer, in per cent"), gtk_spin_button_new_with_range (-100, 900, 5));
  self->month = add_combo (list, _("From month"));
  self->resplit = add_row (list, _("Others take over"), gtk_switch_new ());
  set_words (self->what, changes);
  set_words (self->month, months);
  g_signal_connect_object (self->what, "notify::selected", G_CALLBACK (what_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->amount, "entry-activated", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
}

/** cvn_scenario_form_new: for a scenario that it is told of later. */
GtkWidget *
cvn_scenario_form_new (CvnCentre *centre)
{
  CvnScenarioForm *self = g_object_new (CVN_TYPE_SCENARIO_FORM, NULL);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget       *list = gtk_list_box_new ();
  GtkWidget       *button = gtk_button_new_with_mnemonic (_("_Add Change"));

  self->centre = g_object_ref (centre);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  add_fields (self, list);
  self->message = cvn_budget_text_new ("", "error");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), self->message);
  gtk_box_append (GTK_BOX (box), button);
  adw_bin_set_child (ADW_BIN (self), box);
  what_cb (self);
  return GTK_WIDGET (self);
}

static void
fill_combo (GtkWidget *combo,
            CvnTable  *table)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  guint          selected = adw_combo_row_get_selected (ADW_COMBO_ROW (combo));

  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    gtk_string_list_append (words, cvn_budget_label (table, row));
  set_words (combo, words);
  if (selected < cvn_table_get_n_rows (table))
    adw_combo_row_set_selected (ADW_COMBO_ROW (combo), selected);
}

/** cvn_scenario_form_set: adds to the scenario with this id; the choices are those of the board. */
void
cvn_scenario_form_set (CvnScenarioForm  *self,
                       CvnScenarioBoard *board,
                       const char       *scenario)
{
  char *copy = g_strdup (scenario);

  g_set_object (&self->board, board);
  g_free (self->scenario);
  self->scenario = copy;
  fill_combo (self->line, cvn_scenario_board_get_base (board)->lines);
  fill_combo (self->party, cvn_scenario_board_get_base (board)->parties);
  gtk_widget_set_sensitive (GTK_WIDGET (self), cvn_operation_dialog_is_allowed (self->centre));
}
