/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-agreement"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnChoice kinds[] = {
  { "covenant", N_("Covenant"), "convenant" },
  { "service_agreement", N_("Service agreement"), "dienstverleningsovereenkomst|DVO" },
  { "declaration_of_intent", N_("Declaration of intent"), "intentieverklaring" },
  { "partner_agreement", N_("Partner agreement"), "partnerovereenkomst" },
  { "sponsoring", N_("Sponsoring"), "sponsoring|sponsorovereenkomst" },
  { NULL },
};

static const CvnChoice statuses[] = {
  { "draft", N_("Draft"), "concept" },
  { "being_decided", N_("Being decided"), "in besluitvorming" },
  { "pledged", N_("Pledged"), "toegezegd" },
  { "approved", N_("Approved"), "positief besloten" },
  { "reconsidering", N_("Under reconsideration"), "heroverweging" },
  { "declined", N_("Declined"), "afgewezen" },
  { "signed", N_("Signed"), "getekend" },
  { "active", N_("Active"), "actief" },
  { "expired", N_("Expired"), "verlopen" },
  { "ended", N_("Ended"), "beëindigd|beeindigd" },
  { "extended", N_("Extended"), "verlengd" },
  { NULL },
};

static const CvnField fields[] = {
  { "code", N_("Code"), "overeenkomst_id", CVN_FIELD_TEXT, CVN_FIELD_KEY, CVN_FORMAT_CODE },
  { "kind", N_("Kind"), "soort", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .choices = kinds },
  { "title_nl", N_("Title (Dutch)"), "titel|titel_nl", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "title_en" },
  { "title_en", N_("Title (English)"), "titel_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "title_nl" },
  { "start_date", N_("From"), "van|begindatum", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST },
  { "end_date", N_("Until"), "tot|tot_en_met|einddatum", CVN_FIELD_DATE, CVN_FIELD_LIST, .hint = N_("The last day; empty when it has no end") },
  { "notice_date", N_("Notice before"), "opzeggen_voor|opzegdatum", CVN_FIELD_DATE, CVN_FIELD_LIST, .hint = N_("The last day to give notice or to decide on an extension") },
  { "reminder_days", N_("Remind days before"), "herinner_dagen", CVN_FIELD_TEXT, .hint = N_("Before the notice date, the end and expected decisions, such as 90, 30, 7; empty: 90, 30 and 7 days") },
  { "status", N_("Status"), "status", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .choices = statuses },
  { "extends", N_("Extends"), "verlengt", CVN_FIELD_REFERENCE, .refers_to = "agreement", .hint = N_("The agreement that this one follows") },
  { "requires_all", N_("Requires all partners"), "alle_partners_nodig", CVN_FIELD_BOOLEAN, .hint = N_("Complete only when every party of the agreement it extends has signed") },
  { "project", N_("Project"), "project_id|project", CVN_FIELD_REFERENCE, .refers_to = "project", .hint = N_("Of a programme, the project or the line of action that it pays for") },
  { "document", N_("Document"), "document", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .hint = N_("Where the signed text is kept") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

/* Whole numbers from 0 to 999, divided by commas. The figures read them as they are. */
static gboolean
check_reminder_days (CvnRecord *record,
                     GError   **error)
{
  const char *days = cvn_record_get_text (record, "reminder_days");

  return days == NULL || g_regex_match_simple ("^(0|[1-9][0-9]{0,2})( *, *(0|[1-9][0-9]{0,2}))*$", days, G_REGEX_OPTIMIZE, 0) ||
         cvn_check_fail (error, "reminder_days", _("Expected numbers of days with commas between them, such as 90, 30, 7."));
}

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  if (!cvn_check_either (record, "title_nl", "title_en", _("Fill in the title in Dutch or in English."), error) ||
      !cvn_check_order (record, "start_date", "end_date", _("The end must not lie before the beginning."), error) ||
      !cvn_check_order (record, "start_date", "notice_date", _("The notice date lies before the agreement begins."), error) ||
      !cvn_check_order (record, "notice_date", "end_date", _("The notice date lies after the agreement ends."), error) ||
      !check_reminder_days (record, error))
    return FALSE;
  if (cvn_record_has (record, "extends") && g_strcmp0 (cvn_record_get_text (record, "extends"), cvn_record_get_id (record)) == 0)
    return cvn_check_fail (error, "extends", _("An agreement cannot extend itself."));
  return TRUE;
}

const CvnKind cvn_kind_agreement = {
  .name = "agreement",
  .label = N_("Agreement"),
  .label_plural = N_("Agreements"),
  .label_add = N_("Add Agreement"),
  .icon = "text-x-generic-symbolic",
  .files = "overeenkomsten|agreements",
  .area = CVN_AREA_CONVENANT,
  .sort = "-start_date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
