/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "peer-support"

#include "peer-support.h"

#include "cvn-replication.h"
#include "cvn-sync-state.h"

#include <libsoup/soup.h>
#include <string.h>

struct _CvnPeer
{
  GSubprocess *process;
  char        *address;
  char        *folder;
};

struct _CvnPouch
{
  GSubprocess      *process;
  GDataInputStream *output;
};

/* Where tools/install-sync-peer puts it. */
static char *
dup_modules (void)
{
  g_autofree char *modules = g_build_filename (g_getenv ("CVN_SRCDIR") != NULL ? g_getenv ("CVN_SRCDIR") : ".", "build-peer", "node_modules", NULL);

  return g_canonicalize_filename (modules, NULL);
}

static GSubprocess *
run_node (const char        *folder,
          GSubprocessFlags   flags,
          const char *const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (flags | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *modules = dup_modules ();
  GSubprocess     *process;

  g_subprocess_launcher_setenv (launcher, "NODE_PATH", modules, TRUE);
  if (folder != NULL)
    g_subprocess_launcher_set_cwd (launcher, folder);
  process = g_subprocess_launcher_spawnv (launcher, arguments, NULL);
  g_assert_nonnull (process);
  return process;
}

static guint16
find_free_port (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) wanted = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) got = NULL;

  g_assert_true (g_socket_listener_add_address (listener, wanted, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, &got, NULL));
  return g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (got));
}

static gboolean
answers (const char *address)
{
  g_autoptr (CvnRemote) remote = cvn_remote_new (address, "x", NULL, NULL);
  g_auto (CvnAnswer) answer = { 0 };

  return cvn_remote_ask_server (remote, "", &answer, NULL, NULL);
}

/** cvn_peer_skip: whether there is no server; the test then says so. */
gboolean
cvn_peer_skip (CvnPeer *self)
{
  if (self == NULL)
    g_test_skip ("the server is not installed: run tools/install-sync-peer");
  return self == NULL;
}

/** cvn_peer_start: (nullable): a running server; NULL where none is installed. */
CvnPeer *
cvn_peer_start (void)
{
  g_autofree char *modules = dup_modules ();
  g_autofree char *server = g_build_filename (modules, "pouchdb-server", "bin", "pouchdb-server", NULL);
  g_autofree char *guard = g_test_build_filename (G_TEST_DIST, "sync", "peer", "guard.js", NULL);
  g_autofree char *port = g_strdup_printf ("%u", find_free_port ());
  const char      *arguments[] = { "node", "-r", guard, server, "-p", port, "-o", "127.0.0.1", "-n", "-m", NULL };
  CvnPeer         *self;

  if (!g_file_test (server, G_FILE_TEST_EXISTS))
    return NULL;
  self = g_new0 (CvnPeer, 1);
  self->folder = g_dir_make_tmp ("cvn-peer-XXXXXX", NULL);
  self->address = g_strdup_printf ("http://127.0.0.1:%s/", port);
  self->process = run_node (self->folder, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, arguments);
  while (!answers (self->address))
    {
      g_assert_nonnull (g_subprocess_get_identifier (self->process));
      g_poll (NULL, 0, 20);
    }
  return self;
}

/** cvn_peer_stop: ends the server. */
void
cvn_peer_stop (CvnPeer *self)
{
  g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  g_object_unref (self->process);
  cvn_test_delete_tree (self->folder);
  g_free (self->folder);
  g_free (self->address);
  g_free (self);
}

/** cvn_peer_get_address: where the server is. */
const char *
cvn_peer_get_address (CvnPeer *self)
{
  return self->address;
}

/** cvn_peer_open: (transfer full): a database of the server. */
CvnRemote *
cvn_peer_open (CvnPeer    *self,
               const char *database)
{
  CvnRemote *remote = cvn_remote_new (self->address, database, NULL, NULL);

  g_assert_nonnull (remote);
  return remote;
}

