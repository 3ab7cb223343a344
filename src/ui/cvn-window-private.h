/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-shell.h"
#include "cvn-sidebar.h"
#include "cvn-status-line.h"
#include "cvn-text.h"
#include "cvn-window.h"
#include "cvn-year-switch.h"

G_BEGIN_DECLS

struct _CvnWindow
{
  AdwApplicationWindow parent_instance;

  CvnCentre *centre;
  GSettings *settings;
  CvnPage   *page; /* on the screen; owned by the stack; NULL while none is */
  guint      changed_id;
  guint      focus_id;

  CvnShell        *shell;
  CvnSidebar      *sidebar;
  CvnText         *centre_title;
  CvnText         *page_title;
  GtkWidget       *back;
  GtkWidget       *undo;
  GtkWidget       *redo;
  GtkMenuButton   *search;
  GtkMenuButton   *menu;
  CvnYearSwitch   *year_switch;
  AdwToastOverlay *toasts;
  AdwToast        *toast; /* weak: the last one */
  GtkStack        *pages;
  CvnStatusLine   *status;
  GtkWidget       *reader;
};

/* cvn-window-actions.c */
void cvn_window_add_actions (CvnWindow *self);
void cvn_window_update_actions (CvnWindow *self);

/* cvn-window-pages.c */
void cvn_window_update_back (CvnWindow *self);
void cvn_window_show_child (CvnWindow *self, GtkWidget *child);
void cvn_window_drop_undo_toast (CvnWindow *self);

G_END_DECLS
