/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-keyboard"

#include "cvn-application.h"
#include "cvn-import-job.h"
#include "cvn-page-registry.h"
#include "cvn-store.h"
#include "cvn-tabbed-page.h"
#include "keyboard-walk.h"
#include "ui-support.h"
#include "watchdog.h"

/* What the border leaves of a window of 360 pixels. */
#define NARROW 350

/* The whole program by the keyboard alone, with the sample centre, with an empty file, or in a narrow window. */
static CvnApplication *application;
static GtkWidget      *window;
static CvnCentre      *centre;
static const char     *way = "sample";
static int             status = 1;

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

static gboolean
is_open (gpointer data)
{
  return cvn_centre_is_open (centre);
}

static gboolean
is_page_ready (gpointer name)
{
  CvnPage *page = cvn_window_get_page (CVN_WINDOW (window));

  return page != NULL && g_strcmp0 (cvn_window_get_page_name (CVN_WINDOW (window)), name) == 0 && cvn_page_is_ready (page) && !cvn_page_is_busy (page);
}

static GtkWidget *
get_focus (void)
{
  return gtk_window_get_focus (GTK_WINDOW (window));
}

static gboolean
is_narrow_way (void)
{
  return g_str_has_prefix (way, "narrow");
}

/* What asks for more makes the window wider than a telephone, or is cut off at its edge. */
static void
check_width (const char *where)
{
  int least;

  gtk_widget_measure (GTK_WIDGET (cvn_window_get_page (CVN_WINDOW (window))), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (least <= NARROW)
    return;
  g_test_message ("%s: it needs a width of %d", where, least);
  g_test_fail ();
}

static void
check_place (const char *where)
{
  if (is_narrow_way ())
    check_width (where);
  cvn_keyboard_walk (window, where);
}

/* Until what is read has come: two frames in which nothing was added. */
static void
wait_for_page (const char *name)
{
  guint before;
  guint turns = 0;

  cvn_ui_assert_eventually (is_page_ready, (gpointer) name);
  do
    {
      before = cvn_keyboard_count_widgets (window);
      cvn_ui_settle (window);
      cvn_ui_settle (window);
    }
  while (cvn_keyboard_count_widgets (window) != before && turns++ < 20);
}

static AdwViewStack *
find_tabs (GtkWidget *widget)
{
  AdwViewStack *found = ADW_IS_VIEW_STACK (widget) ? ADW_VIEW_STACK (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_tabs (child);
  return found;
}

static void
check_tabs (const char   *name,
            AdwViewStack *tabs)
{
  g_autoptr (GListModel) pages = G_LIST_MODEL (adw_view_stack_get_pages (tabs));

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (AdwViewStackPage) tab = g_list_model_get_item (pages, i);
      g_autofree char *where = g_strconcat (name, "/", adw_view_stack_page_get_name (tab), NULL);

      adw_view_stack_set_visible_child_name (tabs, adw_view_stack_page_get_name (tab));
      wait_for_page (name);
      check_place (where);
    }
}

/* "Every button on the page is reached by Tab or an arrow key, and the focus never gets lost." */
static void
test_every_page (void)
{
  guint              n_pages;
  const CvnPageInfo *pages = cvn_page_registry_list (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    {
      AdwViewStack *tabs;

      g_action_group_activate_action (G_ACTION_GROUP (window), "page", g_variant_new_string (pages[i].name));
      wait_for_page (pages[i].name);
      tabs = find_tabs (GTK_WIDGET (cvn_window_get_page (CVN_WINDOW (window))));
      if (tabs != NULL)
        check_tabs (pages[i].name, tabs);
      else
        check_place (pages[i].name);
    }
}

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) dialog = g_list_model_get_item (windows, i);

      if (GTK_WIDGET (dialog) != window && gtk_widget_get_mapped (GTK_WIDGET (dialog)))
        return dialog;
    }
  return NULL;
}

static gboolean
has_dialog (gpointer wanted)
{
  return (find_dialog () != NULL) == GPOINTER_TO_INT (wanted);
}

