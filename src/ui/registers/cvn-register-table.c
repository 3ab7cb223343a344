/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-register-table"

#include "cvn-register-table.h"

#include "cvn-register-fields.h"
#include "cvn-tab-stop.h"

/* Around the words of a cell, and beside those of a heading for its arrow. */
#define CELL_PADDING 14
#define EDGE_PADDING 12
#define ARROW_WIDTH  10
#define LEAST_WIDTH  60
#define MOST_WIDTH   320
#define SHRUNK_WIDTH 120 /* of a column of words, when all of them want more than there is */
#define WIDTH_STEP   10
#define MOST_AIR     24 /* more between columns than they need, where there is room */

struct _CvnRegisterTable
{
  AdwBin parent_instance;

  GtkColumnView     *view;
  const CvnKind     *kind;
  GtkSelectionModel *model;   /* or NULL */
  GPtrArray         *columns; /* of Column */
  CvnRow            *low;     /* two rows that stand for any two: comparing them tells the order asked for */
  CvnRow            *high;
  int                asked; /* field of the sorter that was asked first */
  int                sort;
  gboolean           descending;
  gboolean           sorting; /* the order is being shown, not asked for */
  gboolean           fitted;  /* the columns have the widths of what is in them; from then on they are the user's */
  int                room;    /* for which they were fitted */
  guint              refit_id;
};

/* What the factory and the sorter of a column work with; freed with the table. */
typedef struct
{
  CvnRegisterTable    *table;
  GtkColumnViewColumn *column;
  int                  width; /* that it was given, by what is in it */
  const CvnField      *field;
  guint                place;
  GHashTable          *bound; /* of GtkListItem: those that show a row now */
} Column;

typedef enum {
  ACTIVATED,
  SORTED,
  N_SIGNALS,
} CvnRegisterTableSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnRegisterTable, cvn_register_table, ADW_TYPE_BIN)

static void
column_free (Column *column)
{
  g_hash_table_unref (column->bound);
  g_object_unref (column->column);
  g_free (column);
}

static void
show_text (Column      *column,
           GtkListItem *item)
{
  CvnRow          *row = gtk_list_item_get_item (item);
  g_autofree char *text = cvn_row_dup_text (row, column->place);

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)), text);
}

static void
setup_cb (Column      *column,
          GtkListItem *item)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), 0);
  if (cvn_register_field_is_number (column->field))
    {
      gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), 1.0f);
      gtk_widget_add_css_class (cell, "numeric");
    }
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (Column      *column,
         GtkListItem *item)
{
  g_hash_table_add (column->bound, item);
  show_text (column, item);
}

static void
unbind_cb (Column      *column,
           GtkListItem *item)
{
  g_hash_table_remove (column->bound, item);
}

static int
measure_text (Column     *column,
              const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (column->table->view), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width;

  if (cvn_register_field_is_number (column->field))
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* What the longest text at hand takes. Only that of most letters is measured: a layout costs more than all the rest. */
static int
measure_column (Column *column)
{
  const char      *heading = gtk_column_view_column_get_title (column->column);
  g_autofree char *longest = NULL;
  glong            most = 0;
  GHashTableIter   iter;
  gpointer         item;
  int              width = measure_text (column, heading) + ARROW_WIDTH;

  g_hash_table_iter_init (&iter, column->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)));
      glong       n = text != NULL ? g_utf8_strlen (text, -1) : 0;

      if (n <= most)
        continue;
      most = n;
      g_free (longest);
      longest = g_strdup (text);
    }
  if (longest != NULL)
    width = MAX (width, measure_text (column, longest));
  return CLAMP (width + CELL_PADDING, LEAST_WIDTH, MOST_WIDTH);
}

/* Words can be cut off at their end and still be understood; a date or an amount cannot. */
static int
shrink (Column *column,
        int     width,
        int     cap)
{
  gboolean is_words = column->field->type == CVN_FIELD_TEXT || column->field->type == CVN_FIELD_NOTE ||
                      column->field->type == CVN_FIELD_REFERENCE || column->field->type == CVN_FIELD_CHOICE;

  return is_words ? MIN (width, cap) : width;
}

/* The width there is; before the table has been laid out, that of what it is in. */
static int
get_room (CvnRegisterTable *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  while (widget != NULL && gtk_widget_get_width (widget) == 0)
    widget = gtk_widget_get_parent (widget);
  return (widget != NULL ? gtk_widget_get_width (widget) : 0) - 2 * EDGE_PADDING;
}

/* Gives each column what its texts take, once, when the first rows are there: an empty column takes no room from a long title.
 * Where all of them want more than there is, the widest columns of words give way. */
