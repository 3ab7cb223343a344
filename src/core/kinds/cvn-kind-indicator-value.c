/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-indicator-value"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "definition", N_("Defined as"), "indicator_id|definitie", CVN_FIELD_REFERENCE, CVN_FIELD_LIST, .refers_to = "indicator" },
  { "indicator_nl", N_("Indicator (Dutch)"), "indicator|indicator_nl", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "indicator_en" },
  { "indicator_en", N_("Indicator (English)"), "indicator_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "indicator_nl" },
  { "period", N_("Period"), "periode", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("For example 2015 or 2009-2015") },
  { "value", N_("Value"), "waarde", CVN_FIELD_TEXT, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .hint = N_("As the source writes it: 41.5 or 1,000 to 1,500") },
  { "circa", N_("Circa"), "circa", CVN_FIELD_BOOLEAN, CVN_FIELD_LIST, .hint = N_("A rough number") },
  { "unit", N_("Unit"), "eenheid", CVN_FIELD_TEXT, CVN_FIELD_LIST },
  { "area", N_("Area"), "gebied", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH },
  { "organisation", N_("Measured at"), "org_id|organisatie", CVN_FIELD_REFERENCE, .refers_to = "organisation" },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  if (cvn_record_has (record, "definition") && !cvn_record_has (record, "source"))
    return cvn_check_fail (error, "source", _("Say where this value comes from."));
  return cvn_check_either (record, "indicator_nl", "indicator_en", _("Fill in the name in Dutch or in English."), error);
}

/* A value may be a fraction, a range or a rough number; it is quoted from a source and never calculated with. */
const CvnKind cvn_kind_indicator_value = {
  .name = "indicator_value",
  .label = N_("Indicator Value"),
  .label_plural = N_("Indicator Values"),
  .label_add = N_("Add Indicator Value"),
  .icon = "power-profile-performance-symbolic",
  .files = "indicatoren|indicators",
  .area = CVN_AREA_GENERAL,
  .sort = "indicator_nl",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
  .owner = "definition",
};