static gboolean
dialog_has_focus (gpointer data)
{
  GtkWindow *dialog = find_dialog ();

  return dialog != NULL && gtk_window_get_focus (dialog) != NULL;
}

/* Esc closes each window, and the keyboard is where it was. */
static void
test_dialogs (void)
{
  static const struct
  {
    const char *action;
    gboolean    takes_focus; /* by itself; the others have nothing to fill in */
  } dialogs[] = {
    { "app.preferences", TRUE },
    { "app.shortcuts", FALSE },
    { "app.about", FALSE },
    { "win.new-centre", TRUE },
    { "win.join-centre", TRUE },
    { "win.restore-backup", FALSE },
    { "win.reports", TRUE },
    { "win.sharing", FALSE },
    { "win.quick-add", TRUE },
  };
  GtkWidget *before;

  g_action_group_activate_action (G_ACTION_GROUP (window), "page", g_variant_new_string ("fees"));
  wait_for_page ("fees");
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  before = get_focus ();
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_test_message ("%s", dialogs[i].action);
      gtk_widget_activate_action (window, dialogs[i].action, NULL);
      cvn_ui_assert_eventually (has_dialog, GINT_TO_POINTER (TRUE));
      cvn_ui_settle (GTK_WIDGET (find_dialog ()));
      if (dialogs[i].takes_focus)
        cvn_ui_assert_eventually (dialog_has_focus, NULL);
      gtk_widget_child_focus (GTK_WIDGET (find_dialog ()), GTK_DIR_TAB_FORWARD);
      cvn_ui_key ("Escape");
      cvn_ui_assert_eventually (has_dialog, GINT_TO_POINTER (FALSE));
      cvn_ui_settle (window);
      g_assert_true (get_focus () == before);
    }
}

static gboolean
is_below_heading (gpointer view)
{
  GtkWidget *focus = get_focus ();
  guint      headings = 0;

  if (focus == NULL || gtk_widget_get_parent (focus) != view)
    return FALSE;
  /* A heading is a row that is not to be chosen: the first, and that of the other organisations. */
  for (GtkWidget *row = gtk_widget_get_first_child (view); row != focus; row = gtk_widget_get_next_sibling (row))
    if (cvn_ui_find_text (row, GTK_TYPE_INSCRIPTION, "Other organisations") != NULL)
      headings++;
  return headings > 0;
}

/* Arrow keys go on below a heading, and Tab leads on from the list instead of from row to row. */
static void
test_partner_list (void)
{
  GtkWidget *view;
  GtkWidget *first;

  g_action_group_activate_action (G_ACTION_GROUP (window), "page", g_variant_new_string ("partners"));
  wait_for_page ("partners");
  view = cvn_ui_find_id (window, "view");
  g_assert_true (GTK_IS_LIST_VIEW (view));
  gtk_widget_activate_action (view, "partners.focus-list", NULL);
  first = get_focus ();
  g_assert_true (gtk_widget_get_parent (first) == view);
  for (guint i = 0; i < 40 && !is_below_heading (view); i++)
    {
      cvn_ui_key ("Down");
      cvn_ui_settle (window);
    }
  g_assert_true (is_below_heading (view));
  cvn_ui_key ("Up");
  cvn_ui_settle (window);
  g_assert_false (is_below_heading (view));
  cvn_ui_key ("Home");
  cvn_ui_settle (window);
  g_assert_true (get_focus () == first);
  cvn_ui_key ("Tab");
  cvn_ui_settle (window);
  g_assert_false (gtk_widget_is_ancestor (get_focus (), view));
}

/* What was added is let go of again: the keyboard is on the page, not nowhere. */
static void
test_closes_form (void)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "page", g_variant_new_string ("partners"));
  wait_for_page ("partners");
  g_action_group_activate_action (G_ACTION_GROUP (window), "add", NULL);
  cvn_ui_settle (window);
  g_assert_true (GTK_IS_TEXT (get_focus ()));
  cvn_ui_key ("Escape");
  cvn_ui_settle (window);
  cvn_ui_settle (window);
  g_assert_nonnull (get_focus ());
  g_assert_true (gtk_widget_get_mapped (get_focus ()));
  g_assert_true (gtk_widget_is_ancestor (get_focus (), GTK_WIDGET (cvn_window_get_page (CVN_WINDOW (window)))));
}

