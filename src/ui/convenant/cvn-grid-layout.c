/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-grid-layout"

#include "cvn-grid-layout.h"

#define SPACING      12
#define LINE_SPACING 4
#define REST_WIDTH   150 /* at least, for each column that takes what is left */

struct _CvnGridLayout
{
  GtkLayoutManager parent_instance;

  const CvnGridColumn *columns;
  guint                n_columns;
  gboolean             is_header; /* of the columns: not there when there are none */
};

G_DEFINE_FINAL_TYPE (CvnGridLayout, cvn_grid_layout, GTK_TYPE_LAYOUT_MANAGER)

static gboolean
is_column (const CvnGridColumn *column)
{
  return column->width != CVN_GRID_NARROW_ONLY;
}

/* What all columns need; columns that take what is left are counted in @n_rest. */
static int
get_wide_width (CvnGridLayout *self,
                int           *n_rest)
{
  int width = 0;
  int n = 0;

  *n_rest = 0;
  for (guint i = 0; i < self->n_columns; i++)
    if (is_column (&self->columns[i]))
      {
        width += self->columns[i].width == CVN_GRID_REST ? REST_WIDTH : self->columns[i].width;
        *n_rest += self->columns[i].width == CVN_GRID_REST;
        n++;
      }
  return width + MAX (0, n - 1) * SPACING;
}

static gboolean
is_wide (CvnGridLayout *self,
         int            width,
         int           *rest_width)
{
  int n_rest;
  int needed = get_wide_width (self, &n_rest);

  *rest_width = REST_WIDTH + (n_rest > 0 ? (width - needed) / n_rest : 0);
  return width >= needed;
}

