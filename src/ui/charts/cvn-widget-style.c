/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-widget-style"

#include "cvn-widget-style.h"

#include "cvn-centre.h"

#include <adwaita.h>

static CvnColor
convert (const GdkRGBA *color)
{
  return (CvnColor){ color->red, color->green, color->blue, color->alpha };
}

/* Both calls are deprecated since 4.10, without a replacement for named colours before CSS variables. */
static gboolean
look_up (GtkWidget  *widget,
         const char *name,
         CvnColor   *color)
{
  GdkRGBA found;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &found))
    return FALSE;
  *color = convert (&found);
  return TRUE;
}

static CvnColor
get_text_color (GtkWidget *widget)
{
  GdkRGBA color;

#if GTK_CHECK_VERSION(4, 10, 0)
  gtk_widget_get_color (widget, &color);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
#endif
  return convert (&color);
}

/* A card lets the window shine through: shades are mixed with what is really seen. */
static CvnColor
get_background (GtkWidget      *widget,
                const CvnColor *fallback)
{
  CvnColor window = *fallback;
  CvnColor card = *fallback;
  CvnColor seen;

  look_up (widget, "window_bg_color", &window);
  if (!look_up (widget, "card_bg_color", &card))
    return window;
  seen = cvn_color_mix (window, card, card.alpha);
  seen.alpha = 1;
  return seen;
}

static double
get_font_size (GtkWidget                  *widget,
               const PangoFontDescription *font)
{
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (gtk_widget_get_pango_context (widget));

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (resolution > 0 ? resolution : 96) / 72;
  return MAX (size, 1);
}

/**
 * cvn_widget_style_read:
 * @widget: a widget in a window
 * @style: (out caller-allocates): the style, valid until the widget's font changes
 *
 * Colours, font and contrast as they are where @widget stands: dark style, high contrast and large text included.
 */
void
cvn_widget_style_read (GtkWidget     *widget,
                       CvnChartStyle *style)
{
  AdwStyleManager            *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  const PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));

  cvn_chart_style_init (style, adw_style_manager_get_dark (manager), cvn_interface_language ());
  style->text = get_text_color (widget);
  style->background = get_background (widget, &style->background);
  /* The lighter of the two accents in dark style: it is the one that is legible on a dark card. */
  look_up (widget, adw_style_manager_get_dark (manager) ? "accent_color" : "accent_bg_color", &style->accent);
  style->text.alpha = 1;
  style->accent.alpha = 1;
  style->font_family = pango_font_description_get_family (font);
  style->context = gtk_widget_get_pango_context (widget);
  style->font_size = get_font_size (widget, font);
  style->high_contrast = adw_style_manager_get_high_contrast (manager);
  style->with_title = FALSE;
}
