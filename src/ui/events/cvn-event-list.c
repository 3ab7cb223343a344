/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-list"

#include "cvn-event-list.h"

#include "cvn-event-row.h"
#include "cvn-focus.h"
#include "cvn-month.h"

static gboolean
begins_month (CvnEventCalendar *calendar,
              guint             position)
{
  CvnDate day;
  CvnDate before;

  if (position == 0)
    return TRUE;
  day = cvn_event_item_get_first (cvn_event_calendar_get (calendar, position));
  before = cvn_event_item_get_first (cvn_event_calendar_get (calendar, position - 1));
  return day.year != before.year || day.month != before.month;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, cvn_event_row_new ());
}

static void
bind_cb (CvnEventCalendar *calendar,
         GtkListItem      *item)
{
  CvnEventItem    *event = gtk_list_item_get_item (item);
  guint            position = gtk_list_item_get_position (item);
  CvnDate          day = cvn_event_item_get_first (event);
  g_autofree char *month = NULL;

  if (position < g_list_model_get_n_items (G_LIST_MODEL (calendar)) && begins_month (calendar, position))
    month = cvn_month_format ((gint64) day.year * 12 + day.month - 1, cvn_interface_language ());
  cvn_event_row_set (CVN_EVENT_ROW (gtk_list_item_get_child (item)), event, month);
}

static void
activate_cb (GtkListView      *list,
             guint             position,
             CvnEventCalendar *calendar)
{
  gtk_widget_activate_action (GTK_WIDGET (list), "events.open", "s", cvn_event_item_get_id (cvn_event_calendar_get (calendar, position)));
}

static gboolean
key_cb (GtkEventControllerKey *keys,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        CvnEventCalendar      *calendar)
{
  GtkListView *list = GTK_LIST_VIEW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys)));
  guint        position = gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (list)));
  int          days = keyval == GDK_KEY_Left ? -1 : keyval == GDK_KEY_Right ? 1
                                                  : keyval == GDK_KEY_Up    ? -7
                                                  : keyval == GDK_KEY_Down  ? 7
                                                                            : 0;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK || days == 0 || position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (list), "events.move", "(si)", cvn_event_item_get_id (cvn_event_calendar_get (calendar, position)), days);
  return TRUE;
}

/* More than these are not bound anew while nobody looks. */
#define HIDDEN_CHANGES 100

/* The event that is chosen stays so when it is read anew. */
typedef struct
{
  GtkSingleSelection *selection; /* which owns this */
  GtkWidget          *list;      /* NULL once it has gone */
  CvnEventCalendar   *calendar;
  char               *id; /* NULL: none is chosen */
  gboolean            changing;
  gboolean            focused; /* the keyboard was in the list, and the chosen event has not come back since */
} Chosen;

static void
chosen_free (gpointer  data,
             GClosure *closure)
{
  Chosen *chosen = data;

  g_signal_handlers_disconnect_by_data (chosen->calendar, chosen);
  g_object_unref (chosen->calendar);
  g_clear_weak_pointer (&chosen->list);
  g_free (chosen->id);
  g_free (chosen);
}

static guint
find_position (CvnEventCalendar *calendar,
               const char       *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (calendar)); i++)
    if (g_strcmp0 (cvn_event_item_get_id (cvn_event_calendar_get (calendar, i)), id) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
selected_cb (GtkSingleSelection *selection,
             GParamSpec         *pspec,
             Chosen             *chosen)
{
  CvnEventItem *item = gtk_single_selection_get_selected_item (selection);

  if (chosen->changing)
    return;
  g_free (chosen->id);
  chosen->id = item != NULL ? g_strdup (cvn_event_item_get_id (item)) : NULL;
}

/* Before the list itself is told, which forgets what went. */
static void
begin_change_cb (Chosen *chosen)
{
  GtkRoot *root = chosen->list != NULL ? gtk_widget_get_root (chosen->list) : NULL;

  chosen->changing = TRUE;
  if (root != NULL && gtk_root_get_focus (root) != NULL)
    chosen->focused = cvn_focus_get_inside (chosen->list) != NULL;
}

/* After it was told: it counts on that. */
static void
end_change_cb (Chosen *chosen)
{
  guint position = chosen->id != NULL ? find_position (chosen->calendar, chosen->id) : GTK_INVALID_LIST_POSITION;

  if (gtk_single_selection_get_model (chosen->selection) != NULL)
    gtk_single_selection_set_selected (chosen->selection, position);
  chosen->changing = FALSE;
  /* The row that had the keyboard may have gone with the day that the event was on: the next key is for the event all the same. */
  if (!chosen->focused || position == GTK_INVALID_LIST_POSITION || chosen->list == NULL || !gtk_widget_get_mapped (chosen->list))
    return;
  chosen->focused = FALSE;
  cvn_focus_row (GTK_LIST_VIEW (chosen->list), position);
}

static void
keep_chosen (GtkWidget          *list,
             GtkSingleSelection *selection,
             CvnEventCalendar   *calendar)
{
  Chosen *chosen = g_new0 (Chosen, 1);

  chosen->selection = selection;
  g_set_weak_pointer (&chosen->list, list);
  chosen->calendar = g_object_ref (calendar);
  g_signal_connect_data (selection, "notify::selected", G_CALLBACK (selected_cb), chosen, chosen_free, 0);
  g_signal_connect_swapped (calendar, "items-changed", G_CALLBACK (begin_change_cb), chosen);
  g_signal_connect_data (calendar, "items-changed", G_CALLBACK (end_change_cb), chosen, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* Rows are only made of events while somebody looks: a hidden list would make two hundred of them for each month that is turned. As
 * long as little changes it keeps those that it has: who comes back from an event finds them where they were. */
static void
map_cb (GtkListView      *list,
        CvnEventCalendar *calendar)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (list));

  if (gtk_single_selection_get_model (selection) == NULL)
    gtk_single_selection_set_model (selection, G_LIST_MODEL (calendar));
}

/* After the list itself was told: it counts on that. */
static void
items_changed_cb (GtkListView *list,
                  guint        position,
                  guint        removed,
                  guint        added)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (list));
  gboolean            all = position == 0 && added == g_list_model_get_n_items (G_LIST_MODEL (selection));

  if (!gtk_widget_get_mapped (GTK_WIDGET (list)) && (all || removed + added > HIDDEN_CHANGES))
    gtk_single_selection_set_model (selection, NULL);
}

/** cvn_event_list_new: the events of @calendar. */
GtkWidget *
cvn_event_list_new (CvnEventCalendar *calendar)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection = gtk_single_selection_new (NULL);
  GtkWidget          *list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), calendar, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "map", G_CALLBACK (map_cb), calendar, 0);
  keep_chosen (list, selection, calendar);
  g_signal_connect_object (calendar, "items-changed", G_CALLBACK (items_changed_cb), list, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (list, "activate", G_CALLBACK (activate_cb), calendar, 0);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), calendar, 0);
  gtk_widget_add_controller (list, keys);
  gtk_widget_add_css_class (list, "cvn-event-list");
  return list;
}

/** cvn_event_list_focus: gives the row of an event the focus. */
void
cvn_event_list_focus (GtkWidget        *list,
                      CvnEventCalendar *calendar,
                      const char       *id)
{
  guint position = find_position (calendar, id);

  if (position != GTK_INVALID_LIST_POSITION)
    cvn_focus_row (GTK_LIST_VIEW (list), position);
}
