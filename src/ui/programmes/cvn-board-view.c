/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-board-view"

#include "cvn-board-view.h"

#include "cvn-booking-bar.h"
#include "cvn-booking-menu.h"
#include "cvn-booking-pane.h"
#include "cvn-booking-tools.h"
#include "cvn-figure-set.h"
#include "cvn-operation-dialog.h"
#include "cvn-programme-operations.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

struct _CvnBoardView
{
  AdwBin parent_instance;

  CvnCentre       *centre;
  CvnFigureSet    *figures;
  GtkStack        *stack;       /* the bookings, or the one that was opened */
  GtkStack        *shape_stack; /* the bookings as a board or as a list */
  CvnBoardColumns *columns;
  CvnBookingList  *list;
  CvnBookingPane  *pane; /* NULL before one was */
  CvnBookingTools *tools;
  CvnBookingBar   *bar;
  CvnBoardCard    *card;
  char            *wanted; /* id to choose when the cards are there */
};

static const char *const figure_names[] = { "booking-board", NULL };

static guint loaded_signal;

G_DEFINE_FINAL_TYPE (CvnBoardView, cvn_board_view, ADW_TYPE_BIN)

static void
update_actions (CvnBoardView *self)
{
  GtkWidget      *widget = GTK_WIDGET (self);
  gboolean        may = self->card != NULL && cvn_operation_dialog_is_allowed (self->centre);
  CvnBookingState state = self->card != NULL ? cvn_board_card_get_state (self->card) : CVN_BOOKING_REQUESTED;

  gtk_widget_action_set_enabled (widget, "board.forward", may && cvn_booking_can_move (state, cvn_booking_get_neighbour (state, 1)));
  gtk_widget_action_set_enabled (widget, "board.back", may && cvn_booking_can_move (state, cvn_booking_get_neighbour (state, -1)));
  gtk_widget_action_set_enabled (widget, "board.quote", self->card != NULL && state != CVN_BOOKING_CANCELLED);
  gtk_widget_action_set_enabled (widget, "board.open", self->card != NULL);
  gtk_widget_action_set_enabled (widget, "board.to", may);
  cvn_booking_bar_set_card (self->bar, self->card, may, cvn_centre_is_read_only (self->centre));
}

static void
set_card (CvnBoardView *self,
          CvnBoardCard *card)
{
  g_set_object (&self->card, card);
  update_actions (self);
}

/** cvn_board_view_choose: chooses the booking @id and goes there; FALSE when it is not shown. */
gboolean
cvn_board_view_choose (CvnBoardView *self,
                       const char   *id)
{
  return cvn_booking_tools_is_list (self->tools) ? cvn_booking_list_choose (self->list, id) : cvn_board_columns_choose (self->columns, id);
}

static gboolean
are_bookings_shown (CvnBoardView *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "bookings") == 0;
}

/* A year without bookings says how they come. */
static void
show_shape (CvnBoardView *self)
{
  gboolean    none = cvn_table_get_n_rows (cvn_figure_set_get (self->figures, "booking-board")) == 0;
  const char *shape = cvn_booking_tools_is_list (self->tools) ? "list" : "board";

  gtk_stack_set_visible_child_name (self->shape_stack, none ? "none" : shape);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), !none);
}

/* Only the shape that is seen; the other one when it comes. Both show one figure, one search and one choice. */
static void
fill (CvnBoardView *self)
{
  CvnTable   *table = cvn_figure_set_get (self->figures, "booking-board");
  const char *text = cvn_booking_tools_get_text (self->tools);

  show_shape (self);
  if (cvn_booking_tools_is_list (self->tools))
    cvn_booking_list_set (self->list, table, text);
  else
    cvn_board_columns_set (self->columns, table, text);
}

/* Fills it again; the card that was chosen stays so, and has the focus when @focus. */
static void
refill (CvnBoardView *self,
        gboolean      focus)
{
  g_autofree char *chosen = g_strdup (self->card != NULL ? cvn_board_card_get_id (self->card) : NULL);

  fill (self);
  set_card (self, NULL);
  if (chosen != NULL && focus)
    cvn_board_view_choose (self, chosen);
}

