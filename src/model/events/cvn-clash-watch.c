/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-clash-watch"

#include "cvn-clash-watch.h"

#include "cvn-event-clashes.h"
#include "cvn-kind-set.h"
#include "cvn-store.h"

struct _CvnClashWatch
{
  GObject parent_instance;

  CvnCentre    *centre;
  CvnDraft     *draft;
  GStrv         sentences;
  GCancellable *reading;
};

static const char *const none[] = { NULL };

static guint changed_signal;

G_DEFINE_FINAL_TYPE (CvnClashWatch, cvn_clash_watch, G_TYPE_OBJECT)

static void
take_sentences (CvnClashWatch *self,
                GStrv          sentences)
{
  g_auto (GStrv) before = g_steal_pointer (&self->sentences);
  const char *const *was = before != NULL ? (const char *const *) before : none;

  self->sentences = sentences;
  if (!g_strv_equal (was, cvn_clash_watch_get_sentences (self)))
    g_signal_emit (self, changed_signal, 0);
}

static gpointer
read_clashes (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  return cvn_event_clashes_read (reader, data, error);
}

/* What cannot be read says nothing: the form itself is not in the way of it. */
static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (CvnClashWatch) self = data;
  g_autoptr (GError) error = NULL;
  GStrv sentences = cvn_store_read_finish (CVN_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->draft == NULL)
    {
      g_strfreev (sentences);
      return;
    }
  g_clear_object (&self->reading);
  take_sentences (self, sentences);
}

static void
look (CvnClashWatch *self)
{
  CvnStore  *store = cvn_centre_get_store (self->centre);
  CvnRecord *event = cvn_draft_get_record (self->draft);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (store == NULL || !cvn_record_has (event, "starts"))
    {
      take_sentences (self, NULL);
      return;
    }
  self->reading = g_cancellable_new ();
  cvn_store_read_async (store, read_clashes, cvn_record_copy (event), g_object_unref, (GDestroyNotify) g_strfreev, self->reading, read_cb, g_object_ref (self));
}

/* Only what the check looks at. */
static void
field_changed_cb (CvnClashWatch *self,
                  guint          field)
{
  static const char *const fields[] = { "starts", "ends", "time_zone", "all_day", "mode", "status", "audience", "location", "online", "template", NULL };

  if (g_strv_contains (fields, cvn_draft_get_kind (self->draft)->fields[field].name))
    look (self);
}

static void
centre_changed_cb (CvnClashWatch    *self,
                   const CvnKindSet *kinds)
{
  static const char *const watched[] = { "event" };
  CvnKindSet               events = { 0 };

  cvn_kind_set_add_names (&events, watched, G_N_ELEMENTS (watched));
  if (cvn_kind_set_meets (&events, kinds))
    look (self);
}

static void
cvn_clash_watch_dispose (GObject *object)
{
  CvnClashWatch *self = CVN_CLASH_WATCH (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->draft);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_clash_watch_parent_class)->dispose (object);
}

static void
cvn_clash_watch_finalize (GObject *object)
{
  g_strfreev (CVN_CLASH_WATCH (object)->sentences);
  G_OBJECT_CLASS (cvn_clash_watch_parent_class)->finalize (object);
}

static void
cvn_clash_watch_class_init (CvnClashWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_clash_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_clash_watch_finalize;
  changed_signal = g_signal_new ("changed", CVN_TYPE_CLASH_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_clash_watch_init (CvnClashWatch *self)
{
}

/** cvn_clash_watch_new: (transfer full): for the @draft of an event, new or stored. Main thread. */
CvnClashWatch *
cvn_clash_watch_new (CvnCentre *centre,
                     CvnDraft  *draft)
{
  CvnClashWatch *self = g_object_new (CVN_TYPE_CLASH_WATCH, NULL);

  self->centre = g_object_ref (centre);
  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "field-changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "changed", G_CALLBACK (centre_changed_cb), self, G_CONNECT_SWAPPED);
  look (self);
  return self;
}

/** cvn_clash_watch_is_looking: whether the sentences may be about to change. */
gboolean
cvn_clash_watch_is_looking (CvnClashWatch *self)
{
  return self->reading != NULL;
}

/** cvn_clash_watch_get_sentences: what speaks against it, owned by the watch; none where nothing does or nothing is known yet. */
const char *const *
cvn_clash_watch_get_sentences (CvnClashWatch *self)
{
  return self->sentences != NULL ? (const char *const *) self->sentences : none;
}
