/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-report-data.h"
#include "cvn-reports.h"

G_BEGIN_DECLS

CvnReport *cvn_report_make (const CvnReportData *data);

G_END_DECLS
