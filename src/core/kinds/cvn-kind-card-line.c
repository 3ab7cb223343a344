/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-card-line"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnChoice kinds[] = {
  { "step", N_("Step"), "stap" },
  { "milestone", N_("Milestone"), "mijlpaal" },
  { "risk", N_("Risk"), "risico" },
  { "figure", N_("Figure"), "cijfer" },
  { NULL },
};

static const CvnChoice units[] = {
  { "count", N_("Number"), "aantal" },
  { "euro", N_("Euro cents"), "eurocent" },
  { NULL },
};

static const CvnField fields[] = {
  { "card", N_("Project card"), "kaart|kaart_id", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .refers_to = "project_card" },
  { "position", N_("Position"), "volgorde", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .min = 1, .max = 9999 },
  { "kind", N_("Kind"), "soort", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .choices = kinds },
  { "step", N_("Step"), "stap_id|stap", CVN_FIELD_REFERENCE, .refers_to = "step" },
  { "milestone", N_("Milestone"), "mijlpaal_id|mijlpaal", CVN_FIELD_REFERENCE, .refers_to = "milestone" },
  { "risk", N_("Risk"), "risico_id|risico", CVN_FIELD_REFERENCE, .refers_to = "risk" },
  { "figure", N_("Figure"), "cijfer", CVN_FIELD_TEXT, .hint = N_("Which figure it is") },
  { "text_nl", N_("Text (Dutch)"), "tekst|tekst_nl", CVN_FIELD_TEXT, CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .twin = "text_en" },
  { "text_en", N_("Text (English)"), "tekst_en", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .twin = "text_nl" },
  { "status", N_("Status then"), "status", CVN_FIELD_TEXT, CVN_FIELD_LIST },
  { "due", N_("Planned then"), "gepland", CVN_FIELD_PARTIAL_DATE, CVN_FIELD_LIST },
  { "slip_days", N_("Days later than first planned"), "uitloop_dagen", CVN_FIELD_INTEGER, CVN_FIELD_LIST },
  { "likelihood", N_("Likelihood then"), "kans", CVN_FIELD_INTEGER, .min = 1, .max = 5 },
  { "impact", N_("Impact then"), "gevolg", CVN_FIELD_INTEGER, .min = 1, .max = 5 },
  { "amount", N_("Value then"), "waarde", CVN_FIELD_INTEGER },
  { "unit", N_("Unit"), "eenheid", CVN_FIELD_CHOICE, .choices = units },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_either (record, "text_nl", "text_en", _("Fill in the text in Dutch or in English."), error);
}

/* What a card took over from the registers, as it was then: the next card compares with it. */
const CvnKind cvn_kind_card_line = {
  .name = "card_line",
  .label = N_("Card Line"),
  .label_plural = N_("Card Lines"),
  .label_add = N_("Add Card Line"),
  .icon = "view-list-symbolic",
  .files = "kaartregels|card_lines",
  .natural_key = "card|position",
  .area = CVN_AREA_CARD,
  .sort = "position",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
  .owner = "card",
};
