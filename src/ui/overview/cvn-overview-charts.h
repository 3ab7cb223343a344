/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-chart.h"
#include "cvn-figure-set.h"

G_BEGIN_DECLS

/* What the overview draws, made of its figures. Pure: figures in, chart out (transfer full). */
CvnChart *cvn_overview_chart_thermometer (CvnFigureSet *figures);
CvnChart *cvn_overview_chart_contributions (CvnFigureSet *figures);
CvnChart *cvn_overview_chart_fees (CvnFigureSet *figures);
CvnChart *cvn_overview_chart_registrations (CvnFigureSet *figures);

G_END_DECLS
