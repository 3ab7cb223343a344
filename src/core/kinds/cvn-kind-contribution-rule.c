/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-contribution-rule"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"
#include "cvn-kind-choices.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "agreement", N_("Agreement"), "overeenkomst_id|overeenkomst", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "agreement" },
  { "organisation", N_("Organisation"), "org_id|organisatie", CVN_FIELD_REFERENCE, CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "organisation", .hint = N_("Empty: all parties of the agreement, or its municipalities when it goes by inhabitants") },
  { "start_date", N_("From"), "van|begindatum", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST },
  { "end_date", N_("Until"), "tot|tot_en_met|einddatum", CVN_FIELD_DATE, CVN_FIELD_LIST, .hint = N_("The last day; empty: as long as the agreement") },
  { "method", N_("Method"), "methode", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .choices = cvn_choices_method },
  { "total", N_("Total to divide"), "totaal_cent|totaal", CVN_FIELD_MONEY, CVN_FIELD_LIST, .hint = N_("A year, for all parties together") },
  { "rate", N_("Rate per inhabitant"), "tarief_per_inwoner_cent|tarief_per_inwoner", CVN_FIELD_MONEY, CVN_FIELD_LIST, .hint = N_("A year") },
  { "fixed", N_("Fixed amount"), "vast_bedrag_cent|vast_bedrag", CVN_FIELD_MONEY, CVN_FIELD_LIST, .hint = N_("A year, for each party") },
  { "share", N_("Share per mille"), "aandeel_pm", CVN_FIELD_INTEGER, .min = 0, .max = 1000, .hint = N_("125 for 12.5 %, of one organisation; all shares of a key make 1000") },
  { "index_name", N_("Index"), "indexcijfer", CVN_FIELD_TEXT, .hint = N_("Name of the index figures; empty when amounts do not rise") },
  { "base_year", N_("Base year"), "basisjaar", CVN_FIELD_INTEGER, .min = 1900, .max = 2200, .hint = N_("The year whose amounts these are") },
  { "population_date", N_("Reference date"), "peildatum", CVN_FIELD_DATE, .hint = N_("Of the inhabitants; empty: 1 January of each year") },
  { "vat_category", N_("VAT category"), "btw_categorie", CVN_FIELD_CHOICE, .choices = cvn_choices_vat },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

/* What each method cannot do without, and says so at the field. */
static gboolean
check_method (CvnRecord  *record,
              const char *method,
              GError    **error)
{
  gboolean is_share = g_str_equal (method, "percentage");
  gboolean divides = is_share || g_str_equal (method, "inhabitants") || g_str_equal (method, "equal");
  gboolean is_rate = g_str_equal (method, "per_inhabitant") || g_str_equal (method, "fixed_plus");

  if (divides && !cvn_record_has (record, "total"))
    return cvn_check_fail (error, "total", _("Fill in the amount that is divided."));
  if (is_rate && !cvn_record_has (record, "rate"))
    return cvn_check_fail (error, "rate", _("Fill in the amount for each inhabitant."));
  if ((g_str_equal (method, "fixed") || g_str_equal (method, "fixed_plus")) && !cvn_record_has (record, "fixed"))
    return cvn_check_fail (error, "fixed", _("Fill in the fixed amount."));
  if (is_share && !cvn_record_has (record, "organisation"))
    return cvn_check_fail (error, "organisation", _("Choose the organisation whose share this is."));
  return !is_share || cvn_record_has (record, "share") ||
         cvn_check_fail (error, "share", _("Fill in the share of the organisation."));
}

static gboolean
check_amounts (CvnRecord *record,
               GError   **error)
{
  static const char *const amounts[] = { "total", "rate", "fixed" };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (cvn_record_get_integer (record, amounts[i]) < 0)
      return cvn_check_fail (error, amounts[i], _("Expected an amount of zero or more."));
  return TRUE;
}

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  if (!check_method (record, cvn_record_get_text (record, "method"), error) || !check_amounts (record, error))
    return FALSE;
  if (cvn_record_has (record, "index_name") && !cvn_record_has (record, "base_year"))
    return cvn_check_fail (error, "base_year", _("Fill in the year whose amounts these are."));
  if (cvn_record_has (record, "base_year") && !cvn_record_has (record, "index_name"))
    return cvn_check_fail (error, "index_name", _("Fill in the index by which the amounts rise, or leave out the base year."));
  return cvn_check_order (record, "start_date", "end_date", _("The end must not lie before the beginning."), error);
}

const CvnKind cvn_kind_contribution_rule = {
  .name = "contribution_rule",
  .label = N_("Contribution Rule"),
  .label_plural = N_("Contribution Rules"),
  .label_add = N_("Add Contribution Rule"),
  .icon = "view-list-ordered-symbolic",
  .files = "bijdrageregels|contribution_rules",
  .area = CVN_AREA_CONVENANT,
  .sort = "-start_date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
