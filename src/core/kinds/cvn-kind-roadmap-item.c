/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-roadmap-item"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"
#include "cvn-kind-choices.h"

#include <glib/gi18n-lib.h>

static const CvnChoice audiences[] = {
  { "institutions", N_("Institutions"), "instellingen" },
  { "internationals", N_("Internationals"), "internationals" },
  { "both", N_("Institutions and internationals"), "instellingen en internationals" },
  { NULL },
};

static const CvnField fields[] = {
  { "code", N_("Code"), "dienst_id", CVN_FIELD_TEXT, CVN_FIELD_KEY, CVN_FORMAT_CODE },
  { "axis", N_("Axis of the vision"), "visie_as", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .choices = cvn_choices_axis, .named_by = "axis" },
  { "name_nl", N_("Name (Dutch)"), "naam_nl|naam", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "name_en" },
  { "name_en", N_("Name (English)"), "naam_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "name_nl" },
  { "audience", N_("Meant for"), "doelgroep", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = audiences },
  { "activities", N_("Activities"), "activiteiten", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "start_year", N_("Start year"), "startjaar", CVN_FIELD_INTEGER, CVN_FIELD_LIST, .min = 1900, .max = 2200, .hint = N_("Empty when it has started") },
  { "maturity", N_("Maturity"), "rijpheid", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = cvn_choices_maturity },
  { "timing", N_("Timing"), "planning|tijdvak", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = cvn_choices_timing, .hint = N_("Empty when it follows from start year and maturity") },
  { "budget", N_("Judgement of the budget"), "budget", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = cvn_choices_judgement },
  { "cost_estimate", N_("Cost estimate"), "kostenraming_cent|kostenraming", CVN_FIELD_MONEY, CVN_FIELD_LIST | CVN_FIELD_SUM, .hint = N_("What it costs in a year") },
  { "staff_hours", N_("Staff hours"), "uren|personeelsuren", CVN_FIELD_INTEGER, CVN_FIELD_SUM, .min = 0, .max = 1000000, .hint = N_("What it takes in a year") },
  { "assigned_budget", N_("Assigned budget"), "toegewezen_cent|toegewezen_budget", CVN_FIELD_MONEY, CVN_FIELD_SUM, .hint = N_("What there is for it in a year") },
  { "assigned_hours", N_("Assigned hours"), "toegewezen_uren", CVN_FIELD_INTEGER, CVN_FIELD_SUM, .min = 0, .max = 1000000, .hint = N_("What there is for it in a year") },
  { "replaced_by", N_("Replaced by"), "vervangen_door", CVN_FIELD_REFERENCE, .refers_to = "roadmap_item" },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_either (record, "name_nl", "name_en", _("Fill in the name in Dutch or in English."), error);
}

/* Files also carry the title of the axis, the phase (start year or maturity) and the budget in English. */
const CvnKind cvn_kind_roadmap_item = {
  .name = "roadmap_item",
  .label = N_("Roadmap Item"),
  .label_plural = N_("Roadmap Items"),
  .label_add = N_("Add Roadmap Item"),
  .icon = "mark-location-symbolic",
  .files = "routekaart|roadmap",
  .derived = "as_titel|fase|budget_en",
  .area = CVN_AREA_ROADMAP,
  .sort = "code",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
