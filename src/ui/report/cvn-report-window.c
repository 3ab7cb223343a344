/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-window"

#include "cvn-report-window.h"

#include "cvn-dialogs.h"
#include "cvn-report-make.h"
#include "cvn-report-print.h"
#include "cvn-report-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _CvnReportWindow
{
  AdwWindow parent_instance;

  CvnCentre     *centre;
  CvnReportName  name;
  char          *record;
  CvnReportData *data; /* NULL until it has been read */
  CvnReport     *report;
  GCancellable  *cancellable;

  AdwWindowTitle *title;
  GtkWidget      *language;
  GtkWidget      *view;
};

#define WIDE 980

G_DEFINE_FINAL_TYPE (CvnReportWindow, cvn_report_window, ADW_TYPE_WINDOW)

static void
page_changed_cb (CvnReportWindow *self)
{
  g_autofree char *place = NULL;

  if (self->report == NULL)
    return;
  place = g_strdup_printf (_("Page %1$u of %2$u"), cvn_report_view_get_page (CVN_REPORT_VIEW (self->view)) + 1, cvn_report_get_n_pages (self->report));
  adw_window_title_set_subtitle (self->title, place);
}

/* Paper that lies wants a wider window. */
static void
fit_paper (CvnReportWindow *self)
{
  double width;
  double height;

  cvn_report_get_page_size (self->report, &width, &height);
  if (width > height)
    gtk_window_set_default_size (GTK_WINDOW (self), WIDE, -1);
}

/* A letter is in the language of the customer, when that is known. */
static gboolean
is_language_known (const CvnReportData *data)
{
  return (data->invoice != NULL && data->invoice->language_known) || (data->benefits != NULL && data->benefits->language_known);
}

static void
show (CvnReportWindow *self)
{
  gboolean is_first = self->report == NULL;

  g_clear_pointer (&self->report, cvn_report_unref);
  self->report = cvn_report_make (self->data);
  if (is_first)
    fit_paper (self);
  adw_window_title_set_title (self->title, cvn_report_get_title (self->report));
  gtk_window_set_title (GTK_WINDOW (self), cvn_report_get_title (self->report));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.print", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.save-pdf", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.save-csv", self->data->proof != NULL || self->data->agreement != NULL || self->data->name == CVN_REPORT_BUDGET);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.save-xml", self->data->name == CVN_REPORT_INVOICE);
  gtk_widget_set_visible (self->language, !is_language_known (self->data));
  cvn_report_view_set_report (CVN_REPORT_VIEW (self->view), self->report);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (CvnReportWindow) self = data;
  g_autoptr (GError) error = NULL;
  CvnReportData *read = cvn_report_data_read_finish (CVN_CENTRE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (read == NULL)
    {
      cvn_dialogs_tell (gtk_window_get_transient_for (GTK_WINDOW (self)), _("The report cannot be made"), error->message);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  g_clear_pointer (&self->data, cvn_report_data_free);
  self->data = read;
  show (self);
}

static void
reload (CvnReportWindow *self)
{
  CvnLanguage language = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->language)) == 0 ? CVN_LANGUAGE_NL : CVN_LANGUAGE_EN;

  cvn_report_data_read_async (self->centre, self->name, self->record, language, self->cancellable, read_cb, g_object_ref (self));
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  cvn_report_print (CVN_REPORT_WINDOW (widget)->report, GTK_WINDOW (widget));
}

static void
tell_unsaved (CvnReportWindow *self,
              const GError    *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cvn_dialogs_tell (GTK_WINDOW (self), _("The report was not saved"), error->message);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (CvnReportWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error) && self->centre != NULL)
    tell_unsaved (self, error);
}

/* A file that is there is replaced when the new one is complete. It is written to the end also when the window is closed meanwhile. */
static void
save (CvnReportWindow *self,
      GFile           *file,
      char            *text,
      gsize            size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, size);

  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, saved_cb, g_object_ref (self));
}

static void
pdf_chosen_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (CvnReportWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = cvn_dialogs_file_finish (result, NULL);

  gsize size = 0;
  char *pdf = file != NULL && self->report != NULL ? cvn_report_to_pdf (self->report, &size, &error) : NULL;

  if (pdf != NULL)
    save (self, file, pdf, size);
  else if (error != NULL)
    tell_unsaved (self, error);
}

static void
csv_chosen_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (CvnReportWindow) self = data;
  g_autoptr (GFile) file = cvn_dialogs_file_finish (result, NULL);
  char *csv = file != NULL && self->data != NULL ? cvn_report_data_dup_csv (self->data) : NULL;

  if (csv != NULL)
    save (self, file, csv, strlen (csv));
}

static void
save_pdf_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CvnReportWindow *self = CVN_REPORT_WINDOW (widget);
  g_autofree char *name = g_strconcat (cvn_report_get_title (self->report), ".pdf", NULL);

  cvn_dialogs_save_async (GTK_WINDOW (self), _("Save as PDF"), CVN_FILES_ANY, g_strdelimit (name, "/", '-'), pdf_chosen_cb, g_object_ref (self));
}

