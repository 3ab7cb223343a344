/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "fake-server"

#include "fake-server.h"

#include "cvn-json.h"

#include <libsoup/soup.h>
#include <string.h>

struct _FakeServer
{
  SoupServer *server;
  SoupServer *elsewhere; /* where redirections lead */
  GThread    *thread;
  GMainLoop  *loop;
  char       *address;
  char       *other;

  GMutex      mutex;
  FakeMode    mode;
  char       *path; /* only of questions with this in them */
  guint       status;
  gboolean    is_full;
  char       *words;
  guint       n_requests;
  guint       n_elsewhere;
  GHashTable *documents;
  GHashTable *unsettled; /* first messages of connections that are being taken up; of the thread that runs the loop */
};

static void
answer (SoupServerMessage *message,
        guint              status,
        const char        *text)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, text, strlen (text));
}

static void
answer_deep (SoupServerMessage *message)
{
  gsize depth = 100000;
  char *text = g_malloc (2 * depth + 1);

  memset (text, '[', depth);
  memset (text + depth, ']', depth);
  text[2 * depth] = '\0';
  answer (message, 200, text);
  g_free (text);
}

static void
answer_bomb (SoupServerMessage *message)
{
  g_autoptr (GConverter) packer = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr (GOutputStream) packed = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (packed, packer);
  g_autofree char *blanks = g_strnfill (1000000, ' ');

  for (int i = 0; i < 200; i++)
    g_output_stream_write_all (stream, blanks, 1000000, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Content-Encoding", "gzip");
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (packed)),
                                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (packed)));
}

static gboolean
drip_cb (gpointer data)
{
  SoupServerMessage *message = data;

  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC, " ", 1);
  soup_server_message_unpause (message);
  return G_SOURCE_CONTINUE;
}

/* Also for a message that goes with the server, before it is finished. */
static void
remove_source (gpointer  source,
               GClosure *closure)
{
  g_source_destroy (source);
  g_source_unref (source);
}

static void
answer_slowly (FakeServer        *self,
               SoupServerMessage *message,
               guint              ms)
{
  GSource *source = g_timeout_source_new (ms);

  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message), SOUP_ENCODING_CHUNKED);
  g_source_set_callback (source, drip_cb, message, NULL);
  g_source_attach (source, g_main_loop_get_context (self->loop));
  g_signal_connect_data (message, "finished", G_CALLBACK (g_source_destroy), source, remove_source, G_CONNECT_SWAPPED);
}

static void
more_cb (SoupServerMessage *message)
{
  static char blanks[65536];

  memset (blanks, ' ', sizeof blanks);
  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC, blanks, sizeof blanks);
}

static void
answer_for_ever (SoupServerMessage *message)
{
  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message), SOUP_ENCODING_CHUNKED);
  soup_message_body_set_accumulate (soup_server_message_get_response_body (message), FALSE);
  more_cb (message);
  g_signal_connect (message, "wrote-chunk", G_CALLBACK (more_cb), NULL);
}

static void
answer_short (SoupServerMessage *message)
{
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);
  const char *text = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"results\":[";

  g_output_stream_write_all (g_io_stream_get_output_stream (stream), text, strlen (text), NULL, NULL, NULL);
  g_io_stream_close (stream, NULL, NULL);
}

static void
answer_badly (FakeServer        *self,
              SoupServerMessage *message)
{
  switch (self->mode)
    {
    case FAKE_STATUS:
      if (self->status == 429)
        soup_message_headers_replace (soup_server_message_get_response_headers (message), "Retry-After", "17");
      answer (message, self->status, self->words != NULL ? self->words : "{}");
      break;
    case FAKE_PORTAL:
      answer (message, 200, "<html><body>Welcome to our hotel</body></html>");
      break;
    case FAKE_GARBAGE:
      answer (message, 200, "\x01\x02\xff{]");
      break;
    case FAKE_CUT:
      answer (message, 200, "{\"results\":[{\"id\":\"event:01ARZ3NDEKTSV4RRFFQ69G5FAV\",\"chan");
      break;
    case FAKE_SHORT:
      answer_short (message);
      break;
    case FAKE_DEEP:
      answer_deep (message);
      break;
    case FAKE_NUL:
      answer (message, 200, "{\"results\":[],\"last_seq\":\"a\\u0000b\"}");
      break;
    case FAKE_SILENT:
      soup_server_message_pause (message);
      break;
    case FAKE_DRIP:
      answer_slowly (self, message, 20);
      break;
    case FAKE_ENDLESS:
      answer_for_ever (message);
      break;
    case FAKE_BOMB:
      answer_bomb (message);
      break;
    case FAKE_REDIRECT:
      soup_server_message_set_redirect (message, 302, self->other);
      break;
    case FAKE_WELL:
    case FAKE_SWALLOW:
    case FAKE_REFUSE_BULK:
    case FAKE_FULL:
    default:
      g_assert_not_reached ();
    }
}

