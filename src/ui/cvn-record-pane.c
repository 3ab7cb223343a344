/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-record-pane"

#include "cvn-record-pane.h"

#include "cvn-change-words.h"
#include "cvn-window.h"

typedef enum {
  PROP_CENTRE = 1,
  N_PROPERTIES,
} CvnRecordPaneProperty;

typedef struct
{
  CvnCentre     *centre;  /* NULL after dispose */
  CvnFigureSet  *figures; /* NULL before a record is shown */
  gboolean       shared;  /* the figures are those of the list, of all its records */
  char          *record;  /* id; NULL before one is shown */
  CvnDetailPane *detail;
} CvnRecordPanePrivate;

static GParamSpec *properties[N_PROPERTIES];
static guint       closed_signal;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CvnRecordPane, cvn_record_pane, ADW_TYPE_BIN)

static CvnRecordPanePrivate *
get_private (CvnRecordPane *self)
{
  return cvn_record_pane_get_instance_private (self);
}

/**
 * cvn_record_pane_get_table:
 * @row: (out) (optional): where the record is in it
 *
 * Returns: (transfer none) (nullable): the first figure; NULL before it is there, or when there is no such record any more
 */
CvnTable *
cvn_record_pane_get_table (CvnRecordPane *self,
                           guint         *row)
{
  CvnRecordPanePrivate *priv = get_private (self);
  CvnTable             *table = priv->figures != NULL ? cvn_figure_set_get (priv->figures, CVN_RECORD_PANE_GET_CLASS (self)->figures[0]) : NULL;
  guint                 n_rows = table != NULL && priv->record != NULL ? cvn_table_get_n_rows (table) : 0;

  for (guint i = 0; i < n_rows; i++)
    if (g_strcmp0 (cvn_table_get_text (table, i, "id"), priv->record) == 0)
      {
        if (row != NULL)
          *row = i;
        return table;
      }
  return NULL;
}

static void
update_steps (CvnRecordPane *self)
{
  CvnRecordPaneClass   *klass = CVN_RECORD_PANE_GET_CLASS (self);
  CvnRecordPanePrivate *priv = get_private (self);
  guint                 row = 0;
  CvnTable             *table = cvn_record_pane_get_table (self, &row);

  for (guint step = 0; step < klass->n_steps; step++)
    {
      gboolean    can = table != NULL && klass->can_take (self, table, row, step);
      const char *label = can && klass->get_label != NULL ? klass->get_label (self, table, row, step) : NULL;

      gtk_widget_action_set_enabled (GTK_WIDGET (self), klass->steps[step].action, can);
      cvn_detail_pane_set_step (priv->detail, step, can, label);
    }
}

/** cvn_record_pane_update: shows the record anew, as something else that bears on it has changed. */
void
cvn_record_pane_update (CvnRecordPane *self)
{
  CvnRecordPanePrivate *priv = get_private (self);
  guint                 row = 0;
  CvnTable             *table = cvn_record_pane_get_table (self, &row);

  update_steps (self);
  if (table != NULL)
    CVN_RECORD_PANE_GET_CLASS (self)->fill (self, table, row);
  else if (priv->record != NULL && priv->figures != NULL && cvn_figure_set_is_loaded (priv->figures))
    g_signal_emit (self, closed_signal, 0);
}

static void
use_figures (CvnRecordPane *self,
             CvnFigureSet  *figures)
{
  CvnRecordPanePrivate *priv = get_private (self);

  if (priv->figures != NULL)
    g_signal_handlers_disconnect_by_data (priv->figures, self);
  g_set_object (&priv->figures, figures);
  if (figures != NULL)
    g_signal_connect_object (figures, "changed", G_CALLBACK (cvn_record_pane_update), self, G_CONNECT_SWAPPED);
}

/** cvn_record_pane_share_figures: shows records out of @figures, which are those of the list and hold all of them. */
void
cvn_record_pane_share_figures (CvnRecordPane *self,
                               CvnFigureSet  *figures)
{
  use_figures (self, figures);
  get_private (self)->shared = TRUE;
}

/** cvn_record_pane_show: shows the record whose id is @record. */
void
cvn_record_pane_show (CvnRecordPane *self,
                      const char    *record)
{
  CvnRecordPanePrivate *priv = get_private (self);
  g_autofree char      *before = g_steal_pointer (&priv->record); /* @record may be this very text */

  priv->record = g_strdup (record);
  if (!priv->shared)
    {
      g_autoptr (CvnFigureSet) figures = cvn_figure_set_new (priv->centre, CVN_RECORD_PANE_GET_CLASS (self)->figures);

      cvn_figure_set_set_record (figures, priv->record);
      use_figures (self, figures);
    }
  if (g_strcmp0 (before, priv->record) != 0)
    cvn_detail_pane_clear (priv->detail);
  cvn_record_pane_update (self);
}

