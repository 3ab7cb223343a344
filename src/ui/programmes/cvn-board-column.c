/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-board-column"

#include "cvn-board-column.h"

#include "cvn-centre.h"
#include "cvn-drag.h"
#include "cvn-money.h"

#include <glib/gi18n-lib.h>

#define WIDTH 190

struct _CvnBoardColumn
{
  GtkBox parent_instance;

  CvnBookingState     state;
  GtkLabel           *count;
  GtkLabel           *more;
  GtkStack           *stack; /* cards or nothing */
  GListStore         *cards;
  GPtrArray          *coming;
  GtkSingleSelection *selection;
  GtkListView        *view;
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
  gtk_widget_set_tooltip_text (box, sentence);
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
cvn_board_column_finalize (GObject *object)
{
  CvnBoardColumn *self = CVN_BOARD_COLUMN (object);

  g_ptr_array_unref (self->coming);
  g_object_unref (self->cards);
  G_OBJECT_CLASS (cvn_board_column_parent_class)->finalize (object);
}

static void
cvn_board_column_class_init (CvnBoardColumnClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cvn_board_column_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", CVN_TYPE_BOARD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CVN_TYPE_BOARD_CARD);
  signals[ACTIVATED] = g_signal_new ("activated", CVN_TYPE_BOARD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CVN_TYPE_BOARD_CARD);
  signals[DROPPED] = g_signal_new ("dropped", CVN_TYPE_BOARD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cvn_board_column_init (CvnBoardColumn *self)
{
  self->cards = g_list_store_new (CVN_TYPE_BOARD_CARD);
  self->coming = g_ptr_array_new_with_free_func (g_object_unref);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->cards)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
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
  gtk_widget_add_css_class (GTK_WIDGET (self), "cvn-board-column");
  gtk_box_append (GTK_BOX (self), make_header (self));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_stack_add_named (self->stack, nothing, "nothing");
  gtk_stack_add_named (self->stack, make_cards (self), "cards");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
  self->more = GTK_LABEL (add_label (GTK_WIDGET (self), "caption"));
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "dim-label");
  gtk_widget_set_visible (GTK_WIDGET (self->more), FALSE);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  return GTK_WIDGET (self);
}

/** cvn_board_column_begin: other cards are to come. */
void
cvn_board_column_begin (CvnBoardColumn *self)
{
  g_ptr_array_set_size (self->coming, 0);
}

/** cvn_board_column_add: @card comes below the others. */
void
cvn_board_column_add (CvnBoardColumn *self,
                      CvnBoardCard   *card)
{
  g_ptr_array_add (self->coming, g_object_ref (card));
}

/** cvn_board_column_end: all cards are there; @number and @cents are of all bookings, shown or not. */
void
cvn_board_column_end (CvnBoardColumn *self,
                      guint           number,
                      gint64          cents)
{
  g_autofree char *amount = cvn_money_format_euro_short (cents, cvn_interface_language ());
  /* Translators: how many bookings are in a column, and what they come to */
  g_autofree char *count = g_strdup_printf (_("%1$u · %2$s"), number, amount);
  guint            hidden = number > self->coming->len ? number - self->coming->len : 0;
  g_autofree char *more = g_strdup_printf (ngettext ("%u more in the list", "%u more in the list", hidden), hidden);

  self->filling = TRUE;
  g_list_store_splice (self->cards, 0, g_list_model_get_n_items (G_LIST_MODEL (self->cards)), self->coming->pdata, self->coming->len);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (self->stack, self->coming->len > 0 ? "cards" : "nothing");
  gtk_label_set_text (self->count, count);
  gtk_label_set_text (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), hidden > 0);
  g_ptr_array_set_size (self->coming, 0);
}

/** cvn_board_column_get_n_cards: how many cards it has. */
guint
cvn_board_column_get_n_cards (CvnBoardColumn *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->cards));
}

/** cvn_board_column_get_chosen: (transfer none) (nullable): the card that is chosen. */
CvnBoardCard *
cvn_board_column_get_chosen (CvnBoardColumn *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/* The row of the list that has the focus is that of the selection when the list is entered. */
static void
focus_place (CvnBoardColumn *self,
             guint           place)
{
  gtk_single_selection_set_selected (self->selection, place);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", place);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/** cvn_board_column_choose: chooses the booking @id and goes there, no booking when it is NULL; FALSE if it is not here. */
gboolean
cvn_board_column_choose (CvnBoardColumn *self,
                         const char     *id)
{
  for (guint i = 0; id != NULL && i < cvn_board_column_get_n_cards (self); i++)
    {
      g_autoptr (CvnBoardCard) card = g_list_model_get_item (G_LIST_MODEL (self->cards), i);

      if (g_strcmp0 (cvn_board_card_get_id (card), id) != 0)
        continue;
      focus_place (self, i);
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
    focus_place (self, 0);
}
