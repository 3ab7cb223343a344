/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-package-pane"

#include "cvn-package-pane.h"

#include "cvn-benefit-rows.h"
#include "cvn-change-words.h"
#include "cvn-operation-dialog.h"
#include "cvn-programme-operations.h"

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
  CvnRecordPane parent_instance;

  CvnGridList *benefits;
};

G_DEFINE_FINAL_TYPE (CvnPackagePane, cvn_package_pane, CVN_TYPE_RECORD_PANE)

static gboolean
cvn_package_pane_can_take (CvnRecordPane *pane,
                           CvnTable      *table,
                           guint          row,
                           guint          step)
{
  gboolean may = cvn_operation_dialog_is_allowed (cvn_record_pane_get_centre (pane));
  gboolean invoiced = cvn_table_words_has (table, row, "invoice_id");

  switch ((StepId) step)
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
add_count (CvnDetailPane *detail,
           CvnTable      *table,
           guint          row,
           const char    *title,
           const char    *column)
{
  gint64           number = cvn_table_get_integer (table, row, column);
  g_autofree char *text = number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;

  cvn_detail_pane_add_fact (detail, title, text);
}

static void
fill_facts (CvnDetailPane *detail,
            CvnTable      *table,
            guint          row)
{
  g_autofree char *price = cvn_table_words_dup_money (table, row, "amount");

  cvn_detail_pane_begin_facts (detail);
  cvn_detail_pane_add_fact (detail, _("Price without VAT"), price);
  add_count (detail, table, row, _("Benefits promised"), "promised");
  add_count (detail, table, row, _("Delivered"), "delivered");
  add_count (detail, table, row, _("Planned"), "planned");
  add_count (detail, table, row, _("Overdue"), "overdue");
  cvn_detail_pane_add_fact (detail, _("Invoice"), cvn_table_get_text (table, row, "invoice"));
}

static void
cvn_package_pane_fill (CvnRecordPane *pane,
                       CvnTable      *table,
                       guint          row)
{
  CvnFigureSet  *figures = cvn_record_pane_get_figures (pane);
  CvnDetailPane *detail = cvn_record_pane_get_detail (pane);
  /* Translators: the level of a package and its year */
  g_autofree char *subtitle = g_strdup_printf (_("Package %1$s of %2$d"), cvn_table_get_text (table, row, "package"), cvn_figure_set_get_year (figures));

  cvn_detail_pane_set_head (detail, cvn_table_words_get_label (table, row), subtitle, "", NULL);
  fill_facts (detail, table, row);
  cvn_benefit_rows_fill (CVN_PACKAGE_PANE (pane)->benefits, cvn_figure_set_get (figures, "benefit-ledger"), cvn_record_pane_get_record (pane));
}

static void
promise_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  CvnRecordPane *self = CVN_RECORD_PANE (widget);
  g_autoptr (CvnOperation) operation = cvn_promise_benefits_new (cvn_record_pane_get_record (self));

  cvn_record_pane_run (self, operation, NULL);
}

static void
invoice_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  CvnRecordPane    *self = CVN_RECORD_PANE (widget);
  const char *const sources[] = { cvn_record_pane_get_record (self), NULL };
  g_autoptr (CvnRecord) invoice = cvn_record_new (cvn_kind_find ("invoice"));
  g_autoptr (CvnOperation) operation = NULL;

  cvn_record_set_text (invoice, "date", cvn_centre_get_today (cvn_record_pane_get_centre (self)));
  operation = cvn_make_invoice_new (invoice, "partner_package", sources);
  cvn_record_pane_run (self, operation, NULL);
}

static void
show_invoice_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  guint     row = 0;
  CvnTable *table = cvn_record_pane_get_table (CVN_RECORD_PANE (widget), &row);

  if (table != NULL)
    gtk_widget_activate_action (widget, "win.open-record", "(ss)", "invoice", cvn_table_get_text (table, row, "invoice_id"));
}

static void
letter_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.open-report", "(ss)", "benefits", cvn_record_pane_get_record (CVN_RECORD_PANE (widget)));
}

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "programmes.open", "(ss)", "partner_package", cvn_record_pane_get_record (CVN_RECORD_PANE (widget)));
}

static void
benefit_cb (CvnRecordPane *self,
            const char    *id)
{
  cvn_benefit_rows_open (GTK_WIDGET (self), cvn_record_pane_get_centre (self), cvn_figure_set_get (cvn_record_pane_get_figures (self), "benefit-ledger"), id);
}

static void
cvn_package_pane_class_init (CvnPackagePaneClass *klass)
{
  static const char *const                 figures[] = { "package-ledger", "benefit-ledger", NULL };
  static const GtkWidgetActionActivateFunc activate[N_STEPS] = {
    [STEP_PROMISE] = promise_action,
    [STEP_LETTER] = letter_action,
    [STEP_INVOICE] = invoice_action,
    [STEP_SHOW_INVOICE] = show_invoice_action,
    [STEP_EDIT] = edit_action,
  };
  CvnRecordPaneClass *pane_class = CVN_RECORD_PANE_CLASS (klass);

  pane_class->figures = figures;
  pane_class->steps = steps;
  pane_class->n_steps = N_STEPS;
  pane_class->can_take = cvn_package_pane_can_take;
  pane_class->fill = cvn_package_pane_fill;
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
  CvnPackagePane *self = g_object_new (CVN_TYPE_PACKAGE_PANE, "centre", centre, NULL);

  self->benefits = CVN_GRID_LIST (cvn_benefit_rows_new_list ());
  g_signal_connect_object (self->benefits, "activated", G_CALLBACK (benefit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->benefits, "refill", G_CALLBACK (cvn_record_pane_update), self, G_CONNECT_SWAPPED);
  cvn_detail_pane_add_list (cvn_record_pane_get_detail (CVN_RECORD_PANE (self)), _("Benefits"), GTK_WIDGET (self->benefits));
  cvn_record_pane_share_figures (CVN_RECORD_PANE (self), figures);
  return GTK_WIDGET (self);
}
