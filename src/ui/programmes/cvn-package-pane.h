/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-record-pane.h"

G_BEGIN_DECLS

/*
 * One package of a partner: what was promised and came of it, the letter about it and its invoice. It shows the figures of
 * the view that it belongs to. Signal "closed": back to the list.
 */
#define CVN_TYPE_PACKAGE_PANE (cvn_package_pane_get_type ())
G_DECLARE_FINAL_TYPE (CvnPackagePane, cvn_package_pane, CVN, PACKAGE_PANE, CvnRecordPane)

GtkWidget *cvn_package_pane_new (CvnCentre *centre, CvnFigureSet *figures);

G_END_DECLS
