/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the rule needs of a record of kind fee; the texts are borrowed. */
typedef struct
{
  const char *service;
  const char *payer;      /* all, adult or child */
  const char *valid_from; /* ISO day */
  const char *valid_to;   /* ISO day, or NULL while it is valid */
  gint64      amount;     /* cents */
} CvnFeeRow;

const CvnFeeRow *cvn_fee_rule_find (const CvnFeeRow *fees, guint n_fees, const char *service, const char *target_group, gint64 month);
gboolean         cvn_fee_rule_revenue (const CvnFeeRow *fees, guint n_fees, const char *target_group, gint64 month, gint64 paid_count, gint64 *revenue, GError **error);

G_END_DECLS
