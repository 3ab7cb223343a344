/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The agreement that follows another one, made in one step: which, its dates and name, and what would be made.
 * Asks the page, by its action convenant.show-agreement, to show what was made.
 */
#define CVN_TYPE_RENEWAL_VIEW (cvn_renewal_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnRenewalView, cvn_renewal_view, CVN, RENEWAL_VIEW, AdwBin)

GtkWidget *cvn_renewal_view_new (CvnCentre *centre);
void       cvn_renewal_view_set_agreement (CvnRenewalView *self, const char *id);

G_END_DECLS
