/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-explanation.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Why a number is what it is: the rule, the total, and the rows, each of which opens its record. */
#define CVN_TYPE_EXPLAIN_VIEW (cvn_explain_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnExplainView, cvn_explain_view, CVN, EXPLAIN_VIEW, GtkBox)

GtkWidget *cvn_explain_view_new (void);
void       cvn_explain_view_set_explanation (CvnExplainView *self, CvnExplanation *explanation);

G_END_DECLS
