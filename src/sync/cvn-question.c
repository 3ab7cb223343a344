/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-question"

#include "cvn-error.h"
#include "cvn-remote-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Questions under way. Several may be, on the one thread of the remote: while the answer to one is waited for, the others go
 * on, so that the server need not be idle while its answers are read. What a question is given of time is counted only while
 * its thread waits for that one: a server is not late because somebody here was busy, or because it answered another question
 * first.
 */

/* Of a long answer, or a long question: slower than this is as good as silent. */
#define BYTES_PER_MS 4
#define FIRST_ROOM   ((gsize) 64 * 1024)
#define LEAST_ROOM   ((gsize) 16 * 1024)
/* How often a question that was cancelled is looked at before it is sure that it does not end by itself. */
#define MOST_LOOKS 3
/* A connection that was silent for longer may be about to be closed by the server; the shortest that servers wait is five seconds. */
#define FRESH_US ((gint64) 2 * G_USEC_PER_SEC)

struct _CvnQuestion
{
  CvnRemote    *remote;
  SoupMessage  *message;
  GInputStream *stream;
  char         *text; /* what came so far */
  gsize         length;
  gsize         room;
  GCancellable *cancellable;
  GCancellable *outer; /* (nullable): the caller's */
  gulong        outer_id;
  gsize         cap;
  gint64        started; /* us, monotonic: since when it is waited for */
  gint64        heard;   /* the last byte */
  gsize         n_sent;
  gboolean      endless; /* a feed that waits for something to happen: the first byte that says so ends it */
  gboolean      late;
  guint         n_looks; /* since it was cancelled */
  gboolean      done;
  GError       *error;
};

/*
 * The connection is free at once for another question that may be waiting for one. What is left unread is not waited for:
 * then the connection goes.
 */
static void
finish (CvnQuestion *question,
        GError      *error)
{
  question->error = error;
  question->done = TRUE;
  if (question->stream != NULL)
    g_input_stream_close (question->stream, NULL, NULL);
  g_clear_object (&question->stream);
}

static void read_more (CvnQuestion *question);

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  CvnQuestion *question = data;
  GError      *error = NULL;
  gssize       n = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);

  if (n <= 0)
    {
      finish (question, error);
      return;
    }
  question->heard = g_get_monotonic_time ();
  question->length += (gsize) n;
  if (question->length > question->cap)
    {
      g_set_error_literal (&error, CVN_ERROR, CVN_ERROR_TOO_LARGE, _("The answer of the server is too long."));
      finish (question, error);
      return;
    }
  /* A line of a feed that is more than a sign of life. */
  if (question->endless && memchr (question->text, '}', question->length) != NULL)
    finish (question, NULL);
  else
    read_more (question);
}

/* As much as came in the meantime at once, to where it stays. */
static void
read_more (CvnQuestion *question)
{
  if (question->room - question->length < LEAST_ROOM)
    {
      question->room = MAX (2 * question->room, FIRST_ROOM);
      question->text = g_realloc (question->text, question->room);
    }
  /* One byte stays for the end. */
  g_input_stream_read_async (question->stream, question->text + question->length, question->room - question->length - 1, G_PRIORITY_DEFAULT,
                             question->cancellable, read_cb, question);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  CvnQuestion *question = data;
  GError      *error = NULL;

  question->stream = question->remote->soup->soup_session_send_finish (question->remote->session, result, &error);
  question->heard = g_get_monotonic_time ();
  if (question->stream == NULL)
    finish (question, error);
  else
    read_more (question);
}

/*
 * Silence is one thing; a byte now and then, for ever, is another. What is cancelled ends at once, but for what waits for a
 * connection: the library looks at those when one is free, and where the server is silent none ever is. Then all end.
 */
