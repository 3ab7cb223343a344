/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-command-line"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* The program itself, as a person or a script runs it; without a display. */
typedef struct
{
  char *folder;
  char *sample; /* a centre with the sample in it */
} Fixture;

typedef struct
{
  int   status;
  char *out;
  char *err;
} Outcome;

static void
clear_outcome (Outcome *outcome)
{
  g_free (outcome->out);
  g_free (outcome->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, clear_outcome)

/* Words divided by spaces; %F is the fixture's folder, %S the sample centre, %D the sample's files. */
static Outcome
run (Fixture    *fixture,
     const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autofree char *data = g_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  Outcome outcome = { 0 };

  g_strv_builder_add (builder, g_getenv ("CVN_PROGRAM"));
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GString) word = g_string_new (words[i]);

      g_string_replace (word, "%F", fixture->folder, 0);
      g_string_replace (word, "%S", fixture->sample, 0);
      g_string_replace (word, "%D", data, 0);
      if (word->len > 0)
        g_strv_builder_add (builder, word->str);
    }
  arguments = g_strv_builder_end (builder);
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "LANGUAGE");
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", fixture->folder, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &outcome.out, &outcome.err, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  outcome.status = g_subprocess_get_exit_status (process);
  return outcome;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_auto (Outcome) outcome = { 0 };

  fixture->folder = g_dir_make_tmp ("convenant-XXXXXX", NULL);
  fixture->sample = g_build_filename (fixture->folder, "sample.convenant", NULL);
  outcome = run (fixture, "--file %S --import %D");
  g_assert_cmpstr (outcome.err, ==, "");
  g_assert_cmpint (outcome.status, ==, 0);
  g_assert_true (g_str_has_suffix (outcome.out, " added, 0 changed, 0 as they were\n"));
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  remove_tree (fixture->folder);
  g_free (fixture->sample);
  g_free (fixture->folder);
}

/* Each exit status, and what is said about it. */
static void
test_status (Fixture      *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *line;
    int         status;
    const char *err; /* a part of it; NULL for silence */
  } cases[] = {
    { "--version", 0, NULL },
    { "--help", 0, NULL },
    { "--nonsense", 1, "--nonsense" },
    { "--json", 1, "--figures" },
    { "--check --version", 1, "Only one" },
    { "--export organisation", 1, "--output" },
    { "--figures 20190", 1, "four digits" },
    { "--figures twenty", 1, "twenty" },
    { "--file %S --check %S", 1, "not expected" },
    { "--file %S --export nonsense --output %F/x.csv", 1, "nonsense" },
    { "--file %S --screenshot nonsense --output %F/x.png", 1, "nonsense" },
    { "--file %S --screenshot overview --size big --output %F/x.png", 1, "big" },
    { "--file %S --import %F/none", 2, "no such file" },
    { "--file %S --import %F/bad.csv", 2, "bad.csv" },
    { "--file %F/none.convenant --check", 3, "none.convenant" },
    { "--file %F/bad.csv --figures 2019", 3, "bad.csv" },
    { "--check", 3, "--file" },
    { "--file %S --check", 0, NULL },
    { "--rebuild-search", 3, "--file" },
    { "--file %F/none.convenant --rebuild-search", 3, "none.convenant" },
    { "--check --rebuild-search", 1, "Only one" },
    { "--file %S --rebuild-search", 0, NULL },
    { "--file %S --check", 0, NULL },
    { "--file %S --export organisation --output %F/none/x.csv", 5, "x.csv" },
    { "--file %S --export organisation --output %F/x.csv", 0, NULL },
    { "--file %S --figures 2019", 0, NULL },
    { "--file %S --import %D", 0, NULL },
    { "--once", 1, "--sync" },
    { "--server http://127.0.0.1:1 --check", 1, "--sync" },
    { "--sync --check", 1, "Only one" },
    { "--sync --once", 3, "--file" },
    { "--file %F/none.convenant --sync --once", 3, "none.convenant" },
    { "--file %F/bad.csv --sync --once", 3, "bad.csv" },
    { "--file %S --sync --once", 7, "not shared" },
    { "--file %S --sync --once --server http://127.0.0.1:1", 7, "--database" },
    { "--file %S --sync --once --server ftp://127.0.0.1 --database centre --account a --password-stdin", 7, "https" },
    { "--file %S --sync --once --server http://127.0.0.1:1 --database centre --account a --password-stdin", 6, "Nothing answers" },
  };
  g_autofree char *bad = g_build_filename (fixture->folder, "bad.csv", NULL);

  g_assert_true (g_file_set_contents (bad, "this;is\nnot;a centre\n", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Outcome) outcome = run (fixture, cases[i].line);

      g_test_message ("%s: %d %s", cases[i].line, outcome.status, outcome.err);
      g_assert_cmpint (outcome.status, ==, cases[i].status);
      if (cases[i].err == NULL)
        g_assert_cmpstr (outcome.err, ==, "");
      else
        g_assert_nonnull (strstr (outcome.err, cases[i].err));
      if (cases[i].status != 0)
        g_assert_true (g_str_has_prefix (outcome.err, "convenant: "));
    }
}

