/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-booking-cards.h"

G_BEGIN_DECLS

/*
 * The bookings of one state, as cards that are made as they are looked at. Signals: "chosen" (CvnBoardCard): it is the one that
 * is looked at; "activated" (CvnBoardCard); "dropped" (const char *id): a card of any column was let go here.
 */
#define CVN_TYPE_BOARD_COLUMN (cvn_board_column_get_type ())
G_DECLARE_FINAL_TYPE (CvnBoardColumn, cvn_board_column, CVN, BOARD_COLUMN, GtkBox)

GtkWidget    *cvn_board_column_new (CvnBookingState state);
void          cvn_board_column_set (CvnBoardColumn *self, CvnTable *table, const char *text);
guint         cvn_board_column_get_n_cards (CvnBoardColumn *self);
CvnBoardCard *cvn_board_column_get_chosen (CvnBoardColumn *self);
gboolean      cvn_board_column_choose (CvnBoardColumn *self, const char *id);
void          cvn_board_column_enter (CvnBoardColumn *self);

G_END_DECLS
