/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-remote"

#include "cvn-remote-private.h"

#include "cvn-error.h"

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

/** cvn_remote_is_on_this_computer: whether no network is between here and @server, an address. Any thread. */
gboolean
cvn_remote_is_on_this_computer (const char *server)
{
  g_autoptr (GUri) uri = parse_address (server, NULL);

  return uri != NULL && is_loopback (g_uri_get_host (uri));
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
  self->is_here = is_loopback (g_uri_get_host (self->base));
  if (self->is_here)
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

/** cvn_remote_get_retry_after: seconds that the server asked to be left alone for, when it last did; 0 when it did not. */
guint
cvn_remote_get_retry_after (CvnRemote *self)
{
  return self->retry_after;
}

/** cvn_remote_get_status: HTTP's number of the answer that was taken last; 0 when it did not come whole. */
guint
cvn_remote_get_status (CvnRemote *self)
{
  return self->status;
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
