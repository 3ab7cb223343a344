/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-sharing.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Where a centre is shared and as whom: the server, the database, the account. Signal "changed": something was filled in. */
#define CVN_TYPE_PLACE_FORM (cvn_place_form_get_type ())
G_DECLARE_FINAL_TYPE (CvnPlaceForm, cvn_place_form, CVN, PLACE_FORM, AdwPreferencesGroup)

void        cvn_place_form_begin (CvnPlaceForm *self);
void        cvn_place_form_fill (CvnPlaceForm *self, const CvnSharingPlace *place);
void        cvn_place_form_get_place (CvnPlaceForm *self, CvnSharingPlace *place);
const char *cvn_place_form_get_secret (CvnPlaceForm *self);
void        cvn_place_form_forget_secret (CvnPlaceForm *self);
gboolean    cvn_place_form_is_filled (CvnPlaceForm *self);

G_END_DECLS
