/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-draft.h"

G_BEGIN_DECLS

/* Why an organisation may be the one in the form. */
typedef enum {
  CVN_SIMILAR_NONE,
  CVN_SIMILAR_KVK,
  CVN_SIMILAR_NAME,
} CvnSimilarReason;

/*
 * Watches the form of an organisation and finds the one that may be the same: with the same KVK number, or else a
 * name that is close. It only tells. Signal "changed": there is another answer.
 */
#define CVN_TYPE_SIMILAR_PARTNERS (cvn_similar_partners_get_type ())
G_DECLARE_FINAL_TYPE (CvnSimilarPartners, cvn_similar_partners, CVN, SIMILAR_PARTNERS, GObject)

CvnSimilarPartners *cvn_similar_partners_new (CvnCentre *centre, CvnDraft *draft);
CvnSimilarReason    cvn_similar_partners_get_reason (CvnSimilarPartners *self);
const char         *cvn_similar_partners_get_id (CvnSimilarPartners *self);
const char         *cvn_similar_partners_get_name (CvnSimilarPartners *self);

void cvn_similar_partners_try_text (CvnSimilarPartners *self, guint field, const char *text);

G_END_DECLS
