/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-table"

#include "cvn-report-table.h"

#include "cvn-money.h"
#include "cvn-report-table-private.h"

#include <string.h>

static double
table_get_height (CvnReportBlock *block,
                  guint           from,
                  guint           to)
{
  CvnReportTable *self = (CvnReportTable *) block;

  return self->head_height + self->tops[to] - self->tops[from] + (cvn_report_table_continues (self, from) ? CVN_TABLE_PAD : 0);
}

static gboolean
table_may_break (CvnReportBlock *block,
                 guint           before)
{
  CvnReportTable *self = (CvnReportTable *) block;

  /* No line stands alone. */
  if (cvn_report_table_continues (self, before))
    return cvn_report_table_continues (self, before - 1) && cvn_report_table_goes_on (self, before);
  return cvn_report_table_get_kind (self, before) != CVN_ROW_TOTAL && cvn_report_table_get_kind (self, before - 1) != CVN_ROW_GROUP;
}

static void
paint_head (CvnReportTable   *self,
            CvnReportPainter *painter,
            double            x,
            double            y)
{
  cvn_report_painter_begin (painter, "TR");
  for (guint i = 0; i < self->columns->len; i++)
    {
      CvnReportColumn *column = cvn_report_table_get_column (self, i);
      double           height = cvn_report_text_set (painter->text, CVN_TEXT_LABEL, column->label, column->width, column->align);

      cvn_report_painter_begin (painter, "TH");
      cvn_report_text_show (painter->text, painter->cr, CVN_TEXT_LABEL, x + column->x, y + self->head_height - CVN_TABLE_HEAD_PAD - height);
      cvn_report_painter_end (painter, "TH");
    }
  cvn_report_painter_end (painter, "TR");
  cvn_report_painter_line (painter, cvn_report_strong_line (), 0.8, x, y + self->head_height, self->block.width);
}

/* What fits is not broken into lines again: that is most of the work. */
static void
paint_cell (CvnReportTable   *self,
            CvnReportPainter *painter,
            guint             row,
            guint             column,
            double            x,
            double            y)
{
  CvnReportTextStyle style = cvn_report_table_get_style (self, row);
  CvnReportAlign     align = cvn_report_table_get_column (self, column)->align;
  const char        *cell = cvn_report_table_get_cell (self, row, column);
  double             room = cvn_report_table_get_cell_width (self, row, column);
  double             width = (double) self->widths[row * self->columns->len + column];

  if (cell == NULL || *cell == '\0')
    return;
  if (width > room || strchr (cell, '\n') != NULL)
    cvn_report_text_draw (painter->text, painter->cr, style, cell, x, y, room, align);
  else
    cvn_report_text_draw (painter->text, painter->cr, style, cell, align == CVN_ALIGN_END ? x + room - width : align == CVN_ALIGN_CENTRE ? x + (room - width) / 2
                                                                                                                                         : x,
                          y, 0, CVN_ALIGN_START);
}

/* The rows up to @to are one, of several lines. */
static void
paint_row (CvnReportTable   *self,
           CvnReportPainter *painter,
           guint             row,
           guint             to,
           double            x,
           double            y)
{
  CvnReportRow kind = cvn_report_table_get_kind (self, row);
  double       above = CVN_TABLE_PAD + (kind == CVN_ROW_GROUP ? 6 : 0);

  if (kind == CVN_ROW_TOTAL && !cvn_report_table_continues (self, row))
    cvn_report_painter_line (painter, cvn_report_strong_line (), 0.8, x, y, self->block.width);
  cvn_report_painter_begin (painter, "TR");
  for (guint i = 0; i < self->columns->len; i++)
    {
      CvnReportColumn *column = cvn_report_table_get_column (self, i);

      cvn_report_painter_begin (painter, "TD");
      /* The space above is counted with the first line. */
      for (guint line = row; line < to; line++)
        paint_cell (self, painter, line, i, x + column->x,
                    y + self->tops[line] - self->tops[row] + (line > row && !cvn_report_table_continues (self, row) ? 0 : above));
      cvn_report_painter_end (painter, "TD");
    }
  cvn_report_painter_end (painter, "TR");
}

static void
table_paint (CvnReportBlock   *block,
             CvnReportPainter *painter,
             double            x,
             double            y,
             guint             from,
             guint             to)
{
  CvnReportTable *self = (CvnReportTable *) block;
  guint           end;

  cvn_report_painter_begin (painter, "Table");
  paint_head (self, painter, x, y);
  for (guint row = from; row < to; row = end)
    {
      double top = y + self->head_height + self->tops[row] - self->tops[from];

      end = cvn_report_table_find_end (self, row, to);
      if (row > from)
        {
          top += cvn_report_table_continues (self, from) ? CVN_TABLE_PAD : 0;
          cvn_report_painter_line (painter, cvn_report_line (), 0.5, x, top, block->width);
        }
      paint_row (self, painter, row, end, x, top);
    }
  cvn_report_painter_end (painter, "Table");
}

