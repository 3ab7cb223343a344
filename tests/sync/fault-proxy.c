/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "fault-proxy"

#include "fault-proxy.h"

#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define BUFFER 65536

struct _FaultProxy
{
  GSocketService *service;
  GThread        *thread;
  GMainLoop      *loop; /* where connections are accepted */
  char           *address;
  guint16         target;

  GMutex   mutex;
  int      budget; /* bytes until everything is cut; below 0: none */
  gboolean has_cut;
  char    *lose; /* the answer to a question with these words is never passed on */
  char    *fail; /* a question with these words does not reach the server */
  guint    n_connections;
};

/* What became of the questions of one connection. */
typedef enum {
  PASSED_ON,
  ANSWER_LOST,
  FAILED,
} Fate;

/* How much of @length may pass. */
static gsize
take (FaultProxy *self,
      gsize       length,
      gboolean   *cut)
{
  gsize passes = length;

  g_mutex_lock (&self->mutex);
  *cut = FALSE;
  if (self->budget >= 0)
    {
      passes = MIN (length, (gsize) self->budget);
      self->budget -= (int) passes;
      *cut = passes < length;
    }
  if (*cut)
    {
      self->budget = -1;
      self->has_cut = TRUE;
    }
  g_mutex_unlock (&self->mutex);
  return passes;
}

/* Takes away the words at @words when @question has them. */
static gboolean
matches (FaultProxy *self,
         char      **words,
         const char *question,
         gsize       length)
{
  gboolean found;

  g_mutex_lock (&self->mutex);
  found = *words != NULL && g_strstr_len (question, (gssize) length, *words) != NULL;
  if (found)
    g_clear_pointer (words, g_free);
  self->has_cut |= found;
  g_mutex_unlock (&self->mutex);
  return found;
}

static gboolean
send_all (GSocket    *to,
          const char *bytes,
          gsize       length)
{
  while (length > 0)
    {
      gssize sent = g_socket_send (to, bytes, length, NULL, NULL);

      if (sent <= 0)
        return FALSE;
      bytes += sent;
      length -= (gsize) sent;
    }
  return TRUE;
}

static const char failure[] = "HTTP/1.1 500 Internal Server Error\r\nConnection: close\r\nRetry-After: 17\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

/* Returns: FALSE at the end of the connection. */
static gboolean
pass (FaultProxy *self,
      GSocket    *from,
      GSocket    *to,
      gboolean    is_question,
      Fate       *fate)
{
  g_autofree char *buffer = g_malloc (BUFFER);
  gssize           length = g_socket_receive (from, buffer, BUFFER, NULL, NULL);
  gboolean         cut;
  gsize            passes;

  if (length <= 0)
    return FALSE;
  if (is_question && *fate == PASSED_ON && matches (self, &self->lose, buffer, (gsize) length))
    *fate = ANSWER_LOST;
  if (is_question && *fate == PASSED_ON && matches (self, &self->fail, buffer, (gsize) length))
    {
      *fate = FAILED;
      return send_all (from, failure, strlen (failure));
    }
  if (*fate == FAILED)
    return is_question;
  if (!is_question && *fate == ANSWER_LOST)
    return FALSE;
  passes = take (self, (gsize) length, &cut);
  return send_all (to, buffer, passes) && !cut;
}

static void
relay (FaultProxy *self,
       GSocket    *client,
       GSocket    *server)
{
  Fate fate = PASSED_ON;

  for (;;)
    {
      GPollFD fds[] = { { g_socket_get_fd (client), G_IO_IN, 0 }, { g_socket_get_fd (server), G_IO_IN, 0 } };

      if (g_poll (fds, 2, -1) < 0)
        return;
      if ((fds[0].revents != 0 && !pass (self, client, server, TRUE, &fate)) || (fds[1].revents != 0 && !pass (self, server, client, FALSE, &fate)))
        return;
    }
}

