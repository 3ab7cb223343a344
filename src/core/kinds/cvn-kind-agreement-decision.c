/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-agreement-decision"

#include "cvn-kinds.h"

#include "cvn-kind-choices.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "agreement", N_("Agreement"), "overeenkomst_id|overeenkomst", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .refers_to = "agreement" },
  { "organisation", N_("Organisation"), "org_id|organisatie", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "organisation" },
  { "status", N_("Status"), "status", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .choices = cvn_choices_decision },
  { "date", N_("Date"), "besluitdatum|datum", CVN_FIELD_PARTIAL_DATE, CVN_FIELD_LIST, .hint = N_("A day, a month or a year") },
  { "body", N_("Deciding body"), "besluitorgaan|orgaan", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("For example the municipal council") },
  { "document", N_("Document"), "document|kenmerk", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("Number or place of the decision") },
  { "attachment", N_("Filed document"), "bijlage", CVN_FIELD_REFERENCE, .refers_to = "document", .hint = N_("The record of the decision in the register of documents") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

const CvnKind cvn_kind_agreement_decision = {
  .name = "agreement_decision",
  .label = N_("Decision"),
  .label_plural = N_("Decisions"),
  .label_add = N_("Add Decision"),
  .icon = "object-select-symbolic",
  .files = "overeenkomst_partijen|agreement_decisions",
  .area = CVN_AREA_CONVENANT,
  .sort = "-date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
