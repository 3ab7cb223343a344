/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-budget-entries"

#include "cvn-budget-entries.h"

#include "cvn-budget-limit.h"
#include "cvn-budget-operations.h"
#include "cvn-budget-parts.h"
#include "cvn-date.h"
#include "cvn-figure-set.h"
#include "cvn-grid-list.h"
#include "cvn-operation-dialog.h"
#include "cvn-partner-item.h"
#include "cvn-record.h"

#include <glib/gi18n-lib.h>

typedef enum {
  FIELD_DATE,
  FIELD_DESCRIPTION,
  FIELD_AMOUNT,
  N_FIELDS,
} FieldId;

struct _CvnBudgetEntries
{
  AdwBin parent_instance;

  CvnCentre     *centre;
  CvnFigureSet  *figures;
  char          *line;
  gint64         budget;
  gint64         used;
  gboolean       is_cost;
  CvnBudgetLimit limit;
  CvnGridList   *list;
  GtkWidget     *form;
  GtkWidget     *fields[N_FIELDS];
  GtkWidget     *status;
  GtkWidget     *message;
  GtkWidget     *add;
};

G_DEFINE_FINAL_TYPE (CvnBudgetEntries, cvn_budget_entries, ADW_TYPE_BIN)

static const char *const figure_names[] = { "budget-entries", NULL };

static const CvnGridColumn columns[] = {
  { N_("Description"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  { N_("Date"), 90, 0.0f, CVN_NARROW_LINE },
  { N_("Status"), 110, 0.0f, CVN_NARROW_LINE },
  { N_("Amount"), 110, 1.0f, CVN_NARROW_VALUE },
};

static const char *
get_typed (CvnBudgetEntries *self,
           FieldId           field)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->fields[field]));
}

static void
say (CvnBudgetEntries *self,
     const char       *text,
     const char       *css_class,
     gboolean          can_add)
{
  gtk_label_set_text (GTK_LABEL (self->message), text);
  gtk_widget_set_visible (self->message, *text != '\0');
  gtk_widget_remove_css_class (self->message, "error");
  gtk_widget_remove_css_class (self->message, "warning");
  if (css_class != NULL)
    gtk_widget_add_css_class (self->message, css_class);
  gtk_widget_set_sensitive (self->add, can_add && cvn_operation_dialog_is_allowed (self->centre));
}

/* While somebody types: whether the line has room for it. */
static void
check_cb (CvnBudgetEntries *self)
{
  gint64           amount;
  gint64           over = 0;
  CvnBudgetVerdict verdict;
  gboolean         is_complete = *get_typed (self, FIELD_DESCRIPTION) != '\0' && *get_typed (self, FIELD_AMOUNT) != '\0';
  g_autoptr (GError) error = NULL;
  g_autofree char *by = NULL;
  g_autofree char *text = NULL;

  if (!cvn_budget_parse (get_typed (self, FIELD_AMOUNT), &amount, &error))
    {
      say (self, error->message, "error", FALSE);
      return;
    }
  verdict = self->is_cost ? cvn_budget_limit_check (self->limit, self->budget, self->used, 0, amount, &over) : CVN_BUDGET_FITS;
  by = cvn_budget_money (over);
  switch (verdict)
    {
    case CVN_BUDGET_OVER:
      text = g_strdup_printf (_("This is %s more than the line has room for. It can be entered all the same."), by);
      say (self, text, "warning", is_complete);
      break;
    case CVN_BUDGET_REFUSED:
      text = g_strdup_printf (_("This is %s more than the line has room for: amend the budget first, or lower the amount."), by);
      say (self, text, "error", FALSE);
      break;
    case CVN_BUDGET_FITS:
    default:
      say (self, "", NULL, is_complete);
    }
}

/* Who only looks is offered nothing to type in. */
static void
access_cb (CvnBudgetEntries *self)
{
  gboolean allowed = cvn_operation_dialog_is_allowed (self->centre);

  gtk_widget_set_visible (self->form, allowed);
  gtk_widget_set_visible (gtk_widget_get_parent (self->add), allowed);
  check_cb (self);
}

