/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-report-data.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A report before it is printed or saved. Actions: "report.print", "report.save-pdf", "report.save-csv", "report.save-xml", "report.zoom". */
#define CVN_TYPE_REPORT_WINDOW (cvn_report_window_get_type ())
G_DECLARE_FINAL_TYPE (CvnReportWindow, cvn_report_window, CVN, REPORT_WINDOW, AdwWindow)

CvnReportWindow *cvn_report_window_new (GtkWindow *parent, CvnCentre *centre, CvnReportName name, const char *record);
void             cvn_report_window_set_language (CvnReportWindow *self, CvnLanguage language);

G_END_DECLS
