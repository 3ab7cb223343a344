/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-invoice-pane"

#include "cvn-invoice-pane.h"

#include "cvn-change-words.h"
#include "cvn-columns-layout.h"
#include "cvn-figure-set.h"
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

typedef enum {
  FACT_TOTAL,
  FACT_RECEIVED,
  FACT_CREDITED,
  FACT_WRITTEN_OFF,
  FACT_OPEN,
  FACT_OVER,
  N_FACTS,
} FactId;

struct _CvnInvoicePane
{
  AdwBin parent_instance;

  CvnCentre    *centre;
  CvnFigureSet *figures; /* NULL before an invoice is shown */
  GSettings    *settings;
  char         *invoice;
  gboolean      credits; /* the credit note is asked for as soon as the figures are there */
  GtkLabel     *title;
  GtkLabel     *subtitle;
  GtkLabel     *state;
  GtkLabel     *next;
  GtkWidget    *steps[N_STEPS];
  GtkWidget    *facts[N_FACTS];
  CvnGridList  *events;
};

static const struct
{
  const char *action;
  const char *label;
} steps[N_STEPS] = {
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

static const struct
{
  const char *title;
  const char *column;
} facts[N_FACTS] = {
  [FACT_TOTAL] = { N_("Amount with VAT"), "total" },
  [FACT_RECEIVED] = { N_("Received"), "received" },
  [FACT_CREDITED] = { N_("Credited"), "credited" },
  [FACT_WRITTEN_OFF] = { N_("Written off"), "written_off" },
  [FACT_OPEN] = { N_("Open"), "open" },
  [FACT_OVER] = { N_("To pay back"), "over" },
};

typedef enum {
  CLOSED,
  PAY,
  N_SIGNALS,
} CvnInvoicePaneSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnInvoicePane, cvn_invoice_pane, ADW_TYPE_BIN)

/* The figure of the invoice; NULL before it is there, or when there is no such invoice any more. */
static CvnTable *
get_figure (CvnInvoicePane *self)
{
  CvnTable *table = self->figures != NULL ? cvn_figure_set_get (self->figures, "invoices") : NULL;

  return table != NULL && cvn_table_get_n_rows (table) > 0 && g_strcmp0 (cvn_table_get_text (table, 0, "id"), self->invoice) == 0 ? table : NULL;
}

/* When the next letter is due, or the empty date. */
static CvnDate
get_next_letter (CvnTable *table)
{
  CvnDate     due = { 0 };
  CvnDate     last = { 0 };
  const char *reminded_on = cvn_table_get_text (table, 0, "reminded_on");

  if (cvn_table_get_integer (table, 0, "open") == 0 || !cvn_date_parse_iso (cvn_table_get_text (table, 0, "date"), &due, NULL))
    return (CvnDate){ 0 };
  if (reminded_on != NULL)
    cvn_date_parse_iso (reminded_on, &last, NULL);
  return cvn_follow_up_get_date (&due, (guint) cvn_table_get_integer (table, 0, "level"), &last);
}

static gboolean
is_letter_due (CvnInvoicePane *self,
               CvnTable       *table)
{
  CvnDate next = get_next_letter (table);
  CvnDate today = { 0 };

  return next.year != 0 && cvn_date_parse_iso (cvn_centre_get_today (self->centre), &today, NULL) && cvn_date_compare (&next, &today) <= 0;
}