static void
add_cb (CvnBudgetEntries *self)
{
  static const char *const statuses[] = { "actual", "committed" };
  g_autoptr (CvnRecord) entry = cvn_record_new (cvn_kind_find ("budget_entry"));
  g_autofree char *iso = NULL;
  CvnDate          date;
  gint64           amount;
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_sensitive (self->add))
    return;
  if (!cvn_date_parse (get_typed (self, FIELD_DATE), cvn_interface_language (), &date, &error) || !cvn_budget_parse (get_typed (self, FIELD_AMOUNT), &amount, &error))
    {
      say (self, error->message, "error", TRUE);
      return;
    }
  iso = cvn_date_to_iso (&date);
  cvn_record_set_text (entry, "budget_line", self->line);
  cvn_record_set_text (entry, "date", iso);
  cvn_record_set_text (entry, "description", get_typed (self, FIELD_DESCRIPTION));
  cvn_record_set_integer (entry, "amount", amount);
  cvn_record_set_text (entry, "status", statuses[MIN (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->status)), 1)]);
  cvn_budget_run (GTK_WIDGET (self), self->centre, cvn_enter_cost_new (entry), _("The entry is added."));
  gtk_editable_set_text (GTK_EDITABLE (self->fields[FIELD_DESCRIPTION]), "");
  gtk_editable_set_text (GTK_EDITABLE (self->fields[FIELD_AMOUNT]), "");
}

static char *
format_day (const char *iso)
{
  CvnDate date;

  if (iso == NULL || !cvn_date_parse_iso (iso, &date, NULL))
    return g_strdup ("");
  return cvn_date_format_short (&date, cvn_interface_language ());
}

static void
add_row (CvnBudgetEntries *self,
         CvnTable         *table,
         guint             row)
{
  const char      *text = cvn_table_get_text (table, row, "label");
  const char      *status = cvn_partner_choice_label ("budget_entry", "status", cvn_table_get_text (table, row, "status"));
  g_autofree char *day = format_day (cvn_table_get_text (table, row, "date"));
  g_autofree char *amount = cvn_budget_money (cvn_table_get_integer (table, row, "amount"));
  g_autofree char *sentence = g_strdup_printf (_("%1$s: %2$s on %3$s, %4$s"), text, amount, day, status);
  GtkWidget       *cells[] = { cvn_grid_cell_new (text, 0.0f, NULL), cvn_grid_cell_new (day, 0.0f, NULL), cvn_grid_cell_new (status, 0.0f, NULL),
                               cvn_grid_cell_new (amount, 1.0f, NULL) };

  cvn_grid_list_add (self->list, cvn_table_get_text (table, row, "id"), sentence, cells);
}

static void
fill (CvnBudgetEntries *self)
{
  CvnTable *table = cvn_figure_set_get (self->figures, "budget-entries");
  guint     n = 0;

  for (guint row = 0; table != NULL && row < cvn_table_get_n_rows (table); row++)
    n += g_strcmp0 (cvn_table_get_text (table, row, "line"), self->line) == 0;
  cvn_grid_list_begin (self->list, n);
  for (guint row = 0; n > 0 && row < cvn_table_get_n_rows (table) && !cvn_grid_list_is_full (self->list); row++)
    if (g_strcmp0 (cvn_table_get_text (table, row, "line"), self->line) == 0)
      add_row (self, table, row);
  cvn_grid_list_end (self->list);
}

static void
activated_cb (CvnBudgetEntries *self,
              const char       *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "budget.open", "(ss)", "budget_entry", id);
}

static void
cvn_budget_entries_dispose (GObject *object)
{
  CvnBudgetEntries *self = CVN_BUDGET_ENTRIES (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_budget_entries_parent_class)->dispose (object);
}

static void
cvn_budget_entries_finalize (GObject *object)
{
  g_free (CVN_BUDGET_ENTRIES (object)->line);
  G_OBJECT_CLASS (cvn_budget_entries_parent_class)->finalize (object);
}

