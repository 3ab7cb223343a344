/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-file-row"

#include "cvn-file-row.h"
#include "cvn-record-form.h"
#include "cvn-record.h"
#include "cvn-register-page.h"
#include "register-support.h"
#include "watchdog.h"

#include <string.h>

typedef struct
{
  CvnRegisterFixture base;
  CvnPage           *page;
} Fixture;

static GtkWidget *
find_type (GtkWidget *root,
           GType      type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

static CvnDraft *
get_draft (Fixture *f)
{
  return cvn_record_form_get_draft (CVN_RECORD_FORM (find_type (GTK_WIDGET (f->page), CVN_TYPE_RECORD_FORM)));
}

static GtkWidget *
get_row (Fixture *f)
{
  return find_type (GTK_WIDGET (f->page), CVN_TYPE_FILE_ROW);
}

static gboolean
has_file (gpointer data)
{
  CvnDraft *draft = get_draft (data);

  return cvn_draft_get_stored (draft) != NULL && cvn_record_has (cvn_draft_get_stored (draft), "file");
}

static gboolean
is_stored (gpointer data)
{
  return !cvn_draft_is_new (get_draft (data));
}

static gboolean
has_no_file (gpointer data)
{
  return !has_file (data);
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *action)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_button (child, action);
  return found;
}

static gboolean
can_press (Fixture    *f,
           const char *action)
{
  GtkWidget *button = find_button (get_row (f), action);

  g_assert_nonnull (button);
  return gtk_widget_get_visible (button) && gtk_widget_is_sensitive (button);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  cvn_centre_finish (CVN_CENTRE (source), result, NULL);
}

static void
open_document (Fixture *f)
{
  const CvnKind *kind = cvn_kind_find ("document");
  g_autoptr (CvnRecord) values = cvn_record_new (kind);

  cvn_register_fixture_open_empty (&f->base);
  f->page = CVN_PAGE (g_object_new (CVN_TYPE_REGISTER_PAGE, "centre", f->base.centre, "area", -1, NULL));
  cvn_register_fixture_show (&f->base, GTK_WIDGET (f->page), 970, 700);
  cvn_page_activate (f->page);
  g_object_set (values, "title-nl", "Convenant 2018-2022", NULL);
  g_assert_true (cvn_page_add_record (f->page, values, NULL));
  cvn_draft_save (get_draft (f));
  cvn_ui_assert_eventually (is_stored, f);
  cvn_ui_settle (f->base.window);
}

static GFile *
write_source (Fixture    *f,
              const char *name)
{
  GFile *file = g_file_new_build_filename (f->base.folder, name, NULL);

  g_assert_true (g_file_set_contents (g_file_peek_path (file), "%PDF-1.4 abc", -1, NULL));
  return file;
}

/* Attached, seen by its name, removed, and each brought back by one step. */
static void
test_attach (void)
{
  Fixture f = { { NULL } };
  g_autoptr (GFile) source = NULL;

  open_document (&f);
  source = write_source (&f, "Convenant getekend.pdf");
  g_assert_true (can_press (&f, "file.attach"));
  g_assert_false (can_press (&f, "file.open"));
  cvn_register_fixture_picture (&f.base, "file-row-empty");
  cvn_file_row_attach (CVN_FILE_ROW (get_row (&f)), source);
  cvn_ui_assert_eventually (has_file, &f);
  g_assert_nonnull (cvn_ui_find_text (get_row (&f), GTK_TYPE_LABEL, "Convenant getekend.pdf (1 kB)"));
  g_assert_false (can_press (&f, "file.attach"));
  g_assert_true (can_press (&f, "file.open"));
  g_assert_true (can_press (&f, "file.save"));
  cvn_register_fixture_picture (&f.base, "file-row-filled");
  cvn_register_fixture_show (&f.base, GTK_WIDGET (f.page), 360, 640);
  cvn_register_fixture_picture (&f.base, "file-row-narrow");
  gtk_widget_activate_action (get_row (&f), "file.remove", NULL);
  cvn_ui_assert_eventually (has_no_file, &f);
  cvn_centre_undo_async (f.base.centre, NULL, undone_cb, NULL);
  cvn_ui_assert_eventually (has_file, &f);
  cvn_centre_undo_async (f.base.centre, NULL, undone_cb, NULL);
  cvn_ui_assert_eventually (has_no_file, &f);
  cvn_centre_redo_async (f.base.centre, NULL, undone_cb, NULL);
  cvn_ui_assert_eventually (has_file, &f);
  cvn_register_fixture_close (&f.base);
}

/* Who looks along opens and saves, and changes nothing. */
static void
test_read_only (void)
{
  Fixture f = { { NULL } };
  g_autoptr (GFile) source = NULL;

  open_document (&f);
  source = write_source (&f, "Convenant.pdf");
  cvn_file_row_attach (CVN_FILE_ROW (get_row (&f)), source);
  cvn_ui_assert_eventually (has_file, &f);
  cvn_centre_set_looking (f.base.centre, TRUE);
  cvn_ui_settle (f.base.window);
  g_assert_true (can_press (&f, "file.open"));
  g_assert_true (can_press (&f, "file.save"));
  g_assert_false (can_press (&f, "file.remove"));
  cvn_register_fixture_close (&f.base);
}

int
main (int   argc,
      char *argv[])
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/file-row/attach", test_attach);
  g_test_add_func ("/ui/file-row/read-only", test_read_only);
  return cvn_watchdog_run_tests ();
}
