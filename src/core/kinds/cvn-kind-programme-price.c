/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-programme-price"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "programme", N_("Programme"), "programma_id|programma", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "programme" },
  { "valid_from", N_("Valid from"), "geldig_van", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST },
  { "valid_to", N_("Valid until"), "geldig_tot", CVN_FIELD_DATE, CVN_FIELD_LIST, .hint = N_("The last day; empty while it is valid") },
  { "price", N_("Price without VAT"), "prijs_excl_cent|prijs_excl|prijs", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_LIST },
  { "cost", N_("Cost of the provider"), "kosten_cent|kosten", CVN_FIELD_MONEY, CVN_FIELD_LIST, .hint = N_("What the provider asks, without VAT") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  if (cvn_record_get_integer (record, "price") < 0)
    return cvn_check_fail (error, "price", _("A price cannot be negative."));
  if (cvn_record_get_integer (record, "cost") < 0)
    return cvn_check_fail (error, "cost", _("A cost cannot be negative."));
  return cvn_check_order (record, "valid_from", "valid_to", _("The end must not lie before the beginning."), error);
}

const CvnKind cvn_kind_programme_price = {
  .name = "programme_price",
  .label = N_("Price of a Programme"),
  .label_plural = N_("Prices of Programmes"),
  .label_add = N_("Add Price of a Programme"),
  .icon = "accessories-calculator-symbolic",
  .files = "programmaprijzen|programme_prices",
  .natural_key = "programme|valid_from",
  .area = CVN_AREA_PROGRAMMES,
  .sort = "-valid_from",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
  .exclusive = "programme",
};
