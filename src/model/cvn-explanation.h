/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-leaf.h"

G_BEGIN_DECLS

/* What the amounts of a figure count. */
typedef enum {
  CVN_AMOUNT_MONEY,
  CVN_AMOUNT_NUMBER,
  CVN_AMOUNT_NONE,
} CvnAmountUnit;

/*
 * Why a number is what it is: its name, the rule, and as a GListModel of CvnLeaf the rows that add up to it.
 * Follows what is written. Property "n-items"; signal "changed" when other rows are there.
 */
#define CVN_TYPE_EXPLANATION (cvn_explanation_get_type ())
G_DECLARE_FINAL_TYPE (CvnExplanation, cvn_explanation, CVN, EXPLANATION, GObject)

CvnExplanation *cvn_explanation_new (CvnCentre *centre, const char *figure, const char *part, const char *record);
void            cvn_explanation_set_year (CvnExplanation *self, int year);
const char     *cvn_explanation_get_label (CvnExplanation *self);
const char     *cvn_explanation_get_rule (CvnExplanation *self);
CvnAmountUnit   cvn_explanation_get_unit (CvnExplanation *self);
gboolean        cvn_explanation_is_loaded (CvnExplanation *self);
int             cvn_explanation_get_year (CvnExplanation *self);
gint64          cvn_explanation_get_total (CvnExplanation *self);

G_END_DECLS
