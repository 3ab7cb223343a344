/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-chart.h"

G_BEGIN_DECLS

char *cvn_chart_dup_value (const CvnChart *chart, guint series, guint category, CvnLanguage language);
char *cvn_chart_dup_point (const CvnChart *chart, guint series, guint category, CvnLanguage language);
char *cvn_chart_dup_total (const CvnChart *chart, guint series, CvnLanguage language);
char *cvn_chart_dup_summary (const CvnChart *chart, CvnLanguage language);

G_END_DECLS
