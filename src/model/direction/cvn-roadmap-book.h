/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-roadmap-sheet.h"

G_BEGIN_DECLS

/*
 * The direction of the open centre: services, milestones, steps, risks and indicators, all of one moment, in the year in
 * focus. Read again on a reader thread whenever something is written. Signal "changed" when there is something new to show.
 */
#define CVN_TYPE_ROADMAP_BOOK (cvn_roadmap_book_get_type ())
G_DECLARE_FINAL_TYPE (CvnRoadmapBook, cvn_roadmap_book, CVN, ROADMAP_BOOK, GObject)

CvnRoadmapBook *cvn_roadmap_book_new (CvnCentre *centre);

CvnCentre             *cvn_roadmap_book_get_centre (CvnRoadmapBook *self);
gboolean               cvn_roadmap_book_is_loaded (CvnRoadmapBook *self);
const CvnRoadmapSheet *cvn_roadmap_book_get_sheet (CvnRoadmapBook *self);
gboolean               cvn_roadmap_book_has_axes (CvnRoadmapBook *self);
GPtrArray             *cvn_roadmap_book_get_records (CvnRoadmapBook *self, const char *kind);
gint64                 cvn_roadmap_book_get_score_before (CvnRoadmapBook *self, const char *risk);
gint64                 cvn_roadmap_book_get_automatic (CvnRoadmapBook *self, const char *source);

G_END_DECLS
