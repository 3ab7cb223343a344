/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-payment-dialog"

#include "cvn-payment-dialog.h"

#include "cvn-change-words.h"
#include "cvn-error.h"
#include "cvn-kind-check.h"
#include "cvn-money.h"
#include "cvn-payment-parts.h"
#include "cvn-record.h"

#include <glib/gi18n-lib.h>

struct _CvnPaymentDialog
{
  CvnOperationDialog parent_instance;

  CvnTable        *partners; /* the figure partner-list */
  GArray          *order;    /* of guint: the places in it, those with something open first */
  CvnPaymentParts *parts;
  gint64           spread; /* the amount that the parts were made for */
  gboolean         filling;
};

G_DEFINE_FINAL_TYPE (CvnPaymentDialog, cvn_payment_dialog, CVN_TYPE_OPERATION_DIALOG)

static const char *
get_partner (CvnPaymentDialog *self,
             guint             place)
{
  return cvn_table_get_text (self->partners, g_array_index (self->order, guint, place), "id");
}

/* The first choice of "on behalf of" is nobody. */
static const char *
get_behalf (CvnPaymentDialog *self)
{
  guint place = cvn_operation_dialog_get_choice (CVN_OPERATION_DIALOG (self), "on_behalf_of");

  return place > 0 ? get_partner (self, place - 1) : NULL;
}

static const char *
get_credited (CvnPaymentDialog *self)
{
  const char *behalf = get_behalf (self);

  return behalf != NULL ? behalf : get_partner (self, cvn_operation_dialog_get_choice (CVN_OPERATION_DIALOG (self), "organisation"));
}

/* The oldest are paid first, until somebody says otherwise. */
static void
spread (CvnPaymentDialog *self)
{
  gint64 cents = 0;

  if (!cvn_operation_dialog_get_money (CVN_OPERATION_DIALOG (self), "amount", &cents, NULL))
    cents = 0;
  if (cents == self->spread)
    return;
  self->spread = cents;
  self->filling = TRUE;
  cvn_payment_parts_spread (self->parts, cents);
  self->filling = FALSE;
}

static void
changed (CvnOperationDialog *dialog)
{
  CvnPaymentDialog *self = CVN_PAYMENT_DIALOG (dialog);

  if (self->filling)
    return;
  if (cvn_payment_parts_show (self->parts, get_credited (self)))
    self->spread = -1;
  spread (self);
}

static CvnRecord *
make_payment (CvnPaymentDialog *self,
              gint64            cents,
              GError          **error)
{
  CvnOperationDialog *dialog = CVN_OPERATION_DIALOG (self);
  g_autofree char    *date = cvn_operation_dialog_dup_day (dialog, "date", error);
  g_autoptr (CvnRecord) payment = cvn_record_new (cvn_kind_find ("payment"));

  if (date == NULL)
    return NULL;
  if (strcmp (date, cvn_centre_get_today (cvn_operation_dialog_get_centre (dialog))) > 0)
    {
      cvn_check_fail (error, "date", _("A payment cannot be dated in the future: fill in the day on which it came in."));
      return NULL;
    }
  cvn_record_set_text (payment, "kind", "receipt");
  cvn_record_set_integer (payment, "amount", cents);
  cvn_record_set_text (payment, "date", date);
  cvn_record_set_text (payment, "organisation", get_partner (self, cvn_operation_dialog_get_choice (dialog, "organisation")));
  cvn_record_set_text (payment, "on_behalf_of", get_behalf (self));
  cvn_record_set_text (payment, "reference", cvn_operation_dialog_get_text (dialog, "reference"));
  return g_steal_pointer (&payment);
}

static CvnOperation *
make (CvnOperationDialog *dialog,
      GError            **error)
{
  CvnPaymentDialog *self = CVN_PAYMENT_DIALOG (dialog);
  gboolean          over = cvn_operation_dialog_is_on (dialog, "over");
  gint64            cents = 0;
  g_autoptr (GArray) parts = NULL;
  g_autoptr (CvnRecord) payment = NULL;

  if (!cvn_operation_dialog_get_money (dialog, "amount", &cents, error))
    return NULL;
  if (cents <= 0)
    {
      cvn_check_fail (error, "amount", _("Fill in an amount above zero."));
      return NULL;
    }
  parts = cvn_payment_parts_read (self->parts, cents, over, error);
  payment = parts != NULL ? make_payment (self, cents, error) : NULL;
  if (payment == NULL)
    return NULL;
  return cvn_book_payment_new (payment, (const CvnPaymentPart *) (gpointer) parts->data, parts->len, over);
}

