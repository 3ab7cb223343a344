/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-reference-popover"

#include "cvn-reference-popover.h"

#include <glib/gi18n-lib.h>

/* The pause in typing after which a search begins, in milliseconds. */
#define PAUSE 120

struct _CvnReferencePopover
{
  GtkPopover parent_instance;

  CvnReferenceSearch *search;
  const CvnKind      *kind;
  GtkWidget          *list;
  GtkWidget          *scrolled;
  GtkWidget          *nothing;
  char               *words;
  guint               pause_id;
};

typedef enum {
  CHOSEN,
  N_SIGNALS,
} CvnReferencePopoverSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnReferencePopover, cvn_reference_popover, GTK_TYPE_POPOVER)

static void
cvn_reference_popover_dispose (GObject *object)
{
  CvnReferencePopover *self = CVN_REFERENCE_POPOVER (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->list != NULL)
    gtk_list_box_bind_model (GTK_LIST_BOX (self->list), NULL, NULL, NULL, NULL);
  self->list = NULL;
  g_clear_object (&self->search);
  g_clear_pointer (&self->words, g_free);
  G_OBJECT_CLASS (cvn_reference_popover_parent_class)->dispose (object);
}

static void
cvn_reference_popover_class_init (CvnReferencePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_reference_popover_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", CVN_TYPE_REFERENCE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CVN_TYPE_RECORD_LINK);
}

static void
choose (CvnReferencePopover *self,
        GtkListBoxRow       *row)
{
  g_autoptr (CvnRecordLink) link = g_list_model_get_item (G_LIST_MODEL (self->search), (guint) gtk_list_box_row_get_index (row));

  gtk_popover_popdown (GTK_POPOVER (self));
  if (link != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, link);
}

static void
cvn_reference_popover_init (CvnReferencePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->list, "cvn-suggestions");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Suggestions"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (choose), self, G_CONNECT_SWAPPED);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), 260);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
  self->nothing = gtk_label_new (_("No Results Found"));
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_box_append (GTK_BOX (box), self->scrolled);
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cvn-suggestions-popover");
}

static GtkWidget *
make_row (gpointer item,
          gpointer data)
{
  GtkWidget *label = gtk_label_new (cvn_record_link_get_title (item));
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
found_cb (CvnReferencePopover *self)
{
  gboolean found = g_list_model_get_n_items (G_LIST_MODEL (self->search)) > 0;

  gtk_widget_set_visible (self->scrolled, found);
  gtk_widget_set_visible (self->nothing, !found);
  if (found && *self->words != '\0')
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  else
    gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
}

/** cvn_reference_popover_new: records of @kind to choose from for @entry, which owns it and unparents it in the end. */
CvnReferencePopover *
cvn_reference_popover_new (CvnCentre     *centre,
                           const CvnKind *kind,
                           GtkWidget     *entry)
{
  CvnReferencePopover *self = g_object_new (CVN_TYPE_REFERENCE_POPOVER, NULL);

  self->kind = kind;
  self->words = g_strdup ("");
  self->search = cvn_reference_search_new (centre);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (self->search), make_row, NULL, NULL);
  g_signal_connect_object (self->search, "notify::searching", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self), entry);
  return self;
}

static gboolean
paused_cb (gpointer data)
{
  CvnReferencePopover *self = data;

  self->pause_id = 0;
  cvn_reference_search_find_words (self->search, self->kind, self->words);
  return G_SOURCE_REMOVE;
}

/** cvn_reference_popover_find: opens with what @words find; the first records when they are "". */
void
cvn_reference_popover_find (CvnReferencePopover *self,
                            const char          *words)
{
  g_free (self->words);
  self->words = g_strdup (words);
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE, paused_cb, self);
  gtk_widget_set_size_request (GTK_WIDGET (self), gtk_widget_get_width (gtk_widget_get_parent (GTK_WIDGET (self))), -1);
  gtk_popover_popup (GTK_POPOVER (self));
}

/** cvn_reference_popover_move: selects another of the records shown, @by further down; FALSE when it is closed. */
gboolean
cvn_reference_popover_move (CvnReferencePopover *self,
                            int                  by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int            next = row != NULL ? gtk_list_box_row_get_index (row) + by : 0;
  GtkListBoxRow *wanted = next >= 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), next) : NULL;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  if (wanted != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), wanted);
  return TRUE;
}

/** cvn_reference_popover_choose: takes the selected record; FALSE when it is closed or none is selected. */
gboolean
cvn_reference_popover_choose (CvnReferencePopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  choose (self, row);
  return TRUE;
}
