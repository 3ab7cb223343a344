/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-remote"

#include "cvn-remote.h"

#include "cvn-error.h"
#include "cvn-soup.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

/*
 * One dumb client. It asks and reads; what to ask, and when to ask again, is not its business. It follows nobody elsewhere,
 * believes no certificate that the system does not believe, gives the password to nobody but the server it was made for,
 * and reads no more and no longer than it was told to.
 */

#define IDLE_MS    (30 * 1000)
#define OVERALL_MS (60 * 1000)
#define CAP        ((gsize) 64 * 1024 * 1024)
/* Of a long answer, or a long question: slower than this is as good as silent. */
#define BYTES_PER_MS 4
#define CHUNK        ((gsize) 64 * 1024)

struct _CvnRemote
{
  GMainContext  *context;
  const CvnSoup *soup;
  SoupSession   *session;
  GUri          *base;
  char          *database; /* as it stands in a path */
  char          *authorization;
  guint          idle_ms;
  guint          overall_ms;
  gsize          cap;
  const char    *accepted; /* kinds of answers */
  guint          retry_after;
  guint          n_requests;
};

/* One question under way. */
typedef struct
{
  CvnRemote    *remote;
  SoupMessage  *message;
  GInputStream *stream;
  GByteArray   *data;
  GCancellable *cancellable;
  gint64        started; /* us, monotonic */
  gint64        heard;   /* the last byte */
  gsize         n_sent;
  gboolean      endless; /* a feed that waits for something to happen: the first byte that says so ends it */
  gboolean      late;
  gboolean      done;
  GError       *error;
} Question;

static gboolean
is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  return address != NULL ? g_inet_address_get_is_loopback (address) : g_ascii_strcasecmp (host, "localhost") == 0;
}

static GUri *
parse_address (const char *server,
               GError    **error)
{
  g_autoptr (GUri) uri = g_uri_parse (server, G_URI_FLAGS_HAS_PASSWORD, NULL);
  gboolean secure = uri != NULL && g_strcmp0 (g_uri_get_scheme (uri), "https") == 0;
  gboolean plain = uri != NULL && g_strcmp0 (g_uri_get_scheme (uri), "http") == 0;

  if ((!secure && !plain) || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0' ||
      g_uri_get_query (uri) != NULL || g_uri_get_fragment (uri) != NULL)
    g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, _("Expected an address such as https://couch.example.org/."));
  else if (g_uri_get_userinfo (uri) != NULL)
    g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, _("A name or a password does not belong in the address: fill them in below."));
  else if (plain && !is_loopback (g_uri_get_host (uri)))
    g_set_error_literal (error, CVN_ERROR, CVN_ERROR_UNTRUSTED, _("The address must begin with https: over http others could read along."));
  else
    return g_steal_pointer (&uri);
  return NULL;
}

/** cvn_remote_check_address: whether @server may be asked anything; %CVN_ERROR_INVALID or %CVN_ERROR_UNTRUSTED otherwise. */
gboolean
cvn_remote_check_address (const char *server,
                          GError    **error)
{
  g_autoptr (GUri) uri = parse_address (server, error);

  return uri != NULL;
}

/** cvn_remote_check_database: whether a database may have this name; %CVN_ERROR_INVALID otherwise. The rule is CouchDB's. */
gboolean
cvn_remote_check_database (const char *database,
                           GError    **error)
{
  if (g_ascii_islower (*database) && strspn (database, "abcdefghijklmnopqrstuvwxyz0123456789_$()+-/") == strlen (database))
    return TRUE;
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID,
                       _("The name of a database begins with a small letter; then small letters, digits, _ and - are possible."));
  return FALSE;
}

static GTlsDatabase *
open_authority (const char *ca_file,
                GError    **error)
{
  g_autoptr (GTlsDatabase) database = NULL;
  g_autoptr (GError) failure = NULL;

  if (!g_path_is_absolute (ca_file) || !g_file_test (ca_file, G_FILE_TEST_IS_REGULAR) ||
      (database = g_tls_file_database_new (ca_file, &failure)) == NULL)
    {
      g_set_error (error, CVN_ERROR, CVN_ERROR_UNTRUSTED, _("The file “%s” with the certificate of your own authority cannot be read."), ca_file);
      return NULL;
    }
  return g_steal_pointer (&database);
}

/**
 * cvn_remote_new:
 * @server: https://…; http only on this computer
 * @ca_file: (nullable): absolute path of the certificate of an own authority, used instead of the system's
 *
 * Returns: (transfer full) (nullable): a database to be asked on this thread. Nothing is asked yet.
 */
