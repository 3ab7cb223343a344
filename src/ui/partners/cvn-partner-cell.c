/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-partner-cell"

#include "cvn-partner-cell.h"

#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

struct _CvnPartnerCell
{
  GtkBox parent_instance;

  GtkWidget *heading;
  GtkWidget *texts;
  GtkWidget *name;
  GtkWidget *details;
  GtkWidget *chip;
};

G_DEFINE_FINAL_TYPE (CvnPartnerCell, cvn_partner_cell, GTK_TYPE_BOX)

static void
cvn_partner_cell_class_init (CvnPartnerCellClass *klass)
{
}

/* An inscription costs nothing to measure, and a list measures all of its rows. */
static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_INSCRIPTION, "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, "min-chars", 0, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
cvn_partner_cell_init (CvnPartnerCell *self)
{
  GtkBox *box = GTK_BOX (self);

  gtk_box_set_spacing (box, 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cvn-partner-cell");
  self->heading = make_label ("cvn-partner-heading");
  gtk_widget_set_hexpand (self->heading, TRUE);
  self->texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  gtk_widget_set_hexpand (self->texts, TRUE);
  self->name = make_label (NULL);
  self->details = make_label ("caption");
  gtk_widget_add_css_class (self->details, "dim-label");
  gtk_box_append (GTK_BOX (self->texts), self->name);
  gtk_box_append (GTK_BOX (self->texts), self->details);
  self->chip = cvn_partner_chip_new ();
  gtk_box_append (box, self->heading);
  gtk_box_append (box, self->texts);
  gtk_box_append (box, self->chip);
}

/** cvn_partner_cell_new: an empty line. */
GtkWidget *
cvn_partner_cell_new (void)
{
  return g_object_new (CVN_TYPE_PARTNER_CELL, NULL);
}

/** cvn_partner_cell_set_item: shows @item; NULL for nothing. */
void
cvn_partner_cell_set_item (CvnPartnerCell *self,
                           CvnPartnerItem *item)
{
  gboolean         heading = item == NULL || cvn_partner_item_is_heading (item);
  const char      *name = item != NULL ? cvn_partner_item_get_name (item) : "";
  g_autofree char *details = heading ? NULL : cvn_partner_item_dup_details (item);

  gtk_widget_set_visible (self->heading, heading);
  gtk_widget_set_visible (self->texts, !heading);
  gtk_inscription_set_text (GTK_INSCRIPTION (heading ? self->heading : self->name), name);
  cvn_partner_chip_set_status (self->chip, heading ? NULL : cvn_partner_item_get_status (item));
  if (heading)
    return;
  gtk_inscription_set_text (GTK_INSCRIPTION (self->details), cvn_partner_item_is_inactive (item) ? _("No longer active") : details);
  cvn_tooltip_set (self->texts, name);
}

/** cvn_partner_chip_new: a chip that is not seen until it has something to say. */
GtkWidget *
cvn_partner_chip_new (void)
{
  GtkWidget *chip = g_object_new (GTK_TYPE_LABEL, "valign", GTK_ALIGN_CENTER, "visible", FALSE, NULL);

  gtk_widget_add_css_class (chip, "cvn-partner-chip");
  return chip;
}

/** cvn_partner_chip_set_status: says where a decision stands, by its code; NULL for nothing. The colour only underlines it. */
void
cvn_partner_chip_set_status (GtkWidget  *chip,
                             const char *status)
{
  static const char *const settled[] = { "signed", "approved", NULL };
  static const char *const doubtful[] = { "reconsidering", "declined", "ended", NULL };

  gtk_widget_set_visible (chip, status != NULL);
  gtk_widget_remove_css_class (chip, "settled");
  gtk_widget_remove_css_class (chip, "doubtful");
  if (status == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (chip), cvn_partner_status_label (status));
  if (g_strv_contains (settled, status))
    gtk_widget_add_css_class (chip, "settled");
  else if (g_strv_contains (doubtful, status))
    gtk_widget_add_css_class (chip, "doubtful");
}
