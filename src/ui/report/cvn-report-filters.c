/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-filters"

#include "cvn-report-filters.h"

#include "cvn-code-name.h"
#include "cvn-searched-list.h"
#include "cvn-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One of the rows: what it filters by, and what its choices stand for. */
typedef struct
{
  const CvnReportFilter *filter;
  GtkWidget             *row;
  GtkDropDown           *drop_down;
  GPtrArray             *values; /* behind "All" */
} Row;

struct _CvnReportFilters
{
  AdwPreferencesGroup parent_instance;

  CvnCentre        *centre;
  CvnReportName     name;
  CvnReportOptions *options; /* NULL until they have been read */
  GCancellable     *cancellable;
  GPtrArray        *rows;
};

typedef enum {
  SIGNAL_LOADED,
  N_SIGNALS,
} CvnReportFiltersSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnReportFilters, cvn_report_filters, ADW_TYPE_PREFERENCES_GROUP)

static void
free_row (gpointer data)
{
  Row *row = data;

  g_ptr_array_unref (row->values);
  g_free (row);
}

static const CvnField *
get_field (const CvnReportFilter *filter)
{
  const CvnKind *kind = cvn_kind_find (filter->kind);

  return &kind->fields[cvn_kind_find_field (kind, filter->field)];
}

static void
add_option (GtkStringList *words,
            GPtrArray     *values,
            const char    *value,
            const char    *label)
{
  gtk_string_list_append (words, label);
  g_ptr_array_add (values, g_strdup (value));
}

/* The choices of a field: of the axes those that this centre has. */
static void
list_choices (CvnReportFilters *self,
              const CvnField   *field,
              GtkStringList    *words,
              GPtrArray        *values)
{
  g_autoptr (GPtrArray) names = field->named_by != NULL ? cvn_centre_list_names (self->centre, field) : NULL;

  for (guint i = 0; names != NULL && i < names->len; i++)
    add_option (words, values, ((CvnCodeName *) names->pdata[i])->code, cvn_code_name_get (names->pdata[i], cvn_interface_language ()));
  for (const CvnChoice *choice = field->choices; names == NULL && choice->code != NULL; choice++)
    add_option (words, values, choice->code, _(choice->label));
}

static void
make_row (Row           *row,
          GtkStringList *words)
{
  row->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  cvn_searched_list_set_words (row->drop_down, words);
  gtk_widget_set_valign (GTK_WIDGET (row->drop_down), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (row->drop_down), "flat");
  row->row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _(row->filter->title), "activatable-widget", row->drop_down, NULL);
  gtk_widget_add_css_class (row->row, "cvn-plain-list");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row->row), GTK_WIDGET (row->drop_down));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row->drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row->row, NULL, -1);
}

static void
add_row (CvnReportFilters      *self,
         const CvnReportFilter *filter)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new ((const char *const[]){ _("All"), NULL });
  GPtrArray *options = self->options != NULL ? cvn_report_options_get (self->options, filter) : NULL;
  Row       *row = g_new0 (Row, 1);

  row->filter = filter;
  row->values = g_ptr_array_new_with_free_func (g_free);
  if (filter->field != NULL)
    list_choices (self, get_field (filter), words, row->values);
  for (guint i = 0; options != NULL && i < options->len; i++)
    add_option (words, row->values, ((CvnReportOption *) options->pdata[i])->value, ((CvnReportOption *) options->pdata[i])->label);
  make_row (row, words);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row->row);
}

