/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* The guard against citizen service numbers: this program may not hold them. */

typedef enum {
  CVN_BSN_NONE,
  CVN_BSN_POSSIBLE, /* a number that could be one */
  CVN_BSN_CERTAIN,  /* and the heading or the words near it say so */
} CvnBsnVerdict;

/* Counts over a column of cells; begins as zeros. */
typedef struct
{
  guint tokens;
  guint passing;
} CvnBsnColumn;

gboolean      cvn_bsn_test (const char *digits);
CvnBsnVerdict cvn_bsn_scan (const char *text, const char *header, char **masked);

void     cvn_bsn_column_add (CvnBsnColumn *column, const char *cell);
gboolean cvn_bsn_column_is_suspect (const CvnBsnColumn *column);
