/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kinds"

#include "cvn-kinds.h"

#include "cvn-kind-set.h"

/* In the order in which they are shown: page by page, the general ones last. Never more than a set of them holds. */
const CvnKind *const cvn_kinds[] = {
  &cvn_kind_organisation,
  &cvn_kind_contact,
  &cvn_kind_interaction,
  &cvn_kind_agreement,
  &cvn_kind_agreement_decision,
  &cvn_kind_contribution_rule,
  &cvn_kind_index_value,
  &cvn_kind_commitment,
  &cvn_kind_instalment,
  &cvn_kind_invoice,
  &cvn_kind_invoice_line,
  &cvn_kind_invoice_series,
  &cvn_kind_payment,
  &cvn_kind_settlement,
  &cvn_kind_reminder,
  &cvn_kind_allocation_line,
  &cvn_kind_population,
  &cvn_kind_event,
  &cvn_kind_event_partner,
  &cvn_kind_event_publication,
  &cvn_kind_event_signup,
  &cvn_kind_event_cost,
  &cvn_kind_task,
  &cvn_kind_programme,
  &cvn_kind_programme_price,
  &cvn_kind_booking,
  &cvn_kind_delivery_session,
  &cvn_kind_provider_capacity,
  &cvn_kind_partner_package,
  &cvn_kind_benefit,
  &cvn_kind_exposure,
  &cvn_kind_news_item,
  &cvn_kind_fee,
  &cvn_kind_registration_count,
  &cvn_kind_appointment_month,
  &cvn_kind_budget_line,
  &cvn_kind_budget_version,
  &cvn_kind_budget_amount,
  &cvn_kind_budget_plan,
  &cvn_kind_budget_entry,
  &cvn_kind_forecast_weight,
  &cvn_kind_scenario,
  &cvn_kind_scenario_change,
  &cvn_kind_bank_line,
  &cvn_kind_bank_balance,
  &cvn_kind_roadmap_item,
  &cvn_kind_service_funding,
  &cvn_kind_roadmap_revision,
  &cvn_kind_roadmap_revision_item,
  &cvn_kind_axis,
  &cvn_kind_life_stage,
  &cvn_kind_project,
  &cvn_kind_half_year,
  &cvn_kind_project_card,
  &cvn_kind_card_section,
  &cvn_kind_card_line,
  &cvn_kind_card_quote,
  &cvn_kind_card_role,
  &cvn_kind_milestone,
  &cvn_kind_step,
  &cvn_kind_risk,
  &cvn_kind_signal,
  &cvn_kind_indicator,
  &cvn_kind_indicator_value,
  &cvn_kind_document,
  &cvn_kind_network,
  &cvn_kind_channel,
  &cvn_kind_centre,
};

G_STATIC_ASSERT (G_N_ELEMENTS (cvn_kinds) <= CVN_KIND_SET_MAX);

const guint cvn_n_kinds = G_N_ELEMENTS (cvn_kinds);
