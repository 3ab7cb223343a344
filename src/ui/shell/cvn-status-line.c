/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-status-line"

#include "cvn-status-line.h"

#include "cvn-centre-access.h"
#include "cvn-sharing.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

struct _CvnStatusLine
{
  AdwBin      parent_instance;
  CvnCentre  *centre;
  CvnSharing *sharing;
  GtkButton  *shared;
  GtkLabel   *file;
  GtkLabel   *state;
};

G_DEFINE_FINAL_TYPE (CvnStatusLine, cvn_status_line, ADW_TYPE_BIN)

static const char *
find_state (gboolean reader,
            gboolean looking,
            gboolean read_only,
            gboolean taken,
            gboolean busy)
{
  if (reader)
    return _("Read-only: you read along");
  if (looking)
    return _("Read-only: the board’s view");
  if (read_only)
    return taken ? _("Read-only: open in another window") : _("Read-only: this file cannot be written to");
  if (busy)
    return _("Saving…");
  return _("All changes saved");
}

static void
update (CvnStatusLine *self)
{
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  gboolean         read_only;
  gboolean         busy;

  g_object_get (self->centre, "path", &path, "read-only", &read_only, "busy", &busy, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), path != NULL);
  if (path == NULL)
    return;
  name = g_filename_display_basename (path);
  gtk_label_set_label (self->file, name);
  cvn_tooltip_set (self->file, path);
  gtk_label_set_label (self->state, find_state (cvn_centre_is_reader (self->centre), cvn_centre_is_looking (self->centre), read_only, cvn_centre_is_taken (self->centre), busy));
}

static void
update_shared (CvnStatusLine *self)
{
  const char *line = cvn_sharing_get_line (self->sharing);

  gtk_widget_set_visible (GTK_WIDGET (self->shared), line != NULL);
  if (line != NULL)
    gtk_button_set_label (self->shared, line);
}

static void
cvn_status_line_dispose (GObject *object)
{
  CvnStatusLine *self = CVN_STATUS_LINE (object);

  g_clear_object (&self->sharing);
  g_clear_object (&self->centre);
  gtk_widget_dispose_template (GTK_WIDGET (self), CVN_TYPE_STATUS_LINE);
  G_OBJECT_CLASS (cvn_status_line_parent_class)->dispose (object);
}

static void
cvn_status_line_class_init (CvnStatusLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_status_line_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/convenant/Convenant/ui/shell/cvn-status-line.ui");
  gtk_widget_class_bind_template_child (widget_class, CvnStatusLine, file);
  gtk_widget_class_bind_template_child (widget_class, CvnStatusLine, state);
  gtk_widget_class_bind_template_child (widget_class, CvnStatusLine, shared);
}

static void
cvn_status_line_init (CvnStatusLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** cvn_status_line_set_centre: says how @centre is doing from now on; called once. */
void
cvn_status_line_set_centre (CvnStatusLine *self,
                            CvnCentre     *centre)
{
  g_return_if_fail (self->centre == NULL);
  self->centre = g_object_ref (centre);
  self->sharing = cvn_sharing_new (centre);
  g_signal_connect_object (self->sharing, "changed", G_CALLBACK (update_shared), self, G_CONNECT_SWAPPED);
  update_shared (self);
  g_signal_connect_object (centre, "notify::path", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::read-only", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::busy", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
