/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-date.h"

G_BEGIN_DECLS

/* The stored codes are those of cvn_choices_vat. */
typedef enum {
  CVN_VAT_TAXED,
  CVN_VAT_ZERO,
  CVN_VAT_EXEMPT,
  CVN_VAT_OUTSIDE,
  CVN_VAT_REVERSE,
} CvnVatCategory;

#define CVN_VAT_N_CATEGORIES (CVN_VAT_REVERSE + 1)

typedef enum {
  CVN_VAT_STANDARD,
  CVN_VAT_REDUCED,
} CvnVatLevel;

typedef struct
{
  CvnVatCategory category;
  gint64         rate; /* per mille */
  gint64         net;  /* cents */
} CvnVatLine;

/* A line of the VAT summary of an invoice: one for each category and rate. */
typedef struct
{
  CvnVatCategory category;
  gint64         rate; /* per mille */
  gint64         net;  /* cents: the sum of the lines */
  gint64         vat;  /* cents: of that sum, rounded once */
} CvnVatSum;

typedef struct
{
  gint64 net;
  gint64 vat;
  gint64 total;
} CvnVatTotals;

const char *cvn_vat_get_code (CvnVatCategory category);
gboolean    cvn_vat_from_code (const char *code, CvnVatCategory *category, GError **error);

gboolean cvn_vat_find_rate (CvnVatLevel level, const CvnDate *day, gint64 *rate);
gboolean cvn_vat_tell_rate (gint64 net, gint64 vat, const CvnDate *day, gint64 *rate);
gboolean cvn_vat_check_rate (CvnVatCategory category, gint64 rate, const CvnDate *day, GError **error);

gboolean cvn_vat_of_line (const CvnVatLine *line, gint64 *vat, GError **error);
gboolean cvn_vat_sum_is_right (const CvnVatSum *sum);
GArray  *cvn_vat_summarise (const CvnVatLine *lines, guint n_lines, CvnVatTotals *totals, GError **error);
gboolean cvn_vat_check_totals (const CvnVatLine *lines, guint n_lines, const CvnDate *day, const CvnVatTotals *stated, GError **error);

G_END_DECLS