static void
fit_columns (CvnRegisterTable *self)
{
  int             available = get_room (self);
  g_autofree int *widths = g_new0 (int, self->columns->len);
  int             cap = MOST_WIDTH + WIDTH_STEP;
  int             sum;
  int             air;

  for (guint i = 0; i < self->columns->len; i++)
    widths[i] = measure_column (g_ptr_array_index (self->columns, i));
  do
    {
      cap -= WIDTH_STEP;
      sum = 0;
      for (guint i = 0; i < self->columns->len; i++)
        sum += shrink (g_ptr_array_index (self->columns, i), widths[i], cap);
    }
  while (sum > available && cap > SHRUNK_WIDTH);
  air = CLAMP ((available - sum) / (int) self->columns->len, 0, MOST_AIR);
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = g_ptr_array_index (self->columns, i);
      int     edge = i == 0 || i + 1 == self->columns->len ? EDGE_PADDING : 0;

      column->width = shrink (column, widths[i], cap) + edge + air;
      gtk_column_view_column_set_fixed_width (column->column, column->width);
    }
  self->fitted = TRUE;
  self->room = available;
}

/* A width that somebody gave a column stays. */
static gboolean
is_as_fitted (CvnRegisterTable *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = g_ptr_array_index (self->columns, i);

      if (gtk_column_view_column_get_fixed_width (column->column) != column->width)
        return FALSE;
    }
  return self->fitted;
}

static gboolean
refit_cb (gpointer data)
{
  CvnRegisterTable *self = data;

  self->refit_id = 0;
  if (is_as_fitted (self) && get_room (self) != self->room)
    fit_columns (self);
  return G_SOURCE_REMOVE;
}

/* A form came beside it, or went. Not while the table itself goes: nothing would be left to fit. Columns must not change while sizes are handed out. */
static void
resized_cb (CvnRegisterTable *self)
{
  if (self->view != NULL && self->refit_id == 0 && self->fitted && get_room (self) != self->room)
    self->refit_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, refit_cb, self, NULL);
}

/* Whether rows are there and have been read. */
static gboolean
has_rows (CvnRegisterTable *self)
{
  GHashTableIter iter;
  gpointer       item;

  if (self->columns->len == 0)
    return FALSE;
  g_hash_table_iter_init (&iter, ((Column *) g_ptr_array_index (self->columns, 0))->bound);
  return g_hash_table_iter_next (&iter, &item, NULL) && cvn_row_get_record (gtk_list_item_get_item (item)) != NULL;
}

static void
fit_once (CvnRegisterTable *self)
{
  if (!self->fitted && has_rows (self))
    fit_columns (self);
}

/* One signal for a whole page of rows is much cheaper than one for each cell. */
static void
rows_read_cb (CvnRegisterTable *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column        *column = g_ptr_array_index (self->columns, i);
      GHashTableIter iter;
      gpointer       item;

      g_hash_table_iter_init (&iter, column->bound);
      while (g_hash_table_iter_next (&iter, &item, NULL))
        show_text (column, item);
    }
  fit_once (self);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      data)
{
  Column *column = data;

  if (column->table->asked < 0)
    column->table->asked = (int) column->place;
  return a == b ? 0 : (a == column->table->low ? -1 : 1);
}

static void
sorter_changed_cb (CvnRegisterTable *self)
{
  GtkOrdering order;
  gboolean    descending;

  if (self->sorting || self->view == NULL)
    return;
  self->asked = -1;
  order = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), self->low, self->high);
  descending = self->asked >= 0 && order == GTK_ORDERING_LARGER;
  if (self->asked == self->sort && descending == self->descending)
    return;
  self->sort = self->asked;
  self->descending = descending;
  g_signal_emit (self, signals[SORTED], 0, self->sort, self->descending);
}

static void
activate_cb (CvnRegisterTable *self,
             guint             position)
{
  g_signal_emit (self, signals[ACTIVATED], 0, position);
}

static void
cvn_register_table_dispose (GObject *object)
{
  CvnRegisterTable *self = CVN_REGISTER_TABLE (object);

  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  self->view = NULL;
  g_clear_handle_id (&self->refit_id, g_source_remove);
  g_clear_object (&self->model);
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (cvn_register_table_parent_class)->dispose (object);
}

static void
cvn_register_table_finalize (GObject *object)
{
  CvnRegisterTable *self = CVN_REGISTER_TABLE (object);

  g_ptr_array_unref (self->columns);
  g_object_unref (self->low);
  g_object_unref (self->high);
  G_OBJECT_CLASS (cvn_register_table_parent_class)->finalize (object);
}

static void
cvn_register_table_class_init (CvnRegisterTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cvn_register_table_dispose;
  object_class->finalize = cvn_register_table_finalize;

  signals[ACTIVATED] = g_signal_new ("activated", CVN_TYPE_REGISTER_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SORTED] = g_signal_new ("sorted", CVN_TYPE_REGISTER_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);
}

static void
cvn_register_table_init (CvnRegisterTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->sort = -1;
  self->low = cvn_row_new (0);
  self->high = cvn_row_new (1);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "cvn-register");
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled)), "notify::page-size", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), cvn_tab_stop_new (scrolled));
}

