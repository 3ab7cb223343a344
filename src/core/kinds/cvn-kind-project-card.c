/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-project-card"

#include "cvn-kinds.h"

#include "cvn-error.h"
#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnChoice categories[] = {
  { "start_up", N_("Start-up phase"), "aanjaagfase" },
  { "running", N_("Running project"), "lopend project" },
  { "independent", N_("Becoming independent"), "verzelfstandiging" },
  { "completed", N_("Completed"), "afgerond" },
  { "stopped", N_("Stopped"), "gestopt" },
  { NULL },
};

static const CvnField fields[] = {
  { "project", N_("Project"), "project_id|project", CVN_FIELD_REFERENCE, CVN_FIELD_LIST, .refers_to = "project" },
  { "half_year", N_("Half-year"), "halfjaar", CVN_FIELD_TEXT, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, CVN_FORMAT_HALF_YEAR, .hint = N_("For example 2018-H1") },
  { "edition", N_("Edition"), "editie", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .min = 1, .max = 9999 },
  { "title_nl", N_("Title (Dutch)"), "titel|titel_nl", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "title_en" },
  { "title_en", N_("Title (English)"), "titel_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "title_nl" },
  { "category", N_("Category"), "categorie", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = categories },
  { "category_year", N_("Year of the category"), "categorie_jaar", CVN_FIELD_INTEGER, .min = 1900, .max = 2200, .hint = N_("For example the year in which it becomes independent") },
  { "created_on", N_("Made on"), "aangemaakt", CVN_FIELD_DATE },
  { "changed_at", N_("Changed at"), "gewijzigd", CVN_FIELD_LOCAL_TIME },
  { "no_risks", N_("No risks"), "geen_risicos", CVN_FIELD_BOOLEAN, .hint = N_("Looked for, and none found") },
  { "follows", N_("Follows"), "volgt_op", CVN_FIELD_REFERENCE, .refers_to = "project_card", .hint = N_("The card that open matters were taken over from") },
  { "signed_on", N_("Signed off on"), "vastgesteld_op", CVN_FIELD_DATE, CVN_FIELD_LIST },
  { "signed_by", N_("Signed off by"), "vastgesteld_door", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("A role or a body, not a name") },
  { "frozen", N_("Signed off"), "vastgesteld", CVN_FIELD_BOOLEAN, .hint = N_("It no longer changes; a correction is a new edition") },
  { "seal", N_("Seal"), "zegel", CVN_FIELD_TEXT, .hint = N_("Worked out of all its words when it is signed off") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  if (cvn_record_get_integer (record, "frozen") != 0 && !(cvn_record_has (record, "signed_on") && cvn_record_has (record, "signed_by")))
    return cvn_check_fail (error, cvn_record_has (record, "signed_on") ? "signed_by" : "signed_on", _("A card that is signed off has a day and who signed it off."));
  return cvn_check_either (record, "title_nl", "title_en", _("Fill in the title in Dutch or in English."), error);
}

/* Invariant 7 of the data model: after freezing a card keeps its words and figures; a correction is the next edition. */
static gboolean
may_change (CvnRecord *before,
            CvnRecord *after,
            GError   **error)
{
  if (cvn_record_get_integer (before, "frozen") == 0)
    return TRUE;
  g_set_error (error, CVN_ERROR, CVN_ERROR_FINAL, _("The card of %s, edition %lld, has been signed off and cannot be changed any more: make a new edition."),
               cvn_record_get_text (before, "half_year"), (long long) cvn_record_get_integer (before, "edition"));
  cvn_error_set_field (error, "frozen");
  return FALSE;
}

const CvnKind cvn_kind_project_card = {
  .name = "project_card",
  .label = N_("Project Card"),
  .label_plural = N_("Project Cards"),
  .label_add = N_("Add Project Card"),
  .icon = "cvn-card-symbolic",
  .files = "projectkaarten|project_cards",
  .natural_key = "project|half_year|edition",
  .area = CVN_AREA_CARD,
  .sort = "-half_year",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
  .may_change = may_change,
};
