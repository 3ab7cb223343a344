/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-record.h"
#include "cvn-table.h"

G_BEGIN_DECLS

/*
 * An agreement that is to be followed by another one: which can be, what the next one is called and when it runs, and what
 * would be made. Follows what is written. Signal "changed": there are other agreements, or another preview.
 */
#define CVN_TYPE_RENEWAL (cvn_renewal_get_type ())
G_DECLARE_FINAL_TYPE (CvnRenewal, cvn_renewal, CVN, RENEWAL, GObject)

CvnRenewal *cvn_renewal_new (CvnCentre *centre);
CvnCentre  *cvn_renewal_get_centre (CvnRenewal *self);
gboolean    cvn_renewal_is_loaded (CvnRenewal *self);

guint       cvn_renewal_get_n_agreements (CvnRenewal *self);
const char *cvn_renewal_get_title (CvnRenewal *self, guint place);
int         cvn_renewal_get_row (CvnRenewal *self, CvnTable **agreements);
int         cvn_renewal_get_place (CvnRenewal *self);
void        cvn_renewal_set_place (CvnRenewal *self, guint place);
void        cvn_renewal_set_agreement (CvnRenewal *self, const char *id);

CvnRecord *cvn_renewal_get_successor (CvnRenewal *self);
void       cvn_renewal_set_text (CvnRenewal *self, const char *field, const char *text);
void       cvn_renewal_set_requires_all (CvnRenewal *self, gboolean requires_all);

CvnTable     *cvn_renewal_get_preview (CvnRenewal *self);
const GError *cvn_renewal_get_error (CvnRenewal *self);

void        cvn_renewal_run_async (CvnRenewal *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
const char *cvn_renewal_get_made (CvnRenewal *self);

/* cvn-renewal-proposal.c: of the rows of the figure agreements. */
GArray    *cvn_renewal_list_rows (CvnTable *agreements, const char *today);
gboolean   cvn_renewal_is_due (CvnTable *agreements, guint row, const char *today);
CvnRecord *cvn_renewal_propose (CvnTable *agreements, guint row);

G_END_DECLS
