/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-grid-list.h"
#include "cvn-table.h"

G_BEGIN_DECLS

/* The contribution rules of a year as rows: the figure year-rules. */
GtkWidget *cvn_rules_section_new_list (void);
void       cvn_rules_section_fill (CvnGridList *list, CvnTable *rules);
char      *cvn_rules_section_dup_title (CvnTable *rules, guint row);

G_END_DECLS
