/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-package-pane"

#include "cvn-package-pane.h"

#include "cvn-benefit-rows.h"
#include "cvn-change-words.h"
#include "cvn-detail-pane.h"
#include "cvn-operation-dialog.h"
#include "cvn-programme-operations.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

typedef enum {
  STEP_PROMISE,
  STEP_LETTER,
  STEP_INVOICE,
  STEP_SHOW_INVOICE,
  STEP_EDIT,
  N_STEPS,
} StepId;

static const CvnDetailStep steps[N_STEPS] = {
  [STEP_PROMISE] = { "package.promise", N_("_Write Benefits Down") },
  [STEP_LETTER] = { "package.letter", N_("_Letter to Partner…") },
  [STEP_INVOICE] = { "package.invoice", N_("_Make Invoice") },
  [STEP_SHOW_INVOICE] = { "package.show-invoice", N_("Show _Invoice") },
  [STEP_EDIT] = { "package.edit", N_("All _Fields") },
};

struct _CvnPackagePane
{
  AdwBin parent_instance;

  CvnCentre     *centre;
  CvnFigureSet  *figures;
  char          *package; /* id; NULL before one is shown */
  CvnDetailPane *pane;
  CvnGridList   *benefits;
};

static guint closed_signal;

G_DEFINE_FINAL_TYPE (CvnPackagePane, cvn_package_pane, ADW_TYPE_BIN)

static CvnTable *
get_table (CvnPackagePane *self)
{
  return cvn_figure_set_get (self->figures, "package-ledger");
}

static gboolean
can_take (CvnPackagePane *self,
          guint           row,
          StepId          step)
{
  CvnTable *table = get_table (self);
  gboolean  may = cvn_operation_dialog_is_allowed (self->centre);
  gboolean  invoiced = cvn_table_words_has (table, row, "invoice_id");

  switch (step)
    {
    case STEP_PROMISE:
      return may && cvn_table_get_integer (table, row, "promised") == 0;
    case STEP_INVOICE:
      return may && !invoiced;
    case STEP_SHOW_INVOICE:
      return invoiced;
    case STEP_LETTER:
    case STEP_EDIT:
      return TRUE;
    case N_STEPS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
add_count (CvnPackagePane *self,
           guint           row,
           const char     *title,
           const char     *column)
{
  gint64           number = cvn_table_get_integer (get_table (self), row, column);
  g_autofree char *text = number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;

  cvn_detail_pane_add_fact (self->pane, title, text);
}

static void
fill_facts (CvnPackagePane *self,
            guint           row)
{
  CvnTable        *table = get_table (self);
  g_autofree char *price = cvn_table_words_dup_money (table, row, "amount");

  cvn_detail_pane_begin_facts (self->pane);
  cvn_detail_pane_add_fact (self->pane, _("Price without VAT"), price);
  add_count (self, row, _("Benefits promised"), "promised");
  add_count (self, row, _("Delivered"), "delivered");
  add_count (self, row, _("Planned"), "planned");
  add_count (self, row, _("Overdue"), "overdue");
  cvn_detail_pane_add_fact (self->pane, _("Invoice"), cvn_table_get_text (table, row, "invoice"));
}

static void
changed_cb (CvnPackagePane *self)
{
  int              row = self->package != NULL ? cvn_benefit_rows_find (get_table (self), self->package) : -1;
  g_autofree char *subtitle = NULL;

  for (StepId step = 0; step < N_STEPS; step++)
    {
      gboolean can = row >= 0 && can_take (self, (guint) row, step);

      gtk_widget_action_set_enabled (GTK_WIDGET (self), steps[step].action, can);
      cvn_detail_pane_set_step (self->pane, step, can, NULL);
    }
  if (row < 0)
    {
      if (self->package != NULL)
        g_signal_emit (self, closed_signal, 0);
      return;
    }
  /* Translators: the level of a package and its year */
  subtitle = g_strdup_printf (_("Package %1$s of %2$d"), cvn_table_get_text (get_table (self), (guint) row, "package"), cvn_figure_set_get_year (self->figures));
  cvn_detail_pane_set_head (self->pane, cvn_table_words_get_label (get_table (self), (guint) row), subtitle, "", NULL);
  fill_facts (self, (guint) row);
  cvn_benefit_rows_fill (self->benefits, cvn_figure_set_get (self->figures, "benefit-ledger"), self->package);
}

/** cvn_package_pane_show: shows the package whose id is @package. */
void
cvn_package_pane_show (CvnPackagePane *self,
                       const char     *package)
{
  g_free (self->package);
  self->package = g_strdup (package);
  changed_cb (self);
}

/** cvn_package_pane_get_package: (nullable): the id of the package that is shown. */
const char *
cvn_package_pane_get_package (CvnPackagePane *self)
{
  return self->package;
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr (CvnPackagePane) self = data;
  g_autoptr (GError) error = NULL;

  if (cvn_centre_finish (CVN_CENTRE (source), result, &error) < 0 && self->centre != NULL)
    cvn_window_show_toast (GTK_WIDGET (self), error->message, FALSE);
}

static void
run (CvnPackagePane *self,
     CvnOperation   *operation)
{
  int row = cvn_benefit_rows_find (get_table (self), self->package);

  if (row >= 0)
    cvn_operation_set_subject (operation, cvn_table_words_get_label (get_table (self), (guint) row));
  cvn_operation_run_async (operation, self->centre, NULL, run_cb, g_object_ref (self));
}

static void
promise_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  CvnPackagePane *self = CVN_PACKAGE_PANE (widget);
  g_autoptr (CvnOperation) operation = cvn_promise_benefits_new (self->package);

  run (self, operation);
}

static void
invoice_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  CvnPackagePane   *self = CVN_PACKAGE_PANE (widget);
  const char *const sources[] = { self->package, NULL };
  g_autoptr (CvnRecord) invoice = cvn_record_new (cvn_kind_find ("invoice"));
  g_autoptr (CvnOperation) operation = NULL;

  cvn_record_set_text (invoice, "date", cvn_centre_get_today (self->centre));
  operation = cvn_make_invoice_new (invoice, "partner_package", sources);
  run (self, operation);
}