static gboolean
can_take (CvnInvoicePane *self,
          CvnTable       *table,
          StepId          step)
{
  const char *state = cvn_table_get_text (table, 0, "state");
  gboolean    draft = g_strcmp0 (state, "draft") == 0;
  gboolean    note = g_strcmp0 (state, "credit_note") == 0;
  gboolean    allowed = cvn_operation_dialog_is_allowed (self->centre);

  switch (step)
    {
    case STEP_SEND:
    case STEP_DISCARD:
      return draft && allowed;
    case STEP_PAY:
      return !draft && !note && allowed;
    case STEP_REMIND:
      return !draft && allowed && is_letter_due (self, table);
    case STEP_REFUND:
      return allowed && cvn_table_get_integer (table, 0, "over") > 0;
    case STEP_WRITE_OFF:
      return allowed && cvn_table_get_integer (table, 0, "open") > 0;
    case STEP_CREDIT:
      return !draft && !note && allowed && !cvn_table_words_has (table, 0, "credited_by");
    case STEP_LETTER:
      return cvn_table_get_integer (table, 0, "level") > 0;
    case STEP_SHOW:
    case STEP_EDIT:
      return TRUE;
    case N_STEPS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
update_steps (CvnInvoicePane *self)
{
  CvnTable *table = get_figure (self);

  for (StepId step = 0; step < N_STEPS; step++)
    {
      gboolean can = table != NULL && can_take (self, table, step);

      gtk_widget_action_set_enabled (GTK_WIDGET (self), steps[step].action, can);
      gtk_widget_set_visible (self->steps[step], can);
    }
}

static char *
describe_next (CvnInvoicePane *self,
               CvnTable       *table)
{
  CvnDate          next = get_next_letter (table);
  int              level = (int) cvn_table_get_integer (table, 0, "level") + 1;
  g_autofree char *day = next.year != 0 ? cvn_date_format (&next, cvn_interface_language ()) : NULL;

  if (day == NULL)
    return g_strdup ("");
  if (is_letter_due (self, table))
    return g_strdup_printf (_("A reminder of level %1$d is due since %2$s"), level, day);
  return g_strdup_printf (_("A reminder of level %1$d is due on %2$s"), level, day);
}

static void
fill_head (CvnInvoicePane *self,
           CvnTable       *table)
{
  g_autofree char *title = cvn_invoice_rows_dup_title (table, 0);
  g_autofree char *state = cvn_invoice_rows_dup_state (table, 0);
  g_autofree char *due = cvn_table_words_dup_day (table, 0, "date");
  g_autofree char *next = describe_next (self, table);
  /* Translators: a customer and a due date */
  g_autofree char *subtitle = g_strdup_printf (_("%1$s, due on %2$s"), cvn_table_words_get_label (table, 0), due);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_label_set_text (self->state, state);
  gtk_label_set_text (self->next, next);
  gtk_widget_set_visible (GTK_WIDGET (self->next), *next != '\0');
}

static void
fill_facts (CvnInvoicePane *self,
            CvnTable       *table)
{
  for (FactId id = 0; id < N_FACTS; id++)
    {
      gint64           cents = cvn_table_get_integer (table, 0, facts[id].column);
      g_autofree char *amount = cvn_money_format_euro (cents, cvn_interface_language ());
      g_autofree char *sentence = g_strdup_printf (_("%1$s: %2$s"), _(facts[id].title), amount);
      GtkWidget       *row = gtk_widget_get_ancestor (self->facts[id], ADW_TYPE_ACTION_ROW);

      gtk_label_set_text (GTK_LABEL (self->facts[id]), amount);
      gtk_widget_set_visible (row, cents != 0 || id == FACT_TOTAL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
    }
}

static void
changed_cb (CvnInvoicePane *self)
{
  CvnTable *table = get_figure (self);

  update_steps (self);
  if (table == NULL)
    {
      if (self->invoice != NULL && cvn_figure_set_is_loaded (self->figures))
        g_signal_emit (self, signals[CLOSED], 0);
      return;
    }
  fill_head (self, table);
  fill_facts (self, table);
  cvn_invoice_events_fill (self->events, cvn_figure_set_get (self->figures, "invoice-events"));
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
  static const char *const names[] = { "invoices", "invoice-events", NULL };

  g_free (self->invoice);
  self->invoice = g_strdup (invoice);
  self->credits = credit;
  /* Another set for another invoice: what is shown is never that of the one before. */
  if (self->figures != NULL)
    g_signal_handlers_disconnect_by_data (self->figures, self);
  g_clear_object (&self->figures);
  update_steps (self);
  self->figures = cvn_figure_set_new (self->centre, names);
  cvn_figure_set_set_record (self->figures, invoice);
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/** cvn_invoice_pane_get_invoice: (nullable): the id of the invoice that is shown. */
const char *
cvn_invoice_pane_get_invoice (CvnInvoicePane *self)
{
  return self->invoice;
}

static void
show_report (CvnInvoicePane *self,
             const char     *report)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-report", "(ss)", report, self->invoice);
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
  CvnTable  *table = get_figure (self);
  GtkWidget *dialog = table != NULL ? cvn_invoice_step_dialog_new (GTK_WIDGET (self), self->centre, step, table) : NULL;

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
  g_signal_emit (widget, signals[PAY], 0);
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
discarded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (CvnInvoicePane) self = data;
  g_autoptr (GError) error = NULL;
  gint64 no = cvn_centre_finish (CVN_CENTRE (source), result, &error);

  if (self->centre != NULL)
    cvn_window_show_toast (GTK_WIDGET (self), no >= 0 ? _("The draft was thrown away") : error->message, no > 0);
}

static void
discard_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  CvnInvoicePane *self = CVN_INVOICE_PANE (widget);
  g_autoptr (CvnOperation) operation = cvn_discard_invoice_new (self->invoice);

  cvn_operation_set_subject (operation, cvn_table_words_get_label (get_figure (self), 0));
  cvn_operation_run_async (operation, self->centre, NULL, discarded_cb, g_object_ref (self));
}

static void
edit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "convenant.open", "(ss)", "invoice", CVN_INVOICE_PANE (widget)->invoice);
}

