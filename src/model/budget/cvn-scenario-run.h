/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-reader.h"
#include "cvn-scenario.h"

G_BEGIN_DECLS

/* The budget of a year with its parties, read at one moment, for scenarios to be tried on copies of it. */
typedef struct
{
  CvnTable       *lines;
  CvnTable       *parties;
  CvnScenarioYear base;
} CvnScenarioBase;

CvnScenarioBase *cvn_scenario_base_read (CvnReader *reader, int year, const char *today, GError **error);
void             cvn_scenario_base_free (CvnScenarioBase *self);
CvnScenarioYear *cvn_scenario_base_try (CvnScenarioBase *self, GPtrArray *changes, char **problem);
GPtrArray       *cvn_scenario_base_list_misfits (CvnScenarioBase *self, GPtrArray *changes);
void             cvn_scenario_year_free (CvnScenarioYear *year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnScenarioBase, cvn_scenario_base_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnScenarioYear, cvn_scenario_year_free)

G_END_DECLS
