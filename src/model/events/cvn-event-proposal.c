/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-proposal"

#include "cvn-event-proposal.h"

#include "cvn-record.h"
#include "cvn-zone-time.h"

struct _CvnEventProposal
{
  GObject parent_instance;

  CvnDraft *draft;
  CvnDate   day; /* the first one, as it was; year 0 for none */
};

G_DEFINE_FINAL_TYPE (CvnEventProposal, cvn_event_proposal, G_TYPE_OBJECT)

static CvnDate
get_day (CvnEventProposal *self)
{
  const char *starts = cvn_record_get_text (cvn_draft_get_record (self->draft), "starts");
  CvnDate     day = { 0 };
  int         minutes;

  return starts != NULL && cvn_local_time_parse (starts, &day, &minutes, NULL) ? day : (CvnDate){ 0 };
}

static void
field_changed_cb (CvnEventProposal *self,
                  guint             field)
{
  const CvnKind   *kind = cvn_draft_get_kind (self->draft);
  const char      *ends = cvn_record_get_text (cvn_draft_get_record (self->draft), "ends");
  CvnDate          before = self->day;
  CvnDate          day = get_day (self);
  g_autofree char *moved = NULL;
  g_auto (CvnValue) value = CVN_VALUE_INIT;

  if (field != (guint) cvn_kind_find_field (kind, "starts") || day.year == 0)
    return;
  self->day = day;
  if (!cvn_draft_is_new (self->draft) || before.year == 0 || ends == NULL || cvn_date_compare (&before, &day) == 0)
    return;
  moved = cvn_zone_time_shift (ends, cvn_date_days_between (before, day));
  if (moved == NULL)
    return;
  cvn_value_set_text (&value, moved);
  cvn_draft_set_value (self->draft, (guint) cvn_kind_find_field (kind, "ends"), &value);
}

static void
cvn_event_proposal_dispose (GObject *object)
{
  g_clear_object (&CVN_EVENT_PROPOSAL (object)->draft);
  G_OBJECT_CLASS (cvn_event_proposal_parent_class)->dispose (object);
}

static void
cvn_event_proposal_class_init (CvnEventProposalClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_event_proposal_dispose;
}

static void
cvn_event_proposal_init (CvnEventProposal *self)
{
}

/** cvn_event_proposal_new: (transfer full): for the @draft of an event; it does nothing once that is stored. Main thread. */
CvnEventProposal *
cvn_event_proposal_new (CvnDraft *draft)
{
  CvnEventProposal *self = g_object_new (CVN_TYPE_EVENT_PROPOSAL, NULL);

  self->draft = g_object_ref (draft);
  self->day = get_day (self);
  g_signal_connect_object (draft, "field-changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