/* Each document is remembered by its name, until it stops. */
static void
take_documents (FakeServer *self,
                const char *body)
{
  const char *next = strstr (body, "{\"_id\":\"");

  while (next != NULL)
    {
      const char      *at = next;
      g_autofree char *whole = NULL;

      next = strstr (at + 1, "{\"_id\":\"");
      whole = next != NULL ? g_strndup (at, (gsize) (next - at)) : g_strdup (at);
      if (self->mode != FAKE_SWALLOW || strstr (whole, "poison") == NULL)
        g_hash_table_add (self->documents, g_strndup (at + 8, strcspn (at + 8, "\"")));
    }
}

/* Only the first version of each document is told from none. */
static char *
make_difference (FakeServer *self,
                 const char *body)
{
  CvnJsonSlice object = { body, strlen (body) };
  CvnJsonSlice value;
  CvnJsonIter  iter;
  GString     *missing = g_string_new ("{");
  char        *next = NULL;

  g_assert_true (cvn_json_open_object (&iter, &object));
  while (cvn_json_next_member (&iter, &next, &value))
    {
      g_autofree char *name = g_steal_pointer (&next);

      if (!g_hash_table_contains (self->documents, name))
        g_string_append_printf (missing, "%s\"%s\":{\"missing\":%.*s}", missing->len > 1 ? "," : "", name, (int) value.length, value.start);
    }
  g_string_append_c (missing, '}');
  return g_string_free (missing, FALSE);
}

static void
answer_difference (FakeServer        *self,
                   SoupServerMessage *message,
                   const char        *body)
{
  g_autofree char *missing = make_difference (self, body);

  answer (message, 200, missing);
}

/* Of a server that works: whether this question is one that it does not take now. A disk that was once full stays full. */
static gboolean
refuses (FakeServer *self,
         const char *method,
         const char *path,
         const char *body)
{
  gboolean is_bulk = g_str_has_suffix (path, "/_bulk_docs");

  if (self->mode == FAKE_REFUSE_BULK)
    return is_bulk && strstr (body, "poison") != NULL;
  self->is_full = self->mode == FAKE_FULL && (self->is_full || is_bulk);
  return self->is_full && (is_bulk || strcmp (method, "PUT") == 0);
}

static void
answer_well (FakeServer        *self,
             SoupServerMessage *message,
             const char        *path,
             const char        *body)
{
  if (refuses (self, soup_server_message_get_method (message), path, body))
    answer (message, self->status, "{\"error\":\"unknown_error\"}");
  else if (g_str_has_suffix (path, "/_session"))
    answer (message, 200, "{\"ok\":true,\"userCtx\":{\"name\":null,\"roles\":[]}}");
  else if (strstr (path, "/_local/") != NULL)
    answer (message, strcmp (soup_server_message_get_method (message), "GET") == 0 ? 404 : 201, "{\"ok\":true}");
  else if (g_str_has_suffix (path, "/_changes"))
    answer (message, 200, "{\"results\":[],\"last_seq\":\"0\"}");
  else if (g_str_has_suffix (path, "/_revs_diff"))
    answer_difference (self, message, body);
  else if (g_str_has_suffix (path, "/_bulk_docs"))
    {
      take_documents (self, body);
      answer (message, 201, "[]");
    }
  else
    answer (message, 200, "{\"couchdb\":\"Welcome\",\"version\":\"3.5.0\",\"db_name\":\"centre\",\"doc_count\":0,\"instance_start_time\":\"1\"}");
}

static void
handle (SoupServer        *server,
        SoupServerMessage *message,
        const char        *path,
        GHashTable        *query,
        gpointer           data)
{
  FakeServer      *self = data;
  SoupMessageBody *request = soup_server_message_get_request_body (message);
  g_autofree char *body = g_strndup (request->data != NULL ? request->data : "", request->data != NULL ? (gsize) request->length : 0);

  g_mutex_lock (&self->mutex);
  self->n_requests++;
  if (self->mode == FAKE_WELL || self->mode == FAKE_SWALLOW || self->mode == FAKE_REFUSE_BULK || self->mode == FAKE_FULL || strstr (path, self->path) == NULL)
    answer_well (self, message, path, body);
  else
    answer_badly (self, message);
  g_mutex_unlock (&self->mutex);
}

static void
handle_elsewhere (SoupServer        *server,
                  SoupServerMessage *message,
                  const char        *path,
                  GHashTable        *query,
                  gpointer           data)
{
  FakeServer *self = data;

  g_mutex_lock (&self->mutex);
  self->n_elsewhere++;
  g_mutex_unlock (&self->mutex);
  answer (message, 200, "{}");
}

