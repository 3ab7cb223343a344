/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-scenario-run.h"

G_BEGIN_DECLS

/* What happens when one party leaves; all in cents. The texts are those of the base. */
typedef struct
{
  const char *id;
  gint64      before;
  gint64      after;
} CvnLeavingShare;

typedef struct
{
  gint64          lost;          /* what the party pays in the year */
  gint64          uncovered;     /* of that, what nobody is left to take over */
  gint64          result_before; /* of the year, as expected */
  gint64          result_after;  /* when nobody takes over */
  gint64          result_split;  /* when the others take over */
  GArray         *shares;        /* of CvnLeavingShare: everybody else who would pay more */
  guint           n_services;
  CvnExitService *services;  /* what could still be paid when nobody takes over */
  gint64          short_of;  /* what is still short when all of them have stopped */
  gboolean        has_costs; /* whether it is known what any service costs */
} CvnPartyLeaving;

CvnPartyLeaving *cvn_party_leaving_work_out (CvnScenarioBase *base, CvnTable *services, const char *party, gint64 result, GError **error);
void             cvn_party_leaving_free (CvnPartyLeaving *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnPartyLeaving, cvn_party_leaving_free)

G_END_DECLS
