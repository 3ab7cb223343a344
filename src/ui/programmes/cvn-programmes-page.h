/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-board-view.h"
#include "cvn-tabbed-page.h"

G_BEGIN_DECLS

/*
 * The page of the programmes: the board of bookings, the catalogue, the partner programme, and the lists of all its kinds of
 * records. Actions: programmes.open (kind, id), programmes.add (kind).
 */
#define CVN_TYPE_PROGRAMMES_PAGE (cvn_programmes_page_get_type ())
G_DECLARE_FINAL_TYPE (CvnProgrammesPage, cvn_programmes_page, CVN, PROGRAMMES_PAGE, CvnTabbedPage)

CvnBoardView *cvn_programmes_page_get_board (CvnProgrammesPage *self);

G_END_DECLS
