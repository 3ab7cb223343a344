/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-text"

#include "cvn-text.h"

/* A long word is broken rather than that it makes a window of 360 pixels wider. */
#define MINIMUM_WIDTH 48

/**
 * CvnText:
 *
 * Words that wrap in the width they are given, without asking for any. A GtkLabel that wraps is laid out some nine times
 * before it is drawn, to find the widths it could do with; this one is laid out once for each width.
 *
 * Or one line, halfway the height it is given, that is cut off with an ellipsis where it does not fit. It would like its
 * own width and can do with none. A GtkInscription in its place measures its font each time, by laying out a sentence that
 * nobody sees, and every letter of that sentence is read from the font.
 */
struct _CvnText
{
  GtkWidget parent_instance;

  char        *text;
  PangoLayout *layout; /* NULL until it is needed */
  gboolean     one_line;
};

G_DEFINE_FINAL_TYPE (CvnText, cvn_text, GTK_TYPE_WIDGET)

typedef enum {
  PROP_TEXT = 1,
  PROP_ONE_LINE,
} CvnTextProperty;

static GParamSpec *properties[PROP_ONE_LINE + 1];

static PangoLayout *
get_layout (CvnText *self)
{
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_single_paragraph_mode (self->layout, self->one_line);
      pango_layout_set_ellipsize (self->layout, self->one_line ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
    }
  return self->layout;
}

static void
measure_line (CvnText       *self,
              GtkOrientation orientation,
              int           *minimum,
              int           *natural)
{
  int width;
  int height;

  pango_layout_set_width (get_layout (self), -1);
  pango_layout_get_pixel_size (get_layout (self), &width, &height);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : height;
}

/* A line that fits is not laid out a second time for the sake of an ellipsis. */
static void
fit_line (CvnText *self,
          int      width)
{
  PangoLayout *layout = get_layout (self);
  int          natural;

  if (pango_layout_get_width (layout) == width * PANGO_SCALE)
    return;
  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &natural, NULL);
  if (natural > width)
    pango_layout_set_width (layout, width * PANGO_SCALE);
}

static void
cvn_text_measure (GtkWidget     *widget,
                  GtkOrientation orientation,
                  int            for_size,
                  int           *minimum,
                  int           *natural,
                  int           *minimum_baseline,
                  int           *natural_baseline)
{
  CvnText *self = CVN_TEXT (widget);
  int      height;

  if (self->one_line)
    {
      measure_line (self, orientation, minimum, natural);
      return;
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = MINIMUM_WIDTH;
      return;
    }
  pango_layout_set_width (get_layout (self), for_size >= 0 ? for_size * PANGO_SCALE : -1);
  pango_layout_get_pixel_size (get_layout (self), NULL, &height);
  *minimum = *natural = height;
}

static void
cvn_text_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  if (!CVN_TEXT (widget)->one_line)
    pango_layout_set_width (get_layout (CVN_TEXT (widget)), width * PANGO_SCALE);
}

static void
place_line (CvnText     *self,
            GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int        width;
  int        height;
  int        x = 0;
  int        y;

  fit_line (self, gtk_widget_get_width (widget));
  pango_layout_get_pixel_size (self->layout, &width, &height);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - width;
  y = (gtk_widget_get_height (widget) - height) / 2;
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

static void
cvn_text_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  CvnText *self = CVN_TEXT (widget);
  GdkRGBA  color;

#if GTK_CHECK_VERSION(4, 10, 0)
  gtk_widget_get_color (widget, &color);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
#endif
  if (self->one_line)
    place_line (self, snapshot);
  gtk_snapshot_append_layout (snapshot, get_layout (self), &color);
}

static GtkSizeRequestMode
cvn_text_get_request_mode (GtkWidget *widget)
{
  return CVN_TEXT (widget)->one_line ? GTK_SIZE_REQUEST_CONSTANT_SIZE : GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The context takes part in the new style itself, but the layout has to be told. */
static void
cvn_text_css_changed (GtkWidget         *widget,
                      GtkCssStyleChange *change)
{
  CvnText *self = CVN_TEXT (widget);

  GTK_WIDGET_CLASS (cvn_text_parent_class)->css_changed (widget, change);
  if (self->layout != NULL)
    pango_layout_context_changed (self->layout);
}

static void
cvn_text_get_property (GObject    *object,
                       guint       id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  switch ((CvnTextProperty) id)
    {
    case PROP_TEXT:
      g_value_set_string (value, CVN_TEXT (object)->text);
      break;
    case PROP_ONE_LINE:
      g_value_set_boolean (value, CVN_TEXT (object)->one_line);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cvn_text_set_property (GObject      *object,
                       guint         id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  switch ((CvnTextProperty) id)
    {
    case PROP_TEXT:
      cvn_text_set_text (CVN_TEXT (object), g_value_get_string (value));
      break;
    case PROP_ONE_LINE:
      CVN_TEXT (object)->one_line = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cvn_text_finalize (GObject *object)
{
  CvnText *self = CVN_TEXT (object);

  g_clear_object (&self->layout);
  g_free (self->text);
  G_OBJECT_CLASS (cvn_text_parent_class)->finalize (object);
}

static void
cvn_text_class_init (CvnTextClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cvn_text_get_property;
  object_class->set_property = cvn_text_set_property;
  object_class->finalize = cvn_text_finalize;
  widget_class->measure = cvn_text_measure;
  widget_class->size_allocate = cvn_text_size_allocate;
  widget_class->snapshot = cvn_text_snapshot;
  widget_class->get_request_mode = cvn_text_get_request_mode;
  widget_class->css_changed = cvn_text_css_changed;
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ONE_LINE] = g_param_spec_boolean ("one-line", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
cvn_text_init (CvnText *self)
{
  self->text = g_strdup ("");
}

/** cvn_text_new: (transfer floating): @text, or nothing yet if it is NULL. */
GtkWidget *
cvn_text_new (const char *text)
{
  return g_object_new (CVN_TYPE_TEXT, "text", text, NULL);
}

/** cvn_text_new_line: (transfer floating): @text on one line, or nothing yet if it is NULL. */
GtkWidget *
cvn_text_new_line (const char *text)
{
  return g_object_new (CVN_TYPE_TEXT, "text", text, "one-line", TRUE, NULL);
}

/** cvn_text_set_text: says @text; NULL says nothing. */
void
cvn_text_set_text (CvnText    *self,
                   const char *text)
{
  g_autofree char *copy = g_strdup (text != NULL ? text : "");

  g_return_if_fail (CVN_IS_TEXT (self));
  if (g_str_equal (copy, self->text))
    return;
  g_free (self->text);
  self->text = g_steal_pointer (&copy);
  if (self->layout != NULL)
    pango_layout_set_text (self->layout, self->text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/** cvn_text_get_text: what is said, owned by @self. */
const char *
cvn_text_get_text (CvnText *self)
{
  g_return_val_if_fail (CVN_IS_TEXT (self), NULL);
  return self->text;
}
