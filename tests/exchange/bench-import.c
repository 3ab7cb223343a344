/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "bench-import"

#include "cvn-import-job.h"
#include "cvn-store.h"
#include "store-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>

/* How much processor time the import of 100,000 rows takes, checked, journalled and undoable, against the sqlite3
 * shell's .import into a table of the same form with the same indexes; both with the log synchronised in full. */

#define ROWS   100000
#define TOWNS  50
#define ROUNDS 3

static const char *const groups[] = { "knowledge_worker", "researcher", "entrepreneur", "privileged", "orientation_year", "student", "trainee", "partner", "child", "labour_migrant" };

typedef struct
{
  CvnTestFolder folder;
  char         *towns;
  char         *counts; /* as a person would have them */
  char         *cells;  /* as the table has them */
} Bench;

static double
processor_time (int who)
{
  struct rusage usage;

  getrusage (who, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static char *
write_text (Bench      *self,
            const char *name,
            GString    *text)
{
  char *path = g_build_filename (self->folder.folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  return path;
}

static void
generate (Bench *self)
{
  g_autoptr (GString) towns = g_string_new ("code,name_nl,kind,gm_code\n");
  g_autoptr (GString) counts = g_string_new ("month,municipality,target_group,lives_or_works,count,paid_count,source\n");
  g_autoptr (GString) cells = g_string_new (NULL);

  for (guint i = 0; i < TOWNS; i++)
    g_string_append_printf (towns, "gem-%u,Gemeente %u,municipality,GM%04u\n", i, i, i + 1);
  for (guint i = 0; i < ROWS; i++)
    {
      guint       town = i % TOWNS, month = i / TOWNS / 20, paid = i % 17;
      const char *group = groups[i / TOWNS % 10], *place = i / TOWNS / 10 % 2 == 0 ? "lives" : "works";

      g_string_append_printf (counts, "%04u-%02u,GM%04u,%s,%s,%u,%u,generated\n", 2010 + month / 12, month % 12 + 1, town + 1, group, place, paid + i % 5, paid);
      g_string_append_printf (cells, "%u,01HZZZZZZZZZZZZZZZ%08u,%u,01HZZZZZZZZZZZZZZZZZZZZ%04u,%s,%s,%u,%u,generated,,%u\n", i + 1, i, 2010 * 12 + month, town, group, place, paid + i % 5, paid, i * 7);
    }
  self->towns = write_text (self, "organisations.csv", towns);
  self->counts = write_text (self, "registration_counts.csv", counts);
  self->cells = write_text (self, "cells.csv", cells);
}

static void
import (CvnStore   *store,
        const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CvnImportJob) job = cvn_import_job_new (file);
  g_autoptr (GError) error = NULL;

  cvn_import_job_run (job, store, &error);
  g_assert_no_error (error);
}

static double
measure_own (Bench *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder.folder, "own.convenant", NULL);
  CvnStore        *store = cvn_store_open (path, CVN_STORE_CREATE, "bench", &error);
  double           before;

  g_assert_no_error (error);
  import (store, self->towns);
  before = processor_time (RUSAGE_SELF);
  import (store, self->counts);
  cvn_store_close (store);
  g_object_unref (store);
  return processor_time (RUSAGE_SELF) - before;
}

static void
run_shell (const char *database,
           const char *commands)
{
  const char *const arguments[] = { "sqlite3", "-batch", "-bail", database, NULL };
  g_autoptr (GSubprocess) shell = NULL;
  g_autoptr (GError) error = NULL;

  shell = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (shell, commands, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (shell));
}

static char *
read_schema (Bench *self)
{
  g_autofree char  *path = g_build_filename (self->folder.folder, "own.convenant", NULL);
  const char *const arguments[] = { "sqlite3", "-readonly", path, "SELECT sql || ';' FROM sqlite_schema WHERE tbl_name = 'registration_count' AND type IN ('table', 'index') AND sql IS NOT NULL", NULL };
  g_autoptr (GSubprocess) shell = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL);
  char *schema = NULL;

  g_assert_true (g_subprocess_communicate_utf8 (shell, NULL, NULL, &schema, NULL, NULL));
  g_assert_nonnull (strstr (schema, "CREATE TABLE"));
  return schema;
}

static double
measure_shell (Bench      *self,
               const char *schema)
{
  g_autofree char *database = g_build_filename (self->folder.folder, "shell.db", NULL);
  g_autofree char *set_up = g_strconcat ("PRAGMA journal_mode=WAL;\n", schema, NULL);
  g_autofree char *commands = g_strdup_printf ("PRAGMA synchronous=FULL;\n.mode csv\n.import %s registration_count\n", self->cells);
  double           before;

  run_shell (database, set_up);
  before = processor_time (RUSAGE_CHILDREN);
  run_shell (database, commands);
  return processor_time (RUSAGE_CHILDREN) - before;
}

static void
forget (Bench      *self,
        const char *name)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *base = g_strconcat (name, endings[i], NULL);
      g_autofree char *path = g_build_filename (self->folder.folder, base, NULL);

      g_unlink (path);
    }
}

int
main (int   argc,
      char *argv[])
{
  Bench            self = { 0 };
  g_autofree char *schema = NULL;
  double           own = G_MAXDOUBLE, shell = G_MAXDOUBLE;

  cvn_test_folder_make (&self.folder);
  generate (&self);
  for (guint i = 0; i < ROUNDS; i++)
    {
      double this_own, this_shell;

      forget (&self, "own.convenant");
      forget (&self, "shell.db");
      this_own = measure_own (&self);
      if (schema == NULL)
        schema = read_schema (&self);
      this_shell = measure_shell (&self, schema);
      own = MIN (own, this_own);
      shell = MIN (shell, this_shell);
    }
  g_printerr ("import of %d rows: %.0f ms, sqlite3 .import: %.0f ms of processor time; ratio %.2f (at most 1.50)\n", ROWS, own * 1000, shell * 1000, own / shell);

  cvn_test_folder_remove (&self.folder);
  g_free (self.towns);
  g_free (self.counts);
  g_free (self.cells);
  return own / shell <= 1.5 ? 0 : 1;
}
