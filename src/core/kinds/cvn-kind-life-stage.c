/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-life-stage"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "scheme", N_("Scheme"), "schema", CVN_FIELD_TEXT, CVN_FIELD_REQUIRED | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("A way of dividing a stay, for example 4-fasen") },
  { "position", N_("Position"), "volgnr", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .min = 1, .max = 1000 },
  { "code", N_("Code"), "code", CVN_FIELD_TEXT, CVN_FIELD_LIST, CVN_FORMAT_CODE, .hint = N_("The same for the same stage in another scheme") },
  { "name_nl", N_("Name (Dutch)"), "naam_nl|naam", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "name_en" },
  { "name_en", N_("Name (English)"), "naam_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "name_nl" },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT, CVN_FIELD_LIST },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_either (record, "name_nl", "name_en", _("Fill in the name in Dutch or in English."), error);
}

const CvnKind cvn_kind_life_stage = {
  .name = "life_stage",
  .label = N_("Life Stage"),
  .label_plural = N_("Life Stages"),
  .label_add = N_("Add Life Stage"),
  .icon = "view-refresh-symbolic",
  .files = "levensfasen|life_stages",
  .area = CVN_AREA_ROADMAP,
  .sort = "scheme",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
