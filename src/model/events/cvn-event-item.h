/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-clash.h"
#include "cvn-date.h"
#include "cvn-language.h"
#include "cvn-table.h"

G_BEGIN_DECLS

/* An event as a calendar shows it; it never changes. What it says is in the language of the interface. */
#define CVN_TYPE_EVENT_ITEM (cvn_event_item_get_type ())
G_DECLARE_FINAL_TYPE (CvnEventItem, cvn_event_item, CVN, EVENT_ITEM, GObject)

CvnEventItem *cvn_event_item_new (CvnTable *table, guint row, CvnLanguage language);

gboolean    cvn_event_item_equal (CvnEventItem *self, CvnEventItem *other);
const char *cvn_event_item_get_id (CvnEventItem *self);
const char *cvn_event_item_get_title (CvnEventItem *self);
const char *cvn_event_item_get_starts (CvnEventItem *self);
const char *cvn_event_item_get_code (CvnEventItem *self, const char *field);
const char *cvn_event_item_get_stage (CvnEventItem *self);
const char *cvn_event_item_get_location (CvnEventItem *self);
const char *cvn_event_item_get_sentence (CvnEventItem *self);
gboolean    cvn_event_item_is_cancelled (CvnEventItem *self);
gboolean    cvn_event_item_is_announced (CvnEventItem *self);
gboolean    cvn_event_item_is_all_day (CvnEventItem *self);

CvnDate  cvn_event_item_get_first (CvnEventItem *self);
CvnDate  cvn_event_item_get_last (CvnEventItem *self);
gboolean cvn_event_item_is_on (CvnEventItem *self, const CvnDate *day);
gboolean cvn_event_item_get_minutes (CvnEventItem *self, const CvnDate *day, int *from, int *to);

CvnClashEvent cvn_event_item_get_clash_event (CvnEventItem *self);

char *cvn_event_item_dup_time (CvnEventItem *self, const CvnDate *day);
char *cvn_event_item_dup_when (CvnEventItem *self);
char *cvn_event_item_dup_people (CvnEventItem *self);
char *cvn_event_duration (const char *starts, const char *ends, const char *zone);
char *cvn_event_when (const char *starts, const char *ends, const char *zone);

G_END_DECLS
