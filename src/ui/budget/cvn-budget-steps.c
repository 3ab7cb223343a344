/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-budget-steps"

#include "cvn-budget-steps.h"

#include "cvn-budget-operations.h"
#include "cvn-budget-parts.h"
#include "cvn-date.h"
#include "cvn-operation-dialog.h"
#include "cvn-record.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

struct _CvnBudgetSteps
{
  AdwBin parent_instance;

  CvnCentre    *centre;
  int           year;
  gboolean      has_lines;
  GtkWidget    *amend;
  GtkWidget    *reason;
  GtkWidget    *day;
  GtkWidget    *body;
  GtkWidget    *forward;
  GtkWidget    *checklist;
  GtkWidget    *make;
  GtkWidget    *report;
  GCancellable *asking;
};

G_DEFINE_FINAL_TYPE (CvnBudgetSteps, cvn_budget_steps, ADW_TYPE_BIN)

/* The year that is carried over: the one in focus or, when that has no budget, the one before it. */
static int
get_from (CvnBudgetSteps *self)
{
  return self->has_lines ? self->year : self->year - 1;
}

static void
amend_cb (CvnBudgetSteps *self)
{
  g_autoptr (CvnRecord) version = cvn_record_new (cvn_kind_find ("budget_version"));
  const char      *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  const char      *body = gtk_editable_get_text (GTK_EDITABLE (self->body));
  g_autofree char *iso = NULL;
  CvnDate          day;

  cvn_record_set_integer (version, "year", self->year);
  if (*reason != '\0')
    cvn_record_set_text (version, "reason", reason);
  if (*body != '\0')
    cvn_record_set_text (version, "body", body);
  if (cvn_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->day)), cvn_interface_language (), &day, NULL))
    {
      iso = cvn_date_to_iso (&day);
      cvn_record_set_text (version, "decision_date", iso);
    }
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->amend));
  cvn_budget_run (GTK_WIDGET (self), self->centre, cvn_amend_budget_new (version, NULL, 0),
                  _("The budget can be amended now. What it was before is kept as an earlier version."));
}

static GtkWidget *
add_entry (GtkWidget  *list,
           const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static GtkWidget *
make_popover (GtkWidget  *child,
              const char *explanation)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *text = cvn_budget_text_new (explanation, NULL);

  gtk_label_set_max_width_chars (GTK_LABEL (text), 36);
  gtk_widget_add_css_class (box, "cvn-decision");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), child);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

static GtkWidget *
make_suggested (CvnBudgetSteps *self,
                GtkWidget      *box,
                const char     *label,
                GCallback       callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
make_amend (CvnBudgetSteps *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  self->reason = add_entry (list, _("Reason"));
  self->day = add_entry (list, _("Decided on"));
  self->body = add_entry (list, _("Deciding body"));
  gtk_box_append (GTK_BOX (box), list);
  make_suggested (self, box, _("_Amend"), G_CALLBACK (amend_cb));
  self->amend = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->amend), _("Amend"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->amend),
                               make_popover (box, _("Amending keeps the budget as it is now as an earlier version. After that, change the lines.")));
  return self->amend;
}

static void
forward_cb (CvnBudgetSteps *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->forward));
  cvn_budget_run (GTK_WIDGET (self), self->centre, cvn_roll_forward_new (get_from (self)), _("The next year is there."));
}

static const char *
describe_part (const char *what)
{
  static const struct
  {
    const char *what;
    const char *label;
  } parts[] = {
    { "lines", N_("Lines of the budget") },
    { "plans", N_("Divisions into months") },
    { "fees", N_("Fees") },
    { "rules", N_("Contribution rules") },
    { "contributions", N_("Commitments") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].what, what))
      return _(parts[i].label);
  return what;
}

static char *
dup_state (const char *what,
           gint64      made,
           gint64      there)
{
  if (made > 0)
    return g_strdup_printf (ngettext ("%d is made", "%d are made", (gulong) made), (int) made);
  if (there > 0)
    return g_strdup_printf (ngettext ("%d is there", "%d are there", (gulong) there), (int) there);
  return g_strdup (g_str_equal (what, "contributions") ? _("work out under Covenant") : _("nothing to do"));
}