/** cvn_record_pane_get_record: (nullable): the id of the record that is shown. */
const char *
cvn_record_pane_get_record (CvnRecordPane *self)
{
  return get_private (self)->record;
}

/** cvn_record_pane_get_centre: owned by the pane. */
CvnCentre *
cvn_record_pane_get_centre (CvnRecordPane *self)
{
  return get_private (self)->centre;
}

/** cvn_record_pane_get_figures: (nullable): owned by the pane; NULL before a record is shown. */
CvnFigureSet *
cvn_record_pane_get_figures (CvnRecordPane *self)
{
  return get_private (self)->figures;
}

/** cvn_record_pane_get_detail: where the subclass shows the record; owned by the pane. */
CvnDetailPane *
cvn_record_pane_get_detail (CvnRecordPane *self)
{
  return get_private (self)->detail;
}

typedef struct
{
  CvnRecordPane *self;
  const char    *done;
} Run;

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  g_autofree Run *run = data;
  g_autoptr (CvnRecordPane) self = run->self;
  g_autoptr (GError) error = NULL;
  gint64 no = cvn_centre_finish (CVN_CENTRE (source), result, &error);

  if (get_private (self)->centre == NULL)
    return;
  if (no < 0)
    cvn_window_show_toast (GTK_WIDGET (self), error->message, FALSE);
  else if (run->done != NULL)
    cvn_window_show_toast (GTK_WIDGET (self), run->done, no > 0);
}

/**
 * cvn_record_pane_run:
 * @operation: to carry out as one step that can be undone
 * @done: (nullable): static: what a toast says, with a way back, when the pane itself does not show it
 *
 * Carries @operation out in the name of the record that is shown. A refusal is told by a toast.
 */
void
cvn_record_pane_run (CvnRecordPane *self,
                     CvnOperation  *operation,
                     const char    *done)
{
  guint     row = 0;
  CvnTable *table = cvn_record_pane_get_table (self, &row);
  Run      *run = g_new0 (Run, 1);

  if (table != NULL)
    cvn_operation_set_subject (operation, cvn_table_words_get_label (table, row));
  run->self = g_object_ref (self);
  run->done = done;
  cvn_operation_run_async (operation, get_private (self)->centre, NULL, run_cb, run);
}

static void
closed_cb (CvnRecordPane *self)
{
  g_signal_emit (self, closed_signal, 0);
}

static void
cvn_record_pane_constructed (GObject *object)
{
  CvnRecordPane        *self = CVN_RECORD_PANE (object);
  CvnRecordPaneClass   *klass = CVN_RECORD_PANE_GET_CLASS (self);
  CvnRecordPanePrivate *priv = get_private (self);

  G_OBJECT_CLASS (cvn_record_pane_parent_class)->constructed (object);
  priv->detail = CVN_DETAIL_PANE (cvn_detail_pane_new (klass->steps, klass->n_steps));
  g_signal_connect_object (priv->detail, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->centre, "notify::read-only", G_CALLBACK (cvn_record_pane_update), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (priv->detail));
  update_steps (self);
}

static void
cvn_record_pane_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch ((CvnRecordPaneProperty) id)
    {
    case PROP_CENTRE:
      get_private (CVN_RECORD_PANE (object))->centre = g_value_dup_object (value);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cvn_record_pane_dispose (GObject *object)
{
  CvnRecordPanePrivate *priv = get_private (CVN_RECORD_PANE (object));

  use_figures (CVN_RECORD_PANE (object), NULL);
  g_clear_object (&priv->centre);
  g_clear_pointer (&priv->record, g_free);
  G_OBJECT_CLASS (cvn_record_pane_parent_class)->dispose (object);
}

static void
cvn_record_pane_class_init (CvnRecordPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = cvn_record_pane_constructed;
  object_class->set_property = cvn_record_pane_set_property;
  object_class->dispose = cvn_record_pane_dispose;
  properties[PROP_CENTRE] = g_param_spec_object ("centre", NULL, NULL, CVN_TYPE_CENTRE, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  closed_signal = g_signal_new ("closed", CVN_TYPE_RECORD_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_record_pane_init (CvnRecordPane *self)
{
}