/** cvn_register_table_set_list: where the rows come from; cells are written again when their records have been read. */
void
cvn_register_table_set_list (CvnRegisterTable *self,
                             CvnRecordList    *list)
{
  g_signal_connect_object (list, "rows-read", G_CALLBACK (rows_read_cb), self, G_CONNECT_SWAPPED);
}

static void
add_column (CvnRegisterTable *self,
            guint             place,
            gboolean          last)
{
  Column             *column = g_new0 (Column, 1);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  const CvnField     *field = &self->kind->fields[place];
  g_autofree char    *heading = cvn_register_field_dup_heading (field);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, column, NULL));

  column->table = self;
  column->field = field;
  column->place = place;
  column->bound = g_hash_table_new (NULL, NULL);
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), column);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), column);
  column->column = gtk_column_view_column_new (heading, factory);
  gtk_column_view_column_set_sorter (column->column, sorter);
  gtk_column_view_column_set_resizable (column->column, TRUE);
  gtk_column_view_column_set_fixed_width (column->column, cvn_register_field_get_width (field));
  gtk_column_view_column_set_expand (column->column, last || cvn_register_field_expands (field));
  gtk_column_view_append_column (self->view, column->column);
  g_ptr_array_add (self->columns, column);
}

/* The headings of numbers stand above them. GTK has no property for it. */
static void
align_headings (CvnRegisterTable *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; i < self->columns->len && title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    {
      Column    *column = g_ptr_array_index (self->columns, i);
      GtkWidget *box = gtk_widget_get_first_child (title);

      if (box != NULL && cvn_register_field_is_number (column->field))
        gtk_widget_set_halign (box, GTK_ALIGN_END);
    }
}

/**
 * cvn_register_table_set_kind:
 * @fields: (element-type guint): the fields of @kind to show, in order
 *
 * Shows other columns. The model must have been taken away before the kind changes.
 */
void
cvn_register_table_set_kind (CvnRegisterTable *self,
                             const CvnKind    *kind,
                             GArray           *fields)
{
  gboolean expands = FALSE;

  self->sorting = TRUE;
  self->fitted = FALSE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  for (guint i = 0; i < self->columns->len; i++)
    gtk_column_view_remove_column (self->view, ((Column *) g_ptr_array_index (self->columns, i))->column);
  g_ptr_array_set_size (self->columns, 0);
  self->kind = kind;
  for (guint i = 0; i < fields->len; i++)
    expands |= cvn_register_field_expands (&kind->fields[g_array_index (fields, guint, i)]);
  for (guint i = 0; i < fields->len; i++)
    add_column (self, g_array_index (fields, guint, i), !expands && i + 1 == fields->len);
  align_headings (self);
  self->sorting = FALSE;
}

/** cvn_register_table_set_model: (nullable): the rows, with what is selected of them. */
void
cvn_register_table_set_model (CvnRegisterTable  *self,
                              GtkSelectionModel *model)
{
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, fit_once, self);
  g_set_object (&self->model, model);
  gtk_column_view_set_model (self->view, model);
  /* After the view itself, which has made the rows then. */
  if (model != NULL)
    g_signal_connect_object (model, "items-changed", G_CALLBACK (fit_once), self, G_CONNECT_SWAPPED);
  fit_once (self);
}

/** cvn_register_table_set_sort: shows by an arrow that the rows are ordered by @field; -1 for none. */
void
cvn_register_table_set_sort (CvnRegisterTable *self,
                             int               field,
                             gboolean          descending)
{
  GtkColumnViewColumn *sorted = NULL;

  self->sort = field;
  self->descending = descending;
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = g_ptr_array_index (self->columns, i);

      if ((int) column->place == field)
        sorted = column->column;
    }
  self->sorting = TRUE;
  gtk_column_view_sort_by_column (self->view, sorted, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->sorting = FALSE;
}

/** cvn_register_table_get_view: the widget that has the focus while rows are walked through. */
GtkWidget *
cvn_register_table_get_view (CvnRegisterTable *self)
{
  return GTK_WIDGET (self->view);
}

/** cvn_register_table_find_position: the position of the row that @cell is part of; GTK_INVALID_LIST_POSITION if none. */
guint
cvn_register_table_find_position (CvnRegisterTable *self,
                                  GtkWidget        *cell)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column        *column = g_ptr_array_index (self->columns, i);
      GHashTableIter iter;
      gpointer       item;

      g_hash_table_iter_init (&iter, column->bound);
      while (g_hash_table_iter_next (&iter, &item, NULL))
        if (cell == gtk_list_item_get_child (item) || gtk_widget_get_first_child (cell) == gtk_list_item_get_child (item))
          return gtk_list_item_get_position (item);
    }
  return GTK_INVALID_LIST_POSITION;
}

/** cvn_register_table_focus: gives the row that is selected the focus, or else the first; says whether there is one. */
gboolean
cvn_register_table_focus (CvnRegisterTable *self)
{
  return cvn_tab_stop_enter (CVN_TAB_STOP (adw_bin_get_child (ADW_BIN (self))));
}
