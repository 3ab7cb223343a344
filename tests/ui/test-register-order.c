/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-register-order"

#include "cvn-record-form.h"
#include "cvn-record.h"
#include "cvn-register-list.h"
#include "cvn-register-page.h"
#include "cvn-register-table.h"
#include "register-support.h"
#include "watchdog.h"

/* The order of a register by the keyboard, what is selected in it, and what it and its form leave behind. */

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

static gboolean
has_first_record (gpointer data)
{
  CvnRecordList *records = cvn_register_list_get_records (data);
  g_autoptr (CvnRow) row = g_list_model_get_item (G_LIST_MODEL (records), 0);

  return cvn_register_list_is_ready (data) && !cvn_record_list_is_loading (records) && row != NULL && cvn_row_get_record (row) != NULL;
}

static CvnRegisterList *
open_events (CvnRegisterFixture *f,
             int                 width)
{
  GtkWidget *page;
  GtkWidget *list;

  cvn_register_fixture_open (f);
  page = g_object_new (CVN_TYPE_REGISTER_PAGE, "centre", f->centre, "area", CVN_AREA_EVENTS, NULL);
  cvn_register_fixture_show (f, page, width, 700);
  cvn_page_activate (CVN_PAGE (page));
  list = find_type (page, CVN_TYPE_REGISTER_LIST);
  cvn_ui_assert_eventually (has_first_record, list);
  cvn_ui_settle (f->window);
  return CVN_REGISTER_LIST (list);
}

static GtkWidget *
get_sort_button (CvnRegisterList *list)
{
  return cvn_ui_find_id (GTK_WIDGET (list), "sort_button");
}

static gboolean
is_menu_open (gpointer list)
{
  return gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (get_sort_button (list)))));
}

static gboolean
is_menu_closed (gpointer list)
{
  return !is_menu_open (list);
}

static gboolean
has_rows_focus (gpointer list)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (list));
  GtkWidget *stack = cvn_ui_find_id (list, "stack");

  return focus != NULL && gtk_widget_is_ancestor (focus, stack);
}

static gboolean
is_sorted (CvnRegisterList *list,
           const char      *field,
           gboolean         descending)
{
  const CvnQuery *query = cvn_register_list_get_query (list);
  gboolean        down = FALSE;
  int             sort = cvn_query_get_sort (query, &down);

  return sort >= 0 && g_strcmp0 (cvn_query_get_kind (query)->fields[sort].name, field) == 0 && down == descending;
}

static gboolean
is_by_title (gpointer list)
{
  return is_sorted (list, "title_nl", TRUE);
}

static gboolean
is_by_title_up (gpointer list)
{
  return is_sorted (list, "title_nl", FALSE);
}

static char *
dup_first_title (CvnRegisterList *list)
{
  g_autoptr (CvnRow) row = g_list_model_get_item (G_LIST_MODEL (cvn_register_list_get_records (list)), 0);

  return row != NULL && cvn_row_get_record (row) != NULL ? g_strdup (cvn_record_get_text (cvn_row_get_record (row), "title_nl")) : NULL;
}

static gboolean
begins_early (gpointer list)
{
  g_autofree char *title = dup_first_title (list);

  return title != NULL && g_ascii_tolower (*title) < 'd';
}

/* Chooses the @n-th entry of the menu, from the rows and back to them. */
static void
choose (CvnRegisterList *list,
        guint            n)
{
  cvn_ui_key ("ctrl+shift+s");
  cvn_ui_assert_eventually (is_menu_open, list);
  cvn_ui_settle (GTK_WIDGET (list));
  for (guint i = 0; i < n; i++)
    cvn_ui_key ("Down");
  cvn_ui_key ("Return");
  cvn_ui_assert_eventually (is_menu_closed, list);
}

/* Without a pointer, also where there are no headings: a column and a direction are chosen from a menu. */
static void
sort_by_keys (int width)
{
  CvnRegisterFixture f = { NULL };
  CvnRegisterList   *list = open_events (&f, width);

  cvn_register_list_focus_rows (list);
  cvn_ui_assert_eventually (has_rows_focus, list);
  g_assert_true (is_sorted (list, "starts", TRUE));
  choose (list, 1);
  cvn_ui_assert_eventually (is_by_title, list);
  cvn_ui_assert_eventually (has_rows_focus, list);
  /* Of the entries at the end: from the first one up. */
  cvn_ui_key ("ctrl+shift+s");
  cvn_ui_assert_eventually (is_menu_open, list);
  cvn_register_fixture_picture (&f, width > 600 ? "sort-970" : "sort-360");
  cvn_ui_key ("Up");
  cvn_ui_key ("Up");
  cvn_ui_key ("Return");
  cvn_ui_assert_eventually (is_by_title_up, list);
  cvn_ui_assert_eventually (begins_early, list);
  cvn_ui_assert_eventually (has_rows_focus, list);
  cvn_register_fixture_close (&f);
}

static void
test_sort (void)
{
  sort_by_keys (970);
}

