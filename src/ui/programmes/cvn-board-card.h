/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-booking-rule.h"
#include "cvn-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A booking as the board shows it: a row of the figure booking-board. */
#define CVN_TYPE_BOARD_CARD (cvn_board_card_get_type ())
G_DECLARE_FINAL_TYPE (CvnBoardCard, cvn_board_card, CVN, BOARD_CARD, GObject)

CvnBoardCard   *cvn_board_card_new (CvnTable *table, guint row);
const char     *cvn_board_card_get_id (CvnBoardCard *self);
const char     *cvn_board_card_get_name (CvnBoardCard *self);
CvnBookingState cvn_board_card_get_state (CvnBoardCard *self);
gboolean        cvn_board_card_has_expired (CvnBoardCard *self);
char           *cvn_board_card_dup_detail (CvnBoardCard *self);
char           *cvn_board_card_dup_day (CvnBoardCard *self);
char           *cvn_board_card_dup_amount (CvnBoardCard *self);
char           *cvn_board_card_dup_margin (CvnBoardCard *self);
char           *cvn_board_card_dup_moves (CvnBoardCard *self);
char           *cvn_board_card_dup_warning (CvnBoardCard *self);
char           *cvn_board_card_dup_sentence (CvnBoardCard *self);
const char     *cvn_board_card_get_programme (CvnBoardCard *self);

G_END_DECLS
