/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-report-filter.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Which rows of a report are wanted: a row for each of its filters. Signal "loaded" when the records to choose from are known. */
#define CVN_TYPE_REPORT_FILTERS (cvn_report_filters_get_type ())
G_DECLARE_FINAL_TYPE (CvnReportFilters, cvn_report_filters, CVN, REPORT_FILTERS, AdwPreferencesGroup)

CvnReportFilters *cvn_report_filters_new (CvnCentre *centre);

void     cvn_report_filters_show (CvnReportFilters *self, CvnReportName name);
void     cvn_report_filters_append (CvnReportFilters *self, GString *record);
char    *cvn_report_filters_describe (CvnReportFilters *self, CvnReportName name, const char *record);
gboolean cvn_report_filters_is_loaded (CvnReportFilters *self);

G_END_DECLS
