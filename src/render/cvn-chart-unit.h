/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-language.h"

#include <glib.h>

G_BEGIN_DECLS

/* What the numbers of a chart are. */
typedef enum {
  CVN_UNIT_EURO,           /* cents */
  CVN_UNIT_COUNT,          /* a number of things */
  CVN_UNIT_PERMILLE,       /* thousandths, shown as a percentage */
  CVN_UNIT_CENTS_PER_HEAD, /* cents per inhabitant */
  CVN_UNIT_HUNDREDTHS,     /* of something that has two decimals: 243 is 2.43 */
} CvnChartUnit;

gboolean cvn_chart_unit_can_add (CvnChartUnit unit);
gint64   cvn_chart_unit_get_smallest_step (CvnChartUnit unit);
char    *cvn_chart_unit_format (CvnChartUnit unit, gint64 value, CvnLanguage language);
char    *cvn_chart_unit_format_short (CvnChartUnit unit, gint64 value, CvnLanguage language);
char    *cvn_chart_unit_format_tick (CvnChartUnit unit, gint64 value, gint64 step, CvnLanguage language);

G_END_DECLS
