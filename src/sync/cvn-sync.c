/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-sync"

#include "cvn-sync.h"

#include "cvn-error.h"
#include "cvn-network.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* After a failure that may pass: twice as long each time, and never all desks at once. */
#define FIRST_PAUSE_S 5
#define LAST_PAUSE_S  900
/* Somebody who types makes many changes in a row. */
#define QUIET_MS 2000
/* The window comes first: until then whether anything is to be exchanged is not even looked at. */
#define START_MS 300

struct _CvnSync
{
  GObject       parent_instance;
  CvnStore     *store;
  GMainContext *context; /* of the thread that made it */
  GThread      *thread;  /* NULL before it starts and after its end */
  GSource      *start;   /* that starts it, or NULL */
  gulong        changed_id;
  guint         quiet_id;

  /* Of the main thread. */
  CvnSyncState  state;
  CvnSyncFacts *facts;
  GError       *error;
  guint         n_received;
  guint         n_sent;
  guint         n_to_send;
  gboolean      watches_network;

  GMutex        mutex; /* for what follows */
  GCond         cond;
  gboolean      stop;
  gboolean      wanted;
  gboolean      by_hand; /* somebody wants it, whatever it costs */
  char         *secret;
  GCancellable *cancellable; /* of what the thread does now */
  gint64        told;        /* progress: us, monotonic */
};

G_DEFINE_FINAL_TYPE (CvnSync, cvn_sync, G_TYPE_OBJECT)

static guint changed_signal;

/* What the thread tells the main thread. */
typedef struct
{
  CvnSync      *sync;
  CvnSyncState  state;
  CvnSyncFacts *facts; /* NULL: as they were */
  GError       *error;
  guint         n_received;
  guint         n_sent;
  guint         n_to_send;
} News;

static void
free_news (gpointer data)
{
  News *news = data;

  cvn_sync_facts_free (news->facts);
  g_clear_error (&news->error);
  g_object_unref (news->sync);
  g_free (news);
}

static void want (CvnSync *self, gboolean by_hand);
static void want_no_more (CvnSync *self);

/*
 * Also where nothing was wrong: a listener on the network of before may hear nothing any more, or may not have begun. What is
 * under way is followed by another, which looks anew at what the network costs.
 */
static void
network_changed_cb (CvnSync *self)
{
  if (self->state == CVN_SYNC_PAUSED || self->state == CVN_SYNC_IDLE || self->state == CVN_SYNC_RUNNING)
    want (self, FALSE);
}

/* Who shares nothing needs to know nothing of the network. */
static void
watch_network (CvnSync *self)
{
  if (self->watches_network)
    return;
  self->watches_network = TRUE;
  g_signal_connect_object (g_network_monitor_get_default (), "network-changed", G_CALLBACK (network_changed_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
news_cb (gpointer data)
{
  News    *news = data;
  CvnSync *self = news->sync;

  if (self->thread == NULL)
    return G_SOURCE_REMOVE;
  if (news->state != CVN_SYNC_OFF)
    watch_network (self);
  self->state = news->state;
  if (news->facts != NULL)
    {
      cvn_sync_facts_free (self->facts);
      self->facts = g_steal_pointer (&news->facts);
    }
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&news->error);
  self->n_received = news->n_received;
  self->n_sent = news->n_sent;
  self->n_to_send = news->n_to_send;
  g_signal_emit (self, changed_signal, 0);
  return G_SOURCE_REMOVE;
}

static void
send_news (CvnSync *self,
           News    *news)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  news->sync = g_object_ref (self);
  g_source_set_callback (source, news_cb, news, free_news);
  g_source_attach (source, self->context);
}

static void
tell (CvnSync      *self,
      CvnSyncState  state,
      const GError *error,
      gboolean      with_facts)
{
  News *news = g_new0 (News, 1);

  news->state = state;
  news->error = error != NULL ? g_error_copy (error) : NULL;
  news->facts = with_facts ? cvn_sync_facts_read (self->store, NULL) : NULL;
  if (news->facts != NULL && news->facts->place.database == NULL)
    news->state = CVN_SYNC_OFF;
  send_news (self, news);
}

/* Not more often than anybody can read. */
static void
progress_cb (guint    n_received,
             guint    n_sent,
             guint    n_to_send,
             gpointer data)
{
  CvnSync *self = data;
  gint64   now = g_get_monotonic_time ();
  News    *news;

  if (now - self->told < (gint64) 200 * 1000)
    return;
  self->told = now;
  news = g_new0 (News, 1);
  news->state = CVN_SYNC_RUNNING;
  news->n_received = n_received;
  news->n_sent = n_sent;
  news->n_to_send = n_to_send;
  send_news (self, news);
}

/* Whether trying again can help without anybody doing something. A password that is wrong stays wrong. */
static gboolean
may_pass (const GError *failure)
{
  static const CvnError codes[] = { CVN_ERROR_OFFLINE, CVN_ERROR_TIMEOUT, CVN_ERROR_SERVER, CVN_ERROR_CONFLICT, CVN_ERROR_FORMAT, CVN_ERROR_BUSY };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (failure, CVN_ERROR, (int) codes[i]))
      return TRUE;
  return g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What somebody pays for by the byte is used when that somebody says so. */
static gboolean
may_begin (CvnSync            *self,
           const CvnSyncFacts *facts,
           GError            **error)
{
  gboolean by_hand;

  g_mutex_lock (&self->mutex);
  by_hand = self->by_hand;
  self->by_hand = FALSE;
  g_mutex_unlock (&self->mutex);
  if (by_hand || !cvn_network_is_metered (facts->place.server))
    return TRUE;
  want_no_more (self);
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_OFFLINE,
                       _("This network charges for what goes over it. Nothing is exchanged by itself; choose “Sync Now” to exchange once."));
  return FALSE;
}

