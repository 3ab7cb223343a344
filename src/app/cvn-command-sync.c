/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-command-sync"

#include "cvn-command.h"
#include "cvn-error.h"
#include "cvn-network.h"
#include "cvn-session.h"
#include "cvn-store.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* After a failure that may pass by itself. */
#define FIRST_PAUSE_S 5
#define LAST_PAUSE_S  900
/* How often it is looked whether the network is still one that somebody pays for by the byte. */
#define METERED_PAUSE_S 5
/* So long a system may take to tell. */
#define TO_TELL_S 1

typedef struct
{
  const CvnCommand *command;
  CvnStore         *store;
  CvnSyncPlace      place;
  char             *secret; /* NULL: the keyring is asked */
  GCancellable     *cancellable;
  gboolean          may_cost; /* there is a network between here and the server */
} Exchange;

/* The first line of standard input: no argument and no variable that others could read. */
static char *
read_secret (void)
{
  char  line[1024];
  char *read = fgets (line, sizeof line, stdin);

  if (read == NULL)
    return g_strdup ("");
  line[strcspn (line, "\r\n")] = '\0';
  return g_strdup (line);
}

static void
take (char      **place,
      const char *text)
{
  if (text == NULL)
    return;
  g_free (*place);
  *place = g_strdup (text);
}

/* What the command line names is kept in the file for the next time. */
static gboolean
fill_place (Exchange *exchange,
            GError  **error)
{
  const CvnCommand *command = exchange->command;
  g_autoptr (CvnSyncFacts) facts = cvn_sync_facts_read (exchange->store, error);

  if (facts == NULL)
    return FALSE;
  cvn_sync_place_copy (&facts->place, &exchange->place);
  if (command->server == NULL && command->database == NULL && command->account == NULL)
    return TRUE;
  take (&exchange->place.server, command->server);
  take (&exchange->place.database, command->database);
  take (&exchange->place.user, command->account);
  if (exchange->place.author == NULL)
    exchange->place.author = g_strdup (g_get_real_name ());
  if (exchange->place.server != NULL && exchange->place.database != NULL)
    return cvn_session_set_place (exchange->store, &exchange->place, error);
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, _("Name both --server and --database."));
  return FALSE;
}

static void
print_outcome (Exchange             *exchange,
               const CvnSyncOutcome *outcome)
{
  g_autoptr (CvnSyncFacts) facts = cvn_sync_facts_read (exchange->store, NULL);

  g_print (_("%u received, %u sent\n"), outcome->n_received, outcome->n_sent);
  if (outcome->resent)
    g_print ("%s\n", _("The server had lost something: everything was compared."));
  if (facts == NULL)
    return;
  if (facts->n_conflicts > 0)
    g_print (g_dngettext (GETTEXT_PACKAGE, "%d record was changed by two people: choose in the window.\n",
                          "%d records were changed by two people: choose in the window.\n", (gulong) facts->n_conflicts),
             (int) facts->n_conflicts);
  if (facts->n_waiting > 0)
    g_print (g_dngettext (GETTEXT_PACKAGE, "%d record could not be taken over yet.\n", "%d records could not be taken over yet.\n", (gulong) facts->n_waiting),
             (int) facts->n_waiting);
  if (facts->n_refused > 0)
    g_print (g_dngettext (GETTEXT_PACKAGE, "%d change was refused by the server.\n", "%d changes were refused by the server.\n", (gulong) facts->n_refused),
             (int) facts->n_refused);
}

/* Whether trying again can help without anybody doing something. */
static gboolean
may_pass (const GError *failure)
{
  static const CvnError codes[] = { CVN_ERROR_OFFLINE, CVN_ERROR_TIMEOUT, CVN_ERROR_SERVER, CVN_ERROR_CONFLICT, CVN_ERROR_FORMAT };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (failure, CVN_ERROR, (int) codes[i]))
      return TRUE;
  return FALSE;
}

static void
pause_for (Exchange *exchange,
           guint     seconds)
{
  GPollFD  fd;
  gboolean watched = g_cancellable_make_pollfd (exchange->cancellable, &fd);

  g_poll (&fd, watched ? 1 : 0, (int) seconds * 1000);
  if (watched)
    g_cancellable_release_fd (exchange->cancellable);
}

static gboolean
exchange_once (Exchange *exchange,
               GError  **error)
{
  CvnSyncOutcome outcome;

  if (!cvn_session_run (exchange->store, &exchange->place, exchange->secret, NULL, NULL, exchange->cancellable, &outcome, error))
    return FALSE;
  print_outcome (exchange, &outcome);
  return TRUE;
}

/* What goes on by itself does not spend somebody's money; whoever says --once has said so. */
static void
wait_for_free_network (Exchange *exchange)
{
  gboolean told = FALSE;

  while (!g_cancellable_is_cancelled (exchange->cancellable) && cvn_network_is_metered (exchange->place.server))
    {
      if (!told)
        cvn_command_complain (_("This network charges for what goes over it: waiting for another one. With --once it is used all the same."));
      told = TRUE;
      pause_for (exchange, METERED_PAUSE_S);
    }
}

