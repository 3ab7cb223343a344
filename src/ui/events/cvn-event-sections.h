/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-event-sheet.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Parts of the page of an event; each follows its sheet. */
GtkWidget *cvn_event_publications_new (CvnEventSheet *sheet);
GtkWidget *cvn_event_exposures_new (CvnEventSheet *sheet);
GtkWidget *cvn_event_tasks_new (CvnEventSheet *sheet);
GtkWidget *cvn_event_costs_new (CvnEventSheet *sheet);
GtkWidget *cvn_event_closing_new (CvnEventSheet *sheet);

G_END_DECLS
