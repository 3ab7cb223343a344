/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-shortcuts"

#include "cvn-shortcuts.h"

#include "cvn-first-frame.h"
#include "cvn-page-registry.h"

#include <glib/gi18n-lib.h>

static const CvnShortcut general[] = {
  { "win.search", "<Control>f", N_("Search") },
  { "app.help", "F1", N_("Help") },
  { "app.shortcuts", "<Control>question", N_("Keyboard Shortcuts") },
  { "app.preferences", "<Control>comma", N_("Preferences") },
  { NULL, "F10", N_("Main Menu") },
  { "win.switch-pane", "F6", N_("To the Page, or Back to the Sidebar") },
  { "win.toggle-sidebar", "F9", N_("Show or Hide the Sidebar") },
  { "win.close", "<Control>w", N_("Close the Window") },
  { "app.quit", "<Control>q", N_("Quit") },
};

static const CvnShortcut centre[] = {
  { "win.open", "<Control>o", N_("Open a Centre") },
  { "win.new-centre", "<Control><Shift>n", N_("Start a New Centre") },
  { "win.sync-now", "F5", N_("Sync Now") },
  { "win.undo", "<Control>z", N_("Undo") },
  { "win.redo", "<Control><Shift>z", N_("Redo") },
  { "win.add", "<Control>n", N_("Add to the Page") },
  { "win.back", "<Alt>Left", N_("Back") },
  { "win.previous-year", "<Control>Page_Up", N_("Previous Year") },
  { "win.next-year", "<Control>Page_Down", N_("Next Year") },
};

/* What the parts of a page do by themselves. */
static const CvnShortcut lists[] = {
  { "win.search-page", "<Control><Shift>f", N_("Search in the List") },
  { NULL, "<Control><Shift>s", N_("Sort the List") },
  { NULL, "<Control>d", N_("Duplicate") },
  { NULL, "Delete", N_("Delete") },
  { NULL, "<Shift>F10", N_("Menu of a Row") },
  { NULL, "Escape", N_("Close the Form") },
};

static const CvnShortcut grids[] = {
  { "win.quick-add", "<Control>k", N_("Quick Add") },
  { NULL, "<Control>Down", N_("Move an Event One Week Later") },
  { NULL, "space", N_("Tick Who Attended") },
  { NULL, "<Control>Right", N_("Take a Partner or Booking Further") },
  { NULL, "F2", N_("Change a Number") },
  { NULL, "<Control>c", N_("Copy Numbers") },
  { NULL, "<Control>v", N_("Paste Numbers") },
};

static const CvnShortcut reports[] = {
  { "win.reports", "<Control><Shift>r", N_("Choose a Report") },
  { NULL, "<Control>Return", N_("Show the Chosen Report") },
  { NULL, "<Control>p", N_("Print the Report") },
  { NULL, "<Control>s", N_("Save as PDF") },
  { NULL, "<Control>plus", N_("Larger") },
  { NULL, "<Control>minus", N_("Smaller") },
};

static const CvnShortcut conflicts[] = {
  { NULL, "<Control>Return", N_("Keep the Choice") },
  { NULL, "<Alt>Page_Up", N_("Previous Conflict") },
  { NULL, "<Alt>Page_Down", N_("Next Conflict") },
};

typedef struct
{
  const char        *title;
  const CvnShortcut *shortcuts;
  guint              n_shortcuts;
} Group;

static const Group window_groups[] = {
  { N_("General"), general, G_N_ELEMENTS (general) },
  { N_("Centre"), centre, G_N_ELEMENTS (centre) },
};

static const Group page_groups[] = {
  { N_("Lists and Forms"), lists, G_N_ELEMENTS (lists) },
  { N_("Covenant, Events and Fees"), grids, G_N_ELEMENTS (grids) },
  { N_("Reports"), reports, G_N_ELEMENTS (reports) },
  { N_("Conflicts"), conflicts, G_N_ELEMENTS (conflicts) },
};

/* The pages have Ctrl with 1 to 9, and 0 for the tenth. */
static char *
dup_page_keys (guint place)
{
  return g_strdup_printf ("<Control>%u", (place + 1) % 10);
}

static void
add_keys (GtkApplication *application,
          const char     *action,
          const char     *keys)
{
  g_auto (GStrv) all = g_strsplit (keys, " ", -1);

  gtk_application_set_accels_for_action (application, action, (const char *const *) all);
}

static void
add_actions (GtkApplication *application,
             const Group    *groups,
             guint           n_groups)
{
  for (guint g = 0; g < n_groups; g++)
    for (guint i = 0; i < groups[g].n_shortcuts; i++)
      if (groups[g].shortcuts[i].action != NULL)
        add_keys (application, groups[g].shortcuts[i].action, groups[g].shortcuts[i].keys);
}

/** cvn_shortcuts_add_to: lets the keys do their actions. */
void
cvn_shortcuts_add_to (GtkApplication *application)
{
  guint              n_pages;
  const CvnPageInfo *pages = cvn_page_registry_list (&n_pages);

  add_actions (application, window_groups, G_N_ELEMENTS (window_groups));
  add_actions (application, page_groups, G_N_ELEMENTS (page_groups));
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.page::%s", pages[i].name);
      g_autofree char *keys = dup_page_keys (i);

      add_keys (application, action, keys);
    }
}

/* GTK's own window for this is wider than a telephone. */
static void
add_row (AdwPreferencesGroup *group,
         const char          *keys,
         const char          *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_shortcut_label_new (keys);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page,
           const char         *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_groups (AdwPreferencesPage *page,
            const Group        *groups,
            guint               n_groups)
{
  for (guint g = 0; g < n_groups; g++)
    {
      AdwPreferencesGroup *group = add_group (page, _(groups[g].title));

      for (guint i = 0; i < groups[g].n_shortcuts; i++)
        add_row (group, groups[g].shortcuts[i].keys, _(groups[g].shortcuts[i].title));
    }
}

static void
add_page_groups_cb (GtkWidget *page)
{
  add_groups (ADW_PREFERENCES_PAGE (page), page_groups, G_N_ELEMENTS (page_groups));
}

static void
add_pages_cb (GtkWidget *page)
{
  AdwPreferencesGroup *group = add_group (ADW_PREFERENCES_PAGE (page), _("Pages"));
  guint                n_pages;
  const CvnPageInfo   *pages = cvn_page_registry_list (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *keys = dup_page_keys (i);

      add_row (group, keys, _(pages[i].title));
    }
  cvn_first_frame_wait (page, add_page_groups_cb);
}

/**
 * cvn_shortcuts_window_new:
 *
 * Returns: (transfer none): the window that lists all keys, to be presented; it belongs to GTK. It has its first groups; to
 *   make all at one go would hold up the window that is open, so the others come when it has been drawn.
 */
GtkWidget *
cvn_shortcuts_window_new (GtkWindow *parent)
{
  GtkWidget *window = g_object_new (ADW_TYPE_PREFERENCES_WINDOW, "modal", TRUE, "transient-for", parent, "title", _("Keyboard Shortcuts"), NULL);
  GtkWidget *page = adw_preferences_page_new ();

  add_groups (ADW_PREFERENCES_PAGE (page), window_groups, G_N_ELEMENTS (window_groups));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  cvn_first_frame_wait (page, add_pages_cb);
  return window;
}
