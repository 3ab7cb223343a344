/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-waiting-list.h"
#include "cvn-writer.h"

G_BEGIN_DECLS

/* The sign-ups of an event in the order in which they came, as the rule of the waiting list takes them. */
typedef struct
{
  GPtrArray *records; /* of CvnRecord */
  CvnSignup *signups;
  gint64     capacity;
} CvnEventSeats;

CvnEventSeats *cvn_event_seats_read (CvnReader *reader, CvnRecord *event, GError **error);
void           cvn_event_seats_free (CvnEventSeats *self);
gint64         cvn_event_seats_count_free (const CvnEventSeats *self);
gboolean       cvn_event_seats_pass_on (CvnWriter *writer, CvnRecord *event, const char *today, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnEventSeats, cvn_event_seats_free)

G_END_DECLS
