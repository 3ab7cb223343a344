/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-delivery-session"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "booking", N_("Booking"), "boeking_id|boeking", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "booking" },
  { "date", N_("Date"), "datum", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST },
  { "minutes", N_("Minutes"), "minuten", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_LIST | CVN_FIELD_SUM, .min = 1, .max = 100000, .hint = N_("120 for two hours") },
  { "trainer", N_("Trainer"), "trainer|docent", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("A role or a firm; no names are needed") },
  { "participants", N_("Participants"), "deelnemers", CVN_FIELD_INTEGER, CVN_FIELD_LIST | CVN_FIELD_SUM, .min = 0, .max = 1000000 },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

/* One session alone can be more than all that was bought; what several come to is checked when they are written. */
static gboolean
may_own (CvnRecord *booking,
         CvnRecord *session,
         GError   **error)
{
  return !cvn_record_has (booking, "minutes") || cvn_record_get_integer (session, "minutes") <= cvn_record_get_integer (booking, "minutes") ||
         cvn_check_fail (error, "minutes", _("The session is longer than all that was booked."));
}

const CvnKind cvn_kind_delivery_session = {
  .name = "delivery_session",
  .label = N_("Session"),
  .label_plural = N_("Sessions"),
  .label_add = N_("Add Session"),
  .icon = "x-office-calendar-symbolic",
  .files = "sessies|delivery_sessions",
  .area = CVN_AREA_PROGRAMMES,
  .sort = "-date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .may_own = may_own,
  .owner = "booking",
};
