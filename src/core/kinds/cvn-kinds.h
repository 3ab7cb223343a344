/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-kind.h"

G_BEGIN_DECLS

/*
 * One file each. Adding a field is one line there and a column in a new migration; adding a kind is a file, a line here,
 * a line in cvn-kinds.c and a table. Of a pair of texts in two languages the Dutch one carries TITLE and LIST; who shows
 * them puts the English one in its place for readers of English. The first Dutch word of a choice is the one shown.
 */
extern const CvnKind cvn_kind_organisation;
extern const CvnKind cvn_kind_contact;
extern const CvnKind cvn_kind_interaction;
extern const CvnKind cvn_kind_agreement;
extern const CvnKind cvn_kind_agreement_decision;
extern const CvnKind cvn_kind_contribution_rule;
extern const CvnKind cvn_kind_index_value;
extern const CvnKind cvn_kind_commitment;
extern const CvnKind cvn_kind_instalment;
extern const CvnKind cvn_kind_invoice;
extern const CvnKind cvn_kind_invoice_line;
extern const CvnKind cvn_kind_invoice_series;
extern const CvnKind cvn_kind_payment;
extern const CvnKind cvn_kind_settlement;
extern const CvnKind cvn_kind_reminder;
extern const CvnKind cvn_kind_allocation_line;
extern const CvnKind cvn_kind_population;
extern const CvnKind cvn_kind_event;
extern const CvnKind cvn_kind_event_partner;
extern const CvnKind cvn_kind_event_publication;
extern const CvnKind cvn_kind_event_signup;
extern const CvnKind cvn_kind_event_cost;
extern const CvnKind cvn_kind_task;
extern const CvnKind cvn_kind_programme;
extern const CvnKind cvn_kind_programme_price;
extern const CvnKind cvn_kind_delivery_session;
extern const CvnKind cvn_kind_provider_capacity;
extern const CvnKind cvn_kind_benefit;
extern const CvnKind cvn_kind_exposure;
extern const CvnKind cvn_kind_booking;
extern const CvnKind cvn_kind_partner_package;
extern const CvnKind cvn_kind_fee;
extern const CvnKind cvn_kind_registration_count;
extern const CvnKind cvn_kind_appointment_month;
extern const CvnKind cvn_kind_budget_line;
extern const CvnKind cvn_kind_budget_version;
extern const CvnKind cvn_kind_budget_amount;
extern const CvnKind cvn_kind_budget_plan;
extern const CvnKind cvn_kind_budget_entry;
extern const CvnKind cvn_kind_forecast_weight;
extern const CvnKind cvn_kind_scenario;
extern const CvnKind cvn_kind_scenario_change;
extern const CvnKind cvn_kind_bank_line;
extern const CvnKind cvn_kind_bank_balance;
extern const CvnKind cvn_kind_roadmap_item;
extern const CvnKind cvn_kind_service_funding;
extern const CvnKind cvn_kind_roadmap_revision;
extern const CvnKind cvn_kind_roadmap_revision_item;
extern const CvnKind cvn_kind_axis;
extern const CvnKind cvn_kind_life_stage;
extern const CvnKind cvn_kind_project;
extern const CvnKind cvn_kind_half_year;
extern const CvnKind cvn_kind_project_card;
extern const CvnKind cvn_kind_card_section;
extern const CvnKind cvn_kind_card_line;
extern const CvnKind cvn_kind_card_quote;
extern const CvnKind cvn_kind_card_role;
extern const CvnKind cvn_kind_milestone;
extern const CvnKind cvn_kind_step;
extern const CvnKind cvn_kind_risk;
extern const CvnKind cvn_kind_signal;
extern const CvnKind cvn_kind_indicator;
extern const CvnKind cvn_kind_indicator_value;
extern const CvnKind cvn_kind_document;
extern const CvnKind cvn_kind_network;
extern const CvnKind cvn_kind_news_item;
extern const CvnKind cvn_kind_channel;
extern const CvnKind cvn_kind_centre;

G_END_DECLS
