/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-interaction"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnChoice kinds[] = {
  { "meeting", N_("Meeting"), "overleg|gesprek|bijeenkomst" },
  { "call", N_("Phone call"), "telefoon|telefoongesprek" },
  { "video", N_("Video call"), "videogesprek" },
  { "email", N_("E-mail"), "e-mail|mail" },
  { "letter", N_("Letter"), "brief" },
  { "visit", N_("Visit"), "bezoek" },
  { "other", N_("Other"), "overig|anders" },
  { NULL },
};

static const CvnField fields[] = {
  { "date", N_("Date"), "datum", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST },
  { "organisation", N_("Organisation"), "org_id|organisatie", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .refers_to = "organisation" },
  { "kind", N_("Kind"), "soort", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = kinds },
  { "subject", N_("Subject"), "onderwerp", CVN_FIELD_TEXT, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH },
  { "note", N_("Note"), "notitie|verslag", CVN_FIELD_NOTE, CVN_FIELD_SEARCH, .hint = N_("What was agreed; roles rather than names") },
  { "follow_up", N_("Follow up on"), "opvolgen_op|vervolg", CVN_FIELD_DATE, CVN_FIELD_LIST },
  { "done", N_("Done"), "afgehandeld|gereed", CVN_FIELD_BOOLEAN, CVN_FIELD_LIST },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_order (record, "date", "follow_up", _("The follow-up must not lie before the interaction."), error);
}

const CvnKind cvn_kind_interaction = {
  .name = "interaction",
  .label = N_("Interaction"),
  .label_plural = N_("Interactions"),
  .label_add = N_("Add Interaction"),
  .icon = "user-available-symbolic",
  .files = "contactmomenten|interactions",
  .area = CVN_AREA_PARTNERS,
  .sort = "-date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
