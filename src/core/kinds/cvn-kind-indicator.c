/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-indicator"

#include "cvn-kinds.h"

#include "cvn-error.h"
#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

/* What the program counts itself; each is a figure of the year. */
static const CvnChoice sources[] = {
  { "registrations", N_("Registrations counted"), "inschrijvingen" },
  { "events_held", N_("Events held"), "evenementen" },
  { "attendance", N_("Visitors of events"), "bezoekers" },
  { "fee_revenue", N_("Fee revenue in euros"), "leges" },
  { "contributions", N_("Contributions received in euros"), "bijdragen" },
  { NULL },
};

static const CvnField fields[] = {
  { "code", N_("Code"), "indicator_id", CVN_FIELD_TEXT, CVN_FIELD_KEY, CVN_FORMAT_CODE },
  { "name_nl", N_("Name (Dutch)"), "naam|naam_nl", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "name_en" },
  { "name_en", N_("Name (English)"), "naam_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "name_nl" },
  { "unit", N_("Unit"), "eenheid", CVN_FIELD_TEXT, CVN_FIELD_LIST },
  { "area", N_("Area"), "gebied", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH },
  { "automatic", N_("Counted by the program"), "automatisch", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = sources, .hint = N_("Empty when its values are typed in") },
  { "target", N_("Target"), "doel|streefwaarde", CVN_FIELD_TEXT, CVN_FIELD_LIST, .hint = N_("For example 90 or 1500") },
  { "target_period", N_("Target for"), "doelperiode", CVN_FIELD_TEXT, CVN_FIELD_LIST, .hint = N_("For example 2020") },
  { "project", N_("Project"), "project_id|project", CVN_FIELD_REFERENCE, .refers_to = "project", .hint = N_("Of a programme, the project that it measures") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_either (record, "name_nl", "name_en", _("Fill in the name in Dutch or in English."), error);
}

/* What the program counts is not typed over. */
static gboolean
may_own (CvnRecord *indicator,
         CvnRecord *value,
         GError   **error)
{
  if (!cvn_record_has (indicator, "automatic"))
    return TRUE;
  return cvn_check_fail (error, "definition", _("The program counts this indicator itself; its values cannot be typed in."));
}

const CvnKind cvn_kind_indicator = {
  .name = "indicator",
  .label = N_("Indicator"),
  .label_plural = N_("Indicators"),
  .label_add = N_("Add Indicator"),
  .icon = "power-profile-performance-symbolic",
  .files = "indicatordefinities|indicator_definitions",
  .area = CVN_AREA_ROADMAP,
  .sort = "code",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
  .may_own = may_own,
};
