/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The only file that knows which widgets the versions of GTK and libadwaita have for the common dialogs. */

typedef enum {
  CVN_FILES_CENTRE, /* *.convenant */
  CVN_FILES_CSV,    /* *.csv */
  CVN_FILES_ANY,    /* without a filter: the name tells */
  CVN_FILES_FOLDER,
} CvnFiles;

void   cvn_dialogs_open_async (GtkWindow *parent, const char *title, CvnFiles files, GAsyncReadyCallback callback, gpointer user_data);
void   cvn_dialogs_save_async (GtkWindow *parent, const char *title, CvnFiles files, const char *name, GAsyncReadyCallback callback, gpointer user_data);
GFile *cvn_dialogs_file_finish (GAsyncResult *result, GError **error);

void     cvn_dialogs_ask_async (GtkWindow *parent, const char *heading, const char *body, const char *accept, gboolean destructive, GAsyncReadyCallback callback, gpointer user_data);
gboolean cvn_dialogs_ask_finish (GAsyncResult *result);
void     cvn_dialogs_tell (GtkWindow *parent, const char *heading, const char *body);

void cvn_dialogs_show_about (GtkWindow *parent, const char *version);

G_END_DECLS
