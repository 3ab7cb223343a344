/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-chart-view.h"

G_BEGIN_DECLS

#define CVN_TYPE_CHART_CARD (cvn_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (CvnChartCard, cvn_chart_card, CVN, CHART_CARD, GtkWidget)

GtkWidget *cvn_chart_card_new (void);
CvnChart  *cvn_chart_card_get_chart (CvnChartCard *self);
void       cvn_chart_card_set_chart (CvnChartCard *self, CvnChart *chart);
void       cvn_chart_card_set_caption (CvnChartCard *self, const char *caption);
void       cvn_chart_card_set_show_table (CvnChartCard *self, gboolean show_table);
void       cvn_chart_card_set_action (CvnChartCard *self, const char *action, const char *target);

G_END_DECLS
