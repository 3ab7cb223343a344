/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-words"

#include "cvn-report-words.h"

#include "cvn-date.h"

#include <stdarg.h>
#include <string.h>

#define MOST_VALUES 9

/* {1} and {2} are what the sentence is about. */
static const struct
{
  const char *en;
  const char *nl;
} words[CVN_N_WORDS] = {
  [CVN_WORD_AGREEMENT] = { "Agreement", "Overeenkomst" },
  [CVN_WORD_AMOUNT] = { "Amount", "Bedrag" },
  [CVN_WORD_AMOUNT_DUE] = { "Amount to pay", "Te betalen" },
  [CVN_WORD_ATTENDED] = { "Visitors", "Bezoekers" },
  [CVN_WORD_BOOKINGS] = { "Bookings", "Boekingen" },
  [CVN_WORD_BOUGHT] = { "Bought", "Afgenomen" },
  [CVN_WORD_CENT_GIVEN] = { "Cent given", "Cent erbij" },
  [CVN_WORD_COMMITTED] = { "Committed", "Toegezegd" },
  [CVN_WORD_CONTRIBUTIONS] = { "Contributions", "Bijdragen" },
  [CVN_WORD_CREDIT_NOTE] = { "Credit note", "Creditnota" },
  [CVN_WORD_CREDITED] = { "Credited", "Gecrediteerd" },
  [CVN_WORD_CREDITS] = { "Takes back invoice {1} of {2}.", "Crediteert factuur {1} van {2}." },
  [CVN_WORD_DATE] = { "Date", "Datum" },
  [CVN_WORD_DECISION] = { "Decision", "Besluit" },
  [CVN_WORD_DECISIONS] = { "Decisions", "Besluiten" },
  [CVN_WORD_DESCRIPTION] = { "Description", "Omschrijving" },
  [CVN_WORD_DIFFERS] = { "The amounts marked * were not worked out with this key: the key gives {1} in all.",
                         "De bedragen met * zijn niet met deze sleutel berekend: de sleutel geeft samen {1}." },
  [CVN_WORD_DRAFT] = { "(draft)", "(concept)" },
  [CVN_WORD_DUE_DATE] = { "Due date", "Vervaldatum" },
  [CVN_WORD_ESTIMATED] = { "estimated", "geraamd" },
  [CVN_WORD_EVENT] = { "Event", "Evenement" },
  [CVN_WORD_EVENTS] = { "Events", "Evenementen" },
  [CVN_WORD_EXACT_SHARE] = { "Exact share", "Exact aandeel" },
  [CVN_WORD_FEE_REVENUE] = { "Fee revenue", "Opbrengst leges" },
  [CVN_WORD_FIXED_AMOUNT] = { "Fixed amount", "Vast bedrag" },
  [CVN_WORD_GIVES_GETS] = { "What the partner gives and gets", "Wat de partner geeft en krijgt" },
  [CVN_WORD_IBAN] = { "IBAN", "IBAN" },
  [CVN_WORD_INDEX] = { "Index", "Indexcijfer" },
  [CVN_WORD_INHABITANTS] = { "Inhabitants", "Inwoners" },
  [CVN_WORD_INVOICE] = { "Invoice", "Factuur" },
  [CVN_WORD_INVOICES] = { "Invoices", "Facturen" },
  [CVN_WORD_INVOICE_NUMBER] = { "Invoice number", "Factuurnummer" },
  [CVN_WORD_KEY] = { "Key {1}", "Sleutel {1}" },
  [CVN_WORD_KEY_NAME] = { "Key", "Sleutel" },
  [CVN_WORD_KVK] = { "KVK", "KVK" },
  [CVN_WORD_MADE_ON] = { "{1}, as of {2}", "{1}, stand op {2}" },
  [CVN_WORD_METHOD] = { "Method", "Methode" },
  [CVN_WORD_NOT_DIVIDED] = { "These amounts were agreed one by one; nothing was divided.",
                             "Deze bedragen zijn stuk voor stuk afgesproken; er is niets verdeeld." },
  [CVN_WORD_NOTHING] = { "None.", "Geen." },
  [CVN_WORD_NUMBER] = { "Number", "Nummer" },
  [CVN_WORD_OPEN] = { "Open", "Openstaand" },
  [CVN_WORD_ORDER_NUMBER] = { "Your order number", "Uw inkoopordernummer" },
  [CVN_WORD_ORGANISATION] = { "Organisation", "Organisatie" },
  [CVN_WORD_PACKAGE] = { "Package", "Pakket" },
  [CVN_WORD_PACKAGES] = { "Packages", "Pakketten" },
  [CVN_WORD_PAGE_OF] = { "page {1} of {2}", "pagina {1} van {2}" },
  [CVN_WORD_PAID] = { "Received", "Ontvangen" },
  [CVN_WORD_PAYMENT_REFERENCE] = { "Payment reference", "Betalingskenmerk" },
  [CVN_WORD_PAYMENT_TERMS] = { "Please pay {1} by {2}, stating {3}.", "Wij verzoeken u {1} uiterlijk op {2} te betalen, onder vermelding van {3}." },
  [CVN_WORD_PAYMENT_TERMS_FULL] = { "Please pay {1} by {2} to account {3}, stating the payment reference {4}.",
                                    "Wij verzoeken u {1} uiterlijk op {2} te betalen op rekening {3}, onder vermelding van betalingskenmerk {4}." },
  [CVN_WORD_CREDIT_TERMS] = { "You need not pay anything: this amount is settled with invoice {1}.",
                              "U hoeft niets te betalen: dit bedrag wordt verrekend met factuur {1}." },
  [CVN_WORD_PERIOD] = { "Period", "Periode" },
  [CVN_WORD_POPULATION] = { "Population", "Bevolking" },
  [CVN_WORD_PRICE] = { "Price", "Prijs" },
  [CVN_WORD_PROGRAMME] = { "Programme", "Programma" },
  [CVN_WORD_PROOF_RULE] = { "The exact share of each is the total to divide, times its weight, divided by the sum of the weights. Each gets the whole cents of its share; the cents that are left go one by one to the largest remainders.",
                            "Het exacte aandeel van elk is het te verdelen totaal maal het gewicht, gedeeld door de som van de gewichten. Elk krijgt de hele centen van zijn aandeel; de centen die overblijven gaan een voor een naar de grootste resten." },
  [CVN_WORD_PROOF_SHEET] = { "Proof of the division", "Narekenblad van de verdeling" },
  [CVN_WORD_QUANTITY] = { "Quantity", "Aantal" },
  [CVN_WORD_RATE] = { "Rate per inhabitant", "Tarief per inwoner" },
  [CVN_WORD_RATE_RULE] = { "Each amount stands alone: the fixed amount and the inhabitants times the rate, times the index where there is one, rounded to the cent.",
                           "Elk bedrag staat op zichzelf: het vaste bedrag en de inwoners maal het tarief, maal het indexcijfer als dat er is, afgerond op de cent." },
  [CVN_WORD_REFERENCE_DATE] = { "Reference date", "Peildatum" },
  [CVN_WORD_REGISTRATIONS] = { "Registrations", "Inschrijvingen" },
  [CVN_WORD_REMAINDER] = { "Remainder", "Rest" },
  [CVN_WORD_REMAINDER_OF] = { "The remainder is in parts of a cent, each one divided by {1}.",
                              "De rest is in delen van een cent, elk één gedeeld door {1}." },
  [CVN_WORD_REMINDER_FIRST] = { "Payment reminder", "Betalingsherinnering" },
  [CVN_WORD_REMINDER_FIRST_TEXT] = { "Perhaps it escaped your attention: we have not yet received the payment of invoice {1}, which was due on {2}. We ask you kindly to pay the open amount within fourteen days.",
                                     "Wellicht is het aan uw aandacht ontsnapt: wij hebben de betaling van factuur {1}, die op {2} verviel, nog niet ontvangen. Wij verzoeken u vriendelijk het openstaande bedrag binnen veertien dagen te voldoen." },
  [CVN_WORD_REMINDER_SECOND] = { "Second reminder", "Tweede herinnering" },
  [CVN_WORD_REMINDER_SECOND_TEXT] = { "We wrote to you before about invoice {1}, which was due on {2}, and have not received the payment. We ask you to pay the open amount within seven days, or to let us know why you do not.",
                                      "Wij schreven u eerder over factuur {1}, die op {2} verviel, en hebben de betaling niet ontvangen. Wij verzoeken u het openstaande bedrag binnen zeven dagen te voldoen, of ons te laten weten waarom u dat niet doet." },
  [CVN_WORD_REMINDER_LAST] = { "Last reminder", "Aanmaning" },
  [CVN_WORD_REMINDER_LAST_TEXT] = { "In spite of our reminders, invoice {1}, which was due on {2}, has not been paid. This is our last letter about it. If the open amount is not in our account within seven days, we will have to take further steps.",
                                    "Ondanks onze herinneringen is factuur {1}, die op {2} verviel, niet betaald. Dit is onze laatste brief hierover. Staat het openstaande bedrag niet binnen zeven dagen op onze rekening, dan zijn wij genoodzaakt verdere stappen te nemen." },
  [CVN_WORD_REMINDER_CROSSED] = { "If you paid in the last few days, please take this letter as not sent.",
                                  "Hebt u de afgelopen dagen betaald, dan kunt u deze brief als niet verzonden beschouwen." },
  [CVN_WORD_ROLE] = { "Role", "Rol" },
  [CVN_WORD_ROUNDED_DOWN] = { "Rounded down", "Naar beneden" },
  [CVN_WORD_SOURCE] = { "Source", "Bron" },
  [CVN_WORD_STATUS] = { "Status", "Status" },
  [CVN_WORD_SUM_OF_WEIGHTS] = { "Sum of weights", "Som van gewichten" },
  [CVN_WORD_TOTAL] = { "Total", "Totaal" },
  [CVN_WORD_TOTAL_TO_DIVIDE] = { "Total to divide", "Te verdelen totaal" },
  [CVN_WORD_TOTAL_WITH_VAT] = { "Total with VAT", "Totaal inclusief btw" },
  [CVN_WORD_TOTAL_WITHOUT_VAT] = { "Total without VAT", "Totaal exclusief btw" },
  [CVN_WORD_VAT] = { "VAT", "Btw" },
  [CVN_WORD_VAT_ID] = { "VAT number", "Btw-nummer" },
  [CVN_WORD_VAT_SUMMARY] = { "VAT by rate", "Btw per tarief" },
  [CVN_WORD_VAT_EXEMPT] = { "exempt", "vrijgesteld" },
  [CVN_WORD_VAT_OUTSIDE] = { "outside the scope of VAT", "buiten de heffing" },
  [CVN_WORD_VAT_REVERSE] = { "reverse charged", "verlegd" },
  [CVN_WORD_VAT_REVERSE_TEXT] = { "VAT reverse charged to you; your VAT number is {1}.", "Btw naar u verlegd; uw btw-nummer is {1}." },
  [CVN_WORD_VAT_ZERO] = { "zero rate", "nultarief" },
  [CVN_WORD_WEIGHT] = { "Weight", "Gewicht" },
  [CVN_WORD_YEAR] = { "Year", "Jaar" },
  [CVN_WORD_YOUR_REFERENCE] = { "Your reference", "Uw kenmerk" },
};

