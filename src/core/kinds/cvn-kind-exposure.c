/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-exposure"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "package", N_("Partner package"), "partnerpakket_id|partnerpakket", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "partner_package" },
  { "title_nl", N_("Benefit (Dutch)"), "voordeel|voordeel_nl", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "title_en" },
  { "title_en", N_("Benefit (English)"), "voordeel_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "title_nl" },
  { "channel", N_("Channel"), "kanaal", CVN_FIELD_REFERENCE, CVN_FIELD_LIST, .refers_to = "channel" },
  { "due", N_("Due on"), "uiterlijk|vervaldatum", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST },
  { "planned_on", N_("Planned for"), "gepland_op", CVN_FIELD_DATE, CVN_FIELD_LIST },
  { "delivered_on", N_("Delivered on"), "geleverd_op", CVN_FIELD_DATE, CVN_FIELD_LIST },
  { "item", N_("Proof"), "bewijs|item", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("Where the partner was shown, for example the newsletter of May") },
  { "event", N_("Event"), "evenement_id|evenement", CVN_FIELD_REFERENCE, 0, .refers_to = "event" },
  { "publication", N_("Publication"), "publicatie", CVN_FIELD_REFERENCE, 0, .refers_to = "event_publication", .hint = N_("The message about an event in which the partner was shown") },
  { "news_item", N_("News item"), "nieuwsbericht", CVN_FIELD_REFERENCE, 0, .refers_to = "news_item", .hint = N_("What a newsletter or social media said, with the partner in it") },
  { "link", N_("Link"), "link|url", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, CVN_FORMAT_URL, .hint = N_("Where it can be seen") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

/* What counts as delivered can be shown to the partner. */
static gboolean
check (CvnRecord *record,
       GError   **error)
{
  if (!cvn_check_either (record, "title_nl", "title_en", _("Fill in the benefit in Dutch or in English."), error))
    return FALSE;
  return !cvn_record_has (record, "delivered_on") || cvn_record_has (record, "item") || cvn_record_has (record, "event") || cvn_record_has (record, "publication") || cvn_record_has (record, "news_item") || cvn_record_has (record, "link") ||
         cvn_check_fail (error, "item", _("Fill in the proof: the item, the event or the link where the partner was shown."));
}

const CvnKind cvn_kind_exposure = {
  .name = "exposure",
  .label = N_("Promised Benefit"),
  .label_plural = N_("Promised Benefits"),
  .label_add = N_("Add Promised Benefit"),
  .icon = "object-select-symbolic",
  .files = "zichtbaarheid|exposures",
  .natural_key = "package|title_nl|due",
  .area = CVN_AREA_PROGRAMMES,
  .sort = "due",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
