/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-agreement-sheet.h"
#include "cvn-benefits-sheet.h"
#include "cvn-card-sheet.h"
#include "cvn-figures-sheet.h"
#include "cvn-invoice-sheet.h"
#include "cvn-partner-sheet.h"
#include "cvn-proof-sheet.h"
#include "cvn-report-words.h"
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
CvnReport *cvn_report_new_quote (const CvnInvoiceSheet *sheet);
CvnReport *cvn_report_new_benefits (const CvnBenefitsSheet *sheet);

/* What letters have in common: the head, and of those about money the lines and the VAT. */
void cvn_report_add_letter_head (CvnReport *self, const CvnLetterParty *sender, const CvnLetterParty *customer);
void cvn_report_add_invoice_lines (CvnReport *report, const CvnInvoiceSheet *sheet);
void cvn_report_add_invoice_vat (CvnReport *report, const CvnInvoiceSheet *sheet, CvnReportWord total);

G_END_DECLS
