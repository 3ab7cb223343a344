/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-shortcuts"

#include "cvn-shortcuts.h"

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

static void
begin_group (GString    *markup,
             const char *title)
{
  g_autofree char *line = g_markup_printf_escaped ("<child><object class='GtkShortcutsGroup'><property name='title'>%s</property>", title);

  g_string_append (markup, line);
}

static void
append_shortcut (GString    *markup,
                 const char *keys,
                 const char *title)
{
  g_autofree char *line = g_markup_printf_escaped ("<child><object class='GtkShortcutsShortcut'><property name='accelerator'>%s</property>"
                                                   "<property name='title'>%s</property></object></child>",
                                                   keys, title);

  g_string_append (markup, line);
}

static void
append_pages (GString *markup)
{
  guint              n_pages;
  const CvnPageInfo *pages = cvn_page_registry_list (&n_pages);

  begin_group (markup, _("Pages"));
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *keys = dup_page_keys (i);

      append_shortcut (markup, keys, _(pages[i].title));
    }
  g_string_append (markup, "</object></child>");
}

static void
append_groups (GString     *markup,
               const Group *groups,
               guint        n_groups)
{
  for (guint g = 0; g < n_groups; g++)
    {
      begin_group (markup, _(groups[g].title));
      for (guint i = 0; i < groups[g].n_shortcuts; i++)
        append_shortcut (markup, groups[g].shortcuts[i].keys, _(groups[g].shortcuts[i].title));
      g_string_append (markup, "</object></child>");
    }
}

/* More than two columns of groups in a section make GTK 4.8 warn of negative widths. */
static void
begin_section (GString    *markup,
               const char *name,
               const char *title)
{
  g_autofree char *line = g_markup_printf_escaped ("<interface><object class='GtkShortcutsSection' id='section'><property name='section-name'>%s</property>"
                                                   "<property name='title'>%s</property><property name='max-height'>15</property>",
                                                   name, title);

  g_string_append (markup, line);
}

/* GTK 4.8 has no other way to give a window a section. */
static void
end_section (GString   *markup,
             GtkWidget *window)
{
  g_autoptr (GtkBuilder) builder = NULL;

  g_string_append (markup, "</object></interface>");
  builder = gtk_builder_new_from_string (markup->str, (gssize) markup->len);
  GTK_BUILDABLE_GET_IFACE (window)->add_child (GTK_BUILDABLE (window), builder, gtk_builder_get_object (builder, "section"), NULL);
}

/* Calls @callback with @window when there is nothing more urgent, unless the window is gone by then. */
static void
when_idle (GtkWidget *window,
           GCallback  callback)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, GDK_PRIORITY_REDRAW + 10);
  g_source_set_static_name (source, "[convenant] shortcuts");
  g_source_set_closure (source, g_cclosure_new_object (callback, G_OBJECT (window)));
  g_source_attach (source, NULL);
}

static gboolean
add_page_groups_cb (GtkWidget *window)
{
  g_autoptr (GString) section = g_string_new (NULL);

  begin_section (section, "on-a-page", _("On a Page"));
  append_groups (section, page_groups, G_N_ELEMENTS (page_groups));
  end_section (section, window);
  return G_SOURCE_REMOVE;
}

static gboolean
add_pages_cb (GtkWidget *window)
{
  g_autoptr (GString) section = g_string_new (NULL);

  begin_section (section, "pages", _("Pages"));
  append_pages (section);
  end_section (section, window);
  when_idle (window, G_CALLBACK (add_page_groups_cb));
  return G_SOURCE_REMOVE;
}

/* In the first frame of the window, so that what follows comes after it. */
static gboolean
first_frame_cb (GtkWidget     *window,
                GdkFrameClock *clock,
                gpointer       data)
{
  when_idle (window, G_CALLBACK (add_pages_cb));
  return G_SOURCE_REMOVE;
}

/**
 * cvn_shortcuts_window_new:
 *
 * Returns: (transfer none): the window that lists all keys, to be presented; it belongs to GTK. It has its first section; to
 *   make all at one go would hold up the window that is open, so the others come when it has been drawn.
 */
GtkWidget *
cvn_shortcuts_window_new (GtkWindow *parent)
{
  g_autoptr (GString) section = g_string_new (NULL);
  GtkWidget *window = g_object_new (GTK_TYPE_SHORTCUTS_WINDOW, "modal", TRUE, "transient-for", parent, NULL);

  begin_section (section, "window", _("Everywhere"));
  append_groups (section, window_groups, G_N_ELEMENTS (window_groups));
  end_section (section, window);
  gtk_widget_add_tick_callback (window, first_frame_cb, NULL, NULL);
  return window;
}
