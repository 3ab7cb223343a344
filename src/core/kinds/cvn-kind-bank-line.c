/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-bank-line"

#include "cvn-kinds.h"

#include <glib/gi18n-lib.h>

static const CvnChoice kinds[] = {
  { "contribution", N_("Contribution"), "bijdrage" },
  { "partner_package", N_("Partner package"), "partnerpakket" },
  { "programme", N_("Programme"), "programma" },
  { "event", N_("Event"), "evenement" },
  { "registration_fee", N_("Registration fee"), "inschrijfkosten" },
  { "cost", N_("Cost"), "kosten" },
  { "duplicate", N_("Paid twice"), "dubbele betaling" },
  { "refund", N_("Refund"), "terugbetaling" },
  { "other", N_("Other"), "overig|anders" },
  { NULL },
};

static const CvnField fields[] = {
  { "code", N_("Code"), "transactie_id", CVN_FIELD_TEXT, CVN_FIELD_KEY, CVN_FORMAT_CODE },
  { "account", N_("Account"), "rekening", CVN_FIELD_TEXT, 0, CVN_FORMAT_IBAN, .hint = N_("The centre's own account") },
  { "booking_date", N_("Booked on"), "boekdatum", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST },
  { "value_date", N_("Value date"), "valutadatum|rentedatum", CVN_FIELD_DATE },
  { "amount", N_("Amount"), "bedrag_cent|bedrag", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_LIST | CVN_FIELD_SUM, .hint = N_("Negative when it was paid out") },
  { "counterparty", N_("Counterparty"), "tegenpartij", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH },
  { "counter_account", N_("Counter account"), "tegenrekening", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, CVN_FORMAT_IBAN },
  { "reference", N_("Payment reference"), "kenmerk|betalingskenmerk", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH },
  { "description", N_("Description"), "omschrijving", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH },
  { "kind", N_("Kind"), "soort", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = kinds },
  { "matched_to", N_("Matched to"), "gekoppeld_aan", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("Code of the instalment, package, booking or budget line that it pays") },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

/* Banks number their statements and transactions anew each year, by account, and one transaction may hold several payments: the
 * code alone does not name a line. */
const CvnKind cvn_kind_bank_line = {
  .name = "bank_line",
  .label = N_("Bank Line"),
  .label_plural = N_("Bank Lines"),
  .label_add = N_("Add Bank Line"),
  .icon = "network-transmit-receive-symbolic",
  .files = "banktransacties|bank_lines",
  .key_scope = "booking_date|amount|account",
  .area = CVN_AREA_BUDGET,
  .sort = "-booking_date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
