/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-event-sheet.h"
#include "cvn-operation.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a view does with a refusal: the message, and the field that it is about or NULL. */
typedef void (*CvnEventRefused) (GtkWidget *view, const char *message, const char *field);

/* What a view does when something new is there: its id. */
typedef void (*CvnEventMade) (GtkWidget *view, const char *id);

void       cvn_event_run_for (GtkWidget *view, CvnCentre *centre, const char *subject, CvnOperation *operation, const char *done, CvnEventRefused refused);
void       cvn_event_make (GtkWidget *view, CvnCentre *centre, const char *subject, CvnOperation *operation, const char *done, CvnEventRefused refused, CvnEventMade made);
void       cvn_event_run (GtkWidget *view, CvnEventSheet *sheet, CvnOperation *operation, const char *done, CvnEventRefused refused);
GtkWidget *cvn_event_section_new (const char *title, GtkWidget **list, GtkWidget **detail);
GtkWidget *cvn_event_page_new (GtkWidget *content);
GtkWidget *cvn_event_button_new (const char *icon, const char *name);
void       cvn_event_tick_by_space (GtkWidget *list);
void       cvn_event_clear_list (GtkWidget *list);
void       cvn_event_add_nothing (GtkWidget *list, const char *text);
char      *cvn_event_dup_day (const char *iso);
char      *cvn_event_dup_euro (gint64 cents);
void       cvn_event_follow (GtkWidget *part, CvnEventSheet *sheet, GCallback changed);
gboolean   cvn_event_is_read_only (CvnEventSheet *sheet);
GtkWidget *cvn_event_kind_button_new (const char *title, CvnEventSheet *sheet, const char *kind);

G_END_DECLS
