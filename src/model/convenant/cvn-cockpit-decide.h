/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-cockpit.h"
#include "cvn-record.h"

G_BEGIN_DECLS

CvnRecord *cvn_cockpit_new_decision (CvnCockpit *self, CvnCockpitParty *party, CvnLadderState state, const CvnDate *date);
void       cvn_cockpit_decide_async (CvnCockpit *self, CvnCockpitParty *party, CvnRecord *decision, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void       cvn_cockpit_invite_async (CvnCockpit *self, const char *organisation, const char *name, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
