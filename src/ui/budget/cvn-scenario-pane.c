/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-scenario-pane"

#include "cvn-scenario-pane.h"

#include "cvn-budget-operations.h"
#include "cvn-budget-parts.h"
#include "cvn-columns-layout.h"
#include "cvn-month-name.h"
#include "cvn-operation-dialog.h"
#include "cvn-partner-item.h"
#include "cvn-record.h"
#include "cvn-scenario-form.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

struct _CvnScenarioPane
{
  AdwBin parent_instance;

  CvnCentre        *centre;
  CvnScenarioBoard *board;
  char             *scenario;
  GtkWidget        *title;
  GtkWidget        *result;
  GtkWidget        *problem;
  GtkWidget        *mend; /* the offer beside it */
  GtkWidget        *changes;
  GtkWidget        *form;
  GtkWidget        *promote;
  GtkWidget *delete;
  GtkWidget *reason;
};

G_DEFINE_FINAL_TYPE (CvnScenarioPane, cvn_scenario_pane, ADW_TYPE_BIN)

static const char *
find_label (CvnTable   *table,
            const char *id)
{
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    if (g_strcmp0 (cvn_table_get_text (table, row, "id"), id) == 0)
      return cvn_budget_label (table, row);
  return _("not in this year");
}

/* What a change is about: the line or the party, the amount, the month. */
static char *
describe_change (CvnScenarioPane *self,
                 CvnRecord       *change)
{
  CvnScenarioBase *base = cvn_scenario_board_get_base (self->board);
  GString         *text = g_string_new (NULL);

  if (cvn_record_has (change, "budget_line"))
    g_string_append (text, find_label (base->lines, cvn_record_get_text (change, "budget_line")));
  if (cvn_record_has (change, "organisation"))
    g_string_append (text, find_label (base->parties, cvn_record_get_text (change, "organisation")));
  if (cvn_record_has (change, "amount"))
    {
      g_autofree char *amount = cvn_budget_money (cvn_record_get_integer (change, "amount"));

      g_string_append_printf (text, "%s%s", text->len > 0 ? ": " : "", amount);
    }
  if (cvn_record_has (change, "per_mille"))
    g_string_append_printf (text, "%lld %%", (long long) cvn_record_get_integer (change, "per_mille") / 10);
  if (cvn_record_has (change, "month"))
    g_string_append_printf (text, " · %s", cvn_month_name ((guint) cvn_record_get_integer (change, "month"), cvn_interface_language ()));
  if (cvn_record_get_integer (change, "resplit") != 0)
    g_string_append_printf (text, " · %s", _("Others take over"));
  return g_string_free (text, FALSE);
}

static void
remove_cb (CvnScenarioPane *self,
           GtkWidget       *button)
{
  const CvnScenarioItem *item = cvn_scenario_board_find (self->board, self->scenario);
  GtkWidget             *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  int                    place = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
  CvnChangeSet          *changes;

  if (item == NULL || place < 0 || (guint) place >= item->changes->len)
    return;
  changes = cvn_change_set_new (CVN_ACTION_DELETE, cvn_kind_find ("scenario_change"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  cvn_change_set_delete (changes, item->changes->pdata[place]);
  cvn_budget_apply (GTK_WIDGET (self), self->centre, changes, _("The change is removed."));
}

static void
add_change (CvnScenarioPane *self,
            CvnRecord       *change)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  const char      *what = cvn_partner_choice_label ("scenario_change", "change", cvn_record_get_text (change, "change"));
  g_autofree char *detail = describe_change (self, change);
  g_autofree char *markup = g_markup_escape_text (detail, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), what);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  cvn_tooltip_set (button, _("Remove Change"));
  gtk_widget_set_sensitive (button, cvn_operation_dialog_is_allowed (self->centre));
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (GTK_LIST_BOX (self->changes), row);
}

