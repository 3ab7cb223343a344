/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-budget-version"

#include "cvn-kinds.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "year", N_("Year"), "jaar", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .min = 1900, .max = 2200 },
  { "number", N_("Amendment"), "versie|wijziging", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .min = 0, .max = 99, .hint = N_("0 for the budget as adopted, 1 for the first amendment") },
  { "decision_date", N_("Decided on"), "besluitdatum", CVN_FIELD_DATE, CVN_FIELD_LIST },
  { "body", N_("Deciding body"), "besluitorgaan|orgaan", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH },
  { "reason", N_("Reason"), "reden|toelichting", CVN_FIELD_NOTE, CVN_FIELD_LIST | CVN_FIELD_SEARCH },
  { "document", N_("Document"), "document", CVN_FIELD_REFERENCE, .refers_to = "document", .hint = N_("The record of the decision in the register of documents") },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

/* What the last version says stands with the lines of the budget themselves; what an earlier amendment said, in budget_amount. */
const CvnKind cvn_kind_budget_version = {
  .name = "budget_version",
  .label = N_("Budget Version"),
  .label_plural = N_("Budget Versions"),
  .label_add = N_("Add Budget Version"),
  .icon = "document-open-recent-symbolic",
  .files = "begrotingsversies|budget_versions",
  .natural_key = "year|number",
  .area = CVN_AREA_BUDGET,
  .sort = "-year",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
