/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-invoice-step-dialog"

#include "cvn-invoice-step-dialog.h"

#include "cvn-change-words.h"
#include "cvn-invoice-rows.h"
#include "cvn-kind-check.h"
#include "cvn-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _CvnInvoiceStepDialog
{
  CvnOperationDialog parent_instance;

  CvnInvoiceStep step;
  CvnTable      *invoice; /* the figure invoices, of one */
};

G_DEFINE_FINAL_TYPE (CvnInvoiceStepDialog, cvn_invoice_step_dialog, CVN_TYPE_OPERATION_DIALOG)

static const struct
{
  const char *title;
  const char *accept;
  const char *done;
  const char *description;
  const char *amount; /* the column that it begins with; NULL when no amount is asked */
  gboolean    has_date;
} infos[CVN_N_INVOICE_STEPS] = {
  [CVN_INVOICE_SEND] = { N_("Send Invoice"), N_("_Send"), N_("The invoice was sent"),
                         N_("The invoice gets the next number of its series and opens, to save it as PDF or to print it. From then on it cannot be changed: a mistake is corrected by a credit note."), NULL, FALSE },
  [CVN_INVOICE_CREDIT] = { N_("Make Credit Note"), N_("_Make Credit Note"), N_("The credit note was made and sent"),
                           N_("The credit note takes the whole invoice back and gets the next number of the series. What the invoice was for can be invoiced again."), NULL, FALSE },
  [CVN_INVOICE_REMIND] = { N_("Send Reminder"), N_("Make _Letter"), N_("The reminder was noted"),
                           N_("The letter for the next level opens, to save it as PDF or to print it. Each level is sent once."), NULL, TRUE },
  [CVN_INVOICE_REFUND] = { N_("Pay Back"), N_("_Pay Back"), N_("What was paid back was booked"),
                           N_("Books money that goes back to the customer."), "over", TRUE },
  [CVN_INVOICE_WRITE_OFF] = { N_("Write Off"), N_("_Write Off"), N_("It was written off"),
                              N_("Gives up what will not come in any more. It stays in the history of the invoice."), "open", TRUE },
};

static CvnOperation *
make_amount (CvnInvoiceStepDialog *self,
             const char           *id,
             const char           *date,
             const char           *note,
             GError              **error)
{
  const char *today = cvn_centre_get_today (cvn_operation_dialog_get_centre (CVN_OPERATION_DIALOG (self)));
  gint64      cents = 0;
  gboolean    right = cvn_operation_dialog_get_money (CVN_OPERATION_DIALOG (self), "amount", &cents, error);

  right = right && (cents > 0 || cvn_check_fail (error, "amount", _("Fill in an amount above zero.")));
  right = right && (strcmp (date, today) <= 0 || cvn_check_fail (error, "date", _("Fill in today or an earlier day.")));
  if (!right)
    return NULL;
  return self->step == CVN_INVOICE_REFUND ? cvn_refund_new (id, cents, date, note) : cvn_write_off_new (id, cents, date, note);
}

static CvnOperation *
make_step (CvnInvoiceStepDialog *self,
           GError              **error)
{
  CvnOperationDialog *dialog = CVN_OPERATION_DIALOG (self);
  const char         *id = cvn_table_get_text (self->invoice, 0, "id");
  const char         *note = self->step != CVN_INVOICE_SEND ? cvn_operation_dialog_get_text (dialog, "note") : NULL;
  const char         *today = cvn_centre_get_today (cvn_operation_dialog_get_centre (dialog));
  g_autofree char    *date = infos[self->step].has_date ? cvn_operation_dialog_dup_day (dialog, "date", error) : g_strdup (today);

  if (date == NULL)
    return NULL;
  switch (self->step)
    {
    case CVN_INVOICE_SEND:
      return cvn_send_invoice_new (id, date);
    case CVN_INVOICE_CREDIT:
      return cvn_credit_invoice_new (id, date, note);
    case CVN_INVOICE_REMIND:
      return cvn_remind_new (id, date, note);
    case CVN_INVOICE_REFUND:
    case CVN_INVOICE_WRITE_OFF:
      return make_amount (self, id, date, note, error);
    case CVN_N_INVOICE_STEPS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static CvnOperation *
make (CvnOperationDialog *dialog,
      GError            **error)
{
  CvnInvoiceStepDialog *self = CVN_INVOICE_STEP_DIALOG (dialog);
  CvnOperation         *operation = make_step (self, error);
  const char           *number = cvn_table_get_text (self->invoice, 0, "number");

  if (operation != NULL)
    cvn_operation_set_subject (operation, number != NULL ? number : cvn_table_words_get_label (self->invoice, 0));
  return operation;
}

static void
cvn_invoice_step_dialog_dispose (GObject *object)
{
  g_clear_pointer (&CVN_INVOICE_STEP_DIALOG (object)->invoice, cvn_table_unref);
  G_OBJECT_CLASS (cvn_invoice_step_dialog_parent_class)->dispose (object);
}

static void
cvn_invoice_step_dialog_class_init (CvnInvoiceStepDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_invoice_step_dialog_dispose;
  CVN_OPERATION_DIALOG_CLASS (klass)->make = make;
}

static void
cvn_invoice_step_dialog_init (CvnInvoiceStepDialog *self)
{
}

/* The title of a group would be cut off in a narrow window. */
static void
add_heading (CvnOperationDialog *dialog,
             const char         *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, "heading");
  cvn_operation_dialog_add (dialog, label);
}

/**
 * cvn_invoice_step_dialog_new:
 * @invoice: the figure invoices, of the one that it is about
 */
GtkWidget *
cvn_invoice_step_dialog_new (GtkWidget     *from,
                             CvnCentre     *centre,
                             CvnInvoiceStep step,
                             CvnTable      *invoice)
{
  CvnInvoiceStepDialog *self = g_object_new (CVN_TYPE_INVOICE_STEP_DIALOG, NULL);
  CvnOperationDialog   *dialog = CVN_OPERATION_DIALOG (self);
  g_autofree char      *what = cvn_invoice_rows_dup_title (invoice, 0);
  g_autofree char      *total = cvn_table_words_dup_money (invoice, 0, "total");
  /* Translators: customer, invoice, amount */
  g_autofree char     *heading = g_strdup_printf (_("%1$s, %2$s: %3$s"), cvn_table_words_get_label (invoice, 0), what, total);
  AdwPreferencesGroup *group;

  add_heading (dialog, heading);
  group = cvn_operation_dialog_add_group (dialog, NULL, _(infos[step].description));
  self->step = step;
  self->invoice = cvn_table_ref (invoice);
  if (infos[step].amount != NULL)
    cvn_operation_dialog_add_money (dialog, group, "amount", _("Amount"), cvn_table_get_integer (invoice, 0, infos[step].amount));
  if (infos[step].has_date)
    cvn_operation_dialog_add_day (dialog, group, "date", _("Date"), cvn_centre_get_today (centre));
  if (step != CVN_INVOICE_SEND)
    cvn_operation_dialog_add_entry (dialog, group, "note", _("Note"), NULL);
  if (step == CVN_INVOICE_SEND || step == CVN_INVOICE_CREDIT)
    cvn_operation_dialog_set_final (dialog);
  cvn_operation_dialog_set_up (dialog, from, centre, _(infos[step].title), _(infos[step].accept), _(infos[step].done));
  return GTK_WIDGET (self);
}
