/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-operation.h"
#include "cvn-schedule.h"

G_BEGIN_DECLS

/* A part of a payment: cents for one invoice; the text is borrowed. */
typedef struct
{
  const char *invoice;
  gint64      amount;
} CvnPaymentPart;

/* Agreements. Preview of a renewal: "what" (follows, gap, overlap with "days"; party; contribution_rule), "id"
 * (NULL of a rule that only the successor will have), "label" in the language of the interface. */
CvnOperation *cvn_decide_new (CvnRecord *decision, const char *today);
CvnOperation *cvn_renew_new (CvnRecord *successor, const char *today);

/* Contributions. Preview of an allocation, a row a party: "change" (added, changed, kept), "id" (of the commitment, NULL when new),
 * "organisation", "weight", "population_date", "population_source", "fixed", "numerator", "denominator", "floor", "remainder",
 * "cent_given", "share" (cents a year), "start_date", "end_date", "amount" (cents in that period), "before" (cents, NULL when new),
 * "label" and "label_en" (of the organisation).
 * Preview of a plan: "change" (kept, changed, added, removed), "id", "number", "due_date", "amount", "due_before", "amount_before",
 * "commitment" (its id). */
CvnOperation *cvn_allocate_new (const char *contribution_rule, int year);
CvnOperation *cvn_plan_instalments_new (const char *commitment, const CvnSchedulePlan *plan);

/* Invoices. The sources are ids of instalments, bookings or partner packages of one organisation. */
CvnOperation *cvn_make_invoice_new (CvnRecord *invoice, const char *source_kind, const char *const *sources);
CvnOperation *cvn_send_invoice_new (const char *invoice, const char *today);
CvnOperation *cvn_discard_invoice_new (const char *invoice);
CvnOperation *cvn_credit_invoice_new (const char *invoice, const char *today, const char *note);

/* Number series of a centre that is shared: which desk gives the numbers. See also cvn_number_series_list_async(). */
CvnOperation *cvn_ask_series_new (const char *series);
CvnOperation *cvn_hand_over_series_new (const char *series);
CvnOperation *cvn_keep_series_new (const char *series);
CvnOperation *cvn_take_series_new (const char *series);

/* Payments. */
CvnOperation *cvn_book_payment_new (CvnRecord *payment, const CvnPaymentPart *parts, guint n_parts, gboolean allow_over);
CvnOperation *cvn_refund_new (const char *invoice, gint64 amount, const char *date, const char *note);
CvnOperation *cvn_write_off_new (const char *invoice, gint64 amount, const char *date, const char *note);
CvnOperation *cvn_remind_new (const char *invoice, const char *today, const char *note);

/* Several of one sort as one step. */
CvnOperation *cvn_sequence_new (GPtrArray *operations);

/* Fees. */
CvnOperation *cvn_set_tariff_new (CvnRecord *fee);

G_END_DECLS
