/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-budget-limit.h"
#include "cvn-centre.h"

G_BEGIN_DECLS

/* Whether the line of the budget that would bear a cost has room for it, while the cost is being typed. */
typedef struct
{
  CvnBudgetVerdict verdict;
  gint64           over;   /* cents above the budget */
  char            *line;   /* what the line is called; NULL when no line bears the cost */
  gboolean         counts; /* a booking that is not confirmed, or an event that is a draft, does not count yet */
} CvnCostRoom;

int          cvn_cost_room_find_field (const CvnKind *kind);
void         cvn_cost_room_read_async (CvnCentre *centre, CvnRecord *record, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CvnCostRoom *cvn_cost_room_read_finish (GAsyncResult *result, GError **error);
char        *cvn_cost_room_dup_text (const CvnCostRoom *self);
void         cvn_cost_room_free (CvnCostRoom *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnCostRoom, cvn_cost_room_free)

G_END_DECLS
