/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-invoicing"

#include "cvn-grid-list.h"
#include "cvn-invoice-pane.h"
#include "cvn-invoicing-view.h"
#include "cvn-operation-dialog.h"
#include "register-support.h"
#include "watchdog.h"

/* Invoices and payments in the window, with the sample centre on its last day. */

static GtkWidget *
find_type (GtkWidget *root,
           GType      type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

static gboolean
is_sample_day (gpointer centre)
{
  return g_str_equal (cvn_centre_get_today (centre), "2020-12-31");
}

static gboolean
shows_overdue (gpointer view)
{
  return cvn_ui_find_text (view, GTK_TYPE_LABEL, "Overdue for 302 days") != NULL;
}

static gboolean
shows_level (gpointer view)
{
  return cvn_ui_find_text (view, GTK_TYPE_LABEL, "A reminder of level 1 is due since 4 March 2020") != NULL;
}

static gboolean
shows_over (gpointer view)
{
  return cvn_ui_find_text (view, GTK_TYPE_LABEL, "Paid too much") != NULL && cvn_ui_find_text (view, GTK_TYPE_LABEL, "€245.50") != NULL;
}

static GtkWidget *
open_view (CvnRegisterFixture *f,
           int                 width,
           int                 height)
{
  GtkWidget *view;

  cvn_register_fixture_open (f);
  cvn_ui_assert_eventually (is_sample_day, f->centre);
  cvn_centre_set_year (f->centre, 2020);
  view = cvn_invoicing_view_new (f->centre);
  cvn_register_fixture_show (f, view, width, height);
  cvn_invoicing_view_show_list (CVN_INVOICING_VIEW (view), "invoices");
  cvn_ui_assert_eventually (shows_overdue, view);
  return view;
}

/* The invoice that is overdue is the first in the list: Enter opens it. */
static void
open_overdue (GtkWidget *view)
{
  GtkWidget *row = cvn_ui_find_text (view, GTK_TYPE_LABEL, "Overdue for 302 days");

  g_assert_true (gtk_widget_grab_focus (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX_ROW)));
  cvn_ui_key ("Return");
  cvn_ui_assert_eventually (shows_level, view);
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (CVN_IS_OPERATION_DIALOG (window))
        return window;
    }
  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_dialog () != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return find_dialog () == NULL;
}

static void
accept (GtkWidget *dialog)
{
  g_assert_true (gtk_widget_activate_action (dialog, "dialog.accept", NULL));
}

/* More than is open is refused at the amount, and nothing that was typed is lost; said to be too much, it is taken. */
static void
test_too_much (void)
{
  CvnRegisterFixture  f = { NULL };
  GtkWidget          *view = open_view (&f, 970, 680);
  CvnOperationDialog *dialog;
  GtkWidget          *amount;

  open_overdue (view);
  g_assert_true (gtk_widget_activate_action (find_type (view, CVN_TYPE_INVOICE_PANE), "invoice.pay", NULL));
  cvn_ui_assert_eventually (has_dialog, NULL);
  dialog = CVN_OPERATION_DIALOG (find_dialog ());
  amount = cvn_operation_dialog_get_row (dialog, "amount");
  gtk_editable_set_text (GTK_EDITABLE (cvn_operation_dialog_get_row (dialog, "reference")), "abc");
  accept (GTK_WIDGET (dialog));
  g_assert_nonnull (cvn_ui_find_text (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "Fill in an amount."));
  gtk_editable_set_text (GTK_EDITABLE (amount), "-5");
  accept (GTK_WIDGET (dialog));
  g_assert_nonnull (cvn_ui_find_text (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "Fill in an amount above zero."));
  gtk_editable_set_text (GTK_EDITABLE (amount), "2000");
  accept (GTK_WIDGET (dialog));
  g_assert_nonnull (cvn_ui_find_text (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "This is more than is open. Fill in what is open, or say that too much was paid."));
  g_assert_true (gtk_widget_has_css_class (amount, "error"));
  g_assert_cmpstr (cvn_operation_dialog_get_text (dialog, "reference"), ==, "abc");
  gtk_editable_set_text (GTK_EDITABLE (cvn_operation_dialog_get_row (dialog, "date")), "31-12-2030");
  gtk_switch_set_active (GTK_SWITCH (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (cvn_operation_dialog_get_row (dialog, "over")))), TRUE);
  accept (GTK_WIDGET (dialog));
  g_assert_nonnull (cvn_ui_find_text (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "A payment cannot be dated in the future: fill in the day on which it came in."));
  gtk_editable_set_text (GTK_EDITABLE (cvn_operation_dialog_get_row (dialog, "date")), "30-12-2020");
  accept (GTK_WIDGET (dialog));
  cvn_ui_assert_eventually (has_no_dialog, NULL);
  cvn_ui_assert_eventually (shows_over, view);
  cvn_register_fixture_close (&f);
}

/* Who only looks finds nothing to press. */
static void
test_board (void)
{
  static const char *const steps[] = { "invoice.pay", "invoice.remind", "invoice.credit", "invoice.write-off" };
  CvnRegisterFixture       f = { NULL };
  GtkWidget               *view;
  GtkWidget               *pane;

  view = open_view (&f, 970, 680);
  cvn_centre_set_looking (f.centre, TRUE);
  open_overdue (view);
  pane = find_type (view, CVN_TYPE_INVOICE_PANE);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gtk_widget_activate_action (pane, steps[i], NULL);
      cvn_ui_settle (view);
      g_assert_null (find_dialog ());
    }
  cvn_centre_set_looking (f.centre, FALSE);
  cvn_ui_settle (view);
  gtk_widget_activate_action (pane, "invoice.write-off", NULL);
  cvn_ui_assert_eventually (has_dialog, NULL);
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  cvn_ui_assert_eventually (has_no_dialog, NULL);
  cvn_register_fixture_close (&f);
}

/* Nothing asks for more width than the narrowest window has. */
static void
test_narrow (void)
{
  static const char *const lists[] = { "instalments", "invoices", "payments" };
  CvnRegisterFixture       f = { NULL };
  GtkWidget               *view = open_view (&f, 360, 560);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      cvn_invoicing_view_show_list (CVN_INVOICING_VIEW (view), lists[i]);
      cvn_ui_settle (view);
      g_assert_cmpint (gtk_widget_get_width (view), ==, 360);
    }
  cvn_invoicing_view_show_list (CVN_INVOICING_VIEW (view), "invoices");
  cvn_ui_settle (view);
  open_overdue (view);
  g_assert_cmpint (gtk_widget_get_width (view), ==, 360);
  cvn_register_fixture_close (&f);
}

int
main (int   argc,
      char *argv[])
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/invoicing/too-much", test_too_much);
  g_test_add_func ("/ui/invoicing/board", test_board);
  g_test_add_func ("/ui/invoicing/narrow", test_narrow);
  return cvn_watchdog_run_tests ();
}