/** cvn_peer_make_database: (transfer full): the name of a new database: never one that was used before. */
char *
cvn_peer_make_database (CvnPeer *self)
{
  static guint     n = 0;
  g_autofree char *name = g_strdup_printf ("centre-%u", ++n);
  g_autoptr (CvnRemote) remote = cvn_peer_open (self, name);
  g_auto (CvnAnswer) answer = { 0 };
  g_autoptr (GError) error = NULL;

  cvn_remote_ask (remote, "PUT", "", NULL, &answer, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&name);
}

/** cvn_peer_put: writes @body, JSON, at @path of the server, as whoever runs it does; @authorization may be NULL. */
void
cvn_peer_put (CvnPeer    *self,
              const char *path,
              const char *authorization,
              const char *body)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *address = g_strconcat (self->address, path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new ("PUT", address);
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));
  g_autoptr (GBytes) answer = NULL;

  soup_session_set_proxy_resolver (session, NULL);
  soup_message_set_request_body_from_bytes (message, "application/json", bytes);
  if (authorization != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization", authorization);
  answer = soup_session_send_and_read (session, message, NULL, NULL);
  g_assert_nonnull (answer);
  g_assert_cmpuint (soup_message_get_status (message), <, 300);
}

/** cvn_peer_drop_database: the server loses all of it. */
void
cvn_peer_drop_database (CvnPeer    *self,
                        const char *database)
{
  g_autoptr (CvnRemote) remote = cvn_peer_open (self, database);
  g_auto (CvnAnswer) answer = { 0 };
  g_autoptr (GError) error = NULL;

  cvn_remote_ask (remote, "DELETE", "", NULL, &answer, NULL, &error);
  g_assert_no_error (error);
}

typedef struct
{
  const char *server;
  const char *database;
  const char *author;
} Settings;

static gboolean
set_up_sync (CvnWriter    *writer,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  Settings *settings = data;

  return cvn_sync_state_set (writer, CVN_SYNC_SERVER, settings->server, error) &&
         cvn_sync_state_set (writer, CVN_SYNC_DATABASE, settings->database, error) &&
         cvn_sync_state_set (writer, CVN_SYNC_AUTHOR, settings->author, error);
}

/** cvn_desk_open: an empty centre of @actor that is shared. */
void
cvn_desk_open (CvnDesk    *self,
               const char *actor,
               const char *server,
               const char *database)
{
  Settings settings = { server, database, actor };
  g_autoptr (GError) error = NULL;

  self->batch = 0;
  cvn_test_folder_make (&self->folder);
  cvn_test_folder_make_centre (&self->folder);
  self->store = cvn_store_open (self->folder.path, 0, actor, &error);
  g_assert_no_error (error);
  cvn_store_write (self->store, CVN_ACTION_SET_UP, NULL, NULL, set_up_sync, &settings, &error);
  g_assert_no_error (error);
}

/** cvn_desk_close: closes and removes the centre. */
void
cvn_desk_close (CvnDesk *self)
{
  cvn_store_close (self->store);
  g_assert_finalize_object (self->store);
  cvn_test_folder_remove (&self->folder);
}

/** cvn_desk_pair_open: two desks that share a new database of @peer; nothing where that is NULL. */
void
cvn_desk_pair_open (CvnDeskPair *self,
                    CvnPeer     *peer)
{
  if (peer == NULL)
    return;
  self->database = cvn_peer_make_database (peer);
  self->remote = cvn_peer_open (peer, self->database);
  cvn_desk_open (&self->a, "Ans", cvn_peer_get_address (peer), self->database);
  cvn_desk_open (&self->b, "Bas", cvn_peer_get_address (peer), self->database);
}

/** cvn_desk_pair_close: closes what was opened. */
void
cvn_desk_pair_close (CvnDeskPair *self)
{
  if (self->database == NULL)
    return;
  cvn_desk_close (&self->a);
  cvn_desk_close (&self->b);
  cvn_remote_free (self->remote);
  g_free (self->database);
}

