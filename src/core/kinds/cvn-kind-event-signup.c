/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-event-signup"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const CvnChoice roles[] = {
  { "participant", N_("Participant"), "deelnemer" },
  { "speaker", N_("Speaker or helper"), "spreker of helper|spreker|helper" },
  { NULL },
};

static const CvnChoice statuses[] = {
  { "signed_up", N_("Signed up"), "aangemeld" },
  { "waiting", N_("On the waiting list"), "op de wachtlijst|wachtlijst" },
  { "offered", N_("Seats offered"), "plaats aangeboden|aangeboden" },
  { "lapsed", N_("Offer lapsed"), "aanbod verlopen|verlopen" },
  { "cancelled", N_("Cancelled"), "afgemeld|geannuleerd" },
  { NULL },
};

static const CvnField fields[] = {
  { "event", N_("Event"), "evenement_id|evenement", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "event" },
  { "label", N_("Who"), "wie|omschrijving", CVN_FIELD_TEXT, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("A role or a number, for example researcher with family; no names are needed") },
  { "party", N_("People"), "aantal|personen", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_LIST | CVN_FIELD_SUM, .min = 1, .max = 100000 },
  { "role", N_("Role"), "rol", CVN_FIELD_CHOICE, .choices = roles, .hint = N_("Speakers and helpers take no seat") },
  { "status", N_("Status"), "status", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .choices = statuses },
  { "date", N_("Signed up on"), "aangemeld_op|datum", CVN_FIELD_DATE, CVN_FIELD_LIST },
  { "offer_until", N_("Offer holds until"), "aanbod_tot", CVN_FIELD_DATE, .hint = N_("The last day on which the seats can be taken") },
  { "attended", N_("Attended"), "aanwezig", CVN_FIELD_INTEGER, CVN_FIELD_LIST | CVN_FIELD_SUM, .min = 0, .max = 100000, .hint = N_("How many of them came") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  const char *status = cvn_record_get_text (record, "status");

  if (strcmp (status, "offered") == 0 && !cvn_record_has (record, "offer_until"))
    return cvn_check_fail (error, "offer_until", _("Fill in until when the seats are offered."));
  if (strcmp (status, "signed_up") != 0 && cvn_record_get_integer (record, "attended") > 0)
    return cvn_check_fail (error, "attended", _("Only who signed up can have attended: change the status first."));
  return cvn_check_part (record, "attended", "party", N_("More people attended than there are in the party."), error);
}

const CvnKind cvn_kind_event_signup = {
  .name = "event_signup",
  .label = N_("Sign-up"),
  .label_plural = N_("Sign-ups"),
  .label_add = N_("Add Sign-up"),
  .icon = "contact-new-symbolic",
  .files = "aanmeldingen|event_signups",
  .area = CVN_AREA_EVENTS,
  .sort = "-date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
