/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-index-value"

#include "cvn-kinds.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "name", N_("Index"), "indexcijfer|naam", CVN_FIELD_TEXT, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("For example consumer prices") },
  { "year", N_("Year"), "jaar", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .min = 1900, .max = 2200 },
  { "per_mille", N_("Value per mille"), "waarde_pm|waarde", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .min = 1, .max = 1000000, .hint = N_("1000 in the year that the index starts from") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT, .hint = N_("For example Statistics Netherlands, and the table") },
};

const CvnKind cvn_kind_index_value = {
  .name = "index_value",
  .label = N_("Index Figure"),
  .label_plural = N_("Index Figures"),
  .label_add = N_("Add Index Figure"),
  .icon = "view-sort-ascending-symbolic",
  .files = "indexcijfers|index_values",
  .natural_key = "name|year",
  .area = CVN_AREA_CONVENANT,
  .sort = "-year",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