static void
add_check (CvnBudgetSteps *self,
           const char     *what,
           gint64          made,
           gint64          there)
{
  GtkWidget       *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *label = cvn_budget_text_new (describe_part (what), NULL);
  g_autofree char *state = dup_state (what, made, there);

  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name (made > 0 ? "list-add-symbolic" : there > 0 ? "object-select-symbolic"
                                                                                                           : "content-loading-symbolic"));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), cvn_budget_text_new (state, "dim-label"));
  gtk_box_append (GTK_BOX (self->checklist), line);
}

static void
clear_checklist (CvnBudgetSteps *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->checklist)) != NULL)
    gtk_box_remove (GTK_BOX (self->checklist), child);
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (CvnBudgetSteps) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnTable) table = cvn_operation_preview_finish (CVN_CENTRE (source), result, &error);
  gint64 made = 0;

  if (self->centre == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  clear_checklist (self);
  if (table == NULL)
    gtk_box_append (GTK_BOX (self->checklist), cvn_budget_text_new (error->message, NULL));
  for (guint row = 0; table != NULL && row < cvn_table_get_n_rows (table); row++)
    {
      made += cvn_table_get_integer (table, row, "made");
      add_check (self, cvn_table_get_text (table, row, "what"), cvn_table_get_integer (table, row, "made"), cvn_table_get_integer (table, row, "there"));
    }
  gtk_widget_set_sensitive (self->make, made > 0 && cvn_operation_dialog_is_allowed (self->centre));
}

/* What there is to do is looked up when somebody asks. */
static void
checklist_cb (CvnBudgetSteps *self)
{
  g_autoptr (CvnOperation) operation = cvn_roll_forward_new (get_from (self));
  g_autofree char *label = g_strdup_printf (_("Make %d"), get_from (self) + 1);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  gtk_button_set_label (GTK_BUTTON (self->make), label);
  gtk_widget_set_sensitive (self->make, FALSE);
  cvn_operation_preview_async (operation, self->centre, self->asking, previewed_cb, g_object_ref (self));
}

static GtkWidget *
make_forward (CvnBudgetSteps *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *popover = make_popover (box, _("What the year has is carried over to the next one. What is there already stays as it is."));

  self->checklist = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), self->checklist);
  self->make = make_suggested (self, box, "", G_CALLBACK (forward_cb));
  self->forward = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->forward), _("Next Year"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->forward), popover);
  g_signal_connect_object (popover, "show", G_CALLBACK (checklist_cb), self, G_CONNECT_SWAPPED);
  return self->forward;
}

static void
cvn_budget_steps_dispose (GObject *object)
{
  CvnBudgetSteps *self = CVN_BUDGET_STEPS (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_budget_steps_parent_class)->dispose (object);
}

static void
cvn_budget_steps_class_init (CvnBudgetStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_budget_steps_dispose;
}

static void
cvn_budget_steps_init (CvnBudgetSteps *self)
{
}

static void
report_cb (CvnBudgetSteps *self)
{
  g_autofree char *year = g_strdup_printf ("%d", self->year);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-report", "(ss)", "budget", year);
}

/* Who only looks has the report left. */
static void
access_cb (CvnBudgetSteps *self)
{
  gboolean allowed = cvn_operation_dialog_is_allowed (self->centre);

  gtk_widget_set_visible (self->amend, self->has_lines && allowed);
  gtk_widget_set_visible (self->forward, allowed);
}

/** cvn_budget_steps_new: a bar of buttons. */
GtkWidget *
cvn_budget_steps_new (CvnCentre *centre)
{
  CvnBudgetSteps *self = g_object_new (CVN_TYPE_BUDGET_STEPS, NULL);
  GtkWidget      *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->centre = g_object_ref (centre);
  gtk_box_append (GTK_BOX (box), make_amend (self));
  gtk_box_append (GTK_BOX (box), make_forward (self));
  self->report = gtk_button_new_from_icon_name ("document-print-symbolic");
  cvn_tooltip_set (self->report, _("Budget Report"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->report), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Budget Report"), -1);
  g_signal_connect_object (self->report, "clicked", G_CALLBACK (report_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->report);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (centre, "notify::read-only", G_CALLBACK (access_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** cvn_budget_steps_set_budget: which year is in focus, and whether it has a budget. */
void
cvn_budget_steps_set_budget (CvnBudgetSteps *self,
                             int             year,
                             gboolean        has_lines)
{
  self->year = year;
  self->has_lines = has_lines;
  gtk_widget_set_visible (self->report, has_lines);
  access_cb (self);
}
