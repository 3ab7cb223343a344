/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-joining"

#include "cvn-joining.h"

#include "cvn-centre-private.h"
#include "cvn-error.h"
#include "cvn-secret.h"
#include "cvn-session.h"
#include "cvn-sharing-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Not more often than anybody can read, us. */
#define TELL_EVERY ((gint64) 100 * 1000)

struct _CvnJoining
{
  GObject   parent_instance;
  char     *path;
  CvnStore *store;  /* NULL before the first run, and after it was handed over */
  char     *secret; /* of the last run, when no keyring has it */
  char     *place;  /* that it was run with */
  guint     n_received;
  gint64    n_documents; /* that the server holds */
};

G_DEFINE_FINAL_TYPE (CvnJoining, cvn_joining, G_TYPE_OBJECT)

static guint progress_signal;

/* One run, on a thread that may wait. */
typedef struct
{
  CvnJoining  *joining; /* borrowed: the task holds it */
  CvnStore    *store;
  CvnSyncPlace place;
  char        *secret;
  gboolean     kept; /* the keyring has the secret */
  gint64       n_documents;
  gint64       told; /* us, monotonic */
} Run;

static void
free_run (gpointer data)
{
  Run *run = data;

  g_clear_object (&run->store);
  cvn_sync_place_clear (&run->place);
  cvn_sharing_wipe (run->secret);
  g_free (run);
}

/* What the thread tells the main thread. */
typedef struct
{
  CvnJoining *joining;
  guint       n_received;
  gint64      n_documents;
} News;

static void
free_news (gpointer data)
{
  News *news = data;

  g_object_unref (news->joining);
  g_free (news);
}

static gboolean
news_cb (gpointer data)
{
  News *news = data;

  news->joining->n_received = news->n_received;
  news->joining->n_documents = news->n_documents;
  g_signal_emit (news->joining, progress_signal, 0);
  return G_SOURCE_REMOVE;
}

static void
progress_cb (guint    n_received,
             guint    n_sent,
             guint    n_to_send,
             gpointer data)
{
  Run   *run = data;
  gint64 now = g_get_monotonic_time ();
  News  *news;

  if (now - run->told < TELL_EVERY)
    return;
  run->told = now;
  news = g_new0 (News, 1);
  *news = (News){ g_object_ref (run->joining), n_received, run->n_documents };
  g_idle_add_full (G_PRIORITY_DEFAULT, news_cb, news, free_news);
}

static gpointer
count_centres (CvnReader    *reader,
               gpointer      data,
               GCancellable *cancellable,
               GError      **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("centre"));
  g_autoptr (GArray) seqs = cvn_reader_list (reader, query, cancellable, error);

  return GUINT_TO_POINTER (seqs != NULL ? seqs->len : 0);
}

static gboolean
fail (CvnError    code,
      const char *message,
      GError    **error)
{
  g_set_error_literal (error, CVN_ERROR, (int) code, message);
  return FALSE;
}

