/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-project"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "code", N_("Code"), "project_id", CVN_FIELD_TEXT, CVN_FIELD_KEY, CVN_FORMAT_CODE },
  { "name_nl", N_("Name (Dutch)"), "naam|naam_nl", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "name_en" },
  { "name_en", N_("Name (English)"), "naam_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "name_nl" },
  { "category", N_("Category"), "categorie", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("Start-up phase, running project, becoming independent in a year, completed or stopped") },
  { "theme", N_("Theme"), "thema", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH },
  { "cost_structure", N_("Cost structure"), "kostenregel", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "allocation", N_("Allocation"), "verdeelsleutel", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("How the costs are divided, for example by inhabitants") },
  { "budget", N_("Budget"), "bedrag_cent|bedrag", CVN_FIELD_MONEY, CVN_FIELD_LIST | CVN_FIELD_SUM },
  { "part_of", N_("Part of"), "onderdeel_van", CVN_FIELD_REFERENCE, .refers_to = "project" },
  { "start_date", N_("From"), "van|begindatum", CVN_FIELD_PARTIAL_DATE },
  { "end_date", N_("Until"), "tot|tot_en_met|einddatum", CVN_FIELD_PARTIAL_DATE },
  { "source_line", N_("Line in the source"), "brondocument_regel", CVN_FIELD_INTEGER, .min = 0, .max = 1000000000 },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_either (record, "name_nl", "name_en", _("Fill in the name in Dutch or in English."), error) &&
         cvn_check_order (record, "start_date", "end_date", _("The end must not lie before the beginning."), error);
}

const CvnKind cvn_kind_project = {
  .name = "project",
  .label = N_("Project"),
  .label_plural = N_("Projects"),
  .label_add = N_("Add Project"),
  .icon = "folder-symbolic",
  .files = "projecten|projects",
  .area = CVN_AREA_CARD,
  .sort = "name_nl",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
