/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-event-sheet.h"
#include "cvn-operation-dialog.h"

G_BEGIN_DECLS

/* Writes down which partner was shown at an event or in a message about it: that is the proof of a benefit it was promised. */
#define CVN_TYPE_SHOWN_DIALOG (cvn_shown_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CvnShownDialog, cvn_shown_dialog, CVN, SHOWN_DIALOG, CvnOperationDialog)

GtkWidget *cvn_shown_dialog_new (GtkWidget *from, CvnEventSheet *sheet, CvnTable *benefits);

G_END_DECLS
