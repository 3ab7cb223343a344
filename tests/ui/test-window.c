/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-window"

#include "cvn-application.h"
#include "cvn-import-job.h"
#include "cvn-page-registry.h"
#include "cvn-shortcuts.h"
#include "cvn-store.h"
#include "ui-support.h"
#include "watchdog.h"

/* The sidebar as ux.md has it. */
static const char *const pages[] = { "overview", "partners", "convenant", "events", "programmes",
                                     "fees", "budget", "roadmap", "card", "registers" };

static CvnApplication *application;
static GtkWidget      *window;
static CvnCentre      *centre;
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

  return page != NULL && g_strcmp0 (cvn_window_get_page_name (CVN_WINDOW (window)), name) == 0 && cvn_page_is_ready (page);
}

static gboolean
is_enabled (const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

static gboolean
is_action_enabled (gpointer action)
{
  return is_enabled (action);
}

static void
activate (const char *action,
          GVariant   *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, parameter);
}

static void
test_sidebar (void)
{
  GtkWidget *sidebar = cvn_ui_find_id (window, "sidebar");
  GtkWidget *list = gtk_widget_get_first_child (sidebar);
  guint      place = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row), place++)
    {
      GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row));

      g_assert_cmpuint (place, <, G_N_ELEMENTS (pages));
      g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "win.page");
      g_assert_cmpstr (g_variant_get_string (target, NULL), ==, pages[place]);
    }
  g_assert_cmpuint (place, ==, G_N_ELEMENTS (pages));
}

/* What has the keyboard first must do no harm when Space is pressed: Undo would. */
static void
test_first_focus (void)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, cvn_ui_find_id (window, "sidebar")));
}

/* The page whose row of the sidebar has the keyboard, NULL when that is elsewhere. */
static const char *
get_focused_page (void)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && gtk_widget_is_ancestor (focus, cvn_ui_find_id (window, "sidebar"))
           ? g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (focus)), NULL)
           : NULL;
}

static void
test_opens_every_page (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_test_message ("opens %s", pages[i]);
      activate ("page", g_variant_new_string (pages[i]));
      cvn_ui_assert_eventually (is_page_ready, (gpointer) pages[i]);
      cvn_ui_settle (window);
      g_assert_cmpstr (get_focused_page (), ==, pages[i]);
    }
  activate ("page", g_variant_new_string ("nonsense"));
  cvn_ui_assert_eventually (is_page_ready, (gpointer) "overview");
}

static void
test_page_by_keys (void)
{
  gtk_window_present (GTK_WINDOW (window));
  cvn_ui_key ("ctrl+2");
  cvn_ui_assert_eventually (is_page_ready, (gpointer) "partners");
  cvn_ui_key ("ctrl+1");
  cvn_ui_assert_eventually (is_page_ready, (gpointer) "overview");
}

static gboolean
is_folded (gpointer data)
{
  gboolean folded;

  g_object_get (cvn_ui_find_id (window, "shell"), "folded", &folded, NULL);
  return folded == GPOINTER_TO_INT (data);
}

static gboolean
is_narrow (gpointer content)
{
  return gtk_widget_get_width (content) <= 350;
}

static gboolean
is_sidebar_shown (gpointer data)
{
  gboolean shown;

  g_object_get (cvn_ui_find_id (window, "shell"), "sidebar-shown", &shown, NULL);
  return shown == GPOINTER_TO_INT (data);
}

