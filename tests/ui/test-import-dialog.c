/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-import-dialog"

#include "cvn-import-columns.h"
#include "cvn-import-dialog.h"
#include "cvn-import-memory.h"
#include "cvn-import-sample.h"
#include "register-support.h"
#include "watchdog.h"

static gboolean
is_tried (gpointer dialog)
{
  return cvn_ui_find_text (dialog, GTK_TYPE_LABEL, "What It Would Bring") != NULL;
}

static gboolean
is_importable (gpointer dialog)
{
  return is_tried (dialog) && gtk_widget_get_sensitive (cvn_ui_find_id (dialog, "import"));
}

static GtkWidget *
open_dialog (CvnRegisterFixture *f,
             GFile              *source,
             const char         *kind)
{
  GtkWidget *dialog = g_object_ref (cvn_import_dialog_new (f->centre, kind != NULL ? cvn_kind_find (kind) : NULL, source));

  gtk_window_present (GTK_WINDOW (dialog));
  cvn_ui_assert_eventually (is_tried, dialog);
  return dialog;
}

static GFile *
write_file (CvnRegisterFixture *f,
            const char         *name,
            const char         *text)
{
  GFile *file = g_file_new_build_filename (f->folder, name, NULL);

  g_assert_true (g_file_set_contents (g_file_peek_path (file), text, -1, NULL));
  return file;
}

static gboolean
shows (GtkWidget  *root,
       const char *text)
{
  return cvn_ui_find_text (root, GTK_TYPE_INSCRIPTION, text) != NULL;
}

/* The dialog tries a file out, shows its columns and first rows, and brings nothing in by itself. */
static void
test_file (void)
{
  CvnRegisterFixture f = { NULL };
  g_autoptr (GFile) file = g_file_new_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", "evenementen.csv", NULL);

  cvn_register_fixture_open (&f);
  f.window = open_dialog (&f, file, NULL);
  g_assert_true (shows (f.window, "Title (English)"));
  g_assert_true (shows (f.window, "Tax return information evening"));
  g_assert_true (shows (f.window, "380.00") || shows (f.window, "38000"));
  cvn_register_fixture_picture (&f, "import");
  gtk_window_set_default_size (GTK_WINDOW (f.window), 370, 640);
  cvn_register_fixture_picture (&f, "import-narrow");
  cvn_register_fixture_close (&f);
}

static void
test_folder (void)
{
  CvnRegisterFixture f = { NULL };
  g_autoptr (GFile) folder = g_file_new_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", NULL);

  cvn_register_fixture_open (&f);
  f.window = open_dialog (&f, folder, NULL);
  /* All of it is there already. */
  g_assert_false (is_importable (f.window));
  g_assert_nonnull (cvn_ui_find_text (f.window, ADW_TYPE_ACTION_ROW, "evenementen.csv"));
  cvn_register_fixture_close (&f);
}

static CvnImportPreview *
preview (GFile *file)
{
  g_autoptr (GError) error = NULL;
  CvnImportPreview *found = cvn_import_preview_new (file, cvn_kind_find ("signal"), NULL, &error);

  g_assert_no_error (error);
  return found;
}

