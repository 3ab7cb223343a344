/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-agreement-words"

#include "cvn-agreement-words.h"

#include "cvn-agreement-sheet.h"
#include "cvn-money.h"
#include "cvn-report-words.h"

/* What is said of a party, in the language of a report. All functions are pure: any thread. */

static const struct
{
  const char *en;
  const char *nl;
} words[CVN_N_AGREEMENT_WORDS] = {
  [CVN_AGREEMENT_RULE] = { "Committed are the commitments for {1} under the agreement; invoiced and paid is what was sent and received for their instalments. At risk is what is committed by parties that have not signed.",
                           "Toegezegd zijn de toezeggingen voor {1} onder de overeenkomst; gefactureerd en betaald is wat voor hun termijnen is verzonden en ontvangen. Onzeker is wat partijen hebben toegezegd die niet hebben getekend." },
  [CVN_AGREEMENT_AT_RISK] = { "At risk",
                              "Onzeker" },
  [CVN_AGREEMENT_COMPLETE] = { "Complete: {1} of {2} parties have signed.",
                               "Compleet: {1} van {2} partijen hebben getekend." },
  [CVN_AGREEMENT_DAYS_LEFT] = { "{1} ({2} days left)",
                                "{1} (nog {2} dagen)" },
  [CVN_AGREEMENT_DOCUMENT] = { "Document",
                               "Document" },
  [CVN_AGREEMENT_FILED] = { "Filed",
                            "Aanwezig" },
  [CVN_AGREEMENT_FROM] = { "From",
                           "Vanaf" },
  [CVN_AGREEMENT_GAP] = { "Days between the agreement that it extends and this one: {1}.",
                          "Dagen tussen de overeenkomst die zij verlengt en deze: {1}." },
  [CVN_AGREEMENT_INCOMPLETE] = { "Not complete: {1} of {2} parties have signed, {3} are still to sign.",
                                 "Niet compleet: {1} van {2} partijen hebben getekend, {3} moeten nog tekenen." },
  [CVN_AGREEMENT_INVOICED] = { "Invoiced",
                               "Gefactureerd" },
  [CVN_AGREEMENT_KIND] = { "Kind",
                           "Soort" },
  [CVN_AGREEMENT_MISSING] = { "Missing",
                              "Ontbreekt" },
  [CVN_AGREEMENT_NEXT_STEP] = { "Next step",
                                "Volgende stap" },
  [CVN_AGREEMENT_NO_DECISION] = { "No decision yet",
                                  "Nog geen besluit" },
  [CVN_AGREEMENT_NOTICE] = { "Notice before",
                             "Opzeggen vóór" },
  [CVN_AGREEMENT_OVERLAP] = { "Days that this agreement has in common with the one that it extends: {1}.",
                              "Dagen die deze overeenkomst gemeen heeft met die zij verlengt: {1}." },
  [CVN_AGREEMENT_PARTY] = { "Party",
                            "Partij" },
  [CVN_AGREEMENT_STEP_COVER] = { "Find other cover",
                                 "Andere dekking zoeken" },
  [CVN_AGREEMENT_STEP_DECIDES] = { "Decides on {1}",
                                   "Besluit op {1}" },
  [CVN_AGREEMENT_STEP_DECISION] = { "Ask for the formal decision",
                                    "Om het formele besluit vragen" },
  [CVN_AGREEMENT_STEP_INVITE] = { "Invite",
                                  "Uitnodigen" },
  [CVN_AGREEMENT_STEP_NOTHING] = { "–",
                                   "–" },
  [CVN_AGREEMENT_STEP_PLEDGE] = { "Ask for a pledge",
                                  "Om een toezegging vragen" },
  [CVN_AGREEMENT_STEP_REMIND] = { "Remind of the payment",
                                  "Aan de betaling herinneren" },
  [CVN_AGREEMENT_STEP_SIGN] = { "Have it signed",
                                "Laten ondertekenen" },
  [CVN_AGREEMENT_STEP_SIGNED_TEXT] = { "Add the signed text",
                                       "Getekende tekst toevoegen" },
  [CVN_AGREEMENT_STEP_TALK] = { "Talk with the board",
                                "Met het bestuur praten" },
  [CVN_AGREEMENT_STEP_TEXT] = { "Ask for the text of the decision",
                                "Om de tekst van het besluit vragen" },
  [CVN_AGREEMENT_STEP_WHEN] = { "Ask when the decision falls",
                                "Vragen wanneer het besluit valt" },
  [CVN_AGREEMENT_UNTIL] = { "Until",
                            "Tot en met" },
  [CVN_AGREEMENT_TITLE] = { "Agreement", "Overeenkomst" },
  [CVN_AGREEMENT_COMMITTED] = { "Committed", "Toegezegd" },
  [CVN_AGREEMENT_DATE] = { "Date", "Datum" },
  [CVN_AGREEMENT_PAID] = { "Paid", "Betaald" },
  [CVN_AGREEMENT_STATUS] = { "Status", "Status" },
  [CVN_AGREEMENT_YEAR] = { "Year", "Jaar" },
};

