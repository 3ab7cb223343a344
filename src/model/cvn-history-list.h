/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-history-item.h"

G_BEGIN_DECLS

/*
 * What happened to a record, last first, as a GListModel of CvnHistoryItem. Read when it is asked for, and again
 * whenever the record changes. Property: "loading".
 */
#define CVN_TYPE_HISTORY_LIST (cvn_history_list_get_type ())
G_DECLARE_FINAL_TYPE (CvnHistoryList, cvn_history_list, CVN, HISTORY_LIST, GObject)

CvnHistoryList *cvn_history_list_new (CvnCentre *centre);
void            cvn_history_list_load (CvnHistoryList *self, const CvnKind *kind, const char *id);
gboolean        cvn_history_list_is_loading (CvnHistoryList *self);

G_END_DECLS
