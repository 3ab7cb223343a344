/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-invoice-pane"

#include "cvn-invoice-pane.h"

#include "cvn-change-words.h"
#include "cvn-invoice-rows.h"
#include "cvn-invoice-step-dialog.h"
#include "cvn-money.h"
#include "cvn-settlement.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

typedef enum {
  STEP_SEND,
  STEP_PAY,
  STEP_REMIND,
  STEP_REFUND,
  STEP_SHOW,
  STEP_LETTER,
  STEP_CREDIT,
  STEP_WRITE_OFF,
  STEP_DISCARD,
  STEP_EDIT,
  N_STEPS,
} StepId;

struct _CvnInvoicePane
{
  CvnRecordPane parent_instance;

  gboolean     credits; /* the credit note is asked for as soon as the figures are there */
  CvnGridList *events;
};

static const CvnDetailStep steps[N_STEPS] = {
  [STEP_SEND] = { "invoice.send", N_("_Send…") },
  [STEP_PAY] = { "invoice.pay", N_("_Book Payment…") },
  [STEP_REMIND] = { "invoice.remind", N_("_Remind…") },
  [STEP_REFUND] = { "invoice.refund", N_("Pay Bac_k…") },
  [STEP_SHOW] = { "invoice.show", N_("_Look at It") },
  [STEP_LETTER] = { "invoice.letter", N_("Last L_etter") },
  [STEP_CREDIT] = { "invoice.credit", N_("_Credit Note…") },
  [STEP_WRITE_OFF] = { "invoice.write-off", N_("_Write Off…") },
  [STEP_DISCARD] = { "invoice.discard", N_("Throw A_way") },
  [STEP_EDIT] = { "invoice.edit", N_("All _Fields") },
};

/* What is zero is left out, but for the first. */
static const struct
{
  const char *title;
  const char *column;
  gboolean    result;
} facts[] = {
  { N_("Amount with VAT"), "total", FALSE },
  { N_("Received"), "received", FALSE },
  { N_("Credited"), "credited", FALSE },
  { N_("Written off"), "written_off", FALSE },
  { N_("Open"), "open", TRUE },
  { N_("To pay back"), "over", TRUE },
};

static guint pay_signal;

G_DEFINE_FINAL_TYPE (CvnInvoicePane, cvn_invoice_pane, CVN_TYPE_RECORD_PANE)

/* When the next letter is due, or the empty date. */
static CvnDate
get_next_letter (CvnTable *table,
                 guint     row)
{
  CvnDate     due = { 0 };
  CvnDate     last = { 0 };
  const char *reminded_on = cvn_table_get_text (table, row, "reminded_on");

  if (cvn_table_get_integer (table, row, "open") == 0 || !cvn_date_parse_iso (cvn_table_get_text (table, row, "date"), &due, NULL))
    return (CvnDate){ 0 };
  if (reminded_on != NULL)
    cvn_date_parse_iso (reminded_on, &last, NULL);
  return cvn_follow_up_get_date (&due, (guint) cvn_table_get_integer (table, row, "level"), &last);
}

static gboolean
is_letter_due (CvnRecordPane *pane,
               CvnTable      *table,
               guint          row)
{
  CvnDate next = get_next_letter (table, row);
  CvnDate today = { 0 };

  return next.year != 0 && cvn_date_parse_iso (cvn_centre_get_today (cvn_record_pane_get_centre (pane)), &today, NULL) && cvn_date_compare (&next, &today) <= 0;
}

