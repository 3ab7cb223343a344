/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-board-column.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * A column for each state of bookings, beside each other. Signals: "chosen" (CvnBoardCard), "activated" (CvnBoardCard), "dropped" (const char *id, int state): a card was let go over a column.
 */
#define CVN_TYPE_BOARD_COLUMNS (cvn_board_columns_get_type ())
G_DECLARE_FINAL_TYPE (CvnBoardColumns, cvn_board_columns, CVN, BOARD_COLUMNS, AdwBin)

GtkWidget      *cvn_board_columns_new (void);
void            cvn_board_columns_set (CvnBoardColumns *self, CvnTable *table, const char *text);
gboolean        cvn_board_columns_choose (CvnBoardColumns *self, const char *id);
gboolean        cvn_board_columns_go (CvnBoardColumns *self, int step);
CvnBoardColumn *cvn_board_columns_get (CvnBoardColumns *self, CvnBookingState state);

G_END_DECLS
