/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-budget-line"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnChoice kinds[] = {
  { "income", N_("Income"), "baten|inkomsten" },
  { "cost", N_("Expenditure"), "lasten|uitgaven" },
  { NULL },
};

/* Contributions are told apart as budgets tell them: by who pays them. */
static const CvnChoice ledgers[] = {
  { "contributions_municipal", N_("Contributions of municipalities"), "bijdragen gemeenten" },
  { "contributions_other", N_("Contributions of the other parties"), "bijdragen overige partijen" },
  { "contributions", N_("All contributions"), "bijdragen" },
  { "fees", N_("Registration fees"), "inschrijfkosten" },
  { "packages", N_("Partner packages"), "partnerpakketten" },
  { "bookings", N_("Bookings of programmes"), "programmaboekingen" },
  { "events", N_("Events"), "evenementen" },
  { "manual", N_("Entered by hand"), "handmatig" },
  { NULL },
};

static const CvnChoice limits[] = {
  { "stop", N_("Refuse"), "weigeren" },
  { "warn", N_("Warn"), "waarschuwen" },
  { "ignore", N_("Allow"), "toestaan" },
  { NULL },
};

static const CvnChoice methods[] = {
  { "plan", N_("As planned"), "plan|volgens plan" },
  { "season", N_("As last year"), "seizoen|als vorig jaar" },
  { "committed", N_("What is committed"), "verplicht|toegezegd" },
  { "stated", N_("Filled in by hand"), "handmatig|ingevuld" },
  { NULL },
};

static const CvnField fields[] = {
  { "year", N_("Year"), "jaar", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .min = 1900, .max = 2200 },
  { "line", N_("Line"), "regel", CVN_FIELD_TEXT, CVN_FIELD_REQUIRED | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("For example B01 or K01") },
  { "kind", N_("Kind"), "soort", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .choices = kinds },
  { "description_nl", N_("Description (Dutch)"), "omschrijving_nl|omschrijving", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "description_en" },
  { "description_en", N_("Description (English)"), "omschrijving_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "description_nl" },
  { "budget", N_("Budget"), "begroting_cent|begroting", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .hint = N_("As first adopted") },
  { "amended", N_("Amended budget"), "gewijzigde_begroting_cent|gewijzigde_begroting", CVN_FIELD_MONEY, CVN_FIELD_LIST },
  { "actual", N_("Actual"), "realisatie_cent|realisatie", CVN_FIELD_MONEY, CVN_FIELD_LIST, .hint = N_("Of the whole year, beside the entries; not used when the amounts are kept elsewhere") },
  { "forecast", N_("Forecast"), "prognose_cent|prognose", CVN_FIELD_MONEY, CVN_FIELD_LIST, .hint = N_("Expected for the whole year") },
  { "ledger", N_("Actual amounts from"), "realisatie_uit|administratie", CVN_FIELD_CHOICE, 0, .choices = ledgers, .hint = N_("Where they are kept; empty: entered by hand") },
  { "over_budget", N_("Above the budget"), "bij_overschrijding", CVN_FIELD_CHOICE, .choices = limits, .hint = N_("When a cost is entered that the line has no room for; empty: warn") },
  { "forecast_method", N_("Forecast by"), "prognosemethode", CVN_FIELD_CHOICE, .choices = methods, .hint = N_("What is expected of the open months; empty: the forecast that is filled in, or else the plan") },
  { "note", N_("Note"), "notitie|toelichting", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
is_of_income (const char *ledger)
{
  return ledger != NULL && !g_str_equal (ledger, "manual") && !g_str_equal (ledger, "events") && !g_str_equal (ledger, "bookings");
}

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  if (g_str_equal (cvn_record_get_text (record, "kind"), "cost") && is_of_income (cvn_record_get_text (record, "ledger")))
    return cvn_check_fail (error, "ledger", _("Only income comes from there: choose bookings, events or by hand for expenditure."));
  return cvn_check_either (record, "description_nl", "description_en", _("Fill in the description in Dutch or in English."), error);
}

/* Income and expenditure stand in one column: a total of them all would mean nothing, so no SUM here. */
const CvnKind cvn_kind_budget_line = {
  .name = "budget_line",
  .label = N_("Budget Line"),
  .label_plural = N_("Budget Lines"),
  .label_add = N_("Add Budget Line"),
  .icon = "x-office-spreadsheet-symbolic",
  .files = "begroting|budget",
  .natural_key = "year|line",
  .area = CVN_AREA_BUDGET,
  .sort = "-year",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
