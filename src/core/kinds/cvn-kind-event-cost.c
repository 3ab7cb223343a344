/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-event-cost"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnChoice kinds[] = {
  { "cost", N_("Cost"), "kosten|last" },
  { "income", N_("Income"), "opbrengst|baat" },
  { NULL },
};

static const CvnField fields[] = {
  { "event", N_("Event"), "evenement_id|evenement", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .refers_to = "event" },
  { "text", N_("Description"), "omschrijving", CVN_FIELD_TEXT, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH },
  { "kind", N_("Kind"), "soort", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .choices = kinds },
  { "budget", N_("Budget"), "begroot_cent|begroot", CVN_FIELD_MONEY, CVN_FIELD_LIST | CVN_FIELD_SUM },
  { "amount", N_("Actual"), "bedrag_cent|bedrag", CVN_FIELD_MONEY, CVN_FIELD_LIST | CVN_FIELD_SUM },
  { "date", N_("Date"), "datum", CVN_FIELD_DATE, CVN_FIELD_LIST },
  { "organisation", N_("Organisation"), "org_id|organisatie", CVN_FIELD_REFERENCE, CVN_FIELD_LIST, .refers_to = "organisation", .hint = N_("Who is paid, or who pays") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_either (record, "budget", "amount", _("Fill in what was budgeted or what it came to."), error);
}

const CvnKind cvn_kind_event_cost = {
  .name = "event_cost",
  .label = N_("Cost or Income of an Event"),
  .label_plural = N_("Costs and Income of Events"),
  .label_add = N_("Add Cost or Income of an Event"),
  .icon = "cvn-budget-symbolic",
  .files = "evenement_kosten|event_costs",
  .area = CVN_AREA_EVENTS,
  .sort = "event",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
