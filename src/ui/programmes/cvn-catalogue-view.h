/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The programmes with their prices, of today and of other days, and what the year brought of each, and the bookings that are more than a provider can deliver. */
#define CVN_TYPE_CATALOGUE_VIEW (cvn_catalogue_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnCatalogueView, cvn_catalogue_view, CVN, CATALOGUE_VIEW, AdwBin)

GtkWidget *cvn_catalogue_view_new (CvnCentre *centre);

G_END_DECLS
