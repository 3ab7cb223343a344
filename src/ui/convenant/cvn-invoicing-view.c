/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-invoicing-view"

#include "cvn-invoicing-view.h"

#include "cvn-figure-set.h"
#include "cvn-instalments-view.h"
#include "cvn-invoice-dialog.h"
#include "cvn-invoice-pane.h"
#include "cvn-invoice-rows.h"
#include "cvn-payment-dialog.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

typedef enum {
  LIST_INSTALMENTS,
  LIST_INVOICES,
  LIST_PAYMENTS,
  N_LISTS,
} ListId;

struct _CvnInvoicingView
{
  AdwBin parent_instance;

  CvnCentre          *centre;
  CvnFigureSet       *figures; /* NULL before it is looked at */
  GtkStack           *stack;   /* lists or invoice */
  GtkStack           *lists;
  GtkWidget          *toggles[N_LISTS];
  CvnInstalmentsView *instalments;
  CvnGridList        *invoices;
  GtkLabel           *sum;
  CvnGridList        *payments;
  CvnGridList        *payers;
  CvnGridList        *credited;
  CvnInvoicePane     *pane;
  gboolean            wants_focus; /* the keyboard goes to the list as soon as it is filled */
};

static const struct
{
  const char *name;
  const char *title;
} list_infos[N_LISTS] = {
  [LIST_INSTALMENTS] = { "instalments", N_("_Instalments") },
  [LIST_INVOICES] = { "invoices", N_("In_voices") },
  [LIST_PAYMENTS] = { "payments", N_("_Payments") },
};

static const char *const figure_names[] = { "year-instalments", "invoices", "payments", "payments-by-payer", "payments-by-credited", "partner-list", NULL };

G_DEFINE_FINAL_TYPE (CvnInvoicingView, cvn_invoicing_view, ADW_TYPE_BIN)

static gboolean
is_loaded (CvnInvoicingView *self)
{
  return self->figures != NULL && cvn_figure_set_is_loaded (self->figures);
}

static void
update_actions (CvnInvoicingView *self)
{
  gboolean allowed = is_loaded (self) && cvn_operation_dialog_is_allowed (self->centre);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "invoicing.make", allowed && cvn_invoice_dialog_has_work (cvn_figure_set_get (self->figures, "year-instalments")));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "invoicing.pay", allowed && cvn_table_get_n_rows (cvn_figure_set_get (self->figures, "partner-list")) > 0);
}

static void
fill_invoices (CvnInvoicingView *self)
{
  CvnTable        *table = cvn_figure_set_get (self->figures, "invoices");
  g_autofree char *sum = cvn_invoice_rows_dup_sum (table);

  gtk_label_set_text (self->sum, sum);
  cvn_invoice_rows_fill (self->invoices, table);
}

static void
fill_payments (CvnInvoicingView *self)
{
  cvn_payment_rows_fill (self->payments, cvn_figure_set_get (self->figures, "payments"));
  cvn_payment_sums_fill (self->payers, cvn_figure_set_get (self->figures, "payments-by-payer"));
  cvn_payment_sums_fill (self->credited, cvn_figure_set_get (self->figures, "payments-by-credited"));
}

/* Only the list that is seen is filled. */
static void
fill (CvnInvoicingView *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->lists);

  if (!is_loaded (self))
    return;
  if (g_strcmp0 (name, list_infos[LIST_INVOICES].name) == 0)
    fill_invoices (self);
  else if (g_strcmp0 (name, list_infos[LIST_PAYMENTS].name) == 0)
    fill_payments (self);
}

static void
changed_cb (CvnInvoicingView *self)
{
  update_actions (self);
  fill (self);
  if (self->wants_focus && gtk_widget_get_mapped (GTK_WIDGET (self->lists)))
    gtk_widget_child_focus (GTK_WIDGET (self->lists), GTK_DIR_TAB_FORWARD);
  self->wants_focus = FALSE;
}

