/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-payment-parts"

#include "cvn-payment-parts.h"

#include "cvn-change-words.h"
#include "cvn-error.h"
#include "cvn-money.h"
#include "cvn-settlement.h"

#include <glib/gi18n-lib.h>

/* An invoice that takes a payment. */
typedef struct
{
  guint       row;   /* in the figure */
  const char *field; /* interned */
  GtkWidget  *entry; /* owned by the dialog */
} Part;

struct _CvnPaymentParts
{
  CvnOperationDialog  *dialog; /* owns the parts */
  CvnTable            *invoices;
  const char          *invoice; /* the one that it is for in the first place, or NULL; of the table */
  AdwPreferencesGroup *group;
  GArray              *parts; /* of Part, the one in the first place first, then as they are due */
  char                *organisation;
};

static gboolean
takes_payment (CvnTable   *invoices,
               guint       row,
               const char *first)
{
  return cvn_table_get_integer (invoices, row, "open") > 0 || g_strcmp0 (cvn_table_get_text (invoices, row, "id"), first) == 0;
}

/** cvn_payment_parts_has_open: whether @organisation has anything open in @invoices. */
gboolean
cvn_payment_parts_has_open (CvnTable   *invoices,
                            const char *organisation)
{
  for (guint row = 0; row < cvn_table_get_n_rows (invoices); row++)
    if (cvn_table_get_integer (invoices, row, "open") > 0 && g_strcmp0 (cvn_table_get_text (invoices, row, "organisation"), organisation) == 0)
      return TRUE;
  return FALSE;
}

static void
add_part (CvnPaymentParts *self,
          guint            row)
{
  g_autofree char *name = g_strconcat ("part-", cvn_table_get_text (self->invoices, row, "id"), NULL);
  g_autofree char *due = cvn_table_words_dup_day (self->invoices, row, "date");
  g_autofree char *open = cvn_table_words_dup_money (self->invoices, row, "open");
  const char      *number = cvn_table_get_text (self->invoices, row, "number");
  /* Translators: number of an invoice, open amount, due date */
  g_autofree char *title = g_strdup_printf (_("%1$s: %2$s open, due on %3$s"), number != NULL ? number : "", open, due);
  Part             part = { row, g_intern_string (name), NULL };

  part.entry = cvn_operation_dialog_add_money (self->dialog, self->group, part.field, title, 0);
  gtk_widget_set_visible (part.entry, FALSE);
  g_array_append_val (self->parts, part);
}

/**
 * cvn_payment_parts_new:
 * @dialog: gets a group of rows
 * @invoices: the figure invoices
 * @invoice: (nullable): id of the one that the payment is for in the first place
 */
CvnPaymentParts *
cvn_payment_parts_new (CvnOperationDialog *dialog,
                       CvnTable           *invoices,
                       const char         *invoice)
{
  CvnPaymentParts *self = g_new0 (CvnPaymentParts, 1);

  self->dialog = dialog;
  self->invoices = cvn_table_ref (invoices);
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  self->group = cvn_operation_dialog_add_group (dialog, _("For Which Invoices"), NULL);
  for (guint row = 0; row < cvn_table_get_n_rows (invoices); row++)
    if (g_strcmp0 (cvn_table_get_text (invoices, row, "id"), invoice) == 0)
      {
        self->invoice = cvn_table_get_text (invoices, row, "id");
        add_part (self, row);
      }
  for (guint row = 0; row < cvn_table_get_n_rows (invoices); row++)
    if (takes_payment (invoices, row, NULL) && g_strcmp0 (cvn_table_get_text (invoices, row, "id"), invoice) != 0)
      add_part (self, row);
  return self;
}

/** cvn_payment_parts_free: lets go; the rows belong to the dialog. */
void
cvn_payment_parts_free (CvnPaymentParts *self)
{
  cvn_table_unref (self->invoices);
  g_array_unref (self->parts);
  g_free (self->organisation);
  g_free (self);
}

