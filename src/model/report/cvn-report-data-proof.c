/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-data-proof"

#include "cvn-csv-cell.h"
#include "cvn-error.h"
#include "cvn-money.h"
#include "cvn-report-data-private.h"
#include "cvn-report-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Ties are broken by the id of the organisation, and the sheet is in that order within its keys. */
static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  CvnRecord *x = *(CvnRecord *const *) a;
  CvnRecord *y = *(CvnRecord *const *) b;
  int        order = g_strcmp0 (cvn_record_get_text (x, "allocation_key"), cvn_record_get_text (y, "allocation_key"));

  return order != 0 ? order : g_strcmp0 (cvn_record_get_text (x, "organisation"), cvn_record_get_text (y, "organisation"));
}

/* The population figure that the weight is: a key keeps a copy of it, an imported one may have none. */
static gboolean
find_population (const CvnGathering *self,
                 CvnRecord          *row,
                 CvnProofLine       *line,
                 GError            **error)
{
  g_autofree char *day = g_strdup_printf ("%04d-01-01", (int) cvn_record_get_integer (row, "year"));
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("population"));
  g_autoptr (GPtrArray) figures = NULL;

  cvn_query_add_text (query, "municipality", CVN_MATCH_EQUAL, cvn_record_get_text (row, "organisation"));
  cvn_query_add_text (query, "date", CVN_MATCH_EQUAL, line->date != NULL ? line->date : day);
  figures = cvn_gathering_list (self, query, error);
  if (figures == NULL)
    return FALSE;
  for (guint i = 0; i < figures->len; i++)
    {
      CvnRecord *figure = g_ptr_array_index (figures, i);

      if (cvn_record_get_integer (figure, "inhabitants") != line->weight)
        continue;
      line->estimated = cvn_record_get_integer (figure, "estimated") != 0;
      if (line->date == NULL)
        line->date = g_strdup (cvn_record_get_text (figure, "date"));
      if (line->source == NULL)
        line->source = g_strdup (cvn_record_get_text (figure, "source"));
    }
  return TRUE;
}

static gboolean
add_row (const CvnGathering *self,
         CvnProofSheet      *sheet,
         CvnRecord          *row,
         GError            **error)
{
  const char      *name = cvn_record_get_text (row, "allocation_key");
  const char      *method = cvn_record_get_text (row, "method");
  CvnProofKey     *key = sheet->keys->len > 0 ? g_ptr_array_index (sheet->keys, sheet->keys->len - 1) : NULL;
  g_autofree char *party = cvn_reader_dup_title (self->reader, cvn_kind_find ("organisation"), cvn_record_get_text (row, "organisation"), self->language);
  CvnProofLine    *line;

  if (key == NULL || strcmp (key->key, name) != 0)
    key = cvn_proof_sheet_add_key (sheet, name, method, cvn_record_get_integer (row, "total"));
  line = cvn_proof_key_add_line (key, party, cvn_record_get_integer (row, "weight"), cvn_record_get_integer (row, "amount"));
  key->rate = cvn_record_get_integer (row, "rate");
  key->index = cvn_record_get_integer (row, "index_year");
  key->base_index = cvn_record_get_integer (row, "index_base");
  line->fixed = cvn_record_get_integer (row, "fixed");
  line->date = g_strdup (cvn_record_get_text (row, "population_date"));
  line->source = g_strdup (cvn_record_get_text (row, "population_source"));
  return (g_strcmp0 (method, "inhabitants") != 0 && key->rate == 0) || find_population (self, row, line, error);
}

