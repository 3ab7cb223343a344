/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-booking-menu"

#include "cvn-booking-menu.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/** cvn_booking_menu_new: (transfer full): the states to which a booking in @state may go, and what else can be done with it. */
GMenuModel *
cvn_booking_menu_new (CvnBookingState state)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) moves = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();

  for (guint to = 0; to < CVN_BOOKING_N_STATES; to++)
    if (to != CVN_BOOKING_PAID && cvn_booking_can_move (state, (CvnBookingState) to))
      {
        g_autofree char *action = g_strdup_printf ("board.to::%s", cvn_booking_state_get_code ((CvnBookingState) to));

        g_menu_append (moves, cvn_booking_state_get_label ((CvnBookingState) to), action);
      }
  g_menu_append (rest, _("_Open"), "board.open");
  g_menu_append (rest, _("_Quote…"), "board.quote");
  g_menu_append_section (menu, _("Move to"), G_MENU_MODEL (moves));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_button (const char *label,
             const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  return button;
}

/** cvn_booking_menu_new_none: says how bookings come. */
GtkWidget *
cvn_booking_menu_new_none (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *add = make_button (_("_New Booking"), "win.add");

  gtk_widget_add_css_class (add, "suggested-action");
  gtk_box_append (GTK_BOX (box), add);
  gtk_box_append (GTK_BOX (box), make_button (_("_Quick Add…"), "win.quick-add"));
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "cvn-programmes-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Bookings This Year"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _("Add what a company asked for, or type it in one line, such as “booking ASML 3 introduction day 12 May”."));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), box);
  gtk_widget_add_css_class (page, "compact");
  return page;
}
