/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-register-rows"

#include "cvn-register-rows.h"

#include "cvn-register-fields.h"
#include "cvn-tab-stop.h"

/* Room for an amount of millions: an inscription that is too narrow wraps, and the sign of the euro is gone. */
#define AMOUNT_CHARS 12
#define COUNT_CHARS  6

struct _CvnRegisterRows
{
  AdwBin parent_instance;

  GtkListView   *view;
  const CvnKind *kind;   /* of what is shown, or is about to be */
  int            amount; /* the field at the right end, or -1 */
  GHashTable    *bound;  /* of GtkListItem: those that show a row now */
};

typedef enum {
  ACTIVATED,
  N_SIGNALS,
} CvnRegisterRowsSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnRegisterRows, cvn_register_rows, ADW_TYPE_BIN)

static GtkWidget *
make_line (void)
{
  GtkWidget *line = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (line), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_hexpand (line, TRUE);
  return line;
}

static void
setup_cb (CvnRegisterRows *self,
          GtkListItem     *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *details = make_line ();
  GtkWidget *amount = gtk_inscription_new (NULL);

  gtk_box_append (GTK_BOX (lines), make_line ());
  gtk_widget_add_css_class (details, "dim-label");
  gtk_widget_add_css_class (details, "caption");
  gtk_box_append (GTK_BOX (lines), details);
  gtk_box_append (GTK_BOX (row), lines);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (amount), 1.0f);
  gtk_widget_add_css_class (amount, "numeric");
  gtk_box_append (GTK_BOX (row), amount);
  gtk_list_item_set_child (item, row);
}

static void
show_row (CvnRegisterRows *self,
          GtkListItem     *item)
{
  CvnRow          *row = gtk_list_item_get_item (item);
  GtkWidget       *lines = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget       *amount = gtk_widget_get_next_sibling (lines);
  g_autofree char *details = cvn_register_row_dup_details (row, self->amount);
  g_autofree char *number = self->amount >= 0 ? cvn_row_dup_text (row, (guint) self->amount) : NULL;

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_first_child (lines)), cvn_row_get_title (row));
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_last_child (lines)), details);
  gtk_inscription_set_text (GTK_INSCRIPTION (amount), number);
  if (self->amount >= 0)
    {
      guint chars = self->kind->fields[self->amount].type == CVN_FIELD_MONEY ? AMOUNT_CHARS : COUNT_CHARS;

      gtk_inscription_set_nat_chars (GTK_INSCRIPTION (amount), chars);
      gtk_inscription_set_min_chars (GTK_INSCRIPTION (amount), chars);
    }
  gtk_widget_set_visible (amount, self->amount >= 0);
}

static void
bind_cb (CvnRegisterRows *self,
         GtkListItem     *item)
{
  g_hash_table_add (self->bound, item);
  show_row (self, item);
}

static void
unbind_cb (CvnRegisterRows *self,
           GtkListItem     *item)
{
  g_hash_table_remove (self->bound, item);
}

/* Newer versions of GTK let go of the rows of the kind shown before only after those of the next have come. */
static gboolean
is_of_kind (CvnRegisterRows *self,
            GtkListItem     *item)
{
  CvnRow    *row = gtk_list_item_get_item (item);
  CvnRecord *record = row != NULL ? cvn_row_get_record (row) : NULL;

  return row != NULL && (record == NULL || cvn_record_get_kind (record) == self->kind);
}

static void
rows_read_cb (CvnRegisterRows *self)
{
  GHashTableIter iter;
  gpointer       item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (is_of_kind (self, item))
      show_row (self, item);
}

static void
activate_cb (CvnRegisterRows *self,
             guint            position)
{
  g_signal_emit (self, signals[ACTIVATED], 0, position);
}

static void
cvn_register_rows_dispose (GObject *object)
{
  CvnRegisterRows *self = CVN_REGISTER_ROWS (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  self->view = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (cvn_register_rows_parent_class)->dispose (object);
}

static void
cvn_register_rows_finalize (GObject *object)
{
  g_hash_table_unref (CVN_REGISTER_ROWS (object)->bound);
  G_OBJECT_CLASS (cvn_register_rows_parent_class)->finalize (object);
}

static void
cvn_register_rows_class_init (CvnRegisterRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cvn_register_rows_dispose;
  object_class->finalize = cvn_register_rows_finalize;

  signals[ACTIVATED] = g_signal_new ("activated", CVN_TYPE_REGISTER_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
cvn_register_rows_init (CvnRegisterRows *self)
{
  GtkWidget          *scrolled = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->amount = -1;
  self->bound = g_hash_table_new (NULL, NULL);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_show_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "cvn-register");
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), cvn_tab_stop_new (scrolled));
}

/** cvn_register_rows_set_list: where the rows come from; they are written again when their records have been read. */
void
cvn_register_rows_set_list (CvnRegisterRows *self,
                            CvnRecordList   *list)
{
  g_signal_connect_object (list, "rows-read", G_CALLBACK (rows_read_cb), self, G_CONNECT_SWAPPED);
}

/** cvn_register_rows_set_kind: the kind of what the next model holds. */
void
cvn_register_rows_set_kind (CvnRegisterRows *self,
                            const CvnKind   *kind)
{
  self->kind = kind;
  self->amount = cvn_register_fields_find_amount (kind);
}

/** cvn_register_rows_set_model: (nullable): the rows, with what is selected of them. */
void
cvn_register_rows_set_model (CvnRegisterRows   *self,
                             GtkSelectionModel *model)
{
  gtk_list_view_set_model (self->view, model);
}

/** cvn_register_rows_get_view: the widget that has the focus while rows are walked through. */
GtkWidget *
cvn_register_rows_get_view (CvnRegisterRows *self)
{
  return GTK_WIDGET (self->view);
}

/** cvn_register_rows_find_position: the position of the row that @cell is; GTK_INVALID_LIST_POSITION if none. */
guint
cvn_register_rows_find_position (CvnRegisterRows *self,
                                 GtkWidget       *cell)
{
  GHashTableIter iter;
  gpointer       item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (cell == gtk_list_item_get_child (item) || gtk_widget_get_first_child (cell) == gtk_list_item_get_child (item))
      return gtk_list_item_get_position (item);
  return GTK_INVALID_LIST_POSITION;
}

/** cvn_register_rows_focus: gives the row that is selected the focus, or else the first; says whether there is one. */
gboolean
cvn_register_rows_focus (CvnRegisterRows *self)
{
  return cvn_tab_stop_enter (CVN_TAB_STOP (adw_bin_get_child (ADW_BIN (self))));
}
