/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-looks"

#include "cvn-looks.h"

#include "cvn-style.h"

#define FOLDER "/org/convenant/Convenant/"

static GtkCssProvider *
add_sheet (GdkDisplay *display,
           const char *path)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  /* Above the other sheets, of which one is loaded later. */
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  return provider;
}

/* The sheet for high contrast is only read when somebody needs it. */
static void
contrast_changed_cb (AdwStyleManager *manager,
                     GParamSpec      *pspec,
                     gpointer         data)
{
  static GtkCssProvider *high_contrast;
  GdkDisplay            *display = adw_style_manager_get_display (manager);

  if (adw_style_manager_get_high_contrast (manager) == (high_contrast != NULL))
    return;
  if (high_contrast == NULL)
    {
      high_contrast = add_sheet (display, FOLDER "style-hc.css");
      return;
    }
  gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (high_contrast));
  g_clear_object (&high_contrast);
}

/**
 * cvn_looks_begin:
 *
 * Readies GTK without its style sheet: libadwaita has its own, and GTK's would be read, a fifth of the start, only to be
 * dropped a moment later. There is no other way to say so before the settings are there than by this variable, which is
 * gone again when libadwaita looks at it. A person's own value is respected. Called once, before there are threads.
 */
void
cvn_looks_begin (void)
{
  gboolean chosen = g_getenv ("GTK_THEME") != NULL;

  if (!chosen)
    g_setenv ("GTK_THEME", "Adwaita-empty", TRUE);
  gtk_init ();
  gtk_settings_get_default ();
  if (!chosen)
    g_unsetenv ("GTK_THEME");
}

/**
 * cvn_looks_load:
 *
 * Readies libadwaita, and loads the program's style sheets. AdwApplication would load them too for a
 * resource-base-path, but with it GtkApplication adds a folder of icons when a thread has already begun to read the icon
 * theme: it would be read once more, a tenth of the start. libadwaita adds its folder, which has our icons too, before that
 * thread has woken up. Called once, after cvn_looks_begin() and before the application's own startup, which finds
 * everything done.
 */
void
cvn_looks_load (void)
{
  AdwStyleManager *manager;

  adw_init ();
  manager = adw_style_manager_get_default ();
  cvn_style_load_first ();
  g_signal_connect (manager, "notify::high-contrast", G_CALLBACK (contrast_changed_cb), NULL);
  contrast_changed_cb (manager, NULL, NULL);
}
