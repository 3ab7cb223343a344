/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-operation.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the tabs of the budget have in common. */
GtkWidget  *cvn_budget_scrolled_new (GtkWidget **content);
GtkWidget  *cvn_budget_section_new (GtkWidget *content, const char *title, GtkWidget *button);
GtkWidget  *cvn_budget_text_new (const char *text, const char *css_class);
char       *cvn_budget_money (gint64 cents);
char       *cvn_budget_signed_money (gint64 cents);
const char *cvn_budget_label (CvnTable *table, guint row);
gboolean    cvn_budget_parse (const char *text, gint64 *cents, GError **error);

/* Does it as one step; what went wrong is said at the bottom of the window, and @done when it went well, unless it is NULL. Takes @operation. */
void cvn_budget_run (GtkWidget *from, CvnCentre *centre, CvnOperation *operation, const char *done);
void cvn_budget_apply (GtkWidget *from, CvnCentre *centre, CvnChangeSet *changes, const char *done);

/* Figures beside names. */
GtkWidget *cvn_budget_grid_new (GtkWidget **names, GtkWidget **grid);
void       cvn_budget_grid_clear (GtkWidget *grid);
void       cvn_budget_grid_text (GtkWidget *grid, const char *text, int column, int row, const char *css_class);
void       cvn_budget_grid_money (GtkWidget *grid, gint64 cents, int column, int row, const char *css_class);

/* An amount that answers why: a click shows the rule and the rows behind it. */
GtkWidget *cvn_budget_cell_new (CvnCentre *centre, gint64 cents, const char *figure, const char *part, const char *name);
GtkWidget *cvn_budget_year_cell_new (CvnCentre *centre, int year, gint64 cents, const char *figure, const char *part, const char *name);
char      *cvn_budget_list_parts (CvnTable *table, const char *sort, gint64 year);

G_END_DECLS
