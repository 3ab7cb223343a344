/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-chart-export.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     cvn_chart_picture_copy (GtkWidget *widget, CvnChart *chart);
void     cvn_chart_picture_save_async (GtkWidget *widget, CvnChart *chart, CvnPictureFormat format, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cvn_chart_picture_save_finish (GAsyncResult *result, char **name, GError **error);
void     cvn_chart_picture_write_async (GtkWidget *widget, CvnChart *chart, CvnPictureFormat format, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
