/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-table.h"

G_BEGIN_DECLS

/*
 * Some figures of the open centre for the year in focus, kept up to date: they are worked out on a reader thread,
 * all at one moment, again whenever something is written or another year comes into focus.
 * Property "loaded"; signal "changed" when new figures are there.
 */
#define CVN_TYPE_FIGURE_SET (cvn_figure_set_get_type ())
G_DECLARE_FINAL_TYPE (CvnFigureSet, cvn_figure_set, CVN, FIGURE_SET, GObject)

CvnFigureSet *cvn_figure_set_new (CvnCentre *centre, const char *const *names);
CvnFigureSet *cvn_figure_set_new_remembered (CvnCentre *centre, const char *const *names);
void          cvn_figure_set_confirm (CvnFigureSet *self);
void          cvn_figure_set_set_record (CvnFigureSet *self, const char *id);
gboolean      cvn_figure_set_is_loaded (CvnFigureSet *self);
int           cvn_figure_set_get_year (CvnFigureSet *self);
CvnTable     *cvn_figure_set_get (CvnFigureSet *self, const char *name);
gint64        cvn_figure_set_get_amount (CvnFigureSet *self, const char *name);
gint64        cvn_figure_set_get_part (CvnFigureSet *self, const char *name, const char *part, const char *column);
const char   *cvn_figure_set_get_title (CvnFigureSet *self, const char *id);

G_END_DECLS
