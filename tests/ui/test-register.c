/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-register"

#include "cvn-record-form.h"
#include "cvn-record.h"
#include "cvn-register-list.h"
#include "cvn-register-page.h"
#include "register-support.h"
#include "watchdog.h"

#include <string.h>

static gboolean
is_list_ready (gpointer data)
{
  return cvn_register_list_is_ready (data) && !cvn_record_list_is_loading (cvn_register_list_get_records (data));
}

static gboolean
has_first_record (gpointer data)
{
  g_autoptr (CvnRow) row = g_list_model_get_item (G_LIST_MODEL (cvn_register_list_get_records (data)), 0);

  return row == NULL || cvn_row_get_record (row) != NULL;
}

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

static CvnPage *
make_page (CvnRegisterFixture *f,
           int                 area,
           int                 width,
           int                 height)
{
  GtkWidget *page = g_object_new (CVN_TYPE_REGISTER_PAGE, "centre", f->centre, "area", area, NULL);
  GtkWidget *list;

  cvn_register_fixture_show (f, page, width, height);
  cvn_page_activate (CVN_PAGE (page));
  list = find_type (page, CVN_TYPE_REGISTER_LIST);
  cvn_ui_assert_eventually (is_list_ready, list);
  cvn_ui_assert_eventually (has_first_record, list);
  return CVN_PAGE (page);
}

static CvnRecordForm *
get_form (CvnPage *page)
{
  return CVN_RECORD_FORM (find_type (GTK_WIDGET (page), CVN_TYPE_RECORD_FORM));
}

static CvnRegisterList *
get_list (CvnPage *page)
{
  return CVN_REGISTER_LIST (find_type (GTK_WIDGET (page), CVN_TYPE_REGISTER_LIST));
}

static gboolean
has_draft (gpointer data)
{
  return cvn_record_form_get_draft (get_form (data)) != NULL;
}

static void
open_first (CvnPage *page)
{
  g_autoptr (CvnRow) row = g_list_model_get_item (G_LIST_MODEL (cvn_register_list_get_records (get_list (page))), 0);

  if (row == NULL)
    return;
  g_assert_true (cvn_page_open_record (page, cvn_record_get_kind (cvn_row_get_record (row))->name, cvn_record_get_id (cvn_row_get_record (row))));
  cvn_ui_assert_eventually (has_draft, page);
}

/* Every kind's list and form open, with a record and for a new one, without a warning. */
static void
test_all_kinds (void)
{
  CvnRegisterFixture    f = { NULL };
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);
  CvnPage              *page;

  cvn_register_fixture_open (&f);
  page = make_page (&f, -1, 970, 700);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (CvnQuery) query = cvn_query_new (kinds[i]);
      g_autofree char *name = g_strdup_printf ("list-%s", kinds[i]->name);

      g_assert_true (cvn_page_open_list (page, query, NULL));
      cvn_ui_assert_eventually (is_list_ready, get_list (page));
      cvn_ui_assert_eventually (has_first_record, get_list (page));
      cvn_register_fixture_picture (&f, name);
      open_first (page);
      cvn_ui_settle (f.window);
      cvn_page_go_back (page);
      cvn_page_add (page);
      g_assert_true (cvn_draft_is_new (cvn_record_form_get_draft (get_form (page))));
      cvn_page_go_back (page);
    }
  cvn_register_fixture_close (&f);
}

