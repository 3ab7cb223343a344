/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-card-section"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"
#include "cvn-kind-choices.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "card", N_("Project card"), "kaart|kaart_id", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .refers_to = "project_card" },
  { "position", N_("Position"), "volgorde", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .min = 1, .max = 9999 },
  { "question", N_("Standard question"), "vraag|sectie", CVN_FIELD_CHOICE, CVN_FIELD_TITLE | CVN_FIELD_LIST, .choices = cvn_choices_question, .hint = N_("Empty for a section of your own") },
  { "title_nl", N_("Heading (Dutch)"), "kop|titel|titel_nl", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "title_en" },
  { "title_en", N_("Heading (English)"), "kop_en|titel_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "title_nl" },
  { "text_nl", N_("Text (Dutch)"), "tekst|tekst_nl", CVN_FIELD_NOTE, CVN_FIELD_SEARCH, .twin = "text_en" },
  { "text_en", N_("Text (English)"), "tekst_en", CVN_FIELD_NOTE, CVN_FIELD_SEARCH, .twin = "text_nl" },
  { "snapshot", N_("Figures used"), "cijfers", CVN_FIELD_NOTE, .hint = N_("The figures as they were when they were put into the text") },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  if (cvn_record_has (record, "question"))
    return TRUE;
  return cvn_check_either (record, "title_nl", "title_en", _("Fill in the heading in Dutch or in English."), error);
}

const CvnKind cvn_kind_card_section = {
  .name = "card_section",
  .label = N_("Card Section"),
  .label_plural = N_("Card Sections"),
  .label_add = N_("Add Card Section"),
  .icon = "format-justify-left-symbolic",
  .files = "kaartsecties|card_sections",
  .natural_key = "card|position",
  .area = CVN_AREA_CARD,
  .sort = "position",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
  .owner = "card",
};