/** cvn_desk_sync: one exchange; @n_received and @n_sent may be NULL. */
gboolean
cvn_desk_sync (CvnDesk   *self,
               CvnRemote *remote,
               guint     *n_received,
               guint     *n_sent,
               GError   **error)
{
  g_auto (CvnReplication) replication = { .store = self->store, .remote = remote, .batch = self->batch };
  gboolean done = cvn_replication_run (&replication, error);

  if (n_received != NULL)
    *n_received = replication.n_received;
  if (n_sent != NULL)
    *n_sent = replication.n_sent;
  return done;
}

/** cvn_desk_sync_well: one exchange that must succeed. */
void
cvn_desk_sync_well (CvnDesk   *self,
                    CvnRemote *remote)
{
  g_autoptr (GError) error = NULL;

  cvn_desk_sync (self, remote, NULL, NULL, &error);
  g_assert_no_error (error);
}

/** cvn_desk_count: how many rows there are of @what: a table, perhaps with a WHERE. */
gint64
cvn_desk_count (CvnDesk    *self,
                const char *what)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", what);

  return cvn_test_integer (self->folder.path, sql);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
join_sorted (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static gpointer
list_leaves (CvnReader    *reader,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  return cvn_sync_leaf_list_lines (reader, error);
}

/** cvn_desk_dump_leaves: (transfer full): every version that is a leaf here, a line each, sorted. */
char *
cvn_desk_dump_leaves (CvnDesk *self)
{
  g_autoptr (GPtrArray) lines = cvn_store_read (self->store, list_leaves, NULL, NULL);

  return join_sorted (lines);
}

/** cvn_couch_dump_leaves: (transfer full): every version that is a leaf on the server, a line each, sorted. */
char *
cvn_couch_dump_leaves (CvnRemote *remote)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *last = NULL;
  guint            n_rows;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions = cvn_couch_list_changes (remote, "0", 1000000, &last, &n_rows, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < revisions->len; i++)
    {
      CvnCouchRevision *revision = revisions->pdata[i];

      g_ptr_array_add (lines, g_strconcat (revision->document, " ", revision->revision, NULL));
    }
  return join_sorted (lines);
}

/** cvn_pouch_start: (transfer full): PouchDB with a database of its own that exchanges with @database. */
CvnPouch *
cvn_pouch_start (const char *address,
                 const char *database)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "sync", "peer", "pouch.js", NULL);
  g_autofree char *remote = g_strconcat (address, database, NULL);
  const char      *arguments[] = { "node", script, remote, NULL };
  CvnPouch        *self = g_new0 (CvnPouch, 1);

  self->process = run_node (NULL, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, arguments);
  self->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  return self;
}

/** cvn_pouch_stop: ends it. */
void
cvn_pouch_stop (CvnPouch *self)
{
  g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  g_object_unref (self->output);
  g_object_unref (self->process);
  g_free (self);
}

/** cvn_pouch_ask: (transfer full): what it answers to @command. */
char *
cvn_pouch_ask (CvnPouch   *self,
               const char *command)
{
  g_autofree char *line = g_strconcat (command, "\n", NULL);
  char            *answer;

  g_assert_true (g_output_stream_write_all (g_subprocess_get_stdin_pipe (self->process), line, strlen (line), NULL, NULL, NULL));
  answer = g_data_input_stream_read_line (self->output, NULL, NULL, NULL);
  g_assert_nonnull (answer);
  return answer;
}

/** cvn_pouch_dump_leaves: (transfer full): every version that is a leaf in PouchDB, a line each, sorted. */
char *
cvn_pouch_dump_leaves (CvnPouch *self)
{
  g_autofree char *answer = cvn_pouch_ask (self, "{\"do\":\"leaves\"}");
  CvnJsonSlice     whole = { answer, strlen (answer) };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  CvnJsonSlice list;
  CvnJsonSlice line;
  CvnJsonIter  iter;

  g_assert_true (cvn_json_check (answer, strlen (answer), NULL));
  g_assert_true (cvn_json_find (&whole, "ok", &list));
  g_assert_true (cvn_json_open_array (&iter, &list));
  while (cvn_json_next_element (&iter, &line))
    g_ptr_array_add (lines, cvn_json_dup_string (&line));
  return join_sorted (lines);
}
