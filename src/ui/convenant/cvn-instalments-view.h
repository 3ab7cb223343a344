/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The instalments of the year in focus, overdue first. Rows open records by convenant.open. */
#define CVN_TYPE_INSTALMENTS_VIEW (cvn_instalments_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnInstalmentsView, cvn_instalments_view, CVN, INSTALMENTS_VIEW, AdwBin)

GtkWidget  *cvn_instalments_view_new (CvnCentre *centre);
const char *cvn_instalments_view_get_focused (CvnInstalmentsView *self);

G_END_DECLS
