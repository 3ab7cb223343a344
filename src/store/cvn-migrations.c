/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-migrations"

#include "cvn-migrations.h"

#include "cvn-error.h"

#include <glib/gi18n-lib.h>

#define RESOURCES "/org/convenant/Convenant/schema/"

/* Only ever added to: step n takes a file from version n - 1 to n. */
static const char *const steps[] = {
  "0001-store.sql",
  "0002-kinds.sql",
  "0003-convenant.sql",
  "0004-budget.sql",
  "0005-events.sql",
  "0006-agreements.sql",
  "0007-direction.sql",
  "0008-invoices.sql",
  "0009-sync.sql",
  "0010-programmes.sql",
  "0011-programme.sql",
  "0012-letters.sql",
  "0013-series-desk.sql",
  "0014-axes.sql",
  "0015-bank-lines.sql",
  "0016-revisions.sql",
  "0017-files.sql",
  "0018-news.sql",
  "0019-open-events.sql",
};

/** cvn_migrations_get_latest: the version that this program writes. */
int
cvn_migrations_get_latest (void)
{
  return G_N_ELEMENTS (steps);
}

/** cvn_migrations_check: refuses a file of a @version that this program does not know (%CVN_ERROR_NEWER_FILE). */
gboolean
cvn_migrations_check (const char *path,
                      int         version,
                      GError    **error)
{
  if (version <= cvn_migrations_get_latest ())
    return TRUE;
  g_set_error (error, CVN_ERROR, CVN_ERROR_NEWER_FILE,
               _("The file “%s” was written by a newer version of this program (it has format %d, this program knows up to %d)."),
               path, version, cvn_migrations_get_latest ());
  return FALSE;
}

/* The version changes in the same transaction: a power cut leaves the file wholly old or wholly new. */
static gboolean
run_step (CvnDb   *db,
          int      version,
          GError **error)
{
  g_autofree char *name = g_strconcat (RESOURCES, steps[version - 1], NULL);
  g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version = %d", version);
  g_autoptr (GBytes) sql = g_resources_lookup_data (name, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (sql == NULL || !cvn_db_run_script (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (cvn_db_run_script (db, g_bytes_get_data (sql, NULL), error) &&
      cvn_db_run_script (db, set_version, error) &&
      cvn_db_run_script (db, "COMMIT", error))
    return TRUE;
  cvn_db_run_script (db, "ROLLBACK", NULL);
  return FALSE;
}

/**
 * cvn_migrations_run:
 * @last: the version to stop at; cvn_migrations_get_latest() but for tests
 *
 * Brings an open file up to date, step by step. Foreign keys are on all the time, as cvn_db_open() asserts.
 */
gboolean
cvn_migrations_run (CvnDb   *db,
                    int      last,
                    GError **error)
{
  gint64 version = 0;

  if (!cvn_db_get_integer (db, "PRAGMA user_version", &version, error) ||
      !cvn_migrations_check (cvn_db_get_path (db), (int) version, error))
    return FALSE;
  while (version < last)
    if (!run_step (db, (int) ++version, error))
      return FALSE;
  return TRUE;
}
