/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-report.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The pages of a report below each other. Signal "page-changed": another page is in view. */
#define CVN_TYPE_REPORT_VIEW (cvn_report_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnReportView, cvn_report_view, CVN, REPORT_VIEW, AdwBin)

GtkWidget *cvn_report_view_new (void);
void       cvn_report_view_set_report (CvnReportView *self, CvnReport *report);
void       cvn_report_view_zoom (CvnReportView *self, int steps);
guint      cvn_report_view_get_page (CvnReportView *self);

G_END_DECLS
