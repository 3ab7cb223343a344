/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where a cell goes when there is no room for columns. */
typedef enum {
  CVN_NARROW_LEAD,  /* at the beginning of the first line */
  CVN_NARROW_VALUE, /* at the end of the first line */
  CVN_NARROW_LINE,  /* on a line of its own */
  CVN_NARROW_HIDE,  /* nowhere */
} CvnNarrowPlace;

#define CVN_GRID_REST        0  /* a column that takes a part of what is left */
#define CVN_GRID_NARROW_ONLY -1 /* a cell that is no column */

typedef struct
{
  const char    *title; /* marked for translation; may be NULL */
  int            width; /* in pixels, or one of the above */
  float          xalign;
  CvnNarrowPlace narrow;
} CvnGridColumn;

/* Lays the children of a row out as cells, one for each column in their order: beside each other, or in lines when it is narrow. */
#define CVN_TYPE_GRID_LAYOUT (cvn_grid_layout_get_type ())
G_DECLARE_FINAL_TYPE (CvnGridLayout, cvn_grid_layout, CVN, GRID_LAYOUT, GtkLayoutManager)

GtkLayoutManager *cvn_grid_layout_new (const CvnGridColumn *columns, guint n_columns, gboolean is_header);

G_END_DECLS