static gboolean
is_on_row (gpointer data)
{
  GtkWidget *focus = get_focus ();

  return focus != NULL && gtk_widget_get_mapped (focus) && GTK_IS_LIST_VIEW (gtk_widget_get_parent (focus)) &&
         (gtk_widget_get_state_flags (focus) & GTK_STATE_FLAG_SELECTED) != 0;
}

static gboolean
is_in_entry (gpointer data)
{
  GtkWidget *focus = get_focus ();

  return GTK_IS_TEXT (focus) && gtk_widget_get_mapped (focus) && gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) != NULL;
}

static gboolean
is_in_menu (gpointer data)
{
  GtkWidget *focus = get_focus ();

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER_MENU) != NULL;
}

static char *
dup_undo_label (void)
{
  char *label = NULL;

  g_object_get (centre, "undo-label", &label, NULL);
  return label;
}

static gboolean
would_undo (gpointer label)
{
  g_autofree char *now = dup_undo_label ();

  return g_strcmp0 (now, label) == 0;
}

static gboolean
would_undo_another (gpointer label)
{
  return !would_undo (label);
}

/* Opens a row, changes it, closes it, undoes that, duplicates it and undoes that: at each step the keyboard is where the next one begins. */
static void
test_register (void)
{
  CvnTabbedPage   *page;
  g_autofree char *before = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (window), "page", g_variant_new_string ("programmes"));
  wait_for_page ("programmes");
  page = CVN_TABBED_PAGE (cvn_window_get_page (CVN_WINDOW (window)));
  cvn_tabbed_page_show_tab (page, CVN_TABBED_PAGE_REGISTERS);
  wait_for_page ("programmes");
  before = dup_undo_label ();
  cvn_ui_key ("ctrl+shift+f");
  cvn_ui_settle (window);
  g_assert_nonnull (gtk_widget_get_ancestor (get_focus (), GTK_TYPE_SEARCH_ENTRY));
  for (guint i = 0; i < 10 && !GTK_IS_LIST_VIEW (gtk_widget_get_parent (get_focus ())); i++)
    {
      cvn_ui_key ("Tab");
      cvn_ui_settle (window);
    }
  cvn_ui_key ("Down");
  cvn_ui_assert_eventually (is_on_row, NULL);
  cvn_ui_key ("Return");
  cvn_ui_assert_eventually (is_in_entry, NULL);
  cvn_ui_type ("zz");
  cvn_ui_key ("Tab");
  cvn_ui_assert_eventually (would_undo_another, before);
  cvn_ui_key ("Escape");
  cvn_ui_assert_eventually (is_on_row, NULL);
  cvn_ui_key ("shift+F10");
  cvn_ui_assert_eventually (is_in_menu, NULL);
  cvn_ui_key ("Escape");
  cvn_ui_assert_eventually (is_on_row, NULL);
  cvn_ui_key ("ctrl+z");
  cvn_ui_assert_eventually (would_undo, before);
  cvn_ui_assert_eventually (is_on_row, NULL);
  cvn_ui_key ("ctrl+d");
  cvn_ui_assert_eventually (is_in_entry, NULL);
  cvn_ui_assert_eventually (would_undo_another, before);
  cvn_ui_key ("Escape");
  cvn_ui_assert_eventually (is_on_row, NULL);
  /* The row goes. */
  cvn_ui_key ("ctrl+z");
  cvn_ui_assert_eventually (would_undo, before);
  cvn_ui_assert_eventually (is_on_row, NULL);
}

static const char *
get_marked_page (GtkWidget *sidebar)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (gtk_widget_get_first_child (sidebar)));

  return g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)), NULL);
}

