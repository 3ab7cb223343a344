/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-preferences"

#include "cvn-preferences.h"

struct _CvnPreferences
{
  AdwPreferencesWindow parent_instance;
  GSettings           *settings;
  AdwComboRow         *style;
  AdwComboRow         *role;
  AdwComboRow         *language;
  GtkWidget           *sharing;
  GtkWidget           *backups;
  AdwActionRow        *folder;
};

G_DEFINE_FINAL_TYPE (CvnPreferences, cvn_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the rows. */
static const char *const styles[] = { "system", "light", "dark", NULL };
static const char *const roles[] = { "manager", "staff", "board", NULL };
static const char *const languages[] = { "auto", "en", "nl", NULL };

static gboolean
code_to_row (GValue   *value,
             GVariant *variant,
             gpointer  data)
{
  const char *const *codes = data;

  for (guint i = 0; codes[i] != NULL; i++)
    if (g_str_equal (codes[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
row_to_code (const GValue       *value,
             const GVariantType *type,
             gpointer            data)
{
  const char *const *codes = data;

  return g_variant_new_string (codes[g_value_get_uint (value)]);
}

static void
bind (CvnPreferences    *self,
      AdwComboRow       *row,
      const char        *key,
      const char *const *codes)
{
  g_settings_bind_with_mapping (self->settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT, code_to_row, row_to_code,
                                (gpointer) codes, NULL);
}

/* In a window of its own, which says how it goes as well. */
static void
sharing_cb (CvnPreferences *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action (parent, "win.sharing", NULL);
}

static void
cvn_preferences_dispose (GObject *object)
{
  g_clear_object (&CVN_PREFERENCES (object)->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), CVN_TYPE_PREFERENCES);
  G_OBJECT_CLASS (cvn_preferences_parent_class)->dispose (object);
}

static void
cvn_preferences_class_init (CvnPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/convenant/Convenant/ui/shell/cvn-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, CvnPreferences, style);
  gtk_widget_class_bind_template_child (widget_class, CvnPreferences, role);
  gtk_widget_class_bind_template_child (widget_class, CvnPreferences, language);
  gtk_widget_class_bind_template_child (widget_class, CvnPreferences, sharing);
  gtk_widget_class_bind_template_child (widget_class, CvnPreferences, backups);
  gtk_widget_class_bind_template_callback (widget_class, sharing_cb);
  gtk_widget_class_bind_template_child (widget_class, CvnPreferences, folder);
}

static void
cvn_preferences_init (CvnPreferences *self)
{
  self->settings = g_settings_new ("org.convenant.Convenant");
  gtk_widget_init_template (GTK_WIDGET (self));
  bind (self, self->style, "style", styles);
  bind (self, self->role, "role", roles);
  bind (self, self->language, "language-for-output", languages);
}

/**
 * cvn_preferences_new:
 * @backups: (nullable): the folder of the backups; NULL when no centre is open
 *
 * Returns: the window, to be presented; it belongs to GTK
 */
GtkWidget *
cvn_preferences_new (GtkWindow  *parent,
                     const char *backups)
{
  CvnPreferences *self = g_object_new (CVN_TYPE_PREFERENCES, "transient-for", parent, NULL);

  gtk_widget_set_visible (self->backups, backups != NULL);
  gtk_widget_set_visible (self->sharing, backups != NULL);
  if (backups != NULL)
    {
      g_autofree char *markup = g_markup_escape_text (backups, -1);

      adw_action_row_set_subtitle (self->folder, markup);
    }
  return GTK_WIDGET (self);
}

static void
style_changed_cb (GSettings  *settings,
                  const char *key,
                  gpointer    data)
{
  g_autofree char *style = g_settings_get_string (settings, "style");
  AdwColorScheme   scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (style, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (style, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

/** cvn_preferences_follow_style: makes the program light or dark as @settings say, as long as they live. */
void
cvn_preferences_follow_style (GSettings *settings)
{
  g_signal_connect (settings, "changed::style", G_CALLBACK (style_changed_cb), NULL);
  style_changed_cb (settings, "style", NULL);
}