/* Nothing is read for a tab that nobody opens. */
static void
map_cb (CvnInvoicingView *self)
{
  if (self->figures != NULL)
    return;
  self->figures = cvn_figure_set_new (self->centre, figure_names);
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
toggled_cb (CvnInvoicingView *self)
{
  for (ListId id = 0; id < N_LISTS; id++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggles[id])))
      gtk_stack_set_visible_child_name (self->lists, list_infos[id].name);
  fill (self);
}

/** cvn_invoicing_view_show_list: shows the list called @name: instalments, invoices or payments. */
void
cvn_invoicing_view_show_list (CvnInvoicingView *self,
                              const char       *name)
{
  gtk_stack_set_visible_child_name (self->stack, "lists");
  for (ListId id = 0; id < N_LISTS; id++)
    if (g_str_equal (list_infos[id].name, name))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggles[id]), TRUE);
}

/** cvn_invoicing_view_show_invoice: shows one invoice; with @credit it asks for its credit note at once. */
void
cvn_invoicing_view_show_invoice (CvnInvoicingView *self,
                                 const char       *invoice,
                                 gboolean          credit)
{
  gtk_stack_set_visible_child_name (self->stack, "invoice");
  cvn_invoice_pane_show (self->pane, invoice, credit);
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  cvn_invoicing_view_show_invoice (CVN_INVOICING_VIEW (widget), g_variant_get_string (parameter, NULL), FALSE);
}

static void
invoice_cb (CvnInvoicingView *self,
            const char       *id)
{
  cvn_invoicing_view_show_invoice (self, id, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

static void
payment_cb (CvnInvoicingView *self,
            const char       *id)
{
  g_auto (GStrv) parts = g_strsplit (id, ":", 2);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", parts[0], parts[1]);
}

/* Back where the invoice was. */
static void
closed_cb (CvnInvoicingView *self)
{
  GtkWidget *row;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "invoice") != 0)
    return;
  gtk_stack_set_visible_child_name (self->stack, "lists");
  row = cvn_grid_list_find (self->invoices, cvn_record_pane_get_record (CVN_RECORD_PANE (self->pane)));
  if (row == NULL || !gtk_widget_grab_focus (row))
    gtk_widget_child_focus (GTK_WIDGET (self->lists), GTK_DIR_TAB_FORWARD);
}

/* The drafts are in the list, above what was sent. */
static void
made_cb (CvnInvoicingView *self,
         const char       *id)
{
  self->wants_focus = TRUE;
  cvn_invoicing_view_show_list (self, list_infos[LIST_INVOICES].name);
}

