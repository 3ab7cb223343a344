/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-cockpit.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Where a party stands, and with what it can move on: only the states that are allowed, a date, the deciding body, the
 * document and a note. Read-only it tells the history. Signal "decided" (const char *text): one step was written.
 */
#define CVN_TYPE_DECISION_POPOVER (cvn_decision_popover_get_type ())
G_DECLARE_FINAL_TYPE (CvnDecisionPopover, cvn_decision_popover, CVN, DECISION_POPOVER, GtkPopover)

GtkWidget *cvn_decision_popover_new (CvnCockpit *cockpit);
void       cvn_decision_popover_show (CvnDecisionPopover *self, CvnCockpitParty *party, gboolean read_only);

G_END_DECLS
