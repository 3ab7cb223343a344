/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-allocation-line"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnChoice methods[] = {
  { "inhabitants", N_("By inhabitants, largest remainder"), "inwoners per 1 januari, grootste rest|inwoners" },
  { "fixed", N_("Fixed amounts"), "vast bedrag|vast" },
  { "equal", N_("Equal shares"), "gelijk|gelijke delen" },
  { "percentage", N_("Percentages"), "percentage" },
  { "free", N_("Agreed freely"), "vrij" },
  { NULL },
};

static const CvnField fields[] = {
  { "allocation_key", N_("Allocation key"), "sleutel_id|sleutel", CVN_FIELD_TEXT, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, CVN_FORMAT_CODE, .hint = N_("The same for all lines of one key, for example inw-2018") },
  { "year", N_("Year"), "jaar", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .min = 1900, .max = 2200 },
  { "method", N_("Method"), "methode", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = methods },
  { "total", N_("Total to divide"), "totaal_cent|totaal", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_LIST },
  { "organisation", N_("Organisation"), "org_id|organisatie", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "organisation" },
  { "weight", N_("Weight"), "gewicht", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .min = 0, .max = 1000000000000, .hint = N_("For example the number of inhabitants on 1 January") },
  { "amount", N_("Amount"), "bedrag_cent|bedrag", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_LIST | CVN_FIELD_SUM },
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
