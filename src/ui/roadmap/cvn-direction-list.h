/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-roadmap-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum {
  CVN_DIRECTION_MILESTONES,
  CVN_DIRECTION_STEPS,
  CVN_DIRECTION_INDICATORS,
  CVN_DIRECTION_SURROUNDINGS,
} CvnDirectionWhat;

/*
 * Milestones with their slip, steps, indicators with their values and sources, or what surrounds the centre: signals, networks and
 * documents. Each is a way to its record.
 */
#define CVN_TYPE_DIRECTION_LIST (cvn_direction_list_get_type ())
G_DECLARE_FINAL_TYPE (CvnDirectionList, cvn_direction_list, CVN, DIRECTION_LIST, AdwBin)

GtkWidget *cvn_direction_list_new (CvnRoadmapBook *book, CvnDirectionWhat what);

G_END_DECLS
