/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-remote-status"

#include "cvn-remote.h"

#include "cvn-error.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

/* What a server says by numbers, and what happens on the way to it, in words for people. Nothing of what was sent is in them. */

static const struct
{
  guint       status;
  CvnError    code;
  const char *message;
} statuses[] = {
  { 400, CVN_ERROR_REJECTED, N_("The server does not accept what it was sent.") },
  { 401, CVN_ERROR_UNAUTHORISED, N_("The server does not know this name with this password.") },
  { 403, CVN_ERROR_FORBIDDEN, N_("The server does not allow this name to do that.") },
  { 404, CVN_ERROR_NOT_FOUND, N_("There is no such database on the server (any more).") },
  { 405, CVN_ERROR_NOT_COUCHDB, N_("What answers at this address is not a CouchDB server.") },
  { 409, CVN_ERROR_CONFLICT, N_("Somebody else wrote to the server at the same time.") },
  { 412, CVN_ERROR_EXISTS, N_("The server has that already, or lacks what it builds on.") },
  { 413, CVN_ERROR_TOO_LARGE, N_("That is larger than the server allows. Make it smaller, or ask who runs the server to allow more.") },
  { 415, CVN_ERROR_NOT_COUCHDB, N_("What answers at this address is not a CouchDB server.") },
  { 429, CVN_ERROR_SERVER, N_("The server is asked too much at the moment. It is tried again later.") },
};

static gboolean
mentions (const CvnAnswer *answer,
          const char      *word)
{
  return answer != NULL && answer->text != NULL && strstr (answer->text, word) != NULL;
}

static gboolean
fail (CvnError    code,
      const char *message,
      GError    **error)
{
  g_set_error_literal (error, CVN_ERROR, (int) code, message);
  return FALSE;
}

/** cvn_remote_check_status: whether @status means that it was done; the error otherwise. @answer may be NULL. */
gboolean
cvn_remote_check_status (guint            status,
                         const CvnAnswer *answer,
                         GError         **error)
{
  if (status >= 200 && status < 300)
    return TRUE;
  if (status >= 300 && status < 400)
    return fail (CVN_ERROR_NOT_COUCHDB, _("The address leads somewhere else. Fill in where the server really is."), error);
  if (status == 403 && mentions (answer, "locked"))
    return fail (CVN_ERROR_LOCKED_OUT, _("The account is locked for a while, after too many wrong passwords. Wait some minutes."), error);
  if (status >= 500 && mentions (answer, "doc_validation"))
    return fail (CVN_ERROR_REJECTED, _("The server does not accept what it was sent."), error);
  if (status >= 500)
    return fail (CVN_ERROR_SERVER, _("The server is in trouble itself. It is tried again later."), error);
  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (statuses[i].status == status)
      return fail (statuses[i].code, _(statuses[i].message), error);
  return fail (CVN_ERROR_NOT_COUCHDB, _("What answers at this address is not a CouchDB server."), error);
}

/** cvn_remote_explain: takes @failure of the connection and sets @error to what it means. Cancelling stays as it is. */
void
cvn_remote_explain (GError  *failure,
                    GError **error)
{
  g_autoptr (GError) taken = failure;

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED) || failure->domain == CVN_ERROR)
    g_propagate_error (error, g_steal_pointer (&taken));
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    fail (CVN_ERROR_TIMEOUT, _("The server does not answer in time."), error);
  else if (failure->domain == G_TLS_ERROR)
    fail (CVN_ERROR_UNTRUSTED, _("The server cannot prove who it is: its certificate is not valid for this address. Nothing was sent to it."), error);
  else if (failure->domain == G_RESOLVER_ERROR)
    fail (CVN_ERROR_OFFLINE, _("There is no server of this name, or no network."), error);
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED))
    fail (CVN_ERROR_OFFLINE, _("Nothing answers at this address."), error);
  else
    fail (CVN_ERROR_OFFLINE, _("The connection to the server broke off."), error);
}