static gboolean
watch_cb (gpointer data)
{
  CvnQuestion *question = data;
  gint64       now = g_get_monotonic_time ();
  gint64       overall_ms = question->remote->overall_ms + (gint64) (question->length + question->n_sent) / BYTES_PER_MS;

  if (g_cancellable_is_cancelled (question->cancellable))
    {
      if (++question->n_looks == MOST_LOOKS)
        question->remote->soup->soup_session_abort (question->remote->session);
      return G_SOURCE_CONTINUE;
    }
  if (now - question->heard <= (gint64) question->remote->idle_ms * 1000 &&
      (question->endless || now - question->started <= overall_ms * 1000))
    return G_SOURCE_CONTINUE;
  question->late = TRUE;
  g_cancellable_cancel (question->cancellable);
  return G_SOURCE_CONTINUE;
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
              CvnQuestion  *question)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_HIGH);
  g_source_set_callback (source, cancel_cb, g_object_ref (question->cancellable), g_object_unref);
  g_source_attach (source, question->remote->context);
}

/*
 * All questions of the protocol may be asked twice, but the library asks only those again by itself that are so by their
 * name, when a connection turns out to have been closed. The others go over one that was just heard of, or over a new one.
 */
static SoupMessageFlags
choose_flags (CvnRemote *self)
{
  gboolean fresh = self->heard != 0 && g_get_monotonic_time () - self->heard < FRESH_US;

  return fresh ? SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_IDEMPOTENT : SOUP_MESSAGE_NO_REDIRECT;
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

  self->soup->soup_message_add_flags (message, choose_flags (self));
  self->soup->soup_message_headers_replace (headers, "Accept", self->accepted);
  /* Within one computer packing and unpacking only takes time. */
  if (self->is_here)
    self->soup->soup_message_headers_replace (headers, "Accept-Encoding", "identity");
  if (self->authorization != NULL)
    self->soup->soup_message_headers_replace (headers, "Authorization", self->authorization);
  if (body != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

      self->soup->soup_message_set_request_body_from_bytes (message, "application/json", bytes);
    }
  return message;
}

static CvnQuestion *
begin (CvnRemote    *self,
       const char   *method,
       const char   *path,
       const char   *body,
       gboolean      endless,
       GCancellable *cancellable)
{
  CvnQuestion *question = g_new0 (CvnQuestion, 1);

  *question = (CvnQuestion){ .remote = self, .message = make_message (self, method, path, body), .cancellable = g_cancellable_new (), .cap = self->cap, .endless = endless, .n_sent = body != NULL ? strlen (body) : 0 };
  self->n_requests++;
  g_main_context_push_thread_default (self->context);
  if (cancellable != NULL)
    {
      question->outer = g_object_ref (cancellable);
      question->outer_id = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), question, NULL);
    }
  self->soup->soup_session_send_async (self->session, question->message, G_PRIORITY_DEFAULT, question->cancellable, sent_cb, question);
  g_main_context_pop_thread_default (self->context);
  return question;
}

/* Waits for the question's end in the remote's own context, so that nothing else of the thread runs meanwhile. */
static void
wait (CvnQuestion *question)
{
  CvnRemote *remote = question->remote;
  g_autoptr (GSource) watch = g_timeout_source_new (CLAMP (remote->idle_ms / 10, 10, 1000));

  g_main_context_push_thread_default (remote->context);
  question->started = question->heard = g_get_monotonic_time ();
  g_source_set_callback (watch, watch_cb, question, NULL);
  g_source_attach (watch, remote->context);
  while (!question->done)
    g_main_context_iteration (remote->context, TRUE);
  if (question->outer != NULL)
    g_cancellable_disconnect (question->outer, question->outer_id);
  g_source_destroy (watch);
  while (g_main_context_iteration (remote->context, FALSE))
    continue;
  g_main_context_pop_thread_default (remote->context);
}

static void
free_question (CvnQuestion *question)
{
  g_free (question->text);
  g_clear_error (&question->error);
  g_clear_object (&question->outer);
  g_object_unref (question->cancellable);
  g_object_unref (question->message);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnQuestion, free_question)

static void
note_retry_after (CvnRemote   *self,
                  SoupMessage *message)
{
  const char *text = self->soup->soup_message_headers_get_one (self->soup->soup_message_get_response_headers (message), "Retry-After");
  guint64     seconds = 0;

  if (text != NULL && g_ascii_string_to_unsigned (text, 10, 0, (guint64) 24 * 60 * 60, &seconds, NULL))
    self->retry_after = (guint) seconds;
}

