/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-chart-style.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void cvn_widget_style_read (GtkWidget *widget, CvnChartStyle *style);

G_END_DECLS