/* From the sidebar past the header bar to the page, and back. */
static void
test_panes (void)
{
  GtkWidget *sidebar = cvn_ui_find_id (window, "sidebar");

  g_action_group_activate_action (G_ACTION_GROUP (window), "page", g_variant_new_string ("fees"));
  wait_for_page ("fees");
  if (!gtk_widget_is_ancestor (get_focus (), sidebar))
    cvn_ui_key ("F6");
  cvn_ui_settle (window);
  g_assert_true (gtk_widget_is_ancestor (get_focus (), sidebar));
  cvn_ui_key ("F6");
  cvn_ui_settle (window);
  g_assert_true (gtk_widget_is_ancestor (get_focus (), GTK_WIDGET (cvn_window_get_page (CVN_WINDOW (window)))));
  cvn_ui_key ("F6");
  cvn_ui_settle (window);
  g_assert_true (gtk_widget_is_ancestor (get_focus (), sidebar));
  /* Looking at another page's row does not open it, and going on marks the one that is shown. */
  cvn_ui_key ("Down");
  cvn_ui_settle (window);
  g_assert_true (gtk_widget_is_ancestor (get_focus (), sidebar));
  g_assert_cmpstr (get_marked_page (sidebar), ==, "budget");
  cvn_ui_key ("Tab");
  cvn_ui_settle (window);
  g_assert_false (gtk_widget_is_ancestor (get_focus (), sidebar));
  g_assert_cmpstr (get_marked_page (sidebar), ==, "fees");
}

static gboolean
is_narrow (gpointer content)
{
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  return gtk_widget_get_width (content) <= NARROW;
}

static void
activated_cb (GApplication *app)
{
  window = GTK_WIDGET (cvn_application_get_window (application));
  centre = cvn_application_get_centre (application);
  g_assert_true (cvn_ui_wait (is_open, NULL, 10000));
  g_assert_true (cvn_ui_wait (is_mapped, window, 10000));
  cvn_centre_set_year (centre, 2019);
  if (is_narrow_way ())
    g_assert_true (cvn_ui_wait (is_narrow, adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)), 10000));
  gtk_window_present (GTK_WINDOW (window));
  cvn_ui_settle (window);
  status = cvn_watchdog_run_tests ();
  gtk_window_destroy (GTK_WINDOW (window));
  cvn_ui_drain ();
}

/* A file with the sample centre in it, or with nothing. */
static char *
make_file (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "keyboard.convenant", NULL);
  g_autofree char *source = g_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", NULL);
  g_autoptr (GFile) files = g_file_new_for_path (source);
  g_autoptr (CvnImportJob) job = cvn_import_job_new (files);
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnStore) store = cvn_store_open (path, CVN_STORE_CREATE, "test", &error);

  g_assert_no_error (error);
  if (!g_str_equal (way, "empty"))
    g_assert_true (cvn_import_job_run (job, store, &error));
  g_assert_no_error (error);
  cvn_store_close (store);
  return g_steal_pointer (&path);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("convenant-XXXXXX", NULL);
  g_autofree char *path = NULL;

  /* Dutch words are longer. */
  if (argc > 1 && g_str_equal (argv[1], "narrow-dutch"))
    g_setenv ("LANGUAGE", "nl", TRUE);
  cvn_ui_init (&argc, &argv);
  if (argc > 1)
    way = argv[1];
  path = make_file (folder);
  application = cvn_application_new (path, G_APPLICATION_NON_UNIQUE);
  g_signal_connect_after (application, "activate", G_CALLBACK (activated_cb), NULL);
  if (g_str_equal (way, "sample"))
    {
      g_test_add_func ("/ui/keyboard/partner-list", test_partner_list);
      g_test_add_func ("/ui/keyboard/panes", test_panes);
      g_test_add_func ("/ui/keyboard/register", test_register);
    }
  g_test_add_func ("/ui/keyboard/closes-form", test_closes_form);
  g_test_add_func ("/ui/keyboard/every-page", test_every_page);
  g_test_add_func ("/ui/keyboard/dialogs", test_dialogs);
  g_application_run (G_APPLICATION (application), 1, argv);
  g_assert_finalize_object (application);
  return status;
}
