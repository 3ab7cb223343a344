/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-task"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "title", N_("Task"), "taak|titel", CVN_FIELD_TEXT, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH },
  { "due", N_("Due on"), "uiterlijk|vervaldatum", CVN_FIELD_DATE, CVN_FIELD_LIST },
  { "owner_role", N_("Owner"), "eigenaar|rol", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("A role rather than a name") },
  { "reminder", N_("Remind, days before"), "herinnering_dagen", CVN_FIELD_INTEGER, .min = 0, .max = 1000 },
  { "done_on", N_("Done on"), "gereed_op", CVN_FIELD_DATE, CVN_FIELD_LIST },
  { "position", N_("Position"), "volgnr", CVN_FIELD_INTEGER, .min = 0, .max = 1000000, .hint = N_("The order within what it is for") },
  { "event", N_("Event"), "evenement_id|evenement", CVN_FIELD_REFERENCE, CVN_FIELD_LIST, .refers_to = "event" },
  { "booking", N_("Booking"), "boeking_id|boeking", CVN_FIELD_REFERENCE, .refers_to = "booking" },
  { "organisation", N_("Organisation"), "org_id|organisatie", CVN_FIELD_REFERENCE, .refers_to = "organisation" },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return !cvn_record_has (record, "reminder") || cvn_record_has (record, "due") ||
         cvn_check_fail (error, "due", _("Fill in when the task is due, so that it can be reminded of."));
}

const CvnKind cvn_kind_task = {
  .name = "task",
  .label = N_("Task"),
  .label_plural = N_("Tasks"),
  .label_add = N_("Add Task"),
  .icon = "view-list-bullet-symbolic",
  .files = "taken|tasks",
  .area = CVN_AREA_EVENTS,
  .sort = "due",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
