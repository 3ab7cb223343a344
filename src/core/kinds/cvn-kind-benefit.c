/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-benefit"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "level", N_("Package"), "pakket|niveau", CVN_FIELD_TEXT, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("As in the partner packages, for example basic") },
  { "title_nl", N_("Benefit (Dutch)"), "voordeel|voordeel_nl", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "title_en" },
  { "title_en", N_("Benefit (English)"), "voordeel_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "title_nl" },
  { "channel", N_("Channel"), "kanaal", CVN_FIELD_REFERENCE, CVN_FIELD_LIST, .refers_to = "channel" },
  { "times", N_("Times a year"), "aantal", CVN_FIELD_INTEGER, CVN_FIELD_LIST, .min = 1, .max = 366, .hint = N_("Once when empty; divided over the year") },
  { "due_month", N_("Due in month"), "maand", CVN_FIELD_INTEGER, CVN_FIELD_LIST, .min = 1, .max = 12, .hint = N_("1 to 12: the last one is due by its end; empty for the end of the year") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_either (record, "title_nl", "title_en", _("Fill in the benefit in Dutch or in English."), error);
}

const CvnKind cvn_kind_benefit = {
  .name = "benefit",
  .label = N_("Benefit of a Package"),
  .label_plural = N_("Benefits of Packages"),
  .label_add = N_("Add Benefit of a Package"),
  .icon = "checkbox-checked-symbolic",
  .files = "pakketvoordelen|benefits",
  .natural_key = "level|title_nl|title_en",
  .area = CVN_AREA_PROGRAMMES,
  .sort = "level",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
