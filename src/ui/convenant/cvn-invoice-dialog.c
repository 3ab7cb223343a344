/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-invoice-dialog"

#include "cvn-invoice-dialog.h"

#include "cvn-change-words.h"
#include "cvn-kind-check.h"
#include "cvn-money.h"
#include "cvn-record.h"

#include <glib/gi18n-lib.h>

#define USUAL_TERM "30"

struct _CvnInvoiceDialog
{
  CvnOperationDialog parent_instance;

  CvnTable  *instalments; /* the figure year-instalments */
  GPtrArray *checks;      /* of GtkCheckButton, owned by the rows; NULL where nothing is to be invoiced, by place in the figure */
  GtkLabel  *sum;
};

G_DEFINE_FINAL_TYPE (CvnInvoiceDialog, cvn_invoice_dialog, CVN_TYPE_OPERATION_DIALOG)

/* The first, without a code, leaves it to what is known of each customer. */
static const struct
{
  const char *code;
  const char *title; /* in itself, as everybody looks for it */
} languages[] = {
  { NULL, N_("That of the customer") },
  { "nl", "Nederlands" },
  { "en", "English" },
};

/* Neither invoiced nor settled otherwise. */
static gboolean
can_invoice (CvnTable *instalments,
             guint     row)
{
  const char *state = cvn_table_get_text (instalments, row, "state");

  return !cvn_table_words_has (instalments, row, "invoice_id") && (g_strcmp0 (state, "draft") == 0 || g_strcmp0 (state, "overdue") == 0) &&
         cvn_table_get_integer (instalments, row, "amount") > 0;
}

/** cvn_invoice_dialog_has_work: whether any of @instalments, the figure year-instalments, can be invoiced. */
gboolean
cvn_invoice_dialog_has_work (CvnTable *instalments)
{
  for (guint row = 0; row < cvn_table_get_n_rows (instalments); row++)
    if (can_invoice (instalments, row))
      return TRUE;
  return FALSE;
}

static gboolean
is_chosen (CvnInvoiceDialog *self,
           guint             row)
{
  GtkCheckButton *check = g_ptr_array_index (self->checks, row);

  return check != NULL && gtk_check_button_get_active (check);
}

static CvnRecord *
make_invoice (CvnOperationDialog *dialog,
              GError            **error)
{
  g_autoptr (CvnRecord) invoice = cvn_record_new (cvn_kind_find ("invoice"));
  g_autofree char *date = cvn_operation_dialog_dup_day (dialog, "date", error);
  const char      *terms = cvn_operation_dialog_get_text (dialog, "terms_days");
  guint64          days = 0;

  if (date == NULL)
    return NULL;
  if (terms == NULL || !g_ascii_string_to_unsigned (terms, 10, 0, 365, &days, NULL))
    {
      cvn_check_fail (error, "terms_days", _("Fill in a number of days from 0 to 365."));
      return NULL;
    }
  cvn_record_set_text (invoice, "date", date);
  cvn_record_set_integer (invoice, "terms_days", (gint64) days);
  cvn_record_set_text (invoice, "language", languages[cvn_operation_dialog_get_choice (dialog, "language")].code);
  cvn_record_set_text (invoice, "customer_reference", cvn_operation_dialog_get_text (dialog, "customer_reference"));
  return g_steal_pointer (&invoice);
}

/* The ids of what was chosen of one organisation. */
static GStrv
list_sources (CvnInvoiceDialog *self,
              const char       *organisation)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint row = 0; row < self->checks->len; row++)
    if (is_chosen (self, row) && g_strcmp0 (cvn_table_get_text (self->instalments, row, "organisation"), organisation) == 0)
      g_strv_builder_add (builder, cvn_table_get_text (self->instalments, row, "id"));
  return g_strv_builder_end (builder);
}

static CvnOperation *
make (CvnOperationDialog *dialog,
      GError            **error)
{
  CvnInvoiceDialog *self = CVN_INVOICE_DIALOG (dialog);
  g_autoptr (CvnRecord) invoice = make_invoice (dialog, error);
  g_autoptr (GPtrArray) operations = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_operation_unref);
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  CvnOperation *sequence;

  if (invoice == NULL)
    return NULL;
  for (guint row = 0; row < self->checks->len; row++)
    {
      const char *organisation = cvn_table_get_text (self->instalments, row, "organisation");
      g_auto (GStrv) sources = NULL;

      if (!is_chosen (self, row) || !g_hash_table_add (done, (gpointer) organisation))
        continue;
      sources = list_sources (self, organisation);
      g_ptr_array_add (operations, cvn_make_invoice_new (invoice, "instalment", (const char *const *) sources));
    }
  if (operations->len == 0)
    {
      cvn_check_fail (error, NULL, _("Choose at least one instalment."));
      return NULL;
    }
  sequence = cvn_sequence_new (operations);
  if (operations->len == 1)
    for (guint row = 0; row < self->checks->len; row++)
      if (is_chosen (self, row))
        cvn_operation_set_subject (sequence, cvn_table_words_get_label (self->instalments, row));
  return sequence;
}

