/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-contribution-rule.h"
#include "cvn-period.h"
#include "cvn-reader.h"

G_BEGIN_DECLS

/* What a contribution rule makes of a year: a key and the commitments under it. For the operation. */
typedef struct
{
  char      *organisation;
  CvnRecord *rule;       /* of the party; with a key of several rules each has its own */
  CvnRecord *population; /* the figure that was used, or NULL */
  CvnRecord *commitment; /* the one that is there, or NULL */
  gint64     amount;     /* cents for the period */
  gboolean   is_fixed;   /* invoiced or paid: it stays */
} CvnAllocationParty;

typedef struct
{
  int                   year;
  CvnRecord            *rule;
  CvnRecord            *agreement;
  CvnPeriod             period;  /* of the commitments */
  GArray               *parties; /* of CvnAllocationParty */
  CvnContributionRule   method;
  CvnContributionParty *inputs;
  CvnContributionShare *shares;
  gint64                total; /* cents: of the key */
  gboolean              is_fixed;
} CvnAllocationPlan;

CvnAllocationPlan *cvn_allocation_plan_make (CvnReader *reader, const char *contribution_rule, int year, GError **error);
void               cvn_allocation_plan_free (CvnAllocationPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnAllocationPlan, cvn_allocation_plan_free)

G_END_DECLS
