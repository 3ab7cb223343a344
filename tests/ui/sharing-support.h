/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "peer-support.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void cvn_sharing_test_keep_pictures (GtkWidget *window, const char *name);
void cvn_sharing_test_go_to (GtkWidget *window, GtkWidget *target);
void cvn_sharing_test_press (GtkWidget *window, const char *label, const char *key);
void cvn_sharing_test_answer (const char *heading, const char *picture, const char *key);
void cvn_sharing_test_drop_rules (CvnPeer *peer);
void cvn_sharing_test_add_accounts (CvnPeer *peer);

G_END_DECLS