static void
take_answer (CvnQuestion *question,
             CvnAnswer   *answer)
{
  gsize length = question->length;

  answer->status = question->remote->soup->soup_message_get_status (question->message);
  answer->length = length;
  answer->text = question->text != NULL ? g_steal_pointer (&question->text) : g_malloc (1);
  answer->text[length] = '\0';
  if (!cvn_json_check (answer->text, length, NULL))
    return;
  answer->json = (CvnJsonSlice){ answer->text + strspn (answer->text, " \t\r\n"), 0, FALSE };
  answer->json.length = length - (gsize) (answer->json.start - answer->text);
}

/* Takes @asked. */
static gboolean
end (CvnQuestion *asked,
     CvnAnswer   *answer,
     GError     **error)
{
  g_autoptr (CvnQuestion) question = asked;
  CvnRemote *self = question->remote;

  wait (question);
  self->status = 0;
  if (question->error == NULL)
    {
      self->heard = g_get_monotonic_time ();
      note_retry_after (self, question->message);
      take_answer (question, answer);
      self->status = answer->status;
      return TRUE;
    }
  if (question->late)
    {
      g_clear_error (&question->error);
      g_set_error_literal (&question->error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "late");
    }
  cvn_remote_explain (g_steal_pointer (&question->error), error);
  return FALSE;
}

/**
 * cvn_remote_begin:
 * @path: within the database, escaped, with its query; "" for the database itself
 * @body: (nullable): JSON
 *
 * Returns: (transfer full): the question, which is on its way; to be given to cvn_remote_end() or cvn_remote_drop() before
 *   the remote is freed, on its thread
 */
CvnQuestion *
cvn_remote_begin (CvnRemote    *self,
                  const char   *method,
                  const char   *path,
                  const char   *body,
                  GCancellable *cancellable)
{
  g_autofree char *whole = g_strconcat (self->database, *path != '\0' ? "/" : "", path, NULL);

  return begin (self, method, whole, body, FALSE, cancellable);
}

/**
 * cvn_remote_end:
 * @question: (transfer full): from cvn_remote_begin()
 * @answer: (out): to be cleared with cvn_answer_clear(), also after an error
 *
 * Waits for the answer.
 *
 * Returns: FALSE with the error that cvn_remote_check_status() makes of the status, or that the connection made; then the
 *   answer may still hold what was said
 */
gboolean
cvn_remote_end (CvnQuestion *question,
                CvnAnswer   *answer,
                GError     **error)
{
  *answer = (CvnAnswer){ 0 };
  if (!end (question, answer, error) || !cvn_remote_check_status (answer->status, answer, error))
    return FALSE;
  if (answer->json.start != NULL)
    return TRUE;
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_FORMAT, _("The answer of the server is not whole, or is not from a CouchDB server."));
  return FALSE;
}

/** cvn_remote_drop: (transfer full) (nullable) @question: nobody wants to know any more; what the server said last still counts. */
void
cvn_remote_drop (CvnQuestion *question)
{
  if (question == NULL)
    return;
  g_cancellable_cancel (question->cancellable);
  wait (question);
  free_question (question);
}

/** cvn_remote_ask: as cvn_remote_begin() and cvn_remote_end(). */
gboolean
cvn_remote_ask (CvnRemote    *self,
                const char   *method,
                const char   *path,
                const char   *body,
                CvnAnswer    *answer,
                GCancellable *cancellable,
                GError      **error)
{
  return cvn_remote_end (cvn_remote_begin (self, method, path, body, cancellable), answer, error);
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
  if (!end (begin (self, "GET", path, NULL, FALSE, cancellable), answer, error) || !cvn_remote_check_status (answer->status, answer, error))
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
  CvnQuestion     *question;

  *answer = (CvnAnswer){ 0 };
  self->cap = cap;
  self->accepted = "*/*";
  question = begin (self, "GET", whole, NULL, FALSE, cancellable);
  self->cap = usual_cap;
  self->accepted = usually_accepted;
  return end (question, answer, error) && cvn_remote_check_status (answer->status, answer, error);
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

  return end (begin (self, "GET", whole, NULL, TRUE, cancellable), &answer, error) && cvn_remote_check_status (answer.status, &answer, error);
}
