/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-budget-split.h"
#include "cvn-party-exit.h"

G_BEGIN_DECLS

/* A line of the budget with its months. */
typedef struct
{
  const char *id; /* borrowed */
  gboolean    is_cost;
  gboolean    is_fees;
  gint64      months[CVN_BUDGET_N_MONTHS];
} CvnScenarioLine;

/* What a party pays in the year, and into which line; the group is that of cvn_party_exit_split(). */
typedef struct
{
  CvnExitParty party;
  const char  *line; /* borrowed; NULL: none */
} CvnScenarioParty;

typedef enum {
  CVN_SCENARIO_AMOUNT,
  CVN_SCENARIO_FEE,
  CVN_SCENARIO_COUNT,
  CVN_SCENARIO_START,
  CVN_SCENARIO_PARTY_AMOUNT,
  CVN_SCENARIO_LEAVE,
} CvnScenarioWhat;

typedef struct
{
  CvnScenarioWhat what;
  const char     *line;  /* borrowed, as the party */
  const char     *party; /* id of an organisation */
  gint64          amount;
  gint64          per_mille;
  guint           month;   /* from 1 to 12; 0: the whole year */
  gboolean        resplit; /* of a party that leaves */
} CvnScenarioChange;

/* What a scenario works on; the arrays are its own, changed in place. */
typedef struct
{
  CvnScenarioLine  *lines;
  guint             n_lines;
  CvnScenarioParty *parties;
  guint             n_parties;
  gint64            fees[CVN_BUDGET_N_MONTHS]; /* cents for one registration; 0: not known */
} CvnScenarioYear;

gboolean cvn_scenario_what_from_code (const char *code, CvnScenarioWhat *what);
gboolean cvn_scenario_apply (CvnScenarioYear *year, const CvnScenarioChange *changes, guint n_changes, guint *failed, GError **error);
gboolean cvn_scenario_sum_line (const CvnScenarioLine *line, gint64 *sum, GError **error);
gboolean cvn_scenario_sum (const CvnScenarioYear *year, gint64 *income, gint64 *cost, GError **error);

G_END_DECLS
