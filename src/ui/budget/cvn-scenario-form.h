/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-scenario-board.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Where the next change of a scenario is filled in. */
#define CVN_TYPE_SCENARIO_FORM (cvn_scenario_form_get_type ())
G_DECLARE_FINAL_TYPE (CvnScenarioForm, cvn_scenario_form, CVN, SCENARIO_FORM, AdwBin)

GtkWidget *cvn_scenario_form_new (CvnCentre *centre);
void       cvn_scenario_form_set (CvnScenarioForm *self, CvnScenarioBoard *board, const char *scenario);

G_END_DECLS
