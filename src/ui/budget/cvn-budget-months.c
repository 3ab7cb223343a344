/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-budget-months"

#include "cvn-budget-months.h"

#include "cvn-budget-operations.h"
#include "cvn-budget-parts.h"
#include "cvn-budget-split.h"
#include "cvn-money.h"
#include "cvn-month-name.h"
#include "cvn-operation-dialog.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

/* Above the months: the headings and the year. */
#define FIRST_MONTH 2

struct _CvnBudgetMonths
{
  AdwBin parent_instance;

  CvnCentre    *centre;
  char         *line;
  GtkGrid      *grid;
  GtkWidget    *entries[CVN_BUDGET_N_MONTHS + 1]; /* the first is the year */
  GtkWidget    *actuals[CVN_BUDGET_N_MONTHS + 1];
  GtkWidget    *forecasts[CVN_BUDGET_N_MONTHS + 1];
  GtkDropDown  *split;
  GtkWidget    *message;
  GtkWidget    *place;
  GtkWidget    *save;
  gboolean      is_filling;
  gboolean      is_dirty;
  GCancellable *asking;
};

G_DEFINE_FINAL_TYPE (CvnBudgetMonths, cvn_budget_months, ADW_TYPE_BIN)

static const struct
{
  const char *code;
  const char *label;
} splits[] = {
  { "equal", N_("Equal months") },
  { "pattern", N_("As last year") },
  { "hand", N_("By hand") },
};

#define SPLIT_HAND (G_N_ELEMENTS (splits) - 1)

