/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-data"

#include "cvn-report-data.h"

#include "cvn-card-gather.h"
#include "cvn-error.h"
#include "cvn-report-data-private.h"
#include "cvn-store.h"

#include <glib/gi18n-lib.h>

/* What is asked for, while it waits for a reader's thread. */
typedef struct
{
  CvnReportName name;
  char         *record;
  char         *today;
  CvnLanguage   language;
} Question;

static const char *const names[CVN_N_REPORTS] = {
  [CVN_REPORT_PROOF_SHEET] = "proof-sheet",
  [CVN_REPORT_INVOICE] = "invoice",
  [CVN_REPORT_REMINDER] = "reminder",
  [CVN_REPORT_PARTNER] = "partner",
  [CVN_REPORT_PROJECT_CARD] = "project-card",
  [CVN_REPORT_ROADMAP] = "roadmap",
  [CVN_REPORT_KEY_FIGURES] = "key-figures",
  [CVN_REPORT_EVENTS] = "events",
  [CVN_REPORT_BUDGET] = "budget",
  [CVN_REPORT_CONVENANT] = "convenant",
  [CVN_REPORT_QUOTE] = "quote",
  [CVN_REPORT_BENEFITS] = "benefits",
};

/** cvn_report_name_to_text: what the report is called on the command line and in actions. */
const char *
cvn_report_name_to_text (CvnReportName name)
{
  return names[name];
}

/** cvn_report_name_from_text: FALSE when there is no such report. */
gboolean
cvn_report_name_from_text (const char    *text,
                           CvnReportName *name)
{
  for (guint i = 0; i < CVN_N_REPORTS; i++)
    if (g_strcmp0 (names[i], text) == 0)
      {
        *name = (CvnReportName) i;
        return TRUE;
      }
  return FALSE;
}

/** cvn_report_data_free: frees what was gathered. */
void
cvn_report_data_free (CvnReportData *self)
{
  g_clear_pointer (&self->proof, cvn_proof_sheet_free);
  g_clear_pointer (&self->invoice, cvn_invoice_sheet_free);
  g_clear_pointer (&self->partner, cvn_partner_sheet_free);
  g_clear_pointer (&self->agreement, cvn_agreement_sheet_free);
  g_clear_pointer (&self->benefits, cvn_benefits_sheet_free);
  g_clear_pointer (&self->card, cvn_card_sheet_free);
  g_clear_pointer (&self->roadmap, cvn_roadmap_sheet_free);
  g_clear_pointer (&self->figures, cvn_figures_sheet_free);
  g_free (self);
}

static void
question_free (Question *question)
{
  g_free (question->record);
  g_free (question->today);
  g_free (question);
}

/** cvn_gathering_list: (transfer container): the records that a query finds, in its order. */
GPtrArray *
cvn_gathering_list (const CvnGathering *self,
                    CvnQuery           *query,
                    GError            **error)
{
  g_autoptr (GArray) seqs = cvn_reader_list (self->reader, query, self->cancellable, error);

  if (seqs == NULL)
    return NULL;
  return cvn_reader_get_rows (self->reader, cvn_query_get_kind (query), (const gint64 *) (gpointer) seqs->data, seqs->len, error);
}

/** cvn_gathering_get_centre: (transfer full): the centre; an empty one when none has been filled in. */
CvnRecord *
cvn_gathering_get_centre (const CvnGathering *self,
                          GError            **error)
{
  const CvnKind *kind = cvn_kind_find ("centre");
  g_autoptr (CvnQuery) query = cvn_query_new (kind);
  g_autoptr (GPtrArray) rows = cvn_gathering_list (self, query, error);

  if (rows == NULL)
    return NULL;
  return rows->len > 0 ? g_object_ref (g_ptr_array_index (rows, 0)) : cvn_record_new (kind);
}

