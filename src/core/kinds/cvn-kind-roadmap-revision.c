/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-roadmap-revision"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "date", N_("Date"), "datum", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST },
  { "name_nl", N_("Name (Dutch)"), "naam_nl|naam", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "name_en" },
  { "name_en", N_("Name (English)"), "naam_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "name_nl" },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_LIST | CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_either (record, "name_nl", "name_en", _("Fill in the name in Dutch or in English."), error);
}

/* The roadmap as it was kept on a day, under a name. Its services are roadmap_revision_item. */
const CvnKind cvn_kind_roadmap_revision = {
  .name = "roadmap_revision",
  .label = N_("Revision of the Roadmap"),
  .label_plural = N_("Revisions of the Roadmap"),
  .label_add = N_("Add Revision of the Roadmap"),
  .icon = "document-open-recent-symbolic",
  .files = "routekaart_revisies|roadmap_revisions",
  .area = CVN_AREA_ROADMAP,
  .sort = "-date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
