/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-budget-plan"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"
#include "cvn-money.h"

#include <glib/gi18n-lib.h>

static const CvnChoice splits[] = {
  { "equal", N_("Equal months"), "gelijk|gelijke maanden" },
  { "pattern", N_("As last year"), "patroon|als vorig jaar" },
  { "hand", N_("By hand"), "handmatig|met de hand" },
  { NULL },
};

static const CvnField fields[] = {
  { "budget_line", N_("Budget line"), "begrotingsregel", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "budget_line" },
  { "split", N_("Division"), "verdeling", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .choices = splits },
  { "total", N_("Year"), "jaartotaal_cent|jaartotaal", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_LIST },
  { "month_1", N_("January"), "januari_cent|januari", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED },
  { "month_2", N_("February"), "februari_cent|februari", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED },
  { "month_3", N_("March"), "maart_cent|maart", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED },
  { "month_4", N_("April"), "april_cent|april", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED },
  { "month_5", N_("May"), "mei_cent|mei", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED },
  { "month_6", N_("June"), "juni_cent|juni", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED },
  { "month_7", N_("July"), "juli_cent|juli", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED },
  { "month_8", N_("August"), "augustus_cent|augustus", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED },
  { "month_9", N_("September"), "september_cent|september", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED },
  { "month_10", N_("October"), "oktober_cent|oktober", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED },
  { "month_11", N_("November"), "november_cent|november", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED },
  { "month_12", N_("December"), "december_cent|december", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

/* The fields of the months stand one after another. */
static gboolean
check (CvnRecord *record,
       GError   **error)
{
  gint64 left = cvn_record_get_integer (record, "total");

  for (guint month = 1; month <= 12; month++)
    {
      char name[16];

      g_snprintf (name, sizeof name, "month_%u", month);
      if (!cvn_money_sub (left, cvn_record_get_integer (record, name), &left, error))
        return FALSE;
    }
  return left == 0 || cvn_check_fail (error, "total", _("The twelve months do not add up to the year."));
}

const CvnKind cvn_kind_budget_plan = {
  .name = "budget_plan",
  .label = N_("Division into Months"),
  .label_plural = N_("Divisions into Months"),
  .label_add = N_("Add Division into Months"),
  .icon = "x-office-calendar-symbolic",
  .files = "begrotingsmaanden|budget_plans",
  .natural_key = "budget_line",
  .area = CVN_AREA_BUDGET,
  .sort = "budget_line",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
