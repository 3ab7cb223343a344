/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-operation.h"

G_BEGIN_DECLS

/* How long an offer of seats holds, in days, unless somebody says otherwise. */
#define CVN_OFFER_DAYS 7

/* What the after-event sheet asks for. Counts and amounts may be waived, each by its own reason. */
typedef struct
{
  gint64      attended; /* people; less than 0: not known */
  gint64      cost;     /* cents; less than 0: as it stands */
  const char *lessons;  /* NULL or empty: none */
  gboolean    waive_attended;
  gboolean    waive_cost;
  gboolean    waive_lessons;
} CvnEventClosing;

/* The event itself. */
CvnOperation *cvn_event_save_new (CvnChangeSet *changes, const char *today);
CvnOperation *cvn_event_copy_new (const char *event, const char *starts, gboolean as_template);
CvnOperation *cvn_event_repeat_new (const char *event, const char *starts);
CvnOperation *cvn_event_spread_new (const char *event);
CvnOperation *cvn_event_move_new (const char *event, int days);
CvnOperation *cvn_event_cancel_new (const char *event);
CvnOperation *cvn_event_close_new (const char *event, const CvnEventClosing *closing, const char *today);

/* Who comes. Each passes seats that become free on to the first party that waits and fits. */
CvnOperation *cvn_event_sign_up_new (CvnRecord *signup, const char *today);
CvnOperation *cvn_event_cancel_signup_new (const char *signup, const char *today);
CvnOperation *cvn_event_take_offer_new (const char *signup, const char *today);
CvnOperation *cvn_event_pass_on_new (const char *event, const char *today);
CvnOperation *cvn_event_attend_new (const char *signup, gint64 n_people);

/* Where it is made known. */
CvnOperation *cvn_event_publish_new (const char *event, const char *channel, const char *done_on);
CvnOperation *cvn_event_plan_publications_new (const char *event);

/* What has to be done. */
CvnOperation *cvn_task_add_new (CvnRecord *task);
CvnOperation *cvn_task_move_new (const char *task, int by);
CvnOperation *cvn_task_finish_new (const char *task, const char *done_on);

G_END_DECLS
