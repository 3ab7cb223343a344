/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-centre"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "name_nl", N_("Name (Dutch)"), "naam|naam_nl", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "name_en" },
  { "name_en", N_("Name (English)"), "naam_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "name_nl" },
  { "organisation", N_("Organisation"), "org_id|organisatie", CVN_FIELD_REFERENCE, CVN_FIELD_LIST, .refers_to = "organisation", .hint = N_("The centre itself among the organisations") },
  { "project", N_("Project"), "project_id|project", CVN_FIELD_REFERENCE, CVN_FIELD_LIST, .refers_to = "project", .hint = N_("What the project card is about") },
  { "fiscal_month", N_("First month of the financial year"), "boekjaar_begint_in", CVN_FIELD_INTEGER, .min = 1, .max = 12, .hint = N_("1 for January") },
  { "time_zone", N_("Time zone"), "tijdzone", CVN_FIELD_TEXT, .hint = N_("For example Europe/Amsterdam") },
  { "viewed_on", N_("Seen on"), "gezien_op", CVN_FIELD_DATE, .hint = N_("The day that deadlines are counted from, instead of today: for a file that is kept as it was") },
  { "iban", N_("IBAN"), "iban|rekeningnummer", CVN_FIELD_TEXT, 0, CVN_FORMAT_IBAN },
  { "kvk", N_("KVK number"), "kvk|kvk_nummer", CVN_FIELD_TEXT, 0, CVN_FORMAT_KVK, .hint = N_("Eight digits") },
  { "vat_id", N_("VAT number"), "btw_id|btw_nummer", CVN_FIELD_TEXT, 0, CVN_FORMAT_VAT_ID, .hint = N_("For example NL123456789B01") },
  { "email", N_("E-mail"), "e_mail|e-mail|email", CVN_FIELD_TEXT, CVN_FIELD_LIST, CVN_FORMAT_EMAIL, .hint = N_("A general address, not that of a person") },
  { "phone", N_("Phone"), "telefoon", CVN_FIELD_TEXT, 0, CVN_FORMAT_PHONE },
  { "address", N_("Address"), "adres", CVN_FIELD_NOTE },
  { "website", N_("Website"), "website", CVN_FIELD_TEXT, CVN_FIELD_LIST, CVN_FORMAT_URL },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_either (record, "name_nl", "name_en", _("Fill in the name in Dutch or in English."), error);
}

const CvnKind cvn_kind_centre = {
  .name = "centre",
  .label = N_("Centre"),
  .label_plural = N_("Centres"),
  .label_add = N_("Add Centre"),
  .icon = "go-home-symbolic",
  .files = "centrum|centre",
  .area = CVN_AREA_GENERAL,
  .flags = CVN_KIND_SINGLE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
