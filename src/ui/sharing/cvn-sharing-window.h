/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How the centre is shared: how it goes, what to look at, where it is shared. */
#define CVN_TYPE_SHARING_WINDOW (cvn_sharing_window_get_type ())
G_DECLARE_FINAL_TYPE (CvnSharingWindow, cvn_sharing_window, CVN, SHARING_WINDOW, AdwWindow)

CvnSharingWindow *cvn_sharing_window_new (GtkWindow *parent, CvnCentre *centre);

G_END_DECLS
