/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-network"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "name_nl", N_("Name (Dutch)"), "netwerk|naam|naam_nl", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "name_en" },
  { "name_en", N_("Name (English)"), "naam_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "name_nl" },
  { "kind", N_("Kind"), "soort", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("For example focus group or regional consultation") },
  { "participation", N_("Participation"), "deelname", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("For example member, partner or co-organiser") },
  { "organisation", N_("Organisation"), "org_id|organisatie", CVN_FIELD_REFERENCE, .refers_to = "organisation" },
  { "start_date", N_("From"), "van|begindatum", CVN_FIELD_PARTIAL_DATE, CVN_FIELD_LIST },
  { "end_date", N_("Until"), "tot|tot_en_met|einddatum", CVN_FIELD_PARTIAL_DATE, CVN_FIELD_LIST },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_either (record, "name_nl", "name_en", _("Fill in the name in Dutch or in English."), error) &&
         cvn_check_order (record, "start_date", "end_date", _("The end must not lie before the beginning."), error);
}

const CvnKind cvn_kind_network = {
  .name = "network",
  .label = N_("Network"),
  .label_plural = N_("Networks"),
  .label_add = N_("Add Network"),
  .icon = "network-workgroup-symbolic",
  .files = "netwerken|networks",
  .area = CVN_AREA_GENERAL,
  .sort = "name_nl",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
