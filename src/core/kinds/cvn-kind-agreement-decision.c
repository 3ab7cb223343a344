/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-agreement-decision"

#include "cvn-kinds.h"

#include "cvn-error.h"
#include "cvn-kind-check.h"
#include "cvn-kind-choices.h"
#include "cvn-ladder.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "agreement", N_("Agreement"), "overeenkomst_id|overeenkomst", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .refers_to = "agreement" },
  { "organisation", N_("Organisation"), "org_id|organisatie", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "organisation" },
  { "status", N_("Status"), "status", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .choices = cvn_choices_decision },
  { "date", N_("Date"), "besluitdatum|datum", CVN_FIELD_PARTIAL_DATE, CVN_FIELD_LIST, .hint = N_("A day, a month or a year") },
  { "body", N_("Deciding body"), "besluitorgaan|orgaan", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("For example the municipal council") },
  { "document", N_("Document"), "document|kenmerk", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("Number or place of the decision") },
  { "attachment", N_("Filed document"), "bijlage", CVN_FIELD_REFERENCE, .refers_to = "document", .hint = N_("The record of the decision in the register of documents") },
  { "expected", N_("Decision expected"), "besluit_verwacht|verwacht_op", CVN_FIELD_DATE, .hint = N_("The day on which the party will decide, when it is known") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

/* Row 19 of the features: the history of a party only ever grows. */
static gboolean
may_change (CvnRecord *before,
            CvnRecord *after,
            GError   **error)
{
  const CvnKind *kind = cvn_record_get_kind (before);

  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_FINAL,
                       _("A decision stays as it was entered: add the new one, or undo the step that entered this one."));
  for (guint i = 0; after != NULL && i < kind->n_fields; i++)
    if (!cvn_value_equal (cvn_record_get_value (before, i), cvn_record_get_value (after, i)))
      {
        cvn_error_set_field (error, kind->fields[i].name);
        break;
      }
  return FALSE;
}

static gboolean
read_decision (CvnRecord         *record,
               CvnLadderDecision *decision,
               GError           **error)
{
  const char *date = cvn_record_get_text (record, "date");

  *decision = (CvnLadderDecision){ .has_document = cvn_record_has (record, "document") || cvn_record_has (record, "attachment") };
  return cvn_ladder_from_code (cvn_record_get_text (record, "status"), &decision->state, error) &&
         (date == NULL || cvn_date_parse_iso (date, &decision->date, error));
}

static gboolean
may_follow (GPtrArray  *earlier,
            CvnRecord  *record,
            const char *today,
            GError    **error)
{
  g_autoptr (GArray) history = g_array_new (FALSE, FALSE, sizeof (CvnLadderDecision));
  CvnLadderDecision decision;
  CvnDate           day;

  if (!read_decision (record, &decision, error) || !cvn_date_parse_iso (today, &day, error))
    return FALSE;
  if (earlier == NULL)
    return cvn_ladder_check_date (&decision.date, &day, error);
  for (guint i = 0; i < earlier->len; i++)
    {
      CvnLadderDecision other;

      if (!read_decision (earlier->pdata[i], &other, error))
        return FALSE;
      g_array_append_val (history, other);
    }
  return cvn_ladder_check_decision ((const CvnLadderDecision *) (gpointer) history->data, history->len, &decision, &day, error);
}

const CvnKind cvn_kind_agreement_decision = {
  .name = "agreement_decision",
  .label = N_("Decision"),
  .label_plural = N_("Decisions"),
  .label_add = N_("Add Decision"),
  .icon = "object-select-symbolic",
  .files = "overeenkomst_partijen|agreement_decisions",
  .area = CVN_AREA_CONVENANT,
  .sort = "-date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .may_change = may_change,
  .may_follow = may_follow,
  .series = "agreement|organisation",
};