static void
close_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  g_signal_emit (widget, signals[CLOSED], 0);
}

static void
event_cb (CvnInvoicePane *self,
          const char     *id)
{
  g_auto (GStrv) parts = g_strsplit (id, ":", 2);

  if (g_strcmp0 (parts[0], "invoice") == 0 && g_strcmp0 (parts[1], self->invoice) != 0)
    cvn_invoice_pane_show (self, parts[1], FALSE);
  else if (g_strcmp0 (parts[0], "invoice") != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", parts[0], parts[1]);
}

static void
cvn_invoice_pane_dispose (GObject *object)
{
  CvnInvoicePane *self = CVN_INVOICE_PANE (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->settings);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_invoice_pane_parent_class)->dispose (object);
}

static void
cvn_invoice_pane_finalize (GObject *object)
{
  g_free (CVN_INVOICE_PANE (object)->invoice);
  G_OBJECT_CLASS (cvn_invoice_pane_parent_class)->finalize (object);
}

static void
cvn_invoice_pane_class_init (CvnInvoicePaneClass *klass)
{
  static const struct
  {
    const char                 *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "invoice.send", send_cb },
    { "invoice.pay", pay_cb },
    { "invoice.remind", remind_cb },
    { "invoice.refund", refund_cb },
    { "invoice.show", show_cb },
    { "invoice.letter", letter_cb },
    { "invoice.credit", credit_cb },
    { "invoice.write-off", write_off_cb },
    { "invoice.discard", discard_cb },
    { "invoice.edit", edit_cb },
    { "invoice.close", close_cb },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_invoice_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_invoice_pane_finalize;
  signals[CLOSED] = g_signal_new ("closed", CVN_TYPE_INVOICE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PAY] = g_signal_new ("pay", CVN_TYPE_INVOICE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "invoice.close", NULL);
}

static void
cvn_invoice_pane_init (CvnInvoicePane *self)
{
  self->settings = g_settings_new ("org.convenant.Convenant");
  g_signal_connect_object (self->settings, "changed::role", G_CALLBACK (update_steps), self, G_CONNECT_SWAPPED);
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
make_head (CvnInvoicePane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "invoice.close");
  gtk_widget_add_css_class (back, "flat");
  gtk_widget_set_valign (back, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (back, _("Back to the list (Esc)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back to the list"), -1);
  gtk_widget_set_hexpand (words, TRUE);
  self->title = add_label (words, "title-4");
  self->subtitle = add_label (words, "dim-label");
  gtk_box_append (GTK_BOX (box), back);
  gtk_box_append (GTK_BOX (box), words);
  return box;
}

/* The first of them is what is probably wanted. */
static GtkWidget *
make_steps (CvnInvoicePane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, cvn_columns_layout_new (150, 5, 6));
  for (StepId step = 0; step < N_STEPS; step++)
    {
      self->steps[step] = gtk_button_new_with_mnemonic (_(steps[step].label));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->steps[step]), steps[step].action);
      if (step == STEP_SEND)
        gtk_widget_add_css_class (self->steps[step], "suggested-action");
      gtk_widget_set_parent (self->steps[step], box);
    }
  return box;
}

static GtkWidget *
make_facts (CvnInvoicePane *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (FactId id = 0; id < N_FACTS; id++)
    {
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _(facts[id].title), NULL);

      self->facts[id] = gtk_label_new (NULL);
      gtk_widget_add_css_class (self->facts[id], "numeric");
      if (id == FACT_OPEN || id == FACT_OVER)
        gtk_widget_add_css_class (self->facts[id], "heading");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->facts[id]);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  return list;
}

/** cvn_invoice_pane_new: shows nothing until it is told which invoice. */
GtkWidget *
cvn_invoice_pane_new (CvnCentre *centre)
{
  CvnInvoicePane *self = g_object_new (CVN_TYPE_INVOICE_PANE, NULL);
  GtkWidget      *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  GtkWidget      *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->centre = g_object_ref (centre);
  gtk_widget_add_css_class (box, "cvn-parties");
  gtk_box_append (GTK_BOX (box), make_head (self));
  self->state = add_label (box, "heading");
  self->next = add_label (box, "dim-label");
  gtk_box_append (GTK_BOX (box), make_steps (self));
  gtk_box_append (GTK_BOX (box), make_facts (self));
  self->events = CVN_GRID_LIST (cvn_invoice_events_new_list ());
  g_signal_connect_object (self->events, "activated", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->events));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  update_steps (self);
  return GTK_WIDGET (self);
}
