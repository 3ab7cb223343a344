/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-roadmap-sheet.h"

G_BEGIN_DECLS

typedef enum {
  CVN_REVISION_ADDED,
  CVN_REVISION_GONE,
  CVN_REVISION_CHANGED,
} CvnRevisionChange;

/* How a service differs from what a revision kept of it. */
typedef struct
{
  CvnRevisionChange what;
  char             *service; /* id */
  char             *name;    /* as it is called now or, when it is gone, was called */
  const CvnField   *field;   /* of what has changed, else NULL */
  char             *before;  /* in words, "" for nothing */
  char             *after;
} CvnRevisionDifference;

CvnRecord *cvn_roadmap_revision_keep (const CvnService *service);
GPtrArray *cvn_roadmap_revision_compare (GPtrArray *kept, const CvnRoadmapSheet *now, CvnLanguage language);

G_END_DECLS
