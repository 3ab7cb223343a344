/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-table-layout"

#include "cvn-report-table-private.h"

/* What every sheet has room for between what stands above and below, also one that lies, with the padding of a narrow column. */
#define PAGE_HEIGHT (CVN_REPORT_A4_WIDTH - CVN_REPORT_TOP - CVN_REPORT_BOTTOM - 20)

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

static double
sum_widths (CvnReportTable *self)
{
  double sum = 0;

  for (guint i = 0; i < self->columns->len; i++)
    sum += cvn_report_table_get_column (self, i)->width;
  return sum;
}

static gboolean
holds_words (CvnReportTable *self,
             guint           column)
{
  return cvn_report_table_get_column (self, column)->align == CVN_ALIGN_START;
}

static double
measure_longest (CvnReportText     *text,
                 CvnReportTextStyle style,
                 const char        *words,
                 double             width)
{
  g_auto (GStrv) parts = g_strsplit_set (words, " \n\t", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      width = MAX (width, cvn_report_text_get_width (text, style, parts[i]));
  return width;
}

/* Narrower than its longest word no column should be. */
static double
get_least_width (CvnReportTable *self,
                 CvnReportText  *text,
                 guint           column)
{
  double width = measure_longest (text, CVN_TEXT_LABEL, cvn_report_table_get_column (self, column)->label, 0);

  for (guint row = 0; row < self->rows->len; row++)
    if (cvn_report_table_get_kind (self, row) != CVN_ROW_GROUP)
      width = measure_longest (text, cvn_report_table_get_style (self, row), cvn_report_table_get_cell (self, row, column), width);
  return MIN (width + 0.5, cvn_report_table_get_column (self, column)->width);
}

/* What is missing is taken from the columns of words, each by what it has beyond its longest word; when that is not enough,
 * by its width. */
static void
narrow_words (CvnReportTable *self,
              CvnReportText  *text,
              double          missing)
{
  g_autofree double *spare = g_new0 (double, self->columns->len);
  double             all = 0;
  double             all_spare = 0;

  for (guint i = 0; i < self->columns->len; i++)
    if (holds_words (self, i))
      {
        spare[i] = cvn_report_table_get_column (self, i)->width - get_least_width (self, text, i);
        all_spare += spare[i];
        all += cvn_report_table_get_column (self, i)->width;
      }
  for (guint i = 0; i < self->columns->len; i++)
    if (holds_words (self, i) && missing <= all_spare)
      cvn_report_table_get_column (self, i)->width -= missing * spare[i] / all_spare;
    else if (holds_words (self, i))
      cvn_report_table_get_column (self, i)->width *= MAX (all - missing, all / 4) / all;
}

/* First the columns come nearer to each other, then words are broken into lines. */
static void
narrow (CvnReportTable *self,
        CvnReportText  *text,
        double          width)
{
  guint  n_gaps = self->columns->len - 1;
  double missing = sum_widths (self) + CVN_TABLE_GAP * n_gaps - width;

  self->gap = CVN_TABLE_GAP;
  if (missing > 0 && n_gaps > 0)
    {
      self->gap = MAX (CVN_TABLE_LEAST_GAP, CVN_TABLE_GAP - missing / n_gaps);
      missing -= (CVN_TABLE_GAP - self->gap) * n_gaps;
    }
  if (missing > 0)
    narrow_words (self, text, missing);
}

/* What is left over goes to the last column of words, or evenly to all when they are numbers. */
static void
widen (CvnReportTable *self,
       double          width)
{
  double           room = width - self->gap * (self->columns->len - 1);
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
  narrow (self, text, width);
  widen (self, width);
  for (guint i = 0; i < self->columns->len; i++)
    {
      cvn_report_table_get_column (self, i)->x = x;
      x += cvn_report_table_get_column (self, i)->width + self->gap;
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
  if (!cvn_report_table_goes_on (self, row))
    height += CVN_TABLE_PAD;
  return cvn_report_table_continues (self, row) ? height : height + CVN_TABLE_PAD + (cvn_report_table_get_kind (self, row) == CVN_ROW_GROUP ? 6 : 0);
}

/* The sizes of all cells anew: those of the lines that a row was cut into. */
static Size *
measure_cells (CvnReportTable *self,
               CvnReportText  *text)
{
  Size *sizes = g_new0 (Size, MAX (self->rows->len * self->columns->len, 1));

  for (guint i = 0; i < self->columns->len; i++)
    get_natural_width (self, text, i, sizes);
  return sizes;
}

/* Cuts the rows that a page may have no room for. */
static void
split_high_rows (CvnReportTable *self,
                 CvnReportText  *text,
                 Size          **sizes)
{
  double most = PAGE_HEIGHT - self->head_height;
  guint  n_split = 0;

  /* From the last one on: those before it stay where their sizes are. */
  for (guint row = self->rows->len; row-- > 0;)
    if (!cvn_report_table_continues (self, row) && !cvn_report_table_goes_on (self, row) &&
        measure_row (self, text, row, *sizes + (gsize) row * self->columns->len, 0) > most)
      n_split += cvn_report_table_split_row (self, text, row);
  if (n_split == 0)
    return;
  g_free (*sizes);
  *sizes = measure_cells (self, text);
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
  self->head_height = measure_head (self, text);
  split_high_rows (self, text, &sizes);
  self->widths = g_renew (float, self->widths, MAX (self->rows->len * self->columns->len, 1));
  for (guint i = 0; i < self->rows->len * self->columns->len; i++)
    self->widths[i] = (float) sizes[i].width;
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
