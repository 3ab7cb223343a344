/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-news-item"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "channel", N_("Channel"), "kanaal", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "channel" },
  { "date", N_("Date"), "datum", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST },
  { "title_nl", N_("Title (Dutch)"), "titel_nl|titel", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "title_en" },
  { "title_en", N_("Title (English)"), "titel_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "title_nl" },
  { "issue", N_("Issue"), "nummer|editie", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("Of a newsletter or a magazine, for example 2020-4") },
  { "reach", N_("Reach"), "bereik|oplage", CVN_FIELD_INTEGER, CVN_FIELD_LIST | CVN_FIELD_SUM, .min = 0, .max = 1000000000, .hint = N_("People who saw it; empty where nobody counted") },
  { "link", N_("Link"), "link|url", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, CVN_FORMAT_URL, .hint = N_("Where it can be seen") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_either (record, "title_nl", "title_en", _("Fill in the title in Dutch or in English."), error);
}

/* What was said in a newsletter, on social media or in a magazine, of an event or of anything else; partners can be shown in it. */
const CvnKind cvn_kind_news_item = {
  .name = "news_item",
  .label = N_("News Item"),
  .label_plural = N_("News Items"),
  .label_add = N_("Add News Item"),
  .icon = "mail-send-symbolic",
  .files = "nieuwsberichten|news_items",
  .natural_key = "channel|date|title_nl",
  .area = CVN_AREA_PROGRAMMES,
  .sort = "-date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
