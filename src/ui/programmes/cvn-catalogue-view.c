/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-catalogue-view"

#include "cvn-catalogue-view.h"

#include "cvn-change-words.h"
#include "cvn-figure-set.h"
#include "cvn-grid-list.h"
#include "cvn-partner-item.h"

#include <glib/gi18n-lib.h>

typedef enum {
  PROGRAMME_NAME,
  PROGRAMME_PRICE,
  PROGRAMME_NUMBER,
  PROGRAMME_LEAD,
  PROGRAMME_MARGIN,
  PROGRAMME_REVENUE,
  N_PROGRAMME_CELLS,
} ProgrammeCell;

typedef enum {
  MONTH_PROVIDER,
  MONTH_BOOKING,
  MONTH_STATE,
  N_MONTH_CELLS,
} MonthCell;

static const CvnGridColumn programme_columns[N_PROGRAMME_CELLS] = {
  [PROGRAMME_NAME] = { N_("Programme"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [PROGRAMME_PRICE] = { N_("Price"), 150, 0.0f, CVN_NARROW_LINE },
  [PROGRAMME_NUMBER] = { N_("Bookings"), 90, 1.0f, CVN_NARROW_LINE },
  [PROGRAMME_LEAD] = { N_("Lead time"), 100, 1.0f, CVN_NARROW_LINE },
  [PROGRAMME_MARGIN] = { N_("Margin"), 120, 1.0f, CVN_NARROW_LINE },
  [PROGRAMME_REVENUE] = { N_("Revenue"), 120, 1.0f, CVN_NARROW_VALUE },
};

static const CvnGridColumn month_columns[N_MONTH_CELLS] = {
  [MONTH_PROVIDER] = { N_("Provider"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [MONTH_BOOKING] = { N_("Booking"), CVN_GRID_REST, 0.0f, CVN_NARROW_LINE },
  [MONTH_STATE] = { N_("Capacity"), 220, 0.0f, CVN_NARROW_LINE },
};

struct _CvnCatalogueView
{
  AdwBin parent_instance;

  CvnCentre    *centre;
  CvnFigureSet *figures;
  CvnGridList  *programmes;
  CvnGridList  *months;
};

static const char *const figure_names[] = { "booking-margins", "provider-months", NULL };

G_DEFINE_FINAL_TYPE (CvnCatalogueView, cvn_catalogue_view, ADW_TYPE_BIN)

static char *
dup_lead (CvnTable *table,
          guint     row)
{
  int   column = cvn_table_find_column (table, "lead_days");
  guint days = (guint) cvn_table_get_integer (table, row, "lead_days");

  if (cvn_value_is_none (cvn_table_get (table, row, (guint) column)))
    return g_strdup ("");
  return g_strdup_printf (ngettext ("%u day", "%u days", days), days);
}

static void
add_programme (CvnCatalogueView *self,
               CvnTable         *table,
               guint             row)
{
  const char      *name = cvn_table_words_get_label (table, row);
  const char      *parts = cvn_table_get_text (table, row, "parts");
  const char      *unit = cvn_table_get_text (table, row, "unit");
  gboolean         costed = cvn_table_get_integer (table, row, "costed") > 0;
  g_autofree char *price = cvn_table_words_dup_money (table, row, "price");
  g_autofree char *number = g_strdup_printf ("%d", (int) cvn_table_get_integer (table, row, "number"));
  g_autofree char *lead = dup_lead (table, row);
  g_autofree char *margin = costed ? cvn_table_words_dup_money (table, row, "margin") : g_strdup ("");
  g_autofree char *revenue = cvn_table_words_dup_money (table, row, "amount");
  g_autofree char *sentence = g_strdup_printf (_("%1$s: %2$s, %3$s bookings for %4$s"), name, price, number, revenue);
  GtkWidget       *cells[N_PROGRAMME_CELLS] = {
          [PROGRAMME_NAME] = cvn_grid_cell_new (name, 0.0f, parts),
          [PROGRAMME_PRICE] = cvn_grid_cell_new (price, 0.0f, unit != NULL ? cvn_partner_choice_label ("programme", "unit", unit) : NULL),
          [PROGRAMME_NUMBER] = cvn_grid_cell_new (number, 1.0f, NULL),
          [PROGRAMME_LEAD] = cvn_grid_cell_new (lead, 1.0f, NULL),
          [PROGRAMME_MARGIN] = cvn_grid_cell_new (margin, 1.0f, NULL),
          [PROGRAMME_REVENUE] = cvn_grid_cell_new (revenue, 1.0f, NULL),
  };

  cvn_grid_list_add (self->programmes, cvn_table_get_text (table, row, "id"), sentence, cells);
}

static char *
describe_capacity (CvnTable *table,
                   guint     row)
{
  int column = cvn_table_find_column (table, "capacity");

  if (cvn_value_is_none (cvn_table_get (table, row, (guint) column)))
    return g_strdup (_("Capacity not filled in"));
  if (cvn_table_get_integer (table, row, "over") != 0)
    return g_strdup_printf (_("Over: %1$d booked, %2$d possible"), (int) cvn_table_get_integer (table, row, "number"), (int) cvn_table_get_integer (table, row, "capacity"));
  return g_strdup_printf (_("%1$d of %2$d booked"), (int) cvn_table_get_integer (table, row, "number"), (int) cvn_table_get_integer (table, row, "capacity"));
}

static void
add_month (CvnCatalogueView *self,
           CvnTable         *table,
           guint             row)
{
  const char      *provider = cvn_table_get_text (table, row, "provider_name");
  g_autofree char *day = cvn_table_words_dup_day (table, row, "date");
  g_autofree char *state = describe_capacity (table, row);
  g_autofree char *sentence = g_strdup_printf (_("%1$s, %2$s on %3$s: %4$s"), provider, cvn_table_words_get_label (table, row), day, state);
  GtkWidget       *cells[N_MONTH_CELLS] = {
          [MONTH_PROVIDER] = cvn_grid_cell_new (provider, 0.0f, NULL),
          [MONTH_BOOKING] = cvn_grid_cell_new (cvn_table_words_get_label (table, row), 0.0f, day),
          [MONTH_STATE] = cvn_grid_cell_new (state, 0.0f, NULL),
  };

  if (cvn_table_get_integer (table, row, "over") != 0)
    gtk_widget_add_css_class (cells[MONTH_STATE], "cvn-beside");
  cvn_grid_list_add (self->months, cvn_table_get_text (table, row, "id"), sentence, cells);
}

static void
changed_cb (CvnCatalogueView *self)
{
  CvnTable *programmes = cvn_figure_set_get (self->figures, "booking-margins");
  CvnTable *months = cvn_figure_set_get (self->figures, "provider-months");

  cvn_grid_list_begin (self->programmes, cvn_table_get_n_rows (programmes));
  for (guint row = 0; row < cvn_table_get_n_rows (programmes) && !cvn_grid_list_is_full (self->programmes); row++)
    add_programme (self, programmes, row);
  cvn_grid_list_end (self->programmes);
  cvn_grid_list_begin (self->months, cvn_table_get_n_rows (months));
  for (guint row = 0; row < cvn_table_get_n_rows (months) && !cvn_grid_list_is_full (self->months); row++)
    add_month (self, months, row);
  cvn_grid_list_end (self->months);
}

static void
map_cb (CvnCatalogueView *self)
{
  if (self->figures != NULL)
    return;
  self->figures = cvn_figure_set_new (self->centre, figure_names);
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
activated_cb (CvnCatalogueView *self,
              const char       *id,
              CvnGridList      *list)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "programmes.open", "(ss)", list == self->programmes ? "programme" : "booking", id);
}

static void
cvn_catalogue_view_dispose (GObject *object)
{
  CvnCatalogueView *self = CVN_CATALOGUE_VIEW (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_catalogue_view_parent_class)->dispose (object);
}

static void
cvn_catalogue_view_class_init (CvnCatalogueViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_catalogue_view_dispose;
}

static void
cvn_catalogue_view_init (CvnCatalogueView *self)
{
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

static CvnGridList *
add_list (CvnCatalogueView *self,
          GtkWidget        *content,
          const char       *title,
          GtkWidget        *list)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, "title-4");
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), list);
  g_signal_connect_object (list, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "refill", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return CVN_GRID_LIST (list);
}

/** cvn_catalogue_view_new: reads its figures when it is first looked at. */
GtkWidget *
cvn_catalogue_view_new (CvnCentre *centre)
{
  CvnCatalogueView *self = g_object_new (CVN_TYPE_CATALOGUE_VIEW, NULL);
  GtkWidget        *scrolled = gtk_scrolled_window_new ();
  GtkWidget        *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->centre = g_object_ref (centre);
  self->programmes = add_list (self, content, _("Programmes"), cvn_grid_list_new (programme_columns, N_PROGRAMME_CELLS, _("Programmes"), _("There are no programmes yet.")));
  self->months = add_list (self, content, _("Capacity"), cvn_grid_list_new (month_columns, N_MONTH_CELLS, _("Capacity"), _("No booking of this year has a provider: fill one in on the booking or the programme.")));
  gtk_widget_add_css_class (content, "cvn-parties");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  return GTK_WIDGET (self);
}