static void
show_invoice_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  CvnPackagePane *self = CVN_PACKAGE_PANE (widget);
  int             row = cvn_benefit_rows_find (get_table (self), self->package);

  if (row >= 0)
    gtk_widget_activate_action (widget, "win.open-record", "(ss)", "invoice", cvn_table_get_text (get_table (self), (guint) row, "invoice_id"));
}

static void
letter_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.open-report", "(ss)", "benefits", CVN_PACKAGE_PANE (widget)->package);
}

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "programmes.open", "(ss)", "partner_package", CVN_PACKAGE_PANE (widget)->package);
}

static void
benefit_cb (CvnPackagePane *self,
            const char     *id)
{
  cvn_benefit_rows_open (GTK_WIDGET (self), self->centre, cvn_figure_set_get (self->figures, "benefit-ledger"), id);
}

static void
closed_cb (CvnPackagePane *self)
{
  g_signal_emit (self, closed_signal, 0);
}

static void
cvn_package_pane_dispose (GObject *object)
{
  CvnPackagePane *self = CVN_PACKAGE_PANE (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->centre);
  g_clear_pointer (&self->package, g_free);
  G_OBJECT_CLASS (cvn_package_pane_parent_class)->dispose (object);
}

static void
cvn_package_pane_class_init (CvnPackagePaneClass *klass)
{
  static const GtkWidgetActionActivateFunc activate[N_STEPS] = {
    [STEP_PROMISE] = promise_action,
    [STEP_LETTER] = letter_action,
    [STEP_INVOICE] = invoice_action,
    [STEP_SHOW_INVOICE] = show_invoice_action,
    [STEP_EDIT] = edit_action,
  };

  G_OBJECT_CLASS (klass)->dispose = cvn_package_pane_dispose;
  closed_signal = g_signal_new ("closed", CVN_TYPE_PACKAGE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  for (guint i = 0; i < N_STEPS; i++)
    gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), steps[i].action, NULL, activate[i]);
}

static void
cvn_package_pane_init (CvnPackagePane *self)
{
}

/** cvn_package_pane_new: over @figures, which have package-ledger and benefit-ledger. */
GtkWidget *
cvn_package_pane_new (CvnCentre    *centre,
                      CvnFigureSet *figures)
{
  CvnPackagePane *self = g_object_new (CVN_TYPE_PACKAGE_PANE, NULL);

  self->centre = g_object_ref (centre);
  self->figures = g_object_ref (figures);
  self->pane = CVN_DETAIL_PANE (cvn_detail_pane_new (steps, N_STEPS));
  g_signal_connect_object (self->pane, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (figures, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->benefits = CVN_GRID_LIST (cvn_benefit_rows_new_list ());
  g_signal_connect_object (self->benefits, "activated", G_CALLBACK (benefit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->benefits, "refill", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  cvn_detail_pane_add_list (self->pane, _("Benefits"), GTK_WIDGET (self->benefits));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->pane));
  return GTK_WIDGET (self);
}
