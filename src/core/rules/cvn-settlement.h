/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-date.h"

G_BEGIN_DECLS

/* What the rule needs of an invoice; the text is borrowed. Dates with year 0 are empty. */
typedef struct
{
  const char *id;
  gint64      total;    /* cents with VAT */
  CvnDate     sent_on;  /* empty: a draft */
  CvnDate     due;      /* a day */
  gint64      credited; /* cents, not negative: of its credit notes */
  CvnDate     credited_on;
  gint64      written_off; /* cents, not negative */
  CvnDate     written_off_on;
} CvnSettlementInvoice;

/* A part of a payment that was put to an invoice; the texts are borrowed. */
typedef struct
{
  const char *payment;
  const char *invoice;
  CvnDate     date;   /* a day */
  gint64      amount; /* cents; negative: paid back */
} CvnSettlementMatch;

/* The stored codes are those of cvn_choices_payment. */
typedef enum {
  CVN_SETTLEMENT_DRAFT,
  CVN_SETTLEMENT_SENT,
  CVN_SETTLEMENT_PARTLY_PAID,
  CVN_SETTLEMENT_PAID,
  CVN_SETTLEMENT_OVERDUE,
  CVN_SETTLEMENT_CREDITED,
  CVN_SETTLEMENT_WRITTEN_OFF,
} CvnSettlementState;

/* An invoice on some day; amounts in cents. */
typedef struct
{
  CvnSettlementState state;
  gint64             paid;        /* what came in */
  gint64             refunded;    /* what was paid back */
  gint64             credited;    /* up to that day */
  gint64             written_off; /* up to that day */
  gint64             open;        /* still to come; never negative */
  gint64             over;        /* to pay back; never negative */
  gboolean           is_double;   /* two payments of the whole amount came in, and not all has been paid back */
  CvnDate            paid_on;     /* when nothing was open any more by payments, or empty */
} CvnSettlement;

const char *cvn_settlement_get_code (CvnSettlementState state);

gboolean cvn_settlement_compute (const CvnSettlementInvoice *invoice, const CvnSettlementMatch *matches, guint n_matches, const CvnDate *day, CvnSettlement *settlement, GError **error);

gboolean cvn_settlement_check_payment (const CvnSettlement *settlement, gint64 free_amount, gint64 amount, gboolean allow_over, GError **error);
gboolean cvn_settlement_check_refund (const CvnSettlement *settlement, gint64 amount, GError **error);
gboolean cvn_settlement_check_write_off (const CvnSettlement *settlement, gint64 amount, GError **error);
gint64   cvn_settlement_spread (gint64 amount, const gint64 *open, guint n_open, gint64 *parts);

/* Letters about an invoice that is late. */
#define CVN_FOLLOW_UP_LEVELS 3

int      cvn_follow_up_get_days (guint level);
CvnDate  cvn_follow_up_get_date (const CvnDate *due, guint sent_level, const CvnDate *sent_on);
gboolean cvn_follow_up_is_due (const CvnSettlement *settlement, const CvnDate *due, guint sent_level, const CvnDate *sent_on, const CvnDate *day, guint *level);

G_END_DECLS
