/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-choices"

#include "cvn-kind-choices.h"

#include <glib/gi18n-lib.h>

/* The four axes of Vision 2024, until a file has axes of its own. */
const CvnChoice cvn_choices_axis[] = {
  { "talent", N_("Talent"), "talent" },
  { "community", N_("Community"), "community" },
  { "hospitality", N_("Hospitality"), "hospitality" },
  { "strategy", N_("Strategy"), "strategie|strategy" },
  { NULL },
};

/* Where a party stands with an agreement, in the order of the ladder. */
const CvnChoice cvn_choices_decision[] = {
  { "invited", N_("Invited"), "uitgenodigd" },
  { "being_decided", N_("Being decided"), "in besluitvorming" },
  { "pledged", N_("Pledged"), "toegezegd" },
  { "approved", N_("Approved"), "positief besloten" },
  { "reconsidering", N_("Under reconsideration"), "heroverweging" },
  { "declined", N_("Declined"), "afgewezen" },
  { "signed", N_("Signed"), "getekend" },
  { "withdrawn", N_("Withdrawn"), "teruggetrokken|ingetrokken" },
  { "ended", N_("Ended"), "beëindigd|beeindigd" },
  { NULL },
};

/* Of letters: that of who gets them. */
const CvnChoice cvn_choices_language[] = {
  { "nl", N_("Dutch"), "nl|Nederlands" },
  { "en", N_("English"), "en|Engels" },
  { NULL },
};

/* What an invoice is for. */
const CvnChoice cvn_choices_invoice_kind[] = {
  { "contribution", N_("Contribution"), "bijdrage" },
  { "partner_package", N_("Partner package"), "partnerpakket" },
  { "programme", N_("Programme"), "programma" },
  { "event", N_("Event"), "evenement" },
  { "registration_fee", N_("Registration fee"), "inschrijfkosten" },
  { "other", N_("Other"), "overig|anders" },
  { NULL },
};

/* How contributions are worked out: of a rule, of a key and of a commitment. */
const CvnChoice cvn_choices_method[] = {
  { "inhabitants", N_("By inhabitants"), "inwoners|inwonertal|inwoneraantal|inwoners per 1 januari, grootste rest" },
  { "per_inhabitant", N_("Rate per inhabitant"), "tarief per inwoner|bedrag per inwoner" },
  { "fixed", N_("Fixed amount"), "vast bedrag|vast" },
  { "fixed_plus", N_("Fixed amount and rate per inhabitant"), "vast bedrag plus tarief per inwoner" },
  { "equal", N_("Equal shares"), "gelijk|gelijke delen" },
  { "percentage", N_("Percentage"), "percentage" },
  { "free", N_("Agreed freely"), "vrij" },
  { NULL },
};

/* Where an instalment or an invoice stands. */
const CvnChoice cvn_choices_payment[] = {
  { "draft", N_("Draft"), "concept" },
  { "sent", N_("Sent"), "verzonden" },
  { "partly_paid", N_("Partly paid"), "deels betaald" },
  { "paid", N_("Paid"), "betaald" },
  { "overdue", N_("Overdue"), "vervallen" },
  { "credited", N_("Credited"), "gecrediteerd" },
  { "written_off", N_("Written off"), "oninbaar" },
  { NULL },
};

/* The letters are those of UNCL5305, which electronic invoices use; the rate stands beside them. */
const CvnChoice cvn_choices_vat[] = {
  { "taxed", N_("Taxed"), "belast|S" },
  { "zero", N_("Zero rate"), "nultarief|Z" },
  { "exempt", N_("Exempt"), "vrijgesteld|E" },
  { "outside", N_("Outside the scope"), "buiten de heffing|O" },
  { "reverse", N_("Reverse charge"), "verlegd|AE" },
  { NULL },
};

/* The standard questions of a project card in their order, then what stands beside them. The words of the questions are in cvn-card-question.c. */
const CvnChoice cvn_choices_question[] = {
  { "look_back", N_("Looking back"), "terugblik" },
  { "steps", N_("Next steps"), "vooruitblik" },
  { "milestones", N_("Milestones"), "mijlpalen" },
  { "impact", N_("Impact"), "impact" },
  { "contributions", N_("Contributions of partners"), "bijdragen" },
  { "costs", N_("Cost structure"), "kosten" },
  { "risks", N_("Risks"), "risicos" },
  { "urgency", N_("Urgency"), "urgentie" },
  { "assignment", N_("Assignment"), "opdracht" },
  { "structure", N_("Project structure"), "structuur" },
  { NULL },
};

/* When a service comes. */
const CvnChoice cvn_choices_timing[] = {
  { "now", N_("Now"), "nu" },
  { "next", N_("Next"), "straks" },
  { "later", N_("Later"), "later" },
  { NULL },
};

/* How far a service is. */
const CvnChoice cvn_choices_maturity[] = {
  { "planned", N_("Planned"), "gepland" },
  { "starting", N_("Start phase"), "startfase" },
  { "largely", N_("Largely there"), "grotendeels" },
  { "developed", N_("Developed"), "ontwikkeld" },
  { NULL },
};

/* What people think of the budget of a service. */
const CvnChoice cvn_choices_judgement[] = {
  { "sufficient", N_("Sufficient"), "toereikend" },
  { "basics", N_("Sufficient for basics"), "toereikend voor basis" },
  { "additional", N_("Additional needed"), "aanvullend nodig" },
  { NULL },
};
