/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-board-columns.h"
#include "cvn-booking-list.h"
#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Bookings as a board with a column for each state, or as a list; both show the same, and what is chosen in the one is chosen in
 * the other. Cards move by drag, by Ctrl+Left and Ctrl+Right and by the buttons below, all the same step. Signal "loaded": the cards are there.
 */
#define CVN_TYPE_BOARD_VIEW (cvn_board_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnBoardView, cvn_board_view, CVN, BOARD_VIEW, AdwBin)

GtkWidget      *cvn_board_view_new (CvnCentre *centre);
CvnBoardColumn *cvn_board_view_get_column (CvnBoardView *self, CvnBookingState state);
CvnBookingList *cvn_board_view_get_list (CvnBoardView *self);
void            cvn_board_view_show_list (CvnBoardView *self, gboolean list);
gboolean        cvn_board_view_choose (CvnBoardView *self, const char *id);
void            cvn_board_view_open (CvnBoardView *self, const char *id);
void            cvn_board_view_move (CvnBoardView *self, const char *id, CvnBookingState to);

G_END_DECLS
