/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-cockpit.h"
#include "cvn-grid-list.h"

G_BEGIN_DECLS

GtkWidget *cvn_party_cells_new_list (void);
void       cvn_party_cells_fill (CvnGridList *list, CvnCockpit *cockpit);

G_END_DECLS
