/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-tile"

#include "cvn-tile.h"

#include "cvn-meter.h"
#include "cvn-text.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

struct _CvnTile
{
  GtkButton parent_instance;

  CvnText  *title;
  CvnText  *value;
  CvnText  *detail;
  CvnMeter *meter;
};

G_DEFINE_FINAL_TYPE (CvnTile, cvn_tile, GTK_TYPE_BUTTON)

static CvnText *
add_line (GtkBox     *box,
          const char *css_class)
{
  GtkWidget *line = cvn_text_new_line (NULL);

  gtk_widget_add_css_class (line, css_class);
  gtk_box_append (box, line);
  return CVN_TEXT (line);
}

static void
cvn_tile_class_init (CvnTileClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "button");
}

static void
cvn_tile_init (CvnTile *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));

  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "cvn-tile");
  self->title = add_line (box, "cvn-tile-title");
  self->value = add_line (box, "cvn-tile-value");
  self->detail = CVN_TEXT (cvn_text_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "cvn-tile-detail");
  gtk_widget_set_vexpand (GTK_WIDGET (self->detail), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->detail), GTK_ALIGN_START);
  gtk_box_append (box, GTK_WIDGET (self->detail));
  self->meter = CVN_METER (cvn_meter_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->meter), FALSE);
  gtk_widget_set_margin_top (GTK_WIDGET (self->meter), 6);
  gtk_box_append (box, GTK_WIDGET (self->meter));
  gtk_button_set_child (GTK_BUTTON (self), GTK_WIDGET (box));
}

/**
 * cvn_tile_new:
 * @title: what the figure is called
 * @figure: name of the figure that a click explains
 *
 * Returns: (transfer floating): a tile without a value
 */
GtkWidget *
cvn_tile_new (const char *title,
              const char *figure)
{
  CvnTile *self = g_object_new (CVN_TYPE_TILE, NULL);

  cvn_text_set_text (self->title, title);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.open-figure");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", figure);
  cvn_tooltip_set (self, _("Show the rows behind this number"));
  return GTK_WIDGET (self);
}

/** cvn_tile_set: shows @value, and below it @detail. */
void
cvn_tile_set (CvnTile    *self,
              const char *value,
              const char *detail)
{
  g_autofree char *sentence = g_strdup_printf ("%s: %s. %s", cvn_text_get_text (self->title), value, detail);

  cvn_text_set_text (self->value, value);
  cvn_text_set_text (self->detail, detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

/** cvn_tile_set_share: shows a bar below, filled as far as @part of @whole goes; no bar when there is no whole. */
void
cvn_tile_set_share (CvnTile *self,
                    gint64   part,
                    gint64   whole)
{
  gtk_widget_set_visible (GTK_WIDGET (self->meter), whole > 0);
  cvn_meter_set_share (self->meter, part, whole);
}

/** cvn_tile_get_value: what is shown, owned by the tile. */
const char *
cvn_tile_get_value (CvnTile *self)
{
  return cvn_text_get_text (self->value);
}
