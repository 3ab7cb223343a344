/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-card-sheet.h"
#include "cvn-reader.h"
#include "cvn-roadmap-sheet.h"

G_BEGIN_DECLS

/* What pages and reports show, gathered by a reader. Any thread that has the reader. */
char            *cvn_card_find (CvnReader *reader, const char *wanted, GError **error);
CvnCardSheet    *cvn_card_gather (CvnReader *reader, const char *id, const char *today, GError **error);
CvnRoadmapSheet *cvn_roadmap_gather (CvnReader *reader, const char *today, int year, GError **error);

G_END_DECLS
