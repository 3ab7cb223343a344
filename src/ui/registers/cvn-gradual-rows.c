/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-gradual-rows"

#include "cvn-gradual-rows.h"

/* GTK makes widgets for two hundred rows, however few are visible. Made or taken down at one go they hold up the window for
 * longer than people fail to notice. So a view gets the first rows, enough to fill a window, and more whenever there is
 * time; and a view that is not seen any more loses them bit by bit. */
#define STEP   40
#define ENOUGH 240

struct _CvnGradualRows
{
  GObject parent_instance;

  GtkSelectionModel *rows;
  guint              n_rows;
  guint              limit;   /* of the rows, those that are shown */
  gboolean           leaving; /* fewer are shown all the time, not more */
  guint              step_id;
};

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CvnGradualRows, cvn_gradual_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                 G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static GType
get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (G_LIST_MODEL (CVN_GRADUAL_ROWS (model)->rows));
}

static guint
get_n_items (GListModel *model)
{
  CvnGradualRows *self = CVN_GRADUAL_ROWS (model);

  return MIN (self->n_rows, self->limit);
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  CvnGradualRows *self = CVN_GRADUAL_ROWS (model);

  return position < self->limit ? g_list_model_get_item (G_LIST_MODEL (self->rows), position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model,
             guint              position)
{
  return gtk_selection_model_is_selected (CVN_GRADUAL_ROWS (model)->rows, position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n_items)
{
  return gtk_selection_model_get_selection_in_range (CVN_GRADUAL_ROWS (model)->rows, position, n_items);
}

static gboolean
select_item (GtkSelectionModel *model,
             guint              position,
             gboolean           unselect_rest)
{
  return gtk_selection_model_select_item (CVN_GRADUAL_ROWS (model)->rows, position, unselect_rest);
}

static gboolean
unselect_item (GtkSelectionModel *model,
               guint              position)
{
  return gtk_selection_model_unselect_item (CVN_GRADUAL_ROWS (model)->rows, position);
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
}

static void
set_limit (CvnGradualRows *self,
           guint           limit)
{
  guint old = MIN (self->n_rows, self->limit);
  guint new = MIN (self->n_rows, limit);

  self->limit = limit;
  if (new > old)
    g_list_model_items_changed (G_LIST_MODEL (self), old, 0, new - old);
  else if (new < old)
    g_list_model_items_changed (G_LIST_MODEL (self), new, old - new, 0);
}

static gboolean
step_cb (gpointer data)
{
  CvnGradualRows *self = data;

  if (self->leaving && self->limit > 0)
    set_limit (self, MIN (self->limit, ENOUGH) - STEP);
  else if (!self->leaving && self->limit < ENOUGH)
    set_limit (self, self->limit + STEP);
  else
    {
      self->step_id = 0;
      set_limit (self, self->leaving ? 0 : G_MAXUINT);
      return G_SOURCE_REMOVE;
    }
  return G_SOURCE_CONTINUE;
}

/* After a frame, so that what has been done so far is seen. */
static void
schedule (CvnGradualRows *self)
{
  if (self->step_id == 0)
    self->step_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, step_cb, self, NULL);
}

static void
items_changed_cb (CvnGradualRows *self,
                  guint           position,
                  guint           removed,
                  guint           added)
{
  guint old = MIN (self->n_rows, self->limit);
  guint new;

  if (self->n_rows == 0 && !self->leaving)
    cvn_gradual_rows_start (self);
  self->n_rows = self->n_rows - removed + added;
  new = MIN (self->n_rows, self->limit);
  if (position >= MAX (old, new))
    return;
  /* What comes after the rows that changed moves up or down, and across the limit. */
  if (removed != added && self->limit != G_MAXUINT)
    g_list_model_items_changed (G_LIST_MODEL (self), position, old - position, new - position);
  else
    g_list_model_items_changed (G_LIST_MODEL (self), position, MIN (removed, old - position), MIN (added, new - position));
}

static void
selection_changed_cb (CvnGradualRows *self,
                      guint           position,
                      guint           n_items)
{
  guint shown = MIN (self->n_rows, self->limit);

  if (position < shown)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, MIN (n_items, shown - position));
}

static void
cvn_gradual_rows_dispose (GObject *object)
{
  CvnGradualRows *self = CVN_GRADUAL_ROWS (object);

  g_clear_handle_id (&self->step_id, g_source_remove);
  G_OBJECT_CLASS (cvn_gradual_rows_parent_class)->dispose (object);
}

static void
cvn_gradual_rows_finalize (GObject *object)
{
  g_object_unref (CVN_GRADUAL_ROWS (object)->rows);
  G_OBJECT_CLASS (cvn_gradual_rows_parent_class)->finalize (object);
}

static void
cvn_gradual_rows_class_init (CvnGradualRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cvn_gradual_rows_dispose;
  object_class->finalize = cvn_gradual_rows_finalize;
}

static void
cvn_gradual_rows_init (CvnGradualRows *self)
{
  self->leaving = TRUE;
}

/**
 * cvn_gradual_rows_new:
 * @rows: (transfer none): the rows, with what is selected of them
 *
 * Returns: (transfer full): the same rows and the same selection; no row is shown before cvn_gradual_rows_start()
 */
CvnGradualRows *
cvn_gradual_rows_new (GtkSelectionModel *rows)
{
  CvnGradualRows *self = g_object_new (CVN_TYPE_GRADUAL_ROWS, NULL);

  self->rows = g_object_ref (rows);
  self->n_rows = g_list_model_get_n_items (G_LIST_MODEL (rows));
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/** cvn_gradual_rows_start: shows the first rows only, to a view that is about to make its widgets, and then more. */
void
cvn_gradual_rows_start (CvnGradualRows *self)
{
  self->leaving = FALSE;
  set_limit (self, STEP);
  schedule (self);
}

/** cvn_gradual_rows_stop: shows fewer and fewer rows and then none, to a view that is not seen any more. */
void
cvn_gradual_rows_stop (CvnGradualRows *self)
{
  self->leaving = TRUE;
  schedule (self);
}

/** cvn_gradual_rows_show_all: shows every row at once, because one far down is to be seen. */
void
cvn_gradual_rows_show_all (CvnGradualRows *self)
{
  self->leaving = FALSE;
  set_limit (self, G_MAXUINT);
}