static void
test_narrow (void)
{
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  cvn_ui_assert_eventually (is_folded, GINT_TO_POINTER (TRUE));
  /* Folding lets go of buttons, and only then the window can be as narrow as that. */
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  cvn_ui_assert_eventually (is_narrow, content);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      int minimum;

      activate ("page", g_variant_new_string (pages[i]));
      cvn_ui_assert_eventually (is_page_ready, (gpointer) pages[i]);
      cvn_ui_settle (window);
      /* A page may only find out how narrow it is when it is laid out. */
      gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
      cvn_ui_assert_eventually (is_narrow, content);
      gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_test_message ("%s needs %d of %d", pages[i], minimum, gtk_widget_get_width (content));
      g_assert_cmpint (minimum, <=, 350);
      g_assert_cmpint (gtk_widget_get_width (content), <=, 350);
    }
  g_assert_true (gtk_widget_get_visible (cvn_ui_find_id (window, "back")));
  g_assert_false (gtk_widget_get_visible (cvn_ui_find_id (window, "undo")));
  activate ("back", NULL);
  cvn_ui_assert_eventually (is_sidebar_shown, GINT_TO_POINTER (TRUE));
  activate ("page", g_variant_new_string ("overview"));
  cvn_ui_assert_eventually (is_sidebar_shown, GINT_TO_POINTER (FALSE));
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 700);
  cvn_ui_assert_eventually (is_folded, GINT_TO_POINTER (FALSE));
  g_assert_true (gtk_widget_get_visible (cvn_ui_find_id (window, "undo")));
}

static void
test_toggles_sidebar (void)
{
  cvn_ui_assert_eventually (is_sidebar_shown, GINT_TO_POINTER (TRUE));
  activate ("toggle-sidebar", NULL);
  cvn_ui_assert_eventually (is_sidebar_shown, GINT_TO_POINTER (FALSE));
  activate ("toggle-sidebar", NULL);
  cvn_ui_assert_eventually (is_sidebar_shown, GINT_TO_POINTER (TRUE));
}

static void
test_dark (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.convenant.Convenant");

  g_settings_set_string (settings, "style", "dark");
  g_assert_true (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  cvn_ui_settle (window);
  g_settings_set_string (settings, "style", "light");
  g_assert_false (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  g_settings_reset (settings, "style");
  cvn_ui_settle (window);
}

static gboolean
same_keys (const char *a,
           const char *b)
{
  guint           key_a;
  guint           key_b;
  GdkModifierType modifiers_a;
  GdkModifierType modifiers_b;

  return a != NULL && gtk_accelerator_parse (a, &key_a, &modifiers_a) && gtk_accelerator_parse (b, &key_b, &modifiers_b) &&
         key_a == key_b && modifiers_a == modifiers_b;
}

/* Whether the list of shortcuts has @keys. */
static gboolean
lists (GtkWidget  *widget,
       const char *keys)
{
  if (GTK_IS_SHORTCUT_LABEL (widget))
    {
      g_autofree char *accelerator = NULL;

      g_object_get (widget, "accelerator", &accelerator, NULL);
      if (same_keys (accelerator, keys))
        return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (lists (child, keys))
      return TRUE;
  return FALSE;
}

/* The window is made bit by bit; this is of the last part. */
static gboolean
is_complete (gpointer shortcuts)
{
  return lists (shortcuts, "<Control>minus");
}

static void
test_shortcuts (void)
{
  /* What widgets do by themselves, which no action of the program tells. */
  static const char *const of_parts[] = { "<Control>Right", "<Control>d", "Delete", "<Control><Shift>f", "F2", "<Control>p", "Escape" };

  GtkWidget *shortcuts = cvn_shortcuts_window_new (GTK_WINDOW (window));
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (GTK_APPLICATION (application));
  guint n = 0;
  int   least;

  gtk_window_present (GTK_WINDOW (shortcuts));
  cvn_ui_assert_eventually (is_mapped, shortcuts);
  cvn_ui_assert_eventually (is_complete, shortcuts);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (GTK_APPLICATION (application), actions[i]);

      for (guint j = 0; keys[j] != NULL; j++, n++)
        if (!lists (shortcuts, keys[j]))
          g_error ("%s of %s is not in the list of shortcuts", keys[j], actions[i]);
    }
  g_assert_cmpuint (n, >=, 25);
  for (guint i = 0; i < G_N_ELEMENTS (of_parts); i++)
    g_assert_true (lists (shortcuts, of_parts[i]));
  /* It fits on a telephone. */
  gtk_widget_measure (gtk_window_get_child (GTK_WINDOW (shortcuts)), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  gtk_window_destroy (GTK_WINDOW (shortcuts));
  cvn_ui_settle (window);
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (cvn_centre_finish (CVN_CENTRE (source), result, &error), >, 0);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static gboolean
is_said (gpointer text)
{
  return cvn_ui_find_text (window, GTK_TYPE_LABEL, text) != NULL;
}

static gboolean
is_not_said (gpointer text)
{
  return !is_said (text);
}

static void
test_undo (void)
{
  GtkWidget     *undo = cvn_ui_find_id (window, "undo");
  const CvnKind *kind = cvn_kind_find ("organisation");
  g_autoptr (CvnRecord) record = cvn_record_new (kind);
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_ADD, kind, "Gemeente Test");
  gboolean done = FALSE;

  g_assert_false (is_enabled ("redo"));
  cvn_record_set_text (record, "name_nl", "Gemeente Test");
  cvn_record_set_text (record, "kind", "municipality");
  cvn_change_set_add (changes, record);
  cvn_centre_apply_async (centre, changes, NULL, applied_cb, &done);
  cvn_ui_assert_eventually (is_true, &done);
  g_assert_true (is_enabled ("undo"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (undo), ==, "Undo Add Organisation “Gemeente Test” (Ctrl+Z)");
  /* An offer to undo goes with what it was about: taken later, it would undo what was done before. */
  cvn_window_show_toast (window, "Something was added", TRUE);
  cvn_ui_assert_eventually (is_said, (gpointer) "Something was added");
  activate ("undo", NULL);
  cvn_ui_assert_eventually (is_action_enabled, (gpointer) "redo");
  cvn_ui_assert_eventually (is_not_said, (gpointer) "Something was added");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (cvn_ui_find_id (window, "redo")), ==,
                   "Redo Add Organisation “Gemeente Test” (Ctrl+Shift+Z)");
}

static gboolean
is_wrapped (gpointer text)
{
  GtkWidget *label = cvn_ui_find_text (window, GTK_TYPE_LABEL, text);

  return label != NULL && gtk_widget_get_width (label) > 0 && pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))) > 1 &&
         !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label)));
}

