/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-scenario"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "year", N_("Year"), "jaar", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .min = 1900, .max = 2200 },
  { "name_nl", N_("Name (Dutch)"), "naam_nl|naam", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "name_en" },
  { "name_en", N_("Name (English)"), "naam_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "name_nl" },
  { "promoted", N_("Became"), "vastgesteld_als", CVN_FIELD_REFERENCE, CVN_FIELD_LIST, .refers_to = "budget_version", .hint = N_("The amendment that was made of it") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_either (record, "name_nl", "name_en", _("Fill in the name in Dutch or in English."), error);
}

const CvnKind cvn_kind_scenario = {
  .name = "scenario",
  .label = N_("Scenario"),
  .label_plural = N_("Scenarios"),
  .label_add = N_("Add Scenario"),
  .icon = "media-playlist-shuffle-symbolic",
  .files = "scenarios",
  .area = CVN_AREA_BUDGET,
  .sort = "-year",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
