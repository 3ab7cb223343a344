/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a renewal would make: how it follows, whom it invites, by which rules they contribute. */
#define CVN_TYPE_RENEWAL_PREVIEW (cvn_renewal_preview_get_type ())
G_DECLARE_FINAL_TYPE (CvnRenewalPreview, cvn_renewal_preview, CVN, RENEWAL_PREVIEW, AdwBin)

GtkWidget *cvn_renewal_preview_new (void);
void       cvn_renewal_preview_fill (CvnRenewalPreview *self, CvnTable *preview);
gboolean   cvn_renewal_preview_is_possible (CvnTable *preview);

G_END_DECLS
