/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-search-popover"

#include "cvn-search-popover.h"

#include "cvn-search-model.h"
#include "cvn-search-result.h"

#include <glib/gi18n-lib.h>

struct _CvnSearchPopover
{
  GtkPopover      parent_instance;
  CvnSearchModel *model;
  GtkEditable    *entry;
  GtkStack       *stack;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (CvnSearchPopover, cvn_search_popover, GTK_TYPE_POPOVER)

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, style);
    }
  return label;
}

/* The kind of the record, and what tells it apart from others that are called the same. */
static char *
dup_description (CvnSearchResult *result)
{
  const char *kind = _(cvn_search_result_get_kind (result)->label);
  const char *detail = cvn_search_result_get_detail (result);

  return detail != NULL ? g_strjoin (" · ", kind, detail, NULL) : g_strdup (kind);
}

static GtkWidget *
make_row (gpointer item,
          gpointer data)
{
  const CvnKind   *kind = cvn_search_result_get_kind (item);
  const char      *title = cvn_search_result_get_title (item);
  const char      *found = cvn_search_result_get_found (item);
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *description = dup_description (item);
  g_autofree char *name = NULL;

  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name (kind->icon));
  gtk_box_append (GTK_BOX (line), box);
  gtk_box_append (GTK_BOX (box), make_label (title, NULL));
  gtk_box_append (GTK_BOX (box), make_label (description, "caption"));
  /* The words around what was found, unless the title says it already. */
  if (found != NULL && !g_str_has_prefix (found, title))
    gtk_box_append (GTK_BOX (box), make_label (found, "caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  /* Translators: a search result: what it is called, and its kind */
  name = g_strdup_printf (_("%1$s, %2$s"), title, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
finished_cb (CvnSearchPopover *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  if (n > 0)
    gtk_stack_set_visible_child_name (self->stack, "results");
  else
    gtk_stack_set_visible_child_name (self->stack, *cvn_search_model_get_words (self->model) == '\0' ? "nothing" : "none");
}

static void
entry_changed_cb (CvnSearchPopover *self)
{
  cvn_search_model_set_words (self->model, gtk_editable_get_text (self->entry));
}

static void
open_result (CvnSearchPopover *self,
             guint             place)
{
  g_autoptr (CvnSearchResult) result = g_list_model_get_item (G_LIST_MODEL (self->model), place);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (result == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (root, "win.open-record", "(ss)", cvn_search_result_get_kind (result)->name, cvn_search_result_get_id (result));
}

static void
row_activated_cb (CvnSearchPopover *self,
                  GtkListBoxRow    *row)
{
  open_result (self, (guint) gtk_list_box_row_get_index (row));
}

/* Enter opens the first result, unless what is shown still answers other words. */
static void
entry_activated_cb (CvnSearchPopover *self)
{
  if (!cvn_search_model_is_busy (self->model))
    open_result (self, 0);
}

static gboolean
key_pressed_cb (CvnSearchPopover *self,
                guint             key)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
  return GDK_EVENT_STOP;
}

static void
shown_cb (CvnSearchPopover *self)
{
  gtk_editable_select_region (self->entry, 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
cvn_search_popover_dispose (GObject *object)
{
  CvnSearchPopover *self = CVN_SEARCH_POPOVER (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->model);
  gtk_widget_dispose_template (GTK_WIDGET (self), CVN_TYPE_SEARCH_POPOVER);
  G_OBJECT_CLASS (cvn_search_popover_parent_class)->dispose (object);
}

static void
cvn_search_popover_class_init (CvnSearchPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_search_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/convenant/Convenant/ui/shell/cvn-search-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, CvnSearchPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, CvnSearchPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, CvnSearchPopover, list);
}

static void
cvn_search_popover_init (CvnSearchPopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entry_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "show", G_CALLBACK (shown_cb), self, 0);
}

/** cvn_search_popover_new: a search in @centre, for a menu button. */
GtkWidget *
cvn_search_popover_new (CvnCentre *centre)
{
  CvnSearchPopover *self = g_object_new (CVN_TYPE_SEARCH_POPOVER, NULL);

  self->model = cvn_search_model_new (centre);
  g_signal_connect_object (self->model, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->model), make_row, NULL, NULL);
  return GTK_WIDGET (self);
}
