/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-report-data.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks which record a report shall be about, and opens it. */
#define CVN_TYPE_REPORT_CHOOSER (cvn_report_chooser_get_type ())
G_DECLARE_FINAL_TYPE (CvnReportChooser, cvn_report_chooser, CVN, REPORT_CHOOSER, AdwWindow)

CvnReportChooser *cvn_report_chooser_new (GtkWindow *parent, CvnCentre *centre, CvnReportName name);

G_END_DECLS