static void
cvn_budget_entries_class_init (CvnBudgetEntriesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_budget_entries_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_budget_entries_finalize;
}

static void
cvn_budget_entries_init (CvnBudgetEntries *self)
{
}

static GtkWidget *
make_form (CvnBudgetEntries *self)
{
  static const char *const titles[N_FIELDS] = { N_("Date"), N_("Description"), N_("Amount") };
  GtkWidget               *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < N_FIELDS; i++)
    {
      self->fields[i] = adw_entry_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->fields[i]), _(titles[i]));
      g_signal_connect_object (self->fields[i], "changed", G_CALLBACK (check_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->fields[i], "entry-activated", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (GTK_LIST_BOX (list), self->fields[i]);
    }
  return list;
}

static GtkWidget *
make_bar (CvnBudgetEntries *self)
{
  GtkWidget     *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Actual"));
  gtk_string_list_append (names, _("Committed"));
  self->status = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Status"), -1);
  self->add = gtk_button_new_with_mnemonic (_("_Add Entry"));
  gtk_widget_set_sensitive (self->add, FALSE);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), self->status);
  gtk_box_append (GTK_BOX (bar), self->add);
  return bar;
}

/** cvn_budget_entries_new: shows nothing yet. */
GtkWidget *
cvn_budget_entries_new (CvnCentre *centre)
{
  CvnBudgetEntries *self = g_object_new (CVN_TYPE_BUDGET_ENTRIES, NULL);
  GtkWidget        *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->centre = g_object_ref (centre);
  self->figures = cvn_figure_set_new (centre, figure_names);
  self->list = CVN_GRID_LIST (cvn_grid_list_new (columns, G_N_ELEMENTS (columns), _("Entries by Hand"), _("Nothing was entered by hand on this line.")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  self->form = make_form (self);
  gtk_box_append (GTK_BOX (box), self->form);
  self->message = cvn_budget_text_new ("", NULL);
  gtk_widget_set_visible (self->message, FALSE);
  gtk_box_append (GTK_BOX (box), self->message);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->list, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "refill", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::read-only", G_CALLBACK (access_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* Today, if it lies in the year of the line. */
static void
suggest_date (CvnBudgetEntries *self)
{
  const char      *today = cvn_centre_get_today (self->centre);
  g_autofree char *year = g_strdup_printf ("%04d", cvn_centre_get_year (self->centre));
  g_autofree char *last = g_strdup_printf ("%s-12-31", year);
  g_autofree char *text = format_day (g_str_has_prefix (today, year) ? today : last);

  gtk_editable_set_text (GTK_EDITABLE (self->fields[FIELD_DATE]), text);
}

/** cvn_budget_entries_set: the line in @row of the figure "budget-lines". */
void
cvn_budget_entries_set (CvnBudgetEntries *self,
                        CvnTable         *lines,
                        guint             row)
{
  const char *line = cvn_table_get_text (lines, row, "id");

  self->budget = cvn_table_get_integer (lines, row, "budget");
  self->used = cvn_table_get_integer (lines, row, "actual") + cvn_table_get_integer (lines, row, "committed");
  self->is_cost = g_strcmp0 (cvn_table_get_text (lines, row, "sort"), "cost") == 0;
  self->limit = cvn_budget_limit_from_code (cvn_table_get_text (lines, row, "over_budget"));
  if (g_strcmp0 (self->line, line) != 0)
    {
      g_free (self->line);
      self->line = g_strdup (line);
      suggest_date (self);
    }
  fill (self);
  access_cb (self);
}

/** cvn_budget_entries_get_amount: where the amount is typed. */
GtkWidget *
cvn_budget_entries_get_amount (CvnBudgetEntries *self)
{
  return self->fields[FIELD_AMOUNT];
}

/** cvn_budget_entries_get_message: what is said about what is typed. */
const char *
cvn_budget_entries_get_message (CvnBudgetEntries *self)
{
  return gtk_label_get_text (GTK_LABEL (self->message));
}
