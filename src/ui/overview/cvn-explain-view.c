/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-explain-view"

#include "cvn-explain-view.h"

#include "cvn-kind.h"
#include "cvn-money.h"
#include "cvn-overview-text.h"
#include "cvn-tab-stop.h"

#include <glib/gi18n-lib.h>

struct _CvnExplainView
{
  GtkBox parent_instance;

  GtkLabel       *title;
  GtkLabel       *rule;
  GtkLabel       *count;
  GtkLabel       *total;
  GtkListView    *list;
  GtkWidget      *nothing; /* over the list, which keeps the keyboard */
  CvnExplanation *explanation;
};

G_DEFINE_FINAL_TYPE (CvnExplainView, cvn_explain_view, GTK_TYPE_BOX)

static char *
format_amount (CvnExplainView *self,
               gint64          amount)
{
  switch (cvn_explanation_get_unit (self->explanation))
    {
    case CVN_AMOUNT_MONEY:
      return cvn_money_format_euro (amount, cvn_interface_language ());
    case CVN_AMOUNT_NUMBER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, amount);
    case CVN_AMOUNT_NONE:
    default:
      return g_strdup ("");
    }
}

static GtkWidget *
make_cell (float xalign,
           guint n_chars)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), xalign);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), n_chars);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), n_chars);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  return cell;
}

static void
setup_cb (CvnExplainView *self,
          GtkListItem    *item)
{
  GtkBox    *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  GtkWidget *date = make_cell (0, 10);
  GtkWidget *label = make_cell (0, 8);
  GtkWidget *amount = make_cell (1, 13);

  gtk_widget_add_css_class (date, "dim-label");
  gtk_widget_add_css_class (amount, "numeric");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (box, date);
  gtk_box_append (box, label);
  gtk_box_append (box, amount);
  gtk_list_item_set_child (item, GTK_WIDGET (box));
}

static void
bind_cb (CvnExplainView *self,
         GtkListItem    *item)
{
  CvnLeaf         *leaf = gtk_list_item_get_item (item);
  GtkWidget       *date = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget       *label = gtk_widget_get_next_sibling (date);
  GtkWidget       *amount = gtk_widget_get_next_sibling (label);
  g_autofree char *when = cvn_overview_text_date (cvn_leaf_get_date (leaf));
  g_autofree char *much = format_amount (self, cvn_leaf_get_amount (leaf));
  g_autofree char *detail = cvn_leaf_dup_detail (leaf, cvn_interface_language ());
  const char      *name = cvn_leaf_get_label (leaf, cvn_interface_language ());
  g_autofree char *what = g_strjoin (" · ", name != NULL ? name : "", *detail != '\0' ? detail : NULL, NULL);

  gtk_inscription_set_text (GTK_INSCRIPTION (date), when);
  gtk_inscription_set_text (GTK_INSCRIPTION (label), what);
  gtk_inscription_set_text (GTK_INSCRIPTION (amount), much);
}

static void
activate_cb (CvnExplainView *self,
             guint           position)
{
  g_autoptr (CvnLeaf) leaf = g_list_model_get_item (G_LIST_MODEL (self->explanation), position);

  if (leaf != NULL && cvn_leaf_get_kind (leaf) != NULL && cvn_leaf_get_id (leaf) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", cvn_leaf_get_kind (leaf), cvn_leaf_get_id (leaf));
}

static char *
make_title (CvnExplanation *explanation)
{
  int year = cvn_explanation_get_year (explanation);

  if (year == 0)
    return g_strdup (cvn_explanation_get_label (explanation));
  return g_strdup_printf ("%s · %d", cvn_explanation_get_label (explanation), year);
}

static void
changed_cb (CvnExplainView *self)
{
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (self->explanation));
  gboolean         nothing = n == 0 && cvn_explanation_is_loaded (self->explanation);
  g_autofree char *title = make_title (self->explanation);
  g_autofree char *count = g_strdup_printf (ngettext ("%u row", "%u rows", n), n);
  g_autofree char *total = format_amount (self, cvn_explanation_get_total (self->explanation));

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->rule, cvn_explanation_get_rule (self->explanation));
  gtk_label_set_text (self->count, count);
  gtk_label_set_text (self->total, total);
  gtk_widget_set_visible (self->nothing, nothing);
}

static void
cvn_explain_view_dispose (GObject *object)
{
  CvnExplainView *self = CVN_EXPLAIN_VIEW (object);

  g_clear_object (&self->explanation);

  G_OBJECT_CLASS (cvn_explain_view_parent_class)->dispose (object);
}

static void
cvn_explain_view_class_init (CvnExplainViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_explain_view_dispose;
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
add_list (CvnExplainView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget          *scrolled = gtk_scrolled_window_new ();
  GtkWidget          *overlay = gtk_overlay_new ();

  self->nothing = g_object_new (GTK_TYPE_LABEL, "label", _("There are no rows behind this number."), "wrap", TRUE,
                                "justify", GTK_JUSTIFY_CENTER, "margin-start", 12, "margin-end", 12, "visible", FALSE, NULL);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_list_view_set_show_separators (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "cvn-explain-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Rows behind the number"), -1);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), cvn_tab_stop_new (scrolled));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->nothing);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_vexpand (overlay, TRUE);
  gtk_widget_add_css_class (overlay, "card");
  gtk_box_append (GTK_BOX (self), overlay);
}

static void
cvn_explain_view_init (CvnExplainView *self)
{
  GtkWidget *sum = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cvn-explain");
  self->title = add_label (GTK_WIDGET (self), "title-2");
  self->rule = add_label (GTK_WIDGET (self), "body");
  add_list (self);
  gtk_widget_add_css_class (sum, "cvn-explain-sum");
  self->count = add_label (sum, "dim-label");
  gtk_widget_set_hexpand (GTK_WIDGET (self->count), TRUE);
  self->total = add_label (sum, "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->total), "numeric");
  gtk_box_append (GTK_BOX (self), sum);
}

/** cvn_explain_view_new: (transfer floating): a view that explains nothing yet. */
GtkWidget *
cvn_explain_view_new (void)
{
  return g_object_new (CVN_TYPE_EXPLAIN_VIEW, NULL);
}

/** cvn_explain_view_set_explanation: shows @explanation, and follows it. */
void
cvn_explain_view_set_explanation (CvnExplainView *self,
                                  CvnExplanation *explanation)
{
  g_autoptr (GtkNoSelection) model = NULL;

  if (self->explanation != NULL)
    g_signal_handlers_disconnect_by_func (self->explanation, changed_cb, self);
  g_set_object (&self->explanation, explanation);
  g_signal_connect_object (explanation, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (explanation)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}
