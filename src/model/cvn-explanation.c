/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-explanation"

#include "cvn-explanation.h"

#include "cvn-store.h"

#include <glib/gi18n-lib.h>

struct _CvnExplanation
{
  GObject parent_instance;

  CvnCentre           *centre;
  const CvnFigureInfo *figure;
  GStrv                parts; /* NULL for all; what counts against the number has a - in front of it */
  char                *record;
  CvnTable            *rows;   /* NULL before they are there */
  GArray              *places; /* of guint: the rows of the part that is explained */
  gint64               total;
  int                  year;
  int                  fixed_year; /* 0: the one in focus */
  GCancellable        *reading;
};

static guint changed_signal;

/* Whether the row belongs to a part that is explained: 1, -1 when it counts against the number, 0 when it does not. */
static int
get_sign (CvnExplanation *self,
          guint           row)
{
  const char *part;

  if (self->parts == NULL || cvn_table_find_column (self->rows, "part") < 0)
    return 1;
  part = cvn_table_get_text (self->rows, row, "part");
  for (guint i = 0; self->parts[i] != NULL; i++)
    {
      int sign = *self->parts[i] == '-' ? -1 : 1;

      if (g_strcmp0 (self->parts[i] + (sign < 0), part) == 0)
        return sign;
    }
  return 0;
}

static GType
get_item_type (GListModel *model)
{
  return CVN_TYPE_LEAF;
}

static guint
get_n_items (GListModel *model)
{
  return CVN_EXPLANATION (model)->places->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  CvnExplanation *self = CVN_EXPLANATION (model);

  CvnLeaf *leaf;

  if (position >= self->places->len)
    return NULL;
  leaf = cvn_leaf_new (self->rows, g_array_index (self->places, guint, position));
  if (get_sign (self, g_array_index (self->places, guint, position)) < 0)
    cvn_leaf_negate (leaf);
  return leaf;
}

static void
model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CvnExplanation, cvn_explanation, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, model_init))

typedef struct
{
  const char *name;
  char       *today;
  char       *record;
  int         year;
} Request;

static void
request_free (Request *request)
{
  g_free (request->today);
  g_free (request->record);
  g_free (request);
}

static gpointer
read_rows (CvnReader    *reader,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  Request           *request = data;
  CvnFigureArguments arguments = { request->year, request->today, request->record };

  return cvn_reader_figure_rows (reader, request->name, &arguments, error);
}

static void
take_rows (CvnExplanation *self,
           CvnTable       *rows)
{
  guint before = self->places->len;

  g_clear_pointer (&self->rows, cvn_table_unref);
  self->rows = rows;
  self->total = 0;
  g_array_set_size (self->places, 0);
  for (guint row = 0; row < cvn_table_get_n_rows (rows); row++)
    if (get_sign (self, row) != 0)
      {
        g_array_append_val (self->places, row);
        self->total += get_sign (self, row) * (cvn_table_find_column (rows, "amount") >= 0 ? cvn_table_get_integer (rows, row, "amount") : 0);
      }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->places->len);
  g_signal_emit (self, changed_signal, 0);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (CvnExplanation) self = data;
  g_autoptr (GError) error = NULL;
  CvnTable *rows = cvn_store_read_finish (CVN_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->centre == NULL)
    {
      g_clear_pointer (&rows, cvn_table_unref);
      return;
    }
  g_clear_object (&self->reading);
  if (rows != NULL)
    take_rows (self, rows);
  else
    g_debug ("The rows of %s could not be read: %s", self->figure->name, error->message);
}

static void
reload (CvnExplanation *self)
{
  CvnStore *store = cvn_centre_get_store (self->centre);
  Request  *request;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (store == NULL)
    return;
  request = g_new0 (Request, 1);
  request->name = self->figure->name;
  request->today = g_strdup (cvn_centre_get_today (self->centre));
  request->record = g_strdup (self->record);
  request->year = self->year = self->fixed_year > 0 ? self->fixed_year : cvn_centre_get_year (self->centre);
  self->reading = g_cancellable_new ();
  cvn_store_read_async (store, read_rows, request, (GDestroyNotify) request_free, (GDestroyNotify) cvn_table_unref,
                        self->reading, read_cb, g_object_ref (self));
}

