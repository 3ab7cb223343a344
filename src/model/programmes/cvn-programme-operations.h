/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-booking-rule.h"
#include "cvn-operation.h"

G_BEGIN_DECLS

/* What a person does to bookings and partner packages, each one step that can be undone. */

/* Bookings. A move to invoiced makes a draft invoice; only a payment moves one to paid. */
CvnOperation *cvn_move_booking_new (const char *booking, CvnBookingState to, const char *today);
CvnOperation *cvn_renew_quote_new (const char *booking, const char *today);
CvnOperation *cvn_add_session_new (CvnRecord *session);
CvnOperation *cvn_edit_session_new (CvnRecord *session);
CvnOperation *cvn_delete_session_new (const char *id);

/* Partner packages. */
CvnOperation *cvn_promise_benefits_new (const char *package);
CvnOperation *cvn_renew_packages_new (int year);
CvnOperation *cvn_plan_benefit_new (const char *exposure, const char *day);
CvnOperation *cvn_deliver_benefit_new (const char *exposure, const char *day, const char *item, const char *event, const char *publication);
CvnOperation *cvn_deliver_benefit_in_news_new (const char *exposure, const char *day, const char *item, const char *news_item);

G_END_DECLS