static int
measure_child_width (GtkWidget *child)
{
  int minimum = 0;

  if (gtk_widget_should_layout (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Letters may be larger than the columns were made for: a cell never gets less than it needs. */
static int
measure_child_height (GtkWidget *child,
                      int        width)
{
  int minimum = 0;

  if (gtk_widget_should_layout (child))
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, measure_child_width (child)), &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
get_column_width (const CvnGridColumn *column,
                  int                  rest_width)
{
  return column->width == CVN_GRID_REST ? rest_width : column->width;
}

static int
measure_wide (CvnGridLayout *self,
              GtkWidget     *widget,
              int            rest_width)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int        height = 0;

  for (guint i = 0; child != NULL && i < self->n_columns; i++, child = gtk_widget_get_next_sibling (child))
    if (is_column (&self->columns[i]))
      height = MAX (height, measure_child_height (child, get_column_width (&self->columns[i], rest_width)));
  return height;
}

/* The width of what stands at the end of the first line. */
static int
get_value_width (CvnGridLayout *self,
                 GtkWidget     *widget,
                 int            width)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int        natural = 0;

  for (guint i = 0; child != NULL && i < self->n_columns; i++, child = gtk_widget_get_next_sibling (child))
    if (self->columns[i].narrow == CVN_NARROW_VALUE && gtk_widget_should_layout (child))
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return MIN (natural, width / 2);
}

static int
get_narrow_width (const CvnGridColumn *column,
                  int                  width,
                  int                  value_width)
{
  if (column->narrow == CVN_NARROW_VALUE)
    return value_width;
  if (column->narrow == CVN_NARROW_LEAD)
    return MAX (1, width - value_width - (value_width > 0 ? SPACING : 0));
  return width;
}

/* The cells in lines: where they go if @allocate. Returns the height of all. */
static int
layout_narrow (CvnGridLayout *self,
               GtkWidget     *widget,
               int            width,
               gboolean       allocate)
{
  gboolean   reversed = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int        value_width = get_value_width (self, widget, width);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int        first = 0;
  int        y;

  for (guint i = 0; child != NULL && i < self->n_columns; i++, child = gtk_widget_get_next_sibling (child))
    if (self->columns[i].narrow == CVN_NARROW_LEAD || self->columns[i].narrow == CVN_NARROW_VALUE)
      first = MAX (first, measure_child_height (child, get_narrow_width (&self->columns[i], width, value_width)));
  y = first;
  child = gtk_widget_get_first_child (widget);
  for (guint i = 0; child != NULL && i < self->n_columns; i++, child = gtk_widget_get_next_sibling (child))
    {
      const CvnGridColumn *column = &self->columns[i];
      GtkAllocation        place = { 0, 0, get_narrow_width (column, width, value_width), first };
      gboolean             shown = column->narrow != CVN_NARROW_HIDE && gtk_widget_should_layout (child);

      if (column->narrow == CVN_NARROW_LINE && shown)
        {
          place.height = measure_child_height (child, width);
          place.y = y + LINE_SPACING;
          y += place.height + LINE_SPACING;
        }
      else if ((column->narrow == CVN_NARROW_VALUE) != reversed)
        place.x = width - place.width;
      if (!allocate)
        continue;
      gtk_widget_set_child_visible (child, shown);
      if (shown)
        gtk_widget_size_allocate (child, &place, -1);
    }
  return y;
}

static GtkSizeRequestMode
cvn_grid_layout_get_request_mode (GtkLayoutManager *layout,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_min_width (CvnGridLayout *self,
                   GtkWidget     *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int        minimum = 0;

  for (guint i = 0; child != NULL && i < self->n_columns; i++, child = gtk_widget_get_next_sibling (child))
    if (self->columns[i].narrow == CVN_NARROW_LINE)
      minimum = MAX (minimum, measure_child_width (child));
  return MAX (minimum, 160);
}

static void
cvn_grid_layout_measure (GtkLayoutManager *layout,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  CvnGridLayout *self = CVN_GRID_LAYOUT (layout);
  int            n_rest;
  int            rest_width;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->is_header ? 0 : measure_min_width (self, widget);
      *natural = MAX (*minimum, get_wide_width (self, &n_rest));
    }
  else if (is_wide (self, for_size > 0 ? for_size : get_wide_width (self, &n_rest), &rest_width))
    *minimum = *natural = measure_wide (self, widget, rest_width);
  else
    *minimum = *natural = self->is_header ? 0 : layout_narrow (self, widget, for_size, FALSE);
}

static void
allocate_wide (CvnGridLayout *self,
               GtkWidget     *widget,
               int            width,
               int            height,
               int            rest_width)
{
  gboolean   reversed = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int        x = 0;

  for (guint i = 0; child != NULL && i < self->n_columns; i++, child = gtk_widget_get_next_sibling (child))
    {
      const CvnGridColumn *column = &self->columns[i];
      int                  column_width = get_column_width (column, rest_width);
      GtkAllocation        place = { reversed ? width - x - column_width : x, 0, column_width, height };

      gtk_widget_set_child_visible (child, is_column (column));
      if (!is_column (column))
        continue;
      if (gtk_widget_should_layout (child))
        gtk_widget_size_allocate (child, &place, -1);
      x += column_width + SPACING;
    }
}

static void
cvn_grid_layout_allocate (GtkLayoutManager *layout,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  CvnGridLayout *self = CVN_GRID_LAYOUT (layout);
  int            rest_width;

  if (is_wide (self, width, &rest_width))
    allocate_wide (self, widget, width, height, rest_width);
  else if (!self->is_header)
    layout_narrow (self, widget, width, TRUE);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
      gtk_widget_set_child_visible (child, FALSE);
}

static void
cvn_grid_layout_class_init (CvnGridLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = cvn_grid_layout_get_request_mode;
  layout_class->measure = cvn_grid_layout_measure;
  layout_class->allocate = cvn_grid_layout_allocate;
}

static void
cvn_grid_layout_init (CvnGridLayout *self)
{
}

/**
 * cvn_grid_layout_new:
 * @columns: static
 * @is_header: whether the cells are headings, which are seen only above columns
 *
 * Returns: (transfer full): the layout
 */
GtkLayoutManager *
cvn_grid_layout_new (const CvnGridColumn *columns,
                     guint                n_columns,
                     gboolean             is_header)
{
  CvnGridLayout *self = g_object_new (CVN_TYPE_GRID_LAYOUT, NULL);

  self->columns = columns;
  self->n_columns = n_columns;
  self->is_header = is_header;
  return GTK_LAYOUT_MANAGER (self);
}