static void
save_csv_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CvnReportWindow *self = CVN_REPORT_WINDOW (widget);
  g_autofree char *name = g_strconcat (cvn_report_get_title (self->report), ".csv", NULL);

  cvn_dialogs_save_async (GTK_WINDOW (self), _("Save as CSV"), CVN_FILES_CSV, g_strdelimit (name, "/", '-'), csv_chosen_cb, g_object_ref (self));
}

static void
xml_chosen_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (CvnReportWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = cvn_dialogs_file_finish (result, NULL);
  char *xml = file != NULL && self->data != NULL ? cvn_report_data_dup_xml (self->data, &error) : NULL;

  if (xml != NULL)
    save (self, file, xml, strlen (xml));
}

/* What is missing is told before anybody chooses where to save it. */
static void
save_xml_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CvnReportWindow *self = CVN_REPORT_WINDOW (widget);
  g_autofree char *name = g_strconcat (cvn_report_get_title (self->report), ".xml", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = cvn_report_data_dup_xml (self->data, &error);

  if (xml == NULL)
    tell_unsaved (self, error);
  else
    cvn_dialogs_save_async (GTK_WINDOW (self), _("Save as E-Invoice"), CVN_FILES_ANY, g_strdelimit (name, "/", '-'), xml_chosen_cb, g_object_ref (self));
}

static void
zoom_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CvnReportWindow *self = CVN_REPORT_WINDOW (widget);

  cvn_report_view_zoom (CVN_REPORT_VIEW (self->view), g_variant_get_int32 (parameter));
  page_changed_cb (self);
}

static void
cvn_report_window_dispose (GObject *object)
{
  CvnReportWindow *self = CVN_REPORT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->centre);
  g_clear_pointer (&self->data, cvn_report_data_free);
  g_clear_pointer (&self->report, cvn_report_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), CVN_TYPE_REPORT_WINDOW);
  G_OBJECT_CLASS (cvn_report_window_parent_class)->dispose (object);
}

static void
cvn_report_window_finalize (GObject *object)
{
  CvnReportWindow *self = CVN_REPORT_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_free (self->record);
  G_OBJECT_CLASS (cvn_report_window_parent_class)->finalize (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int   steps;
  } keys[] = { { GDK_KEY_plus, 1 }, { GDK_KEY_equal, 1 }, { GDK_KEY_KP_Add, 1 }, { GDK_KEY_minus, -1 }, { GDK_KEY_KP_Subtract, -1 }, { GDK_KEY_0, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK, "report.zoom", "i", keys[i].steps);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "report.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "report.save-pdf", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cvn_report_window_class_init (CvnReportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_report_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_report_window_finalize;
  g_type_ensure (CVN_TYPE_REPORT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/convenant/Convenant/ui/report/cvn-report-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CvnReportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CvnReportWindow, language);
  gtk_widget_class_bind_template_child (widget_class, CvnReportWindow, view);
  gtk_widget_class_install_action (widget_class, "report.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "report.save-pdf", NULL, save_pdf_cb);
  gtk_widget_class_install_action (widget_class, "report.save-csv", NULL, save_csv_cb);
  gtk_widget_class_install_action (widget_class, "report.save-xml", NULL, save_xml_cb);
  gtk_widget_class_install_action (widget_class, "report.zoom", "i", zoom_cb);
  bind_keys (widget_class);
}

static void
cvn_report_window_init (CvnReportWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.print", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.save-pdf", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.save-csv", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.save-xml", FALSE);
  g_signal_connect_object (self->view, "page-changed", G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * cvn_report_window_new:
 * @parent: the window it belongs to
 * @centre: what it tells about
 * @name: which report
 * @record: an id, a number or a code; of the proof sheet, the year
 *
 * The report is read at once, in the language of the interface; another can be chosen. Main thread.
 *
 * Returns: (transfer none): the window, not shown yet
 */
CvnReportWindow *
cvn_report_window_new (GtkWindow    *parent,
                       CvnCentre    *centre,
                       CvnReportName name,
                       const char   *record)
{
  CvnReportWindow *self = g_object_new (CVN_TYPE_REPORT_WINDOW, "transient-for", parent, NULL);

  self->centre = g_object_ref (centre);
  self->name = name;
  self->record = g_strdup (record);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->language), cvn_interface_language () == CVN_LANGUAGE_NL ? 0 : 1);
  g_signal_connect_object (self->language, "notify::selected", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  return self;
}

/** cvn_report_window_set_language: reads the report again when it is not in @language. */
void
cvn_report_window_set_language (CvnReportWindow *self,
                                CvnLanguage      language)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->language), language == CVN_LANGUAGE_NL ? 0 : 1);
}