static void
changed_cb (CvnBoardView *self)
{
  g_autofree char *wanted = g_steal_pointer (&self->wanted);
  gboolean         had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->shape_stack)) != NULL;

  if (!cvn_figure_set_is_loaded (self->figures))
    return;
  refill (self, had_focus && wanted == NULL && are_bookings_shown (self));
  if (wanted != NULL && are_bookings_shown (self))
    cvn_board_view_choose (self, wanted);
  g_signal_emit (self, loaded_signal, 0);
}

static void
shape_cb (CvnBoardView *self)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->shape_stack)) != NULL;

  if (self->figures != NULL && cvn_figure_set_is_loaded (self->figures))
    refill (self, focused || self->card != NULL);
}

static void
search_cb (CvnBoardView *self)
{
  if (self->figures != NULL && cvn_figure_set_is_loaded (self->figures))
    refill (self, FALSE);
}

/* From the words that were typed to the first booking that has them. */
static void
enter_cb (CvnBoardView *self)
{
  if (cvn_booking_tools_is_list (self->tools))
    cvn_booking_list_enter (self->list);
  else
    cvn_board_columns_go (self->columns, 1);
}

/* Back where the booking was opened, which may have moved. */
static void
closed_cb (CvnBoardView *self)
{
  if (are_bookings_shown (self))
    return;
  gtk_stack_set_visible_child_name (self->stack, "bookings");
  if (!cvn_board_view_choose (self, cvn_record_pane_get_record (CVN_RECORD_PANE (self->pane))))
    gtk_widget_child_focus (GTK_WIDGET (self->shape_stack), GTK_DIR_TAB_FORWARD);
}

/** cvn_board_view_open: shows the booking @id with all that is known of it. */
void
cvn_board_view_open (CvnBoardView *self,
                     const char   *id)
{
  if (self->pane == NULL)
    {
      self->pane = CVN_BOOKING_PANE (cvn_booking_pane_new (self->centre));
      g_signal_connect_object (self->pane, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->pane), "booking");
    }
  cvn_record_pane_show (CVN_RECORD_PANE (self->pane), id);
  gtk_stack_set_visible_child_name (self->stack, "booking");
  gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

static void
open_card (CvnBoardView *self,
           CvnBoardCard *card)
{
  cvn_board_view_open (self, cvn_board_card_get_id (card));
}

typedef struct
{
  CvnBoardView *view;
  char         *id;
  char         *done;
} Moving;

static void
moved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Moving *moving = data;
  g_autoptr (CvnBoardView) self = moving->view;
  g_autofree char *id = moving->id;
  g_autofree char *done = moving->done;
  g_autoptr (GError) error = NULL;
  gint64 no = cvn_centre_finish (CVN_CENTRE (source), result, &error);

  g_free (moving);
  if (self->centre == NULL)
    return;
  if (no < 0)
    {
      cvn_booking_bar_refuse (self->bar, error->message);
      cvn_window_show_toast (GTK_WIDGET (self), error->message, FALSE);
    }
  else
    {
      g_free (self->wanted);
      self->wanted = g_steal_pointer (&id);
      cvn_window_show_toast (GTK_WIDGET (self), done, TRUE);
    }
}

static CvnBoardCard *
find_card (CvnBoardView *self,
           const char   *id)
{
  CvnTable *table = cvn_figure_set_get (self->figures, "booking-board");

  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    if (g_strcmp0 (cvn_table_get_text (table, row, "id"), id) == 0)
      return cvn_board_card_new (table, row);
  return NULL;
}

static void
run (CvnBoardView *self,
     CvnOperation *operation,
     CvnBoardCard *card,
     char         *done)
{
  Moving *moving = g_new0 (Moving, 1);

  *moving = (Moving){ .view = g_object_ref (self), .id = g_strdup (cvn_board_card_get_id (card)), .done = done };
  cvn_operation_set_subject (operation, cvn_board_card_get_name (card));
  cvn_operation_run_async (operation, self->centre, NULL, moved_cb, moving);
}