static void
cvn_payment_dialog_dispose (GObject *object)
{
  CvnPaymentDialog *self = CVN_PAYMENT_DIALOG (object);

  g_clear_pointer (&self->partners, cvn_table_unref);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->parts, cvn_payment_parts_free);
  G_OBJECT_CLASS (cvn_payment_dialog_parent_class)->dispose (object);
}

static void
cvn_payment_dialog_class_init (CvnPaymentDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_payment_dialog_dispose;
  CVN_OPERATION_DIALOG_CLASS (klass)->make = make;
  CVN_OPERATION_DIALOG_CLASS (klass)->changed = changed;
}

static void
cvn_payment_dialog_init (CvnPaymentDialog *self)
{
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->spread = -1;
}

static void
make_order (CvnPaymentDialog *self,
            CvnTable         *invoices)
{
  for (gboolean open = TRUE; open >= FALSE; open--)
    for (guint row = 0; row < cvn_table_get_n_rows (self->partners); row++)
      if (cvn_payment_parts_has_open (invoices, cvn_table_get_text (self->partners, row, "id")) == open)
        g_array_append_val (self->order, row);
}

static GtkStringList *
list_partners (CvnPaymentDialog *self,
               const char       *first)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  if (first != NULL)
    gtk_string_list_append (words, first);
  for (guint i = 0; i < self->order->len; i++)
    {
      guint       row = g_array_index (self->order, guint, i);
      const char *nl = cvn_table_get_text (self->partners, row, "name_nl");
      const char *en = cvn_table_get_text (self->partners, row, "name_en");
      const char *name = cvn_interface_language () == CVN_LANGUAGE_EN && en != NULL ? en : nl;

      gtk_string_list_append (words, name != NULL ? name : en);
    }
  return words;
}

/* Who owes @invoice, or who owes anything. */
static guint
find_payer (CvnPaymentDialog *self,
            CvnTable         *invoices,
            const char       *invoice)
{
  for (guint row = 0; invoice != NULL && row < cvn_table_get_n_rows (invoices); row++)
    if (g_strcmp0 (cvn_table_get_text (invoices, row, "id"), invoice) == 0)
      for (guint i = 0; i < self->order->len; i++)
        if (g_strcmp0 (get_partner (self, i), cvn_table_get_text (invoices, row, "organisation")) == 0)
          return i;
  return 0;
}

static void
add_fields (CvnPaymentDialog *self,
            guint             payer,
            const char       *today)
{
  CvnOperationDialog  *dialog = CVN_OPERATION_DIALOG (self);
  AdwPreferencesGroup *group = cvn_operation_dialog_add_group (dialog, NULL, NULL);
  g_autoptr (GtkStringList) payers = list_partners (self, NULL);
  /* Translators: the first choice of "On behalf of" */
  g_autoptr (GtkStringList) others = list_partners (self, _("Itself"));
  GtkWidget *row = cvn_operation_dialog_add_money (dialog, group, "amount", _("Amount received"), 0);

  gtk_widget_grab_focus (row);
  cvn_operation_dialog_add_day (dialog, group, "date", _("Date"), today);
  row = cvn_operation_dialog_add_choice (dialog, group, "organisation", _("Paid by"), payers);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), payer);
  cvn_operation_dialog_add_choice (dialog, group, "on_behalf_of", _("On behalf of"), others);
  cvn_operation_dialog_add_entry (dialog, group, "reference", _("Payment reference"), NULL);
  cvn_operation_dialog_add_switch (dialog, group, "over", _("Too much was paid"), _("What is more than is open stays with the payment, to be paid back"));
}

/**
 * cvn_payment_dialog_new:
 * @invoices: the figure invoices
 * @partners: the figure partner-list, with at least one row
 * @invoice: (nullable): id of the invoice that it is for in the first place
 */
GtkWidget *
cvn_payment_dialog_new (GtkWidget  *from,
                        CvnCentre  *centre,
                        CvnTable   *invoices,
                        CvnTable   *partners,
                        const char *invoice)
{
  CvnPaymentDialog   *self = g_object_new (CVN_TYPE_PAYMENT_DIALOG, NULL);
  CvnOperationDialog *dialog = CVN_OPERATION_DIALOG (self);

  self->partners = cvn_table_ref (partners);
  make_order (self, invoices);
  add_fields (self, find_payer (self, invoices, invoice), cvn_centre_get_today (centre));
  self->parts = cvn_payment_parts_new (dialog, invoices, invoice);
  cvn_payment_parts_show (self->parts, get_credited (self));
  cvn_operation_dialog_set_up (dialog, from, centre, _("Book Payment"), _("_Book"), _("The payment was booked"));
  return GTK_WIDGET (self);
}
