/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-sum-button"

#include "cvn-sum-button.h"

#include "cvn-explain-view.h"
#include "cvn-explanation.h"
#include "cvn-money.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

struct _CvnSumButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkLabel      *title;
  GtkLabel      *value;
  GtkLabel      *detail;
  CvnCentre     *centre;
  const char    *figure;
  const char    *part;
  char          *record;
};

G_DEFINE_FINAL_TYPE (CvnSumButton, cvn_sum_button, ADW_TYPE_BIN)

static void
cvn_sum_button_dispose (GObject *object)
{
  g_clear_object (&CVN_SUM_BUTTON (object)->centre);
  G_OBJECT_CLASS (cvn_sum_button_parent_class)->dispose (object);
}

static void
cvn_sum_button_finalize (GObject *object)
{
  g_free (CVN_SUM_BUTTON (object)->record);
  G_OBJECT_CLASS (cvn_sum_button_parent_class)->finalize (object);
}

static void
cvn_sum_button_class_init (CvnSumButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_sum_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_sum_button_finalize;
}

/* The rule and the rows are read only when somebody asks. */
static void
ask_why_cb (GtkMenuButton *button,
            gpointer       data)
{
  CvnSumButton *self = data;
  g_autoptr (CvnExplanation) explanation = cvn_explanation_new (self->centre, self->figure, self->part, self->record);
  GtkWidget *view = cvn_explain_view_new ();
  GtkWidget *popover = gtk_popover_new ();

  gtk_widget_set_size_request (view, 320, 360);
  cvn_explain_view_set_explanation (CVN_EXPLAIN_VIEW (view), explanation);
  gtk_popover_set_child (GTK_POPOVER (popover), view);
  gtk_menu_button_set_popover (button, popover);
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
cvn_sum_button_init (CvnSumButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (box, TRUE);
  self->title = add_label (box, "caption");
  self->value = add_label (box, "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "numeric");
  self->detail = add_label (box, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dim-label");
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, box);
  gtk_widget_set_halign (gtk_widget_get_parent (box), GTK_ALIGN_FILL); /* the button centres what it shows */
  gtk_menu_button_set_direction (self->button, GTK_ARROW_UP);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "cvn-sum-button");
  cvn_tooltip_set (self->button, _("Show the rows behind this number"));
  gtk_menu_button_set_create_popup_func (self->button, ask_why_cb, self, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

/** cvn_sum_button_new: a sum of @part of @figure, both static; @part may be NULL. */
GtkWidget *
cvn_sum_button_new (CvnCentre  *centre,
                    const char *title,
                    const char *figure,
                    const char *part)
{
  CvnSumButton *self = g_object_new (CVN_TYPE_SUM_BUTTON, NULL);

  self->centre = g_object_ref (centre);
  self->figure = figure;
  self->part = part;
  gtk_label_set_text (self->title, title);
  return GTK_WIDGET (self);
}

/** cvn_sum_button_set: shows @cents and, in words, @detail; @record is what the figure is about, or NULL. */
void
cvn_sum_button_set (CvnSumButton *self,
                    gint64        cents,
                    const char   *detail,
                    const char   *record)
{
  g_autofree char *copy = g_strdup (record);
  g_autofree char *value = cvn_money_format_euro (cents, cvn_interface_language ());
  g_autofree char *sentence = g_strdup_printf ("%s: %s. %s", gtk_label_get_text (self->title), value, detail);

  g_free (self->record);
  self->record = g_steal_pointer (&copy);
  gtk_label_set_text (self->value, value);
  gtk_label_set_text (self->detail, detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}
