/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-agreement-headline"

#include "cvn-agreement-headline.h"

#include "cvn-cockpit-text.h"

#include <glib/gi18n-lib.h>

struct _CvnAgreementHeadline
{
  GtkBox parent_instance;

  GtkLabel *complete;
  GtkImage *complete_icon;
  GtkLabel *period;
  GtkLabel *warning;
};

G_DEFINE_FINAL_TYPE (CvnAgreementHeadline, cvn_agreement_headline, GTK_TYPE_BOX)

static void
cvn_agreement_headline_class_init (CvnAgreementHeadlineClass *klass)
{
}

static GtkLabel *
make_label (const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static void
cvn_agreement_headline_init (CvnAgreementHeadline *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  self->complete_icon = GTK_IMAGE (gtk_image_new ());
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->complete_icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  self->complete = make_label ("heading");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->complete_icon));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->complete));
  self->period = make_label ("dim-label");
  self->warning = make_label ("warning");
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->period));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->warning));
}

/** cvn_agreement_headline_new: (transfer floating): it says nothing yet. */
GtkWidget *
cvn_agreement_headline_new (void)
{
  return g_object_new (CVN_TYPE_AGREEMENT_HEADLINE, NULL);
}

/** cvn_agreement_headline_fill: says how the agreement stands that @cockpit, which has been read, shows. */
void
cvn_agreement_headline_fill (CvnAgreementHeadline *self,
                             CvnCockpit           *cockpit)
{
  gboolean         is_complete;
  g_autofree char *period = cvn_cockpit_text_period (cockpit);
  g_autofree char *time_left = cvn_cockpit_text_time_left (cockpit);
  g_autofree char *complete = cvn_cockpit_text_complete (cockpit, &is_complete);
  g_autofree char *warning = cvn_cockpit_text_warning (cockpit);
  /* Translators: a period and how much of it is left: 1 June 2019 – 31 December 2020 · 39 days left */
  g_autofree char *line = g_strdup_printf (_("%1$s · %2$s"), period, time_left);

  gtk_label_set_text (self->period, line);
  gtk_label_set_text (self->complete, complete);
  gtk_image_set_from_icon_name (self->complete_icon, is_complete ? "object-select-symbolic" : "dialog-warning-symbolic");
  gtk_label_set_text (self->warning, warning);
  gtk_widget_set_visible (GTK_WIDGET (self->warning), *warning != '\0');
}
