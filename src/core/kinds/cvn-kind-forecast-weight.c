/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-forecast-weight"

#include "cvn-kinds.h"

#include "cvn-kind-choices.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "status", N_("Status"), "status", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .choices = cvn_choices_decision, .hint = N_("Of the party of an agreement") },
  { "per_mille", N_("Weight per mille"), "gewicht_pm|gewicht", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .min = 0, .max = 1000, .hint = N_("900 for 90 %: nine of ten such contributions come") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_LIST | CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

const CvnKind cvn_kind_forecast_weight = {
  .name = "forecast_weight",
  .label = N_("Forecast Weight"),
  .label_plural = N_("Forecast Weights"),
  .label_add = N_("Add Forecast Weight"),
  .icon = "preferences-system-symbolic",
  .files = "prognosegewichten|forecast_weights",
  .natural_key = "status",
  .area = CVN_AREA_BUDGET,
  .sort = "-per_mille",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
