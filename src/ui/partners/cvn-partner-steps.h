/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *cvn_partner_steps_new (CvnTable *decisions, const char *agreement);

G_END_DECLS
