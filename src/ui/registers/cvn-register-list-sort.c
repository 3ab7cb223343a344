/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-register-list-sort"

#include "cvn-first-frame.h"
#include "cvn-focus.h"
#include "cvn-register-fields.h"
#include "cvn-register-list-private.h"

#include <glib/gi18n-lib.h>

/* The headings of the columns need a pointer, and a narrow list has none: the menu of the sort button orders either by the keyboard. */

static void
by_cb (GSimpleAction   *action,
       GVariant        *value,
       CvnRegisterList *self)
{
  const CvnKind *kind = cvn_register_list_get_kind (self);
  int            field = kind != NULL ? cvn_kind_find_field (kind, g_variant_get_string (value, NULL)) : -1;
  gboolean       descending;

  if (field < 0)
    return;
  cvn_query_get_sort (self->query, &descending);
  cvn_register_list_sort (self, field, descending);
}

static void
descending_cb (GSimpleAction   *action,
               GVariant        *value,
               CvnRegisterList *self)
{
  gboolean descending;
  int      field = self->query != NULL ? cvn_query_get_sort (self->query, &descending) : -1;

  if (field >= 0)
    cvn_register_list_sort (self, field, g_variant_get_boolean (value));
}

/* With GTK 4.18 a menu that has closed gives the keyboard to its button after all. */
static void
after_close_cb (GtkWidget *widget)
{
  CvnRegisterList *self = CVN_REGISTER_LIST (widget);

  if (cvn_focus_get_inside (GTK_WIDGET (self->sort_button)) != NULL && !gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (self->sort_button))))
    cvn_register_list_focus_rows (self);
}

/* A shortcut came from the rows; the keyboard goes back to them, in their new order. */
static void
closed_cb (CvnRegisterList *self)
{
  if (self->sorts_rows)
    {
      cvn_register_list_focus_rows (self);
      cvn_first_frame_wait (GTK_WIDGET (self), after_close_cb);
    }
  self->sorts_rows = FALSE;
}

/** cvn_register_list_add_sort: for the list itself, once it has its children: the menu of the sort button and its actions. */
void
cvn_register_list_add_sort (CvnRegisterList *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();

  self->sort_fields = g_menu_new ();
  self->sort_by = g_simple_action_new_stateful ("by", G_VARIANT_TYPE_STRING, g_variant_new_string (""));
  self->sort_descending = g_simple_action_new_stateful ("descending", G_VARIANT_TYPE_BOOLEAN, g_variant_new_boolean (FALSE));
  g_signal_connect_object (self->sort_by, "change-state", G_CALLBACK (by_cb), self, 0);
  g_signal_connect_object (self->sort_descending, "change-state", G_CALLBACK (descending_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (self->sort_by));
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (self->sort_descending));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "sort", G_ACTION_GROUP (actions));
  g_menu_append (order, _("_Ascending"), "sort.descending(false)");
  g_menu_append (order, _("_Descending"), "sort.descending(true)");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->sort_fields));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  gtk_menu_button_set_menu_model (self->sort_button, G_MENU_MODEL (menu));
  g_signal_connect_object (gtk_menu_button_get_popover (self->sort_button), "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
}

/** cvn_register_list_clear_sort: for the list itself, when it goes. */
void
cvn_register_list_clear_sort (CvnRegisterList *self)
{
  g_clear_object (&self->sort_by);
  g_clear_object (&self->sort_descending);
  g_clear_object (&self->sort_fields);
}

static void
append_field (CvnRegisterList *self,
              const CvnField  *field)
{
  g_autofree char *heading = cvn_register_field_dup_heading (field);
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

  g_menu_item_set_label (item, heading);
  g_menu_item_set_action_and_target (item, "sort.by", "s", field->name);
  g_menu_append_item (self->sort_fields, item);
}

/** cvn_register_list_show_sort: puts the columns, and what is sorted by if that is none of them, in the menu, with a mark at the order of now. */
void
cvn_register_list_show_sort (CvnRegisterList *self)
{
  const CvnKind *kind = cvn_query_get_kind (self->query);
  g_autoptr (GArray) fields = cvn_register_columns_dup_fields (self->columns);
  gboolean descending;
  int      sort = cvn_query_get_sort (self->query, &descending);
  gboolean listed = sort < 0;

  g_menu_remove_all (self->sort_fields);
  for (guint i = 0; i < fields->len; i++)
    {
      append_field (self, &kind->fields[g_array_index (fields, guint, i)]);
      listed = listed || (int) g_array_index (fields, guint, i) == sort;
    }
  if (!listed)
    append_field (self, &kind->fields[sort]);
  g_simple_action_set_state (self->sort_by, g_variant_new_string (sort >= 0 ? kind->fields[sort].name : ""));
  g_simple_action_set_state (self->sort_descending, g_variant_new_boolean (sort >= 0 && descending));
  g_simple_action_set_enabled (self->sort_descending, sort >= 0);
}

/** cvn_register_list_open_sort: shows the menu, for the keyboard. */
void
cvn_register_list_open_sort (CvnRegisterList *self)
{
  self->sorts_rows = cvn_register_list_has_focus (self);
  gtk_menu_button_popup (self->sort_button);
}
