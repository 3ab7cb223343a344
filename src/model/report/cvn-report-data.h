/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-agreement-sheet.h"
#include "cvn-benefits-sheet.h"
#include "cvn-card-sheet.h"
#include "cvn-centre.h"
#include "cvn-figures-sheet.h"
#include "cvn-invoice-sheet.h"
#include "cvn-partner-sheet.h"
#include "cvn-proof-sheet.h"
#include "cvn-roadmap-sheet.h"

G_BEGIN_DECLS

typedef enum {
  CVN_REPORT_PROOF_SHEET,
  CVN_REPORT_INVOICE,
  CVN_REPORT_REMINDER,
  CVN_REPORT_PARTNER,
  CVN_REPORT_PROJECT_CARD,
  CVN_REPORT_ROADMAP,
  CVN_REPORT_KEY_FIGURES,
  CVN_REPORT_EVENTS,
  CVN_REPORT_BUDGET,
  CVN_REPORT_CONVENANT,
  CVN_REPORT_QUOTE,
  CVN_REPORT_BENEFITS,
  CVN_N_REPORTS,
} CvnReportName;

/* What a report is made of: of the sheets, the one that belongs to its name. */
typedef struct
{
  CvnReportName      name;
  CvnLanguage        language; /* of its reader: of an invoice, the customer */
  CvnProofSheet     *proof;
  CvnInvoiceSheet   *invoice; /* of an invoice, a reminder or a quote */
  CvnPartnerSheet   *partner;
  CvnCardSheet      *card;
  CvnRoadmapSheet   *roadmap;
  CvnFiguresSheet   *figures; /* of the key figures, the budget and the events of a period */
  CvnAgreementSheet *agreement;
  CvnBenefitsSheet  *benefits;
} CvnReportData;

const char *cvn_report_name_to_text (CvnReportName name);
gboolean    cvn_report_name_from_text (const char *text, CvnReportName *name);

/* @record: an id, a number or a code; of the proof sheet, the roadmap, the budget and the key figures the year; of a project card its id or
 * half-year, and of the events a year or a half-year. Of the parties of an agreement the year and, after a space, the
 * agreement: without it the covenant that runs. Of a quote the booking; of the benefits a partner package, or a partner and,
 * after a space, a year: without it the last one that it has a package in. */
void           cvn_report_data_read_async (CvnCentre *centre, CvnReportName name, const char *record, CvnLanguage language, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CvnReportData *cvn_report_data_read_finish (CvnCentre *centre, GAsyncResult *result, GError **error);
CvnReportData *cvn_report_data_read (CvnStore *store, CvnReportName name, const char *record, CvnLanguage language, const char *today, GError **error);
void           cvn_report_data_free (CvnReportData *self);
char          *cvn_report_data_dup_csv (const CvnReportData *self);
char          *cvn_report_data_dup_xml (const CvnReportData *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnReportData, cvn_report_data_free)

G_END_DECLS
