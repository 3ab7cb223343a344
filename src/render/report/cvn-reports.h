/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-agreement-sheet.h"
#include "cvn-card-sheet.h"
#include "cvn-figures-sheet.h"
#include "cvn-invoice-sheet.h"
#include "cvn-partner-sheet.h"
#include "cvn-proof-sheet.h"
#include "cvn-report.h"
#include "cvn-roadmap-sheet.h"

G_BEGIN_DECLS

/* The reports there are, each from the values that a model has gathered. */

CvnReport *cvn_report_new_proof (const CvnProofSheet *sheet, CvnLanguage language);
CvnReport *cvn_report_new_invoice (const CvnInvoiceSheet *sheet);
CvnReport *cvn_report_new_reminder (const CvnInvoiceSheet *sheet);
CvnReport *cvn_report_new_partner (const CvnPartnerSheet *sheet, CvnLanguage language);
CvnReport *cvn_report_new_agreement (const CvnAgreementSheet *sheet, CvnLanguage language);
CvnReport *cvn_report_new_card (const CvnCardSheet *sheet, CvnLanguage language);
CvnReport *cvn_report_new_budget (const CvnFiguresSheet *sheet, CvnLanguage language);
CvnReport *cvn_report_new_events (const CvnFiguresSheet *sheet, CvnLanguage language);
CvnReport *cvn_report_new_key_figures (const CvnFiguresSheet *sheet, CvnLanguage language);
CvnReport *cvn_report_new_roadmap (const CvnRoadmapSheet *sheet, CvnLanguage language);

/* What letters have in common: the head, and what stands at the foot. */
void cvn_report_add_letter_head (CvnReport *self, const CvnInvoiceSheet *sheet);

G_END_DECLS
