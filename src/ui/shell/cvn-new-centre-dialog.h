/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks what a new centre is called and which municipalities carry it. Signal "create" (name, GStrv municipalities). */
#define CVN_TYPE_NEW_CENTRE_DIALOG (cvn_new_centre_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CvnNewCentreDialog, cvn_new_centre_dialog, CVN, NEW_CENTRE_DIALOG, AdwWindow)

CvnNewCentreDialog *cvn_new_centre_dialog_new (GtkWindow *parent);

G_END_DECLS
