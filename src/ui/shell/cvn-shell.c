/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-shell"

#include "cvn-shell.h"

/* libadwaita 1.4 has AdwOverlaySplitView; before it there is AdwLeaflet. */
#define HAVE_SPLIT_VIEW ADW_CHECK_VERSION (1, 4, 0)

struct _CvnShell
{
  AdwBin     parent_instance;
  GtkWidget *sidebar;
  GtkWidget *content;
#if HAVE_SPLIT_VIEW
  AdwOverlaySplitView *split;
#else
  AdwLeaflet *leaflet;
  GtkWidget  *separator;
#endif
};

G_DEFINE_FINAL_TYPE (CvnShell, cvn_shell, ADW_TYPE_BIN)

typedef enum {
  PROP_SIDEBAR = 1,
  PROP_CONTENT,
  PROP_FOLDED,
  PROP_SIDEBAR_SHOWN,
} CvnShellProperty;

static GParamSpec *properties[PROP_SIDEBAR_SHOWN + 1];

static void
notify_shown (CvnShell *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_SHOWN]);
}

#if HAVE_SPLIT_VIEW

static void
notify_folded (CvnShell *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
build (CvnShell *self)
{
  AdwBreakpointBin *bin = ADW_BREAKPOINT_BIN (adw_breakpoint_bin_new ());
  AdwBreakpoint    *narrow = adw_breakpoint_new (adw_breakpoint_condition_parse ("max-width: 699px"));
  g_auto (GValue) yes = G_VALUE_INIT;

  self->split = ADW_OVERLAY_SPLIT_VIEW (adw_overlay_split_view_new ());
  adw_overlay_split_view_set_min_sidebar_width (self->split, 230);
  adw_overlay_split_view_set_max_sidebar_width (self->split, 260);
  g_value_init (&yes, G_TYPE_BOOLEAN);
  g_value_set_boolean (&yes, TRUE);
  adw_breakpoint_add_setter (narrow, G_OBJECT (self->split), "collapsed", &yes);
  adw_breakpoint_bin_add_breakpoint (bin, narrow);
  gtk_widget_set_size_request (GTK_WIDGET (bin), 340, 200);
  adw_breakpoint_bin_set_child (bin, GTK_WIDGET (self->split));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (bin));
  g_signal_connect_object (self->split, "notify::collapsed", G_CALLBACK (notify_folded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split, "notify::show-sidebar", G_CALLBACK (notify_shown), self, G_CONNECT_SWAPPED);
}

static void
add_sidebar (CvnShell *self)
{
  adw_overlay_split_view_set_sidebar (self->split, self->sidebar);
}

static void
add_content (CvnShell *self)
{
  adw_overlay_split_view_set_content (self->split, self->content);
}

#else

static void
fold_changed_cb (CvnShell *self)
{
  /* Going from wide to narrow a person goes on with what the page shows. */
  if (adw_leaflet_get_folded (self->leaflet) && self->content != NULL)
    adw_leaflet_set_visible_child (self->leaflet, self->content);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
  notify_shown (self);
}

static void
build (CvnShell *self)
{
  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  adw_leaflet_set_can_navigate_back (self->leaflet, TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->leaflet));
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (fold_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->leaflet, "notify::visible-child", G_CALLBACK (notify_shown), self, G_CONNECT_SWAPPED);
}

static void
add_sidebar (CvnShell *self)
{
  AdwLeafletPage *page;

  self->separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (self->separator, "sidebar");
  adw_leaflet_prepend (self->leaflet, self->sidebar);
  page = adw_leaflet_insert_child_after (self->leaflet, self->separator, self->sidebar);
  adw_leaflet_page_set_navigatable (page, FALSE);
}

static void
add_content (CvnShell *self)
{
  /* The leaflet folds when both do not fit any more: 460 beside a sidebar of 230 and some. */
  gtk_widget_set_hexpand (self->content, TRUE);
  adw_leaflet_append (self->leaflet, self->content);
  adw_leaflet_set_visible_child (self->leaflet, self->content);
}

#endif

static void
cvn_shell_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  CvnShell *self = CVN_SHELL (object);

  switch ((CvnShellProperty) id)
    {
    case PROP_SIDEBAR:
      g_value_set_object (value, self->sidebar);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, cvn_shell_is_folded (self));
      break;
    case PROP_SIDEBAR_SHOWN:
      g_value_set_boolean (value, cvn_shell_is_sidebar_shown (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cvn_shell_set_property (GObject      *object,
                        guint         id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  CvnShell *self = CVN_SHELL (object);

  switch ((CvnShellProperty) id)
    {
    case PROP_SIDEBAR:
      self->sidebar = g_value_get_object (value);
      add_sidebar (self);
      break;
    case PROP_CONTENT:
      self->content = g_value_get_object (value);
      add_content (self);
      break;
    case PROP_SIDEBAR_SHOWN:
      cvn_shell_show_sidebar (self, g_value_get_boolean (value));
      break;
    case PROP_FOLDED:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cvn_shell_class_init (CvnShellClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cvn_shell_get_property;
  object_class->set_property = cvn_shell_set_property;
  properties[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIDEBAR_SHOWN] = g_param_spec_boolean ("sidebar-shown", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cvn_shell_init (CvnShell *self)
{
  build (self);
}

/** cvn_shell_is_folded: whether the window is too narrow for sidebar and content side by side. */
gboolean
cvn_shell_is_folded (CvnShell *self)
{
#if HAVE_SPLIT_VIEW
  return adw_overlay_split_view_get_collapsed (self->split);
#else
  return adw_leaflet_get_folded (self->leaflet);
#endif
}

/** cvn_shell_is_sidebar_shown: whether the sidebar is on the screen. */
gboolean
cvn_shell_is_sidebar_shown (CvnShell *self)
{
#if HAVE_SPLIT_VIEW
  return adw_overlay_split_view_get_show_sidebar (self->split);
#else
  if (adw_leaflet_get_folded (self->leaflet))
    return adw_leaflet_get_visible_child (self->leaflet) == self->sidebar;
  return self->sidebar != NULL && gtk_widget_get_visible (self->sidebar);
#endif
}

/** cvn_shell_show_sidebar: shows or hides the sidebar; in a narrow window it takes the place of the content. */
void
cvn_shell_show_sidebar (CvnShell *self,
                        gboolean  shown)
{
  g_return_if_fail (self->sidebar != NULL && self->content != NULL);
#if HAVE_SPLIT_VIEW
  adw_overlay_split_view_set_show_sidebar (self->split, shown);
#else
  if (adw_leaflet_get_folded (self->leaflet))
    {
      if (shown)
        gtk_widget_set_visible (self->sidebar, TRUE);
      adw_leaflet_set_visible_child (self->leaflet, shown ? self->sidebar : self->content);
      return;
    }
  gtk_widget_set_visible (self->sidebar, shown);
  gtk_widget_set_visible (self->separator, shown);
  notify_shown (self);
#endif
}
