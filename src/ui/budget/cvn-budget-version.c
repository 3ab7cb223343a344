/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-budget-version"

#include "cvn-budget-version.h"

#include "cvn-budget-parts.h"
#include "cvn-columns-layout.h"
#include "cvn-date.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

struct _CvnBudgetVersion
{
  AdwBin parent_instance;

  CvnTable    *table;   /* NULL before it is there */
  GArray      *numbers; /* of gint64: the versions in the choice */
  GtkWidget   *bar;
  GtkDropDown *choice;
  GtkWidget   *about;
  GtkWidget   *changes;
  GtkWidget   *change_list;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (CvnBudgetVersion, cvn_budget_version, ADW_TYPE_BIN)

static char *
dup_day (CvnTable *table,
         guint     row)
{
  const char *iso = cvn_table_get_text (table, row, "decision_date");
  CvnDate     date;

  if (iso == NULL || !cvn_date_parse_iso (iso, &date, NULL))
    return NULL;
  return cvn_date_format (&date, cvn_interface_language ());
}

static char *
dup_name (CvnTable *table,
          guint     row)
{
  gint64           number = cvn_table_get_integer (table, row, "number");
  g_autofree char *day = dup_day (table, row);

  if (number == 0)
    return day != NULL ? g_strdup_printf (_("Adopted on %s"), day) : g_strdup (_("As adopted"));
  if (day == NULL)
    return g_strdup_printf (_("Amendment %lld"), (long long) number);
  return g_strdup_printf (_("Amendment %1$lld, %2$s"), (long long) number, day);
}

static gint64
get_chosen (CvnBudgetVersion *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);

  return selected < self->numbers->len ? g_array_index (self->numbers, gint64, selected) : -1;
}

static gboolean
find_amount (CvnBudgetVersion *self,
             gint64            number,
             const char       *line,
             gint64           *amount)
{
  for (guint row = 0; row < cvn_table_get_n_rows (self->table); row++)
    if (cvn_table_get_integer (self->table, row, "number") == number && g_strcmp0 (cvn_table_get_text (self->table, row, "id"), line) == 0)
      {
        *amount = cvn_table_get_integer (self->table, row, "said");
        return TRUE;
      }
  return FALSE;
}

static void
add_change (CvnBudgetVersion *self,
            const char       *name,
            gint64            before,
            gint64            after)
{
  GtkWidget       *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget       *label = cvn_budget_text_new (name, NULL);
  g_autofree char *was = cvn_budget_money (before);
  g_autofree char *is = cvn_budget_money (after);
  g_autofree char *by = cvn_budget_signed_money (after - before);
  /* Translators: an amount before, after, and the difference */
  g_autofree char *text = g_strdup_printf (_("%1$s → %2$s (%3$s)"), was, is, by);
  GtkWidget       *amounts = cvn_budget_text_new (text, "numeric");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), amounts);
  gtk_box_append (GTK_BOX (self->change_list), line);
}

/* What the version changed of the one before: the lines, and the result. */
static guint
fill_changes (CvnBudgetVersion *self,
              gint64            number,
              gint64            before)
{
  GtkWidget *child;
  guint      n = 0;
  gint64     results[2] = { 0 };

  while ((child = gtk_widget_get_first_child (self->change_list)) != NULL)
    gtk_box_remove (GTK_BOX (self->change_list), child);
  for (guint row = 0; row < cvn_table_get_n_rows (self->table); row++)
    {
      gint64 after = cvn_table_get_integer (self->table, row, "said");
      gint64 sign = g_strcmp0 (cvn_table_get_text (self->table, row, "sort"), "cost") == 0 ? -1 : 1;
      gint64 was;

      if (cvn_table_get_integer (self->table, row, "number") != number || !find_amount (self, before, cvn_table_get_text (self->table, row, "id"), &was))
        continue;
      results[0] += sign * was;
      results[1] += sign * after;
      if (was == after)
        continue;
      add_change (self, cvn_budget_label (self->table, row), was, after);
      n++;
    }
  add_change (self, _("Result"), results[0], results[1]);
  gtk_widget_add_css_class (gtk_widget_get_last_child (self->change_list), "heading");
  return n;
}

