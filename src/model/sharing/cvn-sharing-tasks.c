/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-sharing-tasks"

#include "cvn-sharing.h"

#include "cvn-centre-access.h"
#include "cvn-centre-private.h"
#include "cvn-couch.h"
#include "cvn-error.h"
#include "cvn-secret.h"
#include "cvn-sharing-private.h"

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

/** cvn_sharing_wipe: frees a password and leaves nothing of it in memory. */
void
cvn_sharing_wipe (char *secret)
{
  if (secret != NULL)
    explicit_bzero (secret, strlen (secret));
  g_free (secret);
}

/** cvn_sharing_keep_secret: gives @secret to the keyring. Returns: FALSE when it has to be filled in again each time. */
gboolean
cvn_sharing_keep_secret (const CvnSyncPlace *place,
                         const char         *secret,
                         GCancellable       *cancellable)
{
  g_autoptr (GError) failure = NULL;

  if (secret == NULL || place->user == NULL || *place->user == '\0')
    return TRUE;
  if (cvn_secret_store (place->server, place->database, place->user, secret, cancellable, &failure))
    return TRUE;
  g_debug ("%s", failure->message);
  return FALSE;
}

static void
free_work (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->store);
  cvn_sync_place_clear (&work->place);
  cvn_sharing_wipe (work->secret);
  g_free (work);
}

/* What the server says of the account. */
static const char *
find_role_words (const char *role)
{
  if (g_strcmp0 (role, "board") == 0)
    return _("Your account reads along.");
  if (role == NULL || *role == '\0')
    return _("Your account has no role there: the server may refuse what you write.");
  return g_str_equal (role, "admin") ? _("Your account may read, write and change the rules.") : _("Your account may read and write.");
}

static char *
dup_role_words (Work         *work,
                GCancellable *cancellable)
{
  g_autoptr (CvnRemote) remote = cvn_session_open (&work->place, work->secret, cancellable, NULL);
  g_autofree char *role = NULL;

  if (remote == NULL || !cvn_couch_get_role (remote, &role, cancellable, NULL))
    return g_strdup ("");
  return g_strdup (find_role_words (role));
}

static char *
dup_contents (gint64 n)
{
  if (n <= 1)
    return g_strdup (_("It works. The database is empty: you can share this centre in it."));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "It works. The database holds %d document.", "It works. The database holds %d documents.", (gulong) n), (int) n);
}

/* Whoever shares may make the database on the way. */
static char *
test (Work         *work,
      GCancellable *cancellable,
      GError      **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *role = NULL;
  gint64           n;

  if (!cvn_session_test (&work->place, work->secret, &n, cancellable, &failure))
    {
      if (work->task == CVN_SHARING_TEST_NEW && g_error_matches (failure, CVN_ERROR, CVN_ERROR_NOT_FOUND))
        return g_strdup (_("It works. There is no such database yet: sharing makes it, if your account may."));
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (work->task == CVN_SHARING_TEST_NEW && n > 1)
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_EXISTS, _("The database holds documents already. Join it, or share in an empty one."));
      return NULL;
    }
  contents = dup_contents (n);
  role = dup_role_words (work, cancellable);
  return *role != '\0' ? g_strjoin (" ", contents, role, NULL) : g_steal_pointer (&contents);
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
  work->kept = cvn_sharing_keep_secret (&work->place, work->secret, cancellable);
  if (work->secret != NULL && !work->kept)
    return g_strdup (_("This centre is shared now. No keyring keeps the password: fill it in again each time the program starts."));
  return g_strdup (_("Colleagues can join with the same server and database, each with an own account."));
}

/* The password of a place that is known: a new one, or one that no keyring keeps. */
static char *
take_secret (Work         *work,
             GCancellable *cancellable)
{
  work->kept = cvn_sharing_keep_secret (&work->place, work->secret, cancellable);
  if (work->kept)
    return g_strdup (_("The keyring keeps your password now."));
  return g_strdup (_("No keyring keeps your password: the program asks for it each time it starts."));
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
    case CVN_SHARING_TEST_NEW:
      return test (work, cancellable, error);
    case CVN_SHARING_SHARE:
    case CVN_SHARING_CONTINUE:
      return set_up (work, cancellable, error);
    case CVN_SHARING_PASSWORD:
      return take_secret (work, cancellable);
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

static gboolean
is_test (CvnSharingTask task)
{
  return task == CVN_SHARING_TEST || task == CVN_SHARING_TEST_NEW;
}

/** cvn_sharing_may_change: whether how the centre is shared can be changed here: who reads along may still say how, and end it. */
gboolean
cvn_sharing_may_change (CvnSharing *self)
{
  CvnCentre *centre = cvn_sharing_get_centre (self);

  return cvn_centre_is_open (centre) && (cvn_centre_is_reader (centre) || !cvn_centre_is_read_only (centre));
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
  if (!is_test (task) && !cvn_sharing_may_change (self))
    {
      g_task_return_new_error (job, CVN_ERROR, CVN_ERROR_READ_ONLY, _("The centre is open for reading only."));
      return;
    }
  work = g_new0 (Work, 1);
  if (store != NULL)
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

  if (words == NULL || is_test (work->task) || sync == NULL)
    return words;
  if (work->secret != NULL || work->task == CVN_SHARING_LEAVE)
    cvn_sync_set_secret (sync, work->kept ? NULL : work->secret);
  cvn_sync_now (sync);
  return words;
}
