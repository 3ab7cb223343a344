/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-milestone"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"
#include "cvn-kind-choices.h"

#include <glib/gi18n-lib.h>

static const CvnChoice kinds[] = {
  { "milestone", N_("Milestone"), "mijlpaal" },
  { "decision", N_("Decision"), "besluit" },
  { "go_no_go", N_("Go or no-go"), "go/no-go" },
  { "document", N_("Document"), "document" },
  { "evaluation", N_("Evaluation"), "evaluatie" },
  { "research", N_("Research"), "onderzoek" },
  { "handover", N_("Handover"), "overdracht" },
  { NULL },
};

static const CvnChoice statuses[] = {
  { "open", N_("Open"), "open" },
  { "running", N_("Under way"), "loopt" },
  { "on_track", N_("On track"), "op schema" },
  { "waiting", N_("Waiting on others"), "wacht op derden" },
  { "delayed", N_("Delayed"), "vertraagd" },
  { "achieved", N_("Achieved"), "behaald" },
  { "dropped", N_("Dropped"), "vervallen" },
  { NULL },
};

static const CvnField fields[] = {
  { "code", N_("Code"), "mijlpaal_id", CVN_FIELD_TEXT, CVN_FIELD_KEY, CVN_FORMAT_CODE },
  { "project", N_("Project"), "project_id|project", CVN_FIELD_REFERENCE, CVN_FIELD_LIST, .refers_to = "project" },
  { "half_year", N_("Half-year"), "halfjaar", CVN_FIELD_TEXT, CVN_FIELD_LIST, CVN_FORMAT_HALF_YEAR, .hint = N_("For example 2018-H1") },
  { "planned", N_("Planned"), "gepland", CVN_FIELD_DATE, CVN_FIELD_LIST },
  { "first_planned", N_("First planned"), "eerst_gepland", CVN_FIELD_DATE, .hint = N_("Where the slip is counted from") },
  { "title_nl", N_("Title (Dutch)"), "titel_nl|titel", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "title_en" },
  { "title_en", N_("Title (English)"), "titel_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "title_nl" },
  { "kind", N_("Kind"), "soort", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = kinds },
  { "depends_on", N_("Depends on"), "afhankelijk_van", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH },
  { "depends_on_milestone", N_("Comes after"), "na_mijlpaal", CVN_FIELD_REFERENCE, .refers_to = "milestone", .hint = N_("The milestone that has to be achieved before it") },
  { "status", N_("Status"), "status", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .choices = statuses },
  { "done_on", N_("Achieved on"), "behaald_op", CVN_FIELD_DATE },
  { "axis", N_("Axis of the vision"), "visie_as", CVN_FIELD_CHOICE, .choices = cvn_choices_axis, .named_by = "axis" },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_either (record, "title_nl", "title_en", _("Fill in the title in Dutch or in English."), error);
}

const CvnKind cvn_kind_milestone = {
  .name = "milestone",
  .label = N_("Milestone"),
  .label_plural = N_("Milestones"),
  .label_add = N_("Add Milestone"),
  .icon = "checkbox-checked-symbolic",
  .files = "mijlpalen|milestones",
  .area = CVN_AREA_CARD,
  .sort = "planned",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
