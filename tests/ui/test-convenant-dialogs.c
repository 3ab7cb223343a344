/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-convenant-dialogs"

#include "cvn-allocate-dialog.h"
#include "cvn-change-set.h"
#include "cvn-figure-set.h"
#include "cvn-invoice-dialog.h"
#include "cvn-invoice-step-dialog.h"
#include "cvn-payment-dialog.h"
#include "cvn-plan-dialog.h"
#include "cvn-store.h"
#include "register-support.h"

/* What the dialogs of the covenant refuse: at the field, with a sentence that says what is expected, and with nothing else lost. */

static const char *const figure_names[] = { "year-rules", "year-commitments", "year-instalments", "invoices", "partner-list", NULL };

typedef struct
{
  CvnRegisterFixture  base;
  GtkWidget          *view; /* what the dialogs are asked for from */
  CvnFigureSet       *figures;
  CvnOperationDialog *dialog;
} Fixture;

static gboolean
is_sample_day (gpointer centre)
{
  return g_str_equal (cvn_centre_get_today (centre), "2020-12-31");
}

static gboolean
is_loaded (gpointer figures)
{
  return cvn_figure_set_is_loaded (figures);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  cvn_register_fixture_open (&f->base);
  cvn_ui_assert_eventually (is_sample_day, f->base.centre);
  cvn_centre_set_year (f->base.centre, 2020);
  f->view = gtk_label_new ("View");
  cvn_register_fixture_show (&f->base, f->view, 970, 680);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_clear_object (&f->figures);
  cvn_register_fixture_close (&f->base);
}

/* Figures as they are once all that was written is in them. */
static CvnTable *
read_figure (Fixture    *f,
             const char *name)
{
  if (f->figures == NULL)
    f->figures = cvn_figure_set_new (f->base.centre, figure_names);
  cvn_ui_assert_eventually (is_loaded, f->figures);
  return cvn_figure_set_get (f->figures, name);
}

/* The figure invoices, of the one with this number. */
static CvnTable *
read_invoice (Fixture    *f,
              const char *number)
{
  CvnTable *all = read_figure (f, "invoices");
  char     *id = NULL;

  for (guint row = 0; row < cvn_table_get_n_rows (all); row++)
    if (g_strcmp0 (cvn_table_get_text (all, row, "number"), number) == 0)
      id = g_strdup (cvn_table_get_text (all, row, "id"));
  g_assert_nonnull (id);
  g_clear_object (&f->figures);
  f->figures = cvn_figure_set_new (f->base.centre, figure_names);
  cvn_figure_set_set_record (f->figures, id);
  g_free (id);
  return read_figure (f, "invoices");
}

/* Shows @dialog and keeps a picture of it as build/out/dialogs/NAME.png, in the language of the test. */
static void
show (Fixture    *f,
      GtkWidget  *dialog,
      const char *name)
{
  const char      *language = g_getenv ("LANGUAGE");
  g_autofree char *folder = g_build_filename (g_getenv ("CVN_BUILDDIR"), "out", "dialogs", NULL);
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, language != NULL ? language : "en");
  g_autofree char *path = g_build_filename (folder, file, NULL);

  f->dialog = CVN_OPERATION_DIALOG (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  cvn_ui_settle (dialog);
  g_mkdir_with_parents (folder, 0755);
  g_assert_true (cvn_ui_screenshot (dialog, path));
}

static GtkWidget *
get_row (Fixture    *f,
         const char *field)
{
  return cvn_operation_dialog_get_row (f->dialog, field);
}

typedef struct
{
  Fixture    *f;
  const char *field;
  const char *sentence;
} Refusal;

/* The row is marked, and the sentence is the one below it. */
static gboolean
is_refused (gpointer data)
{
  Refusal   *refusal = data;
  GtkWidget *row = get_row (refusal->f, refusal->field);
  GtkWidget *below = gtk_widget_get_next_sibling (row);

  return gtk_widget_has_css_class (row, "error") && gtk_widget_get_visible (below) && cvn_ui_find_text (below, GTK_TYPE_LABEL, refusal->sentence) != NULL;
}

