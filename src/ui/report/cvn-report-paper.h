/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One page of a report on the screen, with its words for screen readers. */
#define CVN_TYPE_REPORT_PAPER (cvn_report_paper_get_type ())
G_DECLARE_FINAL_TYPE (CvnReportPaper, cvn_report_paper, CVN, REPORT_PAPER, GtkWidget)

GtkWidget *cvn_report_paper_new (CvnReport *report, guint page);
void       cvn_report_paper_set_zoom (CvnReportPaper *self, double zoom);

G_END_DECLS
