/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-fee"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"
#include "cvn-kind-choices.h"

#include <glib/gi18n-lib.h>

static const CvnChoice services[] = {
  { "registration", N_("Registration"), "inschrijving" },
  { "deregistration", N_("Deregistration"), "uitschrijving" },
  { "change", N_("Change"), "wijziging" },
  { "other", N_("Other"), "overig|anders" },
  { NULL },
};

static const CvnChoice groups[] = {
  { "all", N_("Everyone"), "alle|allen" },
  { "adult", N_("Adults"), "volwassene|volwassenen" },
  { "child", N_("Children"), "kind|kinderen" },
  { NULL },
};

static const CvnField fields[] = {
  { "code", N_("Code"), "tarief_id", CVN_FIELD_TEXT, CVN_FIELD_KEY, CVN_FORMAT_CODE },
  { "service", N_("Service"), "dienst", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .choices = services },
  { "payer", N_("For"), "doelgroep", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .choices = groups },
  { "valid_from", N_("Valid from"), "geldig_van", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .hint = N_("The first day of a month") },
  { "valid_to", N_("Valid until"), "geldig_tot", CVN_FIELD_DATE, CVN_FIELD_LIST, .hint = N_("The last day; empty while it is valid") },
  { "amount", N_("Amount"), "bedrag_cent|bedrag", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_LIST },
  { "vat_category", N_("VAT category"), "btw_categorie", CVN_FIELD_CHOICE, .choices = cvn_choices_vat },
  { "decision", N_("Decision"), "besluit", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("Who decided it, and when") },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  if (cvn_record_get_integer (record, "amount") < 0)
    return cvn_check_fail (error, "amount", _("A fee cannot be negative."));
  return cvn_check_order (record, "valid_from", "valid_to", _("The end must not lie before the beginning."), error);
}

const CvnKind cvn_kind_fee = {
  .name = "fee",
  .label = N_("Fee"),
  .label_plural = N_("Fees"),
  .label_add = N_("Add Fee"),
  .icon = "accessories-calculator-symbolic",
  .files = "tarieven|fees",
  .area = CVN_AREA_FEES,
  .sort = "-valid_from",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
  .exclusive = "service|payer",
};
