/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-settlement"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "payment", N_("Payment"), "betaling", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "payment" },
  { "invoice", N_("Invoice"), "factuurnummer|factuur", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "invoice" },
  { "amount", N_("Amount"), "bedrag_cent|bedrag", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_LIST | CVN_FIELD_SUM, .hint = N_("The part of the payment that is for this invoice") },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_record_get_integer (record, "amount") != 0 ||
         cvn_check_fail (error, "amount", _("Expected an amount other than zero."));
}

const CvnKind cvn_kind_settlement = {
  .name = "settlement",
  .label = N_("Settlement"),
  .label_plural = N_("Settlements"),
  .label_add = N_("Add Settlement"),
  .icon = "insert-link-symbolic",
  .files = "verrekeningen|settlements",
  .area = CVN_AREA_CONVENANT,
  .sort = "invoice",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
