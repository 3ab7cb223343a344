/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-channel"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnChoice kinds[] = {
  { "online", N_("Online"), "online" },
  { "email", N_("E-mail"), "e-mail" },
  { "publication", N_("Publication"), "publicatie" },
  { "print", N_("Print"), "drukwerk" },
  { "desk", N_("Desk"), "balie" },
  { "research", N_("Research"), "onderzoek" },
  { "meeting", N_("Meeting"), "bijeenkomst" },
  { "other", N_("Other"), "overig|anders" },
  { NULL },
};

static const CvnField fields[] = {
  { "name_nl", N_("Name (Dutch)"), "kanaal|naam|naam_nl", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "name_en" },
  { "name_en", N_("Name (English)"), "naam_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "name_nl" },
  { "kind", N_("Kind"), "soort", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = kinds },
  { "reach", N_("Reach"), "bereik|oplage", CVN_FIELD_INTEGER, CVN_FIELD_LIST, .min = 0, .max = 1000000000, .hint = N_("People reached each time") },
  { "lead_days", N_("Days before an event"), "dagen_vooraf|aanlooptijd", CVN_FIELD_INTEGER, CVN_FIELD_LIST, .min = 0, .max = 1000, .hint = N_("When an event must be published here; empty when events are not") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_LIST | CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT, CVN_FIELD_LIST },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_either (record, "name_nl", "name_en", _("Fill in the name in Dutch or in English."), error);
}

const CvnKind cvn_kind_channel = {
  .name = "channel",
  .label = N_("Channel"),
  .label_plural = N_("Channels"),
  .label_add = N_("Add Channel"),
  .icon = "mail-send-symbolic",
  .files = "kanalen|channels",
  .area = CVN_AREA_GENERAL,
  .sort = "name_nl",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
