/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A thin bar that is filled as far as a share goes. What it says is said in words beside it. */
#define CVN_TYPE_METER (cvn_meter_get_type ())
G_DECLARE_FINAL_TYPE (CvnMeter, cvn_meter, CVN, METER, GtkWidget)

GtkWidget *cvn_meter_new (void);
void       cvn_meter_set_share (CvnMeter *self, gint64 part, gint64 whole);

G_END_DECLS
