/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-reading"

#include "cvn-application.h"
#include "cvn-import-job.h"
#include "cvn-kind.h"
#include "cvn-page-registry.h"
#include "cvn-query.h"
#include "cvn-reader.h"
#include "cvn-store.h"
#include "reading-known.h"
#include "ui-support.h"
#include "watchdog.h"

/*
 * Who only looks, as a board member does, or who opens a file that another window has, finds nothing that changes something.
 * The whole program is walked through, and every action, button, field and drag that is alive must be one of those in
 * reading-known.c: what is new is alive for a reader only when it is entered there.
 */

static CvnApplication *application;
static GtkWidget      *window;
static CvnCentre      *centre;
static GPtrArray      *records; /* a kind, an id, a kind, an id … */
static gboolean        taken;
static gboolean        checking = TRUE; /* not while everything may still be changed */
static int             status = 1;

static gboolean
is_open (gpointer data)
{
  return cvn_centre_is_open (centre);
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

static gboolean
is_read_only (gpointer data)
{
  return cvn_centre_is_read_only (centre);
}

static gboolean
is_writable (gpointer data)
{
  return !cvn_centre_is_read_only (centre);
}

static gboolean
is_page_ready (gpointer name)
{
  CvnPage *page = cvn_window_get_page (CVN_WINDOW (window));

  return page != NULL && (name == NULL || g_strcmp0 (cvn_window_get_page_name (CVN_WINDOW (window)), name) == 0) &&
         cvn_page_is_ready (page) && !cvn_page_is_busy (page);
}

static void
rest (void)
{
  cvn_ui_assert_eventually (is_page_ready, NULL);
  cvn_ui_settle (window);
  cvn_ui_settle (window);
}

static void
show_page (const char *name)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "page", g_variant_new_string (name));
  cvn_ui_assert_eventually (is_page_ready, (gpointer) name);
}

static const char *
find_words (GtkWidget *widget)
{
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_label (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *words = GTK_IS_POPOVER (child) ? NULL : find_words (child);

      if (words != NULL && *words != '\0')
        return words;
    }
  return gtk_widget_get_tooltip_text (widget) != NULL ? gtk_widget_get_tooltip_text (widget) : "";
}

static const char *
find_owner (GtkWidget *widget)
{
  while (widget != NULL && !g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Cvn"))
    widget = gtk_widget_get_parent (widget);
  return widget != NULL ? G_OBJECT_TYPE_NAME (widget) : "";
}

static void
check_widget (GtkWidget *widget)
{
  const char *owner = find_owner (widget);
  const char *type = G_OBJECT_TYPE_NAME (widget);
  const char *words = find_words (widget);

  if (!cvn_reading_knows_widget (owner, type, words))
    {
      g_test_message ("alive though nothing can be changed: %s “%s” in %s", type, words, owner);
      g_test_fail ();
    }
}

static void
check_action (GtkWidget  *widget,
              const char *name)
{
  if (!cvn_reading_knows_action (name))
    {
      g_test_message ("alive though nothing can be changed: the action %s of %s", name, find_owner (widget));
      g_test_fail ();
    }
}

/* A value of the type, for actions that want one. */
static GVariant *
make_target (const GVariantType *type)
{
  static const char *const texts[] = { "'x'", "0", "uint32 0", "('x', 'x')", "('x', 1)", "(1, 1)", "('x', 'x', 'x')", "b'x'" };

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (texts); i++)
    {
      GVariant *value = g_variant_parse (type, texts[i], NULL, NULL, NULL);

      if (value != NULL)
        return value;
    }
  g_assert_null (type);
  return NULL;
}

/* GTK tells this only to what is bound to the action. */
static gboolean
is_enabled (GtkWidget          *widget,
            const char         *action,
            const GVariantType *type)
{
  GtkWidget *probe = g_object_ref_sink (gtk_button_new ());
  g_autoptr (GVariant) target = make_target (type);
  gboolean enabled;

  if (target != NULL)
    gtk_actionable_set_action_target_value (GTK_ACTIONABLE (probe), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (probe), action);
  gtk_widget_set_parent (probe, widget);
  enabled = gtk_widget_get_sensitive (probe);
  gtk_widget_unparent (probe);
  g_object_unref (probe);
  return enabled;
}

static void
check_actions (GtkWidget *widget)
{
  GType               owner;
  const char         *name;
  const GVariantType *type;
  const char         *property;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (widget), i, &owner, &name, &type, &property); i++)
    if (g_str_has_prefix (g_type_name (owner), "Cvn") && is_enabled (widget, name, type))
      check_action (widget, name);
}

static void
check_drags (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      g_autoptr (GdkContentProvider) content = NULL;

      if (!GTK_IS_DRAG_SOURCE (controller))
        continue;
      g_signal_emit_by_name (controller, "prepare", 1.0, 1.0, &content);
      if (content != NULL)
        {
          g_test_message ("can be dragged though nothing can be changed: %s in %s", G_OBJECT_TYPE_NAME (widget), find_owner (widget));
          g_test_fail ();
        }
    }
}

