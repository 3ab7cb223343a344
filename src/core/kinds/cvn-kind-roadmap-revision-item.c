/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-roadmap-revision-item"

#include "cvn-kinds.h"

#include "cvn-error.h"
#include "cvn-kind-check.h"
#include "cvn-kind-choices.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "revision", N_("Revision"), "revisie", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "roadmap_revision" },
  /* Not a reference: the service may be gone since. */
  { "service", N_("Service"), "dienst", CVN_FIELD_TEXT, CVN_FIELD_REQUIRED | CVN_FIELD_KEPT },
  { "name_nl", N_("Name (Dutch)"), "naam_nl|naam", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "name_en" },
  { "name_en", N_("Name (English)"), "naam_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "name_nl" },
  { "axis", N_("Axis of the vision"), "visie_as", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = cvn_choices_axis, .named_by = "axis" },
  { "timing", N_("Timing"), "planning|tijdvak", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = cvn_choices_timing },
  { "start_year", N_("Start year"), "startjaar", CVN_FIELD_INTEGER, CVN_FIELD_LIST, .min = 1900, .max = 2200 },
  { "maturity", N_("Maturity"), "rijpheid", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = cvn_choices_maturity },
  { "budget", N_("Judgement of the budget"), "budget", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = cvn_choices_judgement },
  { "cost_estimate", N_("Cost estimate"), "kostenraming_cent|kostenraming", CVN_FIELD_MONEY, CVN_FIELD_LIST },
  { "staff_hours", N_("Staff hours"), "uren|personeelsuren", CVN_FIELD_INTEGER, 0, .min = 0, .max = 1000000 },
  { "assigned_budget", N_("Assigned budget"), "toegewezen_cent|toegewezen_budget", CVN_FIELD_MONEY },
  { "assigned_hours", N_("Assigned hours"), "toegewezen_uren", CVN_FIELD_INTEGER, 0, .min = 0, .max = 1000000 },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_either (record, "name_nl", "name_en", _("Fill in the name in Dutch or in English."), error);
}

/* What was kept stays as it was; a revision as a whole can go. */
static gboolean
may_change (CvnRecord *before,
            CvnRecord *after,
            GError   **error)
{
  if (after == NULL)
    return TRUE;
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_FINAL, _("A revision stays as it was kept: change the service itself, and keep a new revision."));
  return FALSE;
}

/* A service as it was in a revision of the roadmap. */
const CvnKind cvn_kind_roadmap_revision_item = {
  .name = "roadmap_revision_item",
  .label = N_("Service in a Revision"),
  .label_plural = N_("Services in Revisions"),
  .label_add = N_("Add Service in a Revision"),
  .icon = "mark-location-symbolic",
  .files = "routekaart_revisiediensten|roadmap_revision_items",
  .natural_key = "revision|service",
  .area = CVN_AREA_ROADMAP,
  .sort = "name_nl",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
  .may_change = may_change,
  .owner = "revision",
};
