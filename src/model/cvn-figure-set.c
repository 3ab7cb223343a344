/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-figure-set"

#include "cvn-figure-set.h"

#include "cvn-figure-answer.h"
#include "cvn-store.h"

struct _CvnFigureSet
{
  GObject parent_instance;

  CvnCentre    *centre;
  GStrv         names;
  char         *record;
  GHashTable   *tables;  /* name -> CvnTable, or NULL before the first are there */
  GHashTable   *titles;  /* id -> what the record is called, for records named in the tables */
  GVariant     *content; /* the tables as they are remembered; NULL for a set that does not remember */
  int           year;    /* of the tables */
  gboolean      remembers;
  gboolean      recalled; /* the tables are those of the last time */
  GCancellable *reading;
};

typedef enum {
  PROP_LOADED = 1,
} CvnFigureSetProperty;

static GParamSpec *properties[PROP_LOADED + 1];
static guint       changed_signal;

G_DEFINE_FINAL_TYPE (CvnFigureSet, cvn_figure_set, G_TYPE_OBJECT)

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (CvnFigureSet) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnFigureAnswer) answer = cvn_store_read_finish (CVN_STORE (source), result, &error);
  gboolean confirmed;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->centre == NULL)
    return;
  g_clear_object (&self->reading);
  if (answer == NULL)
    {
      g_debug ("The figures could not be read: %s", error->message);
      return;
    }
  confirmed = self->recalled && g_variant_equal (self->content, answer->content);
  self->recalled = answer->recalled;
  if (confirmed)
    return;
  g_clear_pointer (&self->tables, g_hash_table_unref);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_clear_pointer (&self->content, g_variant_unref);
  self->content = g_steal_pointer (&answer->content);
  self->tables = g_steal_pointer (&answer->tables);
  self->titles = g_steal_pointer (&answer->titles);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
  g_signal_emit (self, changed_signal, 0);
}

static void
ask (CvnFigureSet *self,
     gboolean      recalls)
{
  CvnStore         *store = cvn_centre_get_store (self->centre);
  CvnFigureRequest *request;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (store == NULL)
    return;
  request = g_new0 (CvnFigureRequest, 1);
  request->names = g_strdupv (self->names);
  request->today = g_strdup (cvn_centre_get_today (self->centre));
  request->record = g_strdup (self->record);
  request->language = cvn_interface_language ();
  request->year = self->year = cvn_centre_get_year (self->centre);
  request->remembers = self->remembers;
  request->recalls = recalls;
  self->reading = g_cancellable_new ();
  cvn_store_read_async (store, cvn_figure_answer_read, request, (GDestroyNotify) cvn_figure_request_free, (GDestroyNotify) cvn_figure_answer_free,
                        self->reading, read_cb, g_object_ref (self));
}

static void
reload (CvnFigureSet *self)
{
  ask (self, FALSE);
}

