/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-indicator-value"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "indicator_nl", N_("Indicator (Dutch)"), "indicator|indicator_nl", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "indicator_en" },
  { "indicator_en", N_("Indicator (English)"), "indicator_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "indicator_nl" },
  { "period", N_("Period"), "periode", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("For example 2015 or 2009-2015") },
  { "value", N_("Value"), "waarde", CVN_FIELD_TEXT, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .hint = N_("As the source writes it: 41.5 or 1,000 to 1,500") },
  { "unit", N_("Unit"), "eenheid", CVN_FIELD_TEXT, CVN_FIELD_LIST },
  { "area", N_("Area"), "gebied", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_either (record, "indicator_nl", "indicator_en", _("Fill in the name in Dutch or in English."), error);
}

/* A value may be a fraction, a range or a rough number; it is quoted from a source and never calculated with. */
const CvnKind cvn_kind_indicator_value = {
  .name = "indicator_value",
  .label = N_("Indicator"),
  .label_plural = N_("Indicators"),
  .label_add = N_("Add Indicator"),
  .icon = "power-profile-performance-symbolic",
  .files = "indicatoren|indicators",
  .area = CVN_AREA_GENERAL,
  .sort = "indicator_nl",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
