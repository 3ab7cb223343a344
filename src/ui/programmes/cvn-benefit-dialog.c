/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-benefit-dialog"

#include "cvn-benefit-dialog.h"

#include "cvn-programme-operations.h"

#include <glib/gi18n-lib.h>

struct _CvnBenefitDialog
{
  CvnOperationDialog parent_instance;

  char *exposure;
  char *partner;
};

G_DEFINE_FINAL_TYPE (CvnBenefitDialog, cvn_benefit_dialog, CVN_TYPE_OPERATION_DIALOG)

static CvnOperation *
make (CvnOperationDialog *dialog,
      GError            **error)
{
  CvnBenefitDialog *self = CVN_BENEFIT_DIALOG (dialog);
  g_autofree char  *day = cvn_operation_dialog_dup_day (dialog, "delivered_on", error);
  CvnOperation     *operation;

  if (day == NULL)
    return NULL;
  if (cvn_operation_dialog_is_on (dialog, "given"))
    operation = cvn_deliver_benefit_new (self->exposure, day, cvn_operation_dialog_get_text (dialog, "item"), NULL);
  else
    operation = cvn_plan_benefit_new (self->exposure, day);
  cvn_operation_set_subject (operation, self->partner);
  return operation;
}

static void
changed (CvnOperationDialog *dialog)
{
  gtk_widget_set_visible (cvn_operation_dialog_get_row (dialog, "item"), cvn_operation_dialog_is_on (dialog, "given"));
}

static void
cvn_benefit_dialog_finalize (GObject *object)
{
  CvnBenefitDialog *self = CVN_BENEFIT_DIALOG (object);

  g_free (self->exposure);
  g_free (self->partner);
  G_OBJECT_CLASS (cvn_benefit_dialog_parent_class)->finalize (object);
}

static void
cvn_benefit_dialog_class_init (CvnBenefitDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cvn_benefit_dialog_finalize;
  CVN_OPERATION_DIALOG_CLASS (klass)->make = make;
  CVN_OPERATION_DIALOG_CLASS (klass)->changed = changed;
}

static void
cvn_benefit_dialog_init (CvnBenefitDialog *self)
{
}

/** cvn_benefit_dialog_new: about the promised benefit @exposure, which is called @title, of the partner called @partner. */
GtkWidget *
cvn_benefit_dialog_new (GtkWidget  *from,
                        CvnCentre  *centre,
                        const char *exposure,
                        const char *partner,
                        const char *title)
{
  CvnBenefitDialog    *self = g_object_new (CVN_TYPE_BENEFIT_DIALOG, NULL);
  CvnOperationDialog  *dialog = CVN_OPERATION_DIALOG (self);
  g_autofree char     *heading = g_markup_escape_text (partner, -1);
  g_autofree char     *text = g_markup_escape_text (title, -1);
  AdwPreferencesGroup *group = cvn_operation_dialog_add_group (dialog, heading, text);
  GtkWidget           *given = cvn_operation_dialog_add_switch (dialog, group, "given", _("Delivered"), _("Off: it is planned for this day"));

  self->exposure = g_strdup (exposure);
  self->partner = g_strdup (partner);
  cvn_operation_dialog_add_day (dialog, group, "delivered_on", _("Day"), cvn_centre_get_today (centre));
  cvn_operation_dialog_add_entry (dialog, group, "item", _("Proof: where the partner was shown"), NULL);
  gtk_switch_set_active (GTK_SWITCH (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (given))), TRUE);
  cvn_operation_dialog_set_up (dialog, from, centre, _("Benefit"), _("_Save"), _("The benefit was written down"));
  return GTK_WIDGET (self);
}