static void
assert_refused (Fixture    *f,
                const char *field,
                const char *sentence)
{
  Refusal refusal = { f, field, sentence };

  g_test_message ("%s: %s", field, sentence);
  cvn_ui_assert_eventually (is_refused, &refusal);
}

static void
type_in (Fixture    *f,
         const char *field,
         const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_row (f, field)), text);
}

static void
accept (Fixture *f)
{
  gtk_widget_activate_action (GTK_WIDGET (f->dialog), "dialog.accept", NULL);
}

typedef struct
{
  const char *field;
  const char *wrong;
  const char *sentence;
  const char *right;
} Wrong;

/* Each is refused when the dialog is accepted, what stands in the other fields stays, and mended it is refused no more. */
static void
refuse_each (Fixture     *f,
             const Wrong *wrongs,
             guint        n,
             const char  *kept,
             const char  *text)
{
  type_in (f, kept, text);
  for (guint i = 0; i < n; i++)
    {
      type_in (f, wrongs[i].field, wrongs[i].wrong);
      accept (f);
      assert_refused (f, wrongs[i].field, wrongs[i].sentence);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (f, wrongs[i].field))), ==, wrongs[i].wrong);
      g_assert_cmpstr (cvn_operation_dialog_get_text (f->dialog, kept), ==, text);
      type_in (f, wrongs[i].field, wrongs[i].right);
      g_assert_false (gtk_widget_has_css_class (get_row (f, wrongs[i].field), "error"));
    }
}

static void
close_dialog (Fixture *f)
{
  gtk_window_close (GTK_WINDOW (f->dialog));
  cvn_ui_drain ();
  f->dialog = NULL;
}

static char *
find_id (CvnTable   *table,
         const char *label,
         const char *column)
{
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    if (g_strcmp0 (cvn_table_get_text (table, row, "label_en"), label) == 0)
      return g_strdup (cvn_table_get_text (table, row, column));
  g_assert_not_reached ();
}

/* A share of the contributions for one party, as a percentage of a hundred euros. */
static void
put_share (Fixture    *f,
           const char *agreement,
           const char *organisation,
           gint64      per_mille)
{
  const CvnKind *kind = cvn_kind_find ("contribution_rule");
  g_autoptr (CvnRecord) rule = cvn_record_new (kind);
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_ADD, kind, NULL);
  g_autoptr (GError) error = NULL;

  cvn_record_set_text (rule, "agreement", agreement);
  cvn_record_set_text (rule, "organisation", organisation);
  cvn_record_set_text (rule, "start_date", "2020-01-01");
  cvn_record_set_text (rule, "method", "percentage");
  cvn_record_set_integer (rule, "total", 10000);
  cvn_record_set_integer (rule, "share", per_mille);
  cvn_change_set_add (changes, rule);
  cvn_store_apply (cvn_centre_get_store (f->base.centre), changes, &error);
  g_assert_no_error (error);
}

static gboolean
has_two_rules (gpointer figures)
{
  CvnTable *rules = cvn_figure_set_get (figures, "year-rules");

  return rules != NULL && cvn_table_get_n_rows (rules) == 2;
}

static gpointer
find_agreement (CvnReader    *reader,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  return cvn_reader_resolve (reader, cvn_kind_find ("agreement"), data, error);
}

/* A key whose parts do not sum is refused as soon as its rule is chosen, and nothing can be done with it. */
static void
test_key (Fixture      *f,
          gconstpointer data)
{
  CvnTable        *commitments = read_figure (f, "year-commitments");
  g_autofree char *leiden = find_id (commitments, "Municipality of Leiden", "organisation");
  g_autofree char *katwijk = find_id (commitments, "Municipality of Katwijk", "organisation");
  g_autoptr (GError) error = NULL;
  g_autofree char *agreement = cvn_store_read (cvn_centre_get_store (f->base.centre), find_agreement, "conv-2019", &error);

  g_assert_no_error (error);
  put_share (f, agreement, leiden, 600);
  put_share (f, agreement, katwijk, 300);
  cvn_ui_assert_eventually (has_two_rules, f->figures);
  show (f, cvn_allocate_dialog_new (f->view, f->base.centre, read_figure (f, "year-rules"), NULL), "allocate");
  assert_refused (f, "contribution_rule", "Together the percentages must make exactly 100 %.");
  accept (f);
  assert_refused (f, "contribution_rule", "Together the percentages must make exactly 100 %.");
  show (f, GTK_WIDGET (f->dialog), "allocate-refused");
  close_dialog (f);
}

