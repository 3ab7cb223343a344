/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-instalment"

#include "cvn-kinds.h"

#include "cvn-kind-choices.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "code", N_("Code"), "termijn_id", CVN_FIELD_TEXT, CVN_FIELD_KEY, CVN_FORMAT_CODE },
  { "commitment", N_("Commitment"), "toezegging_id|toezegging", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED, .refers_to = "commitment" },
  { "organisation", N_("Organisation"), "org_id|organisatie", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "organisation" },
  { "number", N_("Number"), "volgnr|termijn", CVN_FIELD_INTEGER, CVN_FIELD_LIST, .min = 1, .max = 1000 },
  { "due_date", N_("Due date"), "vervaldatum", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST },
  { "amount", N_("Amount"), "bedrag_cent|bedrag", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_LIST | CVN_FIELD_SUM },
  { "invoice", N_("Invoice"), "factuurnummer|factuur", CVN_FIELD_REFERENCE, CVN_FIELD_LIST, .refers_to = "invoice" },
  { "reference", N_("Payment reference"), "betalingskenmerk", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, CVN_FORMAT_BETALINGSKENMERK, .hint = N_("Sixteen digits") },
  { "rf_reference", N_("RF reference"), "rf_kenmerk", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, CVN_FORMAT_RF_REFERENCE, .hint = N_("Begins with RF and two digits") },
  { "paid_on", N_("Paid on"), "betaald_op", CVN_FIELD_DATE, CVN_FIELD_LIST },
  { "status", N_("Status"), "status", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = cvn_choices_payment },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

const CvnKind cvn_kind_instalment = {
  .name = "instalment",
  .label = N_("Instalment"),
  .label_plural = N_("Instalments"),
  .label_add = N_("Add Instalment"),
  .icon = "appointment-soon-symbolic",
  .files = "termijnen|instalments",
  .area = CVN_AREA_CONVENANT,
  .sort = "due_date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
