/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-allocation-line"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"
#include "cvn-kind-choices.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "allocation_key", N_("Allocation key"), "sleutel_id|sleutel", CVN_FIELD_TEXT, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, CVN_FORMAT_CODE, .hint = N_("The same for all lines of one key, for example inw-2018") },
  { "year", N_("Year"), "jaar", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .min = 1900, .max = 2200 },
  { "method", N_("Method"), "methode", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = cvn_choices_method },
  { "total", N_("Total to divide"), "totaal_cent|totaal", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_LIST },
  { "organisation", N_("Organisation"), "org_id|organisatie", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "organisation" },
  { "weight", N_("Weight"), "gewicht", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .min = 0, .max = 1000000000000, .hint = N_("For example the number of inhabitants on 1 January") },
  { "amount", N_("Amount"), "bedrag_cent|bedrag", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_LIST | CVN_FIELD_SUM },
  { "contribution_rule", N_("Contribution rule"), "bijdrageregel", CVN_FIELD_REFERENCE, .refers_to = "contribution_rule" },
  { "rate", N_("Rate per inhabitant"), "tarief_per_inwoner_cent|tarief_per_inwoner", CVN_FIELD_MONEY },
  { "fixed", N_("Fixed amount"), "vast_bedrag_cent|vast_bedrag", CVN_FIELD_MONEY },
  { "index_year", N_("Index of the year per mille"), "index_pm", CVN_FIELD_INTEGER, .min = 1, .max = 1000000 },
  { "index_base", N_("Index of the base year per mille"), "index_basis_pm", CVN_FIELD_INTEGER, .min = 1, .max = 1000000 },
  { "population_date", N_("Reference date"), "peildatum", CVN_FIELD_DATE, .hint = N_("Of the inhabitants that were used") },
  { "population_source", N_("Source of the inhabitants"), "bron_inwoners", CVN_FIELD_TEXT },
  { "numerator", N_("Exact share, above the line"), "teller", CVN_FIELD_INTEGER },
  { "denominator", N_("Exact share, below the line"), "noemer", CVN_FIELD_INTEGER, .hint = N_("The exact share in cents is the one divided by the other") },
  { "floor", N_("Share rounded down"), "naar_beneden_cent|naar_beneden", CVN_FIELD_MONEY },
  { "remainder", N_("Remainder"), "rest", CVN_FIELD_INTEGER },
  { "cent_given", N_("Cent given"), "cent_erbij", CVN_FIELD_BOOLEAN, .hint = N_("Whether a cent was given for the remainder") },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_part (record, "amount", "total", N_("The amount is larger than the total to divide."), error);
}

/* Files also carry the municipality's code; it is that of the organisation. */
const CvnKind cvn_kind_allocation_line = {
  .name = "allocation_line",
  .label = N_("Allocation"),
  .label_plural = N_("Allocations"),
  .label_add = N_("Add Allocation"),
  .icon = "view-list-bullet-symbolic",
  .files = "verdeelsleutels|allocation_lines",
  .derived = "gemeentecode|gemeente",
  .area = CVN_AREA_CONVENANT,
  .sort = "-year",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
