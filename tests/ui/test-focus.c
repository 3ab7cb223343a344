/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-focus"

#include "cvn-focus.h"
#include "ui-support.h"

#define N_ROWS 40

typedef struct
{
  GtkWidget     *window;
  GtkWidget     *stack; /* the list, or what covers it */
  GtkWidget     *above; /* an entry that is not in the list */
  GtkStringList *words;
  GtkListView   *list;
} Fixture;

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkWidget *
make_list (Fixture *f)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget          *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  f->words = gtk_string_list_new (NULL);
  for (guint i = 0; i < N_ROWS; i++)
    gtk_string_list_append (f->words, "Word");
  f->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (f->words))), factory));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (f->list));
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  f->window = gtk_window_new ();
  f->stack = gtk_stack_new ();
  f->above = gtk_entry_new ();
  gtk_stack_add_named (GTK_STACK (f->stack), make_list (f), "list");
  gtk_stack_add_named (GTK_STACK (f->stack), gtk_entry_new (), "cover");
  gtk_box_append (GTK_BOX (box), f->above);
  gtk_box_append (GTK_BOX (box), f->stack);
  gtk_window_set_child (GTK_WINDOW (f->window), box);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 300, 300);
  gtk_window_present (GTK_WINDOW (f->window));
  cvn_ui_settle (f->window);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  cvn_ui_drain ();
}

/* What is inside counts, and the widget itself; what is beside it does not, nor what is in no window. */
static void
test_inside (Fixture      *f,
             gconstpointer data)
{
  g_autoptr (GtkWidget) alone = g_object_ref_sink (gtk_entry_new ());
  GtkWidget *text = gtk_widget_get_first_child (f->above);

  gtk_widget_grab_focus (f->above);
  g_assert_true (cvn_focus_get_inside (f->window) == text);
  g_assert_true (cvn_focus_get_inside (f->above) == text);
  g_assert_true (cvn_focus_get_inside (text) == text);
  g_assert_null (cvn_focus_get_inside (f->stack));
  g_assert_null (cvn_focus_get_inside (alone));
  gtk_window_set_focus (GTK_WINDOW (f->window), NULL);
  g_assert_null (cvn_focus_get_inside (f->window));
}

static void
test_finds_list (Fixture      *f,
                 gconstpointer data)
{
  g_assert_true (cvn_focus_find_list (f->window) == GTK_WIDGET (f->list));
  g_assert_true (cvn_focus_find_list (GTK_WIDGET (f->list)) == GTK_WIDGET (f->list));
  g_assert_null (cvn_focus_find_list (f->above));
}

/* The row that has the keyboard is whole between the edges of the list, which has scrolled to it. */
static gboolean
is_row_in_sight (gpointer data)
{
  Fixture        *f = data;
  GtkWidget      *view = GTK_WIDGET (f->list);
  GtkWidget      *row = cvn_focus_get_inside (view);
  graphene_rect_t bounds;

  return row != NULL && row != view && gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view))) > 0 &&
         gtk_widget_compute_bounds (row, view, &bounds) && bounds.size.height > 0 && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (view);
}

static guint
get_selected (Fixture *f)
{
  return gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (f->list)));
}

static void
test_row (Fixture      *f,
          gconstpointer data)
{
  cvn_focus_row (f->list, N_ROWS - 1);
  cvn_ui_assert_eventually (is_row_in_sight, f);
  g_assert_cmpuint (get_selected (f), ==, N_ROWS - 1);
}

/* A row that changed while something covered the list is as high as the others as soon as it is laid out. */
static void
test_changed_row (Fixture      *f,
                  gconstpointer data)
{
  const char *const word[] = { "Another", NULL };

  cvn_focus_row (f->list, N_ROWS - 1);
  cvn_ui_assert_eventually (is_row_in_sight, f);
  gtk_stack_set_visible_child_name (GTK_STACK (f->stack), "cover");
  cvn_ui_settle (f->window);
  gtk_string_list_splice (f->words, N_ROWS - 1, 1, word);
  gtk_stack_set_visible_child_name (GTK_STACK (f->stack), "list");
  cvn_focus_row (f->list, N_ROWS - 1);
  cvn_ui_assert_eventually (is_row_in_sight, f);
  cvn_ui_settle (f->window);
  g_assert_true (is_row_in_sight (f));
}

/* Who went elsewhere before the next frame finds the list as it was. */
static void
test_went_elsewhere (Fixture      *f,
                     gconstpointer data)
{
  GtkAdjustment *scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (f->list));

  cvn_focus_row (f->list, N_ROWS - 1);
  gtk_widget_grab_focus (f->above);
  cvn_ui_settle (f->window);
  gtk_adjustment_set_value (scroll, 0);
  cvn_ui_settle (f->window);
  g_assert_null (cvn_focus_get_inside (f->stack));
  g_assert_cmpfloat (gtk_adjustment_get_value (scroll), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  cvn_ui_init (&argc, &argv);
  g_test_add ("/ui/focus/inside", Fixture, NULL, set_up, test_inside, tear_down);
  g_test_add ("/ui/focus/finds-list", Fixture, NULL, set_up, test_finds_list, tear_down);
  g_test_add ("/ui/focus/row", Fixture, NULL, set_up, test_row, tear_down);
  g_test_add ("/ui/focus/changed-row", Fixture, NULL, set_up, test_changed_row, tear_down);
  g_test_add ("/ui/focus/went-elsewhere", Fixture, NULL, set_up, test_went_elsewhere, tear_down);
  return g_test_run ();
}