/** cvn_board_view_move: takes the booking @id to the state @to, or says why not: what a drag and a key press do. */
void
cvn_board_view_move (CvnBoardView   *self,
                     const char     *id,
                     CvnBookingState to)
{
  g_autoptr (CvnBoardCard) card = self->figures != NULL ? find_card (self, id) : NULL;
  g_autoptr (CvnOperation) operation = NULL;

  if (card == NULL || cvn_board_card_get_state (card) == to || !cvn_operation_dialog_is_allowed (self->centre))
    return;
  operation = cvn_move_booking_new (id, to, cvn_centre_get_today (self->centre));
  /* Translators: who booked, and the new state of the booking */
  run (self, operation, card, g_strdup_printf (_("%1$s: now “%2$s”"), cvn_board_card_get_name (card), cvn_booking_state_get_label (to)));
}

static void
dropped_cb (CvnBoardView *self,
            const char   *id,
            int           state)
{
  cvn_board_view_move (self, id, (CvnBookingState) state);
}

static gboolean
shift_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   data)
{
  CvnBoardView   *self = CVN_BOARD_VIEW (widget);
  CvnBookingState state;

  if (self->card == NULL || !are_bookings_shown (self))
    return FALSE;
  state = cvn_board_card_get_state (self->card);
  cvn_board_view_move (self, cvn_board_card_get_id (self->card), cvn_booking_get_neighbour (state, g_variant_get_int32 (arguments)));
  return TRUE;
}

/* In words that are typed, or in a menu, arrows mean something else. */
static gboolean
is_focus_in (CvnBoardView *self,
             GType         type)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && gtk_widget_get_ancestor (focus, type) != NULL;
}

static gboolean
go_cb (GtkWidget *widget,
       GVariant  *arguments,
       gpointer   data)
{
  CvnBoardView *self = CVN_BOARD_VIEW (widget);

  if (!are_bookings_shown (self) || cvn_booking_tools_is_list (self->tools) || is_focus_in (self, GTK_TYPE_TEXT) || is_focus_in (self, GTK_TYPE_POPOVER))
    return FALSE;
  cvn_board_columns_go (self->columns, g_variant_get_int32 (arguments));
  return TRUE;
}

/* From what is above the bookings into them. */
static gboolean
down_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  CvnBoardView *self = CVN_BOARD_VIEW (widget);

  if (!are_bookings_shown (self) || gtk_widget_get_focus_child (GTK_WIDGET (self->tools)) == NULL || is_focus_in (self, GTK_TYPE_POPOVER))
    return FALSE;
  enter_cb (self);
  return TRUE;
}

static gboolean
find_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  CvnBoardView *self = CVN_BOARD_VIEW (widget);

  return gtk_widget_get_mapped (widget) && are_bookings_shown (self) && cvn_booking_tools_focus_search (self->tools);
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  CvnBoardView *self = CVN_BOARD_VIEW (widget);

  return are_bookings_shown (self) && cvn_booking_bar_popup_menu (self->bar);
}

static void
step_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CvnBoardView   *self = CVN_BOARD_VIEW (widget);
  CvnBookingState state = cvn_booking_get_neighbour (cvn_board_card_get_state (self->card), g_str_equal (action, "board.forward") ? 1 : -1);

  cvn_board_view_move (self, cvn_board_card_get_id (self->card), state);
}

static void
to_action (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CvnBoardView   *self = CVN_BOARD_VIEW (widget);
  CvnBookingState state;

  if (self->card != NULL && cvn_booking_state_from_code (g_variant_get_string (parameter, NULL), &state))
    cvn_board_view_move (self, cvn_board_card_get_id (self->card), state);
}

static void
quote_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.open-report", "(ss)", "quote", cvn_board_card_get_id (CVN_BOARD_VIEW (widget)->card));
}

static void
open_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  open_card (CVN_BOARD_VIEW (widget), CVN_BOARD_VIEW (widget)->card);
}

