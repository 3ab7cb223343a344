/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-booking-list"

#include "cvn-booking-list.h"

#include "cvn-focus.h"
#include "cvn-grid-layout.h"
#include "cvn-tab-stop.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

typedef enum {
  CELL_NAME,
  CELL_DAY,
  CELL_STATE,
  CELL_MARGIN,
  CELL_AMOUNT,
  N_CELLS,
} Cell;

static const CvnGridColumn columns[N_CELLS] = {
  [CELL_NAME] = { N_("Booking"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [CELL_DAY] = { N_("Date"), 100, 0.0f, CVN_NARROW_LINE },
  [CELL_STATE] = { N_("State"), CVN_GRID_REST, 0.0f, CVN_NARROW_LINE },
  [CELL_MARGIN] = { N_("Margin"), 100, 1.0f, CVN_NARROW_HIDE },
  [CELL_AMOUNT] = { N_("Amount"), 110, 1.0f, CVN_NARROW_VALUE },
};

struct _CvnBookingList
{
  AdwBin parent_instance;

  CvnBookingCards    *cards;
  GtkSingleSelection *selection;
  GtkListView        *view;
  GtkWidget          *header;
  GtkStack           *stack; /* rows or nothing */
  gboolean            filling;
};

typedef enum {
  CHOSEN,
  ACTIVATED,
  N_SIGNALS,
} CvnBookingListSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnBookingList, cvn_booking_list, ADW_TYPE_BIN)

static GtkWidget *
add_label (GtkWidget  *box,
           float       xalign,
           const char *css)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", xalign, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* A line, and a small one below it. */
static GtkWidget *
make_cell (float xalign)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "valign", GTK_ALIGN_CENTER, NULL);

  add_label (box, xalign, xalign > 0.9f ? "numeric" : NULL);
  gtk_widget_add_css_class (add_label (box, xalign, "caption"), "dim-label");
  return box;
}

/* A row that the keyboard comes to by Tab is chosen, as one that it comes to by an arrow is. */
static void
focused_cb (GtkListItem *item)
{
  GtkWidget *list = gtk_widget_get_ancestor (gtk_list_item_get_child (item), CVN_TYPE_BOOKING_LIST);

  if (list != NULL && gtk_list_item_get_position (item) != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (CVN_BOOKING_LIST (list)->selection, gtk_list_item_get_position (item));
}

/* The row around it takes the focus, and is there only after it has been set up. */
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

/* What is said of the state, and the moves of a booking that came far, do not fit on a line. */
static void
wrap_state (GtkWidget *box)
{
  GtkWidget *cell = gtk_widget_get_first_child (box);

  for (guint i = 0; i < CELL_STATE; i++)
    cell = gtk_widget_get_next_sibling (cell);
  for (GtkWidget *label = gtk_widget_get_first_child (cell); label != NULL; label = gtk_widget_get_next_sibling (label))
    g_object_set (label, "wrap", TRUE, "lines", 2, NULL);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, cvn_grid_layout_new (columns, N_CELLS, FALSE));
  for (guint i = 0; i < N_CELLS; i++)
    gtk_widget_set_parent (make_cell (columns[i].xalign), box);
  wrap_state (box);
  gtk_widget_add_css_class (box, "cvn-grid-row");
  g_signal_connect_object (box, "notify::parent", G_CALLBACK (parent_cb), item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, box);
}

