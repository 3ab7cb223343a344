/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-budget-rows"

#include "cvn-budget-rows.h"

/** cvn_budget_rows_lines: (transfer full) (element-type CvnRecord): the lines of the budget of @year, in the order of entry; NULL on error. */
GPtrArray *
cvn_budget_rows_lines (CvnReader *reader,
                       int        year,
                       GError   **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("budget_line"));

  cvn_query_add_integer (query, "year", CVN_MATCH_EQUAL, year);
  cvn_query_set_sort (query, "line", FALSE);
  return cvn_rows_list (reader, query, error);
}

/** cvn_budget_rows_find_line: (transfer full) (nullable): the line of @year that is called @code; NULL without @error set when there is none. */
CvnRecord *
cvn_budget_rows_find_line (CvnReader  *reader,
                           int         year,
                           const char *code,
                           GError    **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("budget_line"));
  g_autoptr (GPtrArray) rows = NULL;

  cvn_query_add_integer (query, "year", CVN_MATCH_EQUAL, year);
  cvn_query_add_text (query, "line", CVN_MATCH_EQUAL, code);
  rows = cvn_rows_list (reader, query, error);
  return rows != NULL && rows->len > 0 ? g_object_ref (rows->pdata[0]) : NULL;
}

/**
 * cvn_budget_rows_get_version:
 * @lines: of that year
 *
 * Returns: the number of the last version: 0 as adopted, 1 also when only the lines tell of an amendment; -1 on error
 */
int
cvn_budget_rows_get_version (CvnReader *reader,
                             int        year,
                             GPtrArray *lines,
                             GError   **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("budget_version"));
  g_autoptr (GPtrArray) versions = NULL;
  gint64 number = 0;

  cvn_query_add_integer (query, "year", CVN_MATCH_EQUAL, year);
  versions = cvn_rows_list (reader, query, error);
  if (versions == NULL)
    return -1;
  for (guint i = 0; i < versions->len; i++)
    number = MAX (number, cvn_record_get_integer (versions->pdata[i], "number"));
  for (guint i = 0; number == 0 && i < lines->len; i++)
    number = cvn_record_has (lines->pdata[i], "amended") &&
             cvn_record_get_integer (lines->pdata[i], "amended") != cvn_record_get_integer (lines->pdata[i], "budget");
  return (int) number;
}

/** cvn_budget_rows_get_field: the field that holds the amount of the line in the last version, whose number is @version. */
const char *
cvn_budget_rows_get_field (CvnRecord *line,
                           int        version)
{
  return version > 0 || cvn_record_has (line, "amended") ? "amended" : "budget";
}

/** cvn_budget_rows_get_amount: cents of the line as last amended. */
gint64
cvn_budget_rows_get_amount (CvnRecord *line)
{
  return cvn_record_get_integer (line, cvn_record_has (line, "amended") ? "amended" : "budget");
}