static void
set_amount (GtkWidget *entry,
            gint64     cents)
{
  g_autofree char *text = cvn_money_format (cents, cvn_interface_language ());

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
mark (GtkWidget *entry,
      gboolean   wrong)
{
  if (wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
}

/* What was typed; FALSE when one of the amounts cannot be read. */
static gboolean
read_amounts (CvnBudgetMonths *self,
              gint64          *year,
              gint64          *months,
              GError         **error)
{
  gboolean right = TRUE;

  for (guint i = 0; i <= CVN_BUDGET_N_MONTHS; i++)
    {
      g_autoptr (GError) failure = NULL;
      gboolean good = cvn_budget_parse (gtk_editable_get_text (GTK_EDITABLE (self->entries[i])), i == 0 ? year : &months[i - 1], &failure);

      mark (self->entries[i], !good);
      if (!good && right)
        g_propagate_error (error, g_steal_pointer (&failure));
      right &= good;
    }
  return right;
}

static void
say (CvnBudgetMonths *self,
     const char      *text,
     gboolean         is_error,
     gboolean         can_place,
     gboolean         can_save)
{
  gtk_label_set_text (GTK_LABEL (self->message), text);
  mark (self->message, is_error);
  gtk_widget_set_visible (self->place, can_place && cvn_operation_dialog_is_allowed (self->centre));
  gtk_widget_set_sensitive (self->save, can_save && self->is_dirty && cvn_operation_dialog_is_allowed (self->centre));
}

/* While somebody types: whether the months make the year. */
static void
check (CvnBudgetMonths *self)
{
  gint64 year;
  gint64 months[CVN_BUDGET_N_MONTHS];
  gint64 difference;
  g_autoptr (GError) error = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *text = NULL;

  if (!read_amounts (self, &year, months, &error) || !cvn_budget_split_difference (year, months, &difference, &error))
    {
      say (self, error->message, TRUE, FALSE, FALSE);
      return;
    }
  if (difference == 0)
    {
      say (self, _("The months add up to the year."), FALSE, FALSE, TRUE);
      return;
    }
  amount = cvn_money_format_euro (ABS (difference), cvn_interface_language ());
  text = difference > 0 ? g_strdup_printf (_("%s of the year is in no month."), amount) : g_strdup_printf (_("The months are %s more than the year."), amount);
  say (self, text, TRUE, TRUE, FALSE);
}

static void
typed_cb (CvnBudgetMonths *self,
          GtkWidget       *entry)
{
  if (self->is_filling)
    return;
  self->is_dirty = TRUE;
  if (entry != self->entries[0])
    {
      self->is_filling = TRUE;
      gtk_drop_down_set_selected (self->split, SPLIT_HAND);
      self->is_filling = FALSE;
    }
  check (self);
}

static void
fill_months (CvnBudgetMonths *self,
             const gint64    *months)
{
  self->is_filling = TRUE;
  for (guint i = 0; i < CVN_BUDGET_N_MONTHS; i++)
    set_amount (self->entries[i + 1], months[i]);
  self->is_filling = FALSE;
  check (self);
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (CvnBudgetMonths) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnTable) table = cvn_operation_preview_finish (CVN_CENTRE (source), result, &error);
  gint64 months[CVN_BUDGET_N_MONTHS] = { 0 };

  if (self->centre == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  for (guint row = 0; table != NULL && row < cvn_table_get_n_rows (table); row++)
    months[row] = cvn_table_get_integer (table, row, "amount");
  if (table != NULL)
    fill_months (self, months);
  else
    say (self, error->message, TRUE, FALSE, FALSE);
}

static const char *
get_split (CvnBudgetMonths *self)
{
  return splits[MIN (gtk_drop_down_get_selected (self->split), SPLIT_HAND)].code;
}

static void
split_cb (CvnBudgetMonths *self)
{
  g_autoptr (CvnOperation) operation = NULL;
  gint64 year;
  gint64 months[CVN_BUDGET_N_MONTHS];

  if (self->is_filling || gtk_drop_down_get_selected (self->split) == SPLIT_HAND || !read_amounts (self, &year, months, NULL))
    return;
  self->is_dirty = TRUE;
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  operation = cvn_set_plan_new (self->line, year, get_split (self), NULL);
  cvn_operation_preview_async (operation, self->centre, self->asking, previewed_cb, g_object_ref (self));
}

/** cvn_budget_months_place: puts what is in no month into all of them. */
void
cvn_budget_months_place (CvnBudgetMonths *self)
{
  gint64 year;
  gint64 months[CVN_BUDGET_N_MONTHS];

  if (!read_amounts (self, &year, months, NULL) || !cvn_budget_split_place (year, months, NULL))
    return;
  self->is_dirty = TRUE;
  fill_months (self, months);
}

/** cvn_budget_months_save: writes the months, if they make the year. */
void
cvn_budget_months_save (CvnBudgetMonths *self)
{
  gint64 year;
  gint64 months[CVN_BUDGET_N_MONTHS];

  if (!gtk_widget_get_sensitive (self->save) || !read_amounts (self, &year, months, NULL))
    return;
  self->is_dirty = FALSE;
  gtk_widget_set_sensitive (self->save, FALSE);
  cvn_budget_run (GTK_WIDGET (self), self->centre, cvn_set_plan_new (self->line, year, get_split (self), months), _("The months are saved."));
}

/* Who only looks reads the months. */
static void
access_cb (CvnBudgetMonths *self)
{
  gboolean allowed = cvn_operation_dialog_is_allowed (self->centre);

  gtk_widget_set_visible (gtk_widget_get_parent (self->save), allowed);
  for (guint i = 0; i <= CVN_BUDGET_N_MONTHS; i++)
    gtk_widget_set_sensitive (self->entries[i], allowed);
  check (self);
}

static void
cvn_budget_months_dispose (GObject *object)
{
  CvnBudgetMonths *self = CVN_BUDGET_MONTHS (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_budget_months_parent_class)->dispose (object);
}

static void
cvn_budget_months_finalize (GObject *object)
{
  g_free (CVN_BUDGET_MONTHS (object)->line);
  G_OBJECT_CLASS (cvn_budget_months_parent_class)->finalize (object);
}

static void
cvn_budget_months_class_init (CvnBudgetMonthsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_budget_months_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_budget_months_finalize;
}

static GtkWidget *
add_label (CvnBudgetMonths *self,
           const char      *text,
           int              column,
           int              row,
           const char      *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", column == 0 ? 0.0 : 1.0, "hexpand", column > 1, "ellipsize", column > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
  return label;
}

/* Where an amount stands once it is known. */
static GtkWidget *
add_place (CvnBudgetMonths *self,
           int              column,
           int              row)
{
  GtkWidget *place = g_object_new (ADW_TYPE_BIN, "hexpand", TRUE, NULL);

  gtk_grid_attach (self->grid, place, column, row, 1, 1);
  return place;
}

static void
add_month (CvnBudgetMonths *self,
           guint            i)
{
  int         row = i == 0 ? 1 : (int) i + FIRST_MONTH - 1;
  const char *name = i == 0 ? _("Year") : cvn_month_name_short (i, cvn_interface_language ());

  add_label (self, name, 0, row, i == 0 ? "heading" : "numeric");
  self->entries[i] = gtk_entry_new ();
  gtk_editable_set_alignment (GTK_EDITABLE (self->entries[i]), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entries[i]), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entries[i]), 12);
  gtk_widget_add_css_class (self->entries[i], "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entries[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (self->entries[i], "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entries[i], "activate", G_CALLBACK (cvn_budget_months_save), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (self->grid, self->entries[i], 1, row, 1, 1);
  self->actuals[i] = add_place (self, 2, row);
  self->forecasts[i] = add_place (self, 3, row);
}

static GtkWidget *
make_bar (CvnBudgetMonths *self)
{
  GtkWidget     *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (splits); i++)
    gtk_string_list_append (names, _(splits[i].label));
  self->split = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (names), NULL));
  cvn_tooltip_set (self->split, _("How the Year Is Divided"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->split), GTK_ACCESSIBLE_PROPERTY_LABEL, _("How the Year Is Divided"), -1);
  g_signal_connect_object (self->split, "notify::selected", G_CALLBACK (split_cb), self, G_CONNECT_SWAPPED);
  self->save = gtk_button_new_with_mnemonic (_("_Save"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (cvn_budget_months_save), self, G_CONNECT_SWAPPED);
  self->place = gtk_button_new_with_mnemonic (_("_Divide the Difference"));
  g_signal_connect_object (self->place, "clicked", G_CALLBACK (cvn_budget_months_place), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->split));
  gtk_box_append (GTK_BOX (bar), self->save);
  gtk_widget_set_halign (self->place, GTK_ALIGN_START);
  gtk_widget_set_visible (self->place, FALSE);
  return bar;
}

