/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-roadmap-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The services by axis and timing: a board where there is room, else a list. A service moves by dragging, or with Ctrl and
 * the arrows while it has the focus. Action "board.move" (ss): moves the service that has the focus by columns and rows.
 */
#define CVN_TYPE_ROADMAP_BOARD (cvn_roadmap_board_get_type ())
G_DECLARE_FINAL_TYPE (CvnRoadmapBoard, cvn_roadmap_board, CVN, ROADMAP_BOARD, AdwBin)

GtkWidget *cvn_roadmap_board_new (CvnRoadmapBook *book);
void       cvn_roadmap_board_move (CvnRoadmapBoard *self, const char *service, int columns, int rows);

G_END_DECLS
