/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-register-list-actions"

#include "cvn-focus.h"
#include "cvn-register-delete.h"
#include "cvn-register-list-private.h"

/** cvn_register_list_get_selected: the row that keys and menus act on, owned by the list, or NULL. */
CvnRow *
cvn_register_list_get_selected (CvnRegisterList *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/** cvn_register_list_get_view: the rows that are seen: columns, or two lines each. */
GtkWidget *
cvn_register_list_get_view (CvnRegisterList *self)
{
  return self->narrow ? cvn_register_rows_get_view (self->rows) : cvn_register_table_get_view (self->table);
}

/** cvn_register_list_activate: opens the record at @position. */
void
cvn_register_list_activate (CvnRegisterList *self,
                            guint            position)
{
  g_autoptr (CvnRow) row = g_list_model_get_item (G_LIST_MODEL (self->records), position);

  if (row != NULL)
    g_signal_emit (self, cvn_register_list_signals[CVN_REGISTER_LIST_OPEN], 0, row);
}

static guint
pick_position (CvnRegisterList *self,
               double           x,
               double           y)
{
  GtkWidget *view = cvn_register_list_get_view (self);
  guint      position = GTK_INVALID_LIST_POSITION;

  for (GtkWidget *at = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
       at != NULL && at != view && position == GTK_INVALID_LIST_POSITION; at = gtk_widget_get_parent (at))
    position = self->narrow ? cvn_register_rows_find_position (self->rows, at) : cvn_register_table_find_position (self->table, at);
  return position;
}

static void
popup_menu (CvnRegisterList *self,
            GtkWidget       *at,
            double           x,
            double           y)
{
  graphene_point_t here = GRAPHENE_POINT_INIT ((float) x, (float) y);
  graphene_point_t point = GRAPHENE_POINT_INIT (0, 0);
  GdkRectangle     where = { 0, 0, 1, 1 };

  if (cvn_register_list_get_selected (self) == NULL || !gtk_widget_compute_point (at, GTK_WIDGET (self), &here, &point))
    return;
  if (self->context_menu == NULL)
    {
      self->context_menu = gtk_popover_menu_new_from_model (self->row_menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->context_menu), FALSE);
      gtk_widget_set_halign (self->context_menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->context_menu, GTK_WIDGET (self));
      /* GTK would look for a place for the keyboard itself, and find the sidebar. */
      g_signal_connect_object (self->context_menu, "closed", G_CALLBACK (cvn_register_list_focus_rows), self, G_CONNECT_SWAPPED);
    }
  where.x = (int) point.x;
  where.y = (int) point.y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu), &where);
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             CvnRegisterList *self)
{
  guint position = pick_position (self, x, y);

  if (n_press == 1 && position != GTK_INVALID_LIST_POSITION)
    cvn_register_list_activate (self, position);
}

static void
menu_pressed_cb (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 CvnRegisterList *self)
{
  guint position = pick_position (self, x, y);

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_single_selection_set_selected (self->selection, position);
  popup_menu (self, cvn_register_list_get_view (self), x, y);
}

static void
menu_action_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  CvnRegisterList *self = CVN_REGISTER_LIST (widget);
  GtkWidget       *focus = cvn_focus_get_inside (cvn_register_list_get_view (self));

  if (focus != NULL)
    popup_menu (self, focus, 24, gtk_widget_get_height (focus));
}

static void
add_action_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  g_signal_emit (widget, cvn_register_list_signals[CVN_REGISTER_LIST_ADD], 0);
}

static void
open_action_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  CvnRegisterList *self = CVN_REGISTER_LIST (widget);

  self->entered = TRUE;
  g_signal_emit (self, cvn_register_list_signals[CVN_REGISTER_LIST_OPEN], 0, cvn_register_list_get_selected (self));
  self->entered = FALSE;
}

static void
duplicate_action_cb (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  g_signal_emit (widget, cvn_register_list_signals[CVN_REGISTER_LIST_DUPLICATE], 0, cvn_register_list_get_selected (CVN_REGISTER_LIST (widget)));
}

static void
delete_action_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  CvnRegisterList *self = CVN_REGISTER_LIST (widget);
  CvnRow          *row = cvn_register_list_get_selected (self);

  if (cvn_row_get_record (row) != NULL)
    cvn_register_delete (widget, self->centre, cvn_row_get_record (row), cvn_row_get_title (row));
}

static void
search_action_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  cvn_register_list_focus_search (CVN_REGISTER_LIST (widget));
}

static void
sort_action_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  cvn_register_list_open_sort (CVN_REGISTER_LIST (widget));
}

static void
clear_action_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  CvnRegisterList *self = CVN_REGISTER_LIST (widget);
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_query_get_kind (self->query));
  gboolean descending;
  int      sort = cvn_query_get_sort (self->query, &descending);

  if (sort >= 0)
    cvn_query_set_sort (query, cvn_query_get_kind (query)->fields[sort].name, descending);
  cvn_register_list_set_query (self, query);
}

static void
import_action_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  g_signal_emit (widget, cvn_register_list_signals[CVN_REGISTER_LIST_IMPORT], 0, NULL);
}

static void
export_action_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  g_signal_emit (widget, cvn_register_list_signals[CVN_REGISTER_LIST_EXPORT], 0);
}

/** cvn_register_list_install_actions: the actions of the class and their keys. */
void
cvn_register_list_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "register.add", NULL, add_action_cb);
  gtk_widget_class_install_action (widget_class, "register.open", NULL, open_action_cb);
  gtk_widget_class_install_action (widget_class, "register.duplicate", NULL, duplicate_action_cb);
  gtk_widget_class_install_action (widget_class, "register.delete", NULL, delete_action_cb);
  gtk_widget_class_install_action (widget_class, "register.search", NULL, search_action_cb);
  gtk_widget_class_install_action (widget_class, "register.sort", NULL, sort_action_cb);
  gtk_widget_class_install_action (widget_class, "register.clear-filters", NULL, clear_action_cb);
  gtk_widget_class_install_action (widget_class, "register.import", NULL, import_action_cb);
  gtk_widget_class_install_action (widget_class, "register.export", NULL, export_action_cb);
  gtk_widget_class_install_action (widget_class, "register.menu", NULL, menu_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "register.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "register.duplicate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "register.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "register.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "register.sort", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "register.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "register.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "register.menu", NULL);
}

static void
add_gestures (CvnRegisterList *self,
              GtkWidget       *view)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, 0);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (menu_pressed_cb), self, 0);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (menu));
}

/** cvn_register_list_add_gestures: a click opens a record, the other button shows what can be done with it. */
void
cvn_register_list_add_gestures (CvnRegisterList *self)
{
  add_gestures (self, cvn_register_table_get_view (self->table));
  add_gestures (self, cvn_register_rows_get_view (self->rows));
}
