/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-wide-row"

#include "cvn-wide-row.h"

#include <adwaita.h>

/* Narrower than this the words of a row are never shown. */
#define LEAST_CHARS 12

static void
prepare_labels (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && (gtk_widget_has_css_class (widget, "title") || gtk_widget_has_css_class (widget, "subtitle")))
    gtk_label_set_width_chars (GTK_LABEL (widget), LEAST_CHARS);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    prepare_labels (child);
}

/**
 * cvn_wide_row_prepare: keeps the words of @row, if it is an AdwActionRow, as wide as they will be at least.
 *
 * They wrap, and GTK asks how they would stand in the least width that they could do with. That is one letter on a line if
 * nobody says better, and to find it costs several times what the row needs to be drawn.
 */
void
cvn_wide_row_prepare (GtkWidget *row)
{
  if (ADW_IS_ACTION_ROW (row))
    prepare_labels (row);
}
