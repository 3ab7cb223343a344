/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-chart-style"

#include "cvn-chart-style.h"

/**
 * cvn_chart_style_init:
 * @style: (out caller-allocates): the style to fill
 * @dark: light marks on a dark ground
 * @language: the forms of the numbers
 *
 * The look on paper and in files, with the title in the picture.
 */
void
cvn_chart_style_init (CvnChartStyle *style,
                      gboolean       dark,
                      CvnLanguage    language)
{
  static const CvnColor black = { 0.18, 0.2, 0.21, 1 };
  static const CvnColor white = { 1, 1, 1, 1 };
  static const CvnColor ground = { 0.19, 0.19, 0.19, 1 };
  static const CvnColor blue = { 0.207, 0.518, 0.894, 1 };
  static const CvnColor pale_blue = { 0.47, 0.682, 0.929, 1 };

  *style = (CvnChartStyle){
    .text = dark ? white : black,
    .background = dark ? ground : white,
    .accent = dark ? pale_blue : blue,
    .font_family = "Cantarell, Sans",
    .font_size = 13,
    .language = language,
    .with_title = TRUE,
  };
}

/** cvn_color_mix: the colour that lies @amount (0 to 1) of the way between two. */
CvnColor
cvn_color_mix (CvnColor from,
               CvnColor to,
               double   amount)
{
  return (CvnColor){
    from.red + (to.red - from.red) * amount,
    from.green + (to.green - from.green) * amount,
    from.blue + (to.blue - from.blue) * amount,
    from.alpha + (to.alpha - from.alpha) * amount,
  };
}

/** cvn_chart_style_get_dim: the colour of axis labels; as strong as text in high contrast. */
CvnColor
cvn_chart_style_get_dim (const CvnChartStyle *style)
{
  return cvn_color_mix (style->background, style->text, style->high_contrast ? 1 : 0.68);
}

/** cvn_chart_style_get_grid: the colour of the lines behind the marks. */
CvnColor
cvn_chart_style_get_grid (const CvnChartStyle *style)
{
  return cvn_color_mix (style->background, style->text, style->high_contrast ? 0.45 : 0.12);
}

/** cvn_chart_style_get_track: the colour of an empty bar and of the band under the pointer. */
CvnColor
cvn_chart_style_get_track (const CvnChartStyle *style)
{
  return cvn_color_mix (style->background, style->text, style->high_contrast ? 0.15 : 0.065);
}

/* Series of equal rank, as in a stack: each shade has a pattern of its own. */
static CvnMarkLook
get_primary_look (const CvnChartStyle *style,
                  guint                shade)
{
  static const CvnPattern patterns[] = { CVN_PATTERN_SOLID, CVN_PATTERN_HATCHED, CVN_PATTERN_SOLID, CVN_PATTERN_FALLING, CVN_PATTERN_CROSSED };
  static const double     to_text[] = { 0, 0, 0.62, 0, 0 };
  static const double     to_background[] = { 0, 0.62, 0, 0.8, 0.45 };
  guint                   i = shade % G_N_ELEMENTS (patterns);
  CvnColor                fill = cvn_color_mix (style->accent, style->text, to_text[i]);

  return (CvnMarkLook){
    .pattern = patterns[i],
    .fill = cvn_color_mix (fill, style->background, to_background[i]),
    .ink = cvn_color_mix (style->accent, style->text, patterns[i] == CVN_PATTERN_SOLID ? to_text[i] : 0.25),
    .outlined = style->high_contrast,
  };
}

/**
 * cvn_chart_style_get_look:
 * @style: the style
 * @role: what the series is to the reader
 * @shade: how many series of that role come before it
 *
 * Returns: shade and pattern of the series' marks
 */
CvnMarkLook
cvn_chart_style_get_look (const CvnChartStyle *style,
                          CvnSeriesRole        role,
                          guint                shade)
{
  CvnMarkLook look = get_primary_look (style, shade);

  switch (role)
    {
    case CVN_SERIES_PRIMARY:
      break;
    case CVN_SERIES_COMPARISON:
      look.pattern = shade % 2 == 0 ? CVN_PATTERN_HATCHED : CVN_PATTERN_DOTTED;
      look.fill = cvn_color_mix (style->background, style->text, 0.07);
      look.ink = cvn_color_mix (style->background, style->text, style->high_contrast ? 1 : 0.42);
      look.outlined = TRUE;
      break;
    case CVN_SERIES_TARGET:
      look.pattern = CVN_PATTERN_LINE;
      look.fill = style->background;
      look.ink = cvn_color_mix (style->background, style->text, style->high_contrast ? 1 : 0.8);
      break;
    case CVN_SERIES_ESTIMATE:
      look.pattern = CVN_PATTERN_DOTTED;
      look.fill = cvn_color_mix (style->background, style->accent, 0.1);
      look.ink = style->accent;
      look.outlined = TRUE;
      break;
    default:
      g_return_val_if_reached (look);
    }
  if (style->high_contrast)
    look.ink = style->text;
  return look;
}
