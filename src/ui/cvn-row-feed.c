/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-row-feed"

#include "cvn-row-feed.h"

#include "cvn-wide-row.h"

/* Rows whose words wrap take milliseconds each to be measured. */
#define ROWS_PER_FRAME 3

struct _CvnRowFeed
{
  GObject parent_instance;

  GtkWidget *owner;   /* weak: whose frames are counted */
  GQueue     waiting; /* of owned rows that are still hidden, in their order */
  guint      n_first;
  guint      n_at_once; /* rows that are not hidden */
  guint      n_added;   /* since the rows were last begun */
  guint      tick_id;
};

G_DEFINE_FINAL_TYPE (CvnRowFeed, cvn_row_feed, G_TYPE_OBJECT)

static void
show_rows (CvnRowFeed *self,
           guint       n)
{
  for (; n > 0 && !g_queue_is_empty (&self->waiting); n--)
    {
      g_autoptr (GtkWidget) row = g_queue_pop_head (&self->waiting);

      gtk_widget_set_visible (row, TRUE);
    }
}

static gboolean
frame_cb (GtkWidget     *owner,
          GdkFrameClock *clock,
          gpointer       data)
{
  CvnRowFeed *self = data;

  show_rows (self, ROWS_PER_FRAME);
  if (!g_queue_is_empty (&self->waiting))
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
cvn_row_feed_finalize (GObject *object)
{
  CvnRowFeed *self = CVN_ROW_FEED (object);

  if (self->owner != NULL && self->tick_id > 0)
    gtk_widget_remove_tick_callback (self->owner, self->tick_id);
  g_clear_weak_pointer (&self->owner);
  g_queue_clear_full (&self->waiting, g_object_unref);
  G_OBJECT_CLASS (cvn_row_feed_parent_class)->finalize (object);
}

static void
cvn_row_feed_class_init (CvnRowFeedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cvn_row_feed_finalize;
}

static void
cvn_row_feed_init (CvnRowFeed *self)
{
  g_queue_init (&self->waiting);
}

/**
 * cvn_row_feed_new:
 * @owner: the widget that the rows are in, which lets go of the feed when it is disposed
 * @n_first: how many rows are visible at once: what fits on a screen
 */
CvnRowFeed *
cvn_row_feed_new (GtkWidget *owner,
                  guint      n_first)
{
  CvnRowFeed *self = g_object_new (CVN_TYPE_ROW_FEED, NULL);

  g_set_weak_pointer (&self->owner, owner);
  self->n_first = self->n_at_once = n_first;
  return self;
}

/** cvn_row_feed_begin: other rows are to come; as many as could be seen before are visible at once, so that what was scrolled stays. */
void
cvn_row_feed_begin (CvnRowFeed *self)
{
  self->n_at_once = MAX (self->n_first, self->n_added - g_queue_get_length (&self->waiting));
  self->n_added = 0;
  g_queue_clear_full (&self->waiting, g_object_unref);
}

/** cvn_row_feed_add: @row is in its list, below those added before. */
void
cvn_row_feed_add (CvnRowFeed *self,
                  GtkWidget  *row)
{
  self->n_added++;
  cvn_wide_row_prepare (row);
  if (self->n_added <= self->n_at_once || self->owner == NULL)
    return;
  gtk_widget_set_visible (row, FALSE);
  g_queue_push_tail (&self->waiting, g_object_ref (row));
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (self->owner, frame_cb, self, NULL);
}

/** cvn_row_feed_show_all: no row waits any longer, as one of them is to have the focus. */
void
cvn_row_feed_show_all (CvnRowFeed *self)
{
  show_rows (self, G_MAXUINT);
}
