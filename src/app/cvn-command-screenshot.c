/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-command-screenshot"

#include "cvn-application.h"
#include "cvn-command.h"
#include "cvn-page-registry.h"

#include <glib/gi18n.h>

/* How long a page may take until it is ready. */
#define PATIENCE_S 20

typedef struct
{
  const CvnCommand *command;
  CvnApplication   *application;
  int               width;
  int               height;
  guint             n_frames; /* since the page was ready */
  guint             timeout_id;
  CvnExit           status;
} Picture;

static void
finish (Picture *picture,
        CvnExit  status)
{
  picture->status = status;
  g_clear_handle_id (&picture->timeout_id, g_source_remove);
  gtk_window_destroy (GTK_WINDOW (cvn_application_get_window (picture->application)));
}

/* The window without the border that GTK draws where no compositor is. */
static CvnExit
save (Picture   *picture,
      GtkWidget *content)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (content);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (content));
  GdkRGBA      back = { 1, 1, 1, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (content), "window_bg_color", &back);
  gtk_snapshot_append_color (snapshot, &back, &GRAPHENE_RECT_INIT (0, 0, (float) picture->width, (float) picture->height));
  gdk_paintable_snapshot (paintable, snapshot, picture->width, picture->height);
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, (float) picture->width, (float) picture->height));
  if (gdk_texture_save_to_png (texture, picture->command->output))
    return CVN_EXIT_DONE;
  cvn_command_complain (_("%s cannot be written."), picture->command->output);
  return CVN_EXIT_OUTPUT;
}

static void
saved_cb (gpointer data)
{
  Picture *picture = data;

  finish (picture, picture->status);
}

/* Everything has its place now: before the frame, something may have asked for another one. */
static void
after_paint_cb (GdkFrameClock *clock,
                Picture       *picture)
{
  CvnWindow *window = cvn_application_get_window (picture->application);

  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, picture);
  g_clear_handle_id (&picture->timeout_id, g_source_remove);
  picture->status = save (picture, adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)));
  g_idle_add_once (saved_cb, picture);
}

static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  Picture   *picture = data;
  CvnPage   *page = cvn_window_get_page (CVN_WINDOW (widget));
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (widget));

  if (page == NULL || !cvn_page_is_ready (page) || cvn_page_is_busy (page) || gtk_widget_get_width (content) != picture->width ||
      gtk_widget_get_height (content) != picture->height)
    {
      int width;
      int height;

      /* The border is only known when the window is there: ask for as much more as is missing. */
      gtk_window_get_default_size (GTK_WINDOW (widget), &width, &height);
      if (gtk_widget_get_width (content) > 0)
        gtk_window_set_default_size (GTK_WINDOW (widget), width + picture->width - gtk_widget_get_width (content),
                                     height + picture->height - gtk_widget_get_height (content));
      picture->n_frames = 0;
      return G_SOURCE_CONTINUE;
    }
  picture->n_frames++;
  gtk_widget_queue_draw (widget);
  if (picture->n_frames <= 3)
    return G_SOURCE_CONTINUE;
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), picture);
  return G_SOURCE_REMOVE;
}

static gboolean
timed_out_cb (gpointer data)
{
  Picture *picture = data;

  picture->timeout_id = 0;
  cvn_command_complain (_("The page “%s” took too long."), picture->command->screenshot);
  finish (picture, CVN_EXIT_FILE);
  return G_SOURCE_REMOVE;
}

static void
open_changed_cb (CvnCentre  *centre,
                 GParamSpec *pspec,
                 Picture    *picture)
{
  CvnWindow *window = cvn_application_get_window (picture->application);

  if (picture->command->year > 0)
    cvn_centre_set_year (centre, picture->command->year);
  if (window != NULL && cvn_centre_is_open (centre))
    cvn_window_show_page (window, picture->command->screenshot);
}

static void
activated_cb (CvnApplication *application,
              Picture        *picture)
{
  CvnWindow *window = cvn_application_get_window (application);
  CvnCentre *centre = cvn_application_get_centre (application);

  gtk_window_unmaximize (GTK_WINDOW (window));
  gtk_window_set_default_size (GTK_WINDOW (window), picture->width, picture->height);
  if (picture->command->dark)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  /* Wherever the pointer is, nothing looks as if it were touched. */
  gtk_widget_set_can_target (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)), FALSE);
  g_signal_connect (centre, "notify::open", G_CALLBACK (open_changed_cb), picture);
  open_changed_cb (centre, NULL, picture);
  gtk_widget_add_tick_callback (GTK_WIDGET (window), frame_cb, picture, NULL);
  picture->timeout_id = g_timeout_add_seconds (PATIENCE_S, timed_out_cb, picture);
}

static gboolean
parse_size (const char *text,
            int        *width,
            int        *height)
{
  g_auto (GStrv) parts = g_strsplit (text, "x", 2);
  guint64 numbers[2];

  for (guint i = 0; i < 2; i++)
    if (parts[i] == NULL || !g_ascii_string_to_unsigned (parts[i], 10, 100, 8192, &numbers[i], NULL))
      return FALSE;
  *width = (int) numbers[0];
  *height = (int) numbers[1];
  return TRUE;
}

/** cvn_command_screenshot: --screenshot: a picture of a page of the real window, exactly of the size asked for. */
CvnExit
cvn_command_screenshot (const CvnCommand *command)
{
  g_autofree char *file = cvn_command_dup_file (command);
  g_autofree char *path = file != NULL ? g_canonicalize_filename (file, NULL) : NULL;
  g_autoptr (CvnApplication) application = NULL;
  Picture picture = { .command = command, .status = CVN_EXIT_FILE };

  if (!parse_size (command->size != NULL ? command->size : "1200x800", &picture.width, &picture.height))
    {
      cvn_command_complain (_("“%s” is not a size, such as 1200x800."), command->size);
      return CVN_EXIT_USAGE;
    }
  if (cvn_page_registry_find (command->screenshot) == NULL)
    {
      cvn_command_complain (_("There is no page called “%s”."), command->screenshot);
      return CVN_EXIT_USAGE;
    }
  if (path == NULL)
    {
      cvn_command_complain (_("There is no centre yet. Name its file with --file."));
      return CVN_EXIT_FILE;
    }
  application = cvn_application_new (path, G_APPLICATION_NON_UNIQUE);
  picture.application = application;
  g_signal_connect_after (application, "activate", G_CALLBACK (activated_cb), &picture);
  g_application_run (G_APPLICATION (application), 0, NULL);
  return picture.status;
}