/* Until somebody wants an exchange, at most @seconds; 0: however long it takes. */
static gboolean
wait_to_be_wanted (CvnSync *self,
                   guint    seconds)
{
  gint64   end = g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC;
  gboolean goes_on;

  g_mutex_lock (&self->mutex);
  while (!self->stop && !self->wanted)
    if (seconds == 0)
      g_cond_wait (&self->cond, &self->mutex);
    else if (!g_cond_wait_until (&self->cond, &self->mutex, end))
      break;
  goes_on = !self->stop;
  g_mutex_unlock (&self->mutex);
  return goes_on;
}

/* Begins something that can be cancelled. Returns: FALSE when it is better not begun. */
static GCancellable *
begin (CvnSync *self,
       gboolean is_exchange,
       char   **secret)
{
  GCancellable *cancellable = NULL;

  g_mutex_lock (&self->mutex);
  if (!self->stop && (is_exchange || !self->wanted))
    {
      if (is_exchange)
        self->wanted = FALSE;
      g_clear_object (&self->cancellable);
      self->cancellable = g_cancellable_new ();
      cancellable = g_object_ref (self->cancellable);
      *secret = g_strdup (self->secret);
    }
  g_mutex_unlock (&self->mutex);
  return cancellable;
}

static void
want_no_more (CvnSync *self)
{
  g_mutex_lock (&self->mutex);
  self->wanted = FALSE;
  g_mutex_unlock (&self->mutex);
}

static void
wipe (char *secret)
{
  if (secret != NULL)
    explicit_bzero (secret, strlen (secret));
  g_free (secret);
}

static gboolean
exchange (CvnSync            *self,
          const CvnSyncFacts *facts,
          CvnSyncOutcome     *outcome,
          GError            **error)
{
  char *secret = NULL;
  g_autoptr (GCancellable) cancellable = begin (self, TRUE, &secret);
  gboolean done;

  if (cancellable == NULL)
    return TRUE;
  tell (self, CVN_SYNC_RUNNING, NULL, FALSE);
  done = cvn_session_run (self->store, &facts->place, secret, progress_cb, self, cancellable, outcome, error);
  wipe (secret);
  return done;
}

