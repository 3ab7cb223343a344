/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-board-column"

#include "cvn-board-column.h"

#include "cvn-centre.h"
#include "cvn-drag.h"
#include "cvn-focus.h"
#include "cvn-money.h"
#include "cvn-tab-stop.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

#define WIDTH 190

/* Cards that are there at once, and that come when one gets near the end: a column of hundreds opens as fast as one of ten. */
#define STEP 12

struct _CvnBoardColumn
{
  GtkBox parent_instance;

  CvnBookingState     state;
  GtkLabel           *count;
  GtkStack           *stack; /* cards or nothing */
  CvnBookingCards    *cards;
  GtkSingleSelection *selection;
  GtkListView        *view;
  GtkAdjustment      *scroll;
  guint               more_id; /* source that shows more cards; 0 for none */
  gboolean            filling;
};

typedef enum {
  CHOSEN,
  ACTIVATED,
  DROPPED,
  N_SIGNALS,
} CvnBoardColumnSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnBoardColumn, cvn_board_column, GTK_TYPE_BOX)

static GtkWidget *
add_label (GtkWidget  *box,
           const char *css)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GdkContentProvider *
prepare_cb (GtkListItem *item)
{
  CvnBoardCard *card = gtk_list_item_get_item (item);

  return card != NULL ? cvn_drag_offer (gtk_list_item_get_child (item), cvn_board_card_get_id (card)) : NULL;
}

