/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-print"

#include "cvn-report-print.h"

#include "cvn-dialogs.h"

#include <glib/gi18n-lib.h>

/* In points: longer paper is A3. */
#define A4_LENGTH 850

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           report)
{
  cvn_report_paint_page (report, (guint) page, gtk_print_context_get_cairo_context (context));
}

static void
release_cb (gpointer  report,
            GClosure *closure)
{
  cvn_report_unref (report);
}

/* The pages as they are, whatever they are printed on. */
static GtkPrintOperation *
make_operation (CvnReport *report)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *paper;
  double        width;
  double        height;

  cvn_report_get_page_size (report, &width, &height);
  paper = gtk_paper_size_new (MAX (width, height) > A4_LENGTH ? GTK_PAPER_NAME_A3 : GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  /* The pages have margins of their own. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, (int) cvn_report_get_n_pages (report));
  gtk_print_operation_set_job_name (operation, cvn_report_get_title (report));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), cvn_report_ref (report), release_cb, 0);
  return operation;
}

static void
done_cb (GtkPrintOperation      *operation,
         GtkPrintOperationResult result,
         GtkWindow              *parent)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  cvn_dialogs_tell (parent, _("The report was not printed"), error != NULL ? error->message : "");
}

/**
 * cvn_report_print: asks for a printer and prints the pages that the preview shows.
 *
 * Returns at once: a main loop inside this call would keep the program from ending as long as the question is on the screen.
 */
void
cvn_report_print (CvnReport *report,
                  GtkWindow *parent)
{
  g_autoptr (GtkPrintOperation) operation = make_operation (report);

  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), parent, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

/** cvn_report_print_to_file: prints the same pages into a file at @path, as the print dialog does; FALSE with an error when they cannot be. */
gboolean
cvn_report_print_to_file (CvnReport  *report,
                          const char *path,
                          GError    **error)
{
  g_autoptr (GtkPrintOperation) operation = make_operation (report);

  gtk_print_operation_set_export_filename (operation, path);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error) == GTK_PRINT_OPERATION_RESULT_APPLY;
}
