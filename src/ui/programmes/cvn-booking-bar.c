/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-booking-bar"

#include "cvn-booking-bar.h"

#include "cvn-booking-menu.h"

#include <glib/gi18n-lib.h>

struct _CvnBookingBar
{
  GtkBox parent_instance;

  GtkLabel      *title; /* of the booking that is chosen */
  GtkMenuButton *menu;  /* of the states that it may go to */
};

G_DEFINE_FINAL_TYPE (CvnBookingBar, cvn_booking_bar, GTK_TYPE_BOX)

static void
cvn_booking_bar_class_init (CvnBookingBarClass *klass)
{
}

static GtkWidget *
make_button (const char *icon,
             const char *label,
             const char *action)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (icon != NULL)
    {
      gtk_widget_set_tooltip_text (button, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  return button;
}

static void
cvn_booking_bar_init (CvnBookingBar *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *buttons[] = {
    make_button ("go-previous-symbolic", _("One State Back"), "board.back"),
    make_button ("go-next-symbolic", _("One State Further"), "board.forward"),
    make_button (NULL, _("_Open"), "board.open"),
  };

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->menu = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->menu, _("_More"));
  gtk_menu_button_set_use_underline (self->menu, TRUE);
  gtk_menu_button_set_direction (self->menu, GTK_ARROW_UP);
  self->title = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, NULL));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->title));
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_box_append (GTK_BOX (row), buttons[i]);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->menu));
  gtk_box_append (GTK_BOX (self), row);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cvn-sums");
}

/** cvn_booking_bar_new: (transfer floating): no booking is chosen; its buttons are the "board" actions of what it is put in. */
GtkWidget *
cvn_booking_bar_new (void)
{
  return g_object_new (CVN_TYPE_BOOKING_BAR, NULL);
}

/**
 * cvn_booking_bar_set_card:
 * @card: (nullable): the booking that is chosen
 * @may_move: whether it may be taken to another state
 * @read_only: whether nothing can be changed; then how bookings move is not explained
 */
void
cvn_booking_bar_set_card (CvnBookingBar *self,
                          CvnBoardCard  *card,
                          gboolean       may_move,
                          gboolean       read_only)
{
  g_autofree char *sentence = card != NULL ? cvn_board_card_dup_sentence (card) : NULL;
  g_autoptr (GMenuModel) menu = card != NULL ? cvn_booking_menu_new (cvn_board_card_get_state (card)) : NULL;

  gtk_label_set_text (self->title, sentence != NULL ? sentence : _("Choose a booking; Ctrl+Right takes it one state further, Ctrl+Left one back."));
  gtk_widget_set_visible (GTK_WIDGET (self->title), card != NULL || !read_only);
  gtk_menu_button_set_menu_model (self->menu, menu);
  gtk_widget_set_sensitive (GTK_WIDGET (self->menu), may_move);
}

/** cvn_booking_bar_refuse: says why the booking did not move, until another is chosen: a toast is soon gone. */
void
cvn_booking_bar_refuse (CvnBookingBar *self,
                        const char    *sentence)
{
  gtk_label_set_text (self->title, sentence);
}

/** cvn_booking_bar_popup_menu: opens the menu; FALSE when there is nothing in it that can be done. */
gboolean
cvn_booking_bar_popup_menu (CvnBookingBar *self)
{
  if (!gtk_widget_is_sensitive (GTK_WIDGET (self->menu)))
    return FALSE;
  gtk_menu_button_popup (self->menu);
  return TRUE;
}
