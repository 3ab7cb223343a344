/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-chart-picture"

#include "cvn-chart-picture.h"

#include "cvn-centre.h"
#include "cvn-chart-painter.h"
#include "cvn-dialogs.h"
#include "cvn-error.h"

#include <glib/gi18n-lib.h>

#define PICTURE_WIDTH 640

/* What the worker thread needs: nothing that the user interface may change. */
typedef struct
{
  CvnChart        *chart;
  CvnChartStyle    style;
  CvnPictureFormat format;
  GFile           *file;
} Order;

static void
order_free (Order *order)
{
  cvn_chart_unref (order->chart);
  g_clear_object (&order->file);
  g_free (order);
}

/* A picture goes into letters and slides: dark on white, whatever the window looks like. */
static int
make_style (CvnChart      *chart,
            CvnChartStyle *style)
{
  cvn_chart_style_init (style, FALSE, cvn_interface_language ());
  return (int) cvn_chart_get_natural_height (chart, style);
}

/**
 * cvn_chart_picture_copy:
 * @widget: a widget in the window that copies
 * @chart: what to copy
 *
 * Puts a picture of the chart on the clipboard.
 */
void
cvn_chart_picture_copy (GtkWidget *widget,
                        CvnChart  *chart)
{
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GBytes) bytes = NULL;
  CvnChartStyle    style;
  int              picture_height = make_style (chart, &style);
  cairo_surface_t *surface = cvn_chart_render (chart, &style, PICTURE_WIDTH, picture_height);
  int              stride = cairo_image_surface_get_stride (surface);
  int              height = cairo_image_surface_get_height (surface);

  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) height);
  texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
  cairo_surface_destroy (surface);
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Order           *order = data;
  GError          *error = NULL;
  g_autofree char *path = g_file_get_path (order->file);

  if (path == NULL)
    g_task_return_new_error (task, CVN_ERROR, CVN_ERROR_FAILED, _("Pictures can only be saved on this computer. Choose another folder."));
  else if (cvn_chart_export (order->chart, &order->style, order->format, PICTURE_WIDTH,
                             make_style (order->chart, &order->style), path, &error))
    g_task_return_pointer (task, g_file_get_basename (order->file), g_free);
  else
    g_task_return_error (task, error);
}

static Order *
order_new (CvnChart        *chart,
           CvnPictureFormat format)
{
  Order *order = g_new0 (Order, 1);

  order->chart = cvn_chart_ref (chart);
  order->format = format;
  make_style (chart, &order->style);
  return order;
}

static void
start_writing (GTask *task,
               GFile *file)
{
  Order *order = g_task_get_task_data (task);

  order->file = g_object_ref (file);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * cvn_chart_picture_write_async:
 * @widget: who asks
 * @chart: what to write
 * @format: PNG or SVG
 * @file: a local file
 * @cancellable: (nullable): to cancel
 * @callback: called when done, with cvn_chart_picture_save_finish()
 * @user_data: for @callback
 *
 * Writes a picture in a worker thread.
 */
void
cvn_chart_picture_write_async (GtkWidget          *widget,
                               CvnChart           *chart,
                               CvnPictureFormat    format,
                               GFile              *file,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (widget, cancellable, callback, user_data);

  g_task_set_source_tag (task, cvn_chart_picture_write_async);
  g_task_set_task_data (task, order_new (chart, format), (GDestroyNotify) order_free);
  start_writing (task, file);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GFile) file = cvn_dialogs_file_finish (result, NULL);

  if (file != NULL)
    start_writing (task, file);
  else
    g_task_return_pointer (task, NULL, NULL);
}

/* A title may hold what a file name may not. */
static char *
make_file_name (CvnChart        *chart,
                CvnPictureFormat format)
{
  g_autofree char *stem = g_strdelimit (g_strdup (cvn_chart_get_title (chart)), "/\\:*?\"<>|", '-');

  return g_strconcat (stem, format == CVN_PICTURE_PNG ? ".png" : ".svg", NULL);
}

/**
 * cvn_chart_picture_save_async:
 * @widget: a widget in the window that saves
 * @chart: what to save
 * @format: PNG or SVG
 * @cancellable: (nullable): to cancel
 * @callback: called when done, with cvn_chart_picture_save_finish()
 * @user_data: for @callback
 *
 * Asks for a file and writes a picture of the chart to it, in a worker thread.
 */
void
cvn_chart_picture_save_async (GtkWidget          *widget,
                              CvnChart           *chart,
                              CvnPictureFormat    format,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (widget, cancellable, callback, user_data);
  g_autofree char *name = make_file_name (chart, format);
  GtkRoot         *root = gtk_widget_get_root (widget);

  g_task_set_source_tag (task, cvn_chart_picture_save_async);
  g_task_set_task_data (task, order_new (chart, format), (GDestroyNotify) order_free);
  cvn_dialogs_save_async (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Save Picture"), CVN_FILES_ANY, name, chosen_cb,
                          g_object_ref (task));
}

/**
 * cvn_chart_picture_save_finish:
 * @result: the result
 * @name: (out) (transfer full) (nullable): the name of the file, or NULL if the person chose none
 * @error: why it could not be written
 *
 * Returns: FALSE if it failed
 */
gboolean
cvn_chart_picture_save_finish (GAsyncResult *result,
                               char        **name,
                               GError      **error)
{
  GError *failure = NULL;

  *name = g_task_propagate_pointer (G_TASK (result), &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}
