/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-bank-balance"

#include "cvn-kinds.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "account", N_("Account"), "rekening", CVN_FIELD_TEXT, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, CVN_FORMAT_IBAN },
  { "year", N_("Year"), "jaar", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .min = 1900, .max = 2200 },
  { "opening", N_("Opening balance"), "beginsaldo_cent|beginsaldo", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_LIST },
  { "closing", N_("Closing balance"), "eindsaldo_cent|eindsaldo", CVN_FIELD_MONEY, CVN_FIELD_LIST, .hint = N_("Opening balance plus all lines of the year") },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT, CVN_FIELD_LIST },
};

const CvnKind cvn_kind_bank_balance = {
  .name = "bank_balance",
  .label = N_("Bank Balance"),
  .label_plural = N_("Bank Balances"),
  .label_add = N_("Add Bank Balance"),
  .icon = "drive-harddisk-symbolic",
  .files = "banksaldi|bank_balances",
  .natural_key = "account|year",
  .area = CVN_AREA_BUDGET,
  .sort = "-year",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
