/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-card-book.h"
#include "cvn-operation-dialog.h"

G_BEGIN_DECLS

/* What a card asks before it is made or signed off. */
#define CVN_TYPE_CARD_DIALOG (cvn_card_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CvnCardDialog, cvn_card_dialog, CVN, CARD_DIALOG, CvnOperationDialog)

CvnCardDialog *cvn_card_dialog_new_card (GtkWidget *from, CvnCardBook *book);
CvnCardDialog *cvn_card_dialog_sign_off (GtkWidget *from, CvnCardBook *book);

G_END_DECLS