static void
append_cell (CvnReportTable *self,
             GString        *text,
             guint           row,
             guint           to,
             guint           column)
{
  for (guint line = row; line < to; line++)
    {
      const char *cell = cvn_report_table_get_cell (self, line, column);

      g_string_append_printf (text, "%s%s", line > row && *cell != '\0' ? "\n" : "", cell);
    }
}

static void
table_append_text (CvnReportBlock *block,
                   GString        *text,
                   guint           from,
                   guint           to)
{
  CvnReportTable *self = (CvnReportTable *) block;
  guint           end;

  for (guint i = 0; i < self->columns->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", cvn_report_table_get_column (self, i)->label);
  g_string_append_c (text, '\n');
  for (guint row = from; row < to; row = end)
    {
      end = cvn_report_table_find_end (self, row, to);
      for (guint i = 0; i < self->columns->len; i++)
        {
          g_string_append (text, i > 0 ? "\t" : "");
          append_cell (self, text, row, end, i);
        }
      g_string_append_c (text, '\n');
    }
}

static void
row_free (gpointer data)
{
  CvnReportTableRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

static void
table_free (CvnReportBlock *block)
{
  CvnReportTable *self = (CvnReportTable *) block;

  for (guint i = 0; i < self->columns->len; i++)
    g_free (cvn_report_table_get_column (self, i)->label);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self->tops);
  g_free (self->widths);
}

/** cvn_report_table_new: (transfer full): a table without columns; cvn_report_take_table() takes it. */
CvnReportTable *
cvn_report_table_new (void)
{
  static const CvnReportBlockClass klass = { cvn_report_table_measure, table_get_height, table_may_break, table_paint, table_append_text, table_free };
  CvnReportTable                  *self = cvn_report_block_new (sizeof (CvnReportTable), &klass, 10);

  self->columns = g_array_new (FALSE, TRUE, sizeof (CvnReportColumn));
  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

/** cvn_report_table_add_column: before the first row. Columns at the start hold words, others numbers. */
void
cvn_report_table_add_column (CvnReportTable *self,
                             const char     *label,
                             CvnReportAlign  align)
{
  CvnReportColumn column = { g_strdup (label), align, 0, 0 };

  g_array_append_val (self->columns, column);
}

/** cvn_report_table_begin_row: its cells follow. */
void
cvn_report_table_begin_row (CvnReportTable *self,
                            CvnReportRow    kind)
{
  CvnReportTableRow *row = g_new0 (CvnReportTableRow, 1);

  row->kind = kind;
  row->cells = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->rows, row);
}

/** cvn_report_table_take_cell: (transfer full) @text: the next cell of the row; NULL is an empty one. */
void
cvn_report_table_take_cell (CvnReportTable *self,
                            char           *text)
{
  CvnReportTableRow *row = g_ptr_array_index (self->rows, self->rows->len - 1);

  g_return_if_fail (row->cells->len < self->columns->len);

  g_ptr_array_add (row->cells, text);
}

/** cvn_report_table_add_cell: the next cell of the row; NULL is an empty one. */
void
cvn_report_table_add_cell (CvnReportTable *self,
                           const char     *text)
{
  cvn_report_table_take_cell (self, g_strdup (text));
}

/** cvn_report_table_add_euro: the next cell of the row: an amount. */
void
cvn_report_table_add_euro (CvnReportTable *self,
                           gint64          cents,
                           CvnLanguage     language)
{
  cvn_report_table_take_cell (self, cvn_money_format_euro (cents, language));
}

/** cvn_report_table_get_n_rows: how many rows it has. */
guint
cvn_report_table_get_n_rows (CvnReportTable *self)
{
  return self->rows->len;
}

/** cvn_report_table_get_column: a column, owned by the table. */
CvnReportColumn *
cvn_report_table_get_column (CvnReportTable *self,
                             guint           column)
{
  return &g_array_index (self->columns, CvnReportColumn, column);
}

/** cvn_report_table_get_cell: its text, "" when there is none. */
const char *
cvn_report_table_get_cell (CvnReportTable *self,
                           guint           row,
                           guint           column)
{
  CvnReportTableRow *found = g_ptr_array_index (self->rows, row);
  const char        *text = column < found->cells->len ? found->cells->pdata[column] : NULL;

  return text != NULL ? text : "";
}

/** cvn_report_table_get_kind: what a row is. */
CvnReportRow
cvn_report_table_get_kind (CvnReportTable *self,
                           guint           row)
{
  CvnReportTableRow *found = g_ptr_array_index (self->rows, row);

  return found->kind;
}

/** cvn_report_table_get_style: the style of the cells of a row. */
CvnReportTextStyle
cvn_report_table_get_style (CvnReportTable *self,
                            guint           row)
{
  return cvn_report_table_get_kind (self, row) == CVN_ROW_NORMAL ? CVN_TEXT_CELL : CVN_TEXT_TOTAL;
}

/** cvn_report_table_get_cell_width: the heading of a group runs over all columns. */
double
cvn_report_table_get_cell_width (CvnReportTable *self,
                                 guint           row,
                                 guint           column)
{
  if (cvn_report_table_get_kind (self, row) == CVN_ROW_GROUP)
    return self->block.width;
  return cvn_report_table_get_column (self, column)->width;
}
