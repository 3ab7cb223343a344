/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "keyboard-walk"

#include "keyboard-walk.h"

/* More stops than any page has: who needs more than this is trapped. */
#define MOST_STOPS 400

static GtkWidget *
get_focus (GtkWidget *window)
{
  return gtk_window_get_focus (GTK_WINDOW (window));
}

/* Whether Tab or an arrow key has to lead to @widget. Containers take the focus only where there is nothing in them. */
static gboolean
wants_focus (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget) || !gtk_widget_get_focusable (widget) ||
      !gtk_widget_is_sensitive (widget))
    return FALSE;
  for (GtkWidget *up = widget; up != NULL; up = gtk_widget_get_parent (up))
    if (!gtk_widget_get_can_focus (up))
      return FALSE;
  return !GTK_IS_LIST_BOX (widget) && !GTK_IS_LIST_BASE (widget) && !GTK_IS_COLUMN_VIEW (widget) && !GTK_IS_SCROLLED_WINDOW (widget) && !GTK_IS_TEXT_VIEW (widget);
}

static void
collect (GtkWidget *widget,
         GPtrArray *widgets)
{
  if (!gtk_widget_get_mapped (widget) || GTK_IS_POPOVER (widget))
    return;
  if (wants_focus (widget))
    g_ptr_array_add (widgets, g_object_ref (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, widgets);
}

static char *
describe (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  for (GtkWidget *up = widget; up != NULL; up = gtk_widget_get_parent (up))
    {
      const char *tooltip = gtk_widget_get_tooltip_text (up);

      g_string_append_printf (text, "%s%s%s ", G_OBJECT_TYPE_NAME (up), tooltip != NULL ? " " : "", tooltip != NULL ? tooltip : "");
    }
  return g_string_free (text, FALSE);
}

static void
visit (GHashTable *seen,
       GPtrArray  *queue,
       GtkWidget  *widget)
{
  if (g_hash_table_contains (seen, widget))
    return;
  g_hash_table_add (seen, widget);
  g_ptr_array_add (queue, g_object_ref (widget));
}

/* Tab until it comes back to where it has been. */
static void
walk_tabs (GtkWidget  *window,
           const char *where,
           GHashTable *seen,
           GPtrArray  *queue)
{
  guint stops;

  for (stops = 0; stops < MOST_STOPS; stops++)
    {
      gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
      if (get_focus (window) == NULL || !gtk_widget_get_mapped (get_focus (window)))
        g_error ("%s: the focus is lost after %u times Tab", where, stops);
      if (g_hash_table_contains (seen, get_focus (window)))
        break;
      visit (seen, queue, get_focus (window));
    }
  if (stops == MOST_STOPS)
    g_error ("%s: Tab does not come round", where);
}

/* From everywhere in all directions. */
static void
walk_arrows (GtkWidget  *window,
             GHashTable *seen,
             GPtrArray  *queue)
{
  static const GtkDirectionType directions[] = { GTK_DIR_DOWN, GTK_DIR_RIGHT, GTK_DIR_UP, GTK_DIR_LEFT, GTK_DIR_TAB_BACKWARD };

  for (guint i = 0; i < queue->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (directions); j++)
      {
        GtkWidget *from = g_ptr_array_index (queue, i);

        if (gtk_widget_get_root (from) != GTK_ROOT (window) || !gtk_widget_get_mapped (from))
          break;
        gtk_window_set_focus (GTK_WINDOW (window), from);
        gtk_widget_child_focus (window, directions[j]);
        if (get_focus (window) != NULL)
          visit (seen, queue, get_focus (window));
      }
}

/* Whether another like it was reached and the rest is up to their own keys, as in a grid of figures, or of what it is part of. */
static gboolean
is_close_to_seen (GHashTable *seen,
                  GtkWidget  *widget)
{
  GHashTableIter iter;
  gpointer       other;

  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    if (gtk_widget_is_ancestor (other, widget) ||
        (!GTK_IS_BUTTON (widget) && !GTK_IS_TEXT (widget) && G_OBJECT_TYPE (other) == G_OBJECT_TYPE (widget) &&
         gtk_widget_get_parent (other) == gtk_widget_get_parent (widget)))
      return TRUE;
  return FALSE;
}

/* Goes from the focus in all directions, and fails where the focus gets lost or no key leads to a widget that wants it. */
void
cvn_keyboard_walk (GtkWidget  *window,
                   const char *where)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) queue = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) widgets = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *first;
  guint      missed = 0;

  collect (window, widgets);
  if (get_focus (window) == NULL)
    gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  first = get_focus (window);
  g_assert_nonnull (first);
  visit (seen, queue, first);
  walk_tabs (window, where, seen, queue);
  walk_arrows (window, seen, queue);
  for (guint i = 0; i < widgets->len; i++)
    {
      GtkWidget       *widget = g_ptr_array_index (widgets, i);
      g_autofree char *text = NULL;

      /* Going over a list may have changed what is beside it. */
      if (g_hash_table_contains (seen, widget) || gtk_widget_get_root (widget) == NULL || !wants_focus (widget) || is_close_to_seen (seen, widget))
        continue;
      text = describe (widget);
      g_test_message ("%s: no key leads to %s", where, text);
      missed++;
    }
  g_test_message ("%s: %u of %u", where, queue->len, widgets->len);
  g_assert_cmpuint (missed, ==, 0);
}

/* What can be seen in @window and wants the keyboard: as long as there is more of it, something is still being read. */
guint
cvn_keyboard_count_widgets (GtkWidget *window)
{
  g_autoptr (GPtrArray) widgets = g_ptr_array_new_with_free_func (g_object_unref);

  collect (window, widgets);
  return widgets->len;
}
