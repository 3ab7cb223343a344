/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-event"

#include "cvn-kinds.h"

#include "cvn-error.h"
#include "cvn-kind-check.h"
#include "cvn-kind-choices.h"
#include "cvn-zone-time.h"

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

/* The parts of the sheet after the event. */
static const CvnChoice waivable[] = {
  { "attended", N_("Attended"), "aanwezig" },
  { "cost", N_("Cost"), "kosten" },
  { "lessons", N_("Lessons"), "lessen" },
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
  { "axis", N_("Axis of the vision"), "visie_as", CVN_FIELD_CHOICE, .choices = cvn_choices_axis, .named_by = "axis" },
  { "life_stage", N_("Life stage"), "levensfase", CVN_FIELD_CHOICE, .named_by = "life_stage" },
  { "location", N_("Location"), "locatie", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH },
  { "online", N_("Online"), "online", CVN_FIELD_BOOLEAN },
  { "capacity", N_("Capacity"), "capaciteit", CVN_FIELD_INTEGER, .min = 0, .max = 1000000 },
  { "signed_up", N_("Signed up"), "aangemeld", CVN_FIELD_INTEGER, CVN_FIELD_LIST | CVN_FIELD_SUM, .min = 0, .max = 1000000 },
  { "attended", N_("Attended"), "aanwezig", CVN_FIELD_INTEGER, CVN_FIELD_LIST | CVN_FIELD_SUM, .min = 0, .max = 1000000 },
  { "cost", N_("Cost"), "kosten_cent|kosten", CVN_FIELD_MONEY, CVN_FIELD_SUM },
  { "income", N_("Income"), "opbrengst_cent|opbrengst", CVN_FIELD_MONEY, CVN_FIELD_SUM },
  { "cost_budget", N_("Budgeted cost"), "begrote_kosten_cent|begrote_kosten", CVN_FIELD_MONEY, CVN_FIELD_SUM },
  { "income_budget", N_("Budgeted income"), "begrote_opbrengst_cent|begrote_opbrengst", CVN_FIELD_MONEY, CVN_FIELD_SUM },
  { "budget_code", N_("Budget line"), "begrotingspost", CVN_FIELD_TEXT, .hint = N_("The code of the line that the cost is charged to") },
  { "own_share", N_("The centre’s parts of the cost"), "eigen_aandeel", CVN_FIELD_INTEGER, .min = 0, .max = 1000000, .hint = N_("Beside the parts of the co-organisers; 1 each for equal parts") },
  { "status", N_("Status"), "status", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = statuses },
  { "responsible", N_("Responsible"), "verantwoordelijke", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .hint = N_("A role rather than a name") },
  { "series", N_("Series"), "reeks", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .hint = N_("The same words for each edition, for example Tango workshop") },
  { "template", N_("Template"), "sjabloon", CVN_FIELD_BOOLEAN, .hint = N_("Only to make other events from") },
  { "lessons", N_("Lessons"), "lessen", CVN_FIELD_NOTE, CVN_FIELD_SEARCH, .hint = N_("What to do again, what to do otherwise") },
  { "waived", N_("Left open on purpose"), "bewust_open", CVN_FIELD_TEXT, .choices = waivable, .hint = N_("Attended, cost or lessons, with a semicolon between them") },
  { "closed_on", N_("Closed on"), "afgesloten_op", CVN_FIELD_DATE },
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

/* A time of the clock that there is on that day, in a zone that there is. */
static gboolean
check_time (CvnRecord  *record,
            const char *field,
            GError    **error)
{
  const char *time = cvn_record_get_text (record, field);
  const char *zone = cvn_record_get_text (record, "time_zone");
  GError     *failure = NULL;

  if (time == NULL || cvn_zone_time_check (time, zone, &failure))
    return TRUE;
  cvn_error_set_field (&failure, g_error_matches (failure, CVN_ERROR, CVN_ERROR_NOT_FOUND) ? "time_zone" : field);
  g_propagate_error (error, failure);
  return FALSE;
}

/* What the centre only makes known costs it nothing. */
static gboolean
check_announced (CvnRecord *record,
                 GError   **error)
{
  static const char *const amounts[] = { "cost", "income", "cost_budget", "income_budget" };

  if (g_strcmp0 (cvn_record_get_text (record, "mode"), "announced") != 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (cvn_record_get_integer (record, amounts[i]) != 0)
      return cvn_check_fail (error, amounts[i], _("An event that is only announced has no costs or income of the centre."));
  return TRUE;
}

/* What nobody has to fill in. */
static gboolean
check_waived (CvnRecord *record,
              GError   **error)
{
  const CvnKind  *kind = cvn_record_get_kind (record);
  const CvnField *field = &kind->fields[cvn_kind_find_field (kind, "waived")];
  const char     *text = cvn_record_get_text (record, field->name);
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", ";", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (cvn_field_find_choice (field, g_strstrip (words[i])) == NULL)
      return cvn_check_fail (error, "waived", _("Expected “Attended”, “Cost” or “Lessons”, with a semicolon between them."));
  return TRUE;
}

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  const char *starts = cvn_record_get_text (record, "starts");
  const char *ends = cvn_record_get_text (record, "ends");

  if (!cvn_check_either (record, "title_nl", "title_en", _("Fill in the title in Dutch or in English."), error) ||
      !check_form (record, "starts", error) || !check_form (record, "ends", error) ||
      !check_time (record, "starts", error) || !check_time (record, "ends", error) ||
      !check_announced (record, error) || !check_waived (record, error))
    return FALSE;
  if (ends != NULL && strcmp (ends, starts) <= 0)
    return cvn_check_fail (error, "ends", _("The event must end after it begins."));
  if (cvn_record_has (record, "capacity") && cvn_record_get_integer (record, "capacity") < cvn_record_get_integer (record, "signed_up"))
    return cvn_check_fail (error, "capacity", _("More people have signed up already than this."));
  return cvn_check_part (record, "attended", "signed_up", N_("More people attended than signed up: raise the number of sign-ups first."), error);
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