static void
cvn_explanation_dispose (GObject *object)
{
  CvnExplanation *self = CVN_EXPLANATION (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->centre);

  G_OBJECT_CLASS (cvn_explanation_parent_class)->dispose (object);
}

static void
cvn_explanation_finalize (GObject *object)
{
  CvnExplanation *self = CVN_EXPLANATION (object);

  g_strfreev (self->parts);
  g_free (self->record);
  g_clear_pointer (&self->rows, cvn_table_unref);
  g_array_unref (self->places);

  G_OBJECT_CLASS (cvn_explanation_parent_class)->finalize (object);
}

static void
cvn_explanation_class_init (CvnExplanationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cvn_explanation_dispose;
  object_class->finalize = cvn_explanation_finalize;

  changed_signal = g_signal_new ("changed", CVN_TYPE_EXPLANATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_explanation_init (CvnExplanation *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * cvn_explanation_new:
 * @figure: name of a figure, see src/store/figures/
 * @part: (nullable): the part of the figure to explain, or several divided by |, those that count against the number with a -
 *   in front; NULL for all of it
 * @record: (nullable): id of the record that the figure is about
 *
 * Returns: (transfer full) (nullable): the explanation, whose rows are being read; NULL when there is no such figure
 */
CvnExplanation *
cvn_explanation_new (CvnCentre  *centre,
                     const char *figure,
                     const char *part,
                     const char *record)
{
  const CvnFigureInfo *info = cvn_figure_find (figure);
  CvnExplanation      *self;

  if (info == NULL)
    return NULL;
  self = g_object_new (CVN_TYPE_EXPLANATION, NULL);
  self->centre = g_object_ref (centre);
  self->figure = info;
  self->parts = part != NULL ? g_strsplit (part, "|", -1) : NULL;
  self->record = g_strdup (record);
  g_signal_connect_object (centre, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::year", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  return self;
}

/** cvn_explanation_set_year: explains the number of @year, whatever year is in focus. */
void
cvn_explanation_set_year (CvnExplanation *self,
                          int             year)
{
  self->fixed_year = year;
  reload (self);
}

/** cvn_explanation_get_label: what the number is called, in the language of the interface. */
const char *
cvn_explanation_get_label (CvnExplanation *self)
{
  return _(self->figure->label);
}

/** cvn_explanation_get_rule: how the number comes about, in the language of the interface. */
const char *
cvn_explanation_get_rule (CvnExplanation *self)
{
  return _(self->figure->rule);
}

/** cvn_explanation_get_unit: whether the amounts are cents, a number of something, or nothing at all. */
CvnAmountUnit
cvn_explanation_get_unit (CvnExplanation *self)
{
  static const char *const numbers[] = { "events-held", "registrations", "registrations-by-municipality", "partner-events", NULL };
  static const char *const none[] = { "deadlines", "attention", "partner-decisions", NULL };

  if (g_strv_contains (numbers, self->figure->name))
    return CVN_AMOUNT_NUMBER;
  return g_strv_contains (none, self->figure->name) ? CVN_AMOUNT_NONE : CVN_AMOUNT_MONEY;
}

/** cvn_explanation_is_loaded: whether the rows are there. */
gboolean
cvn_explanation_is_loaded (CvnExplanation *self)
{
  return self->rows != NULL;
}

/** cvn_explanation_get_year: the year that the rows are about; 0 when they are all rows of one record. */
int
cvn_explanation_get_year (CvnExplanation *self)
{
  return self->record == NULL ? self->year : 0;
}

/** cvn_explanation_get_total: what the rows add up to. */
gint64
cvn_explanation_get_total (CvnExplanation *self)
{
  return self->total;
}
