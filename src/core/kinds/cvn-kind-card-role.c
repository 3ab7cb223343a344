/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-card-role"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "card", N_("Project card"), "kaart|kaart_id", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .refers_to = "project_card" },
  { "position", N_("Position"), "volgorde", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .min = 1, .max = 9999 },
  { "role_nl", N_("Role (Dutch)"), "rol|rol_nl", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "role_en" },
  { "role_en", N_("Role (English)"), "rol_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "role_nl" },
  { "party_nl", N_("Filled by (Dutch)"), "partij|partij_nl", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "party_en", .hint = N_("Organisations or offices, not names of people") },
  { "party_en", N_("Filled by (English)"), "partij_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "party_nl" },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_either (record, "role_nl", "role_en", _("Fill in the role in Dutch or in English."), error);
}

const CvnKind cvn_kind_card_role = {
  .name = "card_role",
  .label = N_("Role on the Card"),
  .label_plural = N_("Roles on Cards"),
  .label_add = N_("Add Role on the Card"),
  .icon = "system-users-symbolic",
  .files = "kaartrollen|card_roles",
  .natural_key = "card|position",
  .area = CVN_AREA_CARD,
  .sort = "position",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
  .owner = "card",
};
