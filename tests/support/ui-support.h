/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef gboolean (*CvnUiCondition) (gpointer data);

void cvn_ui_init (int *argc, char ***argv);

gboolean cvn_ui_wait (CvnUiCondition condition, gpointer data, guint timeout_ms);
void     cvn_ui_drain (void);
void     cvn_ui_settle (GtkWidget *widget);

GtkWidget *cvn_ui_find_id (GtkWidget *root, const char *buildable_id);
GtkWidget *cvn_ui_find_text (GtkWidget *root, GType type, const char *text);
guint      cvn_ui_count (GtkWidget *root, GType type);

void cvn_ui_click (GtkWidget *widget);
void cvn_ui_drag (GtkWidget *from, GtkWidget *to);
void cvn_ui_type (const char *text);
void cvn_ui_key (const char *name);

gboolean cvn_ui_screenshot (GtkWidget *widget, const char *path);

/* Waits up to five seconds for the condition, and fails the test when it does not come true. */
#define cvn_ui_assert_eventually(condition, data)                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (!cvn_ui_wait ((condition), (data), 5000))                                                  \
      g_assertion_message (G_LOG_DOMAIN, __FILE__, __LINE__, G_STRFUNC, "timed out: " #condition); \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
