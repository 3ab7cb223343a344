/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-rows.h"
#include "cvn-writer.h"

G_BEGIN_DECLS

/* What the operations of the budget share. */
GPtrArray  *cvn_budget_rows_lines (CvnReader *reader, int year, GError **error);
CvnRecord  *cvn_budget_rows_find_line (CvnReader *reader, int year, const char *code, GError **error);
int         cvn_budget_rows_get_version (CvnReader *reader, int year, GPtrArray *lines, GError **error);
const char *cvn_budget_rows_get_field (CvnRecord *line, int version);
gint64      cvn_budget_rows_get_amount (CvnRecord *line);

G_END_DECLS
