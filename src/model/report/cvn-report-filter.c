/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-filter"

#include "cvn-report-filter.h"

#include "cvn-error.h"
#include "cvn-rows.h"
#include "cvn-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const CvnReportFilter of_events[] = {
  { "mode", N_("Organised"), "event", "mode", NULL },
  { "axis", N_("Axis of the vision"), "event", "axis", NULL },
  { "status", N_("Status"), "event", "status", NULL },
  { "audience", N_("Meant for"), "event", "audience", NULL },
  { "partner", N_("Partner"), "organisation", NULL, NULL },
};

static const CvnReportFilter of_budget[] = {
  { "kind", N_("Kind"), "budget_line", "kind", NULL },
};

static const CvnReportFilter of_convenant[] = {
  { "kind", N_("Kind"), "organisation", "kind", NULL },
  { "status", N_("Status"), "agreement_decision", "status", NULL },
  { "partner", N_("Partner"), "organisation", NULL, NULL },
};

static const CvnReportFilter of_roadmap[] = {
  { "axis", N_("Axis of the vision"), "roadmap_item", "axis", NULL },
  { "timing", N_("Timing"), "roadmap_item", "timing", NULL },
  { "maturity", N_("Maturity"), "roadmap_item", "maturity", NULL },
  { "partner", N_("Partner"), "organisation", NULL, NULL },
};

static const CvnReportFilter of_key_figures[] = {
  { "municipality", N_("Municipality"), "organisation", NULL, "municipality" },
};

static const CvnReportFilter of_card[] = {
  { "project", N_("Project"), "project", NULL, NULL },
};

/** cvn_report_filter_list: (transfer none): what a report can be filtered by, in the order in which it is asked. */
const CvnReportFilter *
cvn_report_filter_list (CvnReportName name,
                        guint        *n_filters)
{
  static const struct
  {
    const CvnReportFilter *filters;
    guint                  n;
  } all[CVN_N_REPORTS] = {
    [CVN_REPORT_EVENTS] = { of_events, G_N_ELEMENTS (of_events) },
    [CVN_REPORT_BUDGET] = { of_budget, G_N_ELEMENTS (of_budget) },
    [CVN_REPORT_CONVENANT] = { of_convenant, G_N_ELEMENTS (of_convenant) },
    [CVN_REPORT_ROADMAP] = { of_roadmap, G_N_ELEMENTS (of_roadmap) },
    [CVN_REPORT_KEY_FIGURES] = { of_key_figures, G_N_ELEMENTS (of_key_figures) },
    [CVN_REPORT_PROJECT_CARD] = { of_card, G_N_ELEMENTS (of_card) },
  };

  *n_filters = all[name].n;
  return all[name].filters;
}

/** cvn_report_filter_find: (nullable): the filter of a report that is written as the first @length bytes of @word. */
const CvnReportFilter *
cvn_report_filter_find (CvnReportName name,
                        const char   *word,
                        gsize         length)
{
  guint                  n;
  const CvnReportFilter *filters = cvn_report_filter_list (name, &n);

  for (guint i = 0; i < n; i++)
    if (strlen (filters[i].word) == length && strncmp (filters[i].word, word, length) == 0)
      return &filters[i];
  return NULL;
}

struct _CvnReportOptions
{
  GPtrArray *partners; /* of CvnReportOption */
  GPtrArray *municipalities;
  GPtrArray *projects;
};

static void
free_option (gpointer data)
{
  CvnReportOption *option = data;

  g_free (option->value);
  g_free (option->label);
  g_free (option);
}

/** cvn_report_options_free: frees them; nothing happens to NULL. */
void
cvn_report_options_free (CvnReportOptions *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->partners);
  g_ptr_array_unref (self->municipalities);
  g_ptr_array_unref (self->projects);
  g_free (self);
}

/** cvn_report_options_get: (transfer none) (nullable) (element-type CvnReportOption): what @filter can ask for, by name; NULL when it takes choices. */
GPtrArray *
cvn_report_options_get (CvnReportOptions      *self,
                        const CvnReportFilter *filter)
{
  if (filter->field != NULL)
    return NULL;
  if (g_str_equal (filter->kind, "project"))
    return self->projects;
  return filter->only != NULL ? self->municipalities : self->partners;
}

static int
compare_labels (gconstpointer a,
                gconstpointer b)
{
  return g_utf8_collate ((*(CvnReportOption *const *) a)->label, (*(CvnReportOption *const *) b)->label);
}

static void
add_option (GPtrArray *options,
            CvnRecord *record)
{
  gboolean         dutch = cvn_interface_language () == CVN_LANGUAGE_NL;
  const char      *own = cvn_record_get_text (record, dutch ? "name_nl" : "name_en");
  const char      *code = cvn_record_get_text (record, "code");
  CvnReportOption *option = g_new0 (CvnReportOption, 1);

  /* A code with a space in it would be read as two words. */
  option->value = g_strdup (code != NULL && strpbrk (code, " =") == NULL ? code : cvn_record_get_id (record));
  option->label = g_strdup (own != NULL ? own : cvn_record_get_text (record, dutch ? "name_en" : "name_nl"));
  if (option->label == NULL)
    option->label = g_strdup (option->value);
  g_ptr_array_add (options, option);
}

static gboolean
read_kind (CvnReader  *reader,
           const char *kind,
           GPtrArray  *all,
           GPtrArray  *municipalities,
           GError    **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find (kind));
  g_autoptr (GPtrArray) rows = cvn_rows_list (reader, query, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      add_option (all, rows->pdata[i]);
      if (municipalities != NULL && g_strcmp0 (cvn_record_get_text (rows->pdata[i], "kind"), "municipality") == 0)
        add_option (municipalities, rows->pdata[i]);
    }
  g_ptr_array_sort (all, compare_labels);
  if (municipalities != NULL)
    g_ptr_array_sort (municipalities, compare_labels);
  return rows != NULL;
}

static gpointer
read_options (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr (CvnReportOptions) self = g_new0 (CvnReportOptions, 1);

  self->partners = g_ptr_array_new_with_free_func (free_option);
  self->municipalities = g_ptr_array_new_with_free_func (free_option);
  self->projects = g_ptr_array_new_with_free_func (free_option);
  return read_kind (reader, "organisation", self->partners, self->municipalities, error) && read_kind (reader, "project", self->projects, NULL, error)
           ? g_steal_pointer (&self)
           : NULL;
}

static void
options_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError           *error = NULL;
  CvnReportOptions *options = cvn_store_read_finish (CVN_STORE (source), result, &error);

  if (options != NULL)
    g_task_return_pointer (task, options, (GDestroyNotify) cvn_report_options_free);
  else
    g_task_return_error (task, error);
}

/** cvn_report_options_read_async: reads the records that filters can ask for. Main thread. */
void
cvn_report_options_read_async (CvnCentre          *centre,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (centre, cancellable, callback, user_data);
  CvnStore *store = cvn_centre_get_store (centre);

  g_task_set_source_tag (task, cvn_report_options_read_async);
  if (store == NULL)
    g_task_return_new_error (task, CVN_ERROR, CVN_ERROR_FAILED, _("No centre is open."));
  else
    cvn_store_read_async (store, read_options, NULL, NULL, (GDestroyNotify) cvn_report_options_free, cancellable, options_read_cb, g_steal_pointer (&task));
}

/** cvn_report_options_read_finish: (transfer full): the records. */
CvnReportOptions *
cvn_report_options_read_finish (CvnCentre    *centre,
                                GAsyncResult *result,
                                GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
