/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-organisation"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"
#include "cvn-kind-choices.h"

#include <glib/gi18n-lib.h>

static const CvnChoice kinds[] = {
  { "municipality", N_("Municipality"), "gemeente" },
  { "knowledge_institution", N_("Knowledge institution"), "kennisinstelling" },
  { "education", N_("Educational institution"), "onderwijsinstelling|onderwijs" },
  { "business_association", N_("Business association"), "ondernemersvereniging" },
  { "marketing", N_("Marketing organisation"), "marketingorganisatie" },
  { "national_agency", N_("National agency"), "rijksdienst" },
  { "province", N_("Province"), "provincie" },
  { "development_agency", N_("Development agency"), "ontwikkelingsmaatschappij" },
  { "service_provider", N_("Service provider"), "dienstverlener" },
  { "company", N_("Company"), "bedrijf" },
  { "volunteers", N_("Volunteer organisation"), "vrijwilligersorganisatie" },
  { "network", N_("Network"), "netwerk" },
  { "school", N_("School"), "school" },
  { "international", N_("International organisation"), "internationale organisatie" },
  { "programme_office", N_("Programme office"), "programmabureau" },
  { "alliance", N_("Alliance"), "samenwerkingsverband" },
  { "centre", N_("Centre"), "centrum" },
  { "other", N_("Other"), "overig|anders" },
  { NULL },
};

static const CvnField fields[] = {
  { "code", N_("Code"), "org_id|organisatie_id", CVN_FIELD_TEXT, CVN_FIELD_KEY, CVN_FORMAT_CODE, .hint = N_("Short and lasting, for example gem-leiden") },
  { "name_nl", N_("Name (Dutch)"), "naam|naam_nl", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "name_en" },
  { "name_en", N_("Name (English)"), "naam_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "name_nl" },
  { "kind", N_("Kind"), "soort", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .choices = kinds },
  { "role", N_("Role"), "rol", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("What it does for the centre, for example agreement partner") },
  { "sector", N_("Sector"), "sector|branche", CVN_FIELD_TEXT, CVN_FIELD_SEARCH },
  { "gm_code", N_("Municipality code"), "gemeentecode", CVN_FIELD_TEXT, CVN_FIELD_KEY | CVN_FIELD_LIST | CVN_FIELD_SEARCH, CVN_FORMAT_CODE, .hint = N_("Of a municipality, as Statistics Netherlands writes it: GM0546") },
  { "contributes_through", N_("Contributes through"), "draagt_bij_via", CVN_FIELD_REFERENCE, .refers_to = "organisation", .hint = N_("An alliance that contributes as one; its inhabitants are those of its members") },
  { "kvk", N_("KVK number"), "kvk|kvk_nummer", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, CVN_FORMAT_KVK, .hint = N_("Eight digits") },
  { "rsin", N_("RSIN"), "rsin", CVN_FIELD_TEXT, 0, CVN_FORMAT_RSIN, .hint = N_("Nine digits, of a legal entity") },
  { "oin", N_("OIN"), "oin", CVN_FIELD_TEXT, 0, CVN_FORMAT_OIN, .hint = N_("Twenty digits, of a public body") },
  { "vat_id", N_("VAT number"), "btw_id|btw_nummer", CVN_FIELD_TEXT, 0, CVN_FORMAT_VAT_ID, .hint = N_("For example NL123456789B01") },
  { "iban", N_("IBAN"), "iban|rekeningnummer", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, CVN_FORMAT_IBAN },
  { "bic", N_("BIC"), "bic", CVN_FIELD_TEXT },
  { "peppol_scheme", N_("Peppol scheme"), "peppol_scheme", CVN_FIELD_TEXT, .hint = N_("0106 for a KVK number, 0190 for an OIN") },
  { "peppol_id", N_("Peppol address"), "peppol_id", CVN_FIELD_TEXT },
  { "email", N_("E-mail"), "e_mail|e-mail|email", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH, CVN_FORMAT_EMAIL, .hint = N_("A general address, not that of a person") },
  { "phone", N_("Phone"), "telefoon", CVN_FIELD_TEXT, 0, CVN_FORMAT_PHONE },
  { "address", N_("Address"), "adres", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "website", N_("Website"), "website", CVN_FIELD_TEXT, 0, CVN_FORMAT_URL },
  { "language", N_("Language of letters"), "taal", CVN_FIELD_CHOICE, .choices = cvn_choices_language, .hint = N_("Of quotes, invoices and letters to it") },
  { "inactive", N_("No longer active"), "niet_actief|inactief", CVN_FIELD_BOOLEAN },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  if (cvn_record_has (record, "contributes_through") && g_strcmp0 (cvn_record_get_text (record, "contributes_through"), cvn_record_get_id (record)) == 0)
    return cvn_check_fail (error, "contributes_through", _("An organisation cannot contribute through itself."));
  return cvn_check_either (record, "name_nl", "name_en", _("Fill in the name in Dutch or in English."), error);
}

const CvnKind cvn_kind_organisation = {
  .name = "organisation",
  .label = N_("Organisation"),
  .label_plural = N_("Organisations"),
  .label_add = N_("Add Organisation"),
  .icon = "avatar-default-symbolic",
  .files = "organisaties|organisations",
  .area = CVN_AREA_PARTNERS,
  .sort = "name_nl",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
