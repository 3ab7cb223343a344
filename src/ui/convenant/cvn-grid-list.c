/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-grid-list"

#include "cvn-grid-list.h"

#include "cvn-row-feed.h"

#include <glib/gi18n-lib.h>

/* Rows before all are asked for: nobody reads more at once, and a row is a dozen widgets. */
#define MAX_ROWS 60

/* Rows that are seen in the first frame. */
#define FIRST_ROWS 16

/* Letters of a text from which on it may take two lines. */
#define SHORTEST_WRAPPED 12

struct _CvnGridList
{
  GtkBox parent_instance;

  const CvnGridColumn *columns;
  guint                n_columns;
  GtkListBox          *list;
  GtkWidget           *header;
  GPtrArray           *ids;    /* of char*, by place */
  guint                n_rows; /* that there are, shown or not */
  guint                limit;
  CvnRowFeed          *feed;
  char                *focused; /* id of the row that had the focus before the rows were made again */
};

typedef enum {
  ACTIVATED,
  REFILL,
  N_SIGNALS,
} CvnGridListSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnGridList, cvn_grid_list, GTK_TYPE_BOX)

static void
row_activated_cb (CvnGridList   *self,
                  GtkListBoxRow *row)
{
  guint place = (guint) gtk_list_box_row_get_index (row);

  if (place < self->ids->len)
    {
      g_autofree char *id = g_strdup (g_ptr_array_index (self->ids, place));

      if (id != NULL)
        g_signal_emit (self, signals[ACTIVATED], 0, id);
      return;
    }
  self->limit = G_MAXUINT;
  g_signal_emit (self, signals[REFILL], 0);
}

static void
cvn_grid_list_dispose (GObject *object)
{
  g_clear_object (&CVN_GRID_LIST (object)->feed);
  G_OBJECT_CLASS (cvn_grid_list_parent_class)->dispose (object);
}

static void
cvn_grid_list_finalize (GObject *object)
{
  CvnGridList *self = CVN_GRID_LIST (object);

  g_ptr_array_unref (self->ids);
  g_free (self->focused);
  G_OBJECT_CLASS (cvn_grid_list_parent_class)->finalize (object);
}

static void
cvn_grid_list_class_init (CvnGridListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_grid_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_grid_list_finalize;
  signals[ACTIVATED] = g_signal_new ("activated", CVN_TYPE_GRID_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REFILL] = g_signal_new ("refill", CVN_TYPE_GRID_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_grid_list_init (CvnGridList *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->limit = MAX_ROWS;
  self->feed = cvn_row_feed_new (GTK_WIDGET (self), FIRST_ROWS);
}

static void
add_header (CvnGridList *self)
{
  self->header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->header, "cvn-grid-header");
  gtk_widget_set_layout_manager (self->header, cvn_grid_layout_new (self->columns, self->n_columns, TRUE));
  for (guint i = 0; i < self->n_columns; i++)
    {
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", self->columns[i].title != NULL ? _(self->columns[i].title) : "",
                                       "xalign", self->columns[i].xalign, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

      gtk_widget_add_css_class (label, "caption-heading");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_set_parent (label, self->header);
    }
  gtk_box_append (GTK_BOX (self), self->header);
}

/**
 * cvn_grid_list_new:
 * @columns: static
 * @name: what the list is called for who cannot see it
 * @nothing: what it says without rows
 */
GtkWidget *
cvn_grid_list_new (const CvnGridColumn *columns,
                   guint                n_columns,
                   const char          *name,
                   const char          *nothing)
{
  CvnGridList *self = g_object_new (CVN_TYPE_GRID_LIST, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3, NULL);
  GtkWidget   *placeholder = g_object_new (GTK_TYPE_LABEL, "label", nothing, "xalign", 0.0, "wrap", TRUE, NULL);

  self->columns = columns;
  self->n_columns = n_columns;
  add_header (self);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (placeholder, "dim-label");
  gtk_widget_add_css_class (placeholder, "cvn-grid-nothing");
  gtk_list_box_set_placeholder (self->list, placeholder);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  return GTK_WIDGET (self);
}

/** cvn_grid_list_begin: takes all rows away; @n_rows are to come. */
void
cvn_grid_list_begin (CvnGridList *self,
                     guint        n_rows)
{
  GtkWidget *row;

  g_free (self->focused);
  self->focused = g_strdup (cvn_grid_list_get_focused (self));
  cvn_row_feed_begin (self->feed);
  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_ptr_array_set_size (self->ids, 0);
  self->n_rows = n_rows;
  gtk_widget_set_visible (self->header, n_rows > 0);
}

/** cvn_grid_list_is_full: whether the rows that are still to come wait until they are asked for. */
gboolean
cvn_grid_list_is_full (CvnGridList *self)
{
  return self->ids->len >= self->limit;
}

/**
 * cvn_grid_list_add:
 * @id: (nullable): what the row opens; NULL for a row that opens nothing
 * @sentence: all that the row says, for who cannot see it
 * @cells: one for each column; NULL for an empty one
 *
 * Returns: (transfer none): a row below the others; of a long list it becomes visible a frame later
 */
GtkWidget *
cvn_grid_list_add (CvnGridList      *self,
                   const char       *id,
                   const char       *sentence,
                   GtkWidget *const *cells)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, "activatable", id != NULL, "focusable", TRUE, NULL);

  gtk_widget_add_css_class (box, "cvn-grid-row");
  gtk_widget_set_layout_manager (box, cvn_grid_layout_new (self->columns, self->n_columns, FALSE));
  for (guint i = 0; i < self->n_columns; i++)
    gtk_widget_set_parent (cells[i] != NULL ? cells[i] : g_object_new (GTK_TYPE_LABEL, "visible", FALSE, NULL), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_list_box_append (self->list, row);
  cvn_row_feed_add (self->feed, row);
  g_ptr_array_add (self->ids, g_strdup (id));
  return row;
}

