/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-application-actions"

#include "cvn-application-private.h"
#include "cvn-dialogs.h"
#include "cvn-preferences.h"
#include "cvn-shortcuts.h"

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  CvnApplication *self = data;

  cvn_dialogs_show_about (GTK_WINDOW (self->window), CVN_VERSION);
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  CvnApplication  *self = data;
  g_autofree char *backups = cvn_centre_is_open (self->centre) ? g_strconcat (self->path, "-backups", NULL) : NULL;

  gtk_window_present (GTK_WINDOW (cvn_preferences_new (GTK_WINDOW (self->window), backups)));
}

static void
shortcuts_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  CvnApplication *self = data;

  gtk_window_present (GTK_WINDOW (cvn_shortcuts_window_new (GTK_WINDOW (self->window))));
}

static void
help_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  CvnApplication *self = data;

  gtk_show_uri (GTK_WINDOW (self->window), "help:convenant", GDK_CURRENT_TIME);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  CvnApplication *self = data;

  /* Through the window, which remembers its size. */
  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
  else
    g_application_quit (G_APPLICATION (self));
}

/** cvn_application_add_actions: what the program can do whatever is open. */
void
cvn_application_add_actions (CvnApplication *self)
{
  static const GActionEntry entries[] = {
    { "about", about_cb },
    { "preferences", preferences_cb },
    { "shortcuts", shortcuts_cb },
    { "help", help_cb },
    { "quit", quit_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
