/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-columns-layout"

#include "cvn-columns-layout.h"

struct _CvnColumnsLayout
{
  GtkLayoutManager parent_instance;

  int min_width;
  int max_columns;
  int spacing;
};

G_DEFINE_FINAL_TYPE (CvnColumnsLayout, cvn_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

/* One row of children, from @first to the one before the next row's. */
typedef struct
{
  GtkWidget *first;
  int        n;
} Row;

static int
count_children (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child);
  return n;
}

static int
count_columns (CvnColumnsLayout *self,
               int               width,
               int               n_children)
{
  int fit = (width + self->spacing) / (self->min_width + self->spacing);

  return CLAMP (fit, 1, MAX (1, MIN (self->max_columns, n_children)));
}

/* The children of the row that begins at @child, and in @after the first of the next row. */
static Row
take_row (GtkWidget  *child,
          int         n_columns,
          GtkWidget **after)
{
  Row row = { child, 0 };

  while (child != NULL && row.n < n_columns)
    {
      row.n += gtk_widget_should_layout (child);
      child = gtk_widget_get_next_sibling (child);
    }
  *after = child;
  return row;
}

static int
get_child_width (CvnColumnsLayout *self,
                 const Row        *row,
                 int               width)
{
  return MAX (1, (width - (row->n - 1) * self->spacing) / MAX (1, row->n));
}

static int
measure_row (CvnColumnsLayout *self,
             const Row        *row,
             GtkWidget        *after,
             int               width)
{
  int height = 0;

  for (GtkWidget *child = row->first; child != after; child = gtk_widget_get_next_sibling (child))
    {
      int minimum = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, get_child_width (self, row, width), &minimum, NULL, NULL, NULL);
      height = MAX (height, minimum);
    }
  return height;
}

static GtkSizeRequestMode
cvn_columns_layout_get_request_mode (GtkLayoutManager *layout,
                                     GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (CvnColumnsLayout *self,
               GtkWidget        *widget,
               int              *minimum,
               int              *natural)
{
  int n = MIN (count_children (widget), self->max_columns);

  *minimum = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
    }
  *natural = MAX (*minimum, n * self->min_width + MAX (0, n - 1) * self->spacing);
}

static void
cvn_columns_layout_measure (GtkLayoutManager *layout,
                            GtkWidget        *widget,
                            GtkOrientation    orientation,
                            int               for_size,
                            int              *minimum,
                            int              *natural,
                            int              *minimum_baseline,
                            int              *natural_baseline)
{
  CvnColumnsLayout *self = CVN_COLUMNS_LAYOUT (layout);
  GtkWidget        *child = gtk_widget_get_first_child (widget);
  int               least;
  int               width;
  int               height = 0;
  int               n_columns;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }
  /* A scrolled window asks again with a width: wrapping all texts once without one is a waste there. */
  if (for_size < 0 && gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT) != NULL)
    {
      *minimum = *natural = 0;
      return;
    }
  width = for_size;
  if (for_size < 0)
    measure_width (self, widget, &least, &width);
  width = MAX (1, width);
  n_columns = count_columns (self, width, count_children (widget));
  while (child != NULL)
    {
      GtkWidget *after;
      Row        row = take_row (child, n_columns, &after);

      height += measure_row (self, &row, after, width) + (height > 0 ? self->spacing : 0);
      child = after;
    }
  *minimum = *natural = height;
}

static void
cvn_columns_layout_allocate (GtkLayoutManager *layout,
                             GtkWidget        *widget,
                             int               width,
                             int               height,
                             int               baseline)
{
  CvnColumnsLayout *self = CVN_COLUMNS_LAYOUT (layout);
  GtkWidget        *child = gtk_widget_get_first_child (widget);
  int               n_columns = count_columns (self, width, count_children (widget));
  gboolean          reversed = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int               y = 0;

  while (child != NULL)
    {
      GtkWidget *after;
      Row        row = take_row (child, n_columns, &after);
      int        row_height = measure_row (self, &row, after, width);
      int        child_width = get_child_width (self, &row, width);
      int        x = 0;

      for (; child != after; child = gtk_widget_get_next_sibling (child))
        {
          GtkAllocation place = { reversed ? width - x - child_width : x, y, child_width, row_height };

          if (!gtk_widget_should_layout (child))
            continue;
          gtk_widget_size_allocate (child, &place, -1);
          x += child_width + self->spacing;
        }
      y += row_height + self->spacing;
    }
}

static void
cvn_columns_layout_class_init (CvnColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = cvn_columns_layout_get_request_mode;
  layout_class->measure = cvn_columns_layout_measure;
  layout_class->allocate = cvn_columns_layout_allocate;
}

static void
cvn_columns_layout_init (CvnColumnsLayout *self)
{
}

/**
 * cvn_columns_layout_new:
 * @min_width: the width below which a column is not made, in pixels
 * @max_columns: how many columns at most
 * @spacing: between columns and between rows, in pixels
 *
 * Returns: (transfer full): the layout
 */
GtkLayoutManager *
cvn_columns_layout_new (int min_width,
                        int max_columns,
                        int spacing)
{
  CvnColumnsLayout *self = g_object_new (CVN_TYPE_COLUMNS_LAYOUT, NULL);

  self->min_width = min_width;
  self->max_columns = max_columns;
  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