CvnRemote *
cvn_remote_new (const char *server,
                const char *database,
                const char *ca_file,
                GError    **error)
{
  g_autoptr (CvnRemote) self = g_new0 (CvnRemote, 1);
  g_autoptr (GTlsDatabase) authority = NULL;

  self->base = parse_address (server, error);
  if (self->base == NULL || !cvn_remote_check_database (database, error))
    return NULL;
  if (ca_file != NULL && *ca_file != '\0' && (authority = open_authority (ca_file, error)) == NULL)
    return NULL;
  if ((self->soup = cvn_soup_get (error)) == NULL)
    return NULL;
  self->database = g_uri_escape_string (database, NULL, FALSE);
  self->idle_ms = IDLE_MS;
  self->overall_ms = OVERALL_MS;
  self->cap = CAP;
  self->accepted = "application/json";
  self->context = g_main_context_new ();
  g_main_context_push_thread_default (self->context);
  self->session = authority != NULL ? self->soup->soup_session_new_with_options ("tls-database", authority, NULL) : self->soup->soup_session_new ();
  g_main_context_pop_thread_default (self->context);
  self->soup->soup_session_set_timeout (self->session, 0);
  self->soup->soup_session_remove_feature_by_type (self->session, self->soup->soup_auth_manager_get_type ());
  /* A password for this computer is not handed to a proxy elsewhere. */
  if (is_loopback (g_uri_get_host (self->base)))
    self->soup->soup_session_set_proxy_resolver (self->session, NULL);
  return g_steal_pointer (&self);
}

/** cvn_remote_free: closes the connections. On the thread that made it. */
void
cvn_remote_free (CvnRemote *self)
{
  if (self == NULL)
    return;
  if (self->session != NULL)
    {
      g_main_context_push_thread_default (self->context);
      self->soup->soup_session_abort (self->session);
      while (g_main_context_iteration (self->context, FALSE))
        continue;
      g_clear_object (&self->session);
      g_main_context_pop_thread_default (self->context);
    }
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->base, g_uri_unref);
  g_free (self->database);
  cvn_remote_set_account (self, NULL, NULL);
  g_free (self);
}

/*
 * A password in memory shall not end up in a file because something else goes wrong: there will be no image of this process.
 * The limit alone is not asked where images are handed to another program, and nobody else of this account looks in either.
 */
static void
forbid_images (void)
{
  struct rlimit limit;

#ifndef __SANITIZE_ADDRESS__ /* it looks for leaks from outside */
  prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
  if (getrlimit (RLIMIT_CORE, &limit) != 0)
    return;
  limit.rlim_cur = 0;
  setrlimit (RLIMIT_CORE, &limit);
}

/** cvn_remote_set_account: who asks; NULL for nobody. The secret is kept in memory only. */
void
cvn_remote_set_account (CvnRemote  *self,
                        const char *user,
                        const char *secret)
{
  g_autofree char *pair = NULL;
  g_autofree char *code = NULL;

  if (self->authorization != NULL)
    explicit_bzero (self->authorization, strlen (self->authorization));
  g_clear_pointer (&self->authorization, g_free);
  if (user == NULL || *user == '\0')
    return;
  forbid_images ();
  pair = g_strconcat (user, ":", secret != NULL ? secret : "", NULL);
  code = g_base64_encode ((const guchar *) pair, strlen (pair));
  self->authorization = g_strconcat ("Basic ", code, NULL);
  explicit_bzero (pair, strlen (pair));
  explicit_bzero (code, strlen (code));
}

/** cvn_remote_set_patience: how long the server may be silent, and how long a short answer may take as a whole; longer ones get more. */
void
cvn_remote_set_patience (CvnRemote *self,
                         guint      idle_ms,
                         guint      overall_ms)
{
  self->idle_ms = idle_ms;
  self->overall_ms = overall_ms;
}

/** cvn_remote_set_cap: how many bytes an answer may have, unpacked. */
void
cvn_remote_set_cap (CvnRemote *self,
                    gsize      bytes)
{
  self->cap = bytes;
}

/** cvn_remote_get_retry_after: seconds that the server asked to be left alone for with its last answer; 0 when it did not. */
guint
cvn_remote_get_retry_after (CvnRemote *self)
{
  return self->retry_after;
}

/** cvn_remote_get_n_requests: how many questions were asked so far. */
guint
cvn_remote_get_n_requests (CvnRemote *self)
{
  return self->n_requests;
}

/** cvn_answer_clear: frees what is in it. */
void
cvn_answer_clear (CvnAnswer *self)
{
  g_free (self->text);
  *self = (CvnAnswer){ 0 };
}

static void
finish (Question *question,
        GError   *error)
{
  question->error = error;
  question->done = TRUE;
}

