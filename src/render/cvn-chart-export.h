/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-chart-style.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef enum {
  CVN_PICTURE_PNG,
  CVN_PICTURE_SVG,
} CvnPictureFormat;

cairo_surface_t *cvn_chart_render (const CvnChart *chart, const CvnChartStyle *style, int width, int height);

gboolean cvn_chart_export (const CvnChart *chart, const CvnChartStyle *style, CvnPictureFormat format, int width, int height, const char *path, GError **error);

G_END_DECLS
