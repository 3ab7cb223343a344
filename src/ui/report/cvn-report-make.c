/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-make"

#include "cvn-report-make.h"

/** cvn_report_make: (transfer full): the pages of what a model has gathered. */
CvnReport *
cvn_report_make (const CvnReportData *data)
{
  switch (data->name)
    {
    case CVN_REPORT_PROOF_SHEET:
      return cvn_report_new_proof (data->proof, data->language);
    case CVN_REPORT_INVOICE:
      return cvn_report_new_invoice (data->invoice);
    case CVN_REPORT_REMINDER:
      return cvn_report_new_reminder (data->invoice);
    case CVN_REPORT_PARTNER:
      return cvn_report_new_partner (data->partner, data->language);
    case CVN_REPORT_PROJECT_CARD:
      return cvn_report_new_card (data->card, data->language);
    case CVN_REPORT_ROADMAP:
      return cvn_report_new_roadmap (data->roadmap, data->language);
    case CVN_REPORT_KEY_FIGURES:
      return cvn_report_new_key_figures (data->figures, data->language);
    case CVN_REPORT_EVENTS:
      return cvn_report_new_events (data->figures, data->language);
    case CVN_REPORT_BUDGET:
      return cvn_report_new_budget (data->figures, data->language);
    case CVN_REPORT_CONVENANT:
      return cvn_report_new_agreement (data->agreement, data->language);
    case CVN_REPORT_QUOTE:
      return cvn_report_new_quote (data->invoice);
    case CVN_REPORT_BENEFITS:
      return cvn_report_new_benefits (data->benefits);
    case CVN_N_REPORTS:
    default:
      g_return_val_if_reached (NULL);
    }
}
