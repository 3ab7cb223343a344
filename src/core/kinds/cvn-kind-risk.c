/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-risk"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnChoice statuses[] = {
  { "open", N_("Open"), "open" },
  { "controlled", N_("Controlled"), "beheerst" },
  { "occurred", N_("Occurred"), "opgetreden" },
  { "closed", N_("Closed"), "gesloten" },
  { "none", N_("None"), "geen" },
  { NULL },
};

static const CvnChoice measure_statuses[] = {
  { "open", N_("Open"), "open" },
  { "running", N_("Under way"), "loopt" },
  { "done", N_("Done"), "gereed|gedaan|afgerond" },
  { NULL },
};

static const CvnField fields[] = {
  { "code", N_("Code"), "risico_id", CVN_FIELD_TEXT, CVN_FIELD_KEY, CVN_FORMAT_CODE },
  { "project", N_("Project"), "project_id|project", CVN_FIELD_REFERENCE, CVN_FIELD_LIST, .refers_to = "project" },
  { "title_nl", N_("Title (Dutch)"), "titel_nl|titel", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "title_en" },
  { "title_en", N_("Title (English)"), "titel_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "title_nl" },
  { "likelihood", N_("Likelihood"), "kans", CVN_FIELD_INTEGER, CVN_FIELD_LIST, .min = 1, .max = 5, .hint = N_("From 1, rare, to 5, almost certain") },
  { "impact", N_("Impact"), "gevolg", CVN_FIELD_INTEGER, CVN_FIELD_LIST, .min = 1, .max = 5, .hint = N_("From 1, small, to 5, very large") },
  { "owner_role", N_("Owner"), "eigenaar_rol|eigenaar", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("A role, not a name") },
  { "measure_nl", N_("Measure (Dutch)"), "maatregel_nl|maatregel", CVN_FIELD_NOTE, CVN_FIELD_SEARCH, .twin = "measure_en" },
  { "measure_en", N_("Measure (English)"), "maatregel_en", CVN_FIELD_NOTE, CVN_FIELD_SEARCH, .twin = "measure_nl" },
  { "measure_due", N_("Measure due"), "maatregel_gereed_op|maatregel_datum", CVN_FIELD_DATE, CVN_FIELD_LIST },
  { "measure_status", N_("Status of the measure"), "maatregel_status", CVN_FIELD_CHOICE, .choices = measure_statuses },
  { "status", N_("Status"), "status", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .choices = statuses },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_either (record, "title_nl", "title_en", _("Fill in the title in Dutch or in English."), error);
}

const CvnKind cvn_kind_risk = {
  .name = "risk",
  .label = N_("Risk"),
  .label_plural = N_("Risks"),
  .label_add = N_("Add Risk"),
  .icon = "dialog-warning-symbolic",
  .files = "risicos|risks",
  .area = CVN_AREA_CARD,
  .sort = "code",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
