/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-date.h"

G_BEGIN_DECLS

typedef enum {
  CVN_CONTRIBUTION_FIXED,          /* an amount of its own for each */
  CVN_CONTRIBUTION_EQUAL,          /* the total in equal parts */
  CVN_CONTRIBUTION_PERCENTAGE,     /* the total by fractions that make one */
  CVN_CONTRIBUTION_PER_INHABITANT, /* a rate times the inhabitants */
  CVN_CONTRIBUTION_BY_INHABITANTS, /* the total by the share in the inhabitants */
  CVN_CONTRIBUTION_FIXED_PLUS,     /* an amount of its own and a rate times the inhabitants */
} CvnContributionMethod;

/* The head of a proof sheet. */
typedef struct
{
  CvnContributionMethod method;
  gint64                total;      /* cents: what is divided; for fixed amounts what they should make, or 0 */
  gint64                rate;       /* cents per inhabitant */
  gint64                index;      /* of the year, per mille; 0: not indexed */
  gint64                base_index; /* of the base year, per mille */
} CvnContributionRule;

/* What a rule is applied to; the texts are borrowed. */
typedef struct
{
  const char *party;       /* id of the organisation */
  gint64      fixed;       /* cents */
  gint64      numerator;   /* of the percentage as an exact fraction: 125 of 1000 */
  gint64      denominator; /* 1000 for a rate per mille */
  gint64      inhabitants;
  CvnDate     population_date;
  const char *population_source;
} CvnContributionParty;

/* A line of a proof sheet: exact share = numerator / denominator cents, rounded down to floor; a cent is given
 * by largest remainder where a total is divided, and by half away from zero where each amount stands alone. */
typedef struct
{
  const char *party; /* borrowed, as the source */
  gint64      fixed;
  gint64      weight; /* inhabitants; parts of the denominator of a percentage; 1 for equal parts */
  CvnDate     population_date;
  const char *population_source;
  gint64      numerator;
  gint64      denominator;
  gint64      floor; /* cents */
  gint64      remainder;
  gint64      cent_given; /* 0 or 1 */
  gint64      amount;     /* cents */
} CvnContributionShare;

typedef struct
{
  int    year;
  gint64 index; /* per mille of the level of any one year */
} CvnContributionIndex;

gboolean cvn_contribution_rule_divides (const CvnContributionRule *rule);
gboolean cvn_contribution_rule_set_index (CvnContributionRule *rule, const CvnContributionIndex *table, guint n_table, int base_year, int year, GError **error);
gboolean cvn_contribution_rule_get_total (const CvnContributionRule *rule, gint64 *total, GError **error);
gboolean cvn_contribution_rule_apply (const CvnContributionRule *rule, const CvnContributionParty *parties, guint n_parties, CvnContributionShare *shares, GError **error);
gboolean cvn_contribution_rule_recompute (const CvnContributionRule *rule, const CvnContributionShare *shares, guint n_shares, gint64 *amounts, GError **error);
gboolean cvn_contribution_rule_check_sum (gint64 total, const gint64 *amounts, guint n_amounts, GError **error);

G_END_DECLS
