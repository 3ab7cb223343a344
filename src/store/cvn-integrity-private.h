/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-integrity.h"
#include "cvn-reader-private.h"

G_BEGIN_DECLS

/* Enough to see what happened; a file in which everything is wrong needs its backup, not a longer list. */
#define CVN_INTEGRITY_MAX_FAULTS 100

/* The share of the whole check that reading the rows takes, which tells of its progress. */
#define CVN_INTEGRITY_ROWS_FROM 0.4
#define CVN_INTEGRITY_ROWS_TO   0.8

/* One run of the check. */
typedef struct
{
  CvnReader      *reader;
  GPtrArray      *faults; /* of CvnFault */
  CvnProgressFunc progress;
  gpointer        data;
  GCancellable   *cancellable;
  CvnLanguage     language; /* of titles and amounts in messages */
} CvnCheck;

CvnFault *cvn_check_add (CvnCheck *check, CvnFaultType type, const CvnKind *kind, const char *id, char *message, const char *proposal);
void      cvn_check_tell (CvnCheck *check, double fraction);

gboolean cvn_check_rows (CvnCheck *check, GError **error);
gboolean cvn_check_journal (CvnCheck *check, GError **error);
gboolean cvn_check_references (CvnCheck *check, GError **error);
gboolean cvn_check_sums (CvnCheck *check, GError **error);
gboolean cvn_check_search (CvnCheck *check, GError **error);

G_END_DECLS
