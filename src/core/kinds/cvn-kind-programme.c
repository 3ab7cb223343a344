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
  { "description_nl", N_("Description (Dutch)"), "omschrijving_nl|omschrijving", CVN_FIELD_NOTE, CVN_FIELD_SEARCH, .twin = "description_en" },
  { "description_en", N_("Description (English)"), "omschrijving_en", CVN_FIELD_NOTE, CVN_FIELD_SEARCH, .twin = "description_nl" },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
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
