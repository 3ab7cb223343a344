/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*CvnFirstFrameFunc) (GtkWidget *widget);

void cvn_first_frame_wait (GtkWidget *widget, CvnFirstFrameFunc func);

G_END_DECLS
