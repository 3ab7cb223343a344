/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-register-export"

#include "cvn-register-export.h"

#include "cvn-dialogs.h"
#include "cvn-export-job.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

/* An export from the question in which form to the file. */
typedef struct
{
  GtkWidget      *from;
  CvnCentre      *centre;
  CvnQuery       *query;
  GtkCheckButton *dutch;
  CvnLanguage     language;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->from);
  g_object_unref (export->centre);
  cvn_query_free (export->query);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint            n;

  if (!cvn_export_job_run_finish (CVN_EXPORT_JOB (source), result, &error))
    {
      cvn_window_show_toast (export->from, error->message, FALSE);
      return;
    }
  n = cvn_export_job_get_n_rows (CVN_EXPORT_JOB (source));
  text = g_strdup_printf (ngettext ("%u record exported", "%u records exported", n), n);
  cvn_window_show_toast (export->from, text, FALSE);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GFile) file = cvn_dialogs_file_finish (result, NULL);
  g_autoptr (CvnExportJob) job = NULL;
  CvnStore *store = cvn_centre_get_store (export->centre);

  if (file == NULL || store == NULL)
    return;
  job = cvn_export_job_new (export->query, g_file_peek_path (file), cvn_csv_dialect_get_standard (export->language));
  /* The file chooser has asked already. */
  cvn_export_job_set_replace (job, TRUE);
  cvn_export_job_run_async (job, store, NULL, written_cb, g_steal_pointer (&export));
}

static void
response_cb (GtkWidget  *dialog,
             const char *response,
             Export *export)
{
  const CvnKind   *kind = cvn_query_get_kind (export->query);
  GtkRoot         *root = gtk_widget_get_root (export->from);
  g_autofree char *name = NULL;

  if (!g_str_equal (response, "export") || root == NULL)
    {
      export_free (export);
      return;
    }
  export->language = gtk_check_button_get_active (export->dutch) ? CVN_LANGUAGE_NL : CVN_LANGUAGE_EN;
  name = g_strdup_printf ("%s.csv", kind->name);
  cvn_dialogs_save_async (GTK_WINDOW (root), _("Export Records"), CVN_FILES_CSV, name, file_chosen_cb, export);
}

static GtkWidget *
make_choices (Export *export)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *english = gtk_check_button_new_with_mnemonic (_("_English: commas, decimal points"));

  export->dutch = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_("_Dutch: semicolons, decimal commas")));
  gtk_check_button_set_group (export->dutch, GTK_CHECK_BUTTON (english));
  gtk_check_button_set_active (cvn_interface_language () == CVN_LANGUAGE_NL ? export->dutch : GTK_CHECK_BUTTON (english), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (export->dutch));
  gtk_box_append (GTK_BOX (box), english);
  return box;
}

/**
 * cvn_register_export:
 * @from: a widget of the window
 * @query: what is exported, copied
 *
 * Asks in which form and where, and writes the records that @query finds into a CSV file. A toast says how it went.
 */
void
cvn_register_export (GtkWidget      *from,
                     CvnCentre      *centre,
                     const CvnQuery *query)
{
  Export *export = g_new0 (Export, 1);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)), _("Export as CSV"),
                                              _("The records of this list, with its filters, for a spreadsheet."));

  export->from = g_object_ref (from);
  export->centre = g_object_ref (centre);
  export->query = cvn_query_copy (query);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_choices (export));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "export", _("E_xport…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "export", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "export");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), export);
  gtk_window_present (GTK_WINDOW (dialog));
}