/* The drop-downs of the columns that are there so far, in their order. */
static void
collect_choices (GtkWidget *widget,
                 GPtrArray *choices)
{
  if (GTK_IS_DROP_DOWN (widget))
    g_ptr_array_add (choices, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_choices (child, choices);
}

typedef struct
{
  GtkWidget *dialog;
  guint      n_columns;
} Columns;

static gboolean
has_all_columns (gpointer data)
{
  Columns *columns = data;
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();

  collect_choices (columns->dialog, choices);
  return choices->len == columns->n_columns;
}

/* Every column gets its row, which says what field it is, however many of them there are; a choice counts at once. */
static void
test_columns (void)
{
  CvnRegisterFixture f = { NULL };
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();
  g_autoptr (GString) heading = g_string_new (NULL);
  g_autoptr (GFile) file = NULL;
  g_autoptr (CvnImportPreview) shown = NULL;
  Columns        columns;
  const CvnKind *kind = cvn_kind_find ("signal");

  cvn_register_fixture_open (&f);
  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (heading, "%s;", kind->fields[i].name);
  g_string_append (heading, "remark\r\n");
  file = write_file (&f, "columns.csv", heading->str);
  shown = preview (file);
  f.window = open_dialog (&f, file, "signal");
  columns = (Columns){ f.window, cvn_csv_mapping_get_n_columns (shown->mapping) };
  g_assert_cmpuint (columns.n_columns, ==, kind->n_fields + 1);
  cvn_ui_assert_eventually (has_all_columns, &columns);
  collect_choices (f.window, choices);
  for (guint i = 0; i < choices->len; i++)
    g_assert_cmpint ((int) gtk_drop_down_get_selected (choices->pdata[i]), ==, cvn_csv_mapping_get_column (shown->mapping, i)->field + 1);
  g_assert_cmpuint (gtk_drop_down_get_selected (choices->pdata[choices->len - 1]), ==, 0);
  gtk_drop_down_set_selected (choices->pdata[choices->len - 1], gtk_drop_down_get_selected (choices->pdata[0]));
  g_assert_cmpuint (gtk_drop_down_get_selected (choices->pdata[0]), ==, 0);
  cvn_ui_assert_eventually (is_tried, f.window);
  cvn_register_fixture_close (&f);
}

/* What was chosen for the columns of a source is there for its next file, in whatever order its columns come. */
static void
test_remembers (void)
{
  CvnRegisterFixture f = { NULL };
  g_autoptr (GFile) first = NULL;
  g_autoptr (GFile) second = NULL;
  g_autoptr (CvnImportPreview) before = NULL;
  g_autoptr (CvnImportPreview) after = NULL;
  const CvnKind *kind = cvn_kind_find ("signal");
  int            subject = cvn_kind_find_field (kind, "subject_en");
  int            date = cvn_kind_find_field (kind, "date");

  cvn_register_fixture_open (&f);
  first = write_file (&f, "first.csv", "Wanneer;Waarover\r\n2020-01-02;Parking\r\n");
  second = write_file (&f, "second.csv", "Waarover;Wanneer\r\nHousing;2020-03-04\r\n");
  before = preview (first);
  g_assert_false (cvn_import_memory_recall (before->mapping));
  cvn_csv_mapping_set_field (before->mapping, 0, date, FALSE);
  cvn_csv_mapping_set_field (before->mapping, 1, subject, FALSE);
  cvn_import_memory_keep (before->mapping);
  after = preview (second);
  g_assert_true (cvn_import_memory_recall (after->mapping));
  g_assert_cmpint (cvn_csv_mapping_get_column (after->mapping, 0)->field, ==, subject);
  g_assert_cmpint (cvn_csv_mapping_get_column (after->mapping, 1)->field, ==, date);
  f.window = open_dialog (&f, second, "signal");
  g_assert_true (is_importable (f.window));
  g_assert_true (shows (f.window, "Housing"));
  cvn_register_fixture_close (&f);
}

/* What may not be kept is not shown either. */
static void
test_masks (void)
{
  g_autofree char *number = cvn_import_sample_dup_cell ("111222333", "bsn");
  g_autofree char *words = cvn_import_sample_dup_cell ("A house in Leiden", "notitie");

  g_assert_null (strstr (number, "111222"));
  g_assert_cmpstr (words, ==, "A house in Leiden");
}

int
main (int   argc,
      char *argv[])
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/import-dialog/file", test_file);
  g_test_add_func ("/ui/import-dialog/folder", test_folder);
  g_test_add_func ("/ui/import-dialog/columns", test_columns);
  g_test_add_func ("/ui/import-dialog/remembers", test_remembers);
  g_test_add_func ("/ui/import-dialog/masks", test_masks);
  return cvn_watchdog_run_tests ();
}
