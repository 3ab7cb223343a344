/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-facts"

#include "cvn-report-private.h"

/* Labels with values below them, in columns: "Due date" over "31 January 2018". */
typedef struct
{
  CvnReportBlock block;
  GPtrArray     *texts; /* labels and values in turn */
  guint          columns;
  double        *label_heights; /* of the rows */
  double        *heights;
} Facts;

#define GAP     14.0
#define ROW_GAP 9.0

static double
get_column_width (const Facts *self)
{
  return (self->block.width - (self->columns - 1) * GAP) / self->columns;
}

static guint
measure (CvnReportBlock *block,
         CvnReportText  *text,
         double          width)
{
  Facts *self = (Facts *) block;
  guint  n = self->texts->len / 2;
  guint  n_rows = (n + self->columns - 1) / self->columns;

  self->label_heights = g_renew (double, self->label_heights, n_rows + 1);
  self->heights = g_renew (double, self->heights, n_rows + 1);
  for (guint row = 0; row < n_rows; row++)
    {
      double label = 0;
      double value = 0;

      for (guint i = row * self->columns; i < MIN (n, (row + 1) * self->columns); i++)
        {
          label = MAX (label, cvn_report_text_set (text, CVN_TEXT_LABEL, g_ptr_array_index (self->texts, (gsize) 2 * i), get_column_width (self), CVN_ALIGN_START));
          value = MAX (value, cvn_report_text_set (text, CVN_TEXT_BODY, g_ptr_array_index (self->texts, (gsize) 2 * i + 1), get_column_width (self), CVN_ALIGN_START));
        }
      self->label_heights[row] = label + 1;
      self->heights[row] = self->label_heights[row] + value + ROW_GAP;
    }
  return n_rows;
}

static double
get_height (CvnReportBlock *block,
            guint           from,
            guint           to)
{
  double height = 0;

  for (guint row = from; row < to; row++)
    height += ((Facts *) block)->heights[row];
  return height;
}

static void
paint_fact (Facts            *self,
            CvnReportPainter *painter,
            guint             i,
            double            x,
            double            y)
{
  double width = get_column_width (self);

  cvn_report_painter_begin (painter, "P");
  cvn_report_text_draw (painter->text, painter->cr, CVN_TEXT_LABEL, g_ptr_array_index (self->texts, (gsize) 2 * i), x, y, width, CVN_ALIGN_START);
  cvn_report_text_draw (painter->text, painter->cr, CVN_TEXT_BODY, self->texts->pdata[2 * i + 1], x, y + self->label_heights[i / self->columns], width, CVN_ALIGN_START);
  cvn_report_painter_end (painter, "P");
}

static void
paint (CvnReportBlock   *block,
       CvnReportPainter *painter,
       double            x,
       double            y,
       guint             from,
       guint             to)
{
  Facts *self = (Facts *) block;

  for (guint row = from; row < to; row++)
    {
      for (guint i = row * self->columns; i < MIN (self->texts->len / 2, (row + 1) * self->columns); i++)
        paint_fact (self, painter, i, x + (i % self->columns) * (get_column_width (self) + GAP), y);
      y += self->heights[row];
    }
}

static void
append_text (CvnReportBlock *block,
             GString        *text,
             guint           from,
             guint           to)
{
  Facts *self = (Facts *) block;

  for (guint i = from * self->columns; i < MIN (self->texts->len / 2, to * self->columns); i++)
    g_string_append_printf (text, "%s\t%s\n", (char *) g_ptr_array_index (self->texts, (gsize) 2 * i), (char *) g_ptr_array_index (self->texts, (gsize) 2 * i + 1));
}

static void
free_facts (CvnReportBlock *block)
{
  g_ptr_array_unref (((Facts *) block)->texts);
  g_free (((Facts *) block)->label_heights);
  g_free (((Facts *) block)->heights);
}

/** cvn_report_facts_new: (transfer full): labels and values in turn, ended by a NULL label; those without a value are left out. */
CvnReportBlock *
cvn_report_facts_new (guint              columns,
                      const char *const *facts)
{
  static const CvnReportBlockClass klass = { measure, get_height, NULL, paint, append_text, free_facts };
  Facts                           *self = cvn_report_block_new (sizeof (Facts), &klass, 12);

  self->columns = columns;
  self->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; facts[i] != NULL; i += 2)
    if (facts[i + 1] != NULL && *facts[i + 1] != '\0')
      {
        g_ptr_array_add (self->texts, g_strdup (facts[i]));
        g_ptr_array_add (self->texts, g_strdup (facts[i + 1]));
      }
  return &self->block;
}
