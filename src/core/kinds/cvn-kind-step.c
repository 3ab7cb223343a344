/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-step"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnChoice statuses[] = {
  { "idea", N_("Idea"), "idee" },
  { "planned", N_("Planned"), "gepland" },
  { "running", N_("Under way"), "loopt" },
  { "done", N_("Done"), "gereed|gedaan|afgerond" },
  { "dropped", N_("Dropped"), "vervallen" },
  { NULL },
};

static const CvnField fields[] = {
  { "code", N_("Code"), "stap_id", CVN_FIELD_TEXT, CVN_FIELD_KEY, CVN_FORMAT_CODE },
  { "project", N_("Project"), "project_id|project", CVN_FIELD_REFERENCE, CVN_FIELD_LIST, .refers_to = "project" },
  { "half_year", N_("Half-year"), "halfjaar", CVN_FIELD_TEXT, CVN_FIELD_LIST, CVN_FORMAT_HALF_YEAR, .hint = N_("For example 2018-H1") },
  { "description_nl", N_("Description (Dutch)"), "omschrijving_nl|omschrijving", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "description_en" },
  { "description_en", N_("Description (English)"), "omschrijving_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "description_nl" },
  { "owner_role", N_("Owner"), "eigenaar_rol|eigenaar", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("A role, not a name") },
  { "status", N_("Status"), "status", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .choices = statuses },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_either (record, "description_nl", "description_en", _("Fill in the description in Dutch or in English."), error);
}

const CvnKind cvn_kind_step = {
  .name = "step",
  .label = N_("Step"),
  .label_plural = N_("Steps"),
  .label_add = N_("Add Step"),
  .icon = "go-next-symbolic",
  .files = "stappen|steps",
  .area = CVN_AREA_CARD,
  .sort = "half_year",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