static char *
listen_on (SoupServer             *server,
           SoupServerListenOptions options)
{
  GSList *uris;
  char   *address;
  GError *error = NULL;

  soup_server_listen_local (server, 0, options | SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  address = g_uri_to_string (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return address;
}

static void
gone_cb (gpointer data,
         GObject *where)
{
  FakeServer *self = data;

  g_hash_table_remove (self->unsettled, where);
}

static void
settled_cb (SoupServerMessage *message,
            FakeServer        *self)
{
  g_signal_handlers_disconnect_by_func (message, settled_cb, self);
  g_object_weak_unref (G_OBJECT (message), gone_cb, self);
  g_hash_table_remove (self->unsettled, message);
}

/* A connection that is taken up: with TLS, hands are shaken first. */
static void
started_cb (SoupServer        *server,
            SoupServerMessage *message,
            FakeServer        *self)
{
  /* It may be told of twice. */
  if (!g_hash_table_add (self->unsettled, message))
    return;
  /* Where the handshake fails, newer libsoup only drops the message. */
  g_object_weak_ref (G_OBJECT (message), gone_cb, self);
  g_signal_connect (message, "connected", G_CALLBACK (settled_cb), self);
  g_signal_connect (message, "got-headers", G_CALLBACK (settled_cb), self);
  g_signal_connect (message, "disconnected", G_CALLBACK (settled_cb), self);
}

static gpointer
run (gpointer data)
{
  FakeServer *self = data;

  g_main_context_push_thread_default (g_main_loop_get_context (self->loop));
  g_main_loop_run (self->loop);
  g_main_context_pop_thread_default (g_main_loop_get_context (self->loop));
  return NULL;
}

/** fake_server_start: (transfer full): a server; with @pem it speaks TLS. */
FakeServer *
fake_server_start (const char *pem)
{
  FakeServer *self = g_new0 (FakeServer, 1);
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GTlsCertificate) certificate = pem != NULL ? g_tls_certificate_new_from_file (pem, NULL) : NULL;

  g_mutex_init (&self->mutex);
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->unsettled = g_hash_table_new (NULL, NULL);
  self->loop = g_main_loop_new (context, FALSE);
  g_main_context_push_thread_default (context);
  self->server = certificate != NULL ? soup_server_new ("tls-certificate", certificate, NULL) : soup_server_new (NULL, NULL);
  if (certificate != NULL)
    g_signal_connect (self->server, "request-started", G_CALLBACK (started_cb), self);
  self->elsewhere = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, NULL, handle, self, NULL);
  soup_server_add_handler (self->elsewhere, NULL, handle_elsewhere, self, NULL);
  self->address = listen_on (self->server, certificate != NULL ? SOUP_SERVER_LISTEN_HTTPS : 0);
  self->other = listen_on (self->elsewhere, 0);
  g_main_context_pop_thread_default (context);
  self->thread = g_thread_new ("fake", run, self);
  return self;
}

/** fake_server_stop: ends it. */
void
fake_server_stop (FakeServer *self)
{
  g_main_loop_quit (self->loop);
  g_thread_join (self->thread);
  g_main_context_push_thread_default (g_main_loop_get_context (self->loop));
  /* libsoup lets go of a connection, and is told afterwards how its handshake ended: nobody is cut off within one. */
  while (g_hash_table_size (self->unsettled) > 0)
    g_main_context_iteration (g_main_loop_get_context (self->loop), TRUE);
  soup_server_disconnect (self->server);
  soup_server_disconnect (self->elsewhere);
  while (g_main_context_iteration (g_main_loop_get_context (self->loop), FALSE))
    continue;
  g_object_unref (self->server);
  g_object_unref (self->elsewhere);
  g_main_context_pop_thread_default (g_main_loop_get_context (self->loop));
  g_main_loop_unref (self->loop);
  g_hash_table_unref (self->documents);
  g_hash_table_unref (self->unsettled);
  g_mutex_clear (&self->mutex);
  g_free (self->address);
  g_free (self->other);
  g_free (self->path);
  g_free (self->words);
  g_free (self);
}

/** fake_server_get_address: where it is. */
const char *
fake_server_get_address (FakeServer *self)
{
  return self->address;
}

/** fake_server_set: how it answers from now on to questions with @path in them. */
void
fake_server_set (FakeServer *self,
                 FakeMode    mode,
                 const char *path,
                 guint       status,
                 const char *words)
{
  g_mutex_lock (&self->mutex);
  self->mode = mode;
  g_free (self->path);
  self->path = g_strdup (path);
  self->status = status;
  g_free (self->words);
  self->words = g_strdup (words);
  self->n_requests = 0;
  self->n_elsewhere = 0;
  g_mutex_unlock (&self->mutex);
}

static guint
read_number (FakeServer *self,
             guint      *number)
{
  guint n;

  g_mutex_lock (&self->mutex);
  n = *number;
  g_mutex_unlock (&self->mutex);
  return n;
}

/** fake_server_get_n_requests: questions since it was told how to answer. */
guint
fake_server_get_n_requests (FakeServer *self)
{
  return read_number (self, &self->n_requests);
}

/** fake_server_get_n_elsewhere: questions to where it redirected. */
guint
fake_server_get_n_elsewhere (FakeServer *self)
{
  return read_number (self, &self->n_elsewhere);
}

/** fake_server_get_n_documents: how many documents it took. */
guint
fake_server_get_n_documents (FakeServer *self)
{
  guint n;

  g_mutex_lock (&self->mutex);
  n = g_hash_table_size (self->documents);
  g_mutex_unlock (&self->mutex);
  return n;
}
