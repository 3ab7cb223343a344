/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-axis"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "position", N_("Position"), "volgnr", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .min = 1, .max = 1000, .hint = N_("The place of its row on the board") },
  { "code", N_("Code"), "code", CVN_FIELD_TEXT, CVN_FIELD_REQUIRED | CVN_FIELD_KEY | CVN_FIELD_LIST, CVN_FORMAT_CODE, .hint = N_("Services, events and milestones name the axis by it") },
  { "name_nl", N_("Name (Dutch)"), "naam_nl|naam", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "name_en" },
  { "name_en", N_("Name (English)"), "naam_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "name_nl" },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_either (record, "name_nl", "name_en", _("Fill in the name in Dutch or in English."), error);
}

/* The axes of the vision. A file without any has those of cvn_choices_axis. */
const CvnKind cvn_kind_axis = {
  .name = "axis",
  .label = N_("Axis"),
  .label_plural = N_("Axes"),
  .label_add = N_("Add Axis"),
  .icon = "view-grid-symbolic",
  .files = "assen|axes",
  .area = CVN_AREA_ROADMAP,
  .sort = "position",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
