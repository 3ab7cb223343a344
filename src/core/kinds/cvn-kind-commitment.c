/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-commitment"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"
#include "cvn-kind-choices.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "code", N_("Code"), "toezegging_id", CVN_FIELD_TEXT, CVN_FIELD_KEY, CVN_FORMAT_CODE },
  { "agreement", N_("Agreement"), "overeenkomst_id|overeenkomst", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .refers_to = "agreement" },
  { "organisation", N_("Organisation"), "org_id|organisatie", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "organisation" },
  { "year", N_("Year"), "jaar", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .min = 1900, .max = 2200 },
  { "start_date", N_("From"), "van|begindatum", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST },
  { "end_date", N_("Until"), "tot|tot_en_met|einddatum", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .hint = N_("The last day, in the same year") },
  { "basis", N_("Basis"), "grondslag", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = cvn_choices_method },
  { "amount", N_("Amount"), "bedrag_cent|bedrag", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_LIST | CVN_FIELD_SUM, .hint = N_("Zero when the contribution is in hours") },
  { "hours", N_("Hours"), "uren", CVN_FIELD_INTEGER, CVN_FIELD_SUM, .min = 0, .max = 1000000, .hint = N_("A contribution in kind") },
  { "condition", N_("Condition"), "voorwaarde", CVN_FIELD_TEXT, CVN_FIELD_SEARCH },
  { "vat_category", N_("VAT category"), "btw_categorie", CVN_FIELD_CHOICE, .choices = cvn_choices_vat },
  { "contribution_rule", N_("Contribution rule"), "bijdrageregel", CVN_FIELD_REFERENCE, .refers_to = "contribution_rule" },
  { "allocation_line", N_("Allocation"), "verdeling", CVN_FIELD_REFERENCE, .refers_to = "allocation_line", .hint = N_("The line of the key that it comes from") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

/* Whether an ISO date lies in a year. */
static gboolean
is_in_year (const char *date,
            gint64      year)
{
  return g_ascii_strtoll (date, NULL, 10) == year;
}

/* A commitment lies within one year; a break in the year makes two commitments. */
static gboolean
check (CvnRecord *record,
       GError   **error)
{
  gint64 year = cvn_record_get_integer (record, "year");

  if (!is_in_year (cvn_record_get_text (record, "start_date"), year))
    return cvn_check_fail (error, "start_date", _("The beginning must lie in the year of the commitment."));
  if (!is_in_year (cvn_record_get_text (record, "end_date"), year))
    return cvn_check_fail (error, "end_date", _("The end must lie in the year of the commitment."));
  if (cvn_record_get_integer (record, "amount") < 0)
    return cvn_check_fail (error, "amount", _("A commitment cannot be negative."));
  return cvn_check_order (record, "start_date", "end_date", _("The end must not lie before the beginning."), error);
}

const CvnKind cvn_kind_commitment = {
  .name = "commitment",
  .label = N_("Commitment"),
  .label_plural = N_("Commitments"),
  .label_add = N_("Add Commitment"),
  .icon = "emblem-important-symbolic",
  .files = "toezeggingen|commitments",
  .area = CVN_AREA_CONVENANT,
  .sort = "-start_date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