/* What is said is said whole, however long it is. */
static void
test_long_toast (void)
{
  static const char text[] = "Not everything is saved yet. What you typed is kept until you open this form again, and then it is there as you left it: <nothing> is lost. "
                             "What is longer than the window is wide is said on a second line, and on a third one where that is needed, rather than ending in three dots.";

  cvn_window_show_toast (window, text, TRUE);
  cvn_ui_assert_eventually (is_wrapped, (gpointer) text);
  cvn_window_show_toast (window, "Something was added", FALSE);
  cvn_ui_assert_eventually (is_not_said, (gpointer) text);
}

/* Whether a button with this label ends within the window. */
static gboolean
is_button_whole (gpointer label)
{
  GtkWidget      *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
  GtkWidget      *button = cvn_ui_find_text (window, GTK_TYPE_BUTTON, label);
  graphene_rect_t bounds;

  return button != NULL && gtk_widget_compute_bounds (button, content, &bounds) &&
         bounds.origin.x + bounds.size.width <= (float) gtk_widget_get_width (content) - 30;
}

/* As narrow as a telephone, the button of a toast is not pushed out by its words, which take several lines. */
static void
test_narrow_toast (void)
{
  static const char text[] = "Moved, with its open tasks and publications";

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  cvn_ui_assert_eventually (is_folded, GINT_TO_POINTER (TRUE));
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  cvn_ui_assert_eventually (is_narrow, adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)));
  cvn_window_show_offer (window, text, "Ongedaan maken", "win.page", "overview");
  cvn_ui_assert_eventually (is_wrapped, (gpointer) text);
  cvn_ui_assert_eventually (is_button_whole, (gpointer) "Ongedaan maken");
  cvn_window_show_toast (window, "Something was added", FALSE);
  cvn_ui_assert_eventually (is_not_said, (gpointer) text);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 700);
  cvn_ui_assert_eventually (is_folded, GINT_TO_POINTER (FALSE));
}

