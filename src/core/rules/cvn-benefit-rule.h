/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-date.h"

G_BEGIN_DECLS

/* Where a benefit stands that was promised to a partner. */
typedef enum {
  CVN_BENEFIT_PROMISED,
  CVN_BENEFIT_PLANNED,
  CVN_BENEFIT_DELIVERED,
  CVN_BENEFIT_OVERDUE,
} CvnBenefitState;

#define CVN_BENEFIT_N_STATES (CVN_BENEFIT_OVERDUE + 1)

const char     *cvn_benefit_state_get_code (CvnBenefitState state);
const char     *cvn_benefit_state_get_label (CvnBenefitState state);
CvnBenefitState cvn_benefit_get_state (const char *due, const char *planned_on, const char *delivered_on, const char *today);
CvnDate         cvn_benefit_due (int year, guint times, guint due_month, guint nth);

G_END_DECLS
