/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-searched-list"

#include "cvn-searched-list.h"

#include "cvn-focus.h"

/* A longer word may be cut off in a narrow window. */
#define LONG 20

/* What the list that opens filters by, while it searches. */
static GtkFilter *
find_filter (GtkDropDown *drop_down)
{
  GtkWidget         *list = cvn_focus_find_list (GTK_WIDGET (drop_down));
  GtkSelectionModel *selection = list != NULL ? gtk_list_view_get_model (GTK_LIST_VIEW (list)) : NULL;
  GListModel        *model = GTK_IS_SINGLE_SELECTION (selection) ? gtk_single_selection_get_model (GTK_SINGLE_SELECTION (selection)) : NULL;

  return GTK_IS_FILTER_LIST_MODEL (model) ? gtk_filter_list_model_get_filter (GTK_FILTER_LIST_MODEL (model)) : NULL;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  const char *word = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), word);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), g_utf8_strlen (word, -1) > LONG ? word : NULL);
}

/* The word that was chosen makes way where there is no room for it; in the list that opens all are whole. From GTK 4.12 on an
 * expression takes both away again, so it goes first. */
static void
shorten_chosen (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) chosen = NULL;

  if (gtk_drop_down_get_list_factory (drop_down) != NULL)
    return;
  chosen = gtk_signal_list_item_factory_new ();
  g_signal_connect (chosen, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (chosen, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_list_factory (drop_down, gtk_drop_down_get_factory (drop_down));
  gtk_drop_down_set_factory (drop_down, chosen);
}

/**
 * cvn_searched_list_set_words:
 * @drop_down: searches by the words of a string object, or by nothing yet
 *
 * Gives the list its words. More than a reader takes in at once are searched, wherever in a name the letters are: of "Municipality
 * of Leiden" nobody types the beginning. GTK 4.8 has no other way to that than the filter of the list.
 */
void
cvn_searched_list_set_words (GtkDropDown   *drop_down,
                             GtkStringList *words)
{
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  gboolean   many = g_list_model_get_n_items (G_LIST_MODEL (words)) > CVN_SEARCHED_LIST_MANY + 1; /* the first stands for none, or for all */
  GtkFilter *filter;

  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (words));
  gtk_drop_down_set_enable_search (drop_down, many);
  if (many)
    gtk_drop_down_set_expression (drop_down, expression);
  shorten_chosen (drop_down);
  if (!many)
    return;
  filter = find_filter (drop_down);
  if (GTK_IS_STRING_FILTER (filter))
    gtk_string_filter_set_match_mode (GTK_STRING_FILTER (filter), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
}
