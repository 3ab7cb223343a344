/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-empty-view"

#include "cvn-empty-view.h"

struct _CvnEmptyView
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (CvnEmptyView, cvn_empty_view, ADW_TYPE_BIN)

static void
cvn_empty_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CVN_TYPE_EMPTY_VIEW);
  G_OBJECT_CLASS (cvn_empty_view_parent_class)->dispose (object);
}

static void
cvn_empty_view_class_init (CvnEmptyViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_empty_view_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/convenant/Convenant/ui/shell/cvn-empty-view.ui");
}

static void
cvn_empty_view_init (CvnEmptyView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** cvn_empty_view_new: the two ways to begin. */
GtkWidget *
cvn_empty_view_new (void)
{
  return g_object_new (CVN_TYPE_EMPTY_VIEW, NULL);
}