static gboolean
is_typed_in (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget))
    return gtk_text_view_get_editable (GTK_TEXT_VIEW (widget));
  return GTK_IS_EDITABLE (widget) && !GTK_IS_TEXT (widget) && gtk_editable_get_editable (GTK_EDITABLE (widget));
}

static gboolean
is_pressed (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)) || GTK_IS_DROP_DOWN (gtk_widget_get_parent (widget)))
    return FALSE; /* of which the parent is looked at */
  return GTK_IS_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_DROP_DOWN (widget) || ADW_IS_COMBO_ROW (widget) ||
         GTK_IS_MENU_BUTTON (widget) || (ADW_IS_ACTION_ROW (widget) && gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget)));
}

/* Everything that is shown below @widget, and in menus that may pop up: any other popover is filled for who opens it. */
static void
check (GtkWidget *widget)
{
  if (!checking || !gtk_widget_get_child_visible (widget) || (!gtk_widget_get_visible (widget) && !GTK_IS_POPOVER_MENU (widget)))
    return;
  check_actions (widget);
  check_drags (widget);
  if (gtk_widget_is_sensitive (widget))
    {
      const char *action = GTK_IS_ACTIONABLE (widget) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) : NULL;

      if (action != NULL)
        check_action (widget, action);
      else if (is_pressed (widget) || is_typed_in (widget))
        check_widget (widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check (child);
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The menus at the head of the window are made when they are opened. */
static void
check_menu (const char *id)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (cvn_ui_find_id (window, id));

  g_test_message ("the menu %s", id);
  gtk_menu_button_popup (button);
  cvn_ui_assert_eventually (is_mapped, gtk_menu_button_get_popover (button));
  check (GTK_WIDGET (gtk_menu_button_get_popover (button)));
  gtk_menu_button_popdown (button);
  cvn_ui_settle (window);
}

static GtkWidget *
find_other_window (void)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *each = all; each != NULL; each = each->next)
    if (each->data != window && gtk_widget_get_mapped (each->data))
      return each->data;
  return NULL;
}

static gboolean
has_other_window (gpointer data)
{
  return find_other_window () != NULL;
}

static gboolean
is_alone (gpointer data)
{
  return find_other_window () == NULL;
}

/* A dialog that came up is looked at, and put away. */
static void
close_others (void)
{
  GtkWidget *other;

  while ((other = find_other_window ()) != NULL)
    {
      check (other);
      gtk_window_destroy (GTK_WINDOW (other));
      cvn_ui_settle (window);
    }
}

/* What the first row of the first list leads to. */
static void
check_first_row (const char *page,
                 GtkWidget  *stack,
                 const char *tab)
{
  GtkWidget     *list = find_type (stack, GTK_TYPE_LIST_BOX);
  GtkListBoxRow *row = list != NULL ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0) : NULL;

  if (row == NULL || !gtk_list_box_row_get_activatable (row))
    return;
  gtk_widget_activate (GTK_WIDGET (row));
  rest ();
  check (window);
  close_others ();
  show_page (page);
  for (guint i = 0; i < 2 && g_action_group_get_action_enabled (G_ACTION_GROUP (window), "back"); i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (window), "back", NULL);
      rest ();
    }
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), tab);
  rest ();
}

static void
walk_page (const char *name)
{
  GtkWidget *stack;
  g_autoptr (GListModel) tabs = NULL;

  g_test_message ("the page %s", name);
  show_page (name);
  rest ();
  check (window);
  stack = find_type (GTK_WIDGET (cvn_window_get_page (CVN_WINDOW (window))), ADW_TYPE_VIEW_STACK);
  if (stack == NULL)
    return;
  tabs = G_LIST_MODEL (adw_view_stack_get_pages (ADW_VIEW_STACK (stack)));
  for (guint i = 0; i < g_list_model_get_n_items (tabs); i++)
    {
      g_autoptr (AdwViewStackPage) tab = g_list_model_get_item (tabs, i);
      const char *tab_name = adw_view_stack_page_get_name (tab);

      g_test_message ("the tab %s", tab_name);
      adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), tab_name);
      rest ();
      check (window);
      check_first_row (name, stack, tab_name);
    }
}

/* A record as its page shows it; of an event each part. */
static void
walk_record (const char *kind,
             const char *id)
{
  static const char *const parts[] = { "details", "signups", "publications", "tasks", "costs", "closing" };
  GtkWidget               *stack;

  g_test_message ("a record of %s", kind);
  g_action_group_activate_action (G_ACTION_GROUP (window), "open-record", g_variant_new ("(ss)", kind, id));
  rest ();
  check (window);
  if (!g_str_equal (kind, "event"))
    return;
  stack = find_type (GTK_WIDGET (cvn_window_get_page (CVN_WINDOW (window))), ADW_TYPE_VIEW_STACK);
  g_assert_nonnull (stack);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_test_message ("its part %s", parts[i]);
      adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), parts[i]);
      rest ();
      check (window);
    }
}

