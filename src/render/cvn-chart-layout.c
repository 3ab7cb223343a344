/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-chart-layout"

#include "cvn-chart-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The font size for which a unit is one pixel. */
#define NORMAL_FONT_SIZE 13.0

#define LEGEND_GAP       14.0
#define LEGEND_MAX_LINES 2

/* A bar wider than this looks like a block. */
#define WIDEST_BAR   30.0
#define THICKEST_ROW 20.0

/* Below this width the bars need the room of the percentages. */
#define WIDTH_FOR_SHARES 380.0

static gboolean
is_bar (const CvnChartLayout *self,
        guint                 series)
{
  return cvn_chart_get_series_role (self->chart, series) != CVN_SERIES_TARGET;
}

/* An estimate stands in the place of the series before it: for the months that have no figure yet. */
static gboolean
has_own_slot (const CvnChartLayout *self,
              guint                 series)
{
  return is_bar (self, series) &&
         (series == 0 || cvn_chart_get_series_role (self->chart, series) != CVN_SERIES_ESTIMATE);
}

static guint
count_slots (const CvnChartLayout *self,
             guint                 before)
{
  guint n = 0;

  for (guint s = 0; s < before; s++)
    if (has_own_slot (self, s))
      n++;
  return n;
}

/** cvn_chart_layout_is_lying: whether the categories lie below each other and values run to the right. */
gboolean
cvn_chart_layout_is_lying (const CvnChartLayout *self)
{
  CvnChartKind kind = cvn_chart_get_kind (self->chart);

  return kind == CVN_CHART_LADDER || kind == CVN_CHART_ROWS;
}

/** cvn_chart_layout_get_target: the target of a ladder, or CVN_CHART_NONE. */
gint64
cvn_chart_layout_get_target (const CvnChartLayout *self)
{
  for (guint s = 0; s < cvn_chart_get_n_series (self->chart); s++)
    if (!is_bar (self, s))
      return cvn_chart_get_value (self->chart, s, 0);
  return CVN_CHART_NONE;
}

/**
 * cvn_chart_layout_dup_legend:
 * @self: the layout
 * @series: a series
 *
 * Returns: (transfer full) (nullable): what the legend says about it, or NULL if it needs no place there
 */
char *
cvn_chart_layout_dup_legend (const CvnChartLayout *self,
                             guint                 series)
{
  const char      *name = cvn_chart_get_series_name (self->chart, series);
  g_autofree char *amount = NULL;

  if (cvn_chart_get_kind (self->chart) != CVN_CHART_LADDER)
    return cvn_chart_get_n_series (self->chart) > 1 ? g_strdup (name) : NULL;
  if (is_bar (self, series) || cvn_chart_get_value (self->chart, series, 0) == CVN_CHART_NONE)
    return NULL;
  amount = cvn_chart_unit_format_short (cvn_chart_get_unit (self->chart),
                                        cvn_chart_get_value (self->chart, series, 0), self->style->language);
  /* Translators: in the legend of a chart: the name of a target and its amount. */
  return g_strdup_printf (C_("legend", "%s %s"), name, amount);
}

/**
 * cvn_chart_layout_flow_legend:
 * @self: the layout
 * @func: (nullable): called for each place
 * @data: for @func
 *
 * Puts the legend's places beside and below each other; what does not fit in two lines is left to the table.
 *
 * Returns: the height that the legend takes
 */
double
cvn_chart_layout_flow_legend (CvnChartLayout *self,
                              CvnLegendFunc   func,
                              gpointer        data)
{
  double line = self->text.line_height * 1.15;
  CvnBox box = { self->legend.x, self->legend.y, 0, line };
  guint  lines = 0;

  for (guint s = 0; s < cvn_chart_get_n_series (self->chart); s++)
    {
      g_autofree char *name = cvn_chart_layout_dup_legend (self, s);

      if (name == NULL)
        continue;
      box.width = MIN (line + cvn_chart_text_get_width (&self->text, name) + self->unit, self->legend.width);
      if (lines == 0)
        lines = 1;
      else if (box.x + box.width > self->legend.x + self->legend.width)
        {
          if (++lines > LEGEND_MAX_LINES)
            return LEGEND_MAX_LINES * line;
          box.x = self->legend.x;
          box.y += line;
        }
      if (func != NULL)
        func (self, s, name, &box, data);
      box.x += box.width + LEGEND_GAP * self->unit;
    }
  return lines * line;
}

static void
cut_top (CvnBox *box,
         CvnBox *top,
         double  height,
         double  gap)
{
  *top = (CvnBox){ box->x, box->y, box->width, height };
  if (height <= 0)
    return;
  box->y += height + gap;
  box->height = MAX (box->height - height - gap, 0);
}