/* What a person sees of an area in windows of several sizes. */
static void
test_pictures (void)
{
  static const struct
  {
    CvnArea     area;
    const char *name;
    int         width;
    int         height;
  } pictures[] = {
    { CVN_AREA_PARTNERS, "partners", 970, 700 },
    { CVN_AREA_EVENTS, "events", 970, 700 },
    { CVN_AREA_FEES, "fees", 970, 700 },
    { CVN_AREA_CONVENANT, "convenant", 360, 560 },
    { CVN_AREA_EVENTS, "events", 360, 560 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      CvnRegisterFixture f = { NULL };
      g_autofree char   *list = g_strdup_printf ("%s-%d", pictures[i].name, pictures[i].width);
      g_autofree char   *form = g_strdup_printf ("%s-form-%d", pictures[i].name, pictures[i].width);
      CvnPage           *page;

      cvn_register_fixture_open (&f);
      page = make_page (&f, (int) pictures[i].area, pictures[i].width, pictures[i].height);
      cvn_register_fixture_picture (&f, list);
      open_first (page);
      cvn_register_fixture_picture (&f, form);
      cvn_register_fixture_close (&f);
    }
}

static CvnRecord *
get_record (CvnPage *page)
{
  return cvn_draft_get_record (cvn_record_form_get_draft (get_form (page)));
}

static gboolean
is_saved (gpointer data)
{
  CvnDraft *draft = cvn_record_form_get_draft (get_form (data));

  return !cvn_draft_is_dirty (draft) && !cvn_draft_is_saving (draft);
}

static gboolean
has_new_role (gpointer data)
{
  return is_saved (data) && g_strcmp0 (cvn_record_get_text (get_record (data), "role"), "host of the desk") == 0;
}

static gboolean
has_old_role (gpointer data)
{
  return is_saved (data) && g_strcmp0 (cvn_record_get_text (get_record (data), "role"), "host of the desk") != 0;
}

static GtkWidget *
find_row (CvnPage    *page,
          const char *title)
{
  GtkWidget *label = cvn_ui_find_text (GTK_WIDGET (get_form (page)), GTK_TYPE_LABEL, title);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
}

static void
type_in (CvnPage    *page,
         const char *title,
         const char *text)
{
  gtk_widget_grab_focus (find_row (page, title));
  cvn_ui_key ("ctrl+a");
  cvn_ui_type (text);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;

  cvn_centre_finish (CVN_CENTRE (source), result, &error);
  g_assert_no_error (error);
}

/* What is typed in a row is saved when the row is left, and an undo shows what was there before. */
static void
test_edit (void)
{
  CvnRegisterFixture f = { NULL };
  CvnPage           *page;

  cvn_register_fixture_open (&f);
  page = make_page (&f, CVN_AREA_PARTNERS, 970, 700);
  open_first (page);
  type_in (page, "Role", "host of the desk");
  cvn_ui_key ("Tab");
  cvn_ui_assert_eventually (has_new_role, page);
  cvn_centre_undo_async (f.centre, NULL, undone_cb, NULL);
  cvn_ui_assert_eventually (has_old_role, page);
  cvn_centre_redo_async (f.centre, NULL, undone_cb, NULL);
  cvn_ui_assert_eventually (has_new_role, page);
  cvn_register_fixture_close (&f);
}

static gboolean
has_error (gpointer data)
{
  CvnDraft *draft = cvn_record_form_get_draft (get_form (data));

  return cvn_draft_get_error (draft, (guint) cvn_kind_find_field (cvn_draft_get_kind (draft), "role")) != NULL;
}

/* A citizen service number is refused at its row, stays as it was typed, and never gets into the file. */
static void
test_bsn (void)
{
  CvnRegisterFixture f = { NULL };
  g_autofree char   *role = NULL;
  g_autofree char   *typed = NULL;
  guint              field;
  CvnPage           *page;

  cvn_register_fixture_open (&f);
  page = make_page (&f, CVN_AREA_PARTNERS, 970, 700);
  open_first (page);
  role = g_strdup (cvn_record_get_text (get_record (page), "role"));
  field = (guint) cvn_kind_find_field (cvn_record_get_kind (get_record (page)), "role");
  type_in (page, "Role", "bsn 111222333");
  cvn_ui_key ("Tab");
  cvn_ui_assert_eventually (has_error, page);
  g_assert_cmpstr (cvn_record_get_text (get_record (page), "role"), ==, role);
  typed = cvn_draft_dup_text (cvn_record_form_get_draft (get_form (page)), field);
  g_assert_cmpstr (typed, ==, "bsn 111222333");
  cvn_register_fixture_picture (&f, "error-970");
  cvn_page_go_back (page);
  g_assert_null (cvn_record_form_get_draft (get_form (page)));
  open_first (page);
  g_assert_true (has_error (page));
  cvn_register_fixture_close (&f);
}

/* Dark style too leaves nothing white and nothing unreadable. */
static void
test_dark (void)
{
  CvnRegisterFixture f = { NULL };
  CvnPage           *page;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  cvn_register_fixture_open (&f);
  page = make_page (&f, CVN_AREA_CONVENANT, 970, 700);
  open_first (page);
  cvn_register_fixture_picture (&f, "dark-970");
  cvn_register_fixture_close (&f);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

static guint
count_rows (CvnPage *page)
{
  return g_list_model_get_n_items (G_LIST_MODEL (cvn_register_list_get_records (get_list (page))));
}

static void
select_first (CvnPage *page)
{
  g_autoptr (CvnRow) row = g_list_model_get_item (G_LIST_MODEL (cvn_register_list_get_records (get_list (page))), 0);

  cvn_register_list_select_seq (get_list (page), cvn_row_get_seq (row));
}

static gboolean
is_one_less (gpointer data)
{
  return count_rows (data) == 40;
}

static gboolean
is_whole (gpointer data)
{
  return count_rows (data) == 41;
}

/* Keys and menus delete the selected record, and an undo brings it back. */
static void
test_delete (void)
{
  CvnRegisterFixture f = { NULL };
  CvnPage           *page;

  cvn_register_fixture_open (&f);
  page = make_page (&f, CVN_AREA_EVENTS, 970, 700);
  g_assert_true (is_whole (page));
  select_first (page);
  cvn_register_list_focus_rows (get_list (page));
  cvn_ui_key ("Delete");
  cvn_ui_assert_eventually (is_one_less, page);
  cvn_centre_undo_async (f.centre, NULL, undone_cb, NULL);
  cvn_ui_assert_eventually (is_whole, page);
  cvn_register_fixture_close (&f);
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_dialog () != NULL;
}

/* A record that others refer to stays, and a dialog says which. */
static void
test_in_use (void)
{
  CvnRegisterFixture f = { NULL };
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("organisation"));
  CvnPage   *page;
  GtkWidget *dialog;

  cvn_register_fixture_open (&f);
  page = make_page (&f, CVN_AREA_PARTNERS, 970, 700);
  cvn_query_add_text (query, "code", CVN_MATCH_EQUAL, "gem-leiden");
  g_assert_true (cvn_page_open_list (page, query, NULL));
  cvn_ui_assert_eventually (is_list_ready, get_list (page));
  cvn_ui_assert_eventually (has_first_record, get_list (page));
  g_assert_cmpuint (count_rows (page), ==, 1);
  select_first (page);
  gtk_widget_activate_action (GTK_WIDGET (get_list (page)), "register.delete", NULL);
  cvn_ui_assert_eventually (has_dialog, NULL);
  dialog = find_dialog ();
  g_assert_nonnull (strstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), "Leiden"));
  g_assert_cmpuint (strlen (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog))), >, 80);
  cvn_ui_settle (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_assert_cmpuint (count_rows (page), ==, 1);
  cvn_register_fixture_close (&f);
}

