/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-fee-sheet.h"

G_BEGIN_DECLS

/* One cell to be written: a number, or nothing. */
typedef struct
{
  guint    row;
  guint    month; /* 0 to 11 */
  gboolean has_value;
  gint64   value;
} CvnFeeEdit;

/*
 * Writes what is filled in on a sheet, one change after the other and each undone in one step.
 * Signals: "written" (guint number of cells); "failed" (const char *message, int place, const char *typed): nothing of
 *   the change was written; place is the row times twelve plus the month of a single cell that the sheet shows, else -1.
 */
#define CVN_TYPE_FEE_ENTRY (cvn_fee_entry_get_type ())
G_DECLARE_FINAL_TYPE (CvnFeeEntry, cvn_fee_entry, CVN, FEE_ENTRY, GObject)

CvnFeeEntry *cvn_fee_entry_new (CvnFeeSheet *sheet);
void         cvn_fee_entry_write (CvnFeeEntry *self, const CvnFeeEdit *edits, guint n_edits);
gboolean     cvn_fee_entry_set_text (CvnFeeEntry *self, guint row, guint month, const char *text, GError **error);
gboolean     cvn_fee_entry_paste (CvnFeeEntry *self, guint row, guint month, const char *text, char **report, GError **error);
gboolean     cvn_fee_entry_is_writing (CvnFeeEntry *self);

G_END_DECLS
