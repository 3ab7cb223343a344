/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-clash-line"

#include "cvn-clash-line.h"

#include "cvn-clash-watch.h"
#include "cvn-event-proposal.h"

#define CVN_TYPE_CLASH_LINE (cvn_clash_line_get_type ())
G_DECLARE_FINAL_TYPE (CvnClashLine, cvn_clash_line, CVN, CLASH_LINE, AdwBin)

struct _CvnClashLine
{
  AdwBin parent_instance;

  CvnClashWatch    *watch;
  CvnEventProposal *proposal; /* its end follows its beginning */
  GtkWidget        *lines;
};

G_DEFINE_FINAL_TYPE (CvnClashLine, cvn_clash_line, ADW_TYPE_BIN)

/**
 * cvn_clash_lines_new: not seen until it has sentences. One label is there from the beginning: GTK asks a box that was empty
 * when it was hidden for no height of its lines at a width.
 */
GtkWidget *
cvn_clash_lines_new (void)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "spacing", 6, "visible", FALSE, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, "warning");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE, NULL));
  return box;
}

/** cvn_clash_lines_fill: shows @sentences below each other in a box of cvn_clash_lines_new(). */
void
cvn_clash_lines_fill (GtkWidget         *box,
                      const char *const *sentences)
{
  g_autofree char *text = g_strjoinv ("\n", (GStrv) sentences);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), text);
  gtk_widget_set_visible (box, *text != '\0');
}

static void
changed_cb (CvnClashLine *self)
{
  const char *const *sentences = cvn_clash_watch_get_sentences (self->watch);

  cvn_clash_lines_fill (self->lines, sentences);
  gtk_widget_set_visible (GTK_WIDGET (self), sentences[0] != NULL);
}

static void
cvn_clash_line_dispose (GObject *object)
{
  g_clear_object (&CVN_CLASH_LINE (object)->watch);
  g_clear_object (&CVN_CLASH_LINE (object)->proposal);
  G_OBJECT_CLASS (cvn_clash_line_parent_class)->dispose (object);
}

static void
cvn_clash_line_class_init (CvnClashLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_clash_line_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
cvn_clash_line_init (CvnClashLine *self)
{
  self->lines = cvn_clash_lines_new ();
  adw_bin_set_child (ADW_BIN (self), self->lines);
}

/** cvn_clash_line_new: for the @draft of an event. */
GtkWidget *
cvn_clash_line_new (CvnCentre *centre,
                    CvnDraft  *draft)
{
  CvnClashLine *self = g_object_new (CVN_TYPE_CLASH_LINE, "visible", FALSE, NULL);

  self->proposal = cvn_event_proposal_new (draft);
  self->watch = cvn_clash_watch_new (centre, draft);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
