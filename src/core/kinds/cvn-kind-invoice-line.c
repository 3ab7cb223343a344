/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-invoice-line"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"
#include "cvn-kind-choices.h"
#include "cvn-money.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "invoice", N_("Invoice"), "factuurnummer|factuur", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .refers_to = "invoice" },
  { "position", N_("Position"), "positie|volgnr", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .min = 1, .max = 1000 },
  { "text_nl", N_("Text (Dutch)"), "tekst|tekst_nl|omschrijving", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "text_en" },
  { "text_en", N_("Text (English)"), "tekst_en|omschrijving_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "text_nl" },
  { "quantity", N_("Quantity"), "aantal", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .min = -1000000, .max = 1000000, .hint = N_("Negative on a credit note") },
  { "unit", N_("Unit"), "eenheid", CVN_FIELD_TEXT },
  { "unit_price", N_("Price"), "prijs_cent|prijs", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .hint = N_("Of one, without VAT") },
  { "vat_category", N_("VAT category"), "btw_categorie", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .choices = cvn_choices_vat },
  { "vat_rate", N_("VAT rate per mille"), "btw_tarief_pm", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED, .min = 0, .max = 1000, .hint = N_("210 for 21 %") },
  { "net", N_("Amount without VAT"), "excl_cent|bedrag_excl_cent|excl|bedrag_excl", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_LIST | CVN_FIELD_SUM },
  { "instalment", N_("Instalment"), "termijn_id|termijn", CVN_FIELD_REFERENCE, .refers_to = "instalment" },
  { "booking", N_("Booking"), "boeking_id|boeking", CVN_FIELD_REFERENCE, .refers_to = "booking" },
  { "partner_package", N_("Partner package"), "partnerpakket_id|partnerpakket", CVN_FIELD_REFERENCE, .refers_to = "partner_package" },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  gint64 expected;

  if (!cvn_money_mul (cvn_record_get_integer (record, "unit_price"), cvn_record_get_integer (record, "quantity"), &expected, error))
    return cvn_check_fail (error, "unit_price", _("This price times this quantity is more than can be counted."));
  if (cvn_record_get_integer (record, "net") != expected)
    return cvn_check_fail (error, "net", _("The amount is not the price times the quantity."));
  return cvn_check_either (record, "text_nl", "text_en", _("Fill in the text in Dutch or in English."), error);
}

const CvnKind cvn_kind_invoice_line = {
  .name = "invoice_line",
  .label = N_("Invoice Line"),
  .label_plural = N_("Invoice Lines"),
  .label_add = N_("Add Invoice Line"),
  .icon = "format-justify-left-symbolic",
  .files = "factuurregels|invoice_lines",
  .natural_key = "invoice|position",
  .area = CVN_AREA_CONVENANT,
  .sort = "invoice",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
  .owner = "invoice",
};
