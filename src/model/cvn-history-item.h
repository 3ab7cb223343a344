/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A field that was changed, in words. */
typedef struct
{
  char *label;
  char *before; /* NULL where there was nothing */
  char *after;  /* NULL where nothing is left */
} CvnHistoryLine;

/* One thing that happened to a record, in words: who, when, what. */
#define CVN_TYPE_HISTORY_ITEM (cvn_history_item_get_type ())
G_DECLARE_FINAL_TYPE (CvnHistoryItem, cvn_history_item, CVN, HISTORY_ITEM, GObject)

CvnHistoryItem *cvn_history_item_new (gint64 no, const char *action, const char *actor, const char *time);
void            cvn_history_item_add_line (CvnHistoryItem *self, const char *label, const char *before, const char *after);

gint64                cvn_history_item_get_no (CvnHistoryItem *self);
const char           *cvn_history_item_get_action (CvnHistoryItem *self);
const char           *cvn_history_item_get_actor (CvnHistoryItem *self);
const char           *cvn_history_item_get_time (CvnHistoryItem *self);
guint                 cvn_history_item_get_n_lines (CvnHistoryItem *self);
const CvnHistoryLine *cvn_history_item_get_line (CvnHistoryItem *self, guint i);

G_END_DECLS
