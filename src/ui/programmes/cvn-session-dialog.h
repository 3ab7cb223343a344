/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-board-card.h"
#include "cvn-operation-dialog.h"

G_BEGIN_DECLS

/* Writes down that a session of a booking was given, or mends what was written down. */
#define CVN_TYPE_SESSION_DIALOG (cvn_session_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CvnSessionDialog, cvn_session_dialog, CVN, SESSION_DIALOG, CvnOperationDialog)

GtkWidget *cvn_session_dialog_new (GtkWidget *from, CvnCentre *centre, CvnBoardCard *card, CvnTable *table, guint row);

G_END_DECLS