/** cvn_gathering_dup_both: (transfer full): the text of the fields STEM_nl and STEM_en in @language, else the other; "" without one. */
char *
cvn_gathering_dup_both (CvnRecord  *record,
                        const char *stem,
                        CvnLanguage language)
{
  g_autofree char *nl = g_strconcat (stem, "_nl", NULL);
  g_autofree char *en = g_strconcat (stem, "_en", NULL);
  const char      *dutch = cvn_record_get_text (record, nl);
  const char      *english = cvn_record_get_text (record, en);
  const char      *own = language == CVN_LANGUAGE_NL ? dutch : english;

  return g_strdup (own != NULL ? own : dutch != NULL   ? dutch
                                     : english != NULL ? english
                                                       : "");
}

/** cvn_gathering_dup_centre_name: (transfer full): what the centre is called. */
char *
cvn_gathering_dup_centre_name (const CvnGathering *self,
                               CvnRecord          *centre)
{
  return cvn_gathering_dup_both (centre, "name", self->language);
}

/* A file that is kept as it was is seen on the day that it is kept for. */
static char *
dup_day (const CvnGathering *self,
         GError            **error)
{
  g_autoptr (CvnRecord) centre = cvn_gathering_get_centre (self, error);
  const char *kept;

  if (centre == NULL)
    return NULL;
  kept = cvn_record_get_text (centre, "viewed_on");
  return g_strdup (kept != NULL ? kept : self->today);
}

static CvnCardSheet *
gather_card (const CvnGathering *self,
             GError            **error)
{
  g_autofree char *rest = NULL;
  g_autoptr (GPtrArray) conditions = cvn_gathering_read_conditions (self, CVN_REPORT_PROJECT_CARD, &rest, error);
  const char      *project = conditions != NULL ? cvn_report_conditions_get (conditions, "project") : NULL;
  g_autofree char *wanted = project != NULL ? g_strdup_printf ("%s %s", rest, project) : g_steal_pointer (&rest);
  g_autofree char *id = conditions != NULL ? cvn_card_find (self->reader, wanted, error) : NULL;

  return id != NULL ? cvn_card_gather (self->reader, id, self->today, error) : NULL;
}

static gboolean
is_funded_by (const CvnService *service,
              const char       *partner)
{
  for (guint i = 0; partner != NULL && i < service->funders->len; i++)
    if (g_str_equal (((const CvnFunder *) service->funders->pdata[i])->organisation, partner))
      return TRUE;
  return partner == NULL;
}

/* Of a year that is named, else of the one that it is; the services that the filter leaves. */
static CvnRoadmapSheet *
gather_roadmap (const CvnGathering *self,
                GError            **error)
{
  g_autofree char *period = NULL;
  g_autoptr (GPtrArray) conditions = cvn_gathering_read_conditions (self, CVN_REPORT_ROADMAP, &period, error);
  int              year = conditions != NULL ? (int) g_ascii_strtoll (period, NULL, 10) : 0;
  CvnRoadmapSheet *sheet = conditions != NULL ? cvn_roadmap_gather (self->reader, self->today, year > 0 ? year : (int) g_ascii_strtoll (self->today, NULL, 10), error) : NULL;

  if (sheet == NULL)
    return NULL;
  sheet->filter = cvn_report_conditions_dup_sentence (conditions, self->language);
  for (guint i = sheet->services->len; i-- > 0;)
    {
      const CvnService *service = sheet->services->pdata[i];

      if (!cvn_report_conditions_allow (conditions, "axis", service->axis) ||
          !cvn_report_conditions_allow (conditions, "timing", cvn_timing_get_code (service->timing)) ||
          !cvn_report_conditions_allow (conditions, "maturity", cvn_record_get_text (service->item, "maturity")) ||
          !is_funded_by (service, cvn_report_conditions_get (conditions, "partner")))
        g_ptr_array_remove_index (sheet->services, i);
    }
  return sheet;
}

/* Letters are in the language of who gets them. */
static void
gather_letter (CvnReportData      *self,
               const CvnGathering *gathering,
               GError            **error)
{
  if (self->name == CVN_REPORT_BENEFITS)
    self->benefits = cvn_gather_benefits (gathering, error);
  else if (self->name == CVN_REPORT_QUOTE)
    self->invoice = cvn_gather_quote (gathering, error);
  else
    self->invoice = cvn_gather_invoice (gathering, self->name == CVN_REPORT_REMINDER, error);
  if (self->invoice != NULL)
    self->language = self->invoice->language;
  if (self->benefits != NULL)
    self->language = self->benefits->language;
}

