/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-budget-entry"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnChoice statuses[] = {
  { "committed", N_("Committed"), "verplicht|toegezegd" },
  { "actual", N_("Actual"), "gerealiseerd|werkelijk" },
  { NULL },
};

static const CvnField fields[] = {
  { "budget_line", N_("Budget line"), "begrotingsregel", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .refers_to = "budget_line" },
  { "date", N_("Date"), "datum", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST },
  { "description", N_("Description"), "omschrijving", CVN_FIELD_TEXT, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH },
  { "amount", N_("Amount"), "bedrag_cent|bedrag", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_LIST | CVN_FIELD_SUM, .hint = N_("Income and costs both above zero; below zero takes something back") },
  { "status", N_("Status"), "status", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .choices = statuses, .hint = N_("Committed is ordered, actual is delivered") },
  { "document", N_("Document"), "document", CVN_FIELD_REFERENCE, .refers_to = "document", .hint = N_("The invoice or the order in the register of documents") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_record_get_integer (record, "amount") != 0 ||
         cvn_check_fail (error, "amount", _("Expected an amount other than zero."));
}

const CvnKind cvn_kind_budget_entry = {
  .name = "budget_entry",
  .label = N_("Budget Entry"),
  .label_plural = N_("Budget Entries"),
  .label_add = N_("Add Budget Entry"),
  .icon = "document-edit-symbolic",
  .files = "begrotingsposten|budget_entries",
  .area = CVN_AREA_BUDGET,
  .sort = "-date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