static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection      *connection,
        GObject                *source,
        FaultProxy             *self)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) server = NULL;
  struct linger abort = { 1, 0 };

  g_mutex_lock (&self->mutex);
  self->n_connections++;
  g_mutex_unlock (&self->mutex);
  g_socket_client_set_enable_proxy (client, FALSE);
  server = g_socket_client_connect_to_host (client, "127.0.0.1", self->target, NULL, NULL);
  if (server == NULL)
    return TRUE;
  relay (self, g_socket_connection_get_socket (connection), g_socket_connection_get_socket (server));
  setsockopt (g_socket_get_fd (g_socket_connection_get_socket (connection)), SOL_SOCKET, SO_LINGER, &abort, sizeof abort);
  return TRUE;
}

static gpointer
accept_all (gpointer data)
{
  FaultProxy   *self = data;
  GMainContext *context = g_main_loop_get_context (self->loop);

  g_main_context_push_thread_default (context);
  g_socket_service_start (self->service);
  g_main_loop_run (self->loop);
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_main_context_pop_thread_default (context);
  return NULL;
}

/** fault_proxy_start: (transfer full): stands before the server at @target, "http://127.0.0.1:PORT/". */
FaultProxy *
fault_proxy_start (const char *target)
{
  FaultProxy *self = g_new0 (FaultProxy, 1);
  g_autoptr (GUri) uri = g_uri_parse (target, G_URI_FLAGS_NONE, NULL);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) wanted = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) got = NULL;
  g_autoptr (GMainContext) context = NULL;

  g_mutex_init (&self->mutex);
  self->budget = -1;
  self->target = (guint16) g_uri_get_port (uri);
  self->service = g_threaded_socket_service_new (64);
  g_socket_service_stop (self->service);
  g_assert_true (g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), wanted, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, &got, NULL));
  self->address = g_strdup_printf ("http://127.0.0.1:%u/", g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (got)));
  g_signal_connect (self->service, "run", G_CALLBACK (run_cb), self);
  context = g_main_context_new ();
  self->loop = g_main_loop_new (context, FALSE);
  self->thread = g_thread_new ("proxy", accept_all, self);
  return self;
}

/** fault_proxy_stop: no new connections; those that are open end with their ends. */
void
fault_proxy_stop (FaultProxy *self)
{
  g_main_loop_quit (self->loop);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_object_unref (self->service);
  g_free (self->address);
  g_free (self->lose);
  g_free (self->fail);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/** fault_proxy_get_address: where a client finds it. */
const char *
fault_proxy_get_address (FaultProxy *self)
{
  return self->address;
}

/** fault_proxy_cut_after: resets the connection after @n_bytes more in either direction, once; below 0: never. */
void
fault_proxy_cut_after (FaultProxy *self,
                       int         n_bytes)
{
  g_mutex_lock (&self->mutex);
  self->budget = n_bytes;
  self->has_cut = FALSE;
  g_mutex_unlock (&self->mutex);
}

/** fault_proxy_lose_answer_to: the next question with @words reaches the server, its answer nobody. */
void
fault_proxy_lose_answer_to (FaultProxy *self,
                            const char *words)
{
  g_mutex_lock (&self->mutex);
  g_free (self->lose);
  self->lose = g_strdup (words);
  self->has_cut = FALSE;
  g_mutex_unlock (&self->mutex);
}

/** fault_proxy_fail: the next question with @words, in one piece of it, does not reach the server, and is answered with 500. */
void
fault_proxy_fail (FaultProxy *self,
                  const char *words)
{
  g_mutex_lock (&self->mutex);
  g_free (self->fail);
  self->fail = g_strdup (words);
  self->has_cut = FALSE;
  g_mutex_unlock (&self->mutex);
}

/** fault_proxy_get_n_connections: how many there were so far. */
guint
fault_proxy_get_n_connections (FaultProxy *self)
{
  guint n;

  g_mutex_lock (&self->mutex);
  n = self->n_connections;
  g_mutex_unlock (&self->mutex);
  return n;
}

/** fault_proxy_has_cut: whether something was cut since it was last told to. */
gboolean
fault_proxy_has_cut (FaultProxy *self)
{
  gboolean has_cut;

  g_mutex_lock (&self->mutex);
  has_cut = self->has_cut;
  g_mutex_unlock (&self->mutex);
  return has_cut;
}