static void
show_result (CvnScenarioPane       *self,
             const CvnScenarioItem *item)
{
  gint64           income;
  gint64           cost;
  g_autofree char *result = cvn_budget_money (item->income - item->cost);
  g_autofree char *base = NULL;
  g_autofree char *text = NULL;

  cvn_scenario_board_sum_base (self->board, &income, &cost);
  base = cvn_budget_money (income - cost);
  text = g_strdup_printf (_("The result is %1$s; the budget has %2$s."), result, base);
  gtk_label_set_text (GTK_LABEL (self->result), text);
  gtk_label_set_text (GTK_LABEL (self->problem), item->problem != NULL ? item->problem : "");
  gtk_widget_set_visible (self->problem, item->problem != NULL);
  gtk_widget_set_visible (self->mend, item->problem != NULL);
}

static void
access_cb (CvnScenarioPane *self)
{
  cvn_scenario_pane_update (self);
}

/** cvn_scenario_pane_update: shows the scenario as it is now; FALSE when it is not there any more. */
gboolean
cvn_scenario_pane_update (CvnScenarioPane *self)
{
  const CvnScenarioItem *item = self->board != NULL ? cvn_scenario_board_find (self->board, self->scenario) : NULL;
  GtkListBoxRow         *row;

  if (item == NULL)
    return FALSE;
  gtk_label_set_text (GTK_LABEL (self->title), cvn_scenario_item_get_name (item));
  show_result (self, item);
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->changes), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->changes), GTK_WIDGET (row));
  for (guint i = 0; i < item->changes->len; i++)
    add_change (self, item->changes->pdata[i]);
  cvn_scenario_form_set (CVN_SCENARIO_FORM (self->form), self->board, self->scenario);
  gtk_widget_set_sensitive (self->delete, cvn_operation_dialog_is_allowed (self->centre));
  gtk_widget_set_sensitive (self->mend, cvn_operation_dialog_is_allowed (self->centre));
  gtk_widget_set_sensitive (self->promote, item->changes->len > 0 && item->problem == NULL && cvn_operation_dialog_is_allowed (self->centre));
  return TRUE;
}

/* Takes away what cannot be made, such as a change of a line that the budget does not have any more. */
static void
mend_cb (CvnScenarioPane *self)
{
  const CvnScenarioItem *item = cvn_scenario_board_find (self->board, self->scenario);
  g_autoptr (GPtrArray) misfits = NULL;
  CvnChangeSet *changes;

  if (item == NULL)
    return;
  misfits = cvn_scenario_base_list_misfits (cvn_scenario_board_get_base (self->board), item->changes);
  changes = cvn_change_set_new (CVN_ACTION_DELETE, cvn_kind_find ("scenario_change"), cvn_scenario_item_get_name (item));
  for (guint i = 0; i < misfits->len; i++)
    cvn_change_set_delete (changes, misfits->pdata[i]);
  cvn_budget_apply (GTK_WIDGET (self), self->centre, changes, _("What could not be done is removed from the scenario."));
}

static void
promote_cb (CvnScenarioPane *self)
{
  g_autoptr (CvnRecord) version = cvn_record_new (cvn_kind_find ("budget_version"));
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));

  if (*reason != '\0')
    cvn_record_set_text (version, "reason", reason);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->promote));
  cvn_budget_run (GTK_WIDGET (self), self->centre, cvn_promote_scenario_new (self->scenario, version, cvn_centre_get_today (self->centre)),
                  _("The scenario is the budget now. What it was before is kept as an earlier version."));
}

static void
delete_cb (CvnScenarioPane *self)
{
  const CvnScenarioItem *item = cvn_scenario_board_find (self->board, self->scenario);
  CvnOperation          *operation = item != NULL ? cvn_delete_scenario_new (self->scenario) : NULL;

  if (operation == NULL)
    return;
  cvn_operation_set_subject (operation, cvn_scenario_item_get_name (item));
  cvn_budget_run (GTK_WIDGET (self), self->centre, operation, _("The scenario is deleted."));
}

static void
cvn_scenario_pane_dispose (GObject *object)
{
  CvnScenarioPane *self = CVN_SCENARIO_PANE (object);

  g_clear_object (&self->board);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_scenario_pane_parent_class)->dispose (object);
}

