/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-proposal-line"

#include "cvn-proposal-line.h"

#include "cvn-booking-proposal.h"

#define CVN_TYPE_PROPOSAL_LINE (cvn_proposal_line_get_type ())
G_DECLARE_FINAL_TYPE (CvnProposalLine, cvn_proposal_line, CVN, PROPOSAL_LINE, AdwBin)

struct _CvnProposalLine
{
  AdwBin parent_instance;

  CvnBookingProposal *proposal;
  GtkLabel           *text;
};

G_DEFINE_FINAL_TYPE (CvnProposalLine, cvn_proposal_line, ADW_TYPE_BIN)

static void
changed_cb (CvnProposalLine *self)
{
  g_autofree char *text = cvn_booking_proposal_dup_text (self->proposal);

  gtk_label_set_text (self->text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}

static void
cvn_proposal_line_dispose (GObject *object)
{
  g_clear_object (&CVN_PROPOSAL_LINE (object)->proposal);
  G_OBJECT_CLASS (cvn_proposal_line_parent_class)->dispose (object);
}

static void
cvn_proposal_line_class_init (CvnProposalLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_proposal_line_dispose;
}

static void
cvn_proposal_line_init (CvnProposalLine *self)
{
  self->text = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "dim-label");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->text));
}

/** cvn_proposal_line_new: (nullable): for the @draft of a new booking; NULL for other drafts, of which nothing is proposed. */
GtkWidget *
cvn_proposal_line_new (CvnCentre *centre,
                       CvnDraft  *draft)
{
  CvnProposalLine *self;

  if (!cvn_draft_is_new (draft) || !g_str_equal (cvn_draft_get_kind (draft)->name, "booking"))
    return NULL;
  self = g_object_new (CVN_TYPE_PROPOSAL_LINE, "visible", FALSE, NULL);
  self->proposal = cvn_booking_proposal_new (centre, draft);
  g_signal_connect_object (self->proposal, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
