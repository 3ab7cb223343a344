/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-list-view"

#include "cvn-kind-list-view.h"

#include "cvn-page-registry.h"
#include "cvn-row-feed.h"

#include <glib/gi18n-lib.h>

#define N_AREAS (CVN_AREA_GENERAL + 1)

/* More than fits in a window of the usual height. */
#define FIRST_GROUPS 2

typedef struct
{
  const CvnKind *kind;
  GtkWidget     *row;
  GtkWidget     *count;
} Item;

struct _CvnKindListView
{
  AdwBin parent_instance;

  GArray     *items; /* of Item */
  GtkWidget  *groups[N_AREAS];
  GtkWidget  *search;
  GtkStack   *stack;
  CvnRowFeed *feed; /* of the groups */
};

typedef enum {
  CHOSEN,
  N_SIGNALS,
} CvnKindListViewSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnKindListView, cvn_kind_list_view, ADW_TYPE_BIN)

static void
cvn_kind_list_view_dispose (GObject *object)
{
  g_clear_object (&CVN_KIND_LIST_VIEW (object)->feed);
  G_OBJECT_CLASS (cvn_kind_list_view_parent_class)->dispose (object);
}

static void
cvn_kind_list_view_finalize (GObject *object)
{
  g_array_unref (CVN_KIND_LIST_VIEW (object)->items);
  G_OBJECT_CLASS (cvn_kind_list_view_parent_class)->finalize (object);
}

static void
cvn_kind_list_view_class_init (CvnKindListViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_kind_list_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_kind_list_view_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", CVN_TYPE_KIND_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
activated_cb (CvnKindListView *self,
              GtkWidget       *row)
{
  for (guint i = 0; i < self->items->len; i++)
    if (g_array_index (self->items, Item, i).row == row)
      g_signal_emit (self, signals[CHOSEN], 0, g_array_index (self->items, Item, i).kind);
}

static gboolean
matches (const CvnKind *kind,
         const char    *words)
{
  return *words == '\0' || g_str_match_string (words, _(kind->label_plural), TRUE) || g_str_match_string (words, _(kind->label), TRUE);
}

static void
search_changed_cb (CvnKindListView *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  gboolean    seen[N_AREAS] = { FALSE };
  gboolean    any = FALSE;

  cvn_row_feed_show_all (self->feed);
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);
      gboolean    found = matches (item->kind, words);

      gtk_widget_set_visible (item->row, found);
      seen[item->kind->area] |= found;
      any |= found;
    }
  for (guint area = 0; area < N_AREAS; area++)
    gtk_widget_set_visible (self->groups[area], seen[area]);
  gtk_stack_set_visible_child_name (self->stack, any ? "kinds" : "nothing");
}

/* Enter opens the first one found. */
static void
search_activate_cb (CvnKindListView *self)
{
  for (guint i = 0; i < self->items->len; i++)
    if (gtk_widget_get_visible (g_array_index (self->items, Item, i).row))
      {
        g_signal_emit (self, signals[CHOSEN], 0, g_array_index (self->items, Item, i).kind);
        return;
      }
}

static void
clear_cb (GtkEditable *search)
{
  gtk_editable_set_text (search, "");
}

/* What the page of an area is called; what has no page of its own comes last. */
static const char *
find_title (CvnArea area)
{
  guint              n_pages;
  const CvnPageInfo *pages = cvn_page_registry_list (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    if (pages[i].area == (int) area)
      return _(pages[i].title);
  return _("Other Records");
}

static void
add_kind (CvnKindListView *self,
          const CvnKind   *kind)
{
  Item item = { kind, adw_action_row_new (), gtk_label_new (NULL) };

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (item.row), _(kind->label_plural));
  adw_action_row_set_icon_name (ADW_ACTION_ROW (item.row), kind->icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (item.row), TRUE);
  gtk_widget_add_css_class (item.count, "numeric");
  gtk_widget_add_css_class (item.count, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (item.row), item.count);
  g_signal_connect_object (item.row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->groups[kind->area]), item.row);
  g_array_append_val (self->items, item);
}

static void
add_areas (CvnKindListView *self,
           GtkBox          *box)
{
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);

  for (guint area = 0; area < N_AREAS; area++)
    {
      self->groups[area] = adw_preferences_group_new ();
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->groups[area]), find_title ((CvnArea) area));
      gtk_box_append (box, self->groups[area]);
      for (guint i = 0; i < n_kinds; i++)
        if (kinds[i]->area == (CvnArea) area)
          add_kind (self, kinds[i]);
      cvn_row_feed_add (self->feed, self->groups[area]);
    }
}

static GtkWidget *
make_nothing (CvnKindListView *self)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Show All Kinds"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "system-search-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Results Found"));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (page, "compact");
  g_signal_connect_object (button, "clicked", G_CALLBACK (clear_cb), self->search, G_CONNECT_SWAPPED);
  return page;
}

static void
cvn_kind_list_view_init (CvnKindListView *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *top = adw_clamp_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  self->feed = cvn_row_feed_new (GTK_WIDGET (self), FIRST_GROUPS);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Search kinds of records"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search kinds of records"), -1);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self));
  adw_clamp_set_child (ADW_CLAMP (top), self->search);
  gtk_widget_add_css_class (top, "cvn-kind-search");
  add_areas (self, GTK_BOX (box));
  gtk_widget_add_css_class (box, "cvn-form");
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_stack_add_named (self->stack, scrolled, "kinds");
  gtk_stack_add_named (self->stack, make_nothing (self), "nothing");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (content), top);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), content);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (clear_cb), self->search, G_CONNECT_SWAPPED);
}

/** cvn_kind_list_view_new: the kinds, without counts at first. */
GtkWidget *
cvn_kind_list_view_new (void)
{
  return g_object_new (CVN_TYPE_KIND_LIST_VIEW, NULL);
}

/** cvn_kind_list_view_set_counts: (element-type gint64): shows how many records there are of each kind, by cvn_kind_get_index(). */
void
cvn_kind_list_view_set_counts (CvnKindListView *self,
                               GArray          *counts)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item      *item = &g_array_index (self->items, Item, i);
      g_autofree char *text = g_strdup_printf ("%'d", (int) g_array_index (counts, gint64, cvn_kind_get_index (item->kind)));

      gtk_label_set_label (GTK_LABEL (item->count), text);
    }
}

/** cvn_kind_list_view_focus: puts the focus on the row of @kind; NULL for the first. */
void
cvn_kind_list_view_focus (CvnKindListView *self,
                          const CvnKind   *kind)
{
  if (kind != NULL)
    cvn_row_feed_show_all (self->feed);
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (gtk_widget_get_visible (item->row) && (kind == NULL || item->kind == kind))
        {
          gtk_widget_grab_focus (item->row);
          return;
        }
    }
}
