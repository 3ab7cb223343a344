/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-code-name.h"
#include "cvn-direction-rule.h"
#include "cvn-record.h"
#include "cvn-sufficiency.h"

G_BEGIN_DECLS

/* Who pays for a service, and how it stands with the covenant. */
typedef struct
{
  char  *organisation; /* id */
  char  *name_nl;
  char  *name_en;
  gint64 amount; /* cents a year, 0 when nobody has said */
  char  *state;  /* of its last decision, NULL for none */
} CvnFunder;

/* A service of the roadmap with what follows from the rules. */
typedef struct
{
  CvnRecord           *item;
  const char          *axis; /* code, owned by the record */
  CvnTiming            timing;
  CvnSufficiencyResult sufficiency;
  GPtrArray           *funders;   /* of CvnFunder */
  gboolean             uncertain; /* one of them reconsiders, or has said no */
} CvnService;

/* The roadmap at one moment. */
typedef struct
{
  char      *centre_nl;
  char      *centre_en;
  char      *today;
  char      *filter; /* which of the services these are, in words; NULL: all */
  int        year;
  GPtrArray *axes;     /* of CvnCodeName, in the order of the rows */
  GPtrArray *services; /* of CvnService, by code */
} CvnRoadmapSheet;

CvnRoadmapSheet *cvn_roadmap_sheet_new (void);
void             cvn_roadmap_sheet_take_axes (CvnRoadmapSheet *self, GPtrArray *axes);
void             cvn_roadmap_sheet_free (CvnRoadmapSheet *self);
CvnService      *cvn_roadmap_sheet_add (CvnRoadmapSheet *self, CvnRecord *item);
CvnService      *cvn_roadmap_sheet_find (const CvnRoadmapSheet *self, const char *id);
void             cvn_service_add_funder (CvnService *self, CvnRecord *organisation, gint64 amount, const char *state);
gboolean         cvn_funder_is_uncertain (const CvnFunder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnRoadmapSheet, cvn_roadmap_sheet_free)

G_END_DECLS
