/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-party-leaving.h"

G_BEGIN_DECLS

/* A scenario of the year in focus, worked out. */
typedef struct
{
  CvnRecord       *record;
  GPtrArray       *changes; /* of CvnRecord */
  CvnScenarioYear *year;
  char            *problem; /* why not all of its changes are in it, or NULL */
  gint64           income;
  gint64           cost;
} CvnScenarioItem;

/*
 * The scenarios of the year in focus beside its budget, and what happens when a party leaves. Follows what is written.
 * Signal "changed".
 */
#define CVN_TYPE_SCENARIO_BOARD (cvn_scenario_board_get_type ())
G_DECLARE_FINAL_TYPE (CvnScenarioBoard, cvn_scenario_board, CVN, SCENARIO_BOARD, GObject)

CvnScenarioBoard      *cvn_scenario_board_new (CvnCentre *centre);
CvnCentre             *cvn_scenario_board_get_centre (CvnScenarioBoard *self);
gboolean               cvn_scenario_board_is_loaded (CvnScenarioBoard *self);
int                    cvn_scenario_board_get_year (CvnScenarioBoard *self);
CvnScenarioBase       *cvn_scenario_board_get_base (CvnScenarioBoard *self);
CvnTable              *cvn_scenario_board_get_services (CvnScenarioBoard *self);
guint                  cvn_scenario_board_get_n (CvnScenarioBoard *self);
const CvnScenarioItem *cvn_scenario_board_get (CvnScenarioBoard *self, guint i);
const CvnScenarioItem *cvn_scenario_board_find (CvnScenarioBoard *self, const char *id);
void                   cvn_scenario_board_sum_base (CvnScenarioBoard *self, gint64 *income, gint64 *cost);
gint64                 cvn_scenario_board_get_forecast (CvnScenarioBoard *self);
CvnPartyLeaving       *cvn_scenario_board_leave (CvnScenarioBoard *self, const char *party, GError **error);

const char *cvn_scenario_item_get_name (const CvnScenarioItem *item);

G_END_DECLS
