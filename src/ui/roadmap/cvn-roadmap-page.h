/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-risk-matrix.h"
#include "cvn-roadmap-board.h"
#include "cvn-tabbed-page.h"

G_BEGIN_DECLS

/* Where the centre goes: the board of services, milestones, risks, indicators, steps, and the lists of its area. */
#define CVN_TYPE_ROADMAP_PAGE (cvn_roadmap_page_get_type ())
G_DECLARE_FINAL_TYPE (CvnRoadmapPage, cvn_roadmap_page, CVN, ROADMAP_PAGE, CvnTabbedPage)

CvnRoadmapBook  *cvn_roadmap_page_get_book (CvnRoadmapPage *self);
CvnRoadmapBoard *cvn_roadmap_page_get_board (CvnRoadmapPage *self);
CvnRiskMatrix   *cvn_roadmap_page_get_matrix (CvnRoadmapPage *self);

G_END_DECLS
