/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-direction-rule.h"
#include "cvn-record.h"

G_BEGIN_DECLS

/* A risk, step, milestone or figure that stands on a card. */
typedef struct
{
  CvnRecord *line;         /* card_line: as it is now on a draft, as it was then on a card that is signed off */
  gint64     score_before; /* of a risk on the last card, 0 when it was not on it */
} CvnCardLine;

/* All that a project card says, in both languages. The records are never changed. */
typedef struct
{
  char      *centre_nl;
  char      *centre_en;
  char      *project_nl; /* NULL without */
  char      *project_en;
  char      *today; /* ISO day; of a card that is signed off, the day of that */
  CvnRecord *card;
  GPtrArray *sections; /* of CvnRecord, in order */
  GPtrArray *roles;
  GPtrArray *quotes;
  GArray    *lines; /* of CvnCardLine */
} CvnCardSheet;

CvnCardSheet *cvn_card_sheet_new (void);
CvnCardSheet *cvn_card_sheet_copy (const CvnCardSheet *self);
void          cvn_card_sheet_free (CvnCardSheet *self);
void          cvn_card_sheet_add_line (CvnCardSheet *self, CvnRecord *line, gint64 score_before);

const char *cvn_card_sheet_pick (CvnRecord *record, const char *stem, CvnLanguage language, gboolean *other);
char       *cvn_card_sheet_dup_heading (CvnRecord *section, CvnLanguage language);
gboolean    cvn_card_sheet_is_empty (const CvnCardSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnCardSheet, cvn_card_sheet_free)

G_END_DECLS