static gboolean
is_narrowed (gpointer data)
{
  return count_rows (data) < 41 && count_rows (data) > 0;
}

static gboolean
is_nothing (gpointer data)
{
  return cvn_ui_find_text (data, GTK_TYPE_LABEL, "No Results Found") != NULL && count_rows (data) == 0;
}

/* Filters and words narrow the list; a heading orders it. */
static void
test_filter (void)
{
  CvnRegisterFixture f = { NULL };
  CvnPage           *page;
  GtkWidget         *filter;
  GtkWidget         *check;

  cvn_register_fixture_open (&f);
  page = make_page (&f, CVN_AREA_EVENTS, 970, 700);
  filter = cvn_ui_find_id (GTK_WIDGET (page), "filter_button");
  gtk_menu_button_popup (GTK_MENU_BUTTON (filter));
  cvn_ui_settle (f.window);
  check = cvn_ui_find_text (GTK_WIDGET (page), GTK_TYPE_LABEL, "Only announced");
  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_ancestor (check, GTK_TYPE_CHECK_BUTTON)), TRUE);
  cvn_ui_assert_eventually (is_narrowed, page);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (filter));
  cvn_register_fixture_picture (&f, "filtered-970");
  gtk_widget_activate_action (GTK_WIDGET (get_list (page)), "register.clear-filters", NULL);
  cvn_ui_assert_eventually (is_whole, page);
  cvn_register_list_focus_search (get_list (page));
  cvn_ui_type ("qqqqqq");
  cvn_ui_assert_eventually (is_nothing, page);
  cvn_register_fixture_picture (&f, "nothing-970");
  cvn_register_fixture_close (&f);
}

