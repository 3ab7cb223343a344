/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "first-frame-shim"

#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <unistd.h>

/*
 * Preloaded into a program with GTK: when the first useful frame is on the screen, one line goes to the file descriptor
 * $FIRST_FRAME_FD and the program ends:
 *   processor time of all threads in ns, the monotonic clock in µs, frames drawn, the most memory that was resident and
 *   the process's share of what is resident now in KiB
 * A frame is useful when no page of the program (a CvnPage) is still reading what it shows. The program needs no change.
 */

static guint    n_frames;
static gboolean drawn;

static gint64
get_processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * 1000000000 + time.tv_nsec;
}

/* A line of one of the kernel's files about this process, in KiB; 0 if there is none. */
static gint64
read_memory (const char *path,
             const char *name)
{
  g_autofree char *text = NULL;
  const char      *line;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  line = strstr (text, name);
  return line != NULL ? g_ascii_strtoll (line + strlen (name), NULL, 10) : 0;
}

static gboolean
is_ready (GtkWidget *widget)
{
  GType page = g_type_from_name ("CvnPage");

  if (page != 0 && gtk_widget_get_mapped (widget) && g_type_is_a (G_OBJECT_TYPE (widget), page))
    {
      gboolean ready;

      g_object_get (widget, "ready", &ready, NULL);
      return ready;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!is_ready (child))
      return FALSE;
  return TRUE;
}

/* A hook, since GTK's own handler ends the emission. Only a mapped surface with something to draw is rendered. */
static gboolean
rendered_cb (GSignalInvocationHint *hint,
             guint                  n_values,
             const GValue          *values,
             gpointer               surface)
{
  if (g_value_get_object (&values[0]) == surface)
    drawn = TRUE;
  return TRUE;
}

static void
painted_cb (GdkFrameClock *clock,
            GtkWidget     *window)
{
  const char  *fd = g_getenv ("FIRST_FRAME_FD");
  gint64       place = STDOUT_FILENO;
  const gint64 now = g_get_monotonic_time ();
  const gint64 processor_time = get_processor_time ();

  if (!drawn)
    return;
  drawn = FALSE;
  n_frames++;
  if (!is_ready (window))
    return;
  if (fd != NULL)
    g_ascii_string_to_signed (fd, 10, 0, G_MAXINT, &place, NULL);
  dprintf ((int) place, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n",
           processor_time, now, n_frames, read_memory ("/proc/self/status", "VmHWM:"),
           read_memory ("/proc/self/smaps_rollup", "\nPss:"));
  _exit (0);
}

static void
realized_cb (GtkWidget *window)
{
  g_signal_add_emission_hook (g_signal_lookup ("render", GDK_TYPE_SURFACE), 0, rendered_cb,
                              gtk_native_get_surface (GTK_NATIVE (window)), NULL);
  g_signal_connect_after (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), window);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWidget      *window)
{
  g_signal_connect_after (window, "realize", G_CALLBACK (realized_cb), NULL);
}

/** g_application_run: in the place of GIO's. */
int
g_application_run (GApplication *application,
                   int           argc,
                   char        **argv)
{
  int (*real) (GApplication *, int, char **) = dlsym (RTLD_NEXT, "g_application_run");

  if (GTK_IS_APPLICATION (application))
    g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return real (application, argc, argv);
}