/** cvn_report_word: a word in @language, owned by the program. Any thread. */
const char *
cvn_report_word (CvnReportWord word,
                 CvnLanguage   language)
{
  g_return_val_if_fail (word < CVN_N_WORDS, "");

  return language == CVN_LANGUAGE_NL ? words[word].nl : words[word].en;
}

/* In one go: what a value says is never taken for a place. */
static char *
fill_in (const char *sentence,
         va_list     values)
{
  GString    *text = g_string_new (NULL);
  const char *filled[MOST_VALUES] = { NULL };
  guint       n = 0;

  while (n < MOST_VALUES && (filled[n] = va_arg (values, const char *)) != NULL)
    n++;
  for (const char *at = sentence; *at != '\0'; at++)
    if (at[0] == '{' && at[1] > '0' && at[1] <= (char) ('0' + n) && at[2] == '}')
      {
        g_string_append (text, filled[at[1] - '1']);
        at += 2;
      }
    else
      g_string_append_c (text, *at);
  return g_string_free (text, FALSE);
}

/**
 * cvn_report_sentence:
 * @word: a sentence with the places {1}, {2}, …
 * @language: of the report
 * @...: (nullable): what stands in its places, at most nine texts, ended by NULL
 *
 * A place may come anywhere in the sentence of another language, so that no sentence is glued together.
 *
 * Returns: (transfer full): the sentence. Any thread.
 */