/* The card that the keyboard comes to by Tab is chosen, as one that it comes to by an arrow is. */
static void
focused_cb (GtkListItem *item)
{
  GtkWidget *column = gtk_widget_get_ancestor (gtk_list_item_get_child (item), CVN_TYPE_BOARD_COLUMN);

  if (column != NULL && gtk_list_item_get_position (item) != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (CVN_BOARD_COLUMN (column)->selection, gtk_list_item_get_position (item));
}

/* It is the row around the card that takes the focus, and that is there only after it has been set up. */
static void
parent_cb (GtkListItem *item,
           GParamSpec  *pspec,
           GtkWidget   *box)
{
  GtkWidget          *row = gtk_widget_get_parent (box);
  GtkEventController *focus = row != NULL ? gtk_event_controller_focus_new () : NULL;

  if (focus == NULL)
    return;
  g_signal_connect_object (focus, "enter", G_CALLBACK (focused_cb), item, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  GtkWidget     *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkDragSource *source = gtk_drag_source_new ();

  add_label (box, "heading");
  add_label (box, NULL);
  gtk_widget_add_css_class (add_label (box, "dim-label"), "numeric");
  add_label (box, "caption");
  gtk_widget_add_css_class (box, "cvn-board-card");
  gtk_widget_add_css_class (box, "card");
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), item, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (box, "notify::parent", G_CALLBACK (parent_cb), item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  CvnBoardCard    *card = gtk_list_item_get_item (item);
  GtkWidget       *box = gtk_list_item_get_child (item);
  GtkWidget       *name = gtk_widget_get_first_child (box);
  GtkWidget       *programme = gtk_widget_get_next_sibling (name);
  GtkWidget       *detail = gtk_widget_get_next_sibling (programme);
  GtkWidget       *warning = gtk_widget_get_next_sibling (detail);
  g_autofree char *detail_text = cvn_board_card_dup_detail (card);
  g_autofree char *warning_text = cvn_board_card_dup_warning (card);
  g_autofree char *sentence = cvn_board_card_dup_sentence (card);

  gtk_label_set_text (GTK_LABEL (name), cvn_board_card_get_name (card));
  gtk_label_set_text (GTK_LABEL (programme), cvn_board_card_get_programme (card));
  gtk_label_set_text (GTK_LABEL (detail), detail_text);
  gtk_label_set_text (GTK_LABEL (warning), warning_text != NULL ? warning_text : "");
  gtk_widget_set_visible (warning, warning_text != NULL);
  if (cvn_board_card_has_expired (card))
    gtk_widget_add_css_class (warning, "cvn-beside");
  else
    gtk_widget_remove_css_class (warning, "cvn-beside");
  cvn_tooltip_set (box, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static void
activate_cb (CvnBoardColumn *self,
             guint           place)
{
  g_autoptr (CvnBoardCard) card = g_list_model_get_item (G_LIST_MODEL (self->cards), place);

  if (card != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, card);
}

static void
selected_cb (CvnBoardColumn *self)
{
  CvnBoardCard *card = cvn_board_column_get_chosen (self);

  if (card != NULL && !self->filling)
    g_signal_emit (self, signals[CHOSEN], 0, card);
}

static gboolean
drop_cb (CvnBoardColumn *self,
         const GValue   *value)
{
  g_signal_emit (self, signals[DROPPED], 0, g_value_get_string (value));
  return TRUE;
}

static void
cvn_board_column_dispose (GObject *object)
{
  g_clear_handle_id (&CVN_BOARD_COLUMN (object)->more_id, g_source_remove);
  G_OBJECT_CLASS (cvn_board_column_parent_class)->dispose (object);
}

static void
cvn_board_column_finalize (GObject *object)
{
  CvnBoardColumn *self = CVN_BOARD_COLUMN (object);

  g_object_unref (self->cards);
  G_OBJECT_CLASS (cvn_board_column_parent_class)->finalize (object);
}

static void
cvn_board_column_class_init (CvnBoardColumnClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_board_column_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_board_column_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", CVN_TYPE_BOARD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CVN_TYPE_BOARD_CARD);
  signals[ACTIVATED] = g_signal_new ("activated", CVN_TYPE_BOARD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CVN_TYPE_BOARD_CARD);
  signals[DROPPED] = g_signal_new ("dropped", CVN_TYPE_BOARD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cvn_board_column_init (CvnBoardColumn *self)
{
}

static gboolean
more_cb (gpointer data)
{
  CvnBoardColumn *self = data;

  self->more_id = 0;
  cvn_booking_cards_show_more (self->cards);
  return G_SOURCE_REMOVE;
}

/* Also when the column is higher than its cards. Not at once: this is told in the middle of a layout. */
static void
scrolled_cb (CvnBoardColumn *self)
{
  double page = gtk_adjustment_get_page_size (self->scroll);

  if (self->more_id == 0 && page > 0 && g_list_model_get_n_items (G_LIST_MODEL (self->cards)) < cvn_booking_cards_get_n_found (self->cards) &&
      gtk_adjustment_get_value (self->scroll) + 2 * page > gtk_adjustment_get_upper (self->scroll))
    self->more_id = g_idle_add (more_cb, self);
}

static GtkWidget *
make_header (CvnBoardColumn *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = add_label (box, "heading");

  gtk_label_set_text (GTK_LABEL (title), cvn_booking_state_get_label (self->state));
  self->count = GTK_LABEL (add_label (box, "caption"));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (box, "cvn-board-header");
  return box;
}

static GtkWidget *
make_cards (CvnBoardColumn *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget          *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "cvn-board-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, cvn_booking_state_get_label (self->state), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  self->scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  g_signal_connect_object (self->scroll, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scroll, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  return scrolled;
}

/** cvn_board_column_new: an empty column. */
GtkWidget *
cvn_board_column_new (CvnBookingState state)
{
  CvnBoardColumn *self = g_object_new (CVN_TYPE_BOARD_COLUMN, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE, "width-request", WIDTH, NULL);
  GtkDropTarget  *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);
  GtkWidget      *nothing = g_object_new (GTK_TYPE_LABEL, "label", _("No bookings"), "valign", GTK_ALIGN_START, "margin-top", 12, NULL);

  self->state = state;
  self->cards = cvn_booking_cards_new ((int) state, STEP);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->cards)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cvn-board-column");
  gtk_box_append (GTK_BOX (self), make_header (self));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_stack_add_named (self->stack, nothing, "nothing");
  gtk_stack_add_named (self->stack, cvn_tab_stop_new (make_cards (self)), "cards");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  return GTK_WIDGET (self);
}

/** cvn_board_column_set: shows the bookings of @table that are in its state and have the words of @text, which may be NULL. */
void
cvn_board_column_set (CvnBoardColumn *self,
                      CvnTable       *table,
                      const char     *text)
{
  g_autofree char *amount = NULL;
  g_autofree char *count = NULL;
  guint            number;

  self->filling = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  cvn_booking_cards_set (self->cards, table, text);
  self->filling = FALSE;
  number = cvn_booking_cards_get_n_found (self->cards);
  amount = cvn_money_format_euro_short (cvn_booking_cards_get_cents (self->cards), cvn_interface_language ());
  /* Translators: how many bookings are in a column, and what they come to */
  count = g_strdup_printf (_("%1$u · %2$s"), number, amount);
  gtk_stack_set_visible_child_name (self->stack, number > 0 ? "cards" : "nothing");
  gtk_label_set_text (self->count, count);
}

/** cvn_board_column_get_n_cards: how many cards it has, whether one has scrolled to them or not. */
guint
cvn_board_column_get_n_cards (CvnBoardColumn *self)
{
  return cvn_booking_cards_get_n_found (self->cards);
}

/** cvn_board_column_get_chosen: (transfer none) (nullable): the card that is chosen. */
CvnBoardCard *
cvn_board_column_get_chosen (CvnBoardColumn *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/** cvn_board_column_choose: chooses the booking @id and goes there, no booking when it is NULL; FALSE if it is not here. */
gboolean
cvn_board_column_choose (CvnBoardColumn *self,
                         const char     *id)
{
  guint place;

  if (id != NULL && cvn_booking_cards_find (self->cards, id, &place))
    {
      cvn_focus_row (self->view, place);
      return TRUE;
    }
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  return FALSE;
}

/** cvn_board_column_enter: goes to its first card. */
void
cvn_board_column_enter (CvnBoardColumn *self)
{
  if (cvn_board_column_get_n_cards (self) > 0)
    cvn_focus_row (self->view, 0);
}
