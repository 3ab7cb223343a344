/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-event-publication"

#include "cvn-kinds.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "event", N_("Event"), "evenement_id|evenement", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "event" },
  { "channel", N_("Channel"), "kanaal", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "channel" },
  { "due", N_("Due on"), "uiterlijk|vervaldatum", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST },
  { "done_on", N_("Published on"), "gepubliceerd_op", CVN_FIELD_DATE, CVN_FIELD_LIST },
  { "link", N_("Link"), "link|url", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, CVN_FORMAT_URL, .hint = N_("Where it can be seen") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

const CvnKind cvn_kind_event_publication = {
  .name = "event_publication",
  .label = N_("Publication"),
  .label_plural = N_("Publications"),
  .label_add = N_("Add Publication"),
  .icon = "mail-send-symbolic",
  .files = "publicaties|event_publications",
  .natural_key = "event|channel",
  .area = CVN_AREA_EVENTS,
  .sort = "-due",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
