/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-reader.h"
#include "cvn-record.h"
#include "cvn-report-filter.h"

G_BEGIN_DECLS

/* What a report is gathered with, on a reader's thread. */
typedef struct
{
  CvnReader    *reader;
  const char   *record;
  const char   *today;
  CvnLanguage   language;
  GCancellable *cancellable;
} CvnGathering;

CvnRecord *cvn_gathering_get_centre (const CvnGathering *self, GError **error);
char      *cvn_gathering_dup_centre_name (const CvnGathering *self, CvnRecord *centre);
GPtrArray *cvn_gathering_list (const CvnGathering *self, CvnQuery *query, GError **error);
char      *cvn_gathering_dup_both (CvnRecord *record, const char *stem, CvnLanguage language);

gboolean cvn_gathering_fill_sender (const CvnGathering *self, CvnLetterParty *sender, CvnLanguage language, GError **error);
void     cvn_gathering_fill_customer (CvnLetterParty *customer, CvnRecord *organisation, CvnLanguage language);
gboolean cvn_gathering_find_language (CvnRecord *record, CvnLanguage *language);

/* A filter with what it asks for. */
typedef struct
{
  const CvnReportFilter *filter;
  char                  *value; /* a code, or the id of a record */
  char                  *label; /* in the language of the report */
} CvnReportCondition;

GPtrArray  *cvn_gathering_read_conditions (const CvnGathering *self, CvnReportName name, char **rest, GError **error);
const char *cvn_report_conditions_get (GPtrArray *conditions, const char *word);
gboolean    cvn_report_conditions_allow (GPtrArray *conditions, const char *word, const char *value);
char       *cvn_report_conditions_dup_sentence (GPtrArray *conditions, CvnLanguage language);
CvnTable   *cvn_report_conditions_filter_table (CvnTable *table, const char *column, const char *value);

CvnProofSheet     *cvn_gather_proof_sheet (const CvnGathering *self, GError **error);
CvnInvoiceSheet   *cvn_gather_invoice (const CvnGathering *self, gboolean reminder, GError **error);
CvnInvoiceSheet   *cvn_gather_quote (const CvnGathering *self, GError **error);
CvnBenefitsSheet  *cvn_gather_benefits (const CvnGathering *self, GError **error);
CvnFiguresSheet   *cvn_gather_key_figures (const CvnGathering *self, GError **error);
CvnFiguresSheet   *cvn_gather_events (const CvnGathering *self, GError **error);
CvnFiguresSheet   *cvn_gather_budget (const CvnGathering *self, GError **error);
CvnAgreementSheet *cvn_gather_agreement (const CvnGathering *self, GError **error);
CvnPartnerSheet   *cvn_gather_partner (const CvnGathering *self, GError **error);

char    *cvn_report_data_dup_budget_csv (const CvnReportData *self);
GString *cvn_report_csv_new (CvnLanguage language);
void     cvn_report_csv_append (GString *csv, CvnLanguage language, const char *const *cells);
char    *cvn_report_csv_dup_agreement (const CvnAgreementSheet *sheet, CvnLanguage language);

G_END_DECLS
