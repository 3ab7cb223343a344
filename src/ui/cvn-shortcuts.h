/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Keys and what they do: the accelerators and the window that lists them come from the same table. */
typedef struct
{
  const char *action; /* detailed; NULL when a widget handles the key itself */
  const char *keys;   /* divided by spaces */
  const char *title;  /* marked for translation */
} CvnShortcut;

void       cvn_shortcuts_add_to (GtkApplication *application);
GtkWidget *cvn_shortcuts_window_new (GtkWindow *parent);

G_END_DECLS
