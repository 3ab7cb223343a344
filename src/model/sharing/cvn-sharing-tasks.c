/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-sharing-tasks"

#include "cvn-sharing.h"

#include "cvn-centre-private.h"
#include "cvn-error.h"
#include "cvn-secret.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a person asks for in the window, on a thread that may wait for the network. */
typedef struct
{
  CvnStore      *store;
  CvnSharingTask task;
  CvnSyncPlace   place;
  char          *secret;
  gboolean       kept; /* the keyring has the secret */
} Work;

/** cvn_sharing_place_clear: frees what is in it. */
void
cvn_sharing_place_clear (CvnSharingPlace *place)
{
  g_free (place->server);
  g_free (place->database);
  g_free (place->account);
  g_free (place->ca_file);
  g_free (place->author);
  *place = (CvnSharingPlace){ 0 };
}

static void
free_work (gpointer data)
{
  Work *work = data;

  g_object_unref (work->store);
  cvn_sync_place_clear (&work->place);
  if (work->secret != NULL)
    explicit_bzero (work->secret, strlen (work->secret));
  g_free (work->secret);
  g_free (work);
}

static char *
test (Work         *work,
      GCancellable *cancellable,
      GError      **error)
{
  gint64 n;

  if (!cvn_session_test (&work->place, work->secret, &n, cancellable, error))
    return NULL;
  if (n <= 1)
    return g_strdup (_("It works. The database is empty: you can share this centre in it."));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "It works. The database holds %d document.", "It works. The database holds %d documents.", (gulong) n), (int) n);
}

static void
keep_secret (Work         *work,
             GCancellable *cancellable)
{
  g_autoptr (GError) failure = NULL;

  if (work->secret == NULL || work->place.user == NULL || *work->place.user == '\0')
    return;
  work->kept = cvn_secret_store (work->place.server, work->place.database, work->place.user, work->secret, cancellable, &failure);
  if (failure != NULL)
    g_debug ("%s", failure->message);
}

static char *
set_up (Work         *work,
        GCancellable *cancellable,
        GError      **error)
{
  gint64 n;

  if (work->task == CVN_SHARING_SHARE ? !cvn_session_create (&work->place, work->secret, cancellable, error)
                                      : !cvn_session_test (&work->place, work->secret, &n, cancellable, error))
    return NULL;
  if (!cvn_session_set_place (work->store, &work->place, error))
    return NULL;
  keep_secret (work, cancellable);
  if (work->secret != NULL && !work->kept)
    return g_strdup (_("This centre is shared now. No keyring keeps the password: fill it in again each time the program starts."));
  return g_strdup (_("This centre is shared now."));
}

static char *
leave (Work    *work,
       GError **error)
{
  if (work->place.user != NULL && *work->place.user != '\0')
    cvn_secret_forget (work->place.server, work->place.database, work->place.user);
  return cvn_session_leave (work->store, error) ? g_strdup (_("This centre is not shared any more. All records are still here.")) : NULL;
}

static char *
perform (Work         *work,
         GCancellable *cancellable,
         GError      **error)
{
  switch (work->task)
    {
    case CVN_SHARING_TEST:
      return test (work, cancellable, error);
    case CVN_SHARING_SHARE:
    case CVN_SHARING_CONTINUE:
      return set_up (work, cancellable, error);
    case CVN_SHARING_LEAVE:
      return leave (work, error);
    case CVN_SHARING_REBUILD:
      return cvn_session_rebuild (work->store, error) ? g_strdup (_("Everything is asked for anew. What was not sent yet stays.")) : NULL;
    case CVN_SHARING_SEND_AGAIN:
      return cvn_session_send_again (work->store, error) ? g_strdup (_("What was refused is sent again.")) : NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  GError *error = NULL;
  char   *words = perform (data, cancellable, &error);

  if (words == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, words, g_free);
}

/**
 * cvn_sharing_do_async:
 * @place: (nullable): for testing and setting up
 * @secret: (nullable): the password, when it was filled in
 *
 * End with cvn_sharing_do_finish(). Afterwards an exchange begins by itself.
 */
void
cvn_sharing_do_async (CvnSharing            *self,
                      CvnSharingTask         task,
                      const CvnSharingPlace *place,
                      const char            *secret,
                      GCancellable          *cancellable,
                      GAsyncReadyCallback    callback,
                      gpointer               user_data)
{
  g_autoptr (GTask) job = g_task_new (self, cancellable, callback, user_data);
  CvnStore *store = cvn_centre_get_store (cvn_sharing_get_centre (self));
  Work     *work;

  g_task_set_source_tag (job, cvn_sharing_do_async);
  if (store == NULL || cvn_centre_is_read_only (cvn_sharing_get_centre (self)))
    {
      g_task_return_new_error (job, CVN_ERROR, CVN_ERROR_READ_ONLY, _("The centre is open for reading only."));
      return;
    }
  work = g_new0 (Work, 1);
  work->store = g_object_ref (store);
  work->task = task;
  work->secret = secret != NULL && *secret != '\0' ? g_strdup (secret) : NULL;
  if (place != NULL)
    work->place = (CvnSyncPlace){ g_strdup (place->server), g_strdup (place->database), g_strdup (place->account), g_strdup (place->ca_file), g_strdup (place->author) };
  g_task_set_task_data (job, work, free_work);
  g_task_run_in_thread (job, run);
}

/** cvn_sharing_do_finish: (transfer full) (nullable): what became of it, in a sentence. */
char *
cvn_sharing_do_finish (CvnSharing   *self,
                       GAsyncResult *result,
                       GError      **error)
{
  Work    *work = g_task_get_task_data (G_TASK (result));
  CvnSync *sync = cvn_centre_get_sync (cvn_sharing_get_centre (self));
  char    *words = g_task_propagate_pointer (G_TASK (result), error);

  if (words == NULL || work->task == CVN_SHARING_TEST || sync == NULL)
    return words;
  if (work->secret != NULL && !work->kept)
    cvn_sync_set_secret (sync, work->secret);
  cvn_sync_now (sync);
  return words;
}