static void
update_sum (CvnInvoiceDialog *self)
{
  g_autoptr (GHashTable) parties = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *sum = NULL;
  g_autofree char *text = NULL;
  gint64           cents = 0;

  for (guint row = 0; row < self->checks->len; row++)
    if (is_chosen (self, row))
      {
        cents += cvn_table_get_integer (self->instalments, row, "amount");
        g_hash_table_add (parties, (gpointer) cvn_table_get_text (self->instalments, row, "organisation"));
      }
  sum = cvn_money_format_euro (cents, cvn_interface_language ());
  text = g_strdup_printf (ngettext ("%1$u invoice, %2$s in all", "%1$u invoices, %2$s in all", g_hash_table_size (parties)), g_hash_table_size (parties), sum);
  gtk_label_set_text (self->sum, text);
  cvn_operation_dialog_set_can_accept (CVN_OPERATION_DIALOG (self), g_hash_table_size (parties) > 0);
}

static void
cvn_invoice_dialog_dispose (GObject *object)
{
  CvnInvoiceDialog *self = CVN_INVOICE_DIALOG (object);

  g_clear_pointer (&self->instalments, cvn_table_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  G_OBJECT_CLASS (cvn_invoice_dialog_parent_class)->dispose (object);
}

static void
cvn_invoice_dialog_class_init (CvnInvoiceDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_invoice_dialog_dispose;
  CVN_OPERATION_DIALOG_CLASS (klass)->make = make;
}

static void
cvn_invoice_dialog_init (CvnInvoiceDialog *self)
{
  self->checks = g_ptr_array_new ();
}

static void
add_row (CvnInvoiceDialog    *self,
         AdwPreferencesGroup *group,
         guint                row,
         gboolean             chosen)
{
  const char      *name = cvn_table_words_get_label (self->instalments, row);
  g_autofree char *due = cvn_table_words_dup_day (self->instalments, row, "date");
  g_autofree char *amount = cvn_table_words_dup_money (self->instalments, row, "amount");
  /* Translators: the number of an instalment and the day on which it is due */
  g_autofree char *subtitle = g_strdup_printf (_("Instalment %1$d, due on %2$s"), (int) cvn_table_get_integer (self->instalments, row, "number"), due);
  /* Translators: party, "Instalment 1, due on 31 Jan 2020", amount */
  g_autofree char *sentence = g_strdup_printf (_("%1$s: %2$s, %3$s"), name, subtitle, amount);
  GtkWidget       *line = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name, "subtitle", subtitle, NULL);
  GtkWidget       *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "active", chosen, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget       *label = gtk_label_new (amount);

  gtk_widget_add_css_class (label, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (line), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), label);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (line), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update_sum), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, line);
  g_ptr_array_index (self->checks, row) = check;
}

/* The next one of each party is chosen beforehand; with @instalment only that one. */
static void
add_rows (CvnInvoiceDialog *self,
          const char       *instalment)
{
  CvnOperationDialog  *dialog = CVN_OPERATION_DIALOG (self);
  AdwPreferencesGroup *group = cvn_operation_dialog_add_group (dialog, _("Instalments"), NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean only = FALSE;

  for (guint row = 0; row < self->checks->len; row++)
    only |= can_invoice (self->instalments, row) && g_strcmp0 (cvn_table_get_text (self->instalments, row, "id"), instalment) == 0;
  for (guint row = 0; row < self->checks->len; row++)
    {
      gboolean first;

      if (!can_invoice (self->instalments, row))
        continue;
      first = g_hash_table_add (seen, (gpointer) cvn_table_get_text (self->instalments, row, "organisation"));
      add_row (self, group, row, only ? g_strcmp0 (cvn_table_get_text (self->instalments, row, "id"), instalment) == 0 : first);
    }
  self->sum = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  cvn_operation_dialog_add (dialog, GTK_WIDGET (self->sum));
}

/**
 * cvn_invoice_dialog_new:
 * @instalments: the figure year-instalments
 * @instalment: (nullable): id of the one to begin with
 */
GtkWidget *
cvn_invoice_dialog_new (GtkWidget  *from,
                        CvnCentre  *centre,
                        CvnTable   *instalments,
                        const char *instalment)
{
  CvnInvoiceDialog    *self = g_object_new (CVN_TYPE_INVOICE_DIALOG, NULL);
  CvnOperationDialog  *dialog = CVN_OPERATION_DIALOG (self);
  AdwPreferencesGroup *group = cvn_operation_dialog_add_group (dialog, NULL, _("Makes drafts, one for each party. You can look at them and change them until you send them."));
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *language;

  self->instalments = cvn_table_ref (instalments);
  g_ptr_array_set_size (self->checks, (int) cvn_table_get_n_rows (instalments));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    gtk_string_list_append (words, languages[i].code != NULL ? languages[i].title : _(languages[i].title));
  cvn_operation_dialog_add_day (dialog, group, "date", _("Invoice date"), cvn_centre_get_today (centre));
  cvn_operation_dialog_add_entry (dialog, group, "terms_days", _("Days to pay"), USUAL_TERM);
  cvn_operation_dialog_add_entry (dialog, group, "customer_reference", _("Customer’s reference"), NULL);
  language = cvn_operation_dialog_add_choice (dialog, group, "language", _("Language"), words);
  adw_combo_row_set_selected (ADW_COMBO_ROW (language), 0);
  add_rows (self, instalment);
  cvn_operation_dialog_set_up (dialog, from, centre, _("Make Invoices"), _("_Make Drafts"), _("The drafts were made"));
  update_sum (self);
  return GTK_WIDGET (self);
}
