/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Words and cells for previews: what is added, changed, kept and removed; and for tables of figures. */
const char *cvn_change_words_get (const char *change);
char       *cvn_change_words_dup_summary (CvnTable *table);
GtkWidget  *cvn_change_words_new_cell (const char *change);

const char *cvn_table_words_get_label (CvnTable *table, guint row);
char       *cvn_table_words_dup_day (CvnTable *table, guint row, const char *column);
char       *cvn_table_words_dup_money (CvnTable *table, guint row, const char *column);
gboolean    cvn_table_words_has (CvnTable *table, guint row, const char *column);

G_END_DECLS
