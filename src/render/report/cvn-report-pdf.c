/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-pdf"

#include "cvn-error.h"
#include "cvn-report-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (CvnReport       *self,
              cairo_surface_t *surface)
{
  g_autofree char *date = g_strdup_printf ("%sT00:00:00Z", self->date != NULL ? self->date : "2000-01-01");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  if (self->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Convenant");
  /* A day that the report says itself, never the clock: the same report gives the same bytes. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static cairo_status_t
paint_all (CvnReport       *self,
           cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);
  g_auto (CvnReportText) text = { NULL };
  CvnReportPainter painter = { cr, &text, TRUE };
  cairo_status_t   status;

  cvn_report_text_init (&text);
  cvn_report_text_keep (&text);
  cvn_report_lay_out_with (self, &text);
  for (guint page = 0; page < cvn_report_get_n_pages (self); page++)
    {
      g_autofree char *label = g_strdup_printf ("%u", page + 1);

      cairo_pdf_surface_set_page_label (surface, label);
      cvn_report_paint (self, page, &painter);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  return status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status (surface);
}

/**
 * cvn_report_to_pdf:
 * @self: the report
 * @size: (out): how many bytes it is
 * @error: CVN_ERROR_FAILED when there is no memory
 *
 * A tagged PDF with its title and language. The same report gives the same bytes.
 *
 * Returns: (transfer full): the file
 */
char *
cvn_report_to_pdf (CvnReport *self,
                   gsize     *size,
                   GError   **error)
{
  GByteArray      *pdf = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t   status;
  double           width;
  double           height;

  cvn_report_get_page_size (self, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (append_cb, pdf, width, height);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (self, surface);
  status = paint_all (self, surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_byte_array_unref (pdf);
      g_set_error (error, CVN_ERROR, CVN_ERROR_FAILED, _("The report could not be drawn: %s"), cairo_status_to_string (status));
      return NULL;
    }
  cvn_report_pdf_set_language (pdf, self->language == CVN_LANGUAGE_NL ? "nl-NL" : "en-GB");
  *size = pdf->len;
  return (char *) g_byte_array_free (pdf, FALSE);
}

/**
 * cvn_report_write_pdf:
 * @self: the report
 * @path: the file to write, in the file system's encoding; one that is there is replaced when the new one is complete
 * @error: what went wrong
 *
 * Returns: whether it was written
 */
gboolean
cvn_report_write_pdf (CvnReport  *self,
                      const char *path,
                      GError    **error)
{
  gsize            size = 0;
  g_autofree char *pdf = cvn_report_to_pdf (self, &size, error);

  return pdf != NULL && g_file_set_contents (path, pdf, (gssize) size, error);
}