static gboolean
cvn_invoice_pane_can_take (CvnRecordPane *pane,
                           CvnTable      *table,
                           guint          row,
                           guint          step)
{
  const char *state = cvn_table_get_text (table, row, "state");
  gboolean    draft = g_strcmp0 (state, "draft") == 0;
  gboolean    note = g_strcmp0 (state, "credit_note") == 0;
  gboolean    allowed = cvn_operation_dialog_is_allowed (cvn_record_pane_get_centre (pane));

  switch ((StepId) step)
    {
    case STEP_SEND:
    case STEP_DISCARD:
      return draft && allowed;
    case STEP_PAY:
      return !draft && !note && allowed;
    case STEP_REMIND:
      return !draft && allowed && is_letter_due (pane, table, row);
    case STEP_REFUND:
      return allowed && cvn_table_get_integer (table, row, "over") > 0;
    case STEP_WRITE_OFF:
      return allowed && cvn_table_get_integer (table, row, "open") > 0;
    case STEP_CREDIT:
      return !draft && !note && allowed && !cvn_table_words_has (table, row, "credited_by");
    case STEP_LETTER:
      return cvn_table_get_integer (table, row, "level") > 0;
    case STEP_SHOW:
    case STEP_EDIT:
      return TRUE;
    case N_STEPS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static char *
describe_next (CvnRecordPane *pane,
               CvnTable      *table,
               guint          row)
{
  CvnDate          next = get_next_letter (table, row);
  int              level = (int) cvn_table_get_integer (table, row, "level") + 1;
  g_autofree char *day = next.year != 0 ? cvn_date_format (&next, cvn_interface_language ()) : NULL;

  if (day == NULL)
    return NULL;
  if (is_letter_due (pane, table, row))
    return g_strdup_printf (_("A reminder of level %1$d is due since %2$s"), level, day);
  return g_strdup_printf (_("A reminder of level %1$d is due on %2$s"), level, day);
}

static void
fill_head (CvnRecordPane *pane,
           CvnTable      *table,
           guint          row)
{
  g_autofree char *title = cvn_invoice_rows_dup_title (table, row);
  g_autofree char *state = cvn_invoice_rows_dup_state (table, row);
  g_autofree char *due = cvn_table_words_dup_day (table, row, "date");
  g_autofree char *next = describe_next (pane, table, row);
  /* Translators: a customer and a due date */
  g_autofree char *subtitle = g_strdup_printf (_("%1$s, due on %2$s"), cvn_table_words_get_label (table, row), due);

  cvn_detail_pane_set_head (cvn_record_pane_get_detail (pane), title, subtitle, state, next);
}

static void
fill_facts (CvnDetailPane *detail,
            CvnTable      *table,
            guint          row)
{
  cvn_detail_pane_begin_facts (detail);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      gint64           cents = cvn_table_get_integer (table, row, facts[i].column);
      g_autofree char *amount = cents != 0 || i == 0 ? cvn_money_format_euro (cents, cvn_interface_language ()) : NULL;

      if (facts[i].result)
        cvn_detail_pane_add_result (detail, _(facts[i].title), amount);
      else
        cvn_detail_pane_add_fact (detail, _(facts[i].title), amount);
    }
}

static void
cvn_invoice_pane_fill (CvnRecordPane *pane,
                       CvnTable      *table,
                       guint          row)
{
  CvnInvoicePane *self = CVN_INVOICE_PANE (pane);

  fill_head (pane, table, row);
  fill_facts (cvn_record_pane_get_detail (pane), table, row);
  cvn_invoice_events_fill (self->events, cvn_figure_set_get (cvn_record_pane_get_figures (pane), "invoice-events"));
  if (self->credits)
    {
      self->credits = FALSE;
      gtk_widget_activate_action (GTK_WIDGET (self), "invoice.credit", NULL);
    }
}

/** cvn_invoice_pane_show: shows the invoice whose id is @invoice; with @credit it asks for its credit note at once. */
void
cvn_invoice_pane_show (CvnInvoicePane *self,
                       const char     *invoice,
                       gboolean        credit)
{
  self->credits = credit;
  cvn_record_pane_show (CVN_RECORD_PANE (self), invoice);
}

static void
show_report (CvnInvoicePane *self,
             const char     *report)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-report", "(ss)", report, cvn_record_pane_get_record (CVN_RECORD_PANE (self)));
}

static void
sent_cb (CvnInvoicePane *self)
{
  show_report (self, "invoice");
}

static void
reminded_cb (CvnInvoicePane *self)
{
  show_report (self, "reminder");
}

static GtkWidget *
ask (CvnInvoicePane *self,
     CvnInvoiceStep  step)
{
  CvnTable  *table = cvn_record_pane_get_table (CVN_RECORD_PANE (self), NULL);
  GtkWidget *dialog = table != NULL ? cvn_invoice_step_dialog_new (GTK_WIDGET (self), cvn_record_pane_get_centre (CVN_RECORD_PANE (self)), step, table) : NULL;

  if (dialog != NULL)
    gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static void
send_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GtkWidget *dialog = ask (CVN_INVOICE_PANE (widget), CVN_INVOICE_SEND);

  if (dialog != NULL)
    g_signal_connect_object (dialog, "done", G_CALLBACK (sent_cb), widget, G_CONNECT_SWAPPED);
}

