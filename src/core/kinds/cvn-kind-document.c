/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-document"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "title_nl", N_("Title (Dutch)"), "document|titel|titel_nl", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "title_en" },
  { "title_en", N_("Title (English)"), "titel_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "title_nl" },
  { "date", N_("Date"), "datum", CVN_FIELD_PARTIAL_DATE, CVN_FIELD_LIST, .hint = N_("A day, a month or a year") },
  { "kind", N_("Kind"), "soort", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("For example report or business plan") },
  { "version", N_("Version"), "versie", CVN_FIELD_TEXT, CVN_FIELD_LIST },
  { "link", N_("Link"), "link|url", CVN_FIELD_TEXT, CVN_FIELD_LIST, CVN_FORMAT_URL },
  { "file", N_("File"), "bijgevoegd_bestand", CVN_FIELD_TEXT, CVN_FIELD_LIST, CVN_FORMAT_FILE, .hint = N_("The document itself, kept in the file of the centre") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_either (record, "title_nl", "title_en", _("Fill in the title in Dutch or in English."), error);
}

const CvnKind cvn_kind_document = {
  .name = "document",
  .label = N_("Document"),
  .label_plural = N_("Documents"),
  .label_add = N_("Add Document"),
  .icon = "accessories-text-editor-symbolic",
  .files = "documenten|documents",
  .area = CVN_AREA_GENERAL,
  .sort = "-date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
