/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-field.h"

G_BEGIN_DECLS

char *cvn_csv_cell_format (const CvnField *field, const CvnValue *value, CvnLanguage language);
char *cvn_csv_cell_format_text (const char *text);
void  cvn_csv_cell_append (GString *row, const char *text, char delimiter);

G_END_DECLS
