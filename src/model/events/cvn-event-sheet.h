/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-table.h"

G_BEGIN_DECLS

/*
 * All that there is about one event, read at one moment, and again when something of it is written.
 * Signals: "changed": it is there, or another; "gone": it was deleted; "failed" (const char *message).
 */
#define CVN_TYPE_EVENT_SHEET (cvn_event_sheet_get_type ())
G_DECLARE_FINAL_TYPE (CvnEventSheet, cvn_event_sheet, CVN, EVENT_SHEET, GObject)

/* A party to the cost: who, its parts, and what they come to. */
typedef struct
{
  char  *name;
  gint64 parts;
  gint64 cents;
} CvnEventShare;

CvnEventSheet *cvn_event_sheet_new (CvnCentre *centre);
CvnCentre     *cvn_event_sheet_get_centre (CvnEventSheet *self);
void           cvn_event_sheet_set_event (CvnEventSheet *self, const char *id);
const char    *cvn_event_sheet_get_id (CvnEventSheet *self);
gboolean       cvn_event_sheet_is_loaded (CvnEventSheet *self);

CvnRecord  *cvn_event_sheet_get_record (CvnEventSheet *self);
const char *cvn_event_sheet_get_title (CvnEventSheet *self);
const char *cvn_event_sheet_get_organisation (CvnEventSheet *self, CvnRecord *part);
GPtrArray  *cvn_event_sheet_get_parts (CvnEventSheet *self, const char *kind);
CvnRecord  *cvn_event_sheet_find_part (CvnEventSheet *self, const char *kind, const char *id);
CvnRecord  *cvn_event_sheet_find_publication (CvnEventSheet *self, const char *channel);
CvnTable   *cvn_event_sheet_get_table (CvnEventSheet *self, const char *figure);
gboolean    cvn_event_sheet_get_total (CvnEventSheet *self, const char *column, gint64 *value);
gint64      cvn_event_sheet_count_free (CvnEventSheet *self);
gint64      cvn_event_sheet_get_net_cost (CvnEventSheet *self);
GArray     *cvn_event_sheet_split_cost (CvnEventSheet *self, GError **error);

const char *const *cvn_event_sheet_get_clashes (CvnEventSheet *self);

G_END_DECLS