static void
set_cell (GtkWidget  *cell,
          const char *text,
          const char *detail)
{
  GtkWidget *label = gtk_widget_get_first_child (cell);
  GtkWidget *below = gtk_widget_get_next_sibling (label);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_text (GTK_LABEL (below), detail != NULL ? detail : "");
  gtk_widget_set_visible (below, detail != NULL && *detail != '\0');
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  CvnBoardCard    *card = gtk_list_item_get_item (item);
  GtkWidget       *box = gtk_list_item_get_child (item);
  GtkWidget       *cells[N_CELLS] = { gtk_widget_get_first_child (box) };
  g_autofree char *day = cvn_board_card_dup_day (card);
  g_autofree char *moves = cvn_board_card_dup_moves (card);
  g_autofree char *warning = cvn_board_card_dup_warning (card);
  g_autofree char *state = warning != NULL ? g_strdup_printf ("%s · %s", cvn_booking_state_get_label (cvn_board_card_get_state (card)), warning)
                                           : g_strdup (cvn_booking_state_get_label (cvn_board_card_get_state (card)));
  g_autofree char *margin = cvn_board_card_dup_margin (card);
  g_autofree char *amount = cvn_board_card_dup_amount (card);
  g_autofree char *sentence = cvn_board_card_dup_sentence (card);

  for (guint i = 1; i < N_CELLS; i++)
    cells[i] = gtk_widget_get_next_sibling (cells[i - 1]);
  set_cell (cells[CELL_NAME], cvn_board_card_get_name (card), cvn_board_card_get_programme (card));
  set_cell (cells[CELL_DAY], day, NULL);
  set_cell (cells[CELL_STATE], state, moves);
  set_cell (cells[CELL_MARGIN], margin, NULL);
  set_cell (cells[CELL_AMOUNT], amount, NULL);
  if (cvn_board_card_has_expired (card))
    gtk_widget_add_css_class (gtk_widget_get_first_child (cells[CELL_STATE]), "cvn-beside");
  else
    gtk_widget_remove_css_class (gtk_widget_get_first_child (cells[CELL_STATE]), "cvn-beside");
  cvn_tooltip_set (cells[CELL_STATE], moves);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static void
activate_cb (CvnBookingList *self,
             guint           place)
{
  g_autoptr (CvnBoardCard) card = g_list_model_get_item (G_LIST_MODEL (self->cards), place);

  if (card != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, card);
}

static void
selected_cb (CvnBookingList *self)
{
  CvnBoardCard *card = gtk_single_selection_get_selected_item (self->selection);

  if (card != NULL && !self->filling)
    g_signal_emit (self, signals[CHOSEN], 0, card);
}

static void
cvn_booking_list_finalize (GObject *object)
{
  g_object_unref (CVN_BOOKING_LIST (object)->cards);
  G_OBJECT_CLASS (cvn_booking_list_parent_class)->finalize (object);
}

static void
cvn_booking_list_class_init (CvnBookingListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cvn_booking_list_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", CVN_TYPE_BOOKING_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CVN_TYPE_BOARD_CARD);
  signals[ACTIVATED] = g_signal_new ("activated", CVN_TYPE_BOOKING_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CVN_TYPE_BOARD_CARD);
}

static GtkWidget *
make_header (void)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (header, "cvn-grid-header");
  gtk_widget_set_layout_manager (header, cvn_grid_layout_new (columns, N_CELLS, TRUE));
  for (guint i = 0; i < N_CELLS; i++)
    {
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", _(columns[i].title), "xalign", columns[i].xalign, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

      gtk_widget_add_css_class (label, "caption-heading");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_set_parent (label, header);
    }
  return header;
}

static void
cvn_booking_list_init (CvnBookingList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget          *scrolled = gtk_scrolled_window_new ();
  GtkWidget          *nothing = g_object_new (GTK_TYPE_LABEL, "label", _("No bookings"), "valign", GTK_ALIGN_START, "margin-top", 24, NULL);

  self->cards = cvn_booking_cards_new (CVN_BOOKING_CARDS_ANY_STATE, 0);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->cards)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory));
  gtk_list_view_set_show_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "cvn-booking-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Bookings"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_add_css_class (nothing, "dim-label");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, nothing, "nothing");
  gtk_stack_add_named (self->stack, cvn_tab_stop_new (scrolled), "rows");
  self->header = make_header ();
  gtk_box_append (GTK_BOX (box), self->header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_widget_add_css_class (box, "cvn-bookings");
  adw_bin_set_child (ADW_BIN (self), box);
}

/** cvn_booking_list_new: a list without rows. */
GtkWidget *
cvn_booking_list_new (void)
{
  return g_object_new (CVN_TYPE_BOOKING_LIST, NULL);
}

/** cvn_booking_list_set: shows the bookings of @table that have the words of @text, which may be NULL; none is chosen. */
void
cvn_booking_list_set (CvnBookingList *self,
                      CvnTable       *table,
                      const char     *text)
{
  self->filling = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  cvn_booking_cards_set (self->cards, table, text);
  self->filling = FALSE;
  gtk_widget_set_visible (self->header, cvn_booking_list_get_n_rows (self) > 0);
  gtk_stack_set_visible_child_name (self->stack, cvn_booking_list_get_n_rows (self) > 0 ? "rows" : "nothing");
}

/** cvn_booking_list_choose: chooses the booking @id and goes there; FALSE when it has no row. */
gboolean
cvn_booking_list_choose (CvnBookingList *self,
                         const char     *id)
{
  guint place;

  if (!cvn_booking_cards_find (self->cards, id, &place))
    return FALSE;
  cvn_focus_row (self->view, place);
  return TRUE;
}

/** cvn_booking_list_enter: goes to its first row; FALSE without one. */
gboolean
cvn_booking_list_enter (CvnBookingList *self)
{
  if (cvn_booking_list_get_n_rows (self) == 0)
    return FALSE;
  cvn_focus_row (self->view, 0);
  return TRUE;
}

/** cvn_booking_list_get_n_rows: how many rows it has. */
guint
cvn_booking_list_get_n_rows (CvnBookingList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->cards));
}