/* Nothing is read for a tab that nobody opens. */
static void
map_cb (CvnBoardView *self)
{
  if (self->figures != NULL)
    return;
  self->figures = cvn_figure_set_new (self->centre, figure_names);
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
cvn_board_view_dispose (GObject *object)
{
  CvnBoardView *self = CVN_BOARD_VIEW (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->card);
  g_clear_object (&self->centre);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (cvn_board_view_parent_class)->dispose (object);
}

static void
cvn_board_view_class_init (CvnBoardViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_board_view_dispose;
  loaded_signal = g_signal_new ("loaded", CVN_TYPE_BOARD_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "board.forward", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "board.back", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "board.to", "s", to_action);
  gtk_widget_class_install_action (widget_class, "board.quote", NULL, quote_action);
  gtk_widget_class_install_action (widget_class, "board.open", NULL, open_action);
}

/* Before the lists see the keys: they know Ctrl+arrows as moves of their own. */
static void
add_keys (CvnBoardView *self)
{
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    GtkShortcutFunc function;
    int             step;
  } keys[] = {
    { GDK_KEY_Right, GDK_CONTROL_MASK, shift_cb, 1 },
    { GDK_KEY_Left, GDK_CONTROL_MASK, shift_cb, -1 },
    { GDK_KEY_Right, 0, go_cb, 1 },
    { GDK_KEY_Left, 0, go_cb, -1 },
    { GDK_KEY_Down, 0, down_cb, 0 },
    { GDK_KEY_Menu, 0, menu_cb, 0 },
    { GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, 0 },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                                                                           gtk_callback_action_new (keys[i].function, NULL, NULL), "i", keys[i].step));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* Also from what is beside the board: its tabs, or the sidebar. */
static void
add_find_key (CvnBoardView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut        *find = gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control><Shift>f"), gtk_callback_action_new (find_cb, NULL, NULL));

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), find);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
cvn_board_view_init (CvnBoardView *self)
{
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  add_keys (self);
  add_find_key (self);
}

static void
menu_pressed_cb (CvnBoardView *self)
{
  menu_cb (GTK_WIDGET (self), NULL, NULL);
}

static GtkWidget *
make_shapes (CvnBoardView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->columns = CVN_BOARD_COLUMNS (cvn_board_columns_new ());
  self->list = CVN_BOOKING_LIST (cvn_booking_list_new ());
  g_signal_connect_object (self->columns, "chosen", G_CALLBACK (set_card), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns, "activated", G_CALLBACK (open_card), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (set_card), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activated", G_CALLBACK (open_card), self, G_CONNECT_SWAPPED);
  self->shape_stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->shape_stack, FALSE);
  gtk_stack_add_named (self->shape_stack, GTK_WIDGET (self->columns), "board");
  gtk_stack_add_named (self->shape_stack, GTK_WIDGET (self->list), "list");
  gtk_stack_add_named (self->shape_stack, cvn_booking_menu_new_none (), "none");
  gtk_widget_set_vexpand (GTK_WIDGET (self->shape_stack), TRUE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "released", G_CALLBACK (menu_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->shape_stack), GTK_EVENT_CONTROLLER (click));
  return GTK_WIDGET (self->shape_stack);
}

/** cvn_board_view_new: reads the bookings when it is first looked at. */
GtkWidget *
cvn_board_view_new (CvnCentre *centre)
{
  CvnBoardView *self = g_object_new (CVN_TYPE_BOARD_VIEW, NULL);
  GtkWidget    *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->centre = g_object_ref (centre);
  g_signal_connect_object (centre, "notify::read-only", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->tools = CVN_BOOKING_TOOLS (cvn_booking_tools_new (centre));
  g_signal_connect_object (self->tools, "shape-changed", G_CALLBACK (shape_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tools, "search-changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tools, "entered", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->tools));
  gtk_box_append (GTK_BOX (box), make_shapes (self));
  self->bar = CVN_BOOKING_BAR (cvn_booking_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, box, "bookings");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  set_card (self, NULL);
  return GTK_WIDGET (self);
}

/** cvn_board_view_get_column: the column of @state, owned by the view. */
CvnBoardColumn *
cvn_board_view_get_column (CvnBoardView   *self,
                           CvnBookingState state)
{
  return cvn_board_columns_get (self->columns, state);
}

/** cvn_board_view_get_list: the bookings as a list, owned by the view. */
CvnBookingList *
cvn_board_view_get_list (CvnBoardView *self)
{
  return self->list;
}

/** cvn_board_view_show_list: shows the bookings as a list, or as a board. */
void
cvn_board_view_show_list (CvnBoardView *self,
                          gboolean      list)
{
  cvn_booking_tools_set_list (self->tools, list);
}
