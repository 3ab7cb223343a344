/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-cockpit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What an agreement comes to in a year: committed, invoiced, paid and at risk, each with the rows behind it. */
#define CVN_TYPE_PARTY_SUMS (cvn_party_sums_get_type ())
G_DECLARE_FINAL_TYPE (CvnPartySums, cvn_party_sums, CVN, PARTY_SUMS, GtkBox)

GtkWidget *cvn_party_sums_new (CvnCentre *centre);
void       cvn_party_sums_fill (CvnPartySums *self, CvnCockpit *cockpit);

G_END_DECLS