static void
show_chosen (CvnBudgetVersion *self)
{
  gint64           number = get_chosen (self);
  guint            selected = gtk_drop_down_get_selected (self->choice);
  gint64           before = selected > 0 && number >= 0 ? g_array_index (self->numbers, gint64, selected - 1) : -1;
  guint            n = before >= 0 ? fill_changes (self, number, before) : 0;
  g_autofree char *text = g_strdup_printf (ngettext ("%u Changed Line", "%u Changed Lines", n), n);
  const char      *reason = NULL;

  for (guint row = 0; number >= 0 && reason == NULL && row < cvn_table_get_n_rows (self->table); row++)
    if (cvn_table_get_integer (self->table, row, "number") == number)
      reason = cvn_table_get_text (self->table, row, "reason");
  gtk_label_set_text (GTK_LABEL (self->about), reason != NULL ? reason : "");
  gtk_widget_set_visible (self->about, reason != NULL);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->changes), text);
  gtk_widget_set_visible (self->changes, before >= 0);
}

static void
selected_cb (CvnBudgetVersion *self)
{
  if (self->table == NULL)
    return;
  show_chosen (self);
  g_signal_emit (self, chosen_signal, 0);
}

static void
cvn_budget_version_dispose (GObject *object)
{
  g_clear_pointer (&CVN_BUDGET_VERSION (object)->table, cvn_table_unref);
  G_OBJECT_CLASS (cvn_budget_version_parent_class)->dispose (object);
}

static void
cvn_budget_version_finalize (GObject *object)
{
  g_array_unref (CVN_BUDGET_VERSION (object)->numbers);
  G_OBJECT_CLASS (cvn_budget_version_parent_class)->finalize (object);
}

static void
cvn_budget_version_class_init (CvnBudgetVersionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_budget_version_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_budget_version_finalize;
  chosen_signal = g_signal_new ("chosen", CVN_TYPE_BUDGET_VERSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/** cvn_budget_version_add: puts @child beside the choice, or below it where there is no room. */
void
cvn_budget_version_add (CvnBudgetVersion *self,
                        GtkWidget        *child)
{
  gtk_widget_set_parent (child, self->bar);
}

static void
cvn_budget_version_init (CvnBudgetVersion *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *popover = gtk_popover_new ();

  self->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (gtk_string_list_new (NULL)), NULL));
  cvn_tooltip_set (self->choice, _("Version of the Budget"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Version of the Budget"), -1);
  self->change_list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->change_list, "cvn-decision");
  gtk_popover_set_child (GTK_POPOVER (popover), self->change_list);
  self->changes = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->changes), popover);
  self->about = cvn_budget_text_new ("", "dim-label");
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->bar, cvn_columns_layout_new (300, 2, 6));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (line), self->changes);
  cvn_budget_version_add (self, line);
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_box_append (GTK_BOX (box), self->about);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

/** cvn_budget_version_new: shows nothing yet. */
GtkWidget *
cvn_budget_version_new (void)
{
  return g_object_new (CVN_TYPE_BUDGET_VERSION, NULL);
}

/** cvn_budget_version_set_table: the figure "budget-versions"; the last version is chosen. */
void
cvn_budget_version_set_table (CvnBudgetVersion *self,
                              CvnTable         *table)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  g_clear_pointer (&self->table, cvn_table_unref); /* nothing is chosen while the choice is filled */
  g_array_set_size (self->numbers, 0);
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    {
      gint64           number = cvn_table_get_integer (table, row, "number");
      g_autofree char *name = NULL;

      if (self->numbers->len > 0 && g_array_index (self->numbers, gint64, self->numbers->len - 1) == number)
        continue;
      name = dup_name (table, row);
      gtk_string_list_append (names, name);
      g_array_append_val (self->numbers, number);
    }
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->choice, self->numbers->len > 0 ? self->numbers->len - 1 : GTK_INVALID_LIST_POSITION);
  g_object_unref (names);
  self->table = cvn_table_ref (table);
  gtk_widget_set_visible (GTK_WIDGET (self->choice), self->numbers->len > 0);
  show_chosen (self);
}

/** cvn_budget_version_is_last: whether the budget is shown as it is now. */
gboolean
cvn_budget_version_is_last (CvnBudgetVersion *self)
{
  return gtk_drop_down_get_selected (self->choice) + 1 == self->numbers->len;
}

/** cvn_budget_version_get_amount: what the chosen version says of a line; @otherwise when it does not have it. */
gint64
cvn_budget_version_get_amount (CvnBudgetVersion *self,
                               const char       *line,
                               gint64            otherwise)
{
  gint64 amount;

  return self->table != NULL && find_amount (self, get_chosen (self), line, &amount) ? amount : otherwise;
}
