/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-detail-pane"

#include "cvn-detail-pane.h"

#include "cvn-columns-layout.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

struct _CvnDetailPane
{
  AdwBin parent_instance;

  GtkWidget  *body; /* all but the head */
  GtkLabel   *title;
  GtkLabel   *subtitle;
  GtkLabel   *state;
  GtkLabel   *warning;
  GPtrArray  *steps; /* of GtkWidget, borrowed */
  GtkListBox *facts;
};

static guint closed_signal;

G_DEFINE_FINAL_TYPE (CvnDetailPane, cvn_detail_pane, ADW_TYPE_BIN)

static void
close_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  g_signal_emit (widget, closed_signal, 0);
}

static void
cvn_detail_pane_finalize (GObject *object)
{
  g_ptr_array_unref (CVN_DETAIL_PANE (object)->steps);
  G_OBJECT_CLASS (cvn_detail_pane_parent_class)->finalize (object);
}

static void
cvn_detail_pane_class_init (CvnDetailPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cvn_detail_pane_finalize;
  closed_signal = g_signal_new ("closed", CVN_TYPE_DETAIL_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "detail.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "detail.close", NULL);
}

static void
cvn_detail_pane_init (CvnDetailPane *self)
{
  self->steps = g_ptr_array_new ();
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
make_head (CvnDetailPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "detail.close");
  gtk_widget_add_css_class (back, "flat");
  gtk_widget_set_valign (back, GTK_ALIGN_CENTER);
  cvn_tooltip_set (back, _("Back to the list (Esc)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back to the list"), -1);
  gtk_widget_set_hexpand (words, TRUE);
  self->title = add_label (words, "title-4");
  self->subtitle = add_label (words, "dim-label");
  gtk_box_append (GTK_BOX (box), back);
  gtk_box_append (GTK_BOX (box), words);
  return box;
}

static GtkWidget *
make_steps (CvnDetailPane       *self,
            const CvnDetailStep *steps,
            guint                n_steps)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, cvn_columns_layout_new (150, 6, 6));
  for (guint i = 0; i < n_steps; i++)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_(steps[i].label));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), steps[i].action);
      if (i == 0)
        gtk_widget_add_css_class (button, "suggested-action");
      gtk_widget_set_parent (button, box);
      g_ptr_array_add (self->steps, button);
    }
  return box;
}

/** cvn_detail_pane_new: @steps are static; the first is what is probably wanted. */
GtkWidget *
cvn_detail_pane_new (const CvnDetailStep *steps,
                     guint                n_steps)
{
  CvnDetailPane *self = g_object_new (CVN_TYPE_DETAIL_PANE, NULL);
  GtkWidget     *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  GtkWidget     *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (content, "cvn-parties");
  gtk_box_append (GTK_BOX (content), make_head (self));
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (content), self->body);
  self->state = add_label (self->body, "heading");
  self->warning = add_label (self->body, "dim-label");
  gtk_box_append (GTK_BOX (self->body), make_steps (self, steps, n_steps));
  self->facts = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->facts, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->facts), "boxed-list");
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->facts));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  return GTK_WIDGET (self);
}

/** cvn_detail_pane_set_head: @warning may be NULL. */
void
cvn_detail_pane_set_head (CvnDetailPane *self,
                          const char    *title,
                          const char    *subtitle,
                          const char    *state,
                          const char    *warning)
{
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_label_set_text (self->state, state);
  gtk_widget_set_visible (GTK_WIDGET (self->state), *state != '\0');
  gtk_label_set_text (self->warning, warning != NULL ? warning : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warning), warning != NULL && *warning != '\0');
  gtk_widget_set_visible (self->body, TRUE);
}

/** cvn_detail_pane_clear: something else is to come, of which nothing is known yet; it is there with its head. */
void
cvn_detail_pane_clear (CvnDetailPane *self)
{
  cvn_detail_pane_set_head (self, "", "", "", NULL);
  gtk_widget_set_visible (self->body, FALSE);
}

/** cvn_detail_pane_set_step: whether the button @step is seen; @label, with a mnemonic, when it is another one now, or NULL. */
void
cvn_detail_pane_set_step (CvnDetailPane *self,
                          guint          step,
                          gboolean       visible,
                          const char    *label)
{
  GtkWidget *button = g_ptr_array_index (self->steps, step);

  gtk_widget_set_visible (button, visible);
  if (label != NULL)
    gtk_button_set_label (GTK_BUTTON (button), label);
}

/** cvn_detail_pane_begin_facts: nothing is known any more. */
void
cvn_detail_pane_begin_facts (CvnDetailPane *self)
{
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->facts, 0))) != NULL)
    gtk_list_box_remove (self->facts, row);
}

static void
add_fact (CvnDetailPane *self,
          const char    *title,
          const char    *value,
          const char    *css_class)
{
  GtkWidget       *row;
  GtkWidget       *label;
  g_autofree char *sentence = NULL;

  if (value == NULL || *value == '\0')
    return;
  sentence = g_strdup_printf (_("%1$s: %2$s"), title, value);
  row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, NULL);
  label = g_object_new (GTK_TYPE_LABEL, "label", value, "wrap", TRUE, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, "xalign", 1.0, NULL);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_list_box_append (self->facts, row);
}

/** cvn_detail_pane_add_fact: nothing when @value is NULL or empty. */
void
cvn_detail_pane_add_fact (CvnDetailPane *self,
                          const char    *title,
                          const char    *value)
{
  add_fact (self, title, value, NULL);
}

/** cvn_detail_pane_add_result: as a fact, but what it comes down to: it stands out. */
void
cvn_detail_pane_add_result (CvnDetailPane *self,
                            const char    *title,
                            const char    *value)
{
  add_fact (self, title, value, "heading");
}

/** cvn_detail_pane_add_list: @list below what is there, under its title; NULL when it needs none. */
void
cvn_detail_pane_add_list (CvnDetailPane *self,
                          const char    *title,
                          GtkWidget     *list)
{
  if (title != NULL)
    {
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, NULL);

      gtk_widget_add_css_class (label, "title-4");
      gtk_box_append (GTK_BOX (self->body), label);
    }
  gtk_box_append (GTK_BOX (self->body), list);
}
