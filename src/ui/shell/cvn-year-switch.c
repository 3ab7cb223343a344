/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-year-switch"

#include "cvn-year-switch.h"

#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

struct _CvnYearSwitch
{
  AdwBin         parent_instance;
  CvnCentre     *centre;
  GtkWidget     *previous;
  GtkMenuButton *button;
  GtkWidget     *next;
};

G_DEFINE_FINAL_TYPE (CvnYearSwitch, cvn_year_switch, ADW_TYPE_BIN)

static void
update (CvnYearSwitch *self)
{
  g_autofree char *year = g_strdup_printf ("%d", cvn_centre_get_year (self->centre));
  g_autofree char *name = g_strdup_printf (_("Year in focus: %s"), year);

  gtk_menu_button_set_label (self->button, year);
  cvn_tooltip_set (self->button, _("Year in Focus"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self), cvn_centre_is_open (self->centre));
}

/* The menu is made when it is opened: a start must not pay for it, and the years may have changed. */
static void
fill_menu_cb (GtkMenuButton *button,
              gpointer       data)
{
  CvnYearSwitch *self = data;
  g_autoptr (GMenu) menu = g_menu_new ();
  int year = cvn_centre_get_year (self->centre);
  int first;
  int last;

  g_object_get (self->centre, "first-year", &first, "last-year", &last, NULL);
  for (int y = MAX (last, year) + 1; y >= MIN (first, year); y--)
    {
      g_autofree char *label = g_strdup_printf ("%d", y);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.year", "i", y);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
}

static void
cvn_year_switch_dispose (GObject *object)
{
  CvnYearSwitch *self = CVN_YEAR_SWITCH (object);

  g_clear_object (&self->centre);
  gtk_widget_dispose_template (GTK_WIDGET (self), CVN_TYPE_YEAR_SWITCH);
  G_OBJECT_CLASS (cvn_year_switch_parent_class)->dispose (object);
}

static void
cvn_year_switch_class_init (CvnYearSwitchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_year_switch_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/convenant/Convenant/ui/shell/cvn-year-switch.ui");
  gtk_widget_class_bind_template_child (widget_class, CvnYearSwitch, previous);
  gtk_widget_class_bind_template_child (widget_class, CvnYearSwitch, button);
  gtk_widget_class_bind_template_child (widget_class, CvnYearSwitch, next);
}

static void
cvn_year_switch_init (CvnYearSwitch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cvn_tooltip_set (self->previous, _("Previous Year (Ctrl+Page Up)"));
  cvn_tooltip_set (self->next, _("Next Year (Ctrl+Page Down)"));
  gtk_menu_button_set_create_popup_func (self->button, fill_menu_cb, self, NULL);
}

/** cvn_year_switch_set_centre: shows and switches the year of @centre; called once. */
void
cvn_year_switch_set_centre (CvnYearSwitch *self,
                            CvnCentre     *centre)
{
  g_return_if_fail (self->centre == NULL);
  self->centre = g_object_ref (centre);
  g_signal_connect_object (centre, "notify::year", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::open", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/** cvn_year_switch_set_compact: shows the year alone, for a narrow window. */
void
cvn_year_switch_set_compact (CvnYearSwitch *self,
                             gboolean       compact)
{
  gtk_widget_set_visible (self->previous, !compact);
  gtk_widget_set_visible (self->next, !compact);
  if (compact)
    gtk_widget_add_css_class (GTK_WIDGET (self), "cvn-compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "cvn-compact");
}