static void
gather (CvnReportData      *self,
        const CvnGathering *gathering,
        GError            **error)
{
  switch (self->name)
    {
    case CVN_REPORT_PROOF_SHEET:
      self->proof = cvn_gather_proof_sheet (gathering, error);
      break;
    case CVN_REPORT_INVOICE:
    case CVN_REPORT_REMINDER:
    case CVN_REPORT_QUOTE:
    case CVN_REPORT_BENEFITS:
      gather_letter (self, gathering, error);
      break;
    case CVN_REPORT_PARTNER:
      self->partner = cvn_gather_partner (gathering, error);
      break;
    case CVN_REPORT_PROJECT_CARD:
      self->card = gather_card (gathering, error);
      break;
    case CVN_REPORT_ROADMAP:
      self->roadmap = gather_roadmap (gathering, error);
      break;
    case CVN_REPORT_KEY_FIGURES:
      self->figures = cvn_gather_key_figures (gathering, error);
      break;
    case CVN_REPORT_EVENTS:
      self->figures = cvn_gather_events (gathering, error);
      break;
    case CVN_REPORT_BUDGET:
      self->figures = cvn_gather_budget (gathering, error);
      break;
    case CVN_REPORT_CONVENANT:
      self->agreement = cvn_gather_agreement (gathering, error);
      break;
    case CVN_N_REPORTS:
    default:
      g_return_if_reached ();
    }
}

static gpointer
work (CvnReader    *reader,
      gpointer      data,
      GCancellable *cancellable,
      GError      **error)
{
  const Question *question = data;
  CvnGathering    gathering = { reader, question->record, question->today, question->language, cancellable };
  g_autoptr (CvnReportData) self = g_new0 (CvnReportData, 1);
  g_autoptr (GError) failure = NULL;
  g_autofree char *day = NULL;

  if (question->name >= CVN_REPORT_PROJECT_CARD || question->name == CVN_REPORT_PARTNER || question->name == CVN_REPORT_PROOF_SHEET)
    {
      day = dup_day (&gathering, error);
      if (day == NULL)
        return NULL;
      gathering.today = day;
    }
  self->name = question->name;
  self->language = question->language;
  gather (self, &gathering, &failure);
  if (failure == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError        *error = NULL;
  CvnReportData *self = cvn_store_read_finish (CVN_STORE (source), result, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, (GDestroyNotify) cvn_report_data_free);
  else
    g_task_return_error (task, error);
}

/** cvn_report_data_read_async: gathers a report as the centre is at this moment. Main thread. */
void
cvn_report_data_read_async (CvnCentre          *centre,
                            CvnReportName       name,
                            const char         *record,
                            CvnLanguage         language,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (centre, cancellable, callback, user_data);
  CvnStore *store = cvn_centre_get_store (centre);
  Question *question;

  g_task_set_source_tag (task, cvn_report_data_read_async);
  if (store == NULL)
    {
      g_task_return_new_error (task, CVN_ERROR, CVN_ERROR_FAILED, _("No centre is open."));
      return;
    }
  question = g_new0 (Question, 1);
  question->name = name;
  question->record = g_strdup (record);
  question->today = g_strdup (cvn_centre_get_today (centre));
  question->language = language;
  cvn_store_read_async (store, work, question, (GDestroyNotify) question_free, (GDestroyNotify) cvn_report_data_free, cancellable, read_cb, g_steal_pointer (&task));
}

/** cvn_report_data_read_finish: (transfer full): what was gathered; NULL with an error when the record is not there. */
CvnReportData *
cvn_report_data_read_finish (CvnCentre    *centre,
                             GAsyncResult *result,
                             GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/** cvn_report_data_read: (transfer full): the same, and waits for it: for the command line. @today is an ISO day. */
CvnReportData *
cvn_report_data_read (CvnStore     *store,
                      CvnReportName name,
                      const char   *record,
                      CvnLanguage   language,
                      const char   *today,
                      GError      **error)
{
  Question question = { name, (char *) record, (char *) today, language };

  return cvn_store_read (store, work, &question, error);
}
