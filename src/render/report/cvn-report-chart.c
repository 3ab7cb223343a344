/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-chart"

#include "cvn-chart-painter.h"
#include "cvn-chart-summary.h"
#include "cvn-report-private.h"

/* A chart, by the painter that draws it on the screen. */
typedef struct
{
  CvnReportBlock block;
  CvnChart      *chart;
  CvnLanguage    language;
  double         height;
} Chart;

static guint
measure (CvnReportBlock *block,
         CvnReportText  *text,
         double          width)
{
  return 1;
}

static double
get_height (CvnReportBlock *block,
            guint           from,
            guint           to)
{
  return ((Chart *) block)->height;
}

static void
paint (CvnReportBlock   *block,
       CvnReportPainter *painter,
       double            x,
       double            y,
       guint             from,
       guint             to)
{
  Chart        *self = (Chart *) block;
  CvnChartStyle style;

  cvn_chart_style_init (&style, FALSE, self->language);
  style.font_size = 8.5;
  style.font_family = cvn_report_font_family ();
  style.text = cvn_report_text_look (CVN_TEXT_BODY)->color;
  style.accent = cvn_report_accent ();
  cvn_report_painter_begin (painter, "Figure");
  cairo_save (painter->cr);
  cairo_translate (painter->cr, x, y);
  cvn_chart_paint (painter->cr, self->chart, &style, block->width, self->height, CVN_CHART_NOWHERE);
  cairo_restore (painter->cr);
  cvn_report_painter_end (painter, "Figure");
}

static void
append_text (CvnReportBlock *block,
             GString        *text,
             guint           from,
             guint           to)
{
  Chart           *self = (Chart *) block;
  g_autofree char *summary = cvn_chart_dup_summary (self->chart, self->language);

  g_string_append_printf (text, "%s\n", summary);
}

static void
free_chart (CvnReportBlock *block)
{
  cvn_chart_unref (((Chart *) block)->chart);
}

/** cvn_report_chart_new: (transfer full): @chart, @height points high. */
CvnReportBlock *
cvn_report_chart_new (CvnChart   *chart,
                      double      height,
                      CvnLanguage language)
{
  static const CvnReportBlockClass klass = { measure, get_height, NULL, paint, append_text, free_chart };
  Chart                           *self = cvn_report_block_new (sizeof (Chart), &klass, 12);

  self->chart = cvn_chart_ref (chart);
  self->height = height;
  self->language = language;
  return &self->block;
}