/** cvn_report_filters_show: asks for what the report @name can be filtered by; nothing is filtered at first. */
void
cvn_report_filters_show (CvnReportFilters *self,
                         CvnReportName     name)
{
  guint                  n;
  const CvnReportFilter *filters = cvn_report_filter_list (name, &n);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), ((Row *) self->rows->pdata[i])->row);
  g_ptr_array_set_size (self->rows, 0);
  self->name = name;
  for (guint i = 0; i < n; i++)
    add_row (self, &filters[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

/** cvn_report_filters_append: what is chosen, as a report is told: " mode=own axis=community". */
void
cvn_report_filters_append (CvnReportFilters *self,
                           GString          *record)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row  *row = self->rows->pdata[i];
      guint chosen = gtk_drop_down_get_selected (row->drop_down);

      if (chosen > 0 && chosen <= row->values->len)
        g_string_append_printf (record, " %s=%s", row->filter->word, (const char *) row->values->pdata[chosen - 1]);
    }
}

/* What a choice or a record is called; what is written when that is not known. */
static char *
dup_label (CvnReportFilters      *self,
           const CvnReportFilter *filter,
           const char            *value)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *options = self->options != NULL ? cvn_report_options_get (self->options, filter) : NULL;

  if (filter->field != NULL)
    list_choices (self, get_field (filter), words, values);
  for (guint i = 0; i < values->len; i++)
    if (g_str_equal (values->pdata[i], value))
      return g_strdup (gtk_string_list_get_string (words, i));
  for (guint i = 0; options != NULL && i < options->len; i++)
    if (g_str_equal (((CvnReportOption *) options->pdata[i])->value, value))
      return g_strdup (((CvnReportOption *) options->pdata[i])->label);
  return g_strdup (value);
}

/** cvn_report_filters_describe: (transfer full): @record of the report @name in words: "2019-03, Own". */
char *
cvn_report_filters_describe (CvnReportFilters *self,
                             CvnReportName     name,
                             const char       *record)
{
  g_auto (GStrv) words = g_strsplit (record, " ", -1);
  GString *said = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char            *equals = strchr (words[i], '=');
      const CvnReportFilter *filter = equals != NULL ? cvn_report_filter_find (name, words[i], (gsize) (equals - words[i])) : NULL;
      g_autofree char       *label = filter != NULL ? dup_label (self, filter, equals + 1) : g_strdup (words[i]);

      g_string_append_printf (said, "%s%s", i > 0 ? ", " : "", label);
    }
  return g_string_free (said, FALSE);
}

/** cvn_report_filters_is_loaded: whether the records to choose from are known. */
gboolean
cvn_report_filters_is_loaded (CvnReportFilters *self)
{
  return self->options != NULL;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (CvnReportFilters) self = data;
  CvnReportOptions *options = cvn_report_options_read_finish (CVN_CENTRE (source), result, NULL);

  /* Without them all reports can still be made. */
  if (options == NULL || self->rows == NULL)
    {
      cvn_report_options_free (options);
      return;
    }
  self->options = options;
  cvn_report_filters_show (self, self->name);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

static void
cvn_report_filters_dispose (GObject *object)
{
  CvnReportFilters *self = CVN_REPORT_FILTERS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->centre);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (cvn_report_filters_parent_class)->dispose (object);
}

static void
cvn_report_filters_finalize (GObject *object)
{
  CvnReportFilters *self = CVN_REPORT_FILTERS (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->options, cvn_report_options_free);
  G_OBJECT_CLASS (cvn_report_filters_parent_class)->finalize (object);
}

static void
cvn_report_filters_class_init (CvnReportFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_report_filters_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_report_filters_finalize;
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", CVN_TYPE_REPORT_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_report_filters_init (CvnReportFilters *self)
{
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->cancellable = g_cancellable_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Filters"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), _("The totals are those of what is left."));
}

/** cvn_report_filters_new: (transfer floating): the filters of reports of @centre. */
CvnReportFilters *
cvn_report_filters_new (CvnCentre *centre)
{
  CvnReportFilters *self = g_object_new (CVN_TYPE_REPORT_FILTERS, NULL);

  self->centre = g_object_ref (centre);
  cvn_report_options_read_async (centre, self->cancellable, read_cb, g_object_ref (self));
  return self;
}
