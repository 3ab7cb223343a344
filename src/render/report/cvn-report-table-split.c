/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-table-split"

#include "cvn-report-table-private.h"

/*
 * Rows are never cut, so that they can be read. One that is higher than a page has no other way: it becomes as many rows as it
 * has lines, which say of each other that they are one row.
 */

/* The lines of a cell as they are set in its column, without the spaces that they were broken at. */
static GPtrArray *
list_lines (CvnReportTable *self,
            CvnReportText  *text,
            guint           row,
            guint           column)
{
  GPtrArray  *lines = g_ptr_array_new_with_free_func (g_free);
  const char *cell = cvn_report_table_get_cell (self, row, column);
  int         n;

  cvn_report_text_set (text, cvn_report_table_get_style (self, row), cell, cvn_report_table_get_cell_width (self, row, column), CVN_ALIGN_START);
  n = *cell != '\0' ? pango_layout_get_line_count (text->layout) : 0;
  for (int i = 0; i < n; i++)
    g_ptr_array_add (lines, g_strchomp (cvn_report_text_dup_lines (text, cell, (guint) i, (guint) i + 1)));
  return lines;
}

static CvnReportTableRow *
make_piece (CvnReportTable *self,
            GPtrArray      *cells, /* of GPtrArray of lines */
            guint           line,
            CvnReportRow    kind)
{
  CvnReportTableRow *piece = g_new0 (CvnReportTableRow, 1);

  piece->kind = kind;
  piece->cells = g_ptr_array_new_with_free_func (g_free);
  piece->continues = line > 0;
  for (guint i = 0; i < cells->len; i++)
    {
      GPtrArray *lines = cells->pdata[i];

      g_ptr_array_add (piece->cells, line < lines->len ? g_steal_pointer (&lines->pdata[line]) : NULL);
      piece->goes_on = piece->goes_on || line + 1 < lines->len;
    }
  return piece;
}

/** cvn_report_table_split_row: cuts a row between its lines, into rows that follow each other. Returns: how many there are of it now */
guint
cvn_report_table_split_row (CvnReportTable *self,
                            CvnReportText  *text,
                            guint           row)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  CvnReportRow kind = cvn_report_table_get_kind (self, row);
  guint        n = 1;

  for (guint i = 0; i < self->columns->len; i++)
    {
      g_ptr_array_add (cells, list_lines (self, text, row, i));
      n = MAX (n, ((GPtrArray *) cells->pdata[i])->len);
    }
  g_ptr_array_remove_index (self->rows, row);
  for (guint line = 0; line < n; line++)
    g_ptr_array_insert (self->rows, (int) (row + line), make_piece (self, cells, line, kind));
  return n;
}

/** cvn_report_table_continues: whether @row is further lines of the one before it. */
gboolean
cvn_report_table_continues (CvnReportTable *self,
                            guint           row)
{
  return row < self->rows->len && ((CvnReportTableRow *) self->rows->pdata[row])->continues;
}

/** cvn_report_table_goes_on: whether the row after @row is further lines of it. */
gboolean
cvn_report_table_goes_on (CvnReportTable *self,
                          guint           row)
{
  return ((CvnReportTableRow *) self->rows->pdata[row])->goes_on;
}

/** cvn_report_table_find_end: where, before @to, what is one row with @row ends. */
guint
cvn_report_table_find_end (CvnReportTable *self,
                           guint           row,
                           guint           to)
{
  guint end = row + 1;

  while (end < to && cvn_report_table_continues (self, end))
    end++;
  return end;
}
