/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One line in plain words that becomes the form of an event, a booking or a task. Signal: "chosen" (CvnRecord *, GHashTable *names by id). */
#define CVN_TYPE_QUICK_ADD_DIALOG (cvn_quick_add_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CvnQuickAddDialog, cvn_quick_add_dialog, CVN, QUICK_ADD_DIALOG, AdwWindow)

GtkWidget *cvn_quick_add_dialog_new (GtkWindow *parent, CvnCentre *centre);

G_END_DECLS
