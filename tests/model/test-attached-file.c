/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-attached-file"

#include "cvn-attached-file.h"
#include "cvn-attachment.h"
#include "cvn-error.h"
#include "cvn-store.h"
#include "store-support.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  CvnTestFolder folder;
  CvnCentre    *centre;
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CvnStore *store;

  cvn_test_folder_make (&f->folder);
  store = cvn_store_open (f->folder.path, CVN_STORE_CREATE, "tester", &error);
  g_assert_no_error (error);
  f->centre = cvn_centre_new ();
  cvn_centre_take_store (f->centre, store);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_clear_object (&f->result);
  settle ();
  cvn_centre_close (f->centre);
  settle ();
  g_assert_finalize_object (f->centre);
  cvn_test_folder_remove (&f->folder);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  ((Fixture *) data)->result = g_object_ref (result);
}

static GAsyncResult *
wait (Fixture *f)
{
  while (f->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return f->result;
}

static GFile *
write_source (Fixture    *f,
              const char *name,
              const char *content,
              gsize       length)
{
  GFile *file = g_file_new_build_filename (f->folder.folder, name, NULL);

  g_assert_true (g_file_set_contents (g_file_peek_path (file), content, (gssize) length, NULL));
  return file;
}

static char *
add (Fixture *f,
     GFile   *source,
     GError **error)
{
  char *text;

  cvn_attached_file_add_async (f->centre, source, NULL, done_cb, f);
  text = cvn_attached_file_add_finish (f->centre, wait (f), error);
  g_clear_object (&f->result);
  return text;
}

static char *
add_text (Fixture    *f,
          const char *name,
          const char *content,
          GError    **error)
{
  g_autoptr (GFile) source = write_source (f, name, content, strlen (content));

  return add (f, source, error);
}

static GFile *
save (Fixture    *f,
      const char *text,
      GFile      *target,
      GError    **error)
{
  GFile *saved;

  cvn_attached_file_save_async (f->centre, text, target, NULL, done_cb, f);
  saved = cvn_attached_file_save_finish (f->centre, wait (f), error);
  g_clear_object (&f->result);
  return saved;
}

static void
test_in_and_out (Fixture      *f,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = add_text (f, "_Convenant|2018.pdf", "%PDF-1.4 abc", &error);
  g_autoptr (GFile) target = g_file_new_build_filename (f->folder.folder, "copy.pdf", NULL);
  g_autoptr (GFile) saved = NULL;
  g_autofree char *content = NULL;
  g_auto (CvnAttachment) file = { 0 };
  GStatBuf status;
  gsize    length;

  g_assert_no_error (error);
  g_assert_true (cvn_attachment_parse (text, &file, NULL));
  g_assert_cmpstr (file.name, ==, "Convenant2018.pdf");
  g_assert_cmpstr (file.media_type, ==, "application/pdf");
  g_assert_cmpint (file.length, ==, 12);
  saved = save (f, text, target, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_equal (saved, target));
  g_assert_true (g_file_get_contents (g_file_peek_path (target), &content, &length, NULL));
  g_assert_cmpmem (content, length, "%PDF-1.4 abc", 12);
  g_assert_cmpint (g_stat (g_file_peek_path (target), &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 077, ==, 0);
}

static void
test_refused (Fixture      *f,
              gconstpointer data)
{
  g_autofree char *large = g_malloc0 ((gsize) CVN_ATTACHMENT_MAX + 1);
  g_autoptr (GFile) too_large = write_source (f, "large.bin", large, (gsize) CVN_ATTACHMENT_MAX + 1);
  g_autoptr (GFile) folder = g_file_new_for_path (f->folder.folder);
  g_autoptr (GFile) nothing = g_file_new_for_path ("/nonexistent/file");
  g_autoptr (GError) error = NULL;

  g_assert_null (add (f, too_large, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (add (f, folder, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (add (f, nothing, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (add_text (f, "list.csv", "naam;bsn\nJan;BSN 111222333\n", &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_BSN);
  g_assert_null (strstr (error->message, "111222333"));
  g_assert_cmpint (cvn_test_integer (f->folder.path, "SELECT count(*) FROM file_content"), ==, 0);
}

/* What could run is kept and saved, and not opened, whatever its name says. */
static void
test_never_run (Fixture      *f,
                gconstpointer data)
{
  static const char *const cases[][2] = {
    { "start.desktop", "[Desktop Entry]\nType=Application\nExec=touch /tmp/x\n" },
    { "script.sh", "#!/bin/sh\ntouch /tmp/x\n" },
    { "page.html", "<!DOCTYPE html><html><body><script>x</script></body></html>" },
    { "picture.svg", "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>" },
    { "program", "\177ELF\002\001\001" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = add_text (f, cases[i][0], cases[i][1], &error);
      g_autoptr (GFile) target = g_file_new_build_filename (f->folder.folder, "copy", NULL);
      g_autoptr (GFile) saved = NULL;

      g_assert_no_error (error);
      g_assert_null (save (f, text, NULL, &error));
      g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
      g_clear_error (&error);
      saved = save (f, text, target, &error);
      g_assert_no_error (error);
      g_assert_true (g_file_equal (saved, target));
    }
}

static void
test_opened (Fixture      *f,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = add_text (f, "minutes.pdf", "%PDF-1.4 abc", &error);
  g_autoptr (GFile) copy = save (f, text, NULL, &error);
  GStatBuf status;

  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (g_file_peek_path (copy), "/minutes.pdf"));
  g_assert_cmpint (g_stat (g_file_peek_path (copy), &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0177, ==, 0);
  g_remove (g_file_peek_path (copy));
}

static char *
describe (Fixture    *f,
          const char *text)
{
  g_autoptr (GError) error = NULL;
  char *note;

  cvn_attached_file_describe_async (f->centre, text, NULL, done_cb, f);
  note = cvn_attached_file_describe_finish (f->centre, wait (f), &error);
  g_assert_no_error (error);
  g_clear_object (&f->result);
  return note;
}

static void
test_described (Fixture      *f,
                gconstpointer data)
{
#define SUM "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
  g_autofree char *text = add_text (f, "minutes.pdf", "%PDF-1.4 abc", NULL);
  g_autofree char *here = describe (f, text);
  g_autofree char *not_yet = describe (f, "a.pdf|application/pdf|3|" SUM);
  g_autofree char *never = describe (f, "a.pdf|application/pdf|2000000|" SUM);
  g_autoptr (GError) error = NULL;

  g_assert_null (here);
  g_assert_cmpstr (not_yet, ==, "It has not come in yet.");
  g_assert_cmpstr (never, ==, "Larger than 1 MB: it is only with the colleague who attached it.");
  g_assert_null (save (f, "a.pdf|application/pdf|3|" SUM, NULL, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_NOT_FOUND);
#undef SUM
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *runtime = g_dir_make_tmp ("cvn-runtime-XXXXXX", NULL);
  int              result;

  g_setenv ("XDG_RUNTIME_DIR", runtime, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/attached-file/in-and-out", Fixture, NULL, set_up, test_in_and_out, tear_down);
  g_test_add ("/model/attached-file/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/model/attached-file/never-run", Fixture, NULL, set_up, test_never_run, tear_down);
  g_test_add ("/model/attached-file/opened", Fixture, NULL, set_up, test_opened, tear_down);
  g_test_add ("/model/attached-file/described", Fixture, NULL, set_up, test_described, tear_down);
  result = g_test_run ();
  cvn_test_delete_tree (runtime);
  return result;
}