static void
choose_scale (CvnChartLayout *self,
              double          distance)
{
  double length = cvn_chart_layout_is_lying (self) ? self->plot.width : self->plot.height;
  gint64 lowest;
  gint64 highest;

  cvn_chart_get_range (self->chart, &lowest, &highest);
  self->scale = cvn_scale_make (lowest, highest, (guint) CLAMP (length / distance, 3, 7),
                                cvn_chart_unit_get_smallest_step (cvn_chart_get_unit (self->chart)));
  /* Lying bars carry their values and need no round end: the longest fills the room. */
  if (cvn_chart_layout_is_lying (self) && highest > lowest)
    {
      self->scale.minimum = MAX (lowest, self->scale.minimum);
      self->scale.maximum = MIN (highest, self->scale.maximum);
    }
}

static double
get_widest_tick (CvnChartLayout *self)
{
  double widest = 0;

  for (guint i = 0; i < cvn_scale_get_n_ticks (&self->scale); i++)
    {
      g_autofree char *tick = cvn_chart_unit_format_tick (cvn_chart_get_unit (self->chart),
                                                          cvn_scale_get_tick (&self->scale, i),
                                                          self->scale.step, self->style->language);

      widest = MAX (widest, cvn_chart_text_get_width (&self->text, tick));
    }
  return widest;
}

static void
lay_out_standing (CvnChartLayout *self)
{
  double line = self->text.line_height;
  double left;

  /* Half a line for the highest tick's label, one and a half for the categories. */
  self->plot.y += line / 2;
  self->plot.height = MAX (self->plot.height - line * 2, 1);
  choose_scale (self, line * 2.1);
  left = MIN (get_widest_tick (self) + 8 * self->unit, self->plot.width / 3);
  self->plot.x += left;
  self->plot.width -= left;
  self->plot.y = round (self->plot.y);
  self->plot.height = round (self->plot.height);
}

static double
get_widest_value (CvnChartLayout *self)
{
  double widest = 0;

  for (guint s = 0; s < cvn_chart_get_n_series (self->chart); s++)
    for (guint c = 0; is_bar (self, s) && c < cvn_chart_get_n_categories (self->chart); c++)
      {
        gint64           value = cvn_chart_get_value (self->chart, s, c);
        g_autofree char *text = NULL;

        if (value == CVN_CHART_NONE)
          continue;
        text = cvn_chart_unit_format_short (cvn_chart_get_unit (self->chart), value, self->style->language);
        widest = MAX (widest, cvn_chart_text_get_width (&self->text, text));
      }
  return widest;
}

/* Long names leave room for the bars; in a narrow chart with large text an ordinary name still fits. */
static double
get_room_for_names (CvnChartLayout *self)
{
  double width = self->plot.width;

  return MAX (width * 0.36, MIN (width * 0.45, 9.5 * self->style->font_size));
}

static void
lay_out_lying (CvnChartLayout *self)
{
  double gap = 8 * self->unit;
  double widest = 0;
  double left;

  for (guint c = 0; c < cvn_chart_get_n_categories (self->chart); c++)
    widest = MAX (widest, cvn_chart_text_get_width (&self->text, cvn_chart_get_category (self->chart, c)));
  left = MIN (widest + gap, get_room_for_names (self));
  self->value_width = get_widest_value (self) + gap;
  if (cvn_chart_get_kind (self->chart) == CVN_CHART_LADDER && self->plot.width >= WIDTH_FOR_SHARES * self->unit &&
      cvn_chart_layout_get_target (self) > 0)
    self->share_width = cvn_chart_text_get_width (&self->text, "100%") + gap;
  self->plot.x += left;
  self->plot.width = MAX (self->plot.width - left - self->value_width - self->share_width, 1);
  choose_scale (self, self->text.line_height * 4);
}

/**
 * cvn_chart_layout_init:
 * @self: (out caller-allocates): the layout
 * @chart: what to draw; must outlive the layout
 * @style: how; must outlive the layout
 * @width: of the picture
 * @height: of the picture
 */
void
cvn_chart_layout_init (CvnChartLayout      *self,
                       const CvnChart      *chart,
                       const CvnChartStyle *style,
                       double               width,
                       double               height)
{
  double edge;

  *self = (CvnChartLayout){ .chart = chart, .style = style, .unit = style->font_size / NORMAL_FONT_SIZE };
  cvn_chart_text_init (&self->text, style);
  /* Room for the ring around what has the focus. */
  edge = (style->with_title ? 14 : 3) * self->unit;
  self->plot = (CvnBox){ edge, edge, MAX (width - 2 * edge, 1), MAX (height - 2 * edge, 1) };
  cut_top (&self->plot, &self->title, style->with_title ? self->text.line_height * 1.2 : 0, 8 * self->unit);
  self->legend = self->plot;
  cut_top (&self->plot, &self->legend, cvn_chart_layout_flow_legend (self, NULL, NULL), 6 * self->unit);
  if (cvn_chart_layout_is_lying (self))
    lay_out_lying (self);
  else
    lay_out_standing (self);
}

