/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-chart-export"

#include "cvn-chart-export.h"

#include "cvn-chart-painter.h"
#include "cvn-error.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>

/* A picture in a letter or on a slide is printed: twice the pixels of the screen. */
#define PNG_MAGNIFICATION 2

static cairo_status_t
paint_on (cairo_surface_t     *surface,
          const CvnChart      *chart,
          const CvnChartStyle *style,
          int                  width,
          int                  height,
          double               magnification)
{
  cairo_t       *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, magnification, magnification);
  cvn_set_color (cr, &style->background);
  cairo_paint (cr);
  cvn_chart_paint (cr, chart, style, width, height, CVN_CHART_NOWHERE);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

/**
 * cvn_chart_render:
 * @chart: what to draw
 * @style: how; the background is filled
 * @width: of the picture in the units of the style's font
 * @height: of the picture
 *
 * Returns: (transfer full): an image surface with twice the pixels, for a letter or a slide; its status tells of failure
 */
cairo_surface_t *
cvn_chart_render (const CvnChart      *chart,
                  const CvnChartStyle *style,
                  int                  width,
                  int                  height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * PNG_MAGNIFICATION, height * PNG_MAGNIFICATION);

  paint_on (surface, chart, style, width, height, PNG_MAGNIFICATION);
  cairo_surface_flush (surface);
  return surface;
}

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
make_png (const CvnChart      *chart,
          const CvnChartStyle *style,
          int                  width,
          int                  height,
          GByteArray          *picture)
{
  cairo_surface_t *surface = cvn_chart_render (chart, style, width, height);
  cairo_status_t   status = cairo_surface_write_to_png_stream (surface, append_cb, picture);

  cairo_surface_destroy (surface);
  return status;
}

static cairo_status_t
make_svg (const CvnChart      *chart,
          const CvnChartStyle *style,
          int                  width,
          int                  height,
          GByteArray          *picture)
{
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_cb, picture, width, height);
  cairo_status_t   status = paint_on (surface, chart, style, width, height, 1);

  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

static gboolean
fail (const char *path,
      const char *reason,
      GError    **error)
{
  /* Translators: the first %s is a file, the second what the system says about it. */
  g_set_error (error, CVN_ERROR, CVN_ERROR_FAILED, _("The picture could not be saved as “%s”: %s"), path, reason);
  return FALSE;
}

/**
 * cvn_chart_export:
 * @chart: what to draw
 * @style: how; the background is filled
 * @format: PNG with twice the pixels, or SVG
 * @width: of the picture in the units of the style's font
 * @height: of the picture
 * @path: the file to write, in the file system's encoding; one that is there is replaced when the new one is complete
 * @error: CVN_ERROR_FAILED if it cannot be written
 *
 * Writes the file at once: for a worker thread, or for a file the person waits for.
 *
 * Returns: whether it was written
 */
gboolean
cvn_chart_export (const CvnChart      *chart,
                  const CvnChartStyle *style,
                  CvnPictureFormat     format,
                  int                  width,
                  int                  height,
                  const char          *path,
                  GError             **error)
{
  g_autoptr (GByteArray) picture = g_byte_array_new ();
  g_autoptr (GError) failure = NULL;
  cairo_status_t status;

  g_return_val_if_fail (chart != NULL && style != NULL && path != NULL, FALSE);
  g_return_val_if_fail (width > 0 && height > 0, FALSE);

  status = format == CVN_PICTURE_PNG ? make_png (chart, style, width, height, picture) : make_svg (chart, style, width, height, picture);
  if (status != CAIRO_STATUS_SUCCESS)
    return fail (path, cairo_status_to_string (status), error);
  return g_file_set_contents (path, (const char *) picture->data, picture->len, &failure) || fail (path, failure->message, error);
}
