/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-layout"

#include "cvn-report-private.h"

/* Below two columns, before what goes across the page again. */
#define COLUMNS_AFTER 14.0

/* How far the layout is. */
typedef struct
{
  CvnReport *report;
  guint      page;
  double     y;
  double     bottom;
} Cursor;

static CvnReportBlock *
get_block (CvnReport *self,
           guint      index)
{
  return g_ptr_array_index (self->blocks, index);
}

static gboolean
is_at_top (const Cursor *cursor)
{
  return cursor->y <= CVN_REPORT_TOP;
}

static void
turn_page (Cursor *cursor)
{
  cursor->page++;
  cursor->y = CVN_REPORT_TOP;
}

static double
get_space (const Cursor   *cursor,
           CvnReportBlock *block)
{
  return is_at_top (cursor) ? 0 : block->space_before;
}

/* The next block of the same column, or the number of blocks. */
static guint
find_next (CvnReport *self,
           guint      index)
{
  CvnReportBlock *block = get_block (self, index);
  guint           next = index + 1;

  while (next < self->blocks->len && get_block (self, next)->columns == block->columns && get_block (self, next)->is_side != block->is_side)
    next++;
  return next < self->blocks->len && get_block (self, next)->columns == block->columns ? next : self->blocks->len;
}

/* The height of the fewest parts that may stand alone at the beginning of the block, with what has to follow it. */
static double
get_least_height (CvnReport *self,
                  guint      index)
{
  CvnReportBlock *block = get_block (self, index);
  guint           next = find_next (self, index);
  guint           to = 1;
  double          height;

  if (block->n_parts == 0)
    return 0;
  while (to < block->n_parts && !cvn_report_block_may_break (block, to))
    to++;
  height = block->klass->get_height (block, 0, to);
  if (block->keep_with_next && to == block->n_parts && next < self->blocks->len)
    height += get_block (self, next)->space_before + get_least_height (self, next);
  return height;
}

/* How far the parts from @from fit in @room; @from itself when none do. */
static guint
find_end (CvnReportBlock *block,
          guint           from,
          double          room)
{
  guint last = from;

  for (guint to = from + 1; to <= block->n_parts; to++)
    {
      if (block->klass->get_height (block, from, to) > room)
        break;
      if (to == block->n_parts || cvn_report_block_may_break (block, to))
        last = to;
    }
  return last;
}

static void
place (Cursor *cursor,
       guint   index,
       guint   from,
       guint   to)
{
  CvnReportBlock *block = get_block (cursor->report, index);
  CvnReportPlace  added = { cursor->page, index, from, to, cursor->y };

  g_array_append_val (cursor->report->places, added);
  cursor->y += block->klass->get_height (block, from, to);
}

static void
place_block (Cursor *cursor,
             guint   index)
{
  CvnReportBlock *block = get_block (cursor->report, index);
  guint           from = 0;

  /* A table without rows is not there. */
  if (block->n_parts == 0)
    return;
  if (!is_at_top (cursor) && cursor->y + block->space_before + get_least_height (cursor->report, index) > cursor->bottom)
    turn_page (cursor);
  cursor->y += get_space (cursor, block);
  while (from < block->n_parts)
    {
      guint to = find_end (block, from, cursor->bottom - cursor->y);

      if (to == from && !is_at_top (cursor))
        {
          turn_page (cursor);
          continue;
        }
      /* Higher than a whole page: it runs into the margin rather than vanish. */
      to = MAX (to, from + 1);
      place (cursor, index, from, to);
      from = to;
      if (from < block->n_parts)
        turn_page (cursor);
    }
}

static gboolean
is_further (const Cursor *cursor,
            const Cursor *other)
{
  return cursor->page > other->page || (cursor->page == other->page && cursor->y > other->y);
}

/* Both columns begin at one height; what follows them begins below the longer one. Returns: the first block after them. */
static guint
place_columns (Cursor *cursor,
               guint   index)
{
  guint  columns = get_block (cursor->report, index)->columns;
  Cursor ends[2] = { *cursor, *cursor };
  guint  i;

  ends[1].y += CVN_REPORT_SIDE_PAD;
  for (i = index; i < cursor->report->blocks->len && get_block (cursor->report, i)->columns == columns; i++)
    place_block (&ends[get_block (cursor->report, i)->is_side ? 1 : 0], i);
  ends[1].y += CVN_REPORT_SIDE_PAD;
  *cursor = is_further (&ends[1], &ends[0]) ? ends[1] : ends[0];
  cursor->y += COLUMNS_AFTER;
  return i;
}

/** cvn_report_get_content_width: between the margins. */
double
cvn_report_get_content_width (CvnReport *self)
{
  double width;
  double height;

  cvn_report_get_page_size (self, &width, &height);
  return width - 2 * CVN_REPORT_MARGIN;
}

/** cvn_report_get_content_height: between what stands above and below each page. */
double
cvn_report_get_content_height (CvnReport *self)
{
  double width;
  double height;

  cvn_report_get_page_size (self, &width, &height);
  return height - CVN_REPORT_TOP - CVN_REPORT_BOTTOM;
}

/** cvn_report_lay_out_with: finds the place of every block, once, with a setter of text that may be painted with as well. */
void
cvn_report_lay_out_with (CvnReport     *self,
                         CvnReportText *text)
{
  Cursor cursor = { self, 0, CVN_REPORT_TOP, CVN_REPORT_TOP + cvn_report_get_content_height (self) };

  if (self->places != NULL)
    return;
  self->places = g_array_new (FALSE, FALSE, sizeof (CvnReportPlace));
  for (guint i = 0; i < self->blocks->len; i++)
    {
      CvnReportBlock *block = get_block (self, i);

      if (block->columns == 0)
        block->width = cvn_report_get_content_width (self);
      block->n_parts = block->klass->measure (block, text, block->width);
    }
  for (guint i = 0; i < self->blocks->len;)
    {
      if (get_block (self, i)->columns != 0)
        i = place_columns (&cursor, i);
      else
        place_block (&cursor, i++);
    }
  self->n_pages = cursor.page + 1;
}

/** cvn_report_lay_out: the same with a setter of its own. */
void
cvn_report_lay_out (CvnReport *self)
{
  g_auto (CvnReportText) text = { NULL };

  if (self->places != NULL)
    return;
  cvn_report_text_init (&text);
  cvn_report_lay_out_with (self, &text);
}