static void
test_sort_narrow (void)
{
  sort_by_keys (360);
}

static GtkSelectionModel *
get_selection (CvnRegisterList *list)
{
  return gtk_column_view_get_model (GTK_COLUMN_VIEW (find_type (GTK_WIDGET (list), GTK_TYPE_COLUMN_VIEW)));
}

static gboolean
has_selected (gpointer list)
{
  return !gtk_bitset_is_empty (gtk_selection_model_get_selection (get_selection (list)));
}

static gboolean
has_first_selected (gpointer list)
{
  return gtk_selection_model_is_selected (get_selection (list), 0);
}

/* Ctrl with a click lets a row go; that it has the keyboard does not select it again. */
static void
test_unselect (void)
{
  CvnRegisterFixture f = { NULL };
  CvnRegisterList   *list = open_events (&f, 970);

  cvn_register_list_focus_rows (list);
  cvn_ui_assert_eventually (has_rows_focus, list);
  cvn_ui_assert_eventually (has_first_selected, list);
  gtk_selection_model_unselect_item (get_selection (list), 0);
  cvn_ui_settle (f.window);
  cvn_ui_drain ();
  g_assert_false (has_selected (list));
  cvn_ui_key ("Down");
  cvn_ui_assert_eventually (has_selected, list);
  cvn_register_fixture_close (&f);
}

static GtkAdjustment *
get_adjustment (CvnRegisterTable *table)
{
  return gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (find_type (GTK_WIDGET (table), GTK_TYPE_SCROLLED_WINDOW)));
}

static gboolean
is_alone (gpointer widget)
{
  return gtk_widget_get_parent (widget) == NULL;
}

static void
notify_size_cb (GtkWidget     *child,
                GParamSpec    *pspec,
                GtkAdjustment *adjustment)
{
  g_object_notify (G_OBJECT (adjustment), "page-size");
}

/* Sizes change while a window is taken down: nothing of the table may be left to be done after it. */
static void
test_leaves_nothing (void)
{
  CvnRegisterFixture f = { NULL };
  CvnRegisterList   *list = open_events (&f, 970);
  CvnRegisterTable  *table = CVN_REGISTER_TABLE (g_object_ref (find_type (GTK_WIDGET (list), CVN_TYPE_REGISTER_TABLE)));
  g_autoptr (GtkAdjustment) adjustment = g_object_ref (get_adjustment (table));
  gpointer address = table;

  gtk_window_destroy (GTK_WINDOW (f.window));
  g_clear_object (&f.window);
  cvn_ui_assert_eventually (is_alone, table);
  /* A view that has gone is not laid out any more: GTK 4.18 insists on that. */
  gtk_adjustment_set_page_size (adjustment, 500);
  g_signal_connect (adw_bin_get_child (ADW_BIN (table)), "notify::parent", G_CALLBACK (notify_size_cb), adjustment);
  g_object_unref (table);
  g_assert_null (g_main_context_find_source_by_user_data (NULL, address));
  cvn_ui_drain ();
  cvn_register_fixture_close (&f);
}

static int
get_bottom (GtkWidget *widget)
{
  GtkWidget      *parent = gtk_widget_get_parent (widget);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, parent, &bounds));
  return (int) (bounds.origin.y + bounds.size.height);
}

/* The last thing that takes place in a form is one with a height: no space is kept for what only a stored record has. */
static void
test_new_form (void)
{
  CvnRegisterFixture f = { NULL };
  CvnRegisterList   *list = open_events (&f, 970);
  CvnPage           *page = CVN_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (list), CVN_TYPE_REGISTER_PAGE));
  GtkWidget         *form;
  GtkWidget         *body;
  GtkWidget         *last = NULL;

  cvn_page_add (page);
  form = find_type (GTK_WIDGET (page), CVN_TYPE_RECORD_FORM);
  cvn_ui_settle (f.window);
  cvn_ui_drain ();
  body = gtk_widget_get_first_child (cvn_ui_find_id (form, "scrolled"));
  while (!gtk_widget_has_css_class (body, "cvn-form"))
    body = gtk_widget_get_first_child (body);
  for (GtkWidget *child = gtk_widget_get_first_child (body); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      last = child;
  g_assert_nonnull (last);
  g_assert_cmpint (gtk_widget_get_height (last), >, 0);
  g_assert_true (ADW_IS_PREFERENCES_GROUP (last));
  g_assert_cmpint (gtk_widget_get_height (body), >=, get_bottom (last));
  cvn_register_fixture_close (&f);
}

int
main (int   argc,
      char *argv[])
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/register-order/sort", test_sort);
  g_test_add_func ("/ui/register-order/sort-narrow", test_sort_narrow);
  g_test_add_func ("/ui/register-order/unselect", test_unselect);
  g_test_add_func ("/ui/register-order/leaves-nothing", test_leaves_nothing);
  g_test_add_func ("/ui/register-order/new-form", test_new_form);
  return cvn_watchdog_run_tests ();
}
