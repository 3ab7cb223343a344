/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void cvn_sharing_test_keep_pictures (GtkWidget *window, const char *name);

G_END_DECLS
