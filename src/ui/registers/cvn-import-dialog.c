/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-import-dialog"

#include "cvn-import-dialog.h"

#include "cvn-dialogs.h"
#include "cvn-import-columns.h"
#include "cvn-import-job.h"
#include "cvn-import-memory.h"
#include "cvn-import-sample.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

/* Enough to see what is the matter with a file. */
#define MAX_PROBLEMS 20

struct _CvnImportDialog
{
  AdwWindow parent_instance;

  CvnCentre        *centre;
  const CvnKind    *kind;
  GFile            *source;
  GCancellable     *cancellable;
  CvnImportColumns *columns; /* NULL for a folder */
  CvnImportSample  *sample;
  guint             n_changed;

  GtkButton      *import;
  GtkStack       *stack;
  AdwStatusPage  *failure;
  GtkBox         *body;
  GtkWidget      *result; /* the group that says what would come of it */
  GtkProgressBar *progress;
};

typedef enum {
  IMPORTED,
  N_SIGNALS,
} CvnImportDialogSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnImportDialog, cvn_import_dialog, ADW_TYPE_WINDOW)

static void
show_failure (CvnImportDialog *self,
              const char      *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_status_page_set_description (self->failure, escaped);
  gtk_stack_set_visible_child_name (self->stack, "failure");
  gtk_widget_set_sensitive (GTK_WIDGET (self->import), FALSE);
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  return row;
}

static void
add_file (AdwPreferencesGroup   *group,
          const CvnImportedFile *file,
          guint                 *n_problems)
{
  g_autofree char *counts = NULL;

  if (file->kind == NULL)
    counts = g_strdup (_("Left aside: its name is not that of a kind of records"));
  else
    counts = g_strdup_printf (_("%1$u new, %2$u changed, %3$u as they were, %4$u wrong"), file->n_added, file->n_changed, file->n_unchanged, file->problems->len);
  adw_preferences_group_add (group, make_row (file->name, counts));
  for (guint i = 0; i < file->problems->len && *n_problems < MAX_PROBLEMS; i++, (*n_problems)++)
    {
      g_autofree char *text = cvn_csv_problem_dup_text (g_ptr_array_index (file->problems, i));
      GtkWidget       *row = make_row (text, NULL);

      gtk_widget_add_css_class (row, "error");
      adw_preferences_row_set_title_selectable (ADW_PREFERENCES_ROW (row), TRUE);
      adw_preferences_group_add (group, row);
    }
}

static void
show_report (CvnImportDialog *self,
             CvnImportReport *report)
{
  GtkWidget *group = adw_preferences_group_new ();
  guint      n_problems = 0;

  if (self->result != NULL)
    gtk_box_remove (self->body, self->result);
  self->result = group;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("What It Would Bring"));
  for (guint i = 0; i < report->files->len; i++)
    add_file (ADW_PREFERENCES_GROUP (group), g_ptr_array_index (report->files, i), &n_problems);
  gtk_box_prepend (self->body, group);
  self->n_changed = report->n_added + report->n_changed;
  gtk_widget_set_sensitive (GTK_WIDGET (self->import), report->n_problems == 0 && self->n_changed > 0);
  gtk_stack_set_visible_child_name (self->stack, "preview");
}

static CvnImportJob *
make_job (CvnImportDialog *self)
{
  CvnImportJob *job = cvn_import_job_new (self->source);

  if (self->columns != NULL)
    cvn_import_job_set_mapping (job, cvn_import_columns_get_mapping (self->columns));
  return job;
}

