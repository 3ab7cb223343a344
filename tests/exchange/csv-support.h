/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-csv-decoder.h"

/* What came of one file: records, and problems as texts; an error of the reader is the last problem. */
typedef struct
{
  GPtrArray *records;
  GPtrArray *problems;
  guint      n_rows;
} CsvContents;

const CvnKind *csv_find_kind (const char *file_name);
void           csv_read (const CvnKind *kind, const char *bytes, gsize length, CsvContents *contents);
void           csv_contents_clear (CsvContents *contents);
