/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-appointment-month"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "month", N_("Month"), "maand", CVN_FIELD_MONTH, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST },
  { "offered", N_("Offered"), "aangeboden", CVN_FIELD_INTEGER, CVN_FIELD_LIST | CVN_FIELD_SUM, .min = 0, .max = 1000000 },
  { "booked_online", N_("Booked online"), "geboekt_online", CVN_FIELD_INTEGER, CVN_FIELD_LIST | CVN_FIELD_SUM, .min = 0, .max = 1000000 },
  { "served", N_("Served"), "verschenen", CVN_FIELD_INTEGER, CVN_FIELD_LIST | CVN_FIELD_SUM, .min = 0, .max = 1000000 },
  { "no_show", N_("No-show"), "niet_verschenen", CVN_FIELD_INTEGER, CVN_FIELD_LIST | CVN_FIELD_SUM, .min = 0, .max = 1000000, .hint = N_("Booked, but did not come") },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT, CVN_FIELD_LIST },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_part (record, "booked_online", "offered", N_("There cannot be more appointments booked than offered."), error);
}

const CvnKind cvn_kind_appointment_month = {
  .name = "appointment_month",
  .label = N_("Month of Appointments"),
  .label_plural = N_("Months of Appointments"),
  .label_add = N_("Add Month of Appointments"),
  .icon = "alarm-symbolic",
  .files = "afspraken_per_maand|appointment_months",
  .natural_key = "month",
  .area = CVN_AREA_FEES,
  .sort = "-month",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
