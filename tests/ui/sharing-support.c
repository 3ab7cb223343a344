/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "sharing-support"

#include "sharing-support.h"

#include "ui-support.h"

typedef struct
{
  GtkWidget *window;
  int        width;
} Size;

static gboolean
is_small_enough (gpointer data)
{
  const Size *size = data;

  return ABS (gtk_widget_get_width (size->window) - size->width) <= 10;
}

static void
draw (GtkWidget  *window,
      const char *file)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  const int width = gdk_paintable_get_intrinsic_width (paintable);
  const int height = gdk_paintable_get_intrinsic_height (paintable);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_texture_save_to_png (texture, file);
}

/* Kept as build/out/sharing/NAME-LANGUAGE.png, wide and as on a telephone. */
void
cvn_sharing_test_keep_pictures (GtkWidget  *window,
                                const char *name)
{
  static const struct
  {
    const char *word;
    int         width;
    int         height;
  } sizes[] = { { "wide", 700, 720 }, { "narrow", 370, 650 } };
  g_autofree char *folder = g_build_filename (g_getenv ("CVN_BUILDDIR"), "out", "sharing", NULL);
  const char      *language = g_getenv ("LANGUAGE");

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *file = g_strdup_printf ("%s/%s-%s-%s.png", folder, name, sizes[i].word, language != NULL ? language : "en");

      /* A picture is for whoever wants to look: no window has to be ready for it. */
      gtk_window_set_default_size (GTK_WINDOW (window), sizes[i].width, sizes[i].height);
      cvn_ui_wait (is_small_enough, &(Size){ window, sizes[i].width }, 1000);
      cvn_ui_drain ();
      draw (window, file);
    }
}
