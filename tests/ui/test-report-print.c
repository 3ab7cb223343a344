/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-report-print"

#include "cvn-report-paper.h"
#include "cvn-report-window.h"
#include "register-support.h"
#include "watchdog.h"

#include <glib/gstdio.h>
#include <gtk/gtkunixprint.h>
#include <string.h>

/* The question for a printer. */

static gboolean
has_page (gpointer window)
{
  return cvn_ui_count (window, CVN_TYPE_REPORT_PAPER) > 0;
}

typedef struct
{
  gboolean has_returned; /* from the call that asks */
  gboolean was_inside;   /* the question was on the screen before that */
  gboolean closed;
} Printing;

/* Closes the question as soon as it is there, also from inside the call: a program that waits there would never end. */
static gboolean
close_question_cb (gpointer data)
{
  Printing *printing = data;
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (GTK_IS_DIALOG (l->data) && gtk_widget_get_mapped (l->data))
      {
        printing->was_inside = !printing->has_returned;
        printing->closed = TRUE;
        gtk_dialog_response (l->data, GTK_RESPONSE_CANCEL);
        return G_SOURCE_REMOVE;
      }
  return G_SOURCE_CONTINUE;
}

static gboolean
is_closed (gpointer printing)
{
  return ((Printing *) printing)->closed;
}

static void
test_does_not_wait (void)
{
  CvnRegisterFixture f = { 0 };
  Printing           printing = { 0 };
  GtkWidget         *window;

  cvn_register_fixture_open (&f);
  cvn_register_fixture_show (&f, gtk_label_new ("Parent"), 900, 700);
  window = GTK_WIDGET (cvn_report_window_new (GTK_WINDOW (f.window), f.centre, CVN_REPORT_PARTNER, "gem-leiden"));
  gtk_window_present (GTK_WINDOW (window));
  cvn_ui_assert_eventually (has_page, window);
  g_timeout_add (20, close_question_cb, &printing);
  gtk_widget_activate_action (window, "report.print", NULL);
  cvn_watchdog_mark (); /* GTK makes its dialog, and looks for printers */
  printing.has_returned = TRUE;
  cvn_ui_assert_eventually (is_closed, &printing);
  g_assert_false (printing.was_inside);
  cvn_ui_settle (window);
  gtk_window_destroy (GTK_WINDOW (window));
  cvn_register_fixture_close (&f);
}

static GtkPrintUnixDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (GTK_IS_PRINT_UNIX_DIALOG (l->data) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

static gboolean
has_dialog (gpointer unused)
{
  return find_dialog () != NULL;
}

static gboolean
has_printer (gpointer dialog)
{
  return gtk_print_unix_dialog_get_selected_printer (dialog) != NULL;
}

/* A file that is written while it is looked at has no end yet. */
static gboolean
is_printed (gpointer path)
{
  g_autofree char *content = NULL;
  gsize            length = 0;

  return g_file_get_contents (path, &content, &length, NULL) && length > 1000 && g_strstr_len (content + length - 32, 32, "%%EOF") != NULL;
}

/* What the person does who prints into a file: chooses that printer, names the file, and says yes. */
static void
answer (GtkPrintUnixDialog *dialog,
        const char         *path)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  gtk_print_settings_set_printer (settings, "Print to File");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
  gtk_print_unix_dialog_set_settings (dialog, settings);
  cvn_ui_assert_eventually (has_printer, dialog);
  g_assert_true (gtk_printer_is_virtual (gtk_print_unix_dialog_get_selected_printer (dialog)));
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK);
}

static void
assert_words (const char *path)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *text = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  if (program == NULL)
    return;
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, path, "-", NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error));
  g_assert_nonnull (strstr (text, "Municipality of Leiden"));
}

/* GTK's own question, answered with a file: the pages are in it. */
static void
test_prints (void)
{
  CvnRegisterFixture  f = { 0 };
  GtkWidget          *window;
  g_autofree char    *path = NULL;
  GtkPrintUnixDialog *dialog;

  cvn_register_fixture_open (&f);
  cvn_register_fixture_show (&f, gtk_label_new ("Parent"), 900, 700);
  path = g_build_filename (f.folder, "printed.pdf", NULL);
  window = GTK_WIDGET (cvn_report_window_new (GTK_WINDOW (f.window), f.centre, CVN_REPORT_PARTNER, "gem-leiden"));
  gtk_window_present (GTK_WINDOW (window));
  cvn_ui_assert_eventually (has_page, window);
  gtk_widget_activate_action (window, "report.print", NULL);
  cvn_watchdog_mark (); /* GTK makes its dialog, and looks for printers */
  cvn_ui_assert_eventually (has_dialog, NULL);
  dialog = find_dialog ();
  answer (dialog, path);
  cvn_ui_assert_eventually (is_printed, path);
  assert_words (path);
  cvn_ui_settle (window);
  gtk_window_destroy (GTK_WINDOW (window));
  cvn_register_fixture_close (&f);
}

int
main (int    argc,
      char **argv)
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/report-print/does-not-wait", test_does_not_wait);
  g_test_add_func ("/ui/report-print/prints-to-file", test_prints);
  return cvn_watchdog_run_tests ();
}