static void read_more (Question *question);

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Question *question = data;
  GError   *error = NULL;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  gsize         length = 0;
  const guint8 *chunk = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  if (bytes == NULL || length == 0)
    {
      finish (question, error);
      return;
    }
  question->heard = g_get_monotonic_time ();
  if (question->data->len + length > question->remote->cap)
    {
      g_set_error_literal (&error, CVN_ERROR, CVN_ERROR_TOO_LARGE, _("The answer of the server is too long."));
      finish (question, error);
      return;
    }
  g_byte_array_append (question->data, chunk, (guint) length);
  /* A line of a feed that is more than a sign of life. */
  if (question->endless && memchr (question->data->data, '}', question->data->len) != NULL)
    finish (question, NULL);
  else
    read_more (question);
}

static void
read_more (Question *question)
{
  g_input_stream_read_bytes_async (question->stream, CHUNK, G_PRIORITY_DEFAULT, question->cancellable, read_cb, question);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Question *question = data;
  GError   *error = NULL;

  question->stream = question->remote->soup->soup_session_send_finish (question->remote->session, result, &error);
  question->heard = g_get_monotonic_time ();
  if (question->stream == NULL)
    finish (question, error);
  else
    read_more (question);
}

/* Silence is one thing; a byte now and then, for ever, is another. */
static gboolean
watch_cb (gpointer data)
{
  Question *question = data;
  gint64    now = g_get_monotonic_time ();
  gint64    overall_ms = question->remote->overall_ms + (gint64) (question->data->len + question->n_sent) / BYTES_PER_MS;

  if (now - question->heard <= (gint64) question->remote->idle_ms * 1000 &&
      (question->endless || now - question->started <= overall_ms * 1000))
    return G_SOURCE_CONTINUE;
  question->late = TRUE;
  g_cancellable_cancel (question->cancellable);
  return G_SOURCE_REMOVE;
}

static gboolean
cancel_cb (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

/* On whichever thread. What waits is told on its own: told from elsewhere, it may be about to go, and then stays for ever. */
static void
cancelled_cb (GCancellable *outer,
              Question     *question)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_HIGH);
  g_source_set_callback (source, cancel_cb, g_object_ref (question->cancellable), g_object_unref);
  g_source_attach (source, question->remote->context);
}

/* Waits for the question's end in the remote's own context, so that nothing else of the thread runs meanwhile. */
static void
run (Question     *question,
     GCancellable *outer)
{
  CvnRemote *remote = question->remote;
  g_autoptr (GSource) watch = g_timeout_source_new (CLAMP (remote->idle_ms / 10, 10, 1000));
  gulong id = 0;

  g_main_context_push_thread_default (remote->context);
  question->started = question->heard = g_get_monotonic_time ();
  g_source_set_callback (watch, watch_cb, question, NULL);
  g_source_attach (watch, remote->context);
  if (outer != NULL)
    id = g_cancellable_connect (outer, G_CALLBACK (cancelled_cb), question, NULL);
  remote->soup->soup_session_send_async (remote->session, question->message, G_PRIORITY_DEFAULT, question->cancellable, sent_cb, question);
  while (!question->done)
    g_main_context_iteration (remote->context, TRUE);
  if (outer != NULL)
    g_cancellable_disconnect (outer, id);
  g_source_destroy (watch);
  /* What is left unread is not waited for: the connection goes; otherwise it is kept for the next question. */
  if (question->stream != NULL)
    g_input_stream_close (question->stream, NULL, NULL);
  g_clear_object (&question->stream);
  while (g_main_context_iteration (remote->context, FALSE))
    continue;
  g_main_context_pop_thread_default (remote->context);
}

static void
note_retry_after (CvnRemote   *self,
                  SoupMessage *message)
{
  const char *text = self->soup->soup_message_headers_get_one (self->soup->soup_message_get_response_headers (message), "Retry-After");
  guint64     seconds = 0;

  self->retry_after = 0;
  if (text != NULL && g_ascii_string_to_unsigned (text, 10, 0, (guint64) 24 * 60 * 60, &seconds, NULL))
    self->retry_after = (guint) seconds;
}

static SoupMessage *
make_message (CvnRemote  *self,
              const char *method,
              const char *path,
              const char *body)
{
  g_autofree char    *base = g_uri_to_string (self->base);
  g_autofree char    *address = g_strconcat (base, g_str_has_suffix (base, "/") ? "" : "/", path, NULL);
  SoupMessage        *message = self->soup->soup_message_new (method, address);
  SoupMessageHeaders *headers = self->soup->soup_message_get_request_headers (message);

  self->soup->soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  self->soup->soup_message_headers_replace (headers, "Accept", self->accepted);
  if (self->authorization != NULL)
    self->soup->soup_message_headers_replace (headers, "Authorization", self->authorization);
  if (body != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

      self->soup->soup_message_set_request_body_from_bytes (message, "application/json", bytes);
    }
  return message;
}

