/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-budget-amount"

#include "cvn-kinds.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "budget_version", N_("Budget version"), "begrotingsversie", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "budget_version" },
  { "budget_line", N_("Budget line"), "begrotingsregel", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "budget_line" },
  { "amount", N_("Amount"), "bedrag_cent|bedrag", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_LIST },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

const CvnKind cvn_kind_budget_amount = {
  .name = "budget_amount",
  .label = N_("Amount of an Earlier Version"),
  .label_plural = N_("Amounts of Earlier Versions"),
  .label_add = N_("Add Amount of an Earlier Version"),
  .icon = "view-list-bullet-symbolic",
  .files = "begrotingsbedragen|budget_amounts",
  .natural_key = "budget_version|budget_line",
  .area = CVN_AREA_BUDGET,
  .sort = "budget_version",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = "budget_version",
};
