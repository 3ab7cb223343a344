/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-partner-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A line of the list of partners: a name, what it is, and in words where it stands; or a heading. */
#define CVN_TYPE_PARTNER_CELL (cvn_partner_cell_get_type ())
G_DECLARE_FINAL_TYPE (CvnPartnerCell, cvn_partner_cell, CVN, PARTNER_CELL, GtkBox)

GtkWidget *cvn_partner_cell_new (void);
void       cvn_partner_cell_set_item (CvnPartnerCell *self, CvnPartnerItem *item);

/* A small word on a ground of its own, for where a decision stands. */
GtkWidget *cvn_partner_chip_new (void);
void       cvn_partner_chip_set_status (GtkWidget *chip, const char *status);

G_END_DECLS
