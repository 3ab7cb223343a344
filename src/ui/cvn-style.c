/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-style"

#include "cvn-style.h"

#define FOLDER "/org/convenant/Convenant/"

/* Which part is there: style.css is cut in two when the program is built. */
static gboolean has_first;
static gboolean has_rest;

static void
add_sheet (const char *path)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/** cvn_style_load_first: loads the style of the frame of the window and of the first page; main thread, once. */
void
cvn_style_load_first (void)
{
  has_first = TRUE;
  add_sheet (FOLDER "style-first.css");
}

/**
 * cvn_style_load_rest:
 *
 * Loads the style of all other pages and windows, which a start must not pay for. Called when the first frame is on the
 * screen, or before what else is to be in it; nothing happens the second time, nor where the whole sheet is there. Main thread.
 */
void
cvn_style_load_rest (void)
{
  if (!has_first || has_rest)
    return;
  has_rest = TRUE;
  add_sheet (FOLDER "style-rest.css");
}
