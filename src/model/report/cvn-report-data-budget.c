/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-data-budget"

#include "cvn-report-data-private.h"

#include "cvn-csv-cell.h"
#include "cvn-csv-dialect.h"
#include "cvn-money.h"
#include "cvn-report-words.h"

/* The amounts of a line, by their columns in the figure, with their headings. */
static const struct
{
  const char *column;
  const char *en;
  const char *nl;
} amounts[] = {
  { "adopted", "Adopted", "Vastgesteld" },
  { "budget", "Budget", "Begroting" },
  { "actual", "Actual", "Realisatie" },
  { "committed", "Committed", "Toegezegd" },
  { "forecast", "Forecast", "Prognose" },
  { "weighted", "Weighted", "Gewogen" },
};

static void
append_cell (GString             *csv,
             const char          *text,
             gboolean             is_first,
             const CvnCsvDialect *dialect)
{
  if (!is_first)
    g_string_append_c (csv, dialect->delimiter);
  cvn_csv_cell_append (csv, text, dialect->delimiter);
}

static void
append_text (GString             *csv,
             const char          *text,
             const CvnCsvDialect *dialect)
{
  g_autofree char *cell = cvn_csv_cell_format_text (text != NULL ? text : "");

  append_cell (csv, cell, FALSE, dialect);
}

static void
append_heads (GString             *csv,
              gboolean             nl,
              const CvnCsvDialect *dialect)
{
  append_cell (csv, nl ? "Jaar" : "Year", TRUE, dialect);
  append_cell (csv, nl ? "Regel" : "Line", FALSE, dialect);
  append_cell (csv, nl ? "Soort" : "Kind", FALSE, dialect);
  append_cell (csv, nl ? "Omschrijving" : "Description", FALSE, dialect);
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    append_cell (csv, nl ? amounts[i].nl : amounts[i].en, FALSE, dialect);
  g_string_append (csv, dialect->crlf ? "\r\n" : "\n");
}

static void
append_line (GString             *csv,
             int                  year,
             CvnTable            *lines,
             guint                row,
             CvnLanguage          language,
             const CvnCsvDialect *dialect)
{
  g_autofree char *year_text = g_strdup_printf ("%d", year);
  g_autofree char *kind = cvn_report_choice ("budget_line", "kind", cvn_table_get_text (lines, row, "sort"), language);

  append_cell (csv, year_text, TRUE, dialect);
  append_text (csv, cvn_table_get_text (lines, row, "line"), dialect);
  append_cell (csv, kind, FALSE, dialect);
  append_text (csv, cvn_table_get_text (lines, row, language == CVN_LANGUAGE_EN ? "label_en" : "label"), dialect);
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autofree char *amount = cvn_money_format_plain (cvn_table_get_integer (lines, row, amounts[i].column), language == CVN_LANGUAGE_NL ? ',' : '.');

      append_cell (csv, amount, FALSE, dialect);
    }
  g_string_append (csv, dialect->crlf ? "\r\n" : "\n");
}

/** cvn_report_data_dup_budget_csv: (transfer full): the lines of the budget for a spreadsheet. */
char *
cvn_report_data_dup_budget_csv (const CvnReportData *self)
{
  const CvnCsvDialect *dialect = cvn_csv_dialect_get_standard (self->language);
  GString             *csv = g_string_new (dialect->bom ? "\xef\xbb\xbf" : NULL);

  append_heads (csv, self->language == CVN_LANGUAGE_NL, dialect);
  for (guint row = 0; row < cvn_table_get_n_rows (self->figures->budget_lines); row++)
    append_line (csv, self->figures->year, self->figures->budget_lines, row, self->language, dialect);
  return g_string_free (csv, FALSE);
}