static void
cvn_budget_months_init (CvnBudgetMonths *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 6);
  gtk_grid_set_row_spacing (self->grid, 3);
  add_label (self, _("Month"), 0, 0, "caption-heading");
  add_label (self, _("Budget"), 1, 0, "caption-heading");
  add_label (self, _("Actual"), 2, 0, "caption-heading");
  add_label (self, _("Forecast"), 3, 0, "caption-heading");
  for (guint i = 0; i <= CVN_BUDGET_N_MONTHS; i++)
    add_month (self, i);
  self->message = cvn_budget_text_new ("", NULL);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), self->message);
  gtk_box_append (GTK_BOX (box), self->place);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grid));
  adw_bin_set_child (ADW_BIN (self), box);
}

/** cvn_budget_months_new: shows nothing yet. */
GtkWidget *
cvn_budget_months_new (CvnCentre *centre)
{
  CvnBudgetMonths *self = g_object_new (CVN_TYPE_BUDGET_MONTHS, NULL);

  self->centre = g_object_ref (centre);
  g_signal_connect_object (centre, "notify::read-only", G_CALLBACK (access_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* An amount that opens the rows behind it, of a month or, for month 0, of the year. */
static void
show_amount (CvnBudgetMonths *self,
             GtkWidget       *place,
             gint64           cents,
             gboolean         is_forecast,
             gint64           month)
{
  static const char *const figures[][2] = { { "budget-actual", "budget-forecast" }, { "budget-month-actual", "budget-month-forecast" } };
  g_autofree char         *text = cvn_money_format (cents, cvn_interface_language ());
  g_autofree char         *part = month > 0 ? g_strdup_printf ("%s %lld", self->line, (long long) month) : g_strdup (self->line);
  const char              *when = month > 0 ? cvn_month_name_short ((guint) month, cvn_interface_language ()) : _("Year");
  g_autofree char         *name = g_strdup_printf ("%s · %s", is_forecast ? _("Forecast") : _("Actual"), when);
  GtkWidget               *cell = cvn_budget_cell_new (self->centre, cents, figures[month > 0][is_forecast], part, name);
  GtkLabel                *label = GTK_LABEL (gtk_menu_button_get_child (GTK_MENU_BUTTON (cell)));

  /* It is read whole before an entry has room for more than is in it. */
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_text (label, text);
  adw_bin_set_child (ADW_BIN (place), cell);
}

static guint
find_split (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (splits); i++)
    if (g_strcmp0 (splits[i].code, code) == 0)
      return i;
  return 0;
}

static void
fill_entries (CvnBudgetMonths *self,
              CvnTable        *lines,
              guint            row,
              CvnTable        *months)
{
  self->is_filling = TRUE;
  set_amount (self->entries[0], cvn_table_get_integer (lines, row, "budget"));
  for (guint i = 0; i < cvn_table_get_n_rows (months); i++)
    if (g_strcmp0 (cvn_table_get_text (months, i, "line"), self->line) == 0 && cvn_table_get_integer (months, i, "month") > 0)
      set_amount (self->entries[cvn_table_get_integer (months, i, "month")], cvn_table_get_integer (months, i, "budget"));
  gtk_drop_down_set_selected (self->split, find_split (cvn_table_get_text (lines, row, "plan_split")));
  self->is_filling = FALSE;
  self->is_dirty = FALSE;
}

/** cvn_budget_months_set: the line in @row of the figure "budget-lines", with "budget-months". What is being typed for the same line stays. */
void
cvn_budget_months_set (CvnBudgetMonths *self,
                       CvnTable        *lines,
                       guint            row,
                       CvnTable        *months)
{
  const char *line = cvn_table_get_text (lines, row, "id");
  gboolean    is_other = g_strcmp0 (self->line, line) != 0;

  if (is_other)
    {
      g_free (self->line);
      self->line = g_strdup (line);
    }
  if (is_other || !self->is_dirty)
    fill_entries (self, lines, row, months);
  show_amount (self, self->actuals[0], cvn_table_get_integer (lines, row, "actual"), FALSE, 0);
  show_amount (self, self->forecasts[0], cvn_table_get_integer (lines, row, "forecast"), TRUE, 0);
  for (guint i = 0; i < cvn_table_get_n_rows (months); i++)
    {
      gint64 month = cvn_table_get_integer (months, i, "month");

      if (month == 0 || g_strcmp0 (cvn_table_get_text (months, i, "line"), line) != 0)
        continue;
      show_amount (self, self->actuals[month], cvn_table_get_integer (months, i, "actual"), FALSE, month);
      show_amount (self, self->forecasts[month], cvn_table_get_integer (months, i, "forecast"), TRUE, month);
    }
  access_cb (self);
}

/** cvn_budget_months_get_entry: where the amount of a month, 1 to 12, is typed; 0 for the year. */
GtkWidget *
cvn_budget_months_get_entry (CvnBudgetMonths *self,
                             guint            month)
{
  g_return_val_if_fail (month <= CVN_BUDGET_N_MONTHS, NULL);
  return self->entries[month];
}

/** cvn_budget_months_get_message: what is said about the months. */
const char *
cvn_budget_months_get_message (CvnBudgetMonths *self)
{
  return gtk_label_get_text (GTK_LABEL (self->message));
}
