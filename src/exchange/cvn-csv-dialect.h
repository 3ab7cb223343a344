/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-csv-encoding.h"
#include "cvn-language.h"

G_BEGIN_DECLS

/* How one CSV file is written. */
typedef struct
{
  char           delimiter; /* ; , or TAB */
  CvnLanguage    language;  /* of decimals, dates and words: comma decimals are Dutch */
  CvnCsvEncoding encoding;
  gboolean       crlf;           /* lines end as on Windows; only for writing */
  gboolean       bom;            /* begins with a byte order mark */
  gboolean       separator_line; /* begins with a line "sep=;", as some spreadsheets want */
} CvnCsvDialect;

const CvnCsvDialect *cvn_csv_dialect_get_standard (CvnLanguage language);

gboolean cvn_csv_dialect_sniff (const char *sample, gsize length, CvnCsvDialect *dialect, GError **error);

G_END_DECLS