static gboolean
listen (CvnSync            *self,
        const CvnSyncFacts *facts,
        GError            **error)
{
  char *secret = NULL;
  g_autoptr (GCancellable) cancellable = begin (self, FALSE, &secret);
  g_autoptr (GError) failure = NULL;
  gboolean done;

  if (cancellable == NULL)
    return TRUE;
  done = cvn_session_wait (self->store, &facts->place, secret, cancellable, &failure);
  wipe (secret);
  if (done || g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* One exchange and what follows it. Returns: how long to wait at most before the next; 0: until somebody wants one. */
static guint
run_once (CvnSync *self,
          guint   *pause)
{
  g_autoptr (CvnSyncFacts) facts = cvn_sync_facts_read (self->store, NULL);
  g_autoptr (GError) error = NULL;
  CvnSyncOutcome outcome = { 0 };

  if (facts == NULL || facts->place.database == NULL)
    {
      want_no_more (self);
      tell (self, CVN_SYNC_OFF, NULL, TRUE);
      return 0;
    }
  if (may_begin (self, facts, &error) && exchange (self, facts, &outcome, &error))
    {
      *pause = FIRST_PAUSE_S;
      tell (self, CVN_SYNC_IDLE, NULL, TRUE);
      if (!facts->live || !cvn_network_is_usable (facts->place.server))
        return 0;
      if (listen (self, facts, &error))
        return 1;
    }
  tell (self, may_pass (error) ? CVN_SYNC_PAUSED : CVN_SYNC_STOPPED, error, TRUE);
  if (cvn_network_is_metered (facts->place.server) || !may_pass (error) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return 0;
  *pause = MIN (*pause * 2, LAST_PAUSE_S);
  return MAX (outcome.retry_after, *pause / 2 + (guint) g_random_int_range (0, (gint32) *pause / 2 + 1));
}

static void
meet_network (CvnSync *self)
{
  g_autoptr (CvnSyncFacts) facts = cvn_sync_facts_read (self->store, NULL);

  if (facts != NULL && facts->place.database != NULL)
    cvn_network_meet (facts->place.server);
}

static gpointer
run (gpointer data)
{
  CvnSync *self = data;
  guint    pause = FIRST_PAUSE_S;
  guint    seconds = 1;

  meet_network (self);
  while (wait_to_be_wanted (self, seconds))
    seconds = run_once (self, &pause);
  return NULL;
}

static void
want (CvnSync *self,
      gboolean by_hand)
{
  g_mutex_lock (&self->mutex);
  self->wanted = TRUE;
  self->by_hand = self->by_hand || by_hand;
  /* What waits for the server is interrupted; an exchange under way is not, and is followed by another. */
  if (self->cancellable != NULL && self->state != CVN_SYNC_RUNNING)
    g_cancellable_cancel (self->cancellable);
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

static gboolean
quiet_cb (gpointer data)
{
  CvnSync *self = data;

  self->quiet_id = 0;
  want (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (CvnStore              *store,
                  const CvnChangeNotice *notice,
                  CvnSync               *self)
{
  if (notice->action == CVN_ACTION_SYNC || self->facts == NULL || self->facts->place.database == NULL || !self->facts->live)
    return;
  g_clear_handle_id (&self->quiet_id, g_source_remove);
  self->quiet_id = g_timeout_add (QUIET_MS, quiet_cb, self);
}

static void
forget_start (CvnSync *self)
{
  if (self->start != NULL)
    g_source_destroy (self->start);
  g_clear_pointer (&self->start, g_source_unref);
}

static gboolean
start_cb (gpointer data)
{
  CvnSync *self = data;

  forget_start (self);
  self->thread = g_thread_new ("sync", run, self);
  return G_SOURCE_REMOVE;
}

/** cvn_sync_stop: ends what is under way, where it can go on later, and waits for the thread. Before the store is closed. */
void
cvn_sync_stop (CvnSync *self)
{
  forget_start (self);
  g_clear_signal_handler (&self->changed_id, self->store);
  g_clear_handle_id (&self->quiet_id, g_source_remove);
  if (self->thread == NULL)
    return;
  g_mutex_lock (&self->mutex);
  self->stop = TRUE;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  g_thread_join (g_steal_pointer (&self->thread));
}

static void
cvn_sync_dispose (GObject *object)
{
  cvn_sync_stop (CVN_SYNC (object));
  G_OBJECT_CLASS (cvn_sync_parent_class)->dispose (object);
}

static void
cvn_sync_finalize (GObject *object)
{
  CvnSync *self = CVN_SYNC (object);

  cvn_sync_facts_free (self->facts);
  g_clear_error (&self->error);
  wipe (self->secret);
  g_clear_object (&self->cancellable);
  g_object_unref (self->store);
  g_main_context_unref (self->context);
  g_cond_clear (&self->cond);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (cvn_sync_parent_class)->finalize (object);
}

static void
cvn_sync_class_init (CvnSyncClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_sync_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_sync_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_sync_init (CvnSync *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
}

/** cvn_sync_new: begins in a moment, if @store is shared; does nothing at all otherwise until cvn_sync_now(). */
CvnSync *
cvn_sync_new (CvnStore *store)
{
  CvnSync *self = g_object_new (CVN_TYPE_SYNC, NULL);

  self->store = g_object_ref (store);
  self->context = g_main_context_ref_thread_default ();
  self->changed_id = g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, 0);
  self->start = g_timeout_source_new (START_MS);
  g_source_set_static_name (self->start, "[convenant] sync");
  g_source_set_callback (self->start, start_cb, self, NULL);
  g_source_attach (self->start, self->context);
  return self;
}

/** cvn_sync_now: exchanges as soon as possible, whatever happened before; also after the place was set up or left. */
void
cvn_sync_now (CvnSync *self)
{
  want (self, TRUE);
  if (self->start != NULL)
    start_cb (self);
}

/** cvn_sync_cancel: ends the exchange under way where it can go on later. */
void
cvn_sync_cancel (CvnSync *self)
{
  g_mutex_lock (&self->mutex);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_mutex_unlock (&self->mutex);
}

/** cvn_sync_set_secret: uses @secret instead of asking the keyring, as long as the program runs; NULL: asks it. */
void
cvn_sync_set_secret (CvnSync    *self,
                     const char *secret)
{
  g_mutex_lock (&self->mutex);
  wipe (self->secret);
  self->secret = g_strdup (secret);
  g_mutex_unlock (&self->mutex);
}

/** cvn_sync_get_state: what it is doing. */
CvnSyncState
cvn_sync_get_state (CvnSync *self)
{
  return self->state;
}

/** cvn_sync_get_facts: (nullable): what there is to say of the centre, owned by it; NULL before it was looked at. */
const CvnSyncFacts *
cvn_sync_get_facts (CvnSync *self)
{
  return self->facts;
}

/** cvn_sync_get_error: (nullable): why it paused or stopped, owned by it. */
const GError *
cvn_sync_get_error (CvnSync *self)
{
  return self->error;
}

/** cvn_sync_get_progress: of the exchange under way. */
void
cvn_sync_get_progress (CvnSync *self,
                       guint   *n_received,
                       guint   *n_sent,
                       guint   *n_to_send)
{
  *n_received = self->n_received;
  *n_sent = self->n_sent;
  *n_to_send = self->n_to_send;
}
