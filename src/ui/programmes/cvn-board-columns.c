/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-board-columns"

#include "cvn-board-columns.h"

struct _CvnBoardColumns
{
  AdwBin parent_instance;

  CvnBoardColumn    *columns[CVN_BOOKING_N_STATES];
  GtkScrolledWindow *scrolled;
  int                state; /* of the card that is chosen; -1 without one */
};

typedef enum {
  CHOSEN,
  ACTIVATED,
  DROPPED,
  N_SIGNALS,
} CvnBoardColumnsSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnBoardColumns, cvn_board_columns, ADW_TYPE_BIN)

/* One card is chosen on the whole board. */
static void
chosen_cb (CvnBoardColumns *self,
           CvnBoardCard    *card,
           CvnBoardColumn  *column)
{
  self->state = (int) cvn_board_card_get_state (card);
  for (guint i = 0; i < CVN_BOOKING_N_STATES; i++)
    if (self->columns[i] != column)
      cvn_board_column_choose (self->columns[i], NULL);
  g_signal_emit (self, signals[CHOSEN], 0, card);
}

static void
activated_cb (CvnBoardColumns *self,
              CvnBoardCard    *card)
{
  g_signal_emit (self, signals[ACTIVATED], 0, card);
}

static void
dropped_cb (CvnBoardColumns *self,
            const char      *id,
            CvnBoardColumn  *column)
{
  for (guint i = 0; i < CVN_BOOKING_N_STATES; i++)
    if (self->columns[i] == column)
      g_signal_emit (self, signals[DROPPED], 0, id, (int) i);
}

/* Brings the column of a card that was chosen by key into sight. */
static void
show_column (CvnBoardColumns *self,
             guint            state)
{
  GtkAdjustment  *adjustment = gtk_scrolled_window_get_hadjustment (self->scrolled);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (self->columns[state]), gtk_widget_get_parent (GTK_WIDGET (self->columns[state])), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.x, bounds.origin.x + bounds.size.width);
}

/* To the next column from @state on that has a card. */
static gboolean
go (CvnBoardColumns *self,
    int              state,
    int              step)
{
  for (; state >= 0 && state < CVN_BOOKING_N_STATES; state += step)
    if (cvn_board_column_get_n_cards (self->columns[state]) > 0)
      {
        cvn_board_column_enter (self->columns[state]);
        show_column (self, (guint) state);
        return TRUE;
      }
  return FALSE;
}

static void
cvn_board_columns_class_init (CvnBoardColumnsClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", CVN_TYPE_BOARD_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CVN_TYPE_BOARD_CARD);
  signals[ACTIVATED] = g_signal_new ("activated", CVN_TYPE_BOARD_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CVN_TYPE_BOARD_CARD);
  signals[DROPPED] = g_signal_new ("dropped", CVN_TYPE_BOARD_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
}

static void
cvn_board_columns_init (CvnBoardColumns *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->state = -1;
  for (guint i = 0; i < CVN_BOOKING_N_STATES; i++)
    {
      GtkWidget *column = cvn_board_column_new ((CvnBookingState) i);

      self->columns[i] = CVN_BOARD_COLUMN (column);
      g_signal_connect_object (column, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (column, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (column, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), column);
    }
  gtk_widget_add_css_class (box, "cvn-bookings");
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (self->scrolled, box);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scrolled));
}

/** cvn_board_columns_new: columns without cards. */
GtkWidget *
cvn_board_columns_new (void)
{
  return g_object_new (CVN_TYPE_BOARD_COLUMNS, NULL);
}

/** cvn_board_columns_set: shows the bookings of @table that have the words of @text, which may be NULL; none is chosen. */
void
cvn_board_columns_set (CvnBoardColumns *self,
                       CvnTable        *table,
                       const char      *text)
{
  self->state = -1;
  for (guint i = 0; i < CVN_BOOKING_N_STATES; i++)
    cvn_board_column_set (self->columns[i], table, text);
}

/** cvn_board_columns_choose: chooses the booking @id and goes there; FALSE when it has no card. */
gboolean
cvn_board_columns_choose (CvnBoardColumns *self,
                          const char      *id)
{
  for (guint i = 0; i < CVN_BOOKING_N_STATES; i++)
    if (cvn_board_column_choose (self->columns[i], id))
      {
        show_column (self, i);
        return TRUE;
      }
  return FALSE;
}

/** cvn_board_columns_go: to the next column to the right (1) or to the left (-1) that has a card, to the first when none is chosen; FALSE when there is none. */
gboolean
cvn_board_columns_go (CvnBoardColumns *self,
                      int              step)
{
  return self->state >= 0 ? go (self, self->state + step, step) : go (self, 0, 1);
}

/** cvn_board_columns_get: the column of @state, owned by the board. */
CvnBoardColumn *
cvn_board_columns_get (CvnBoardColumns *self,
                       CvnBookingState  state)
{
  return self->columns[state];
}
