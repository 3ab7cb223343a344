/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-catalogue-view"

#include "cvn-catalogue-view.h"

#include "cvn-change-words.h"
#include "cvn-figure-set.h"
#include "cvn-grid-list.h"
#include "cvn-money.h"
#include "cvn-partner-item.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

typedef enum {
  PROGRAMME_NAME,
  PROGRAMME_PRICE,
  PROGRAMME_NUMBER,
  PROGRAMME_LEAD,
  PROGRAMME_MARGIN,
  PROGRAMME_REVENUE,
  PROGRAMME_NARROW, /* what came of it, in one line */
  N_PROGRAMME_CELLS,
} ProgrammeCell;

typedef enum {
  PRICE_PROGRAMME,
  PRICE_DAYS,
  PRICE_COST,
  PRICE_MARGIN,
  PRICE_PRICE,
  N_PRICE_CELLS,
} PriceCell;

typedef enum {
  MONTH_PROVIDER,
  MONTH_BOOKING,
  MONTH_STATE,
  N_MONTH_CELLS,
} MonthCell;

static const CvnGridColumn programme_columns[N_PROGRAMME_CELLS] = {
  [PROGRAMME_NAME] = { N_("Programme"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [PROGRAMME_PRICE] = { N_("Price"), 150, 0.0f, CVN_NARROW_LINE },
  [PROGRAMME_NUMBER] = { N_("Bookings"), 90, 1.0f, CVN_NARROW_HIDE },
  [PROGRAMME_LEAD] = { N_("Lead time"), 100, 1.0f, CVN_NARROW_HIDE },
  [PROGRAMME_MARGIN] = { N_("Margin"), 120, 1.0f, CVN_NARROW_HIDE },
  [PROGRAMME_REVENUE] = { N_("Revenue"), 120, 1.0f, CVN_NARROW_VALUE },
  [PROGRAMME_NARROW] = { NULL, CVN_GRID_NARROW_ONLY, 0.0f, CVN_NARROW_LINE },
};

static const CvnGridColumn price_columns[N_PRICE_CELLS] = {
  [PRICE_PROGRAMME] = { N_("Programme"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [PRICE_DAYS] = { N_("Holds"), 230, 0.0f, CVN_NARROW_LINE },
  [PRICE_COST] = { N_("Cost of the provider"), 150, 1.0f, CVN_NARROW_HIDE },
  [PRICE_MARGIN] = { N_("Margin"), 120, 1.0f, CVN_NARROW_HIDE },
  [PRICE_PRICE] = { N_("Price"), 120, 1.0f, CVN_NARROW_VALUE },
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
  CvnGridList  *prices;
  CvnGridList  *months;
};

static const char *const figure_names[] = { "booking-margins", "programme-prices", "provider-months", NULL };

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

/* Who gives it, and of what a pack is made. */
static char *
dup_detail (CvnTable *table,
            guint     row)
{
  const char *provider = cvn_table_get_text (table, row, "provider");
  const char *parts = cvn_table_get_text (table, row, cvn_interface_language () == CVN_LANGUAGE_EN ? "parts_en" : "parts");

  if (provider != NULL && parts != NULL)
    return g_strdup_printf ("%s · %s", provider, parts);
  return g_strdup (provider != NULL ? provider : parts);
}

/* "3 bookings · 12 days · Margin €900.00" */
static char *
dup_narrow (guint       number,
            const char *lead,
            const char *margin)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u booking", "%u bookings", number), number);
  if (*lead != '\0')
    g_string_append_printf (text, " · %s", lead);
  if (*margin != '\0')
    g_string_append_printf (text, " · %s %s", _("Margin"), margin);
  return g_string_free (text, FALSE);
}

static void
add_programme (CvnCatalogueView *self,
               CvnTable         *table,
               guint             row)
{
  const char      *name = cvn_table_words_get_label (table, row);
  g_autofree char *detail = dup_detail (table, row);
  const char      *unit = cvn_table_get_text (table, row, "unit");
  gboolean         costed = cvn_table_get_integer (table, row, "costed") > 0;
  g_autofree char *price = cvn_table_words_dup_money (table, row, "price");
  g_autofree char *number = g_strdup_printf ("%d", (int) cvn_table_get_integer (table, row, "number"));
  g_autofree char *lead = dup_lead (table, row);
  g_autofree char *margin = costed ? cvn_table_words_dup_money (table, row, "margin") : g_strdup ("");
  g_autofree char *revenue = cvn_table_words_dup_money (table, row, "amount");
  g_autofree char *narrow = dup_narrow ((guint) cvn_table_get_integer (table, row, "number"), lead, margin);
  g_autofree char *sentence = g_strdup_printf (_("%1$s: %2$s, %3$s bookings for %4$s"), name, price, number, revenue);
  GtkWidget       *cells[N_PROGRAMME_CELLS] = {
          [PROGRAMME_NAME] = cvn_grid_cell_new (name, 0.0f, detail),
          [PROGRAMME_PRICE] = cvn_grid_cell_new (price, 0.0f, unit != NULL ? cvn_partner_choice_label ("programme", "unit", unit) : NULL),
          [PROGRAMME_NUMBER] = cvn_grid_cell_new (number, 1.0f, NULL),
          [PROGRAMME_LEAD] = cvn_grid_cell_new (lead, 1.0f, NULL),
          [PROGRAMME_MARGIN] = cvn_grid_cell_new (margin, 1.0f, NULL),
          [PROGRAMME_REVENUE] = cvn_grid_cell_new (revenue, 1.0f, NULL),
          [PROGRAMME_NARROW] = cvn_grid_cell_new (narrow, 0.0f, NULL),
  };

  cvn_grid_list_add (self->programmes, cvn_table_get_text (table, row, "id"), sentence, cells);
}

static char *
dup_days (CvnTable *table,
          guint     row)
{
  g_autofree char *from = cvn_table_words_dup_day (table, row, "date");
  g_autofree char *to = cvn_table_words_has (table, row, "valid_to") ? cvn_table_words_dup_day (table, row, "valid_to") : NULL;

  /* Translators: the first and the last day on which a price holds */
  return to != NULL ? g_strdup_printf (_("%1$s until %2$s"), from, to) : g_strdup_printf (_("from %s"), from);
}

static void
add_price (CvnCatalogueView *self,
           CvnTable         *table,
           guint             row)
{
  const char      *name = cvn_table_words_get_label (table, row);
  gboolean         has_cost = cvn_table_words_has (table, row, "cost");
  g_autofree char *days = dup_days (table, row);
  g_autofree char *price = cvn_table_words_dup_money (table, row, "amount");
  g_autofree char *cost = has_cost ? cvn_table_words_dup_money (table, row, "cost") : g_strdup ("");
  g_autofree char *margin = has_cost ? cvn_money_format_euro (cvn_table_get_integer (table, row, "amount") - cvn_table_get_integer (table, row, "cost"), cvn_interface_language ()) : g_strdup ("");
  g_autofree char *sentence = g_strdup_printf (_("%1$s: %2$s, %3$s"), name, price, days);
  GtkWidget       *cells[N_PRICE_CELLS] = {
          [PRICE_PROGRAMME] = cvn_grid_cell_new (name, 0.0f, NULL),
          [PRICE_DAYS] = cvn_grid_cell_new (days, 0.0f, NULL),
          [PRICE_COST] = cvn_grid_cell_new (cost, 1.0f, NULL),
          [PRICE_MARGIN] = cvn_grid_cell_new (margin, 1.0f, NULL),
          [PRICE_PRICE] = cvn_grid_cell_new (price, 1.0f, NULL),
  };

  cvn_grid_list_add (self->prices, cvn_table_get_text (table, row, "id"), sentence, cells);
}

/* The figure ends each programme with the price that it has without days; that one stands in the list above. */
static void
fill_prices (CvnCatalogueView *self)
{
  CvnTable *table = cvn_figure_set_get (self->figures, "programme-prices");
  guint     n = 0;

  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    n += g_strcmp0 (cvn_table_get_text (table, row, "kind"), "programme_price") == 0;
  cvn_grid_list_begin (self->prices, n);
  for (guint row = 0; row < cvn_table_get_n_rows (table) && !cvn_grid_list_is_full (self->prices); row++)
    if (g_strcmp0 (cvn_table_get_text (table, row, "kind"), "programme_price") == 0)
      add_price (self, table, row);
  cvn_grid_list_end (self->prices);
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
  fill_prices (self);
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
  gtk_widget_activate_action (GTK_WIDGET (self), "programmes.open", "(ss)", list == self->programmes ? "programme" : list == self->prices ? "programme_price"
                                                                                                                                          : "booking",
                              id);
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

static GtkWidget *
make_add (const char *kind)
{
  GtkWidget  *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  const char *label = _(cvn_kind_find (kind)->label_add);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "programmes.add");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", kind);
  cvn_tooltip_set (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static CvnGridList *
add_list (CvnCatalogueView *self,
          GtkWidget        *content,
          const char       *title,
          const char       *kind,
          GtkWidget        *list)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (label, "title-4");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), make_add (kind));
  gtk_box_append (GTK_BOX (content), line);
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
  self->programmes = add_list (self, content, _("Programmes"), "programme", cvn_grid_list_new (programme_columns, N_PROGRAMME_CELLS, _("Programmes"), _("There are no programmes yet.")));
  self->prices = add_list (self, content, _("Prices"), "programme_price", cvn_grid_list_new (price_columns, N_PRICE_CELLS, _("Prices"), _("No price has days between which it holds: each programme costs what it says above.")));
  self->months = add_list (self, content, _("Capacity"), "provider_capacity", cvn_grid_list_new (month_columns, N_MONTH_CELLS, _("Capacity"), _("No booking of this year has a provider: fill one in on the booking or the programme.")));
  gtk_widget_add_css_class (content, "cvn-parties");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  return GTK_WIDGET (self);
}