static gboolean
exchange (Run          *run,
          GCancellable *cancellable,
          GError      **error)
{
  CvnSyncOutcome outcome;
  guint          n_centres;

  if (!cvn_session_test (&run->place, run->secret, &run->n_documents, cancellable, error))
    return FALSE;
  if (run->n_documents <= 1)
    return fail (CVN_ERROR_NOT_FOUND, _("The database is empty. The first desk has to share the centre in it."), error);
  if (!cvn_session_set_place (run->store, &run->place, error) ||
      !cvn_session_run (run->store, &run->place, run->secret, progress_cb, run, cancellable, &outcome, error))
    return FALSE;
  n_centres = GPOINTER_TO_UINT (cvn_store_read (run->store, count_centres, NULL, NULL));
  return n_centres > 0 || fail (CVN_ERROR_NOT_A_CENTRE, _("This database holds no centre of this program."), error);
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Run    *run = data;
  GError *error = NULL;

  if (!exchange (run, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  run->kept = cvn_sharing_keep_secret (&run->place, run->secret, cancellable);
  if (run->secret != NULL && !run->kept)
    g_task_return_pointer (task, g_strdup (_("No keyring keeps your password: the program asks for it each time it starts.")), g_free);
  else
    g_task_return_pointer (task, g_strdup (""), g_free);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  CvnJoining *self = g_task_get_source_object (task);
  Run        *run = g_task_get_task_data (task);
  GError     *error = NULL;

  self->store = cvn_store_open_finish (result, &error);
  if (self->store == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  run->store = g_object_ref (self->store);
  g_task_run_in_thread (task, run_in_thread);
}

static void
cvn_joining_dispose (GObject *object)
{
  cvn_joining_give_up (CVN_JOINING (object));
  G_OBJECT_CLASS (cvn_joining_parent_class)->dispose (object);
}

static void
cvn_joining_finalize (GObject *object)
{
  CvnJoining *self = CVN_JOINING (object);

  cvn_sharing_wipe (self->secret);
  g_free (self->place);
  g_free (self->path);
  G_OBJECT_CLASS (cvn_joining_parent_class)->finalize (object);
}

static void
cvn_joining_class_init (CvnJoiningClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_joining_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_joining_finalize;
  progress_signal = g_signal_new ("progress", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_joining_init (CvnJoining *self)
{
}

/** cvn_joining_new: (transfer full): nothing is made at @path before it is run. */
CvnJoining *
cvn_joining_new (const char *path)
{
  CvnJoining *self = g_object_new (CVN_TYPE_JOINING, NULL);

  self->path = g_strdup (path);
  return self;
}

/** cvn_joining_get_path: the file, owned by it. */
const char *
cvn_joining_get_path (CvnJoining *self)
{
  return self->path;
}

/** cvn_joining_get_fraction: how much has come in, from 0 to 1; below 0 while nobody knows. */
double
cvn_joining_get_fraction (CvnJoining *self)
{
  return self->n_documents > 0 ? MIN (1.0, (double) self->n_received / (double) self->n_documents) : -1;
}

/** cvn_joining_dup_progress: (transfer full): the same in words. */
char *
cvn_joining_dup_progress (CvnJoining *self)
{
  if (self->n_documents <= 0)
    return g_strdup (_("Asking the server…"));
  /* Translators: how many records have come in of how many there are */
  return g_strdup_printf (_("%u of %u received"), self->n_received, (guint) MAX (self->n_documents, (gint64) self->n_received));
}

/* What came in from one database has no business among what comes from another. */
static void
begin_anew_elsewhere (CvnJoining            *self,
                      const CvnSharingPlace *place)
{
  g_autofree char *whole = g_strjoin ("|", place->server, place->database, NULL);

  if (g_strcmp0 (whole, self->place) == 0)
    return;
  cvn_joining_give_up (self);
  g_free (self->place);
  self->place = g_steal_pointer (&whole);
}

/** cvn_joining_run_async: takes in what @place holds; end with cvn_joining_run_finish(). @secret may be NULL. */
void
cvn_joining_run_async (CvnJoining            *self,
                       const CvnSharingPlace *place,
                       const char            *secret,
                       GCancellable          *cancellable,
                       GAsyncReadyCallback    callback,
                       gpointer               user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Run *run = g_new0 (Run, 1);

  g_task_set_source_tag (task, cvn_joining_run_async);
  run->joining = self;
  run->place = (CvnSyncPlace){ g_strdup (place->server), g_strdup (place->database), g_strdup (place->account), g_strdup (place->ca_file), g_strdup (place->author) };
  run->secret = secret != NULL && *secret != '\0' ? g_strdup (secret) : NULL;
  g_task_set_task_data (task, run, free_run);
  begin_anew_elsewhere (self, place);
  if (self->store == NULL)
    {
      if (g_file_test (self->path, G_FILE_TEST_EXISTS))
        g_task_return_new_error (task, CVN_ERROR, CVN_ERROR_EXISTS, _("There is a file of this name already. Choose another name: it is not written over."));
      else
        cvn_store_open_async (self->path, CVN_STORE_CREATE, g_get_user_name (), cancellable, opened_cb, g_steal_pointer (&task));
      return;
    }
  run->store = g_object_ref (self->store);
  g_task_run_in_thread (task, run_in_thread);
}

/** cvn_joining_run_finish: (transfer full) (nullable): what there is to know now that everything is here, perhaps ""; NULL with what went wrong. */
char *
cvn_joining_run_finish (CvnJoining   *self,
                        GAsyncResult *result,
                        GError      **error)
{
  Run  *run = g_task_get_task_data (G_TASK (result));
  char *words = g_task_propagate_pointer (G_TASK (result), error);

  if (words != NULL && !run->kept)
    {
      cvn_sharing_wipe (self->secret);
      self->secret = g_strdup (run->secret);
    }
  return words;
}

/** cvn_joining_hand_over: shows the file in @centre, which goes on exchanging; after a run that succeeded. */
void
cvn_joining_hand_over (CvnJoining *self,
                       CvnCentre  *centre)
{
  g_return_if_fail (self->store != NULL);
  cvn_centre_take_store (centre, g_steal_pointer (&self->store));
  if (self->secret != NULL)
    cvn_sync_set_secret (cvn_centre_get_sync (centre), self->secret);
}

/** cvn_joining_give_up: removes what came in, unless it was handed over. Not while it runs. */
void
cvn_joining_give_up (CvnJoining *self)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-lock" };

  if (self->store == NULL)
    return;
  cvn_store_close (self->store);
  g_clear_object (&self->store);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (self->path, endings[i], NULL);

      if (g_unlink (path) < 0)
        g_debug ("%s stays", path);
    }
}
