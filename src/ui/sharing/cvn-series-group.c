/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-series-group"

#include "cvn-series-group.h"

#include "cvn-dialogs.h"
#include "cvn-kept-focus.h"
#include "cvn-number-series.h"
#include "cvn-operations.h"

#include <glib/gi18n-lib.h>

struct _CvnSeriesGroup
{
  AdwPreferencesGroup parent_instance;
  CvnCentre          *centre;
  GCancellable       *cancellable;
  GPtrArray          *rows; /* owned by the group */
  GtkWidget          *trouble;
};

G_DEFINE_FINAL_TYPE (CvnSeriesGroup, cvn_series_group, ADW_TYPE_PREFERENCES_GROUP)

/* What a button does to a series; it lives as long as its button. */
typedef struct
{
  CvnSeriesGroup *group;
  char           *id;
  CvnOperation *(*make) (const char *series);
  const char *heading; /* of the question before it, or NULL */
  const char *body;
  const char *accept;
  gboolean    destructive;
} Step;

static void
free_step (gpointer  data,
           GClosure *closure)
{
  Step *step = data;

  g_free (step->id);
  g_free (step);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (CvnSeriesGroup) self = data;
  g_autoptr (GError) error = NULL;
  gint64 no = cvn_centre_finish (CVN_CENTRE (source), result, &error);

  if (self->centre == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (self->trouble), no < 0 ? error->message : "");
  gtk_widget_set_visible (self->trouble, no < 0);
  cvn_series_group_load (self);
}

/* What was agreed to; the button may be gone by then. */
typedef struct
{
  CvnSeriesGroup *group;
  CvnOperation   *operation;
} Agreement;

static void
run (CvnSeriesGroup *self,
     CvnOperation   *operation)
{
  cvn_operation_run_async (operation, self->centre, NULL, done_cb, g_object_ref (self));
}

static void
agreed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autofree Agreement *agreement = data;
  g_autoptr (CvnSeriesGroup) self = agreement->group;
  g_autoptr (CvnOperation) operation = agreement->operation;

  if (cvn_dialogs_ask_finish (result) && self->centre != NULL)
    run (self, operation);
}

static void
step_cb (GtkWidget *button,
         Step      *step)
{
  g_autoptr (CvnOperation) operation = step->make (step->id);
  Agreement *agreement;

  if (step->heading == NULL)
    {
      run (step->group, operation);
      return;
    }
  agreement = g_new0 (Agreement, 1);
  *agreement = (Agreement){ g_object_ref (step->group), g_steal_pointer (&operation) };
  cvn_dialogs_ask_async (GTK_WINDOW (gtk_widget_get_root (button)), step->heading, step->body, step->accept, step->destructive, agreed_cb, agreement);
}

static void
add_button (CvnSeriesGroup *self,
            GtkWidget      *box,
            const char     *label,
            const Step     *look)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  Step      *step = g_new0 (Step, 1);

  *step = *look;
  step->group = self;
  step->id = g_strdup (look->id);
  g_signal_connect_data (button, "clicked", G_CALLBACK (step_cb), step, free_step, 0);
  gtk_box_append (GTK_BOX (box), button);
}

static char *
dup_state (const CvnNumberSeries *series)
{
  if (series->place == CVN_SERIES_HERE && series->asked_by != NULL)
    /* Translators: %s is a colleague */
    return g_strdup_printf (_("Numbers are given at this desk. The desk of %s asks for the series."), series->asked_by);
  if (series->place == CVN_SERIES_HERE)
    return g_strdup (_("Numbers are given at this desk. Other desks can prepare invoices."));
  if (series->asked_here)
    return g_strdup (_("This desk has asked for the series. It comes when the other desk hands it over."));
  return g_strdup (series->sentence);
}

/* One below the other: beside them would be no room for the sentence in a narrow window. */
static void
add_buttons (CvnSeriesGroup        *self,
             GtkWidget             *row,
             const CvnNumberSeries *series)
{
  GtkWidget *box;

  if (cvn_centre_is_read_only (self->centre))
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
  if (series->place == CVN_SERIES_HERE && series->asked_by != NULL)
    {
      add_button (self, box, _("_Keep"), &(Step){ .id = series->id, .make = cvn_keep_series_new });
      add_button (self, box, _("_Hand Over…"),
                  &(Step){ .id = series->id,
                           .make = cvn_hand_over_series_new,
                           .heading = _("Hand the Number Series Over?"),
                           .body = _("From then on invoices of this series get their numbers at the other desk. Here you can still prepare them. This cannot be undone: the other desk would have to hand it back."),
                           .accept = _("_Hand Over") });
    }
  else if (series->place == CVN_SERIES_ELSEWHERE)
    {
      if (!series->asked_here)
        add_button (self, box, _("_Ask For It"), &(Step){ .id = series->id, .make = cvn_ask_series_new });
      add_button (self, box, _("_Take…"),
                  &(Step){ .id = series->id,
                           .make = cvn_take_series_new,
                           .heading = _("Take the Number Series?"),
                           .body = _("Only when the other desk is no more, and sends no invoices. A number that it gave and never exchanged would come twice."),
                           .accept = _("_Take"),
                           .destructive = TRUE });
    }
}

static void
add_series (CvnSeriesGroup        *self,
            const CvnNumberSeries *series)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *state = dup_state (series);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), series->name != NULL ? series->name : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), state);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 6);
  add_buttons (self, row, series);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = cvn_number_series_list_finish (result, &error);
  CvnSeriesGroup *self = data;
  guint           place;
  gboolean        focused;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  focused = cvn_kept_focus_find (self->rows, &place);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; list != NULL && i < list->len; i++)
    add_series (self, list->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
  if (focused)
    cvn_kept_focus_give (self->rows, place, GTK_WIDGET (self));
}

static void
cvn_series_group_dispose (GObject *object)
{
  CvnSeriesGroup *self = CVN_SERIES_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_series_group_parent_class)->dispose (object);
}

static void
cvn_series_group_finalize (GObject *object)
{
  g_ptr_array_unref (CVN_SERIES_GROUP (object)->rows);
  G_OBJECT_CLASS (cvn_series_group_parent_class)->finalize (object);
}

static void
cvn_series_group_class_init (CvnSeriesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_series_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_series_group_finalize;
}

static void
cvn_series_group_init (CvnSeriesGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->trouble = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->trouble), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->trouble), 0);
  gtk_widget_add_css_class (self->trouble, "error");
  gtk_widget_set_visible (self->trouble, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Invoice Numbers"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), _("A number series belongs to one desk, so that no number comes twice or is left out."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->trouble);
}

/** cvn_series_group_set_centre: shows the series of @centre; called once. */
void
cvn_series_group_set_centre (CvnSeriesGroup *self,
                             CvnCentre      *centre)
{
  self->centre = g_object_ref (centre);
}

/** cvn_series_group_load: reads the series again. */
void
cvn_series_group_load (CvnSeriesGroup *self)
{
  if (self->centre == NULL || !cvn_centre_is_open (self->centre))
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  cvn_number_series_list_async (self->centre, self->cancellable, loaded_cb, self);
}
