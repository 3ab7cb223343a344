/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-population"

#include "cvn-kinds.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "municipality", N_("Municipality"), "gemeentecode", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "organisation" },
  { "date", N_("Reference date"), "peildatum", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .hint = N_("Usually 1 January") },
  { "inhabitants", N_("Inhabitants"), "inwoners", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .min = 1, .max = 100000000 },
  { "estimated", N_("Estimated"), "geschat", CVN_FIELD_BOOLEAN, CVN_FIELD_LIST },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT, CVN_FIELD_LIST, .hint = N_("For example Statistics Netherlands, and the table") },
};

/* Files also carry the municipality's name; it is that of the organisation. */
const CvnKind cvn_kind_population = {
  .name = "population",
  .label = N_("Population Figure"),
  .label_plural = N_("Population Figures"),
  .label_add = N_("Add Population Figure"),
  .icon = "system-users-symbolic",
  .files = "bevolking|population",
  .derived = "gemeente",
  .natural_key = "municipality|date",
  .area = CVN_AREA_CONVENANT,
  .sort = "-date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
