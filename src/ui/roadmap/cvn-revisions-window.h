/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-roadmap-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Keeps the roadmap as it is under a name, and shows what has changed since a revision that was kept. */
#define CVN_TYPE_REVISIONS_WINDOW (cvn_revisions_window_get_type ())
G_DECLARE_FINAL_TYPE (CvnRevisionsWindow, cvn_revisions_window, CVN, REVISIONS_WINDOW, AdwWindow)

GtkWidget *cvn_revisions_window_new (CvnRoadmapBook *book);
void       cvn_revisions_window_present (GtkWidget *from, CvnRoadmapBook *book);

G_END_DECLS
