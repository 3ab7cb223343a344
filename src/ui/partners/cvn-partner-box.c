/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-partner-box"

#include "cvn-partner-box.h"

#include "cvn-explain-view.h"
#include "cvn-explanation.h"
#include "cvn-tooltip.h"
#include "cvn-wide-row.h"

#include <glib/gi18n-lib.h>

#define WHY_WIDTH 460

struct _CvnPartnerBox
{
  GtkBox parent_instance;

  GtkWidget  *title;
  GtkWidget  *total;
  GtkWidget  *why;
  GtkWidget  *add;
  GtkWidget  *list;
  CvnPartner *partner;
  const char *figure;
  char       *part;
  gboolean    of_partner;
  guint       n_rows;
  int         focused; /* the row that had the focus before the rows were made again, or -1 */
};

G_DEFINE_FINAL_TYPE (CvnPartnerBox, cvn_partner_box, GTK_TYPE_BOX)

static void
cvn_partner_box_dispose (GObject *object)
{
  CvnPartnerBox *self = CVN_PARTNER_BOX (object);

  g_clear_object (&self->partner);
  G_OBJECT_CLASS (cvn_partner_box_parent_class)->dispose (object);
}

static void
cvn_partner_box_finalize (GObject *object)
{
  g_free (CVN_PARTNER_BOX (object)->part);
  G_OBJECT_CLASS (cvn_partner_box_parent_class)->finalize (object);
}

static void
cvn_partner_box_class_init (CvnPartnerBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_partner_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_partner_box_finalize;
}

/* The rule and the rows are read only when somebody asks. */
static void
ask_why_cb (GtkMenuButton *button,
            gpointer       data)
{
  CvnPartnerBox *self = data;
  g_autoptr (CvnExplanation) explanation = NULL;
  GtkWidget *popover;
  GtkWidget *frame;
  GtkWidget *view;

  if (self->partner == NULL || self->figure == NULL)
    return;
  explanation = cvn_explanation_new (cvn_partner_get_centre (self->partner), self->figure, self->part,
                                     self->of_partner ? cvn_partner_get_id (self->partner) : NULL);
  view = cvn_explain_view_new ();
  gtk_widget_set_size_request (view, -1, 340);
  cvn_explain_view_set_explanation (CVN_EXPLAIN_VIEW (view), explanation);
  popover = gtk_popover_new ();
  /* Long names must not make it wider than the window. */
  frame = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_EXTERNAL, "vscrollbar-policy", GTK_POLICY_NEVER,
                        "width-request", MIN (WHY_WIDTH, gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)))) - 48),
                        "child", view, NULL);
  gtk_popover_set_child (GTK_POPOVER (popover), frame);
  gtk_menu_button_set_popover (button, popover);
}

static GtkWidget *
make_why_button (CvnPartnerBox *self)
{
  GtkWidget *button = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "dialog-question-symbolic", "valign", GTK_ALIGN_CENTER,
                                    "visible", FALSE, NULL);

  cvn_tooltip_set (button, _("Show the rows behind this number"));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show the rows behind this number"), -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), ask_why_cb, self, NULL);
  return button;
}

static void
cvn_partner_box_init (CvnPartnerBox *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_size_request (header, -1, 34);
  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (self->title, "heading");
  self->total = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0, "justify", GTK_JUSTIFY_RIGHT, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->total, "numeric");
  self->why = make_why_button (self);
  self->add = g_object_new (GTK_TYPE_BUTTON, "icon-name", "list-add-symbolic", "valign", GTK_ALIGN_CENTER, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_box_append (GTK_BOX (header), self->title);
  gtk_box_append (GTK_BOX (header), self->total);
  gtk_box_append (GTK_BOX (header), self->why);
  gtk_box_append (GTK_BOX (header), self->add);
  gtk_box_append (GTK_BOX (self), header);
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title, NULL, -1);
  gtk_box_append (GTK_BOX (self), self->list);
}

/** cvn_partner_box_new: a card called @title, which says @nothing while it has no rows. */
GtkWidget *
cvn_partner_box_new (const char *title,
                     const char *nothing)
{
  CvnPartnerBox *self = g_object_new (CVN_TYPE_PARTNER_BOX, NULL);
  GtkWidget     *placeholder = g_object_new (GTK_TYPE_LABEL, "label", nothing, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_widget_add_css_class (placeholder, "dim-label");
  gtk_widget_add_css_class (placeholder, "cvn-partner-nothing");
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), placeholder);
  return GTK_WIDGET (self);
}

