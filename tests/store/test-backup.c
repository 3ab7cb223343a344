/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-backup"

#include "store-support.h"

#include "cvn-backup.h"
#include "cvn-clock.h"
#include "cvn-error.h"
#include "cvn-marker.h"

#include <glib/gstdio.h>

typedef CvnTestFolder Fixture;

/* 2018-06-30T12:00:00Z */
#define NOON G_GINT64_CONSTANT (1530360000)
#define DAY  G_GINT64_CONSTANT (86400)

static gint64 now = NOON;

static gint64
get_now (void)
{
  return now;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  now = NOON;
  cvn_clock_set_for_tests (get_now);
  cvn_test_folder_make (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  cvn_clock_set_for_tests (NULL);
  cvn_test_folder_remove (fixture);
}

static CvnStore *
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  CvnStore *store = cvn_store_open (fixture->path, CVN_STORE_CREATE, "tester", &error);

  g_assert_no_error (error);
  return store;
}

static void
close_store (CvnStore *store)
{
  cvn_store_close (store);
  g_assert_finalize_object (store);
}

static void
add_organisation (CvnStore   *store,
                  const char *code)
{
  g_autoptr (CvnRecord) record = cvn_test_make_organisation (code, code);

  cvn_test_put (store, record);
}

static void
assert_backups (Fixture    *fixture,
                const char *expected)
{
  g_autoptr (GPtrArray) backups = cvn_backup_list (fixture->path, NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < backups->len; i++)
    {
      const CvnBackup *backup = backups->pdata[i];

      g_string_append_printf (found, "%.10s ", backup->at);
      g_assert_cmpint (backup->size, >, 0);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_daily (Fixture      *fixture,
            gconstpointer data)
{
  CvnStore *store = open_store (fixture);
  g_autoptr (GPtrArray) backups = NULL;
  GStatBuf info;

  assert_backups (fixture, "");
  add_organisation (store, "a");
  add_organisation (store, "b");
  assert_backups (fixture, "");
  now += DAY;
  add_organisation (store, "c");
  add_organisation (store, "d");
  assert_backups (fixture, "2018-07-01 ");
  close_store (store);
  store = open_store (fixture);
  add_organisation (store, "e");
  assert_backups (fixture, "2018-07-01 ");
  now += DAY;
  add_organisation (store, "f");
  assert_backups (fixture, "2018-07-02 2018-07-01 ");
  close_store (store);
  backups = cvn_backup_list (fixture->path, NULL);
  g_assert_cmpint (cvn_test_integer (((CvnBackup *) backups->pdata[1])->path, "SELECT count(*) FROM organisation"), ==, 2);
  g_assert_cmpint (g_stat (((CvnBackup *) backups->pdata[1])->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_thin (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *folder = g_strconcat (fixture->path, "-backups", NULL);
  g_autofree char *mine = g_build_filename (folder, "my own notes.txt", NULL);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir (folder, 0700);
  g_assert_true (g_file_set_contents (mine, "x", 1, NULL));
  for (gint64 day = 0; day < 500; day++)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (NOON - day * DAY);
      g_autofree char *name = g_date_time_format (time, "%Y%m%dT%H%M%SZ.convenant");
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_true (g_file_set_contents (path, "x", 1, NULL));
    }
  g_assert_true (cvn_backup_thin (fixture->path, "2018-06-30", &error));
  /* Seven days, then three more weeks (the first is among the days), then eleven more months. */
  assert_backups (fixture, "2018-06-30 2018-06-29 2018-06-28 2018-06-27 2018-06-26 2018-06-25 2018-06-24 2018-06-17 2018-06-10 "
                           "2018-05-31 2018-04-30 2018-03-31 2018-02-28 2018-01-31 2017-12-31 2017-11-30 2017-10-31 2017-09-30 "
                           "2017-08-31 2017-07-31 ");
  g_assert_true (g_file_test (mine, G_FILE_TEST_EXISTS));
  g_assert_true (cvn_backup_thin (fixture->path, "2018-06-30", &error));
  backups = cvn_backup_list (fixture->path, NULL);
  g_assert_cmpuint (backups->len, ==, 20);
}

/* Two of its letters, which differ from file to file, as one number. */
static gint64
read_file_id (const char *path)
{
  return cvn_test_integer (path, "SELECT unicode (substr (value, 26)) * 65536 + unicode (substr (value, 20)) FROM meta WHERE name = 'file_id'");
}

static void
test_restore (Fixture      *fixture,
              gconstpointer data)
{
  CvnStore        *store = open_store (fixture);
  g_autofree char *backup = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (GError) error = NULL;
  gint64 old_id;
  gint64 no;

  add_organisation (store, "a");
  backup = cvn_backup_make (fixture->path, "20180630T120000Z", &error);
  g_assert_no_error (error);
  add_organisation (store, "b");
  g_assert_null (cvn_backup_restore (fixture->path, backup, "20180630T130000Z", &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_BUSY);
  g_clear_error (&error);
  close_store (store);
  old_id = read_file_id (fixture->path);
  aside = cvn_backup_restore (fixture->path, backup, "20180630T130000Z", &error);
  g_assert_no_error (error);
  g_assert_cmpint (cvn_test_integer (aside, "SELECT count(*) FROM organisation"), ==, 2);
  g_assert_cmpint (cvn_test_integer (fixture->path, "SELECT count(*) FROM organisation"), ==, 1);
  g_assert_cmpint (cvn_test_integer (backup, "SELECT count(*) FROM organisation"), ==, 1);
  g_assert_cmpint (read_file_id (fixture->path), !=, old_id);
  g_assert_false (cvn_marker_read (fixture->path, &no, &hash));
  store = open_store (fixture);
  add_organisation (store, "c");
  close_store (store);
}

static void
test_restore_over_damage (Fixture      *fixture,
                          gconstpointer data)
{
  CvnStore        *store = open_store (fixture);
  g_autofree char *backup = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  add_organisation (store, "a");
  backup = cvn_backup_make (fixture->path, "20180630T120000Z", &error);
  close_store (store);
  g_assert_true (g_file_set_contents (fixture->path, "nothing of use", -1, NULL));
  aside = cvn_backup_restore (fixture->path, backup, "20180630T130000Z", &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "nothing of use");
  g_assert_cmpint (cvn_test_integer (fixture->path, "SELECT count(*) FROM organisation"), ==, 1);
  g_clear_pointer (&aside, g_free);
  g_unlink (fixture->path);
  aside = cvn_backup_restore (fixture->path, backup, "20180630T130000Z", &error);
  g_assert_no_error (error);
  g_assert_cmpint (cvn_test_integer (fixture->path, "SELECT count(*) FROM organisation"), ==, 1);
}

static void
test_restore_refuses_other_files (Fixture      *fixture,
                                  gconstpointer data)
{
  CvnStore        *store = open_store (fixture);
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *dump = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  add_organisation (store, "a");
  close_store (store);
  dump = cvn_test_dump (fixture->path);
  g_assert_true (g_file_set_contents (other, "nothing of use", -1, NULL));
  g_assert_null (cvn_backup_restore (fixture->path, other, "20180630T130000Z", &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_NOT_A_CENTRE);
  after = cvn_test_dump (fixture->path);
  g_assert_cmpstr (dump, ==, after);
}

static void
test_damaged_file_is_not_copied (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autofree char *contents = NULL;
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  cvn_test_folder_make_centre (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  memset (contents + 3 * 4096, 0, length - 3 * 4096);
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) length, NULL));
  backup = cvn_backup_make (fixture->path, "20180630T120000Z", &error);
  g_assert_null (backup);
  g_assert_error (error, CVN_ERROR, CVN_ERROR_DAMAGED);
  assert_backups (fixture, "");
}

static void
test_marker (Fixture      *fixture,
             gconstpointer data)
{
  CvnStore        *store = open_store (fixture);
  g_autofree char *hash = NULL;
  gint64           no = 0;

  g_assert_false (cvn_marker_read (fixture->path, &no, &hash));
  add_organisation (store, "a");
  add_organisation (store, "b");
  g_assert_true (cvn_marker_read (fixture->path, &no, &hash));
  g_assert_cmpint (no, ==, 2);
  g_assert_cmpuint (strlen (hash), ==, 16);
  close_store (store);
}

#define ADD(name, func) g_test_add ("/store/backup/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("daily", test_daily);
  ADD ("thin", test_thin);
  ADD ("restore", test_restore);
  ADD ("restore-over-damage", test_restore_over_damage);
  ADD ("restore-refuses-other-files", test_restore_refuses_other_files);
  ADD ("damaged-is-not-copied", test_damaged_file_is_not_copied);
  ADD ("marker", test_marker);
  return g_test_run ();
}
