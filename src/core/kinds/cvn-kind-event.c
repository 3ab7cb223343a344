/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-event"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"
#include "cvn-kind-choices.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const CvnChoice modes[] = {
  { "own", N_("Own"), "eigen" },
  { "joint", N_("Co-organised"), "samen" },
  { "announced", N_("Only announced"), "alleen gecommuniceerd" },
  { NULL },
};

static const CvnChoice audiences[] = {
  { "internationals", N_("Internationals"), "internationals" },
  { "organisations", N_("Organisations"), "organisaties" },
  { "both", N_("Internationals and organisations"), "beide" },
  { NULL },
};

static const CvnChoice statuses[] = {
  { "draft", N_("Draft"), "concept" },
  { "planned", N_("Planned"), "gepland" },
  { "held", N_("Held"), "gehouden" },
  { "cancelled", N_("Cancelled"), "geannuleerd" },
  { NULL },
};

static const CvnField fields[] = {
  { "code", N_("Code"), "evenement_id", CVN_FIELD_TEXT, CVN_FIELD_KEY, CVN_FORMAT_CODE },
  { "starts", N_("Begins"), "begin", CVN_FIELD_LOCAL_TIME, CVN_FIELD_REQUIRED | CVN_FIELD_LIST },
  { "ends", N_("Ends"), "eind|einde", CVN_FIELD_LOCAL_TIME, .hint = N_("Of a whole day: the day after the last one") },
  { "time_zone", N_("Time zone"), "tijdzone", CVN_FIELD_TEXT, .hint = N_("For example Europe/Amsterdam") },
  { "all_day", N_("Whole day"), "hele_dag", CVN_FIELD_BOOLEAN },
  { "title_nl", N_("Title (Dutch)"), "titel_nl|titel", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "title_en" },
  { "title_en", N_("Title (English)"), "titel_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "title_nl" },
  { "mode", N_("Organised"), "organisatievorm", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = modes },
  { "sponsored", N_("Sponsored"), "gesponsord", CVN_FIELD_BOOLEAN },
  { "audience", N_("Meant for"), "doelgroep", CVN_FIELD_CHOICE, .choices = audiences },
  { "axis", N_("Axis of the vision"), "visie_as", CVN_FIELD_CHOICE, .choices = cvn_choices_axis },
  { "life_stage", N_("Life stage"), "levensfase", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .hint = N_("Code of a life stage, for example settling") },
  { "location", N_("Location"), "locatie", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH },
  { "online", N_("Online"), "online", CVN_FIELD_BOOLEAN },
  { "capacity", N_("Capacity"), "capaciteit", CVN_FIELD_INTEGER, .min = 0, .max = 1000000 },
  { "signed_up", N_("Signed up"), "aangemeld", CVN_FIELD_INTEGER, CVN_FIELD_LIST | CVN_FIELD_SUM, .min = 0, .max = 1000000 },
  { "attended", N_("Attended"), "aanwezig", CVN_FIELD_INTEGER, CVN_FIELD_LIST | CVN_FIELD_SUM, .min = 0, .max = 1000000 },
  { "cost", N_("Cost"), "kosten_cent|kosten", CVN_FIELD_MONEY, CVN_FIELD_SUM },
  { "income", N_("Income"), "opbrengst_cent|opbrengst", CVN_FIELD_MONEY, CVN_FIELD_SUM },
  { "status", N_("Status"), "status", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = statuses },
  { "partners", N_("Partners"), "partners", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .hint = N_("Codes of organisations with a semicolon between them") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

/*
 * Whether a local time fits "whole day": a date alone there, a date with a time otherwise. The end of
 * a whole day is exclusive, as in iCalendar.
 */
static gboolean
check_form (CvnRecord  *record,
            const char *field,
            GError    **error)
{
  const char *time = cvn_record_get_text (record, field);
  gboolean    all_day = cvn_record_get_integer (record, "all_day") == 1;

  if (time == NULL || (strchr (time, 'T') == NULL) == all_day)
    return TRUE;
  return cvn_check_fail (error, field,
                         all_day ? _("An event of a whole day has dates without a time.")
                                 : _("Fill in the time too, or mark the event as a whole day."));
}

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  const char *starts = cvn_record_get_text (record, "starts");
  const char *ends = cvn_record_get_text (record, "ends");

  if (!cvn_check_either (record, "title_nl", "title_en", _("Fill in the title in Dutch or in English."), error) ||
      !check_form (record, "starts", error) || !check_form (record, "ends", error))
    return FALSE;
  if (ends != NULL && strcmp (ends, starts) <= 0)
    return cvn_check_fail (error, "ends", _("The event must end after it begins."));
  return TRUE;
}

const CvnKind cvn_kind_event = {
  .name = "event",
  .label = N_("Event"),
  .label_plural = N_("Events"),
  .label_add = N_("Add Event"),
  .icon = "x-office-calendar-symbolic",
  .files = "evenementen|events",
  .area = CVN_AREA_EVENTS,
  .sort = "-starts",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
