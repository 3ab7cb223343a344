/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-grid-list.h"
#include "cvn-table.h"

G_BEGIN_DECLS

/* The ledger of what partners were promised: rows of the figure benefit-ledger. */
GtkWidget *cvn_benefit_rows_new_list (void);
void       cvn_benefit_rows_fill (CvnGridList *list, CvnTable *table, const char *package);
void       cvn_benefit_rows_open (GtkWidget *from, CvnCentre *centre, CvnTable *table, const char *id);
int        cvn_benefit_rows_find (CvnTable *table, const char *id);

G_END_DECLS
