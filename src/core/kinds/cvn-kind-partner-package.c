/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-partner-package"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"
#include "cvn-kind-choices.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "code", N_("Code"), "partnerpakket_id", CVN_FIELD_TEXT, CVN_FIELD_KEY, CVN_FORMAT_CODE },
  { "organisation", N_("Organisation"), "org_id|organisatie", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "organisation" },
  { "year", N_("Year"), "jaar", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .min = 1900, .max = 2200 },
  { "package", N_("Package"), "pakket", CVN_FIELD_TEXT, CVN_FIELD_REQUIRED | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("As the centre calls it, for example basic") },
  { "price", N_("Price without VAT"), "prijs_excl_cent|prijs_excl|prijs", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_LIST | CVN_FIELD_SUM },
  { "vat_category", N_("VAT category"), "btw_categorie", CVN_FIELD_CHOICE, .choices = cvn_choices_vat },
  { "vat_rate", N_("VAT rate per mille"), "btw_tarief_pm", CVN_FIELD_INTEGER, .min = 0, .max = 1000, .hint = N_("210 for 21 %") },
  { "vat", N_("VAT"), "btw_cent|btw", CVN_FIELD_MONEY, CVN_FIELD_SUM },
  { "project", N_("Project"), "project_id|project", CVN_FIELD_REFERENCE, .refers_to = "project", .hint = N_("Of a programme, the project that it is a membership of") },
  { "exposure", N_("Visibility in return"), "zichtbaarheid", CVN_FIELD_NOTE, CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("Channels with a semicolon between them") },
  { "invoice", N_("Invoice"), "factuurnummer|factuur", CVN_FIELD_REFERENCE, CVN_FIELD_LIST, .refers_to = "invoice" },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_vat (record, "price", "vat_rate", "vat", error);
}

const CvnKind cvn_kind_partner_package = {
  .name = "partner_package",
  .label = N_("Partner Package"),
  .label_plural = N_("Partner Packages"),
  .label_add = N_("Add Partner Package"),
  .icon = "starred-symbolic",
  .files = "partnerpakketten|partner_packages",
  .area = CVN_AREA_PROGRAMMES,
  .sort = "-year",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
