/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-card-book.h"
#include "cvn-operation-dialog.h"

G_BEGIN_DECLS

/* A part of a card in both languages: the heading of a section of its own, a quote, or a role of the project structure. */
#define CVN_TYPE_CARD_PART_DIALOG (cvn_card_part_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CvnCardPartDialog, cvn_card_part_dialog, CVN, CARD_PART_DIALOG, CvnOperationDialog)

CvnCardPartDialog *cvn_card_part_dialog_new (GtkWidget *from, CvnCardBook *book, const char *kind, CvnRecord *part);

G_END_DECLS