/** cvn_gather_proof_sheet: (transfer full): all keys of the year that the record names. */
CvnProofSheet *
cvn_gather_proof_sheet (const CvnGathering *self,
                        GError            **error)
{
  g_autoptr (CvnProofSheet) sheet = cvn_proof_sheet_new ();
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("allocation_line"));
  g_autoptr (CvnRecord) centre = cvn_gathering_get_centre (self, error);
  g_autoptr (GPtrArray) rows = NULL;

  sheet->year = (int) g_ascii_strtoll (self->record, NULL, 10);
  cvn_query_add_integer (query, "year", CVN_MATCH_EQUAL, sheet->year);
  rows = centre != NULL ? cvn_gathering_list (self, query, error) : NULL;
  if (rows == NULL)
    return NULL;
  sheet->centre = cvn_gathering_dup_centre_name (self, centre);
  sheet->today = g_strdup (self->today);
  g_ptr_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    if (!add_row (self, sheet, g_ptr_array_index (rows, i), error))
      return NULL;
  for (guint i = 0; i < sheet->keys->len; i++)
    if (!cvn_proof_key_work_out (g_ptr_array_index (sheet->keys, i), error))
      return NULL;
  return g_steal_pointer (&sheet);
}

static void
append_heads (GString    *csv,
              CvnLanguage language)
{
  static const CvnReportWord words[] = {
    CVN_WORD_YEAR, CVN_WORD_KEY_NAME, CVN_WORD_METHOD, CVN_WORD_TOTAL_TO_DIVIDE, CVN_WORD_ORGANISATION, CVN_WORD_WEIGHT, CVN_WORD_SUM_OF_WEIGHTS,
    CVN_WORD_REFERENCE_DATE, CVN_WORD_SOURCE, CVN_WORD_ROUNDED_DOWN, CVN_WORD_REMAINDER, CVN_WORD_CENT_GIVEN, CVN_WORD_AMOUNT
  };
  const char *cells[G_N_ELEMENTS (words) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    cells[i] = cvn_report_word (words[i], language);
  cvn_report_csv_append (csv, language, cells);
}

static void
append_line (GString            *csv,
             int                 year,
             const CvnProofKey  *key,
             const CvnProofLine *line,
             CvnLanguage         language)
{
  char              mark = language == CVN_LANGUAGE_NL ? ',' : '.';
  g_autofree char  *year_text = g_strdup_printf ("%d", year);
  g_autofree char  *code = cvn_csv_cell_format_text (key->key);
  g_autofree char  *method = cvn_report_choice ("allocation_line", "method", key->method, language);
  g_autofree char  *total = cvn_money_format_plain (key->total, mark);
  g_autofree char  *weight = g_strdup_printf ("%" G_GINT64_FORMAT, line->weight);
  g_autofree char  *sum = g_strdup_printf ("%" G_GINT64_FORMAT, key->sum);
  g_autofree char  *whole = cvn_money_format_plain (line->whole, mark);
  g_autofree char  *remainder = g_strdup_printf ("%" G_GINT64_FORMAT, line->remainder);
  g_autofree char  *given = g_strdup_printf ("%d", (int) line->given);
  g_autofree char  *amount = cvn_money_format_plain (line->amount, mark);
  g_autofree char  *name = cvn_csv_cell_format_text (line->name);
  g_autofree char  *source = cvn_csv_cell_format_text (line->source != NULL ? line->source : "");
  const char *const cells[] = {
    year_text, code, method, total, name, weight, key->divided ? sum : "",
    line->date != NULL ? line->date : "", source,
    key->divided ? whole : "", key->divided ? remainder : "", key->divided ? given : "", amount, NULL
  };

  cvn_report_csv_append (csv, language, cells);
}

/** cvn_report_data_dup_csv: (transfer full): a report that is a table, as a CSV file in the forms of its language; NULL for other reports. */
char *
cvn_report_data_dup_csv (const CvnReportData *self)
{
  GString *csv;

  if (self->name == CVN_REPORT_BUDGET)
    return cvn_report_data_dup_budget_csv (self);
  if (self->agreement != NULL)
    return cvn_report_csv_dup_agreement (self->agreement, self->language);
  if (self->proof == NULL)
    return NULL;
  csv = cvn_report_csv_new (self->language);
  append_heads (csv, self->language);
  for (guint i = 0; i < self->proof->keys->len; i++)
    {
      const CvnProofKey *key = g_ptr_array_index (self->proof->keys, i);

      for (guint j = 0; j < key->lines->len; j++)
        append_line (csv, self->proof->year, key, g_ptr_array_index (key->lines, j), self->language);
    }
  return g_string_free (csv, FALSE);
}
