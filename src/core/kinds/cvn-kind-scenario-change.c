/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-scenario-change"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const CvnChoice changes[] = {
  { "amount", N_("Other amount of a line"), "bedrag" },
  { "fee", N_("Other fee"), "tarief" },
  { "count", N_("More or fewer registrations"), "aantal" },
  { "start", N_("Line begins in another month"), "datum|begin" },
  { "party_amount", N_("Party pays another amount"), "bijdrage" },
  { "leave", N_("Party leaves"), "vertrek" },
  { NULL },
};

static const CvnField fields[] = {
  { "scenario", N_("Scenario"), "scenario", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .refers_to = "scenario" },
  { "change", N_("Change"), "verandering", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .choices = changes },
  { "budget_line", N_("Budget line"), "begrotingsregel", CVN_FIELD_REFERENCE, CVN_FIELD_LIST, .refers_to = "budget_line" },
  { "organisation", N_("Party"), "org_id|organisatie", CVN_FIELD_REFERENCE, CVN_FIELD_LIST, .refers_to = "organisation" },
  { "amount", N_("Amount"), "bedrag_cent|bedrag", CVN_FIELD_MONEY, CVN_FIELD_LIST, .hint = N_("Of the line or the party for the whole year, or the fee for one registration") },
  { "per_mille", N_("Number per mille"), "aantal_pm", CVN_FIELD_INTEGER, CVN_FIELD_LIST, .min = 0, .max = 100000, .hint = N_("900 for ten per cent fewer registrations, 1100 for ten per cent more") },
  { "month", N_("From month"), "vanaf_maand", CVN_FIELD_INTEGER, CVN_FIELD_LIST, .min = 1, .max = 12, .hint = N_("1 for January; empty: the whole year") },
  { "resplit", N_("Others take over"), "overige_nemen_over", CVN_FIELD_BOOLEAN, .hint = N_("What the party paid is divided over the others by their key") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

/* What each change cannot do without. */
static const struct
{
  const char *change;
  const char *field;
  const char *message;
} needs[] = {
  { "amount", "budget_line", N_("Choose the line of the budget.") },
  { "amount", "amount", N_("Fill in the amount for the whole year.") },
  { "fee", "amount", N_("Fill in the fee for one registration.") },
  { "count", "per_mille", N_("Fill in how many registrations there will be, per mille: 900 for ten per cent fewer.") },
  { "start", "budget_line", N_("Choose the line of the budget.") },
  { "start", "month", N_("Fill in the month in which the line begins.") },
  { "party_amount", "organisation", N_("Choose the party.") },
  { "party_amount", "amount", N_("Fill in the amount for the whole year.") },
  { "leave", "organisation", N_("Choose the party.") },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  const char *change = cvn_record_get_text (record, "change");
  gboolean    is_below = cvn_record_has (record, "amount") && cvn_record_get_integer (record, "amount") < 0;

  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    if (strcmp (needs[i].change, change) == 0 && !cvn_record_has (record, needs[i].field))
      return cvn_check_fail (error, needs[i].field, _(needs[i].message));
  if (is_below && strcmp (change, "amount") != 0)
    return cvn_check_fail (error, "amount", _("Expected an amount of zero or more."));
  return TRUE;
}

const CvnKind cvn_kind_scenario_change = {
  .name = "scenario_change",
  .label = N_("Change of a Scenario"),
  .label_plural = N_("Changes of Scenarios"),
  .label_add = N_("Add Change of a Scenario"),
  .icon = "view-list-bullet-symbolic",
  .files = "scenariowijzigingen|scenario_changes",
  .area = CVN_AREA_BUDGET,
  .sort = "scenario",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
  .owner = "scenario",
};
