/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-cockpit.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The cockpit: an agreement, its parties against the ladder, and the sums. Enter on a party changes its state,
 * Ctrl+Right moves it to the next one.
 * Actions: parties.advance, parties.edit-agreement, parties.renew, parties.print.
 */
#define CVN_TYPE_PARTIES_VIEW (cvn_parties_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnPartiesView, cvn_parties_view, CVN, PARTIES_VIEW, AdwBin)

GtkWidget  *cvn_parties_view_new (CvnCentre *centre);
CvnCockpit *cvn_parties_view_get_cockpit (CvnPartiesView *self);
gboolean    cvn_parties_view_invite (CvnPartiesView *self);

G_END_DECLS