static void
renew_cancellable (CvnImportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static void
tried_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (CvnImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  CvnImportReport *report = cvn_import_job_get_report (CVN_IMPORT_JOB (source));
  gboolean         done = cvn_import_job_run_finish (CVN_IMPORT_JOB (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->centre == NULL)
    return;
  /* What is wrong with the rows is in the report; an error without rows is about the file as a whole. */
  if (report != NULL && (done || report->n_problems > 0))
    show_report (self, report);
  else
    show_failure (self, error->message);
}

static void
try_out (CvnImportDialog *self)
{
  g_autoptr (CvnImportJob) job = make_job (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->import), FALSE);
  renew_cancellable (self);
  cvn_import_job_set_dry_run (job, TRUE);
  cvn_import_job_run_async (job, cvn_centre_get_store (self->centre), self->cancellable, tried_cb, g_object_ref (self));
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (CvnImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = cvn_import_job_run_finish (CVN_IMPORT_JOB (source), result, &error);

  if (self->centre == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  if (!done)
    {
      show_failure (self, error->message);
      return;
    }
  if (self->columns != NULL)
    cvn_import_memory_keep (cvn_import_columns_get_mapping (self->columns));
  g_signal_emit (self, signals[IMPORTED], 0, self->n_changed);
  gtk_window_close (GTK_WINDOW (self));
}

static void
import_action_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  CvnImportDialog *self = CVN_IMPORT_DIALOG (widget);
  g_autoptr (CvnImportJob) job = make_job (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->import), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  g_object_bind_property (job, "progress", self->progress, "fraction", G_BINDING_SYNC_CREATE);
  renew_cancellable (self);
  cvn_import_job_run_async (job, cvn_centre_get_store (self->centre), self->cancellable, imported_cb, g_object_ref (self));
}

static void
read_preview (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  CvnImportDialog  *self = source;
  GError           *error = NULL;
  const CvnKind    *kind = cvn_import_find_kind (self->source);
  CvnImportPreview *preview = cvn_import_preview_new (self->source, kind != NULL ? kind : self->kind, cancellable, &error);

  if (preview != NULL)
    g_task_return_pointer (task, preview, (GDestroyNotify) cvn_import_preview_free);
  else
    g_task_return_error (task, error);
}

/* How the file is written, in words. */
static char *
describe_dialect (const CvnCsvDialect *dialect)
{
  if (dialect->delimiter == '\t')
    return g_strdup (dialect->language == CVN_LANGUAGE_NL ? _("Tabs, decimal commas") : _("Tabs, decimal points"));
  if (dialect->delimiter == ';')
    return g_strdup (dialect->language == CVN_LANGUAGE_NL ? _("Semicolons, decimal commas") : _("Semicolons, decimal points"));
  return g_strdup (dialect->language == CVN_LANGUAGE_NL ? _("Commas, decimal commas") : _("Commas, decimal points"));
}

static void
columns_changed_cb (CvnImportDialog *self)
{
  cvn_import_sample_set_mapping (self->sample, cvn_import_columns_get_mapping (self->columns));
  try_out (self);
}

static void
show_preview (CvnImportDialog        *self,
              const CvnImportPreview *preview,
              gboolean                recalled)
{
  GtkWidget       *group = adw_preferences_group_new ();
  g_autofree char *name = g_file_get_basename (self->source);
  g_autofree char *dialect = describe_dialect (&preview->dialect);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("File"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (name, dialect));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (_(preview->kind->label_plural), _("What it holds")));
  if (recalled)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("The columns are as you chose them for the last file of this source."));
  gtk_box_append (self->body, group);
  self->columns = CVN_IMPORT_COLUMNS (cvn_import_columns_new (preview));
  self->sample = CVN_IMPORT_SAMPLE (cvn_import_sample_new (preview));
  g_signal_connect_object (self->columns, "changed", G_CALLBACK (columns_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->body, GTK_WIDGET (self->sample));
  gtk_box_append (self->body, GTK_WIDGET (self->columns));
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  CvnImportDialog *self = CVN_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnImportPreview) preview = g_task_propagate_pointer (G_TASK (result), &error);
  gboolean recalled;

  if (self->centre == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (preview == NULL || preview->mapping == NULL)
    {
      show_failure (self, error != NULL ? error->message : _("The columns of this file belong to no kind of records."));
      return;
    }
  recalled = cvn_import_memory_recall (preview->mapping);
  show_preview (self, preview, recalled);
  try_out (self);
}

static void
start (CvnImportDialog *self)
{
  g_autoptr (GTask) task = NULL;

  renew_cancellable (self);
  if (g_file_query_file_type (self->source, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    {
      try_out (self);
      return;
    }
  task = g_task_new (self, self->cancellable, previewed_cb, NULL);
  g_task_set_source_tag (task, start);
  g_task_run_in_thread (task, read_preview);
}

static void
cvn_import_dialog_dispose (GObject *object)
{
  CvnImportDialog *self = CVN_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), CVN_TYPE_IMPORT_DIALOG);
  g_clear_object (&self->centre);
  g_clear_object (&self->source);
  G_OBJECT_CLASS (cvn_import_dialog_parent_class)->dispose (object);
}

static gboolean
cvn_import_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (CVN_IMPORT_DIALOG (window)->cancellable);
  return GTK_WINDOW_CLASS (cvn_import_dialog_parent_class)->close_request (window);
}

