/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-instalments-view"

#include "cvn-instalments-view.h"

#include "cvn-date.h"
#include "cvn-figure-set.h"
#include "cvn-grid-list.h"
#include "cvn-money.h"
#include "cvn-partner-item.h"

#include <glib/gi18n-lib.h>

struct _CvnInstalmentsView
{
  AdwBin parent_instance;

  CvnCentre    *centre;
  CvnFigureSet *figures; /* NULL before it is looked at */
  GtkImage     *icon;
  GtkLabel     *headline;
  GtkLabel     *line;
  CvnGridList  *list;
};

G_DEFINE_FINAL_TYPE (CvnInstalmentsView, cvn_instalments_view, ADW_TYPE_BIN)

static const char *const figure_names[] = { "year-instalments", NULL };

typedef enum {
  CELL_PARTY,
  CELL_DUE,
  CELL_INVOICE,
  CELL_REFERENCE,
  CELL_STATE,
  CELL_AMOUNT,
  N_CELLS,
} CellId;

static const CvnGridColumn columns[N_CELLS] = {
  [CELL_PARTY] = { N_("Party"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [CELL_DUE] = { N_("Due date"), 90, 0.0f, CVN_NARROW_LINE },
  [CELL_INVOICE] = { N_("Invoice"), 90, 0.0f, CVN_NARROW_HIDE },
  [CELL_REFERENCE] = { N_("Payment reference"), 160, 0.0f, CVN_NARROW_LINE },
  [CELL_STATE] = { N_("State"), 176, 0.0f, CVN_NARROW_LINE },
  [CELL_AMOUNT] = { N_("Amount"), 110, 1.0f, CVN_NARROW_VALUE },
};

static char *
format_day (CvnTable   *table,
            guint       row,
            const char *column)
{
  const char *iso = cvn_table_get_text (table, row, column);
  CvnDate     date;

  if (iso == NULL || !cvn_date_parse_iso (iso, &date, NULL))
    return g_strdup ("");
  return cvn_date_format_short (&date, cvn_interface_language ());
}

static char *
describe_state (CvnTable *table,
                guint     row)
{
  const char      *state = cvn_table_get_text (table, row, "state");
  gboolean         planned = g_strcmp0 (state, "draft") == 0 && cvn_table_get_text (table, row, "invoice_id") == NULL;
  const char      *label = planned ? _("Planned") : cvn_partner_choice_label ("instalment", "status", state);
  g_autofree char *paid = format_day (table, row, "paid_on");

  if (*paid == '\0')
    return g_strdup (label);
  return g_strdup_printf (_("%1$s on %2$s"), label, paid);
}

static const char *
get_text (CvnTable   *table,
          guint       row,
          const char *column)
{
  const char *text = cvn_table_get_text (table, row, column);

  return text != NULL ? text : "";
}

static void
add_instalment (CvnInstalmentsView *self,
                CvnTable           *table,
                guint               row)
{
  const char      *name = cvn_table_get_text (table, row, cvn_interface_language () == CVN_LANGUAGE_EN ? "label_en" : "label");
  gboolean         overdue = g_strcmp0 (cvn_table_get_text (table, row, "state"), "overdue") == 0;
  g_autofree char *number = g_strdup_printf (_("Instalment %d"), (int) cvn_table_get_integer (table, row, "number"));
  g_autofree char *due = format_day (table, row, "date");
  g_autofree char *state = describe_state (table, row);
  g_autofree char *amount = cvn_money_format_euro (cvn_table_get_integer (table, row, "amount"), cvn_interface_language ());
  g_autofree char *sentence = g_strdup_printf (_("%1$s: %2$s due on %3$s, %4$s"), name, amount, due, state);
  const char      *reference = cvn_table_get_text (table, row, "reference");
  GtkWidget       *cells[N_CELLS] = {
          [CELL_PARTY] = cvn_grid_cell_new (name, 0.0f, number),
          [CELL_DUE] = cvn_grid_cell_new (due, 0.0f, NULL),
          [CELL_INVOICE] = cvn_grid_cell_new (get_text (table, row, "invoice"), 0.0f, NULL),
          [CELL_REFERENCE] = cvn_grid_cell_new (reference != NULL ? reference : get_text (table, row, "rf_reference"), 0.0f, NULL),
          [CELL_STATE] = cvn_grid_cell_new (state, 0.0f, NULL),
          [CELL_AMOUNT] = cvn_grid_cell_new (amount, 1.0f, NULL),
  };

  for (CellId id = CELL_DUE; id <= CELL_REFERENCE; id++)
    gtk_widget_add_css_class (cells[id], "numeric");
  if (overdue)
    gtk_widget_add_css_class (cells[CELL_STATE], "cvn-beside");
  cvn_grid_list_add (self->list, cvn_table_get_text (table, row, "id"), sentence, cells);
}

/* How many are in @state, or neither overdue nor settled when it is NULL, and what they come to. */
static guint
count (CvnTable   *table,
       const char *state,
       gint64     *cents)
{
  static const char *const others[] = { "overdue", "paid", "credited", "written_off", NULL };
  guint                    n = 0;

  *cents = 0;
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    {
      const char *it = get_text (table, row, "state");

      if (state != NULL ? !g_str_equal (it, state) : g_strv_contains (others, it))
        continue;
      *cents += cvn_table_get_integer (table, row, "amount");
      n++;
    }
  return n;
}

static void
fill_headline (CvnInstalmentsView *self,
               CvnTable           *table)
{
  gint64           late_cents;
  gint64           open_cents;
  gint64           paid_cents;
  guint            n_late = count (table, "overdue", &late_cents);
  guint            n_open = count (table, NULL, &open_cents);
  guint            n_paid = count (table, "paid", &paid_cents);
  g_autofree char *late = cvn_money_format_euro (late_cents, cvn_interface_language ());
  g_autofree char *open = cvn_money_format_euro (open_cents, cvn_interface_language ());
  g_autofree char *paid = cvn_money_format_euro (paid_cents, cvn_interface_language ());
  g_autofree char *text = NULL;
  g_autofree char *line = g_strdup_printf (_("%1$u of %2$u paid: %3$s"), n_paid, cvn_table_get_n_rows (table), paid);

  if (n_late > 0)
    text = g_strdup_printf (ngettext ("%1$u instalment is overdue: %2$s", "%1$u instalments are overdue: %2$s", n_late), n_late, late);
  else if (n_open > 0)
    text = g_strdup_printf (ngettext ("%1$u instalment is still to come: %2$s", "%1$u instalments are still to come: %2$s", n_open), n_open, open);
  else
    text = g_strdup (cvn_table_get_n_rows (table) > 0 ? _("Everything is settled") : _("No instalments in this year"));
  gtk_image_set_from_icon_name (self->icon, n_late > 0 ? "dialog-warning-symbolic" : n_open > 0 ? "x-office-calendar-symbolic"
                                                                                                : "object-select-symbolic");
  gtk_label_set_text (self->headline, text);
  gtk_label_set_text (self->line, line);
  gtk_widget_set_visible (GTK_WIDGET (self->line), cvn_table_get_n_rows (table) > 0);
}

static void
changed_cb (CvnInstalmentsView *self)
{
  CvnTable *table = cvn_figure_set_get (self->figures, "year-instalments");
  guint     n = cvn_table_get_n_rows (table);

  fill_headline (self, table);
  cvn_grid_list_begin (self->list, n);
  for (guint row = 0; row < n && !cvn_grid_list_is_full (self->list); row++)
    add_instalment (self, table, row);
  cvn_grid_list_end (self->list);
}

/* Nothing is read for a tab that nobody opens. */
static void
map_cb (CvnInstalmentsView *self)
{
  if (self->figures != NULL)
    return;
  self->figures = cvn_figure_set_new (self->centre, figure_names);
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
activated_cb (CvnInstalmentsView *self,
              const char         *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "convenant.open", "(ss)", "instalment", id);
}

static void
cvn_instalments_view_dispose (GObject *object)
{
  CvnInstalmentsView *self = CVN_INSTALMENTS_VIEW (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_instalments_view_parent_class)->dispose (object);
}

static void
cvn_instalments_view_class_init (CvnInstalmentsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_instalments_view_dispose;
}

static void
cvn_instalments_view_init (CvnInstalmentsView *self)
{
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

static GtkWidget *
make_headline (CvnInstalmentsView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  self->headline = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->headline), "heading");
  self->line = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->line), "dim-label");
  gtk_box_append (GTK_BOX (first), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (first), GTK_WIDGET (self->headline));
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->line));
  return box;
}

/** cvn_instalments_view_new: reads its figures when it is first looked at. */
GtkWidget *
cvn_instalments_view_new (CvnCentre *centre)
{
  CvnInstalmentsView *self = g_object_new (CVN_TYPE_INSTALMENTS_VIEW, NULL);
  GtkWidget          *scrolled = gtk_scrolled_window_new ();
  GtkWidget          *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->centre = g_object_ref (centre);
  gtk_widget_add_css_class (content, "cvn-parties");
  gtk_box_append (GTK_BOX (content), make_headline (self));
  self->list = CVN_GRID_LIST (cvn_grid_list_new (columns, N_CELLS, _("Instalments"), _("Instalments appear here once a commitment is divided into them.")));
  g_signal_connect_object (self->list, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "refill", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  return GTK_WIDGET (self);
}

/** cvn_instalments_view_get_focused: (nullable): the id of the instalment that has the focus. */
const char *
cvn_instalments_view_get_focused (CvnInstalmentsView *self)
{
  return cvn_grid_list_get_focused (self->list);
}
