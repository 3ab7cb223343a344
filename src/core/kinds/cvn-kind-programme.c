/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-programme"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"
#include "cvn-kind-choices.h"

#include <glib/gi18n-lib.h>

static const CvnChoice units[] = {
  { "group", N_("Per group"), "per groep" },
  { "employee", N_("Per employee"), "per medewerker" },
  { "participant", N_("Per participant"), "per deelnemer" },
  { "hour", N_("Per hour"), "per uur" },
  { NULL },
};

static const CvnField fields[] = {
  { "code", N_("Code"), "programma_id", CVN_FIELD_TEXT, CVN_FIELD_KEY, CVN_FORMAT_CODE },
  { "name_nl", N_("Name (Dutch)"), "naam_nl|naam", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "name_en" },
  { "name_en", N_("Name (English)"), "naam_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "name_nl" },
  { "price", N_("Price without VAT"), "prijs_excl_cent|prijs_excl|prijs", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_LIST },
  { "unit", N_("Unit"), "eenheid", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = units },
  { "vat_category", N_("VAT category"), "btw_categorie", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = cvn_choices_vat },
  { "capacity", N_("Places"), "capaciteit|plaatsen", CVN_FIELD_INTEGER, CVN_FIELD_LIST, .min = 0, .max = 1000000, .hint = N_("Most participants in one group") },
  { "minutes", N_("Minutes of a booking"), "minuten", CVN_FIELD_INTEGER, 0, .min = 1, .max = 1000000, .hint = N_("Of a pack of hours: 600 for ten hours") },
  { "cost", N_("Cost of the provider"), "kosten_cent|kosten", CVN_FIELD_MONEY, 0, .hint = N_("What the provider asks, without VAT") },
  { "provider", N_("Provider"), "aanbieder", CVN_FIELD_REFERENCE, CVN_FIELD_LIST, .refers_to = "organisation" },
  { "part_of", N_("Part of pack"), "onderdeel_van", CVN_FIELD_REFERENCE, 0, .refers_to = "programme", .hint = N_("The pack that it is sold in; it keeps its own cost") },
  { "description_nl", N_("Description (Dutch)"), "omschrijving_nl|omschrijving", CVN_FIELD_NOTE, CVN_FIELD_SEARCH, .twin = "description_en" },
  { "description_en", N_("Description (English)"), "omschrijving_en", CVN_FIELD_NOTE, CVN_FIELD_SEARCH, .twin = "description_nl" },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  if (cvn_record_has (record, "part_of") && g_strcmp0 (cvn_record_get_text (record, "part_of"), cvn_record_get_id (record)) == 0)
    return cvn_check_fail (error, "part_of", _("A pack cannot be a part of itself."));
  return cvn_check_either (record, "name_nl", "name_en", _("Fill in the name in Dutch or in English."), error);
}

const CvnKind cvn_kind_programme = {
  .name = "programme",
  .label = N_("Programme"),
  .label_plural = N_("Programmes"),
  .label_add = N_("Add Programme"),
  .icon = "view-grid-symbolic",
  .files = "programmas|programmes",
  .area = CVN_AREA_PROGRAMMES,
  .sort = "name_nl",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
