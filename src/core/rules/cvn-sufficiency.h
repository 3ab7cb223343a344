/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  CVN_SUFFICIENCY_UNKNOWN, /* nobody has said what it costs */
  CVN_SUFFICIENCY_SHORT,
  CVN_SUFFICIENCY_TIGHT,
  CVN_SUFFICIENCY_ENOUGH,
} CvnSufficiency;

/* What a service takes and what there is for it, in a year. Below zero: nobody has said so. */
typedef struct
{
  gint64 cost;   /* cents */
  gint64 budget; /* cents assigned */
  gint64 hours;
  gint64 assigned_hours;
} CvnServiceMeans;

typedef struct
{
  CvnSufficiency sufficiency;
  gint64         missing;       /* cents, 0 when there is enough */
  gint64         missing_hours; /* 0 when there are enough */
  gint64         spare;         /* cents, 0 when short or unknown */
  gint64         spare_hours;
  gboolean       money_decides; /* rather than hours, where it is tight */
} CvnSufficiencyResult;

CvnSufficiencyResult cvn_sufficiency_check (const CvnServiceMeans *means);
const char          *cvn_sufficiency_get_code (CvnSufficiency sufficiency);

G_END_DECLS
