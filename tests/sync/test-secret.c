/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-secret"

#include "store-support.h"

#include "cvn-error.h"
#include "cvn-remote.h"
#include "cvn-secret.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
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

/* What is looked for in memory must not be there because it is looked for. */
#define VEIL 0x55
#define MOST (G_GUINT64_CONSTANT (1) << 30)

typedef struct
{
  char  veiled[64];
  gsize length;
} Needle;

static void
veil (const char *text,
      Needle     *needle)
{
  needle->length = strlen (text);
  for (gsize i = 0; i < needle->length; i++)
    needle->veiled[i] = (char) (text[i] ^ VEIL);
}

static gboolean
is_in (const Needle *needle,
       const char   *memory,
       gsize         length)
{
  for (gsize at = 0; at + needle->length <= length; at++)
    {
      gsize i = 0;

      while (i < needle->length && (memory[at + i] ^ VEIL) == needle->veiled[i])
        i++;
      if (i == needle->length)
        return TRUE;
    }
  return FALSE;
}

/* All that this process can write to, but @own, which what is read passes through. */
static gboolean
is_in_memory (const Needle *needle,
              char         *own,
              gsize         size)
{
  FILE    *maps = fopen ("/proc/self/maps", "re");
  int      memory = open ("/proc/self/mem", O_RDONLY | O_CLOEXEC);
  char     line[512];
  gboolean found = FALSE;

  while (!found && fgets (line, sizeof line, maps) != NULL)
    {
      char         *end;
      const guint64 from = g_ascii_strtoull (line, &end, 16);
      const guint64 to = g_ascii_strtoull (end + 1, &end, 16);

      /* What watches over memory reserves far more of it than anybody could fill. */
      if (end[2] != 'w' || to - from > MOST || (from <= (guintptr) own && (guintptr) own < to))
        continue;
      for (guint64 at = from; at < to && !found; at += size / 2)
        {
          ssize_t n = pread (memory, own, MIN (size, to - at), (off_t) at);

          found = n > 0 && is_in (needle, own, (gsize) n);
        }
    }
  fclose (maps);
  close (memory);
  return found;
}

/* The password and what is made of it for the server, as they would stand in memory. */
static void
make_needles (Needle *plain,
              Needle *encoded,
              char   *secret,
              gsize   size)
{
  g_autofree char *pair = NULL;
  g_autofree char *code = NULL;

  for (gsize i = 0; i + 1 < size; i++)
    secret[i] = (char) ('A' + g_random_int_range (0, 26));
  secret[size - 1] = '\0';
  pair = g_strconcat ("ans:", secret, NULL);
  code = g_base64_encode ((const guchar *) pair, strlen (pair));
  /* The last letters depend on what follows. */
  code[strlen (code) - 4] = '\0';
  veil (secret, plain);
  veil (code, encoded);
  explicit_bzero (pair, strlen (pair));
  explicit_bzero (code, strlen (code));
}

/* Returns: 0 when nothing of a password is left in memory once it is not used any more. @keep: somebody forgets to wipe. */
static int
look_for_rest (gboolean keep)
{
  const gsize size = 1 << 20;
  char       *own = mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  char        secret[25];
  Needle      plain;
  Needle      encoded;
  gboolean    before;
  gboolean    after;
  g_autoptr (CvnRemote) remote = cvn_remote_new (SERVER, "centre", NULL, NULL);
  g_autofree char *kept = NULL;

  make_needles (&plain, &encoded, secret, sizeof secret);
  cvn_remote_set_account (remote, "ans", secret);
  /* Now not even this program may look at itself. */
  prctl (PR_SET_DUMPABLE, 1, 0, 0, 0);
  if (keep)
    kept = g_strdup (secret);
  explicit_bzero (secret, sizeof secret);
  before = is_in_memory (&encoded, own, size);
  cvn_remote_set_account (remote, NULL, NULL);
  after = is_in_memory (&plain, own, size) || is_in_memory (&encoded, own, size);
  if (kept != NULL)
    explicit_bzero (kept, strlen (kept));
  return before && !after ? 0 : 1;
}

/* Runs a part of this program that looks at itself, with freed memory left as it is. */
static int
run_alone (const char *part,
           const char *folder,
           rlim_t      core)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  const char      *arguments[] = { self, NULL };
  g_autoptr (GSubprocess) process = NULL;
  struct rlimit limit;
  struct rlimit usual;

  g_subprocess_launcher_setenv (launcher, "CVN_SECRET_PART", part, TRUE);
  g_subprocess_launcher_unsetenv (launcher, "MALLOC_PERTURB_");
  g_subprocess_launcher_setenv (launcher, "ASAN_OPTIONS", "disable_coredump=0:abort_on_error=1:detect_leaks=0", TRUE);
  g_subprocess_launcher_set_cwd (launcher, folder);
  g_assert_cmpint (getrlimit (RLIMIT_CORE, &usual), ==, 0);
  limit = usual;
  limit.rlim_cur = MIN (core, usual.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_CORE, &limit), ==, 0);
  process = g_subprocess_launcher_spawnv (launcher, arguments, NULL);
  g_assert_cmpint (setrlimit (RLIMIT_CORE, &usual), ==, 0);
  g_assert_nonnull (process);
  g_subprocess_wait (process, NULL, NULL);
  return g_subprocess_get_status (process);
}

static void
test_wiped (void)
{
  g_assert_cmpint (run_alone ("wipes", "/", 0), ==, 0);
  /* What is looked for would be found. */
  g_assert_cmpint (run_alone ("keeps-a-copy", "/", 0), !=, 0);
}

/* A program that fails leaves an image where the system wants one; one that holds a password does not. */
static void
test_no_core (void)
{
  g_autofree char *folder = g_dir_make_tmp ("cvn-core-XXXXXX", NULL);
  int              without = run_alone ("fails", folder, RLIM_INFINITY);
  int              with = run_alone ("fails-with-secret", folder, RLIM_INFINITY);

  g_assert_true (WIFSIGNALED (without) && WIFSIGNALED (with));
  g_assert_false (WCOREDUMP (with));
  if (!WCOREDUMP (without))
    g_test_message ("this system writes no images at all");
  cvn_test_delete_tree (folder);
}

static int
run_part_of (const char *part)
{
  g_autoptr (CvnRemote) remote = NULL;

  if (g_str_equal (part, "keeps"))
    return keeps () ? 0 : 1;
  if (g_str_equal (part, "copes"))
    return copes () ? 0 : 1;
  if (g_str_equal (part, "wipes") || g_str_equal (part, "keeps-a-copy"))
    return look_for_rest (g_str_equal (part, "keeps-a-copy"));
  remote = cvn_remote_new (SERVER, "centre", NULL, NULL);
  if (g_str_equal (part, "fails-with-secret"))
    cvn_remote_set_account (remote, "ans", "a secret");
  abort ();
}

int
main (int   argc,
      char *argv[])
{
  const char *part = g_getenv ("CVN_SECRET_PART");

  if (part != NULL)
    return run_part_of (part);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/secret/keyring", test_keyring);
  g_test_add_func ("/sync/secret/no-keyring", test_no_keyring);
  g_test_add_func ("/sync/secret/no-image", test_no_image);
  g_test_add_func ("/sync/secret/wiped", test_wiped);
  g_test_add_func ("/sync/secret/no-core", test_no_core);
  return g_test_run ();
}