/** cvn_partner_box_set_add: has a button @label that adds a record of @kind, by partner.add. */
void
cvn_partner_box_set_add (CvnPartnerBox *self,
                         const char    *label,
                         const char    *kind)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add), "s", kind);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "partner.add");
  cvn_tooltip_set (self->add, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (self->add, TRUE);
}

/**
 * cvn_partner_box_set_why:
 * @figure: (nullable): static name of the figure that the total is of; NULL for no answer
 * @part: (nullable): the part of it
 * @of_partner: whether the figure is about one partner
 *
 * Says what answers why the total is what it is.
 */
void
cvn_partner_box_set_why (CvnPartnerBox *self,
                         CvnPartner    *partner,
                         const char    *figure,
                         const char    *part,
                         gboolean       of_partner)
{
  g_set_object (&self->partner, partner);
  self->figure = figure;
  g_free (self->part);
  self->part = g_strdup (part);
  self->of_partner = of_partner;
  gtk_widget_set_visible (self->why, figure != NULL);
}

/** cvn_partner_box_set_total: the total in words; NULL for none. */
void
cvn_partner_box_set_total (CvnPartnerBox *self,
                           const char    *total)
{
  gtk_label_set_label (GTK_LABEL (self->total), total != NULL ? total : "");
  gtk_widget_set_visible (self->total, total != NULL);
}

/** cvn_partner_box_insert: puts @child between the heading and the rows. */
void
cvn_partner_box_insert (CvnPartnerBox *self,
                        GtkWidget     *child)
{
  gtk_widget_set_margin_bottom (child, 6);
  gtk_box_insert_child_after (GTK_BOX (self), child, gtk_widget_get_first_child (GTK_WIDGET (self)));
}

/** cvn_partner_box_begin: takes all rows away. */
void
cvn_partner_box_begin (CvnPartnerBox *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (self->list);
  GtkWidget *row;

  self->focused = GTK_IS_LIST_BOX_ROW (focus) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0))) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  self->n_rows = 0;
}

static void
append (CvnPartnerBox *self,
        GtkWidget     *row)
{
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  self->n_rows++;
}

static GtkWidget *
make_value (const char *text)
{
  GtkWidget *value = gtk_label_new (text);

  gtk_widget_add_css_class (value, "numeric");
  return value;
}

/** cvn_partner_box_add_line: (transfer none): a row that says @line, below the others. */
GtkWidget *
cvn_partner_box_add_line (CvnPartnerBox        *self,
                          const CvnPartnerLine *line)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (line->title != NULL ? line->title : "", -1);
  g_autofree char *subtitle = g_markup_escape_text (line->subtitle != NULL ? line->subtitle : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  cvn_wide_row_prepare (row);
  if (line->value != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_value (line->value));
  if (line->id != NULL)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", line->kind, line->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "partner.open");
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    }
  else
    gtk_widget_set_focusable (row, FALSE);
  append (self, row);
  return row;
}

/** cvn_partner_box_add_widget: a row that shows @child and opens nothing. */
void
cvn_partner_box_add_widget (CvnPartnerBox *self,
                            GtkWidget     *child)
{
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", child, "activatable", FALSE, "focusable", FALSE, NULL);

  append (self, row);
}

/** cvn_partner_box_add_more: a row that shows all @n records of @card, by partner.show-all. */
void
cvn_partner_box_add_more (CvnPartnerBox *self,
                          guint          n,
                          int            card)
{
  g_autofree char *text = g_strdup_printf (ngettext ("Show %u", "Show All %u", n), n);
  GtkWidget       *label = g_object_new (GTK_TYPE_LABEL, "label", text, "margin-top", 10, "margin-bottom", 10, NULL);
  GtkWidget       *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", label, "action-target", g_variant_new_int32 (card),
                                       "action-name", "partner.show-all", NULL);

  gtk_widget_add_css_class (label, "dim-label");
  append (self, row);
}

/** cvn_partner_box_end: all rows are there; the one that had the focus has it again. */
void
cvn_partner_box_end (CvnPartnerBox *self)
{
  GtkListBoxRow *row;

  if (self->focused < 0 || self->n_rows == 0)
    return;
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), MIN (self->focused, (int) self->n_rows - 1));
  gtk_widget_grab_focus (GTK_WIDGET (row));
}
