/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-scenario-board.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One scenario: its changes, another one to add, and what can be done with it. */
#define CVN_TYPE_SCENARIO_PANE (cvn_scenario_pane_get_type ())
G_DECLARE_FINAL_TYPE (CvnScenarioPane, cvn_scenario_pane, CVN, SCENARIO_PANE, AdwBin)

GtkWidget *cvn_scenario_pane_new (CvnCentre *centre);
void       cvn_scenario_pane_set_board (CvnScenarioPane *self, CvnScenarioBoard *board);
void       cvn_scenario_pane_set_scenario (CvnScenarioPane *self, const char *id);
gboolean   cvn_scenario_pane_update (CvnScenarioPane *self);

G_END_DECLS