static void
test_year (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.convenant.Convenant");

  activate ("year", g_variant_new_int32 (2019));
  g_assert_cmpint (cvn_centre_get_year (centre), ==, 2019);
  activate ("previous-year", NULL);
  g_assert_cmpint (cvn_centre_get_year (centre), ==, 2018);
  activate ("next-year", NULL);
  g_assert_cmpint (cvn_centre_get_year (centre), ==, 2019);
  g_assert_cmpint (g_settings_get_int (settings, "year"), ==, 2019);
  cvn_ui_settle (window);
}

static gboolean
has_results (gpointer list)
{
  return gtk_list_box_get_row_at_index (list, 0) != NULL;
}

static gboolean
shows_none (gpointer stack)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), "none") == 0;
}

static void
test_search (void)
{
  GtkWidget  *button = cvn_ui_find_id (window, "search");
  GtkPopover *popover;
  GtkWidget  *entry;
  gint64      typed_at;

  activate ("search", NULL);
  popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
  g_assert_nonnull (popover);
  cvn_ui_assert_eventually (is_mapped, popover);
  entry = cvn_ui_find_id (GTK_WIDGET (popover), "entry");
  typed_at = g_get_monotonic_time ();
  gtk_editable_set_text (GTK_EDITABLE (entry), "leiden");
  cvn_ui_assert_eventually (has_results, cvn_ui_find_id (GTK_WIDGET (popover), "list"));
  g_test_message ("results after %.1f ms", (double) (g_get_monotonic_time () - typed_at) / 1000);
  gtk_editable_set_text (GTK_EDITABLE (entry), "qqqzzz");
  cvn_ui_assert_eventually (shows_none, cvn_ui_find_id (GTK_WIDGET (popover), "stack"));
  gtk_popover_popdown (popover);
  cvn_ui_settle (window);
}

static gboolean
is_elsewhere (gpointer data)
{
  return g_strcmp0 (cvn_window_get_page_name (CVN_WINDOW (window)), "overview") != 0;
}

static gboolean
has_focus (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  CvnPage   *page = cvn_window_get_page (CVN_WINDOW (window));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (page)) && gtk_widget_get_mapped (focus);
}

/* By keyboard alone: what was found is opened, and the next key is for it. */
static void
test_search_takes_focus (void)
{
  static const char *const words[] = { "welkom", "leiden" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      GtkPopover *popover;
      GtkWidget  *entry;

      activate ("page", g_variant_new_string ("overview"));
      cvn_ui_assert_eventually (is_page_ready, (gpointer) "overview");
      cvn_ui_key ("ctrl+f");
      popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (cvn_ui_find_id (window, "search")));
      cvn_ui_assert_eventually (is_mapped, popover);
      entry = cvn_ui_find_id (GTK_WIDGET (popover), "entry");
      gtk_editable_set_text (GTK_EDITABLE (entry), "qqqzzz");
      cvn_ui_assert_eventually (shows_none, cvn_ui_find_id (GTK_WIDGET (popover), "stack"));
      gtk_editable_set_text (GTK_EDITABLE (entry), words[i]);
      cvn_ui_assert_eventually (has_results, cvn_ui_find_id (GTK_WIDGET (popover), "list"));
      cvn_ui_settle (window);
      cvn_ui_key ("Down");
      cvn_ui_settle (window);
      cvn_ui_key ("Return");
      cvn_ui_assert_eventually (is_elsewhere, NULL);
      cvn_ui_settle (window);
      cvn_ui_assert_eventually (has_focus, NULL);
    }
}

static void
test_menu (void)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (cvn_ui_find_id (window, "menu"));
  GtkPopover    *popover;

  cvn_ui_key ("F10");
  cvn_ui_settle (window);
  popover = gtk_menu_button_get_popover (button);
  g_assert_nonnull (popover);
  cvn_ui_assert_eventually (is_mapped, popover);
  g_assert_nonnull (cvn_ui_find_text (GTK_WIDGET (popover), GTK_TYPE_WIDGET, "_About Convenant"));
  gtk_popover_popdown (popover);
  cvn_ui_settle (window);
}