/** cvn_payment_parts_show: shows the invoices of @organisation. Returns: whether those are others than before. */
gboolean
cvn_payment_parts_show (CvnPaymentParts *self,
                        const char      *organisation)
{
  guint n = 0;

  if (g_strcmp0 (self->organisation, organisation) == 0)
    return FALSE;
  g_free (self->organisation);
  self->organisation = g_strdup (organisation);
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part    *part = &g_array_index (self->parts, Part, i);
      gboolean own = g_strcmp0 (cvn_table_get_text (self->invoices, part->row, "organisation"), organisation) == 0;

      gtk_widget_set_visible (part->entry, own);
      n += own;
    }
  adw_preferences_group_set_description (self->group, n > 0 ? NULL : _("Nothing is open. The payment is kept until it is put to an invoice or paid back."));
  return TRUE;
}

/** cvn_payment_parts_spread: fills @cents in, the first invoice first. */
void
cvn_payment_parts_spread (CvnPaymentParts *self,
                          gint64           cents)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part            *part = &g_array_index (self->parts, Part, i);
      gint64           open = gtk_widget_get_visible (part->entry) ? cvn_table_get_integer (self->invoices, part->row, "open") : 0;
      gint64           amount = 0;
      gint64           left = cvn_settlement_spread (MAX (cents, 0), &open, 1, &amount);
      g_autofree char *text = amount > 0 ? cvn_money_format (amount, cvn_interface_language ()) : g_strdup ("");

      cents = left;
      gtk_editable_set_text (GTK_EDITABLE (part->entry), text);
    }
}

static gboolean
read_part (CvnPaymentParts *self,
           Part            *part,
           gint64           left,
           gboolean         over,
           gint64          *amount,
           GError         **error)
{
  CvnSettlement account = { .state = CVN_SETTLEMENT_SENT, .open = cvn_table_get_integer (self->invoices, part->row, "open") };

  if (cvn_operation_dialog_get_text (self->dialog, part->field) == NULL)
    return TRUE;
  if (!cvn_operation_dialog_get_money (self->dialog, part->field, amount, error))
    return FALSE;
  if (*amount == 0 || cvn_settlement_check_payment (&account, left, *amount, over, error))
    return TRUE;
  cvn_error_set_field (error, part->field);
  return FALSE;
}

/* What is left of the payment goes to the invoice that it was for, when too much was paid; else there must be nothing left. */
static gboolean
place_rest (CvnPaymentParts *self,
            GArray          *parts,
            gint64           left,
            gboolean         over,
            GError         **error)
{
  CvnSettlement account = { .state = CVN_SETTLEMENT_SENT };

  if (left == 0)
    return TRUE;
  if (!over)
    return cvn_settlement_check_payment (&account, left, left, FALSE, error);
  if (parts->len > 0)
    {
      g_array_index (parts, CvnPaymentPart, 0).amount += left;
    }
  else if (self->invoice != NULL)
    {
      CvnPaymentPart part = { self->invoice, left };

      g_array_append_val (parts, part);
    }
  return TRUE;
}

/**
 * cvn_payment_parts_read:
 * @cents: the whole payment
 * @over: whether more than is open may be put to an invoice
 *
 * Returns: (transfer full) (element-type CvnPaymentPart): what is for which invoice; NULL with the field at fault
 */
GArray *
cvn_payment_parts_read (CvnPaymentParts *self,
                        gint64           cents,
                        gboolean         over,
                        GError         **error)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (CvnPaymentPart));
  gint64 left = cents;

  for (guint i = 0; i < self->parts->len; i++)
    {
      Part          *part = &g_array_index (self->parts, Part, i);
      CvnPaymentPart read = { cvn_table_get_text (self->invoices, part->row, "id"), 0 };

      if (!gtk_widget_get_visible (part->entry))
        continue;
      if (!read_part (self, part, left, over, &read.amount, error))
        return NULL;
      left -= read.amount;
      if (read.amount != 0)
        g_array_append_val (parts, read);
    }
  return place_rest (self, parts, left, over, error) ? g_steal_pointer (&parts) : NULL;
}
