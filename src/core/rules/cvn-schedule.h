/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-period.h"

G_BEGIN_DECLS

/* What has become of an instalment. Only planned ones are ever planned again. */
typedef enum {
  CVN_INSTALMENT_PLANNED,
  CVN_INSTALMENT_INVOICED,
  CVN_INSTALMENT_PAID,
  CVN_INSTALMENT_WRITTEN_OFF,
  CVN_INSTALMENT_CANCELLED, /* credited, or withdrawn: not owed any more */
} CvnInstalmentState;

/* What the rule needs of a record of kind instalment; the text is borrowed. */
typedef struct
{
  const char        *id; /* NULL for one that is not kept yet */
  guint              number;
  CvnDate            due;
  gint64             amount; /* cents */
  CvnInstalmentState state;
} CvnInstalment;

typedef enum {
  CVN_SCHEDULE_PARTS, /* a number of parts, spread over the months of the period */
  CVN_SCHEDULE_MONTHS,
  CVN_SCHEDULE_QUARTERS,
  CVN_SCHEDULE_HALF_YEARS,
  CVN_SCHEDULE_DATES, /* by given dates */
} CvnSchedulePattern;

typedef struct
{
  CvnSchedulePattern pattern;
  CvnPeriod          period;  /* days: the period of the commitment */
  guint              n_parts; /* for parts */
  guint              due_day; /* of the month, held back to its last day; 0: the day on which the period begins */
  const CvnDate     *dates;   /* for given dates, in order */
  guint              n_dates;
} CvnSchedulePlan;

typedef enum {
  CVN_SCHEDULE_KEPT,
  CVN_SCHEDULE_CHANGED,
  CVN_SCHEDULE_ADDED,
  CVN_SCHEDULE_REMOVED,
} CvnScheduleChange;

/* A line of the preview. */
typedef struct
{
  CvnScheduleChange change;
  CvnInstalment     before; /* empty when added */
  CvnInstalment     after;  /* empty when removed */
} CvnScheduleRow;

CvnInstalmentState cvn_instalment_state_from_code (const char *status, gboolean is_invoiced, gboolean is_paid);

GArray *cvn_schedule_make_dates (const CvnSchedulePlan *plan, GError **error);
GArray *cvn_schedule_make (const CvnSchedulePlan *plan, gint64 total, GError **error);
GArray *cvn_schedule_replan (const CvnInstalment *instalments, guint n_instalments, const CvnSchedulePlan *plan, gint64 total, GError **error);

G_END_DECLS
