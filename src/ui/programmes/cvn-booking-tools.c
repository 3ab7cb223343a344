/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-booking-tools"

#include "cvn-booking-tools.h"

#include "cvn-guard.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

struct _CvnBookingTools
{
  GtkBox parent_instance;

  GtkToggleButton *board;
  GtkToggleButton *list;
  GtkWidget       *search;
};

typedef enum {
  SHAPE_CHANGED,
  SEARCH_CHANGED,
  ENTERED,
  N_SIGNALS,
} CvnBookingToolsSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnBookingTools, cvn_booking_tools, GTK_TYPE_BOX)

static void
shape_cb (CvnBookingTools *self)
{
  g_signal_emit (self, signals[SHAPE_CHANGED], 0);
}

static void
search_cb (CvnBookingTools *self)
{
  g_signal_emit (self, signals[SEARCH_CHANGED], 0);
}

static void
entered_cb (CvnBookingTools *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
cvn_booking_tools_class_init (CvnBookingToolsClass *klass)
{
  static const char *const names[N_SIGNALS] = { "shape-changed", "search-changed", "entered" };

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], CVN_TYPE_BOOKING_TOOLS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkToggleButton *
add_toggle (GtkWidget  *box,
            const char *label,
            const char *tooltip)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_mnemonic (label);

  cvn_tooltip_set (toggle, tooltip);
  gtk_box_append (GTK_BOX (box), toggle);
  return GTK_TOGGLE_BUTTON (toggle);
}

static void
add_toggles (CvnBookingTools *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  self->board = add_toggle (box, _("_Board"), _("A column for each state"));
  self->list = add_toggle (box, _("_List"), _("A row for each booking, with the days on which it moved"));
  gtk_toggle_button_set_group (self->list, self->board);
  gtk_toggle_button_set_active (self->board, TRUE);
  g_signal_connect_object (self->list, "toggled", G_CALLBACK (shape_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), box);
}

static void
add_search (CvnBookingTools *self)
{
  self->search = g_object_new (GTK_TYPE_SEARCH_ENTRY, "placeholder-text", _("Who or what"), "hexpand", TRUE, "halign", GTK_ALIGN_END, "width-chars", 4, "max-width-chars", 28, NULL);
  cvn_tooltip_set (self->search, _("Search in the bookings"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search in the bookings"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->search);
}

static void
add_add (CvnBookingTools *self,
         CvnCentre       *centre)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _("_New Booking"), "win.add");
  g_menu_append (menu, _("_Quick Add…"), "win.quick-add");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  cvn_tooltip_set (button, _("Add a Booking"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a Booking"), -1);
  cvn_guard_widget (button, centre, "visible");
  gtk_box_append (GTK_BOX (self), button);
}

static void
cvn_booking_tools_init (CvnBookingTools *self)
{
  add_toggles (self);
  add_search (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cvn-calendar-bar");
}

/** cvn_booking_tools_new: for a board of @centre, without words. */
GtkWidget *
cvn_booking_tools_new (CvnCentre *centre)
{
  CvnBookingTools *self = g_object_new (CVN_TYPE_BOOKING_TOOLS, "orientation", GTK_ORIENTATION_HORIZONTAL, "spacing", 6, NULL);

  add_add (self, centre);
  return GTK_WIDGET (self);
}

/** cvn_booking_tools_is_list: whether the bookings are to be a list. */
gboolean
cvn_booking_tools_is_list (CvnBookingTools *self)
{
  return gtk_toggle_button_get_active (self->list);
}

/** cvn_booking_tools_set_list: asks for a list, or for a board. */
void
cvn_booking_tools_set_list (CvnBookingTools *self,
                            gboolean         list)
{
  gtk_toggle_button_set_active (list ? self->list : self->board, TRUE);
}

/** cvn_booking_tools_get_text: what the bookings shall have; empty for all. */
const char *
cvn_booking_tools_get_text (CvnBookingTools *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

/** cvn_booking_tools_focus_search: goes to the words. */
gboolean
cvn_booking_tools_focus_search (CvnBookingTools *self)
{
  return gtk_widget_grab_focus (self->search);
}