/** cvn_agreement_word: the word or sentence in @language. */
const char *
cvn_agreement_word (CvnAgreementWord word,
                    CvnLanguage      language)
{
  g_return_val_if_fail (word < CVN_N_AGREEMENT_WORDS, "");

  return language == CVN_LANGUAGE_NL ? words[word].nl : words[word].en;
}

/** cvn_agreement_party_dup_state: (transfer full): where it stands, and since when. */
char *
cvn_agreement_party_dup_state (const CvnAgreementParty *party,
                               CvnLanguage              language)
{
  g_autofree char *state = party->state == CVN_LADDER_NONE ? g_strdup (cvn_agreement_word (CVN_AGREEMENT_NO_DECISION, language))
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
    return cvn_agreement_word (CVN_AGREEMENT_MISSING, language);
  if (party->document != NULL && *party->document != '\0')
    return party->document;
  return party->document != NULL || is_signed ? cvn_agreement_word (CVN_AGREEMENT_FILED, language) : "–";
}

/* What cvn_ladder_get_next_step() says, in the language of the reader. */
static CvnAgreementWord
find_step (const CvnAgreementParty *party)
{
  switch (party->state)
    {
    case CVN_LADDER_NONE:
      return CVN_AGREEMENT_STEP_INVITE;
    case CVN_LADDER_INVITED:
      return CVN_AGREEMENT_STEP_PLEDGE;
    case CVN_LADDER_BEING_DECIDED:
      return CVN_AGREEMENT_STEP_WHEN;
    case CVN_LADDER_PLEDGED:
      return CVN_AGREEMENT_STEP_DECISION;
    case CVN_LADDER_APPROVED:
      return party->lacks_document ? CVN_AGREEMENT_STEP_TEXT : CVN_AGREEMENT_STEP_SIGN;
    case CVN_LADDER_RECONSIDERING:
      return CVN_AGREEMENT_STEP_TALK;
    case CVN_LADDER_DECLINED:
    case CVN_LADDER_WITHDRAWN:
      return CVN_AGREEMENT_STEP_COVER;
    case CVN_LADDER_SIGNED:
    case CVN_LADDER_ENDED:
    default:
      return party->overdue > 0 ? CVN_AGREEMENT_STEP_REMIND : party->lacks_document ? CVN_AGREEMENT_STEP_SIGNED_TEXT
                                                                                    : CVN_AGREEMENT_STEP_NOTHING;
    }
}

/** cvn_agreement_party_dup_step: (transfer full): what is to be done next about a party. */
char *
cvn_agreement_party_dup_step (const CvnAgreementParty *party,
                              CvnLanguage              language)
{
  g_autofree char *day = party->expected != NULL ? cvn_report_date (party->expected, language) : NULL;

  if (day != NULL && party->state != CVN_LADDER_APPROVED && party->state != CVN_LADDER_SIGNED && party->state != CVN_LADDER_ENDED)
    return cvn_report_fill_in (cvn_agreement_word (CVN_AGREEMENT_STEP_DECIDES, language), day, (char *) NULL);
  return g_strdup (cvn_agreement_word (find_step (party), language));
}

/** cvn_agreement_promise: (transfer full): what a party gives: "€ 7.500,00", "640 uren", or both; in @language. Any thread. */
char *
cvn_agreement_promise (gint64      cents,
                       gint64      hours,
                       CvnLanguage language)
{
  g_autofree char *euro = cvn_money_format_euro (cents, language);
  g_autofree char *number = cvn_report_number (hours, language);
  const char      *unit = language == CVN_LANGUAGE_NL ? "uur" : hours == 1 ? "hour"
                                                                           : "hours";

  if (hours == 0)
    return g_steal_pointer (&euro);
  return cents == 0 ? g_strdup_printf ("%s %s", number, unit) : g_strdup_printf ("%s + %s %s", euro, number, unit);
}
