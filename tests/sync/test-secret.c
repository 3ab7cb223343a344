/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-secret"

#include "store-support.h"

#include "cvn-error.h"
#include "cvn-remote.h"
#include "cvn-secret.h"

#include <gio/gio.h>
#include <sys/resource.h>
#include <unistd.h>

/* The password of the server: in a real keyring, and what happens where there is none. */

#define SERVER "https://couch.example.org/"

/* Runs this program once more, as the part called @part, with @arguments before it and a home of its own. */
static void
run_part (const char        *part,
          const char *const *arguments,
          const char        *bus)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GPtrArray) line = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *home = g_dir_make_tmp ("cvn-secret-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;

  for (int i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (line, (gpointer) (guintptr) arguments[i]);
  g_ptr_array_add (line, self);
  g_ptr_array_add (line, NULL);
  g_subprocess_launcher_setenv (launcher, "CVN_SECRET_PART", part, TRUE);
  g_subprocess_launcher_setenv (launcher, "HOME", home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", home, TRUE);
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  if (bus != NULL)
    g_subprocess_launcher_setenv (launcher, "DBUS_SESSION_BUS_ADDRESS", bus, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) line->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
  cvn_test_delete_tree (home);
}

static gboolean
keeps (void)
{
  g_autoptr (GError) error = NULL;
  char    *got;
  gboolean kept;

  if (!cvn_secret_store (SERVER, "centre", "ans", "a secret", NULL, &error))
    g_printerr ("%s\n", error->message);
  got = cvn_secret_lookup (SERVER, "centre", "ans", NULL, NULL);
  kept = g_strcmp0 (got, "a secret") == 0;
  cvn_secret_free (got);
  /* Each server, database and account has its own. */
  if (!kept || cvn_secret_lookup (SERVER, "centre", "bas", NULL, NULL) != NULL || cvn_secret_lookup (SERVER, "other", "ans", NULL, NULL) != NULL)
    return FALSE;
  cvn_secret_forget (SERVER, "centre", "ans");
  return cvn_secret_lookup (SERVER, "centre", "ans", NULL, NULL) == NULL;
}

static gboolean
copes (void)
{
  g_autoptr (GError) stored = NULL;
  g_autoptr (GError) looked_up = NULL;

  return !cvn_secret_store (SERVER, "centre", "ans", "a secret", NULL, &stored) && g_error_matches (stored, CVN_ERROR, CVN_ERROR_NO_SECRET) &&
         cvn_secret_lookup (SERVER, "centre", "ans", NULL, &looked_up) == NULL && g_error_matches (looked_up, CVN_ERROR, CVN_ERROR_NO_SECRET);
}

static void
test_keyring (void)
{
  static const char *const arguments[] = { "dbus-run-session", "--", "sh", "-c",
                                           "printf '\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec \"$0\"", NULL };
  g_autofree char         *daemon = g_find_program_in_path ("gnome-keyring-daemon");
  g_autofree char         *session = g_find_program_in_path ("dbus-run-session");

  if (daemon == NULL || session == NULL)
    g_test_skip ("there is no keyring to be started");
  else
    run_part ("keeps", arguments, NULL);
}

static void
test_no_keyring (void)
{
  static const char *const arguments[] = { "dbus-run-session", "--", NULL };
  static const char *const nothing[] = { NULL };
  g_autofree char         *session = g_find_program_in_path ("dbus-run-session");

  run_part ("copes", nothing, "unix:path=/nowhere");
  if (session == NULL)
    g_test_skip ("there is no session bus to be started");
  else
    run_part ("copes", arguments, NULL);
}

/* When the program fails with the password in its memory, no image of that memory is written. */
static void
test_no_image (void)
{
  struct rlimit before;
  struct rlimit after;
  g_autoptr (CvnRemote) remote = cvn_remote_new (SERVER, "centre", NULL, NULL);

  g_assert_cmpint (getrlimit (RLIMIT_CORE, &before), ==, 0);
  before.rlim_cur = before.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_CORE, &before), ==, 0);
  cvn_remote_set_account (remote, NULL, NULL);
  g_assert_cmpint (getrlimit (RLIMIT_CORE, &after), ==, 0);
  g_assert_true (after.rlim_cur == before.rlim_cur);
  cvn_remote_set_account (remote, "ans", "a secret");
  g_assert_cmpint (getrlimit (RLIMIT_CORE, &after), ==, 0);
  g_assert_true (after.rlim_cur == 0);
}

int
main (int   argc,
      char *argv[])
{
  const char *part = g_getenv ("CVN_SECRET_PART");

  if (g_strcmp0 (part, "keeps") == 0)
    return keeps () ? 0 : 1;
  if (g_strcmp0 (part, "copes") == 0)
    return copes () ? 0 : 1;
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/secret/keyring", test_keyring);
  g_test_add_func ("/sync/secret/no-keyring", test_no_keyring);
  g_test_add_func ("/sync/secret/no-image", test_no_image);
  return g_test_run ();
}
