/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-drag"

#include "cvn-drag.h"

#include "cvn-window.h"

/** cvn_drag_offer: (transfer full) (nullable): @text to be dragged from @from; NULL where nothing can be changed, so that no drag begins. */
GdkContentProvider *
cvn_drag_offer (GtkWidget  *from,
                const char *text)
{
  GtkRoot *root = gtk_widget_get_root (from);

  if (CVN_IS_WINDOW (root) && cvn_centre_is_read_only (cvn_window_get_centre (CVN_WINDOW (root))))
    return NULL;
  return gdk_content_provider_new_typed (G_TYPE_STRING, text);
}