static void
cvn_import_dialog_class_init (CvnImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_import_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = cvn_import_dialog_close_request;

  signals[IMPORTED] = g_signal_new ("imported", CVN_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_install_action (widget_class, "import.start", NULL, import_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/convenant/Convenant/ui/registers/cvn-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CvnImportDialog, import);
  gtk_widget_class_bind_template_child (widget_class, CvnImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CvnImportDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, CvnImportDialog, body);
  gtk_widget_class_bind_template_child (widget_class, CvnImportDialog, progress);
}

static void
cvn_import_dialog_init (CvnImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** cvn_import_dialog_new: a dialog about @source; @kind is what it holds when its name does not tell. */
GtkWidget *
cvn_import_dialog_new (CvnCentre     *centre,
                       const CvnKind *kind,
                       GFile         *source)
{
  CvnImportDialog *self = g_object_new (CVN_TYPE_IMPORT_DIALOG, NULL);

  self->centre = g_object_ref (centre);
  self->kind = kind;
  self->source = g_object_ref (source);
  start (self);
  return GTK_WIDGET (self);
}

static void
said_cb (GtkWidget *from,
         guint      n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u record imported", "%u records imported", n), n);

  cvn_window_show_toast (from, text, TRUE);
}

/** cvn_import_dialog_present: shows the dialog about @source over the window of @from. */
void
cvn_import_dialog_present (GtkWidget     *from,
                           CvnCentre     *centre,
                           const CvnKind *kind,
                           GFile         *source)
{
  GtkWidget *dialog = cvn_import_dialog_new (centre, kind, source);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (from)));
  g_signal_connect_object (dialog, "imported", G_CALLBACK (said_cb), from, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct
{
  GtkWidget     *from;
  CvnCentre     *centre;
  const CvnKind *kind;
} Choice;

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autofree Choice *choice = data;
  g_autoptr (GtkWidget) from = choice->from;
  g_autoptr (CvnCentre) centre = choice->centre;
  g_autoptr (GFile) file = cvn_dialogs_file_finish (result, NULL);

  if (file != NULL && gtk_widget_get_root (from) != NULL)
    cvn_import_dialog_present (from, centre, choice->kind, file);
}

/** cvn_import_dialog_choose: asks for a file, and then shows the dialog about it. */
void
cvn_import_dialog_choose (GtkWidget     *from,
                          CvnCentre     *centre,
                          const CvnKind *kind)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->from = g_object_ref (from);
  choice->centre = g_object_ref (centre);
  choice->kind = kind;
  cvn_dialogs_open_async (GTK_WINDOW (gtk_widget_get_root (from)), _("Import Records"), CVN_FILES_CSV, chosen_cb, choice);
}
