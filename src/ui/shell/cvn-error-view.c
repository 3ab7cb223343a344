/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-error-view"

#include "cvn-error-view.h"

#include <glib/gi18n-lib.h>

struct _CvnErrorView
{
  AdwBin         parent_instance;
  AdwStatusPage *page;
};

/* The one child of the template is AdwBin's own, which disposes of it. */
G_DEFINE_FINAL_TYPE (CvnErrorView, cvn_error_view, ADW_TYPE_BIN)

static void
cvn_error_view_class_init (CvnErrorViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/convenant/Convenant/ui/shell/cvn-error-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CvnErrorView, page);
}

static void
cvn_error_view_init (CvnErrorView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** cvn_error_view_new: a view that has no error yet. */
GtkWidget *
cvn_error_view_new (void)
{
  return g_object_new (CVN_TYPE_ERROR_VIEW, NULL);
}

/** cvn_error_view_set_error: says why @path could not be opened, and that it was left as it is. */
void
cvn_error_view_set_error (CvnErrorView *self,
                          const char   *path,
                          const GError *error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *title = g_strdup_printf (_("“%s” Cannot Be Opened"), name);
  g_autofree char *text = g_strdup_printf ("%s\n\n%s", error->message, _("The file was left as it is."));
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *text_markup = g_markup_escape_text (text, -1);

  adw_status_page_set_title (self->page, title_markup);
  adw_status_page_set_description (self->page, text_markup);
}
