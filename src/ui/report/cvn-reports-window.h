/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * All reports that are not about one record: which one, of which period, filtered how, in which language. A choice can be
 * kept under a name, for this person; Enter opens the preview, from where it is printed and saved.
 */
#define CVN_TYPE_REPORTS_WINDOW (cvn_reports_window_get_type ())
G_DECLARE_FINAL_TYPE (CvnReportsWindow, cvn_reports_window, CVN, REPORTS_WINDOW, AdwWindow)

CvnReportsWindow *cvn_reports_window_new (GtkWindow *parent, CvnCentre *centre);
char             *cvn_reports_window_dup_record (CvnReportsWindow *self);

G_END_DECLS
