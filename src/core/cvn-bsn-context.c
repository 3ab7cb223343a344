/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-bsn-context"

#include "cvn-bsn-context.h"

#include <string.h>

/* How far a word that names the number may stand from it, in bytes. Eight digits are
 * common, so for them the word must be close. */
#define NEAR_NINE  300
#define NEAR_EIGHT 40

#define MAX_WORD 32

/* "Tel. nr is": what may stand between a word and the number it names. */
#define FILLERS_SKIPPED 2

/* Words for the number of a citizen, as the beginning of a word: "bsn-nummer". */
static const char *const keywords[] = {
  "bsn", "burgerservice", "burger service", "sofi", "citizen service", "citizenservice",
  "personal number", "personalnumber", "persoonsnummer"
};

/* Words that say that the number after them is something else. */
static const char *const other_numbers[] = {
  "account", "amount", "bankrekening", "bedrag", "bestel", "betalingskenmerk", "btw", "coc", "eur", "euro", "factuur",
  "fax", "gsm", "iban", "invoice", "kenmerk", "kvk", "mobiel", "mobile", "nl", "oin", "order", "phone", "ref",
  "reference", "referentie", "rekening", "rsin", "tel", "telefoon", "telephone", "transactie", "transaction", "vat",
  "vestigings", "whatsapp"
};

static const char *const fillers[] = { "code", "id", "is", "no", "nr", "num", "number", "nummer", "van", "was" };

static gboolean
is_one_of (const char *word, const char *const *words, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (word, words[i]) == 0)
      return TRUE;

  return FALSE;
}

/* "kvk", and also "kvknummer", "telefoonnr". */
static gboolean
names_other_number (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (other_numbers); i++)
    {
      gsize length = strlen (other_numbers[i]);

      if (strncmp (word, other_numbers[i], length) == 0 &&
          (word[length] == '\0' || is_one_of (word + length, fillers, G_N_ELEMENTS (fillers))))
        return TRUE;
    }

  return FALSE;
}

/* Whether the keyword at @at is a word, or the beginning of a compound with "number". */
static gboolean
is_keyword (const char *at)
{
  static const char *const tails[] = { "nr", "number", "nummer", "s" };

  for (gsize i = 0; i < G_N_ELEMENTS (keywords); i++)
    {
      gsize length = strlen (keywords[i]);

      if (strncmp (at, keywords[i], length) != 0)
        continue;
      if (!g_ascii_isalpha (at[length]))
        return TRUE;
      for (gsize j = 0; j < G_N_ELEMENTS (tails); j++)
        if (g_str_has_prefix (at + length, tails[j]) && !g_ascii_isalpha (at[length + strlen (tails[j])]))
          return TRUE;
    }

  return FALSE;
}

/* Looks from @from up to @to for a keyword at the beginning of a word. */
static gboolean
holds_keyword (const char *plain, gsize from, gsize to)
{
  for (gsize at = from; at < to && plain[at] != '\0'; at++)
    if ((at == 0 || !g_ascii_isalpha (plain[at - 1])) && is_keyword (plain + at))
      return TRUE;

  return FALSE;
}

/* Headings are glued in many ways ("ClientBSN", "client_bsn"): here the letters are enough. */
static gboolean
holds_letters (const char *plain)
{
  return strstr (plain, "bsn") != NULL || strstr (plain, "burgerservice") != NULL ||
         strstr (plain, "sofinummer") != NULL || strstr (plain, "sofinr") != NULL;
}

/**
 * cvn_bsn_context_header_names_bsn:
 * @header: the heading of a column
 *
 * Returns: whether it says that the column holds citizen service numbers. Any thread, as
 * all of this file.
 */
gboolean
cvn_bsn_context_header_names_bsn (const char *header)
{
  g_autofree char *plain = NULL;

  g_return_val_if_fail (header != NULL, FALSE);

  plain = cvn_bsn_token_make_plain (header);
  g_strdelimit (plain, "-", ' ');

  return holds_letters (plain) || holds_keyword (plain, 0, strlen (plain));
}

/* Copies the word that ends before @end and gives the place where it begins; "" if a
 * sentence or another number lies between. */
static gsize
get_word_before (const char *plain, gsize end, char word[static MAX_WORD])
{
  gsize start;

  while (end > 0 && strchr (" :.=#(\"'-", plain[end - 1]) != NULL)
    end--;
  start = end;
  while (start > 0 && g_ascii_isalpha (plain[start - 1]))
    start--;

  g_strlcpy (word, plain + start, MIN (end - start + 1, MAX_WORD));
  return start;
}

static gboolean
follows_other_word (const char *plain, gsize end)
{
  char word[MAX_WORD];

  for (guint i = 0; i <= FILLERS_SKIPPED; i++)
    {
      end = get_word_before (plain, end, word);
      if (names_other_number (word))
        return TRUE;
      if (!is_one_of (word, fillers, G_N_ELEMENTS (fillers)))
        return FALSE;
    }

  return FALSE;
}

static gboolean
is_whole_text (const char *plain, const CvnBsnToken *token)
{
  return strspn (plain, " ") == token->start && strspn (plain + token->end, " ") == strlen (plain + token->end);
}

/* A letter just before makes it a code ("B20190001"), unless the letters name a BSN. */
static gboolean
is_glued (const char *plain, const CvnBsnToken *token)
{
  char  word[MAX_WORD];
  gsize start;

  if (token->start == 0 || !g_ascii_isalpha (plain[token->start - 1]))
    return FALSE;

  start = get_word_before (plain, token->start, word);
  return !is_keyword (plain + start);
}

static gboolean
header_names_other_number (const char *header)
{
  g_autofree char *plain = cvn_bsn_token_make_plain (header);
  char             word[MAX_WORD];

  /* "naam_nl" is a text in Dutch, not the country of a VAT or account number. */
  get_word_before (plain, strlen (plain), word);
  if (strcmp (word, "nl") == 0)
    return FALSE;

  return follows_other_word (plain, strlen (plain));
}

/**
 * cvn_bsn_context_is_other_number:
 * @plain: from cvn_bsn_token_make_plain()
 * @token: a number in it
 * @header: (nullable): the heading of the column
 *
 * Returns: whether the word before the number, or the heading when the number is the whole
 * cell, names another kind of number, or letters make it a code
 */
gboolean
cvn_bsn_context_is_other_number (const char *plain, const CvnBsnToken *token, const char *header)
{
  g_return_val_if_fail (plain != NULL && token != NULL, FALSE);

  if (is_glued (plain, token) || follows_other_word (plain, token->start))
    return TRUE;

  return header != NULL && is_whole_text (plain, token) && header_names_other_number (header);
}

/**
 * cvn_bsn_context_is_near_keyword:
 * @plain: from cvn_bsn_token_make_plain()
 * @token: a number in it
 *
 * Returns: whether a word for the citizen service number stands near it
 */
gboolean
cvn_bsn_context_is_near_keyword (const char *plain, const CvnBsnToken *token)
{
  gsize distance, from, to;

  g_return_val_if_fail (plain != NULL && token != NULL, FALSE);

  distance = strlen (token->digits) == 9 ? NEAR_NINE : NEAR_EIGHT;
  from = token->start > distance ? token->start - distance : 0;
  to = MIN (token->end + distance, strlen (plain));

  return holds_keyword (plain, from, to);
}
