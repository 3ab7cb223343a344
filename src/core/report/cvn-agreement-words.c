/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-agreement-words"

#include "cvn-agreement-sheet.h"

#include "cvn-report-words.h"

/* What is said of a party, in the language of a report. All functions are pure: any thread. */

/** cvn_agreement_party_dup_state: (transfer full): where it stands, and since when. */
char *
cvn_agreement_party_dup_state (const CvnAgreementParty *party,
                               CvnLanguage              language)
{
  g_autofree char *state = party->state == CVN_LADDER_NONE ? g_strdup (cvn_report_word (CVN_WORD_NO_DECISION, language))
                                                           : cvn_report_choice ("agreement_decision", "status", cvn_ladder_get_code (party->state), language);
  g_autofree char *date = party->date != NULL ? cvn_report_date (party->date, language) : NULL;

  return date != NULL ? g_strdup_printf ("%s, %s", state, date) : g_steal_pointer (&state);
}

/** cvn_agreement_party_get_document: (transfer none): what the text of its decision is called, or that it is missing. */
const char *
cvn_agreement_party_get_document (const CvnAgreementParty *party,
                                  CvnLanguage              language)
{
  gboolean is_signed = party->state == CVN_LADDER_SIGNED || party->state == CVN_LADDER_ENDED;

  if (party->lacks_document)
    return cvn_report_word (CVN_WORD_MISSING, language);
  if (party->document != NULL && *party->document != '\0')
    return party->document;
  return party->document != NULL || is_signed ? cvn_report_word (CVN_WORD_FILED, language) : "–";
}

/* What cvn_ladder_get_next_step() says, in the language of the reader. */
static CvnReportWord
find_step (const CvnAgreementParty *party)
{
  switch (party->state)
    {
    case CVN_LADDER_NONE:
      return CVN_WORD_STEP_INVITE;
    case CVN_LADDER_INVITED:
      return CVN_WORD_STEP_PLEDGE;
    case CVN_LADDER_BEING_DECIDED:
      return CVN_WORD_STEP_WHEN;
    case CVN_LADDER_PLEDGED:
      return CVN_WORD_STEP_DECISION;
    case CVN_LADDER_APPROVED:
      return party->lacks_document ? CVN_WORD_STEP_TEXT : CVN_WORD_STEP_SIGN;
    case CVN_LADDER_RECONSIDERING:
      return CVN_WORD_STEP_TALK;
    case CVN_LADDER_DECLINED:
    case CVN_LADDER_WITHDRAWN:
      return CVN_WORD_STEP_COVER;
    case CVN_LADDER_SIGNED:
    case CVN_LADDER_ENDED:
    default:
      return party->overdue > 0 ? CVN_WORD_STEP_REMIND : party->lacks_document ? CVN_WORD_STEP_SIGNED_TEXT
                                                                               : CVN_WORD_STEP_NOTHING;
    }
}

/** cvn_agreement_party_dup_step: (transfer full): what is to be done next about a party. */
char *
cvn_agreement_party_dup_step (const CvnAgreementParty *party,
                              CvnLanguage              language)
{
  g_autofree char *day = party->expected != NULL ? cvn_report_date (party->expected, language) : NULL;

  if (day != NULL && party->state != CVN_LADDER_APPROVED && party->state != CVN_LADDER_SIGNED && party->state != CVN_LADDER_ENDED)
    return cvn_report_sentence (CVN_WORD_STEP_DECIDES, language, day, NULL);
  return g_strdup (cvn_report_word (find_step (party), language));
}
