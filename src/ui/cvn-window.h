/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The window: sidebar, header bar, pages, status line. Property: "centre" (construct only). */
#define CVN_TYPE_WINDOW (cvn_window_get_type ())
G_DECLARE_FINAL_TYPE (CvnWindow, cvn_window, CVN, WINDOW, AdwApplicationWindow)

CvnWindow *cvn_window_new (GtkApplication *application, CvnCentre *centre);

CvnCentre  *cvn_window_get_centre (CvnWindow *self);
CvnPage    *cvn_window_get_page (CvnWindow *self);
const char *cvn_window_get_page_name (CvnWindow *self);
void        cvn_window_show_page (CvnWindow *self, const char *name);
void        cvn_window_show_start (CvnWindow *self);
void        cvn_window_show_error (CvnWindow *self, const char *path, const GError *error);

/* For pages and what is on them: @from is any widget in a window; outside of one these do nothing. */
void cvn_window_add_record (GtkWidget *from, CvnRecord *values, GHashTable *names);
void cvn_window_open_record (GtkWidget *from, const char *kind, const char *id);
void cvn_window_open_list (GtkWidget *from, const CvnQuery *query, const char *title);
void cvn_window_open_figure (GtkWidget *from, const char *name);
void cvn_window_show_toast (GtkWidget *from, const char *text, gboolean undo);
void cvn_window_show_offer (GtkWidget *from, const char *text, const char *button, const char *action, const char *target);

G_END_DECLS
