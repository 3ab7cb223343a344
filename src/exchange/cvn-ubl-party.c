/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-ubl-party"

#include "cvn-ubl-party.h"

#include "cvn-error.h"
#include "cvn-identifier.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SCHEME_KVK "0106" /* eight digits */
#define SCHEME_OIN "0190" /* twenty digits */

typedef struct
{
  char *street;
  char *postcode;
  char *town;
} Address;

static void
address_clear (Address *address)
{
  g_free (address->street);
  g_free (address->postcode);
  g_free (address->town);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Address, address_clear)

/* "Stationsplein 1\n2312 AJ Leiden", or all of it on one line with a comma. */
static gboolean
read_address (const char *text,
              Address    *address)
{
  g_autoptr (GRegex) regex = g_regex_new ("^\\s*(?:NL-?\\s*)?([1-9][0-9]{3})\\s?([A-Za-z]{2})\\s+(\\S.*?)\\s*$", G_REGEX_OPTIMIZE, 0, NULL);
  g_auto (GStrv) lines = g_strsplit_set (text != NULL ? text : "", "\n,", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      if (address->postcode == NULL && g_regex_match (regex, lines[i], 0, &match))
        {
          g_autofree char *digits = g_match_info_fetch (match, 1);
          g_autofree char *letters = g_match_info_fetch (match, 2);
          g_autofree char *upper = g_ascii_strup (letters, -1);

          address->postcode = g_strdup_printf ("%s %s", digits, upper);
          address->town = g_match_info_fetch (match, 3);
        }
      else if (address->street == NULL && *g_strstrip (lines[i]) != '\0')
        address->street = g_strdup (lines[i]);
    }
  return address->street != NULL && address->postcode != NULL;
}

static gboolean
has_length (const char *scheme,
            const char *digits)
{
  return (g_strcmp0 (scheme, SCHEME_KVK) == 0 && cvn_identifier_is_digits (digits, 8)) || (g_strcmp0 (scheme, SCHEME_OIN) == 0 && cvn_identifier_is_digits (digits, 20));
}

/* The number in the register of companies, or that of a public body; NULL without either. */
static const char *
find_number (const CvnLetterParty *party,
             const char          **scheme)
{
  *scheme = party->oin != NULL ? SCHEME_OIN : SCHEME_KVK;
  return party->oin != NULL ? party->oin : party->kvk;
}

static gboolean
add_endpoint (CvnXmlWriter         *xml,
              const CvnLetterParty *party,
              GError              **error)
{
  const char      *scheme = party->scheme;
  const char      *given = scheme != NULL || party->endpoint != NULL ? party->endpoint : find_number (party, &scheme);
  g_autofree char *digits = given != NULL ? cvn_identifier_normalise (given) : NULL;

  if (digits == NULL || !has_length (scheme, digits))
    {
      g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID,
                   _("An e-invoice needs the KVK number of %s, eight digits (scheme 0106), or its OIN, twenty digits (scheme 0190): fill it in."), party->name);
      return FALSE;
    }
  cvn_xml_writer_add (xml, "cbc:EndpointID", "schemeID", scheme, digits);
  return TRUE;
}

static gboolean
add_address (CvnXmlWriter         *xml,
             const CvnLetterParty *party,
             GError              **error)
{
  g_auto (Address) address = { NULL };

  if (!read_address (party->address, &address))
    {
      g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID,
                   _("An e-invoice needs the street, the postcode and the town of %s: fill in its address as “Street 1, 2312 AJ Leiden”."), party->name);
      return FALSE;
    }
  cvn_xml_writer_open (xml, "cac:PostalAddress", NULL);
  cvn_xml_writer_add (xml, "cbc:StreetName", NULL, NULL, address.street);
  cvn_xml_writer_add (xml, "cbc:CityName", NULL, NULL, address.town);
  cvn_xml_writer_add (xml, "cbc:PostalZone", NULL, NULL, address.postcode);
  cvn_xml_writer_open (xml, "cac:Country", NULL);
  cvn_xml_writer_add (xml, "cbc:IdentificationCode", NULL, NULL, "NL");
  cvn_xml_writer_close (xml);
  cvn_xml_writer_close (xml);
  return TRUE;
}

static void
add_tax_scheme (CvnXmlWriter         *xml,
                const CvnLetterParty *party)
{
  g_autofree char *number = cvn_identifier_normalise (party->vat_id);

  cvn_xml_writer_open (xml, "cac:PartyTaxScheme", NULL);
  cvn_xml_writer_add (xml, "cbc:CompanyID", NULL, NULL, number);
  cvn_xml_writer_open (xml, "cac:TaxScheme", NULL);
  cvn_xml_writer_add (xml, "cbc:ID", NULL, NULL, "VAT");
  cvn_xml_writer_close (xml);
  cvn_xml_writer_close (xml);
}

static void
add_legal_entity (CvnXmlWriter         *xml,
                  const CvnLetterParty *party)
{
  const char      *scheme;
  const char      *number = find_number (party, &scheme);
  g_autofree char *digits = number != NULL ? cvn_identifier_normalise (number) : NULL;

  cvn_xml_writer_open (xml, "cac:PartyLegalEntity", NULL);
  cvn_xml_writer_add (xml, "cbc:RegistrationName", NULL, NULL, party->name);
  cvn_xml_writer_add (xml, "cbc:CompanyID", "schemeID", scheme, digits);
  cvn_xml_writer_close (xml);
}

static void
add_contact (CvnXmlWriter         *xml,
             const CvnLetterParty *party)
{
  if (party->phone == NULL && party->email == NULL)
    return;
  cvn_xml_writer_open (xml, "cac:Contact", NULL);
  cvn_xml_writer_add (xml, "cbc:Telephone", NULL, NULL, party->phone);
  cvn_xml_writer_add (xml, "cbc:ElectronicMail", NULL, NULL, party->email);
  cvn_xml_writer_close (xml);
}

/**
 * cvn_ubl_party_write:
 * @role: the element around the party
 * @taxed: whether VAT numbers may be given
 * @error: %CVN_ERROR_INVALID with what is missing
 *
 * Writes who sends or gets an e-invoice: both are in the Netherlands (NLCIUS).
 */
gboolean
cvn_ubl_party_write (CvnXmlWriter         *xml,
                     const char           *role,
                     const CvnLetterParty *party,
                     gboolean              taxed,
                     GError              **error)
{
  cvn_xml_writer_open (xml, role, NULL);
  cvn_xml_writer_open (xml, "cac:Party", NULL);
  if (!add_endpoint (xml, party, error))
    return FALSE;
  cvn_xml_writer_open (xml, "cac:PartyName", NULL);
  cvn_xml_writer_add (xml, "cbc:Name", NULL, NULL, party->name);
  cvn_xml_writer_close (xml);
  if (!add_address (xml, party, error))
    return FALSE;
  if (taxed && party->vat_id != NULL)
    add_tax_scheme (xml, party);
  add_legal_entity (xml, party);
  add_contact (xml, party);
  cvn_xml_writer_close (xml);
  cvn_xml_writer_close (xml);
  return TRUE;
}
