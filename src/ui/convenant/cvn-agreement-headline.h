/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-cockpit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How an agreement stands, in words: whether all have signed, its period, and what to beware of. */
#define CVN_TYPE_AGREEMENT_HEADLINE (cvn_agreement_headline_get_type ())
G_DECLARE_FINAL_TYPE (CvnAgreementHeadline, cvn_agreement_headline, CVN, AGREEMENT_HEADLINE, GtkBox)

GtkWidget *cvn_agreement_headline_new (void);
void       cvn_agreement_headline_fill (CvnAgreementHeadline *self, CvnCockpit *cockpit);

G_END_DECLS
