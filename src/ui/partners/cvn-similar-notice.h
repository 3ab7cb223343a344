/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A quiet line above the form of an organisation that says which known one it looks like, with a button to open that.
 * It never stands in the way. Signal: "open" (const char *id).
 */
#define CVN_TYPE_SIMILAR_NOTICE (cvn_similar_notice_get_type ())
G_DECLARE_FINAL_TYPE (CvnSimilarNotice, cvn_similar_notice, CVN, SIMILAR_NOTICE, GtkBox)

GtkWidget *cvn_similar_notice_new (void);
void       cvn_similar_notice_watch (CvnSimilarNotice *self, CvnCentre *centre, CvnDraft *draft, GtkWidget *form);

G_END_DECLS
