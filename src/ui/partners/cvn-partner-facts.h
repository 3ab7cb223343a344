/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void cvn_partner_facts_fill (GtkGrid *grid, CvnRecord *organisation);

G_END_DECLS