static gboolean
is_not_refused (gpointer data)
{
  Refusal *refusal = data;

  return !gtk_widget_has_css_class (get_row (refusal->f, refusal->field), "error");
}

static void
test_plan (Fixture      *f,
           gconstpointer data)
{
  static const Wrong wrongs[] = {
    { "parts", "0", "Fill in a number of instalments from 1 to the number of months, and at most 120.", "4" },
    { "parts", "121", "Fill in a number of instalments from 1 to the number of months, and at most 120.", "4" },
    { "parts", "13", "Fill in a number of instalments from 1 to the number of months, and at most 120.", "4" },
    { "parts", "", "Fill in a number of instalments from 1 to the number of months, and at most 120.", "4" },
  };
  Refusal day = { f, "due_day", "Fill in a day of the month from 1 to 31." };

  show (f, cvn_plan_dialog_new (f->view, f->base.centre, read_figure (f, "year-commitments"), NULL), "plan");
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_row (f, "pattern")), g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (get_row (f, "pattern")))) - 1);
  g_assert_true (gtk_widget_get_visible (get_row (f, "parts")));
  type_in (f, "due_day", "15");
  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      Refusal refusal = { f, wrongs[i].field, wrongs[i].sentence };

      /* What would be done is looked at while typing: it is refused at once. */
      type_in (f, wrongs[i].field, wrongs[i].wrong);
      cvn_ui_assert_eventually (is_refused, &refusal);
      g_assert_cmpstr (cvn_operation_dialog_get_text (f->dialog, "due_day"), ==, "15");
      type_in (f, wrongs[i].field, wrongs[i].right);
      cvn_ui_assert_eventually (is_not_refused, &refusal);
    }
  type_in (f, "due_day", "32");
  cvn_ui_assert_eventually (is_refused, &day);
  g_assert_cmpstr (cvn_operation_dialog_get_text (f->dialog, "parts"), ==, "4");
  show (f, GTK_WIDGET (f->dialog), "plan-refused");
  close_dialog (f);
}

static void
test_invoices (Fixture      *f,
               gconstpointer data)
{
  static const Wrong wrongs[] = {
    { "date", "31-02-2020", "Expected a date that exists, such as 31-12-2026.", "31-12-2020" },
    { "terms_days", "366", "Fill in a number of days from 0 to 365.", "30" },
    { "terms_days", "-1", "Fill in a number of days from 0 to 365.", "30" },
    { "terms_days", "soon", "Fill in a number of days from 0 to 365.", "14" },
  };

  show (f, cvn_invoice_dialog_new (f->view, f->base.centre, read_figure (f, "year-instalments"), NULL), "invoices");
  /* Whoever gets it reads it, unless somebody says otherwise. */
  g_assert_nonnull (cvn_ui_find_text (get_row (f, "language"), GTK_TYPE_LABEL, "That of the customer"));
  g_assert_cmpuint (cvn_operation_dialog_get_choice (f->dialog, "language"), ==, 0);
  cvn_operation_dialog_set_can_accept (f->dialog, TRUE);
  refuse_each (f, wrongs, G_N_ELEMENTS (wrongs), "customer_reference", "Desk 12");
  close_dialog (f);
}

