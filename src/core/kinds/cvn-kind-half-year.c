/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-half-year"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "half_year", N_("Half-year"), "halfjaar", CVN_FIELD_TEXT, CVN_FIELD_REQUIRED | CVN_FIELD_KEY | CVN_FIELD_TITLE | CVN_FIELD_LIST, CVN_FORMAT_HALF_YEAR, .hint = N_("For example 2018-H1") },
  { "start_date", N_("From"), "van|begindatum", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST },
  { "end_date", N_("Until"), "tot|tot_en_met|einddatum", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST },
  { "closed", N_("Closed"), "afgesloten", CVN_FIELD_BOOLEAN, CVN_FIELD_LIST, .hint = N_("Figures of a closed half-year no longer change") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_LIST | CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

/* H1 is January to June, H2 is July to December. */
static gboolean
check (CvnRecord *record,
       GError   **error)
{
  const char      *half_year = cvn_record_get_text (record, "half_year");
  gboolean         second = g_str_has_suffix (half_year, "2");
  g_autofree char *first_day = g_strdup_printf ("%.4s-%s", half_year, second ? "07-01" : "01-01");
  g_autofree char *last_day = g_strdup_printf ("%.4s-%s", half_year, second ? "12-31" : "06-30");

  if (g_strcmp0 (cvn_record_get_text (record, "start_date"), first_day) != 0)
    return cvn_check_fail (error, "start_date", _("A half-year begins on 1 January or on 1 July."));
  if (g_strcmp0 (cvn_record_get_text (record, "end_date"), last_day) != 0)
    return cvn_check_fail (error, "end_date", _("A half-year ends on 30 June or on 31 December."));
  return TRUE;
}

const CvnKind cvn_kind_half_year = {
  .name = "half_year",
  .label = N_("Half-Year"),
  .label_plural = N_("Half-Years"),
  .label_add = N_("Add Half-Year"),
  .icon = "document-open-recent-symbolic",
  .files = "halfjaren|half_years",
  .area = CVN_AREA_CARD,
  .sort = "-half_year",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
