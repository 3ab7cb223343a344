/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-programme-words"

#include "cvn-programme-words.h"

static const struct
{
  const char *en;
  const char *nl;
} words[CVN_N_PROGRAMME_WORDS] = {
  [CVN_PROGRAMME_QUOTE] = { "Quote", "Offerte" },
  [CVN_PROGRAMME_QUOTE_DRAFT] = { "Quote (draft)", "Offerte (concept)" },
  [CVN_PROGRAMME_QUOTE_NUMBER] = { "Quote number", "Offertenummer" },
  [CVN_PROGRAMME_VALID_UNTIL] = { "Valid until", "Geldig tot en met" },
  [CVN_PROGRAMME_PLANNED_FOR] = { "Planned for", "Gepland op" },
  [CVN_PROGRAMME_PARTICIPANTS] = { "Participants", "Deelnemers" },
  [CVN_PROGRAMME_HOURS] = { "Hours", "Uren" },
  [CVN_PROGRAMME_ATTENTION] = { "For the attention of", "Ter attentie van" },
  [CVN_PROGRAMME_OFFER] = { "Thank you for your interest. We are pleased to make you this offer:",
                            "Dank u wel voor uw belangstelling. Wij doen u graag deze aanbieding:" },
  [CVN_PROGRAMME_TERMS] = { "You can accept this offer until {1} inclusive, by answering this letter. After that day we will gladly make you a new one.",
                            "U kunt deze aanbieding tot en met {1} aanvaarden door op deze brief te antwoorden. Na die dag doen wij u graag een nieuwe." },
  [CVN_PROGRAMME_TERMS_NUMBER] = { "You can accept this offer until {1} inclusive, by answering this letter and naming {2}. After that day we will gladly make you a new one.",
                                   "U kunt deze aanbieding tot en met {1} aanvaarden door op deze brief te antwoorden en {2} te noemen. Na die dag doen wij u graag een nieuwe." },
  [CVN_PROGRAMME_EXPIRED] = { "This offer was valid until {1} and cannot be accepted any more. We will gladly make you a new one.",
                              "Deze aanbieding gold tot en met {1} en kan niet meer worden aanvaard. Wij doen u graag een nieuwe." },
  [CVN_PROGRAMME_PACK_OF] = { "This pack consists of: {1}.", "Dit pakket bestaat uit: {1}." },
  [CVN_PROGRAMME_BENEFITS_TITLE] = { "Your partnership in {1}", "Uw partnerschap in {1}" },
  [CVN_PROGRAMME_BENEFITS_INTRO] = { "You are a partner of {1}. This letter tells what we promised you for {2} and what has come of it, as of {3}.",
                                     "U bent partner van {1}. In deze brief leest u wat wij u voor {2} hebben toegezegd en wat daarvan is gekomen, stand op {3}." },
  [CVN_PROGRAMME_BENEFITS_NONE] = { "For this year nothing has been written down yet.", "Voor dit jaar is nog niets vastgelegd." },
  [CVN_PROGRAMME_BENEFITS_COUNT] = { "{1} of {2}", "{1} van {2}" },
  [CVN_PROGRAMME_BENEFITS_CLOSE] = { "If you have a question or a wish about this, please answer this letter.",
                                     "Hebt u hierover een vraag of een wens, dan kunt u op deze brief antwoorden." },
  [CVN_PROGRAMME_BENEFIT] = { "Benefit", "Tegenprestatie" },
  [CVN_PROGRAMME_CHANNEL] = { "Channel", "Kanaal" },
  [CVN_PROGRAMME_DELIVERED] = { "Delivered", "Geleverd" },
  [CVN_PROGRAMME_DELIVERED_ON] = { "Delivered on", "Geleverd op" },
  [CVN_PROGRAMME_PROOF] = { "Where to see it", "Waar u het ziet" },
  [CVN_PROGRAMME_PLANNED] = { "Planned", "Gepland" },
  [CVN_PROGRAMME_PLANNED_ON] = { "Planned on", "Gepland op" },
  [CVN_PROGRAMME_PROMISED] = { "Still to be planned", "Nog te plannen" },
  [CVN_PROGRAMME_OVERDUE] = { "Later than we promised", "Later dan toegezegd" },
  [CVN_PROGRAMME_DUE] = { "Promised by", "Toegezegd uiterlijk" },
  [CVN_PROGRAMME_DATE] = { "Date", "Datum" },
  [CVN_PROGRAMME_PACKAGE] = { "Package", "Pakket" },
};

/** cvn_programme_word: the word or sentence in @language, owned by the program. Any thread. */
const char *
cvn_programme_word (CvnProgrammeWord word,
                    CvnLanguage      language)
{
  g_return_val_if_fail (word < CVN_N_PROGRAMME_WORDS, "");

  return language == CVN_LANGUAGE_NL ? words[word].nl : words[word].en;
}
