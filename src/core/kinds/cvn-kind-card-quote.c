/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-card-quote"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "card", N_("Project card"), "kaart|kaart_id", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .refers_to = "project_card" },
  { "position", N_("Position"), "volgorde", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .min = 1, .max = 9999 },
  { "role_nl", N_("Role (Dutch)"), "rol|rol_nl", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "role_en", .hint = N_("A role, not a name") },
  { "role_en", N_("Role (English)"), "rol_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "role_nl" },
  { "text_nl", N_("Quote (Dutch)"), "citaat|citaat_nl", CVN_FIELD_NOTE, CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "text_en" },
  { "text_en", N_("Quote (English)"), "citaat_en", CVN_FIELD_NOTE, CVN_FIELD_SEARCH, .twin = "text_nl" },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_either (record, "role_nl", "role_en", _("Fill in the role in Dutch or in English."), error) &&
         cvn_check_either (record, "text_nl", "text_en", _("Fill in the quote in Dutch or in English."), error);
}

const CvnKind cvn_kind_card_quote = {
  .name = "card_quote",
  .label = N_("Card Quote"),
  .label_plural = N_("Card Quotes"),
  .label_add = N_("Add Card Quote"),
  .icon = "user-available-symbolic",
  .files = "kaartcitaten|card_quotes",
  .natural_key = "card|position",
  .area = CVN_AREA_CARD,
  .sort = "position",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
  .owner = "card",
};
