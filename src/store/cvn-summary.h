/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-db.h"
#include "cvn-record.h"

G_BEGIN_DECLS

/* What one change set does to the table registration_summary. */
typedef struct _CvnSummary CvnSummary;

CvnSummary *cvn_summary_new (void);
void        cvn_summary_free (CvnSummary *self);
void        cvn_summary_note (CvnSummary *self, CvnRecord *before, CvnRecord *after);
gboolean    cvn_summary_write (CvnSummary *self, CvnDb *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnSummary, cvn_summary_free)

G_END_DECLS
