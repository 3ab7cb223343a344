/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-fee-tariffs"

#include "cvn-fee-tariffs.h"

#include "cvn-guard.h"
#include "cvn-kind.h"
#include "cvn-money.h"

#include <glib/gi18n-lib.h>

struct _CvnFeeTariffs
{
  AdwBin parent_instance;

  CvnFeeSheet *sheet;
  GtkListBox  *list;
  GtkWidget   *empty;
  GtkWidget   *add;
};

typedef enum {
  SIGNAL_OPEN,
  SIGNAL_ADD,
} CvnFeeTariffsSignal;

static guint signals[SIGNAL_ADD + 1];

G_DEFINE_FINAL_TYPE (CvnFeeTariffs, cvn_fee_tariffs, ADW_TYPE_BIN)

static const char *
get_choice (const char *field,
            const char *code)
{
  const CvnKind   *kind = cvn_kind_find ("fee");
  const CvnChoice *choice = cvn_field_find_choice (&kind->fields[cvn_kind_find_field (kind, field)], code);

  return choice != NULL ? _(choice->label) : "";
}

static char *
format_day (const char *iso)
{
  CvnDate date;

  return cvn_date_parse_iso (iso, &date, NULL) ? cvn_date_format (&date, cvn_interface_language ()) : g_strdup (iso);
}

static char *
format_period (CvnTable *table,
               guint     row)
{
  const char      *to = cvn_table_get_text (table, row, "valid_to");
  g_autofree char *first = format_day (cvn_table_get_text (table, row, "valid_from"));
  g_autofree char *last = to != NULL ? format_day (to) : NULL;

  /* Translators: the first and the last day on which a fee is valid. */
  return last != NULL ? g_strdup_printf (_("%1$s until %2$s"), first, last) : g_strdup_printf (_("From %s"), first);
}

static gboolean
is_valid_on (CvnTable   *table,
             guint       row,
             const char *today)
{
  const char *to = cvn_table_get_text (table, row, "valid_to");

  return g_strcmp0 (cvn_table_get_text (table, row, "valid_from"), today) <= 0 && (to == NULL || g_strcmp0 (to, today) >= 0);
}

static GtkWidget *
make_row (CvnFeeTariffs *self,
          CvnTable      *table,
          guint          row)
{
  GtkWidget       *widget = adw_action_row_new ();
  gboolean         now = is_valid_on (table, row, cvn_centre_get_today (cvn_fee_sheet_get_centre (self->sheet)));
  g_autofree char *period = format_period (table, row);
  g_autofree char *amount = cvn_money_format_euro (cvn_table_get_integer (table, row, "fee"), cvn_interface_language ());
  /* Translators: a service and who pays for it: "Registration · Adults". */
  g_autofree char *title = g_strdup_printf (_("%1$s · %2$s"), get_choice ("service", cvn_table_get_text (table, row, "service")),
                                            get_choice ("payer", cvn_table_get_text (table, row, "payer")));
  g_autofree char *subtitle = now ? g_strdup_printf (_("%s · valid now"), period) : g_steal_pointer (&period);
  GtkWidget       *label = gtk_label_new (amount);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), subtitle);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), TRUE);
  return widget;
}

static void
changed_cb (CvnFeeTariffs *self)
{
  CvnTable  *table = cvn_figure_set_get (cvn_fee_sheet_get_figures (self->sheet), "fees-tariffs");
  GtkWidget *row;
  guint      n = table != NULL ? cvn_table_get_n_rows (table) : 0;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, make_row (self, table, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (self->empty, n == 0);
}

static void
activated_cb (CvnFeeTariffs *self,
              GtkListBoxRow *row)
{
  CvnTable *table = cvn_figure_set_get (cvn_fee_sheet_get_figures (self->sheet), "fees-tariffs");

  g_signal_emit (self, signals[SIGNAL_OPEN], 0, cvn_table_get_text (table, (guint) gtk_list_box_row_get_index (row), "id"));
}

static void
add_cb (CvnFeeTariffs *self)
{
  g_signal_emit (self, signals[SIGNAL_ADD], 0);
}

static void
cvn_fee_tariffs_dispose (GObject *object)
{
  CvnFeeTariffs *self = CVN_FEE_TARIFFS (object);

  g_clear_object (&self->sheet);
  G_OBJECT_CLASS (cvn_fee_tariffs_parent_class)->dispose (object);
}

static void
cvn_fee_tariffs_class_init (CvnFeeTariffsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_fee_tariffs_dispose;
  signals[SIGNAL_OPEN] = g_signal_new ("open", CVN_TYPE_FEE_TARIFFS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_ADD] = g_signal_new ("add", CVN_TYPE_FEE_TARIFFS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_fee_tariffs_init (CvnFeeTariffs *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->add = gtk_button_new_with_mnemonic (_("_Add Fee"));
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Fees"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  self->empty = g_object_new (GTK_TYPE_LABEL, "label", _("There are no fees yet. Without them registrations bring nothing."), "wrap", TRUE, "xalign", 0.0, NULL);
  gtk_box_append (GTK_BOX (content), self->add);
  gtk_box_append (GTK_BOX (content), self->empty);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (content, "cvn-fees");
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/** cvn_fee_tariffs_new: (transfer floating): the fees of the centre of @sheet. */
GtkWidget *
cvn_fee_tariffs_new (CvnFeeSheet *sheet)
{
  CvnFeeTariffs *self = g_object_new (CVN_TYPE_FEE_TARIFFS, NULL);

  self->sheet = g_object_ref (sheet);
  cvn_guard_widget (self->add, cvn_fee_sheet_get_centre (sheet), "visible");
  g_signal_connect_object (sheet, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return GTK_WIDGET (self);
}