static void
take_answer (Question  *question,
             CvnAnswer *answer)
{
  gsize length = question->data->len;

  answer->status = question->remote->soup->soup_message_get_status (question->message);
  g_byte_array_append (question->data, (const guint8 *) "", 1);
  answer->length = length;
  answer->text = (char *) g_byte_array_free (g_steal_pointer (&question->data), FALSE);
  if (!cvn_json_check (answer->text, length, NULL))
    return;
  answer->json = (CvnJsonSlice){ answer->text + strspn (answer->text, " \t\r\n"), 0 };
  answer->json.length = length - (gsize) (answer->json.start - answer->text);
}

static gboolean
ask (CvnRemote    *self,
     const char   *method,
     const char   *path,
     const char   *body,
     gboolean      endless,
     CvnAnswer    *answer,
     GCancellable *cancellable,
     GError      **error)
{
  g_autoptr (SoupMessage) message = make_message (self, method, path, body);
  g_autoptr (GCancellable) inner = g_cancellable_new ();
  Question question = { .remote = self, .message = message, .cancellable = inner, .endless = endless, .n_sent = body != NULL ? strlen (body) : 0 };

  self->n_requests++;
  self->retry_after = 0;
  question.data = g_byte_array_new ();
  run (&question, cancellable);
  if (question.error == NULL)
    {
      note_retry_after (self, message);
      take_answer (&question, answer);
      return TRUE;
    }
  g_byte_array_unref (question.data);
  if (question.late)
    {
      g_clear_error (&question.error);
      g_set_error_literal (&question.error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "late");
    }
  cvn_remote_explain (question.error, error);
  return FALSE;
}

/**
 * cvn_remote_ask:
 * @path: within the database, escaped, with its query; "" for the database itself
 * @body: (nullable): JSON
 * @answer: (out): to be cleared with cvn_answer_clear(), also after an error
 *
 * Returns: FALSE with the error that cvn_remote_check_status() makes of the status, or that the connection made; then the
 *   answer may still hold what was said
 */
gboolean
cvn_remote_ask (CvnRemote    *self,
                const char   *method,
                const char   *path,
                const char   *body,
                CvnAnswer    *answer,
                GCancellable *cancellable,
                GError      **error)
{
  g_autofree char *whole = g_strconcat (self->database, *path != '\0' ? "/" : "", path, NULL);

  *answer = (CvnAnswer){ 0 };
  if (!ask (self, method, whole, body, FALSE, answer, cancellable, error) || !cvn_remote_check_status (answer->status, answer, error))
    return FALSE;
  if (answer->json.start != NULL)
    return TRUE;
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_FORMAT, _("The answer of the server is not whole, or is not from a CouchDB server."));
  return FALSE;
}

/** cvn_remote_ask_server: as cvn_remote_ask(), with GET, above all databases. */
gboolean
cvn_remote_ask_server (CvnRemote    *self,
                       const char   *path,
                       CvnAnswer    *answer,
                       GCancellable *cancellable,
                       GError      **error)
{
  *answer = (CvnAnswer){ 0 };
  if (!ask (self, "GET", path, NULL, FALSE, answer, cancellable, error) || !cvn_remote_check_status (answer->status, answer, error))
    return FALSE;
  if (answer->json.start != NULL)
    return TRUE;
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_NOT_COUCHDB, _("What answers at this address is not a CouchDB server."));
  return FALSE;
}

/** cvn_remote_get: as cvn_remote_ask(), with GET, for what need not be JSON, and has no more than @cap bytes. */
gboolean
cvn_remote_get (CvnRemote    *self,
                const char   *path,
                gsize         cap,
                CvnAnswer    *answer,
                GCancellable *cancellable,
                GError      **error)
{
  g_autofree char *whole = g_strconcat (self->database, "/", path, NULL);
  const gsize      usual_cap = self->cap;
  const char      *usually_accepted = self->accepted;
  gboolean         asked;

  *answer = (CvnAnswer){ 0 };
  self->cap = cap;
  self->accepted = "*/*";
  asked = ask (self, "GET", whole, NULL, FALSE, answer, cancellable, error);
  self->cap = usual_cap;
  self->accepted = usually_accepted;
  return asked && cvn_remote_check_status (answer->status, answer, error);
}

/** cvn_remote_wait: waits until a feed of the database says something; silence without the signs of life that were asked for is an error. */
gboolean
cvn_remote_wait (CvnRemote    *self,
                 const char   *path,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_autofree char *whole = g_strconcat (self->database, "/", path, NULL);
  g_auto (CvnAnswer) answer = { 0 };

  return ask (self, "GET", whole, NULL, TRUE, &answer, cancellable, error) && cvn_remote_check_status (answer.status, &answer, error);
}
