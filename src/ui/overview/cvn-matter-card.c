/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-matter-card"

#include "cvn-matter-card.h"

#include "cvn-money.h"
#include "cvn-overview-text.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

/* What a person takes in at a glance; the rest is a click away. */
#define MAX_ROWS 6

struct _CvnMatterCard
{
  GtkBox parent_instance;

  const char   *figure;
  const char   *nothing;
  CvnMatterText text;
  GtkBox       *rows;
};

G_DEFINE_FINAL_TYPE (CvnMatterCard, cvn_matter_card, GTK_TYPE_BOX)

static void
cvn_matter_card_class_init (CvnMatterCardClass *klass)
{
}

static void
cvn_matter_card_init (CvnMatterCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "cvn-matter-card");
}

/**
 * cvn_matter_card_new:
 * @title: heading of the card
 * @figure: name of the figure that is listed; lives as long as the program
 * @nothing: what to say when the list is empty; as long
 * @text: says what a row is about
 *
 * Returns: (transfer floating): an empty card
 */
GtkWidget *
cvn_matter_card_new (const char   *title,
                     const char   *figure,
                     const char   *nothing,
                     CvnMatterText text)
{
  CvnMatterCard *self = g_object_new (CVN_TYPE_MATTER_CARD, NULL);
  GtkWidget     *heading = gtk_label_new (title);

  self->figure = figure;
  self->nothing = nothing;
  self->text = text;
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (self), heading);
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->rows));
  return GTK_WIDGET (self);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
make_side_text (CvnTable *table,
                guint     row)
{
  gint64 amount = cvn_table_get_integer (table, row, "amount");

  /* A risk's amount is its score, which says nothing without its scale. */
  if (amount == 0 || g_strcmp0 (cvn_table_get_text (table, row, "kind"), "risk") == 0)
    return g_strdup ("");
  return cvn_money_format_euro (amount, cvn_interface_language ());
}

static void
append_row (CvnMatterCard *self,
            CvnFigureSet  *figures,
            CvnTable      *table,
            guint          row)
{
  GtkWidget       *button = gtk_button_new ();
  GtkBox          *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  g_autofree char *text = self->text (figures, row);
  g_autofree char *date = cvn_overview_text_date (cvn_table_get_text (table, row, "date"));
  g_autofree char *side = make_side_text (table, row);
  const char      *kind = cvn_table_get_text (table, row, "kind");
  const char      *id = cvn_table_get_text (table, row, "id");
  GtkWidget       *label = make_label (text, NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  cvn_tooltip_set (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (box, label);
  if (*side != '\0')
    gtk_box_append (box, make_label (side, "numeric"));
  gtk_box_append (box, make_label (date, "cvn-dim"));
  gtk_button_set_child (GTK_BUTTON (button), GTK_WIDGET (box));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "cvn-matter");
  /* Between two edits one chooses elsewhere. */
  if (g_strcmp0 (cvn_table_get_text (table, row, "what"), "conflict") == 0)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.conflicts");
    }
  else
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-record");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", kind != NULL ? kind : "", id != NULL ? id : "");
    }
  gtk_box_append (self->rows, button);
}

static void
append_rest (CvnMatterCard *self,
             guint          n)
{
  g_autofree char *label = g_strdup_printf (ngettext ("Show %u More", "Show %u More", n - MAX_ROWS), n - MAX_ROWS);
  GtkWidget       *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-figure");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", self->figure);
  gtk_box_append (self->rows, button);
}

/** cvn_matter_card_set_figures: shows the first rows of the figure. */
void
cvn_matter_card_set_figures (CvnMatterCard *self,
                             CvnFigureSet  *figures)
{
  CvnTable  *table = cvn_figure_set_get (figures, self->figure);
  guint      n = table != NULL ? cvn_table_get_n_rows (table) : 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  for (guint row = 0; row < MIN (n, MAX_ROWS); row++)
    append_row (self, figures, table, row);
  if (n > MAX_ROWS)
    append_rest (self, n);
  if (n == 0)
    {
      GtkWidget *label = make_label (self->nothing, "cvn-dim");

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_set_margin_start (label, 12);
      gtk_widget_set_margin_bottom (label, 12);
      gtk_box_append (self->rows, label);
    }
}