/* Until somebody ends it: exchange, wait for a change on the server, exchange. */
static gboolean
exchange_for_ever (Exchange *exchange,
                   GError  **error)
{
  guint pause = FIRST_PAUSE_S;

  if (exchange->may_cost)
    pause_for (exchange, TO_TELL_S);
  while (!g_cancellable_is_cancelled (exchange->cancellable))
    {
      g_autoptr (GError) failure = NULL;

      wait_for_free_network (exchange);
      if (exchange_once (exchange, &failure) && cvn_session_wait (exchange->store, &exchange->place, exchange->secret, exchange->cancellable, &failure))
        {
          pause = FIRST_PAUSE_S;
          continue;
        }
      if (g_cancellable_is_cancelled (exchange->cancellable))
        return TRUE;
      if (!may_pass (failure))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      cvn_command_complain ("%s", failure->message);
      pause_for (exchange, pause + (guint) g_random_int_range (0, (gint32) pause / 2 + 1));
      pause = MIN (pause * 2, LAST_PAUSE_S);
    }
  return TRUE;
}

static gpointer
watch_signals (gpointer data)
{
  GMainLoop *loop = data;

  g_main_context_push_thread_default (g_main_loop_get_context (loop));
  g_main_loop_run (loop);
  g_main_context_pop_thread_default (g_main_loop_get_context (loop));
  return NULL;
}

static gboolean
end_cb (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_CONTINUE;
}

static void
add_signal (GMainContext *context,
            int           number,
            GCancellable *cancellable)
{
  g_autoptr (GSource) source = g_unix_signal_source_new (number);

  g_source_set_callback (source, end_cb, cancellable, NULL);
  g_source_attach (source, context);
}

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

/* From inside the loop: told from here to end before it has begun, it would begin and never end. */
static void
end_watch (GMainLoop *loop)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, quit_cb, loop, NULL);
  g_source_attach (source, g_main_loop_get_context (loop));
}

/* What the system tells of the network comes to the loop that is there anyway. */
static void
meet_network (Exchange     *exchange,
              GMainContext *context)
{
  if (exchange->command->once || exchange->place.server == NULL)
    return;
  g_main_context_push_thread_default (context);
  exchange->may_cost = cvn_network_meet (exchange->place.server);
  g_main_context_pop_thread_default (context);
}

/* Ctrl+C ends an exchange where it can go on later. */
static gboolean
run (Exchange *exchange,
     GError  **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (context, FALSE);
  GThread *thread;
  gboolean done;

  add_signal (context, SIGINT, exchange->cancellable);
  add_signal (context, SIGTERM, exchange->cancellable);
  meet_network (exchange, context);
  thread = g_thread_new ("signals", watch_signals, loop);
  done = exchange->command->once ? exchange_once (exchange, error) : exchange_for_ever (exchange, error);
  end_watch (loop);
  g_thread_join (thread);
  return done;
}

static CvnExit
find_exit (const GError *failure)
{
  if (g_error_matches (failure, CVN_ERROR, CVN_ERROR_IO) || g_error_matches (failure, CVN_ERROR, CVN_ERROR_NO_SPACE) ||
      g_error_matches (failure, CVN_ERROR, CVN_ERROR_DAMAGED) || g_error_matches (failure, CVN_ERROR, CVN_ERROR_READ_ONLY))
    return CVN_EXIT_FILE;
  return may_pass (failure) ? CVN_EXIT_OFFLINE : CVN_EXIT_SYNC;
}

/** cvn_command_sync: --sync: exchanges with the server that the centre is shared through; with --once, once. */
CvnExit
cvn_command_sync (const CvnCommand *command)
{
  g_autofree char *path = cvn_command_dup_file (command);
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Exchange exchange = { .command = command, .cancellable = cancellable };
  gboolean done;

  if (path == NULL)
    {
      cvn_command_complain (_("There is no centre yet. Name its file with --file."));
      return CVN_EXIT_FILE;
    }
  exchange.store = cvn_store_open (path, command->server != NULL ? CVN_STORE_CREATE : 0, g_get_user_name (), &error);
  if (exchange.store == NULL || cvn_store_is_read_only (exchange.store))
    {
      if (exchange.store == NULL)
        cvn_command_complain_of_file (path, error);
      else
        cvn_command_complain ("%s", cvn_store_is_taken (exchange.store) ? _("The centre is open in another window.") : _("The file of the centre cannot be written to."));
      if (exchange.store != NULL)
        cvn_store_close (exchange.store);
      g_clear_object (&exchange.store);
      return CVN_EXIT_FILE;
    }
  if (command->password_stdin)
    exchange.secret = read_secret ();
  done = fill_place (&exchange, &error) && run (&exchange, &error);
  cvn_store_close (exchange.store);
  g_object_unref (exchange.store);
  cvn_sync_place_clear (&exchange.place);
  if (exchange.secret != NULL)
    explicit_bzero (exchange.secret, strlen (exchange.secret));
  g_free (exchange.secret);
  if (!done)
    cvn_command_complain ("%s", error->message);
  return done ? CVN_EXIT_DONE : find_exit (error);
}
