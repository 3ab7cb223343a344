/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-invoice"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"
#include "cvn-kind-choices.h"

#include <glib/gi18n-lib.h>

static const CvnChoice kinds[] = {
  { "contribution", N_("Contribution"), "bijdrage" },
  { "partner_package", N_("Partner package"), "partnerpakket" },
  { "programme", N_("Programme"), "programma" },
  { "event", N_("Event"), "evenement" },
  { "registration_fee", N_("Registration fee"), "inschrijfkosten" },
  { "other", N_("Other"), "overig|anders" },
  { NULL },
};

static const CvnField fields[] = {
  { "number", N_("Invoice number"), "factuurnummer", CVN_FIELD_TEXT, CVN_FIELD_REQUIRED | CVN_FIELD_KEY | CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, CVN_FORMAT_CODE },
  { "kind", N_("Kind"), "soort", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = kinds },
  { "origin", N_("Origin"), "herkomst", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .hint = N_("Code of the instalment, package or booking that it is for") },
  { "organisation", N_("Organisation"), "org_id|organisatie", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "organisation" },
  { "date", N_("Invoice date"), "factuurdatum", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST },
  { "due_date", N_("Due date"), "vervaldatum", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST },
  { "net", N_("Amount without VAT"), "excl_cent|bedrag_excl_cent|excl|bedrag_excl", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_SUM },
  { "vat_category", N_("VAT category"), "btw_categorie", CVN_FIELD_CHOICE, .choices = cvn_choices_vat },
  { "vat_rate", N_("VAT rate per mille"), "btw_tarief_pm", CVN_FIELD_INTEGER, .min = 0, .max = 1000, .hint = N_("210 for 21 %") },
  { "vat", N_("VAT"), "btw_cent|btw", CVN_FIELD_MONEY, CVN_FIELD_SUM },
  { "total", N_("Amount with VAT"), "incl_cent|bedrag_incl_cent|incl|bedrag_incl", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_LIST | CVN_FIELD_SUM },
  { "reference", N_("Payment reference"), "kenmerk|betalingskenmerk|rf_kenmerk", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .hint = N_("Sixteen digits, or RF and what follows") },
  { "status", N_("Status"), "status", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = cvn_choices_payment },
  { "paid_on", N_("Paid on"), "betaald_op", CVN_FIELD_DATE },
  { "credits", N_("Credits"), "crediteert", CVN_FIELD_REFERENCE, .refers_to = "invoice", .hint = N_("The invoice that this credit note takes back") },
  { "order_reference", N_("Order number"), "inkoopordernummer|bestelnummer", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .hint = N_("What the customer wants to see on the invoice") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_order (record, "date", "due_date", _("The due date must not lie before the invoice date."), error) &&
         cvn_check_vat (record, "net", "vat_rate", "vat", error) &&
         cvn_check_total (record, "net", "vat", "total", error);
}

const CvnKind cvn_kind_invoice = {
  .name = "invoice",
  .label = N_("Invoice"),
  .label_plural = N_("Invoices"),
  .label_add = N_("Add Invoice"),
  .icon = "x-office-document-symbolic",
  .files = "facturen|invoices",
  .area = CVN_AREA_CONVENANT,
  .sort = "-date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
