/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-language.h"

#include <glib.h>

G_BEGIN_DECLS

/* A measured value as its source wrote it: a number with its decimals, or a range of two; never a fraction of the machine. */
typedef struct
{
  gint64   low;
  gint64   high;     /* as @low when it is one number */
  guint    decimals; /* that the source gives: 41.5 has one; both numbers are in units of the last one */
  gboolean circa;
} CvnIndicatorNumber;

gboolean cvn_indicator_parse (const char *text, gboolean circa, CvnIndicatorNumber *number);
char    *cvn_indicator_format (const CvnIndicatorNumber *number, const char *unit, CvnLanguage language);
gboolean cvn_indicator_differs (const CvnIndicatorNumber *a, const CvnIndicatorNumber *b);
gboolean cvn_indicator_reaches (const CvnIndicatorNumber *value, const CvnIndicatorNumber *target);

G_END_DECLS
