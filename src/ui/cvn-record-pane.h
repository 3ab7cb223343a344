/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-detail-pane.h"
#include "cvn-figure-set.h"
#include "cvn-operations.h"

G_BEGIN_DECLS

/*
 * One record in the place of the list that it was chosen from, kept up to date: its figures are worked out anew when another
 * record is shown, so that what is seen is never that of the one before; what can be done with it follows them and the role
 * of who uses the program. Property "centre". Signal "closed": the list takes its place again, as somebody went back or the
 * record is gone.
 *
 * A subclass says in its class_init which figures and steps there are; each step is an action that it installs. Lists below
 * the facts are added when it is made.
 */
#define CVN_TYPE_RECORD_PANE (cvn_record_pane_get_type ())
G_DECLARE_DERIVABLE_TYPE (CvnRecordPane, cvn_record_pane, CVN, RECORD_PANE, AdwBin)

struct _CvnRecordPaneClass
{
  AdwBinClass parent_class;

  /* Of the record; the first has a row with its id. They end with NULL. */
  const char *const   *figures;
  const CvnDetailStep *steps;
  guint                n_steps;

  /* All with the row of the record in the first figure. */
  gboolean (*can_take) (CvnRecordPane *self, CvnTable *table, guint row, guint step);
  const char *(*get_label) (CvnRecordPane *self, CvnTable *table, guint row, guint step); /* or NULL for the usual one */
  void (*fill) (CvnRecordPane *self, CvnTable *table, guint row);
};

void           cvn_record_pane_show (CvnRecordPane *self, const char *record);
void           cvn_record_pane_share_figures (CvnRecordPane *self, CvnFigureSet *figures);
void           cvn_record_pane_update (CvnRecordPane *self);
const char    *cvn_record_pane_get_record (CvnRecordPane *self);
CvnCentre     *cvn_record_pane_get_centre (CvnRecordPane *self);
CvnFigureSet  *cvn_record_pane_get_figures (CvnRecordPane *self);
CvnDetailPane *cvn_record_pane_get_detail (CvnRecordPane *self);
CvnTable      *cvn_record_pane_get_table (CvnRecordPane *self, guint *row);
void           cvn_record_pane_run (CvnRecordPane *self, CvnOperation *operation, const char *done);

G_END_DECLS