static void
remind_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GtkWidget *dialog = ask (CVN_INVOICE_PANE (widget), CVN_INVOICE_REMIND);

  if (dialog != NULL)
    g_signal_connect_object (dialog, "done", G_CALLBACK (reminded_cb), widget, G_CONNECT_SWAPPED);
}

static void
credit_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  ask (CVN_INVOICE_PANE (widget), CVN_INVOICE_CREDIT);
}

static void
refund_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  ask (CVN_INVOICE_PANE (widget), CVN_INVOICE_REFUND);
}

static void
write_off_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ask (CVN_INVOICE_PANE (widget), CVN_INVOICE_WRITE_OFF);
}

static void
pay_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  g_signal_emit (widget, pay_signal, 0);
}

static void
show_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  show_report (CVN_INVOICE_PANE (widget), "invoice");
}

static void
letter_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  show_report (CVN_INVOICE_PANE (widget), "reminder");
}

static void
discard_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  CvnRecordPane *self = CVN_RECORD_PANE (widget);
  g_autoptr (CvnOperation) operation = cvn_discard_invoice_new (cvn_record_pane_get_record (self));

  cvn_record_pane_run (self, operation, _("The draft was thrown away"));
}

static void
edit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "convenant.open", "(ss)", "invoice", cvn_record_pane_get_record (CVN_RECORD_PANE (widget)));
}

static void
event_cb (CvnRecordPane *self,
          const char    *id)
{
  g_auto (GStrv) parts = g_strsplit (id, ":", 2);

  if (g_strcmp0 (parts[0], "invoice") == 0 && g_strcmp0 (parts[1], cvn_record_pane_get_record (self)) != 0)
    cvn_invoice_pane_show (CVN_INVOICE_PANE (self), parts[1], FALSE);
  else if (g_strcmp0 (parts[0], "invoice") != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", parts[0], parts[1]);
}

static void
cvn_invoice_pane_class_init (CvnInvoicePaneClass *klass)
{
  static const char *const                 figures[] = { "invoices", "invoice-events", NULL };
  static const GtkWidgetActionActivateFunc activate[N_STEPS] = {
    [STEP_SEND] = send_cb,
    [STEP_PAY] = pay_cb,
    [STEP_REMIND] = remind_cb,
    [STEP_REFUND] = refund_cb,
    [STEP_SHOW] = show_cb,
    [STEP_LETTER] = letter_cb,
    [STEP_CREDIT] = credit_cb,
    [STEP_WRITE_OFF] = write_off_cb,
    [STEP_DISCARD] = discard_cb,
    [STEP_EDIT] = edit_cb,
  };
  CvnRecordPaneClass *pane_class = CVN_RECORD_PANE_CLASS (klass);

  pane_class->figures = figures;
  pane_class->steps = steps;
  pane_class->n_steps = N_STEPS;
  pane_class->can_take = cvn_invoice_pane_can_take;
  pane_class->fill = cvn_invoice_pane_fill;
  pay_signal = g_signal_new ("pay", CVN_TYPE_INVOICE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  for (guint i = 0; i < N_STEPS; i++)
    gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), steps[i].action, NULL, activate[i]);
}

static void
cvn_invoice_pane_init (CvnInvoicePane *self)
{
}

/** cvn_invoice_pane_new: shows nothing until it is told which invoice. */
GtkWidget *
cvn_invoice_pane_new (CvnCentre *centre)
{
  CvnInvoicePane *self = g_object_new (CVN_TYPE_INVOICE_PANE, "centre", centre, NULL);

  self->events = CVN_GRID_LIST (cvn_invoice_events_new_list ());
  g_signal_connect_object (self->events, "activated", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  cvn_detail_pane_add_list (cvn_record_pane_get_detail (CVN_RECORD_PANE (self)), NULL, GTK_WIDGET (self->events));
  return GTK_WIDGET (self);
}
