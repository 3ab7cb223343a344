/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-signal"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "code", N_("Code"), "signaal_id", CVN_FIELD_TEXT, CVN_FIELD_KEY, CVN_FORMAT_CODE },
  { "date", N_("Date"), "datum", CVN_FIELD_PARTIAL_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .hint = N_("A day, a month or a year") },
  { "subject_nl", N_("Subject (Dutch)"), "onderwerp|onderwerp_nl", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "subject_en" },
  { "subject_en", N_("Subject (English)"), "onderwerp_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "subject_nl" },
  { "received_from", N_("Received from"), "ontvangen_van", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("An organisation or a role, not a name") },
  { "passed_to", N_("Passed to"), "doorgegeven_aan", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH },
  { "status", N_("Status"), "status", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_either (record, "subject_nl", "subject_en", _("Fill in the subject in Dutch or in English."), error);
}

const CvnKind cvn_kind_signal = {
  .name = "signal",
  .label = N_("Signal"),
  .label_plural = N_("Signals"),
  .label_add = N_("Add Signal"),
  .icon = "preferences-system-notifications-symbolic",
  .files = "signalen|signals",
  .area = CVN_AREA_GENERAL,
  .sort = "-date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