/* One payment is more than is open, in the future, and with a slip of the pen in its reference. */
static void
test_payment (Fixture      *f,
              gconstpointer data)
{
  static const Wrong wrongs[] = {
    { "amount", "", "Fill in an amount.", "10" },
    { "amount", "-5", "Fill in an amount above zero.", "10" },
    { "amount", "99999999", "This is more than is open. Fill in what is open, or say that too much was paid.", "10" },
    { "date", "31-12-2030", "A payment cannot be dated in the future: fill in the day on which it came in.", "30-12-2020" },
    { "reference", "RF89BK2020014", "The check digits of this RF reference are wrong. Compare it with the invoice.", "RF88BK2020014" },
    { "reference", "8000071000000065", "The check digit of this payment reference is wrong. Compare it with the invoice.", "8000 0710 0000 0064" },
  };
  CvnTable        *invoices = read_figure (f, "invoices");
  g_autofree char *overdue = NULL;

  for (guint row = 0; row < cvn_table_get_n_rows (invoices) && overdue == NULL; row++)
    if (g_strcmp0 (cvn_table_get_text (invoices, row, "number"), "B2020-014") == 0)
      overdue = g_strdup (cvn_table_get_text (invoices, row, "id"));
  show (f, cvn_payment_dialog_new (f->view, f->base.centre, invoices, read_figure (f, "partner-list"), overdue), "payment");
  refuse_each (f, wrongs, 4, "reference", "first part");
  refuse_each (f, wrongs + 4, 2, "amount", "10");
  close_dialog (f);
}

/* What was never received is not paid back, what is not open is not written off, and a letter has its time. */
static void
test_steps (Fixture      *f,
            gconstpointer data)
{
  static const Wrong refund[] = {
    { "amount", "0", "Fill in an amount above zero.", "1" },
    { "amount", "-1", "Fill in an amount above zero.", "1" },
    { "amount", "999999", "No more can be paid back than was received.", "1" },
    { "date", "2020-13-01", "Expected a date that exists, such as 31-12-2026.", "2020-12-30" },
  };
  static const Wrong write_off[] = {
    { "amount", "-1", "Fill in an amount above zero.", "1" },
    { "amount", "999999", "No more can be written off than is open.", "1" },
    { "date", "2021-01-01", "Fill in today or an earlier day.", "2020-12-31" },
  };
  static const Wrong remind[] = {
    { "date", "2020-03-01", "The next reminder is not due yet.", "2020-12-30" },
  };
  CvnTable *overdue = read_invoice (f, "B2020-014");

  show (f, cvn_invoice_step_dialog_new (f->view, f->base.centre, CVN_INVOICE_REFUND, overdue), "refund");
  refuse_each (f, refund, G_N_ELEMENTS (refund), "note", "They paid twice");
  close_dialog (f);
  show (f, cvn_invoice_step_dialog_new (f->view, f->base.centre, CVN_INVOICE_WRITE_OFF, overdue), "write-off");
  refuse_each (f, write_off, G_N_ELEMENTS (write_off), "note", "Bankrupt");
  close_dialog (f);
  show (f, cvn_invoice_step_dialog_new (f->view, f->base.centre, CVN_INVOICE_REMIND, overdue), "remind");
  refuse_each (f, remind, G_N_ELEMENTS (remind), "note", "Called them");
  close_dialog (f);
  show (f, cvn_invoice_step_dialog_new (f->view, f->base.centre, CVN_INVOICE_CREDIT, overdue), "credit");
  close_dialog (f);
  show (f, cvn_invoice_step_dialog_new (f->view, f->base.centre, CVN_INVOICE_SEND, overdue), "send");
  close_dialog (f);
}

int
main (int   argc,
      char *argv[])
{
  cvn_ui_init (&argc, &argv);
  g_test_add ("/ui/convenant-dialogs/key", Fixture, NULL, set_up, test_key, tear_down);
  g_test_add ("/ui/convenant-dialogs/plan", Fixture, NULL, set_up, test_plan, tear_down);
  g_test_add ("/ui/convenant-dialogs/invoices", Fixture, NULL, set_up, test_invoices, tear_down);
  g_test_add ("/ui/convenant-dialogs/payment", Fixture, NULL, set_up, test_payment, tear_down);
  g_test_add ("/ui/convenant-dialogs/steps", Fixture, NULL, set_up, test_steps, tear_down);
  return g_test_run ();
}
