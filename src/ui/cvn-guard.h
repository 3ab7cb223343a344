/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void cvn_guard_actions (GtkWidget *widget, CvnCentre *centre, const char *const *actions);
void cvn_guard_widget (GtkWidget *widget, CvnCentre *centre, const char *property);

G_END_DECLS