static guint
count_fields (GtkWidget *widget)
{
  guint n = ADW_IS_PREFERENCES_ROW (widget) && gtk_widget_is_visible (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_fields (child);
  return n;
}

/* What does something with the record takes over what is being typed, and the keyboard stays where it is. */
static void
test_keeps_focus (void)
{
  CvnRegisterFixture f = { NULL };
  CvnPage           *page;
  GtkWidget         *focus;

  cvn_register_fixture_open (&f);
  page = make_page (&f, CVN_AREA_EVENTS, 970, 700);
  open_first (page);
  cvn_ui_settle (f.window);
  gtk_widget_grab_focus (cvn_ui_find_text (GTK_WIDGET (get_form (page)), ADW_TYPE_ENTRY_ROW, "Title (English)"));
  focus = gtk_window_get_focus (GTK_WINDOW (f.window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (get_form (page))));
  gtk_widget_activate_action (GTK_WIDGET (get_form (page)), "form.report", NULL);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f.window)) == focus);
  cvn_register_fixture_close (&f);
}

/* A form does not lay out all its rows in one frame: six are there at once, and what was done to the record comes last. */
static void
test_form_rows (void)
{
  CvnRegisterFixture f = { NULL };
  CvnPage           *page;

  cvn_register_fixture_open (&f);
  page = make_page (&f, CVN_AREA_EVENTS, 970, 700);
  open_first (page);
  g_assert_cmpuint (count_fields (GTK_WIDGET (get_form (page))), ==, 6);
  cvn_ui_settle (f.window);
  g_assert_cmpuint (count_fields (GTK_WIDGET (get_form (page))), >=, 10);
  g_assert_true (gtk_widget_get_mapped (find_type (GTK_WIDGET (get_form (page)), g_type_from_name ("CvnHistorySection"))));
  cvn_register_fixture_close (&f);
}

int
main (int   argc,
      char *argv[])
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/register/all-kinds", test_all_kinds);
  g_test_add_func ("/ui/register/pictures", test_pictures);
  g_test_add_func ("/ui/register/edit-and-undo", test_edit);
  g_test_add_func ("/ui/register/refuses-bsn", test_bsn);
  g_test_add_func ("/ui/register/dark", test_dark);
  g_test_add_func ("/ui/register/delete-and-undo", test_delete);
  g_test_add_func ("/ui/register/in-use", test_in_use);
  g_test_add_func ("/ui/register/filter", test_filter);
  g_test_add_func ("/ui/register/keeps-focus", test_keeps_focus);
  g_test_add_func ("/ui/register/form-rows", test_form_rows);
  return cvn_watchdog_run_tests ();
}