char *
cvn_report_sentence (CvnReportWord word,
                     CvnLanguage   language,
                     ...)
{
  va_list values;
  char   *sentence;

  va_start (values, language);
  sentence = fill_in (cvn_report_word (word, language), values);
  va_end (values);
  return sentence;
}

/** cvn_report_fill_in: (transfer full): as cvn_report_sentence(), of a sentence in the language of the report. Any thread. */
char *
cvn_report_fill_in (const char *sentence,
                    ...)
{
  va_list values;
  char   *filled;

  va_start (values, sentence);
  filled = fill_in (sentence, values);
  va_end (values);
  return filled;
}

/* "deels betaald|…" → "Deels betaald" */
static char *
dup_first (const char *names)
{
  g_autofree char *first = g_strndup (names, strcspn (names, "|"));
  g_autofree char *head = g_utf8_substring (first, 0, 1);
  g_autofree char *upper = g_utf8_strup (head, -1);

  return g_strconcat (upper, first + strlen (head), NULL);
}

/**
 * cvn_report_choice:
 * @kind: name of a kind
 * @field: name of one of its fields, a choice
 * @code: (nullable): what is stored
 * @language: of the report
 *
 * Returns: (transfer full): the code in words; the code itself when it is none of the choices. Any thread.
 */
char *
cvn_report_choice (const char *kind,
                   const char *field,
                   const char *code,
                   CvnLanguage language)
{
  const CvnKind   *described = cvn_kind_find (kind);
  int              index = described != NULL ? cvn_kind_find_field (described, field) : -1;
  const CvnChoice *choice = index >= 0 && code != NULL ? cvn_field_find_choice (&described->fields[index], code) : NULL;

  if (choice == NULL)
    return g_strdup (code != NULL ? code : "");
  return language == CVN_LANGUAGE_NL ? dup_first (choice->nl) : g_strdup (choice->label);
}

/** cvn_report_number: (transfer full): a whole number with its thousands apart: 124,306 or 124.306. Any thread. */
char *
cvn_report_number (gint64      number,
                   CvnLanguage language)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number < 0 ? 0 - (guint64) number : (guint64) number);
  gsize            length = strlen (digits);
  GString         *text = g_string_new (number < 0 ? "\u2212" : NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (text, language == CVN_LANGUAGE_NL ? '.' : ',');
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}

/** cvn_report_date: (transfer full): an ISO date in words, or what was given when it is none; "" for NULL. Any thread. */
char *
cvn_report_date (const char *iso,
                 CvnLanguage language)
{
  CvnDate date;

  if (iso == NULL)
    return g_strdup ("");
  return cvn_date_parse_iso (iso, &date, NULL) ? cvn_date_format (&date, language) : g_strdup (iso);
}
