/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *cvn_chart_table_new (const CvnChart *chart);

G_END_DECLS
