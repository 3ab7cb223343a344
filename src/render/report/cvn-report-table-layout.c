/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-table-layout"

#include "cvn-report-table-private.h"

/* Words are not squeezed into less than this. */
#define LEAST_WIDTH 54.0

/* The size of a cell as one line, or as the lines that its text has of itself: most need no other. */
typedef struct
{
  double width;
  double height;
} Size;

static double
get_natural_width (CvnReportTable *self,
                   CvnReportText  *text,
                   guint           column,
                   Size           *sizes)
{
  double width = cvn_report_text_get_width (text, CVN_TEXT_LABEL, cvn_report_table_get_column (self, column)->label);

  for (guint row = 0; row < self->rows->len; row++)
    {
      Size *size = &sizes[row * self->columns->len + column];

      size->height = cvn_report_text_set (text, cvn_report_table_get_style (self, row), cvn_report_table_get_cell (self, row, column), 0, CVN_ALIGN_START);
      size->width = cvn_report_text_get_set_width (text);
      if (cvn_report_table_get_kind (self, row) != CVN_ROW_GROUP)
        width = MAX (width, size->width);
    }
  return width + 0.5;
}

/* What is left for the words, and how many columns of them are wider than their part of it. */
static double
find_room (CvnReportTable *self,
           double          width,
           double          most,
           guint          *n_wide)
{
  double room = width - CVN_TABLE_GAP * (self->columns->len - 1);

  *n_wide = 0;
  for (guint i = 0; i < self->columns->len; i++)
    {
      CvnReportColumn *column = cvn_report_table_get_column (self, i);

      if (column->align == CVN_ALIGN_START && column->width > most)
        (*n_wide)++;
      else
        room -= column->width;
    }
  return room;
}

/* Columns of words that are too wide are cut to one width, as large as it can be: narrow ones keep theirs. */
static void
narrow_words (CvnReportTable *self,
              double          width)
{
  double most = 0;
  guint  n_wide = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      double room = find_room (self, width, most, &n_wide);

      if (n_wide == 0 || room / n_wide <= most)
        break;
      most = room / n_wide;
    }
  most = MAX (most, LEAST_WIDTH);
  for (guint i = 0; i < self->columns->len; i++)
    {
      CvnReportColumn *column = cvn_report_table_get_column (self, i);

      if (column->align == CVN_ALIGN_START)
        column->width = MIN (column->width, most);
    }
}

/* What is left over goes to the last column of words, or evenly to all when they are numbers. */
static void
widen (CvnReportTable *self,
       double          width)
{
  double           room = width - CVN_TABLE_GAP * (self->columns->len - 1);
  CvnReportColumn *words = NULL;

  for (guint i = self->columns->len; i-- > 0;)
    {
      CvnReportColumn *column = cvn_report_table_get_column (self, i);

      room -= column->width;
      if (words == NULL && column->align == CVN_ALIGN_START)
        words = column;
    }
  if (room <= 0)
    return;
  if (words != NULL)
    words->width += room;
  for (guint i = 0; words == NULL && i < self->columns->len; i++)
    cvn_report_table_get_column (self, i)->width += room / self->columns->len;
}

static void
measure_columns (CvnReportTable *self,
                 CvnReportText  *text,
                 double          width,
                 Size           *sizes)
{
  double x = 0;

  for (guint i = 0; i < self->columns->len; i++)
    cvn_report_table_get_column (self, i)->width = get_natural_width (self, text, i, sizes);
  narrow_words (self, width);
  widen (self, width);
  for (guint i = 0; i < self->columns->len; i++)
    {
      cvn_report_table_get_column (self, i)->x = x;
      x += cvn_report_table_get_column (self, i)->width + CVN_TABLE_GAP;
    }
}

static double
measure_head (CvnReportTable *self,
              CvnReportText  *text)
{
  double height = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      CvnReportColumn *column = cvn_report_table_get_column (self, i);

      height = MAX (height, cvn_report_text_set (text, CVN_TEXT_LABEL, column->label, column->width, column->align));
    }
  return height + CVN_TABLE_HEAD_PAD;
}

static double
measure_row (CvnReportTable *self,
             CvnReportText  *text,
             guint           row,
             const Size     *sizes,
             double          line_height)
{
  double height = line_height;

  for (guint i = 0; i < self->columns->len; i++)
    {
      double width = cvn_report_table_get_cell_width (self, row, i);

      /* Set again only where it does not fit as it is. */
      height = MAX (height, sizes[i].width <= width ? sizes[i].height
                                                    : cvn_report_text_set (text, cvn_report_table_get_style (self, row), cvn_report_table_get_cell (self, row, i), width, CVN_ALIGN_START));
    }
  return height + 2 * CVN_TABLE_PAD + (cvn_report_table_get_kind (self, row) == CVN_ROW_GROUP ? 6 : 0);
}

/** cvn_report_table_measure: finds the widths of the columns and the heights of the rows. */
guint
cvn_report_table_measure (CvnReportBlock *block,
                          CvnReportText  *text,
                          double          width)
{
  CvnReportTable  *self = (CvnReportTable *) block;
  g_autofree Size *sizes = g_new0 (Size, MAX (self->rows->len * self->columns->len, 1));
  double           heights[CVN_N_TEXTS] = { 0 };

  measure_columns (self, text, width, sizes);
  self->widths = g_renew (float, self->widths, MAX (self->rows->len * self->columns->len, 1));
  for (guint i = 0; i < self->rows->len * self->columns->len; i++)
    self->widths[i] = (float) sizes[i].width;
  self->head_height = measure_head (self, text);
  self->tops = g_renew (double, self->tops, self->rows->len + 1);
  self->tops[0] = 0;
  for (guint row = 0; row < self->rows->len; row++)
    {
      CvnReportTextStyle style = cvn_report_table_get_style (self, row);

      if (heights[style] <= 0)
        heights[style] = cvn_report_text_line_height (text, style);
      self->tops[row + 1] = self->tops[row] + measure_row (self, text, row, sizes + (gsize) row * self->columns->len, heights[style]);
    }
  return self->rows->len;
}