/** cvn_grid_list_end: all rows are there; the one that had the focus has it again. */
void
cvn_grid_list_end (CvnGridList *self)
{
  GtkWidget *row;

  if (self->ids->len < self->n_rows)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("Show %u", "Show All %u", self->n_rows), self->n_rows);
      GtkWidget       *label = g_object_new (GTK_TYPE_LABEL, "label", text, "margin-top", 10, "margin-bottom", 10, NULL);

      gtk_widget_add_css_class (label, "dim-label");
      row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", label, NULL);
      gtk_list_box_append (self->list, row);
      cvn_row_feed_add (self->feed, row);
    }
  row = self->focused != NULL ? cvn_grid_list_find (self, self->focused) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

/** cvn_grid_list_get_focused: (nullable): the id of the row that has the focus. */
const char *
cvn_grid_list_get_focused (CvnGridList *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  guint      place = GTK_IS_LIST_BOX_ROW (focus) ? (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : G_MAXUINT;

  return place < self->ids->len ? g_ptr_array_index (self->ids, place) : NULL;
}

/** cvn_grid_list_find: (transfer none) (nullable): the row that opens @id, which is visible from now on. */
GtkWidget *
cvn_grid_list_find (CvnGridList *self,
                    const char  *id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->ids, i), id) == 0)
      {
        GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) i));

        if (!gtk_widget_get_visible (row))
          cvn_row_feed_show_all (self->feed);
        return row;
      }
  return NULL;
}

/* Words may take two lines: a name that is cut off can be any of two. Figures never break, and what is short does not either: of a
 * label that wraps GTK 4.8 finds the dots wider than a text of one letter, and says so. */
static GtkWidget *
make_label (const char *text,
            float       xalign)
{
  gboolean wraps = text != NULL && xalign < 0.9f && g_utf8_strlen (text, -1) >= SHORTEST_WRAPPED;

  return g_object_new (GTK_TYPE_LABEL, "label", text != NULL ? text : "", "xalign", xalign, "ellipsize", PANGO_ELLIPSIZE_END,
                       "wrap", wraps, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", wraps ? 2 : -1, NULL);
}

/** cvn_grid_cell_new: @text, and small below it @detail, which may be NULL. Right aligned cells hold figures. */
GtkWidget *
cvn_grid_cell_new (const char *text,
                   float       xalign,
                   const char *detail)
{
  GtkWidget *label = make_label (text, xalign);
  GtkWidget *below;
  GtkWidget *box;

  if (xalign > 0.9f)
    gtk_widget_add_css_class (label, "numeric");
  if (detail == NULL)
    return label;
  box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "valign", GTK_ALIGN_CENTER, NULL);
  below = make_label (detail, xalign);
  gtk_widget_add_css_class (below, "caption");
  gtk_widget_add_css_class (below, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), below);
  return box;
}
