/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The partner programme of a year: the packages, and what their partners were promised, is planned and was delivered. */
#define CVN_TYPE_PACKAGES_VIEW (cvn_packages_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnPackagesView, cvn_packages_view, CVN, PACKAGES_VIEW, AdwBin)

GtkWidget *cvn_packages_view_new (CvnCentre *centre);

G_END_DECLS
