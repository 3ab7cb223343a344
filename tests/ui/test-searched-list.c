/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-searched-list"

#include "cvn-searched-list.h"
#include "ui-support.h"

static GtkWidget *
find_type (GtkWidget *root,
           GType      type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

static gboolean
is_open (gpointer drop_down)
{
  GtkWidget *search = find_type (drop_down, GTK_TYPE_SEARCH_ENTRY);

  return search != NULL && gtk_widget_get_mapped (search);
}

static gboolean
has_found_one (gpointer drop_down)
{
  GtkSelectionModel *found = gtk_list_view_get_model (GTK_LIST_VIEW (find_type (drop_down, GTK_TYPE_LIST_VIEW)));

  return g_list_model_get_n_items (G_LIST_MODEL (found)) == 1;
}

static GtkStringList *
make_words (guint n)
{
  GtkStringList *words = gtk_string_list_new ((const char *const[]){ "All", NULL });

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *word = g_strdup_printf ("Municipality of %c%c", (char) ('A' + i), (char) ('a' + i));

      gtk_string_list_append (words, word);
    }
  return words;
}

/* A few words are read; of more than that one types what one knows, which need not be the beginning. */
static void
test_searches (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);
  g_autoptr (GtkStringList) few = make_words (CVN_SEARCHED_LIST_MANY);
  g_autoptr (GtkStringList) many = make_words (20);

  gtk_window_set_child (GTK_WINDOW (window), drop_down);
  gtk_window_present (GTK_WINDOW (window));
  cvn_ui_settle (window);
  cvn_searched_list_set_words (GTK_DROP_DOWN (drop_down), few);
  g_assert_false (gtk_drop_down_get_enable_search (GTK_DROP_DOWN (drop_down)));
  cvn_searched_list_set_words (GTK_DROP_DOWN (drop_down), many);
  g_assert_true (gtk_drop_down_get_enable_search (GTK_DROP_DOWN (drop_down)));
  g_signal_emit_by_name (drop_down, "activate");
  cvn_ui_assert_eventually (is_open, drop_down);
  gtk_editable_set_text (GTK_EDITABLE (find_type (drop_down, GTK_TYPE_SEARCH_ENTRY)), "ff");
  cvn_ui_assert_eventually (has_found_one, drop_down);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A long name does not make its window wider than a telephone. */
static void
test_long_name (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);
  g_autoptr (GtkStringList) words = make_words (20);
  int least;

  gtk_string_list_append (words, "Association of all that work together for those who came to live and work in the region of the old Rhine");
  cvn_searched_list_set_words (GTK_DROP_DOWN (drop_down), words);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), g_list_model_get_n_items (G_LIST_MODEL (words)) - 1);
  gtk_window_set_child (GTK_WINDOW (window), drop_down);
  gtk_window_present (GTK_WINDOW (window));
  cvn_ui_settle (window);
  gtk_widget_measure (drop_down, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <, 200);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/searched-list/searches", test_searches);
  g_test_add_func ("/ui/searched-list/long-name", test_long_name);
  return g_test_run ();
}