/* The last one: it closes the centre. */
static void
test_without_centre (void)
{
  GtkWidget *start;
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "It is damaged <here>.");

  cvn_centre_close (centre);
  cvn_window_show_start (CVN_WINDOW (window));
  cvn_ui_settle (window);
  g_assert_null (cvn_window_get_page (CVN_WINDOW (window)));
  start = cvn_ui_find_id (window, "sample");
  g_assert_true (gtk_widget_is_sensitive (start));
  g_assert_true (gtk_widget_is_sensitive (cvn_ui_find_id (window, "own")));
  g_assert_false (is_enabled ("undo"));
  g_assert_false (is_enabled ("search"));
  g_assert_false (is_enabled ("page"));
  cvn_window_show_error (CVN_WINDOW (window), "/somewhere/bad.convenant", error);
  cvn_ui_settle (window);
  g_assert_nonnull (cvn_ui_find_text (window, ADW_TYPE_STATUS_PAGE, "“bad.convenant” Cannot Be Opened"));
}

/* Inside g_application_run(), so that start and end are the program's own. */
static void
activated_cb (GApplication *app)
{
  GtkWidget *weak;

  window = GTK_WIDGET (cvn_application_get_window (application));
  centre = cvn_application_get_centre (application);
  g_assert_true (cvn_ui_wait (is_open, NULL, 10000));
  g_assert_true (cvn_ui_wait (is_mapped, window, 10000));
  cvn_ui_settle (window);
  status = cvn_watchdog_run_tests ();
  weak = window;
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &weak);
  gtk_window_destroy (GTK_WINDOW (window));
  cvn_ui_drain ();
  g_assert_null (weak);
}

/* A file with the sample centre in it. */
static char *
make_sample (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "sample.convenant", NULL);
  g_autofree char *source = g_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", NULL);
  g_autoptr (GFile) files = g_file_new_for_path (source);
  g_autoptr (CvnImportJob) job = cvn_import_job_new (files);
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnStore) store = cvn_store_open (path, CVN_STORE_CREATE, "test", &error);

  g_assert_no_error (error);
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

  cvn_ui_init (&argc, &argv);
  path = make_sample (folder);
  application = cvn_application_new (path, G_APPLICATION_NON_UNIQUE);
  g_signal_connect_after (application, "activate", G_CALLBACK (activated_cb), NULL);
  g_test_add_func ("/ui/window/sidebar-order", test_sidebar);
  g_test_add_func ("/ui/window/first-focus", test_first_focus);
  /* Before the pages are there: GTK restyles every widget there is at one go. */
  g_test_add_func ("/ui/window/dark", test_dark);
  g_test_add_func ("/ui/window/opens-every-page", test_opens_every_page);
  g_test_add_func ("/ui/window/page-by-keys", test_page_by_keys);
  g_test_add_func ("/ui/window/narrow", test_narrow);
  g_test_add_func ("/ui/window/toggles-sidebar", test_toggles_sidebar);
  g_test_add_func ("/ui/window/lists-shortcuts", test_shortcuts);
  g_test_add_func ("/ui/window/undo", test_undo);
  g_test_add_func ("/ui/window/long-toast", test_long_toast);
  g_test_add_func ("/ui/window/narrow-toast", test_narrow_toast);
  g_test_add_func ("/ui/window/year", test_year);
  g_test_add_func ("/ui/window/search", test_search);
  g_test_add_func ("/ui/window/search-takes-focus", test_search_takes_focus);
  g_test_add_func ("/ui/window/menu", test_menu);
  g_test_add_func ("/ui/window/without-centre", test_without_centre);
  g_application_run (G_APPLICATION (application), 1, argv);
  g_assert_finalize_object (application);
  return status;
}