static void
cvn_figure_set_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  CvnFigureSet *self = CVN_FIGURE_SET (object);

  switch ((CvnFigureSetProperty) id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, cvn_figure_set_is_loaded (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cvn_figure_set_dispose (GObject *object)
{
  CvnFigureSet *self = CVN_FIGURE_SET (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->centre);

  G_OBJECT_CLASS (cvn_figure_set_parent_class)->dispose (object);
}

static void
cvn_figure_set_finalize (GObject *object)
{
  CvnFigureSet *self = CVN_FIGURE_SET (object);

  g_strfreev (self->names);
  g_free (self->record);
  g_clear_pointer (&self->tables, g_hash_table_unref);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_clear_pointer (&self->content, g_variant_unref);

  G_OBJECT_CLASS (cvn_figure_set_parent_class)->finalize (object);
}

static void
cvn_figure_set_class_init (CvnFigureSetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cvn_figure_set_get_property;
  object_class->dispose = cvn_figure_set_dispose;
  object_class->finalize = cvn_figure_set_finalize;

  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  changed_signal = g_signal_new ("changed", CVN_TYPE_FIGURE_SET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_figure_set_init (CvnFigureSet *self)
{
}

static CvnFigureSet *
make (CvnCentre         *centre,
      const char *const *names,
      gboolean           remembers)
{
  CvnFigureSet *self = g_object_new (CVN_TYPE_FIGURE_SET, NULL);

  self->centre = g_object_ref (centre);
  self->names = g_strdupv ((char **) (gpointer) names);
  self->remembers = remembers;
  g_signal_connect_object (centre, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::open", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::year", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::today", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  ask (self, remembers);
  return self;
}

/**
 * cvn_figure_set_new:
 * @names: the figures, see src/store/figures/; ends with NULL
 *
 * Returns: (transfer full): the figures, which are being read if a centre is open. Main thread.
 */
CvnFigureSet *
cvn_figure_set_new (CvnCentre         *centre,
                    const char *const *names)
{
  return make (centre, names, FALSE);
}

/**
 * cvn_figure_set_new_remembered:
 * @names: the figures; ends with NULL
 *
 * As cvn_figure_set_new(), but the first figures may be those of the last time, when nothing was written since; who shows them
 * calls cvn_figure_set_confirm() afterwards. For the first page of a window: there is one memory for each file.
 *
 * Returns: (transfer full): the figures. Main thread.
 */
CvnFigureSet *
cvn_figure_set_new_remembered (CvnCentre         *centre,
                               const char *const *names)
{
  return make (centre, names, TRUE);
}

/** cvn_figure_set_confirm: works out figures that are those of the last time; "changed" follows when they have become others. */
void
cvn_figure_set_confirm (CvnFigureSet *self)
{
  if (self->recalled)
    reload (self);
}

/** cvn_figure_set_set_record: the record that the figures are about, by its id. */
void
cvn_figure_set_set_record (CvnFigureSet *self,
                           const char   *id)
{
  if (g_strcmp0 (self->record, id) == 0)
    return;
  g_free (self->record);
  self->record = g_strdup (id);
  reload (self);
}

/** cvn_figure_set_is_loaded: whether figures are there. */
gboolean
cvn_figure_set_is_loaded (CvnFigureSet *self)
{
  return self->tables != NULL;
}

/** cvn_figure_set_get_year: the year that the figures are about, or will be in a moment. */
int
cvn_figure_set_get_year (CvnFigureSet *self)
{
  return self->year;
}

/** cvn_figure_set_get: the figure called @name, owned by the set; NULL before it is there. */
CvnTable *
cvn_figure_set_get (CvnFigureSet *self,
                    const char   *name)
{
  return self->tables != NULL ? g_hash_table_lookup (self->tables, name) : NULL;
}

/** cvn_figure_set_get_amount: the amount of a figure, over all its parts; 0 before it is there. */
gint64
cvn_figure_set_get_amount (CvnFigureSet *self,
                           const char   *name)
{
  CvnTable *table = cvn_figure_set_get (self, name);

  return table != NULL ? cvn_table_sum (table, "amount") : 0;
}

/** cvn_figure_set_get_part: a number out of one part of a figure; 0 when there is no such part. */
gint64
cvn_figure_set_get_part (CvnFigureSet *self,
                         const char   *name,
                         const char   *part,
                         const char   *column)
{
  CvnTable *table = cvn_figure_set_get (self, name);

  for (guint row = 0; table != NULL && row < cvn_table_get_n_rows (table); row++)
    if (g_strcmp0 (cvn_table_get_text (table, row, "part"), part) == 0)
      return cvn_table_get_integer (table, row, column);
  return 0;
}

/** cvn_figure_set_get_title: what a record that a figure names is called, owned by the set; "" when it is not known. */
const char *
cvn_figure_set_get_title (CvnFigureSet *self,
                          const char   *id)
{
  const char *title = self->titles != NULL && id != NULL ? g_hash_table_lookup (self->titles, id) : NULL;

  return title != NULL ? title : "";
}