static void
walk_window (const char *action)
{
  g_test_message ("the window of %s", action);
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
  cvn_ui_assert_eventually (has_other_window, NULL);
  cvn_ui_settle (find_other_window ());
  check (find_other_window ());
  gtk_window_close (GTK_WINDOW (find_other_window ()));
  cvn_ui_assert_eventually (is_alone, NULL);
}

static void
walk_pages (void)
{
  guint              n_pages;
  const CvnPageInfo *pages = cvn_page_registry_list (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    walk_page (pages[i].name);
}

static void
walk (void)
{
  walk_pages ();
  check_menu ("menu");
  walk_window ("sharing");
  walk_window ("conflicts");
  walk_window ("reports");
}

/* The pages are there when the role changes: what was alive dies, and comes back with the role. */
static void
test_role (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.convenant.Convenant");

  checking = FALSE;
  walk_pages ();
  checking = TRUE;
  show_page ("partners");
  g_assert_true (is_enabled (GTK_WIDGET (cvn_window_get_page (CVN_WINDOW (window))), "partners.add", NULL));
  g_settings_set_string (settings, "role", "board");
  cvn_ui_assert_eventually (is_read_only, NULL);
  walk ();
  for (guint i = 0; i < records->len; i += 2)
    walk_record (records->pdata[i], records->pdata[i + 1]);
  g_settings_set_string (settings, "role", "manager");
  cvn_ui_assert_eventually (is_writable, NULL);
  show_page ("partners");
  g_assert_true (is_enabled (GTK_WIDGET (cvn_window_get_page (CVN_WINDOW (window))), "partners.add", NULL));
}

/* Another window has the file. */
static void
test_taken (void)
{
  g_assert_true (cvn_centre_is_taken (centre));
  walk ();
}

/* Inside g_application_run(), so that start and end are the program's own. */
static void
activated_cb (GApplication *app)
{
  window = GTK_WIDGET (cvn_application_get_window (application));
  centre = cvn_application_get_centre (application);
  g_assert_true (cvn_ui_wait (is_open, NULL, 10000));
  g_assert_true (cvn_ui_wait (is_mapped, window, 10000));
  cvn_ui_settle (window);
  status = cvn_watchdog_run_tests ();
  gtk_window_destroy (GTK_WINDOW (window));
  cvn_ui_drain ();
}

/* A record of each kind. */
static gpointer
find_records (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);

  records = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (CvnQuery) query = cvn_query_new (kinds[i]);
      g_autoptr (GArray) seqs = cvn_reader_list (reader, query, cancellable, error);

      if (seqs != NULL && seqs->len > 0)
        {
          g_autoptr (GPtrArray) rows = cvn_reader_get_rows (reader, kinds[i], &g_array_index (seqs, gint64, 0), 1, error);

          g_ptr_array_add (records, g_strdup (kinds[i]->name));
          g_ptr_array_add (records, g_strdup (cvn_record_get_id (rows->pdata[0])));
        }
    }
  return NULL;
}

/* A file with the sample centre in it, still open. */
static CvnStore *
make_sample (const char *path)
{
  g_autofree char *source = g_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", NULL);
  g_autoptr (GFile) files = g_file_new_for_path (source);
  g_autoptr (CvnImportJob) job = cvn_import_job_new (files);
  g_autoptr (GError) error = NULL;
  CvnStore *store = cvn_store_open (path, CVN_STORE_CREATE, "test", &error);

  g_assert_no_error (error);
  g_assert_true (cvn_import_job_run (job, store, &error));
  g_assert_no_error (error);
  cvn_store_read (store, find_records, NULL, &error);
  g_assert_no_error (error);
  return store;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("convenant-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sample.convenant", NULL);
  g_autoptr (CvnStore) store = NULL;

  taken = argc > 1 && g_str_equal (argv[1], "taken");
  argc = 1;
  cvn_ui_init (&argc, &argv);
  store = make_sample (path);
  if (!taken)
    cvn_store_close (store);
  application = cvn_application_new (path, G_APPLICATION_NON_UNIQUE);
  g_signal_connect_after (application, "activate", G_CALLBACK (activated_cb), NULL);
  if (taken)
    g_test_add_func ("/ui/reading/taken", test_taken);
  else
    g_test_add_func ("/ui/reading/role", test_role);
  g_application_run (G_APPLICATION (application), 1, argv);
  g_assert_finalize_object (application);
  if (taken)
    cvn_store_close (store);
  g_ptr_array_unref (records);
  return status;
}
