/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-job"

#include "cvn-job.h"

/* The work leaves word of its progress under the lock, on whatever thread it runs; a source on the main context of
 * whoever began it brings the last word to the properties. */
typedef struct
{
  double progress;
  char  *status;

  GMutex        lock;
  GMainContext *context;
  gboolean      is_told; /* a source is on its way */
  double        next_progress;
  char         *next_status;
} CvnJobPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CvnJob, cvn_job, G_TYPE_OBJECT)

typedef enum {
  PROP_PROGRESS = 1,
  PROP_STATUS,
} CvnJobProperty;

static GParamSpec *properties[PROP_STATUS + 1];

static CvnJobPrivate *
priv_of (CvnJob *self)
{
  return cvn_job_get_instance_private (self);
}

/* A step that cannot be seen in a bar needs no notice; the ends do. */
static void
set_progress (CvnJob *self,
              double  progress)
{
  CvnJobPrivate *priv = priv_of (self);

  if (ABS (priv->progress - progress) < 0.001 && progress > 0 && progress < 1)
    return;
  priv->progress = progress;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}

static void
set_status (CvnJob     *self,
            const char *status)
{
  CvnJobPrivate *priv = priv_of (self);

  if (g_strcmp0 (priv->status, status) == 0)
    return;
  g_free (priv->status);
  priv->status = g_strdup (status);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

static gboolean
show_progress_cb (gpointer data)
{
  CvnJob          *self = data;
  CvnJobPrivate   *priv = priv_of (self);
  g_autofree char *status = NULL;
  double           progress;

  g_mutex_lock (&priv->lock);
  priv->is_told = FALSE;
  progress = priv->next_progress;
  status = g_steal_pointer (&priv->next_status);
  g_mutex_unlock (&priv->lock);

  /* Late word of work that has ended. */
  if (status == NULL)
    return G_SOURCE_REMOVE;
  set_status (self, status);
  set_progress (self, progress);
  return G_SOURCE_REMOVE;
}

/** cvn_job_begin: before the work starts, on the thread that will be told of its progress. */
void
cvn_job_begin (CvnJob *self)
{
  CvnJobPrivate *priv = priv_of (self);

  g_clear_pointer (&priv->context, g_main_context_unref);
  priv->context = g_main_context_ref_thread_default ();
  set_progress (self, 0);
}

/**
 * cvn_job_tell:
 * @status: what is being done, in the interface's language
 * @progress: how much is done, 0 to 1
 *
 * On the thread of the work. Cheap: what nobody had time to show is replaced.
 */
void
cvn_job_tell (CvnJob     *self,
              const char *status,
              double      progress)
{
  CvnJobPrivate *priv = priv_of (self);
  g_autoptr (GSource) source = NULL;

  g_mutex_lock (&priv->lock);
  priv->next_progress = progress;
  g_free (priv->next_status);
  priv->next_status = g_strdup (status);
  if (!priv->is_told)
    {
      priv->is_told = TRUE;
      source = g_idle_source_new ();
    }
  g_mutex_unlock (&priv->lock);

  if (source == NULL)
    return;
  g_source_set_callback (source, show_progress_cb, g_object_ref (self), g_object_unref);
  g_source_set_static_name (source, "[cvn] progress of a job");
  g_source_attach (source, priv->context);
}

/** cvn_job_end: after the work, on the thread that began it. */
void
cvn_job_end (CvnJob *self)
{
  CvnJobPrivate *priv = priv_of (self);

  g_mutex_lock (&priv->lock);
  g_clear_pointer (&priv->next_status, g_free);
  g_mutex_unlock (&priv->lock);
  set_progress (self, 1);
  set_status (self, NULL);
}

/** cvn_job_get_progress: how much is done, 0 to 1. */
double
cvn_job_get_progress (CvnJob *self)
{
  g_return_val_if_fail (CVN_IS_JOB (self), 0);

  return priv_of (self)->progress;
}

/** cvn_job_get_status: (nullable): what it is doing, in the interface's language. */
const char *
cvn_job_get_status (CvnJob *self)
{
  g_return_val_if_fail (CVN_IS_JOB (self), NULL);

  return priv_of (self)->status;
}

static void
cvn_job_get_property (GObject    *object,
                      guint       id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  CvnJobPrivate *priv = priv_of (CVN_JOB (object));

  switch ((CvnJobProperty) id)
    {
    case PROP_PROGRESS:
      g_value_set_double (value, priv->progress);
      break;
    case PROP_STATUS:
      g_value_set_string (value, priv->status);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cvn_job_finalize (GObject *object)
{
  CvnJobPrivate *priv = priv_of (CVN_JOB (object));

  g_clear_pointer (&priv->context, g_main_context_unref);
  g_free (priv->status);
  g_free (priv->next_status);
  g_mutex_clear (&priv->lock);

  G_OBJECT_CLASS (cvn_job_parent_class)->finalize (object);
}

static void
cvn_job_class_init (CvnJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cvn_job_get_property;
  object_class->finalize = cvn_job_finalize;
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cvn_job_init (CvnJob *self)
{
  g_mutex_init (&priv_of (self)->lock);
}