/* The known sums of the sample centre, in cents and counts. */
static void
test_figures (Fixture      *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *line;
    const char *part;
  } cases[] = {
    { "--file %S --figures 2018 --json", "\"year\":2018,\"committed\":21000000,\"received\":21000000,\"fee_revenue\":594000," },
    { "--file %S --figures 2019 --json", "\"fee_revenue\":3181500," },
    { "--file %S --figures 2020 --json", "\"fee_revenue\":2535000," },
    { "--file %S --figures 2018 --json", "\"registrations\":624," },
    { "--file %S --figures 2019 --json", "\"registrations\":792," },
    { "--file %S --figures 2020 --json", "\"registrations\":560," },
    { "--file %S --figures 2019 --json", "\"delivered\":{\"number\":10,\"amount\":1259000}" },
    { "--file %S --figures 2019", "€31,815.00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Outcome) outcome = run (fixture, cases[i].line);

      g_assert_cmpint (outcome.status, ==, 0);
      g_test_message ("%s", outcome.out);
      g_assert_nonnull (strstr (outcome.out, cases[i].part));
    }
}

/* A second import of the same files finds everything as it is. */
static void
test_import_again (Fixture      *fixture,
                   gconstpointer data)
{
  g_auto (Outcome) outcome = run (fixture, "--file %S --import %D");

  g_assert_cmpint (outcome.status, ==, 0);
  g_assert_true (g_str_has_prefix (outcome.out, "0 added, 0 changed, "));
}

/* A file made by --export is taken by --import, in another centre. */
static void
test_round_trip (Fixture      *fixture,
                 gconstpointer data)
{
  g_auto (Outcome) exported = run (fixture, "--file %S --export organisation --output %F/organisations.csv");
  g_auto (Outcome) imported = run (fixture, "--file %F/other.convenant --import %F/organisations.csv");
  g_auto (Outcome) again = run (fixture, "--file %F/other.convenant --export organisation --output %F/again.csv");
  g_autofree char *first_path = g_build_filename (fixture->folder, "organisations.csv", NULL);
  g_autofree char *second_path = g_build_filename (fixture->folder, "again.csv", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_cmpint (exported.status, ==, 0);
  g_assert_cmpstr (imported.err, ==, "");
  g_assert_cmpint (imported.status, ==, 0);
  g_assert_cmpint (again.status, ==, 0);
  g_assert_true (g_file_get_contents (first_path, &first, NULL, NULL));
  g_assert_true (g_file_get_contents (second_path, &second, NULL, NULL));
  g_assert_cmpstr (first, ==, second);
}

/* Events keep both ends: seven hours through the night in which the clock goes back, and a hackathon of two days; also as Dutch columns. */
static void
test_event_times (Fixture      *fixture,
                  gconstpointer data)
{
  static const char *const commands[] = {
    "--file %S --export event --output %F/events.csv", "--file %F/other.convenant --import %F/events.csv",
    "--file %F/other.convenant --language nl --export events --output %F/evenementen.csv", "--file %F/third.convenant --import %F/evenementen.csv",
    "--file %F/third.convenant --export event --output %F/again.csv"
  };
  g_autofree char *first_path = g_build_filename (fixture->folder, "events.csv", NULL);
  g_autofree char *second_path = g_build_filename (fixture->folder, "again.csv", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (Outcome) outcome = run (fixture, commands[i]);

      g_assert_cmpstr (outcome.err, ==, "");
      g_assert_cmpint (outcome.status, ==, 0);
    }
  g_assert_true (g_file_get_contents (first_path, &first, NULL, NULL));
  g_assert_true (g_file_get_contents (second_path, &second, NULL, NULL));
  g_assert_nonnull (strstr (first, "\nev-26,2019-10-26T22:00,2019-10-27T04:00,Europe/Amsterdam,"));
  g_assert_nonnull (strstr (first, "\nev-08,2018-09-28T09:00,2018-09-29T18:00,Europe/Amsterdam,"));
  g_assert_cmpstr (first, ==, second);
}

/* What is said about an error is in the language asked for. */
static void
test_language (Fixture      *fixture,
               gconstpointer data)
{
  g_auto (Outcome) english = run (fixture, "--language en --file %F/none.convenant --check");
  g_auto (Outcome) dutch = run (fixture, "--language=nl --file %F/none.convenant --check");

  g_assert_cmpint (dutch.status, ==, 3);
  g_assert_cmpstr (english.err, !=, dutch.err);
}

/* A byte changed behind the program's back is found. */
static void
test_check_finds (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize            length;
  gboolean         found = FALSE;
  g_auto (Outcome) outcome = { 0 };

  g_assert_true (g_file_get_contents (fixture->sample, &bytes, &length, NULL));
  for (gsize i = 0; i + 12 < length && !found; i++)
    if (memcmp (bytes + i, "Leiderdorp", 10) == 0)
      {
        bytes[i] = 'M';
        found = TRUE;
      }
  g_assert_true (found);
  g_assert_true (g_file_set_contents (fixture->sample, bytes, (gssize) length, NULL));
  outcome = run (fixture, "--file %S --check");
  g_assert_cmpint (outcome.status, ==, 4);
  g_assert_cmpstr (outcome.out, !=, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/app/command-line/status", Fixture, NULL, set_up, test_status, tear_down);
  g_test_add ("/app/command-line/figures", Fixture, NULL, set_up, test_figures, tear_down);
  g_test_add ("/app/command-line/import-again", Fixture, NULL, set_up, test_import_again, tear_down);
  g_test_add ("/app/command-line/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);
  g_test_add ("/app/command-line/event-times", Fixture, NULL, set_up, test_event_times, tear_down);
  g_test_add ("/app/command-line/language", Fixture, NULL, set_up, test_language, tear_down);
  g_test_add ("/app/command-line/check-finds", Fixture, NULL, set_up, test_check_finds, tear_down);
  return g_test_run ();
}
