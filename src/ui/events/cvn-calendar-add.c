/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-calendar-add"

#include "cvn-calendar-add.h"

#include "cvn-figure-set.h"
#include "cvn-guard.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

struct _CvnCalendarAdd
{
  GtkWidget parent_instance;

  CvnCentre    *centre;
  CvnFigureSet *figures; /* NULL until there is a centre to ask */
  GtkWidget    *button;
  GMenu        *templates;
};

static const char *const figure_names[] = { "event-templates", NULL };

G_DEFINE_FINAL_TYPE (CvnCalendarAdd, cvn_calendar_add, GTK_TYPE_WIDGET)

/* (transfer full): a title as the label of a menu, where a single underscore would make a mnemonic of the next letter. */
static char *
dup_label (const char *title)
{
  GString *label = g_string_new (title);

  g_string_replace (label, "_", "__", 0);
  return g_string_free (label, FALSE);
}

static void
fill (CvnCalendarAdd *self)
{
  CvnTable *templates = cvn_figure_set_get (self->figures, "event-templates");
  gboolean  dutch = cvn_interface_language () == CVN_LANGUAGE_NL;

  g_menu_remove_all (self->templates);
  for (guint i = 0; i < cvn_table_get_n_rows (templates); i++)
    {
      g_autofree char *label = dup_label (cvn_table_get_text (templates, i, dutch ? "label" : "label_en"));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "events.from-template", "(ss)", cvn_table_get_text (templates, i, "id"), cvn_table_get_text (templates, i, "starts"));
      g_menu_append_item (self->templates, item);
    }
}

/* Templates are read when the button is first seen. */
static void
map_cb (CvnCalendarAdd *self)
{
  if (self->figures != NULL)
    return;
  self->figures = cvn_figure_set_new (self->centre, figure_names);
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
}

static void
cvn_calendar_add_dispose (GObject *object)
{
  CvnCalendarAdd *self = CVN_CALENDAR_ADD (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->templates);
  g_clear_object (&self->figures);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_calendar_add_parent_class)->dispose (object);
}

static void
cvn_calendar_add_class_init (CvnCalendarAddClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_calendar_add_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cvn_calendar_add_init (CvnCalendarAdd *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) plain = g_menu_new ();

  self->templates = g_menu_new ();
  g_menu_append (plain, _("_New Event"), "win.add");
  g_menu_append (plain, _("_Quick Add…"), "win.quick-add");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (plain));
  g_menu_append_section (menu, _("From a Template"), G_MENU_MODEL (self->templates));
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "list-add-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), G_MENU_MODEL (menu));
  cvn_tooltip_set (self->button, _("Add an Event"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add an Event"), -1);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

/** cvn_calendar_add_new: a button for the templates of @centre. */
GtkWidget *
cvn_calendar_add_new (CvnCentre *centre)
{
  CvnCalendarAdd *self = g_object_new (CVN_TYPE_CALENDAR_ADD, NULL);

  self->centre = g_object_ref (centre);
  cvn_guard_widget (GTK_WIDGET (self), centre, "visible");
  return GTK_WIDGET (self);
}
