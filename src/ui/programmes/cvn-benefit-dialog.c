/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-benefit-dialog"

#include "cvn-benefit-dialog.h"

#include "cvn-change-words.h"
#include "cvn-figure-set.h"
#include "cvn-programme-operations.h"

#include <glib/gi18n-lib.h>

struct _CvnBenefitDialog
{
  CvnOperationDialog parent_instance;

  char          *exposure;
  char          *partner;
  CvnFigureSet  *figures;
  GtkStringList *words; /* of the places where the partner may have been shown; the first is none */
};

static const char *const figure_names[] = { "benefit-proofs", NULL };

G_DEFINE_FINAL_TYPE (CvnBenefitDialog, cvn_benefit_dialog, CVN_TYPE_OPERATION_DIALOG)

/* The event, the publication or the news item that was chosen; NULL when it is none. */
static const char *
get_chosen (CvnBenefitDialog *self,
            const char       *kind)
{
  guint     place = cvn_operation_dialog_get_choice (CVN_OPERATION_DIALOG (self), "event");
  CvnTable *table = place > 0 ? cvn_figure_set_get (self->figures, "benefit-proofs") : NULL;

  if (table == NULL || place > cvn_table_get_n_rows (table) || g_strcmp0 (cvn_table_get_text (table, place - 1, "kind"), kind) != 0)
    return NULL;
  return cvn_table_get_text (table, place - 1, "id");
}

static CvnOperation *
make (CvnOperationDialog *dialog,
      GError            **error)
{
  CvnBenefitDialog *self = CVN_BENEFIT_DIALOG (dialog);
  g_autofree char  *day = cvn_operation_dialog_dup_day (dialog, "delivered_on", error);
  CvnOperation     *operation;

  if (day == NULL)
    return NULL;
  if (cvn_operation_dialog_is_on (dialog, "given") && get_chosen (self, "news_item") != NULL)
    operation = cvn_deliver_benefit_in_news_new (self->exposure, day, cvn_operation_dialog_get_text (dialog, "item"), get_chosen (self, "news_item"));
  else if (cvn_operation_dialog_is_on (dialog, "given"))
    operation = cvn_deliver_benefit_new (self->exposure, day, cvn_operation_dialog_get_text (dialog, "item"), get_chosen (self, "event"), get_chosen (self, "event_publication"));
  else
    operation = cvn_plan_benefit_new (self->exposure, day);
  cvn_operation_set_subject (operation, self->partner);
  return operation;
}

static void
changed (CvnOperationDialog *dialog)
{
  gtk_widget_set_visible (cvn_operation_dialog_get_row (dialog, "item"), cvn_operation_dialog_is_on (dialog, "given"));
  gtk_widget_set_visible (cvn_operation_dialog_get_row (dialog, "event"), cvn_operation_dialog_is_on (dialog, "given"));
}

/* “12-03-2020 Newsletter: New Year drinks” */
static void
proofs_cb (CvnBenefitDialog *self)
{
  CvnTable   *table = cvn_figure_set_get (self->figures, "benefit-proofs");
  const char *column = cvn_interface_language () == CVN_LANGUAGE_EN ? "channel_en" : "channel";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->words)) > 1)
    return;
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    {
      g_autofree char *day = cvn_table_words_dup_day (table, row, "date");
      const char      *channel = cvn_table_get_text (table, row, column);

      /* Translators: a day, a channel such as the newsletter, and the event that it told about */
      gtk_string_list_take (self->words, channel != NULL ? g_strdup_printf (_("%1$s %2$s: %3$s"), day, channel, cvn_table_words_get_label (table, row))
                                                         : g_strdup_printf ("%s %s", day, cvn_table_words_get_label (table, row)));
    }
}

static void
cvn_benefit_dialog_dispose (GObject *object)
{
  CvnBenefitDialog *self = CVN_BENEFIT_DIALOG (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->words);
  G_OBJECT_CLASS (cvn_benefit_dialog_parent_class)->dispose (object);
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
  G_OBJECT_CLASS (klass)->dispose = cvn_benefit_dialog_dispose;
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
  self->words = gtk_string_list_new ((const char *const[]){ _("None of these"), NULL });
  cvn_operation_dialog_add_choice (dialog, group, "event", _("Shown at or in"), self->words);
  cvn_operation_dialog_add_entry (dialog, group, "item", _("Proof: where the partner was shown"), NULL);
  self->figures = cvn_figure_set_new (centre, figure_names);
  cvn_figure_set_set_record (self->figures, exposure);
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (proofs_cb), self, G_CONNECT_SWAPPED);
  gtk_switch_set_active (GTK_SWITCH (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (given))), TRUE);
  cvn_operation_dialog_set_up (dialog, from, centre, _("Benefit"), _("_Save"), _("The benefit was written down"));
  return GTK_WIDGET (self);
}
