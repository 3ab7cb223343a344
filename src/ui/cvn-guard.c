/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-guard"

#include "cvn-guard.h"

/* Who only looks finds nothing that answers with a refusal: what changes something is not there, or cannot be pressed. */

typedef struct
{
  GtkWidget         *widget; /* the closure goes with it */
  const char *const *actions;
} Guard;

static void
update (CvnCentre   *centre,
        const Guard *guard)
{
  for (guint i = 0; guard->actions[i] != NULL; i++)
    gtk_widget_action_set_enabled (guard->widget, guard->actions[i], !cvn_centre_is_read_only (centre));
}

static void
read_only_cb (CvnCentre  *centre,
              GParamSpec *pspec,
              gpointer    guard)
{
  update (centre, guard);
}

static void
free_guard (gpointer  data,
            GClosure *closure)
{
  g_free (data);
}

/**
 * cvn_guard_actions:
 * @widget: whose class has the actions
 * @actions: (array zero-terminated=1): static: the names of those that change something
 *
 * Keeps @actions enabled as long as @centre can be changed, and only then. Not for actions that are enabled by something
 * else as well.
 */
void
cvn_guard_actions (GtkWidget         *widget,
                   CvnCentre         *centre,
                   const char *const *actions)
{
  Guard    *guard = g_new (Guard, 1);
  GClosure *closure = g_cclosure_new (G_CALLBACK (read_only_cb), guard, free_guard);

  *guard = (Guard){ .widget = widget, .actions = actions };
  g_object_watch_closure (G_OBJECT (widget), closure);
  g_signal_connect_closure (centre, "notify::read-only", closure, FALSE);
  update (centre, guard);
}

/** cvn_guard_widget: keeps @property of @widget, "visible" or "sensitive", true as long as @centre can be changed, and only then. */
void
cvn_guard_widget (GtkWidget  *widget,
                  CvnCentre  *centre,
                  const char *property)
{
  g_object_bind_property (centre, "read-only", widget, property, G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}
