/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-table.h"

G_BEGIN_DECLS

/* The figures of a year, its budget, or the events of a period. The tables are the figures of that name. */
typedef struct
{
  char      *centre;
  char      *today;
  char      *period; /* "2019", "2019-H1" or "2019-03" */
  char      *filter; /* what is left of all there is, in words; NULL: all of it */
  char      *kind;   /* of the budget only the lines of this kind, or NULL */
  char      *place;  /* the figures of this municipality only, by its id, or NULL */
  int        year;
  GPtrArray *events; /* of CvnRecord, by time; NULL in the figures of a year */
  CvnTable  *contributions;
  CvnTable  *received;
  CvnTable  *fees;
  CvnTable  *registrations;
  CvnTable  *events_held;
  CvnTable  *budget; /* "budget-years" */
  CvnTable  *budget_lines;
  CvnTable  *budget_versions;
  CvnTable  *by_month;
  CvnTable  *by_municipality;
  CvnTable  *registrations_by_municipality;
} CvnFiguresSheet;

CvnFiguresSheet *cvn_figures_sheet_new (void);
void             cvn_figures_sheet_free (CvnFiguresSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnFiguresSheet, cvn_figures_sheet_free)

G_END_DECLS
