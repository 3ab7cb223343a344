/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-benefit-rule.h"
#include "cvn-invoice-sheet.h"

G_BEGIN_DECLS

/* A benefit that was promised to a partner. Days are ISO; texts may be NULL. */
typedef struct
{
  CvnBenefitState state;
  char           *title;
  char           *channel;
  char           *due;
  char           *planned_on;
  char           *delivered_on;
  char           *proof; /* the item, event, publication or link in which it can be seen */
} CvnBenefitLine;

/* What a partner was promised for a year, and what it got. */
typedef struct
{
  CvnLanguage    language;       /* of the partner */
  gboolean       language_known; /* the partner said so; otherwise it may be chosen */
  CvnLetterParty sender;
  CvnLetterParty customer;
  int            year;
  char          *today;    /* ISO day */
  char          *packages; /* what they are called */
  GPtrArray     *lines;    /* of CvnBenefitLine, by their due days */
} CvnBenefitsSheet;

CvnBenefitsSheet *cvn_benefits_sheet_new (void);
void              cvn_benefits_sheet_free (CvnBenefitsSheet *self);
CvnBenefitLine   *cvn_benefits_sheet_add_line (CvnBenefitsSheet *self, CvnBenefitState state);
guint             cvn_benefits_sheet_count (const CvnBenefitsSheet *self, CvnBenefitState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnBenefitsSheet, cvn_benefits_sheet_free)

G_END_DECLS
