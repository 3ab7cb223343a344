/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-secret"

#include "cvn-secret.h"

#include "cvn-error.h"
#include "cvn-late.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

/* The password of a server lies in the user's keyring, and nowhere else: not in the file, not in settings, not in a log. */

typedef struct
{
  __typeof__ (secret_password_clear_sync)  *secret_password_clear_sync;
  __typeof__ (secret_password_free)        *secret_password_free;
  __typeof__ (secret_password_lookup_sync) *secret_password_lookup_sync;
  __typeof__ (secret_password_store_sync)  *secret_password_store_sync;
} Secret;

static const CvnLateFunction functions[] = {
  CVN_LATE_FUNCTION (Secret, secret_password_clear_sync),
  CVN_LATE_FUNCTION (Secret, secret_password_free),
  CVN_LATE_FUNCTION (Secret, secret_password_lookup_sync),
  CVN_LATE_FUNCTION (Secret, secret_password_store_sync),
};

static const SecretSchema schema = {
  "org.convenant.Convenant.Server",
  SECRET_SCHEMA_NONE,
  {
    { "server", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "database", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "user", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  },
};

/* libsecret, which is opened when the keyring is needed; NULL when it is not there. */
static const Secret *
get_library (GError **error)
{
  static Secret         secret;
  static CvnLateLibrary library = { "libsecret-1.so.0", functions, G_N_ELEMENTS (functions), &secret, FALSE };

  return cvn_late_bind (&library, error) ? &secret : NULL;
}

static void
fail (GError     *failure,
      const char *message,
      GError    **error)
{
  if (failure != NULL)
    g_debug ("keyring: %s", failure->message);
  g_clear_error (&failure);
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_NO_SECRET, message);
}

/**
 * cvn_secret_lookup:
 *
 * Waits for the keyring, which may ask the person to unlock it.
 *
 * Returns: (transfer full) (nullable): the password, to be freed with cvn_secret_free(); NULL with %CVN_ERROR_NO_SECRET when no
 *   keyring answers or it knows none
 */
char *
cvn_secret_lookup (const char   *server,
                   const char   *database,
                   const char   *user,
                   GCancellable *cancellable,
                   GError      **error)
{
  GError       *failure = NULL;
  const Secret *library = get_library (&failure);
  char         *secret = NULL;

  if (library != NULL)
    secret = library->secret_password_lookup_sync (&schema, cancellable, &failure, "server", server, "database", database, "user", user, NULL);
  if (secret == NULL)
    fail (failure, _("The password is not known: no keyring answers, or it holds none. It has to be filled in each time."), error);
  return secret;
}

/** cvn_secret_store: puts the password in the keyring; %CVN_ERROR_NO_SECRET when none takes it. */
gboolean
cvn_secret_store (const char   *server,
                  const char   *database,
                  const char   *user,
                  const char   *secret,
                  GCancellable *cancellable,
                  GError      **error)
{
  g_autofree char *label = g_strdup_printf ("Convenant: %s, %s", server, user);
  GError          *failure = NULL;
  const Secret    *library = get_library (&failure);

  if (library != NULL && library->secret_password_store_sync (&schema, SECRET_COLLECTION_DEFAULT, label, secret, cancellable, &failure,
                                                              "server", server, "database", database, "user", user, NULL))
    return TRUE;
  fail (failure, _("The keyring does not take the password: it has to be filled in each time."), error);
  return FALSE;
}

/** cvn_secret_forget: takes the password out of the keyring, if it is there. */
void
cvn_secret_forget (const char *server,
                   const char *database,
                   const char *user)
{
  const Secret *library = get_library (NULL);

  if (library != NULL)
    library->secret_password_clear_sync (&schema, NULL, NULL, "server", server, "database", database, "user", user, NULL);
}

/** cvn_secret_free: wipes and frees a password. */
void
cvn_secret_free (char *secret)
{
  get_library (NULL)->secret_password_free (secret);
}