static void
cvn_scenario_pane_finalize (GObject *object)
{
  g_free (CVN_SCENARIO_PANE (object)->scenario);
  G_OBJECT_CLASS (cvn_scenario_pane_parent_class)->finalize (object);
}

static void
cvn_scenario_pane_class_init (CvnScenarioPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_scenario_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_scenario_pane_finalize;
}

static void
cvn_scenario_pane_init (CvnScenarioPane *self)
{
}

static GtkWidget *
make_promote (CvnScenarioPane *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Amend"));
  GtkWidget *text = cvn_budget_text_new (_("The lines get the amounts of the scenario, as the next amendment of the budget. One step, which can be undone."), NULL);

  gtk_label_set_max_width_chars (GTK_LABEL (text), 36);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  self->reason = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason), _("Reason"));
  gtk_list_box_append (GTK_LIST_BOX (list), self->reason);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  g_signal_connect_object (button, "clicked", G_CALLBACK (promote_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (box, "cvn-decision");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  self->promote = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->promote), _("Make It an Amendment"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->promote), popover);
  return self->promote;
}

/* Beside each other where there is room. */
static GtkWidget *
make_bar (CvnScenarioPane *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *delete = gtk_button_new_with_mnemonic (_("_Delete"));
  GtkWidget *promote = make_promote (self);

  self->delete = delete;
  g_signal_connect_object (delete, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_halign (promote, GTK_ALIGN_START);
  gtk_widget_set_halign (delete, GTK_ALIGN_START);
  gtk_widget_set_layout_manager (bar, cvn_columns_layout_new (240, 2, 6));
  gtk_widget_set_parent (promote, bar);
  gtk_widget_set_parent (delete, bar);
  return bar;
}

static GtkWidget *
make_changes (CvnScenarioPane *self)
{
  GtkWidget *nothing = cvn_budget_text_new (_("This scenario changes nothing yet."), "dim-label");

  self->changes = gtk_list_box_new ();
  gtk_widget_add_css_class (nothing, "cvn-grid-nothing");
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->changes), nothing);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->changes), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->changes, "boxed-list");
  return self->changes;
}

/** cvn_scenario_pane_new: shows nothing until it has a board and a scenario. */
GtkWidget *
cvn_scenario_pane_new (CvnCentre *centre)
{
  CvnScenarioPane *self = g_object_new (CVN_TYPE_SCENARIO_PANE, NULL);
  GtkWidget       *content;
  GtkWidget       *scrolled = cvn_budget_scrolled_new (&content);

  self->centre = g_object_ref (centre);
  self->title = cvn_budget_text_new ("", "title-3");
  self->result = cvn_budget_text_new ("", NULL);
  self->problem = cvn_budget_text_new ("", "error");
  gtk_box_append (GTK_BOX (content), self->title);
  gtk_box_append (GTK_BOX (content), self->result);
  self->mend = gtk_button_new_with_mnemonic (_("_Remove What Cannot Be Done"));
  gtk_widget_set_halign (self->mend, GTK_ALIGN_START);
  g_signal_connect_object (self->mend, "clicked", G_CALLBACK (mend_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (content), self->problem);
  gtk_box_append (GTK_BOX (content), self->mend);
  gtk_box_append (GTK_BOX (content), make_bar (self));
  gtk_box_append (GTK_BOX (cvn_budget_section_new (content, _("Changes"), NULL)), make_changes (self));
  self->form = cvn_scenario_form_new (centre);
  gtk_box_append (GTK_BOX (cvn_budget_section_new (content, _("Another Change"), NULL)), self->form);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  g_signal_connect_object (centre, "notify::read-only", G_CALLBACK (access_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** cvn_scenario_pane_set_board: where to look. */
void
cvn_scenario_pane_set_board (CvnScenarioPane  *self,
                             CvnScenarioBoard *board)
{
  g_set_object (&self->board, board);
}

/** cvn_scenario_pane_set_scenario: shows the scenario with this id. */
void
cvn_scenario_pane_set_scenario (CvnScenarioPane *self,
                                const char      *id)
{
  char *copy = g_strdup (id);

  g_free (self->scenario);
  self->scenario = copy;
  cvn_scenario_pane_update (self);
}
