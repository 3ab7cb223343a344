/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-partner-steps"

#include "cvn-partner-steps.h"

#include "cvn-partner-fill.h"
#include "cvn-partner-item.h"

#include <glib/gi18n-lib.h>

/* The rungs that lead to a signature; to reconsider and to decline stand beside them, in the list of decisions. */
static const char *const steps[] = { "pledged", "approved", "signed" };

/* The date of the decision for this rung: "" without a date; NULL when it was not taken. */
static const char *
find_date (CvnTable   *decisions,
           const char *agreement,
           const char *status)
{
  for (guint row = 0; decisions != NULL && row < cvn_table_get_n_rows (decisions); row++)
    if (g_strcmp0 (cvn_table_get_text (decisions, row, "agreement"), agreement) == 0 &&
        g_strcmp0 (cvn_table_get_text (decisions, row, "status"), status) == 0)
      {
        const char *date = cvn_table_get_text (decisions, row, "date");

        return date != NULL ? date : "";
      }
  return NULL;
}

static GtkWidget *
make_step (const char *status,
           const char *date)
{
  GtkWidget       *step = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget       *mark = gtk_image_new_from_icon_name (date != NULL ? "object-select-symbolic" : "content-loading-symbolic");
  g_autofree char *when = date != NULL ? cvn_partner_fill_date (date) : g_strdup (_("Not yet"));
  GtkWidget       *label = gtk_label_new (cvn_partner_status_label (status));
  GtkWidget       *day = gtk_label_new (when);

  gtk_widget_set_halign (mark, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (mark, "cvn-partner-step");
  if (date != NULL)
    gtk_widget_add_css_class (mark, "reached");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (day, "caption");
  gtk_widget_add_css_class (day, "dim-label");
  gtk_box_append (GTK_BOX (step), mark);
  gtk_box_append (GTK_BOX (step), label);
  gtk_box_append (GTK_BOX (step), day);
  return step;
}

/** cvn_partner_steps_new: how far a partner has come with @agreement, by its @decisions as the figure partner-decisions has them. */
GtkWidget *
cvn_partner_steps_new (CvnTable   *decisions,
                       const char *agreement)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "homogeneous", TRUE, "margin-top", 12, "margin-bottom", 12, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_box_append (GTK_BOX (box), make_step (steps[i], find_date (decisions, agreement, steps[i])));
  return box;
}