static void
make_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CvnInvoicingView *self = CVN_INVOICING_VIEW (widget);
  const char       *instalment = cvn_instalments_view_get_focused (self->instalments);
  GtkWidget        *dialog = cvn_invoice_dialog_new (widget, self->centre, cvn_figure_set_get (self->figures, "year-instalments"), instalment);

  g_signal_connect_object (dialog, "done", G_CALLBACK (made_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
book (CvnInvoicingView *self,
      const char       *invoice)
{
  if (is_loaded (self))
    gtk_window_present (GTK_WINDOW (cvn_payment_dialog_new (GTK_WIDGET (self), self->centre, cvn_figure_set_get (self->figures, "invoices"),
                                                            cvn_figure_set_get (self->figures, "partner-list"), invoice)));
}

static void
pay_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  CvnInvoicingView *self = CVN_INVOICING_VIEW (widget);

  book (self, cvn_grid_list_get_focused (self->invoices));
}

static void
pay_invoice_cb (CvnInvoicingView *self)
{
  book (self, cvn_record_pane_get_record (CVN_RECORD_PANE (self->pane)));
}

static void
cvn_invoicing_view_dispose (GObject *object)
{
  CvnInvoicingView *self = CVN_INVOICING_VIEW (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_invoicing_view_parent_class)->dispose (object);
}

static void
cvn_invoicing_view_class_init (CvnInvoicingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_invoicing_view_dispose;
  gtk_widget_class_install_action (widget_class, "invoicing.make", NULL, make_cb);
  gtk_widget_class_install_action (widget_class, "invoicing.pay", NULL, pay_cb);
  gtk_widget_class_install_action (widget_class, "invoicing.open", "s", open_cb);
}

static void
cvn_invoicing_view_init (CvnInvoicingView *self)
{
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

static GtkWidget *
make_toggles (CvnInvoicingView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  for (ListId id = 0; id < N_LISTS; id++)
    {
      self->toggles[id] = gtk_toggle_button_new_with_mnemonic (_(list_infos[id].title));
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->toggles[id]), id > 0 ? GTK_TOGGLE_BUTTON (self->toggles[0]) : NULL);
      gtk_box_append (GTK_BOX (box), self->toggles[id]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggles[0]), TRUE);
  for (ListId id = 0; id < N_LISTS; id++)
    g_signal_connect_object (self->toggles[id], "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static GtkWidget *
make_tools (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *make = gtk_button_new_with_mnemonic (_("_Make Invoices…"));
  GtkWidget *pay = gtk_button_new_with_mnemonic (_("_Book Payment…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (make), "invoicing.make");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (pay), "invoicing.pay");
  cvn_tooltip_set (make, _("Make drafts out of instalments; you send them yourself"));
  cvn_tooltip_set (pay, _("Book what came in, for one or several invoices"));
  gtk_box_append (GTK_BOX (box), make);
  gtk_box_append (GTK_BOX (box), pay);
  return box;
}

static GtkWidget *
wrap (GtkWidget *content)
{
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, NULL);

  gtk_widget_add_css_class (content, "cvn-parties");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  return scrolled;
}

static CvnGridList *
add_list (CvnInvoicingView *self,
          GtkWidget        *box,
          const char       *title,
          GtkWidget        *list,
          GCallback         activated)
{
  if (title != NULL)
    {
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "wrap", TRUE, "margin-top", 12, NULL);

      gtk_widget_add_css_class (label, "title-4");
      gtk_box_append (GTK_BOX (box), label);
    }
  if (activated != NULL)
    g_signal_connect_object (list, "activated", activated, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "refill", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), list);
  return CVN_GRID_LIST (list);
}

static GtkWidget *
make_invoices (CvnInvoicingView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->sum = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->sum), "heading");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sum));
  self->invoices = add_list (self, box, NULL, cvn_invoice_rows_new_list (), G_CALLBACK (invoice_cb));
  return wrap (box);
}

/* Both ways of looking add up to the same: what came in. */
static GtkWidget *
make_payments (CvnInvoicingView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->payments = add_list (self, box, NULL, cvn_payment_rows_new_list (), G_CALLBACK (payment_cb));
  self->payers = add_list (self, box, _("By Who Paid"), cvn_payment_sums_new_list (_("By Who Paid")), NULL);
  self->credited = add_list (self, box, _("By Whom It Is Credited To"), cvn_payment_sums_new_list (_("By Whom It Is Credited To")), NULL);
  return wrap (box);
}

static GtkWidget *
make_lists (CvnInvoicingView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (bar, "cvn-invoicing-bar");
  gtk_box_append (GTK_BOX (bar), make_toggles (self));
  gtk_box_append (GTK_BOX (bar), make_tools ());
  self->lists = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->lists, FALSE);
  self->instalments = CVN_INSTALMENTS_VIEW (cvn_instalments_view_new (self->centre));
  gtk_stack_add_named (self->lists, GTK_WIDGET (self->instalments), list_infos[LIST_INSTALMENTS].name);
  gtk_stack_add_named (self->lists, make_invoices (self), list_infos[LIST_INVOICES].name);
  gtk_stack_add_named (self->lists, make_payments (self), list_infos[LIST_PAYMENTS].name);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lists));
  return box;
}

/** cvn_invoicing_view_new: reads its figures when it is first looked at. */
GtkWidget *
cvn_invoicing_view_new (CvnCentre *centre)
{
  CvnInvoicingView *self = g_object_new (CVN_TYPE_INVOICING_VIEW, NULL);

  self->centre = g_object_ref (centre);
  g_signal_connect_object (centre, "notify::read-only", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, make_lists (self), "lists");
  self->pane = CVN_INVOICE_PANE (cvn_invoice_pane_new (centre));
  g_signal_connect_object (self->pane, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "pay", G_CALLBACK (pay_invoice_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->pane), "invoice");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  update_actions (self);
  return GTK_WIDGET (self);
}