/** cvn_chart_layout_clear: gives back what the layout holds. */
void
cvn_chart_layout_clear (CvnChartLayout *self)
{
  cvn_chart_text_clear (&self->text);
}

/** cvn_chart_layout_get_along: where @value lies in the picture: x for lying bars, else y. */
double
cvn_chart_layout_get_along (const CvnChartLayout *self,
                            gint64                value)
{
  double position = cvn_scale_get_position (&self->scale, value);

  if (cvn_chart_layout_is_lying (self))
    return self->plot.x + position * self->plot.width;
  return self->plot.y + (1 - position) * self->plot.height;
}

/** cvn_chart_layout_get_band: the part of the plot that belongs to a category, from edge to edge. */
CvnBox
cvn_chart_layout_get_band (const CvnChartLayout *self,
                           guint                 category)
{
  double n = cvn_chart_get_n_categories (self->chart);
  CvnBox band = self->plot;

  if (cvn_chart_layout_is_lying (self))
    {
      band.height /= n;
      band.y += category * band.height;
    }
  else
    {
      band.width /= n;
      band.x += category * band.width;
    }
  return band;
}

/* From the foot of the bar to its value; of a stacked bar, from the series below it. */
static void
get_ends (const CvnChartLayout *self,
          guint                 series,
          guint                 category,
          gint64               *foot,
          gint64               *head)
{
  gint64 value = cvn_chart_get_value (self->chart, series, category);

  *foot = 0;
  *head = value;
  if (cvn_chart_get_kind (self->chart) != CVN_CHART_STACKED)
    return;
  for (guint s = 0; s < series; s++)
    {
      gint64 below = cvn_chart_get_value (self->chart, s, category);

      if (below == CVN_CHART_NONE || !is_bar (self, s) || (below < 0) != (value < 0))
        continue;
      if (__builtin_add_overflow (*foot, below, foot) || __builtin_add_overflow (*foot, value, head))
        return;
    }
}

/* Where the series has its place across the band. */
static void
get_slot (const CvnChartLayout *self,
          guint                 series,
          double                across,
          double               *start,
          double               *size)
{
  gboolean lying = cvn_chart_layout_is_lying (self);
  gboolean stacked = cvn_chart_get_kind (self->chart) == CVN_CHART_STACKED;
  guint    n = stacked ? 1 : MAX (count_slots (self, cvn_chart_get_n_series (self->chart)), 1);
  guint    i = stacked ? 0 : count_slots (self, series + 1) - 1;
  double   gap = (across / n > 8 * self->unit ? 2 : 1) * self->unit;
  double   room = across * (lying ? 0.74 : 0.76);

  *size = MAX (MIN (room / n - gap, (lying ? THICKEST_ROW : WIDEST_BAR) * self->unit), 1);
  if (*size > 4)
    *size = floor (*size);
  *start = (across - n * *size - (n - 1) * gap) / 2 + i * (*size + gap);
}

static CvnBox
get_point (const CvnBox *band,
           double        along,
           double        size)
{
  return (CvnBox){ band->x + (band->width - size) / 2, along - size / 2, size, size };
}

/**
 * cvn_chart_layout_get_mark:
 * @self: the layout
 * @series: a series
 * @category: a category
 * @box: (out): where its bar or point is; the stroke of a target is the middle of its box
 *
 * Returns: FALSE if there is no figure
 */
gboolean
cvn_chart_layout_get_mark (const CvnChartLayout *self,
                           guint                 series,
                           guint                 category,
                           CvnBox               *box)
{
  CvnBox band = cvn_chart_layout_get_band (self, category);
  double start;
  double size;
  double foot_at;
  double head_at;
  gint64 foot;
  gint64 head;

  if (cvn_chart_get_value (self->chart, series, category) == CVN_CHART_NONE)
    return FALSE;
  get_ends (self, series, category, &foot, &head);
  foot_at = cvn_chart_layout_get_along (self, foot);
  head_at = cvn_chart_layout_get_along (self, head);
  if (cvn_chart_get_kind (self->chart) == CVN_CHART_LINES)
    {
      *box = get_point (&band, head_at, 8 * self->unit);
      return TRUE;
    }
  if (!is_bar (self, series))
    {
      if (cvn_chart_layout_is_lying (self))
        *box = (CvnBox){ head_at - 3 * self->unit, band.y, 6 * self->unit, band.height };
      else
        *box = (CvnBox){ band.x, head_at - 3 * self->unit, band.width, 6 * self->unit };
      return TRUE;
    }
  get_slot (self, series, cvn_chart_layout_is_lying (self) ? band.height : band.width, &start, &size);
  if (cvn_chart_layout_is_lying (self))
    *box = (CvnBox){ MIN (foot_at, head_at), round (band.y + start), fabs (head_at - foot_at), size };
  else
    *box = (CvnBox){ round (band.x + start), MIN (foot_at, head_at), size, fabs (head_at - foot_at) };
  return TRUE;
}
