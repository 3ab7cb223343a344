/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-scenario-board.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The scenarios of the year beside its budget, up to three of them line by line, and what happens when a party leaves.
 * Signal "shown-changed": whether a scenario or a party is open.
 */
#define CVN_TYPE_SCENARIOS_VIEW (cvn_scenarios_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnScenariosView, cvn_scenarios_view, CVN, SCENARIOS_VIEW, AdwBin)

GtkWidget        *cvn_scenarios_view_new (CvnCentre *centre);
void              cvn_scenarios_view_compare (CvnScenariosView *self, const char *const *ids);
CvnScenarioBoard *cvn_scenarios_view_get_board (CvnScenariosView *self);
gboolean          cvn_scenarios_view_shows_detail (CvnScenariosView *self);
void              cvn_scenarios_view_show_all (CvnScenariosView *self);
void              cvn_scenarios_view_show_scenario (CvnScenariosView *self, const char *id);
void              cvn_scenarios_view_show_party (CvnScenariosView *self, const char *id);

G_END_DECLS
