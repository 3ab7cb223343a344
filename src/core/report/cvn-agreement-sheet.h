/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-ladder.h"
#include "cvn-language.h"

G_BEGIN_DECLS

/* A party of an agreement on a day: what it decided, what it owes for a year. Texts may be NULL. */
typedef struct
{
  char          *id;
  char          *name;
  gboolean       required; /* the agreement needs it, because it signed the one before */
  CvnLadderState state;
  char          *date;     /* of the state, ISO, as far as it is known */
  char          *expected; /* ISO day on which it will decide */
  char          *document; /* that the state stands in; "" when the agreement names it */
  gboolean       lacks_document;
  gint64         amount; /* cents */
  gint64         hours;  /* promised besides, or instead */
  gint64         invoiced;
  gint64         paid;
  gint64         overdue;
} CvnAgreementParty;

/* An agreement with its parties, for a year. */
typedef struct
{
  char         *centre;
  char         *today; /* ISO day */
  int           year;
  char         *filter; /* which of the parties these are, in words; NULL: all */
  char         *title;
  char         *kind;   /* code of a choice of agreement */
  char         *start;  /* ISO day */
  char         *end;    /* ISO day; NULL: it has no end */
  char         *notice; /* ISO day, may be NULL */
  gboolean      follows_other;
  CvnSuccession succession; /* to the agreement that it extends */
  int           days;       /* between the two, or in both */
  GPtrArray    *parties;    /* of CvnAgreementParty */
} CvnAgreementSheet;

CvnAgreementSheet *cvn_agreement_sheet_new (void);
void               cvn_agreement_sheet_free (CvnAgreementSheet *self);
CvnAgreementParty *cvn_agreement_sheet_add_party (CvnAgreementSheet *self, const char *id, const char *name);
gboolean           cvn_agreement_party_is_at_risk (const CvnAgreementParty *self);
char              *cvn_agreement_party_dup_state (const CvnAgreementParty *party, CvnLanguage language);
const char        *cvn_agreement_party_get_document (const CvnAgreementParty *party, CvnLanguage language);
char              *cvn_agreement_party_dup_step (const CvnAgreementParty *party, CvnLanguage language);
gint64             cvn_agreement_sheet_sum_at_risk (const CvnAgreementSheet *self);
guint              cvn_agreement_sheet_count_signed (const CvnAgreementSheet *self);
gboolean           cvn_agreement_sheet_is_complete (const CvnAgreementSheet *self, guint *n_missing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnAgreementSheet, cvn_agreement_sheet_free)

G_END_DECLS
