/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-ubl-party"

#include "cvn-error.h"
#include "cvn-ubl-party.h"

#include <string.h>

/* The sender or the customer of an e-invoice: how addresses and numbers are read, and what is refused. */

#define GOOD_ADDRESS "Stationsplein 1\n2312 AJ Leiden"
#define GOOD_KVK     "99000001"

static char *
write_party (const CvnLetterParty *party,
             gboolean              taxed,
             GError              **error)
{
  g_autoptr (CvnXmlWriter) xml = cvn_xml_writer_new ();

  return cvn_ubl_party_write (xml, "cac:AccountingSupplierParty", party, taxed, error) ? cvn_xml_writer_end (xml) : NULL;
}

/* The lines with what is looked for, each without its indent, with a bar between them. */
static char *
pick (const char *text,
      const char *element)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], element) != NULL)
      g_string_append_printf (found, "%s%s", found->len > 0 ? "|" : "", g_strstrip (lines[i]));
  return g_string_free (g_steal_pointer (&found), FALSE);
}

static void
assert_holds (const char *text,
              const char *element,
              const char *expected)
{
  g_autofree char *found = pick (text, element);

  g_assert_cmpstr (found, ==, expected);
}

static const struct
{
  const char *address;
  const char *street; /* NULL: refused */
  const char *postcode;
  const char *town;
} addresses[] = {
  { "Stationsplein 1\n2312 AJ Leiden", "Stationsplein 1", "2312 AJ", "Leiden" },
  { "Stationsplein 1, 2312aj Leiden", "Stationsplein 1", "2312 AJ", "Leiden" },
  { "  Stationsplein 1 \n\n  NL-2312 AJ   Alphen aan den Rijn  ", "Stationsplein 1", "2312 AJ", "Alphen aan den Rijn" },
  { "2312 AJ Leiden\nStationsplein 1", "Stationsplein 1", "2312 AJ", "Leiden" },
  { "Kade <2> & 3, 2312 AJ 's-Gravenhage", "Kade &lt;2&gt; &amp; 3", "2312 AJ", "&apos;s-Gravenhage" },
  /* A building has the first line; the street after it has no place. */
  { "Stadhuis\nStadhuisplein 1\n2311 EJ Leiden\n2311 EK Leiden", "Stadhuis", "2311 EJ", "Leiden" },
  { NULL, NULL },
  { "", NULL },
  { " \n , ", NULL },
  { "Stationsplein 1", NULL },
  { "2312 AJ Leiden", NULL },
  { "Stationsplein 1, 2312 AJ", NULL },
  { "Stationsplein 1, 0312 AJ Leiden", NULL },
  { "Stationsplein 1, 231 AJ Leiden", NULL },
  { "Stationsplein 1, 2312 A Leiden", NULL },
  { "Rue Haute 1, B-1000 Bruxelles", NULL },
};

static void
test_addresses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (GError) error = NULL;
      CvnLetterParty   party = { .name = (char *) "Expat Centre", .kvk = (char *) GOOD_KVK, .address = (char *) addresses[i].address };
      g_autofree char *text = write_party (&party, TRUE, &error);
      g_autofree char *street = g_strdup_printf ("<cbc:StreetName>%s</cbc:StreetName>", addresses[i].street);
      g_autofree char *postcode = g_strdup_printf ("<cbc:PostalZone>%s</cbc:PostalZone>", addresses[i].postcode);
      g_autofree char *town = g_strdup_printf ("<cbc:CityName>%s</cbc:CityName>", addresses[i].town);

      g_test_message ("“%s”", addresses[i].address != NULL ? addresses[i].address : "");
      if (addresses[i].street == NULL)
        {
          g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
          g_assert_nonnull (strstr (error->message, "Expat Centre"));
          continue;
        }
      g_assert_no_error (error);
      assert_holds (text, "cbc:StreetName", street);
      assert_holds (text, "cbc:PostalZone", postcode);
      assert_holds (text, "cbc:CityName", town);
      assert_holds (text, "cbc:IdentificationCode", "<cbc:IdentificationCode>NL</cbc:IdentificationCode>");
    }
}

/* An electronic address that is given goes first, then the OIN, then the KVK; the register has the number of the party all the same. */
static const struct
{
  const char *kvk;
  const char *oin;
  const char *scheme;
  const char *endpoint;
  const char *address; /* NULL: refused */
  const char *number;
} numbers[] = {
  { "9900 0001", NULL, NULL, NULL, "0106\">99000001", "0106\">99000001" },
  { NULL, "0000 0001 0012 3456 7000", NULL, NULL, "0190\">00000001001234567000", "0190\">00000001001234567000" },
  { "99000001", "00000001001234567000", NULL, NULL, "0190\">00000001001234567000", "0190\">00000001001234567000" },
  { "99000001", NULL, "0190", "00000001001234567000", "0190\">00000001001234567000", "0106\">99000001" },
  { "99000001", NULL, "0106", "9900 0002", "0106\">99000002", "0106\">99000001" },
  { NULL, NULL, NULL, NULL, NULL, NULL },
  { "9900001", NULL, NULL, NULL, NULL, NULL },
  { "990000012", NULL, NULL, NULL, NULL, NULL },
  { "9900000A", NULL, NULL, NULL, NULL, NULL },
  { NULL, "0000000100123456700", NULL, NULL, NULL, NULL },
  { "99000001", NULL, "0106", NULL, NULL, NULL },                   /* a scheme alone */
  { "99000001", NULL, NULL, "99000001", NULL, NULL },               /* an address of no scheme */
  { "99000001", NULL, "0190", "99000001", NULL, NULL },             /* an address of another scheme */
  { "99000001", NULL, "0106", "00000001001234567000", NULL, NULL }, /* and the other way round */
  { "99000001", NULL, "9944", "NL990000001B01", NULL, NULL },       /* a scheme that is none of the two */
};

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GError) error = NULL;
      CvnLetterParty   party = { .name = (char *) "Expat Centre", .address = (char *) GOOD_ADDRESS, .kvk = (char *) numbers[i].kvk, .oin = (char *) numbers[i].oin, .scheme = (char *) numbers[i].scheme, .endpoint = (char *) numbers[i].endpoint };
      g_autofree char *text = write_party (&party, TRUE, &error);
      g_autofree char *address = g_strdup_printf ("<cbc:EndpointID schemeID=\"%s</cbc:EndpointID>", numbers[i].address);
      g_autofree char *number = g_strdup_printf ("<cbc:CompanyID schemeID=\"%s</cbc:CompanyID>", numbers[i].number);

      g_test_message ("row %u", i);
      if (numbers[i].address == NULL)
        {
          g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
          g_assert_nonnull (strstr (error->message, "Expat Centre"));
          continue;
        }
      g_assert_no_error (error);
      assert_holds (text, "cbc:EndpointID", address);
      assert_holds (text, "cbc:CompanyID", number);
    }
}

/* Who charges no VAT may not show its number; who has no telephone and no address has no contact. */
static void
test_leaves_out (void)
{
  g_autoptr (GError) error = NULL;
  CvnLetterParty   party = { .name = (char *) "Wonen & Werken", .address = (char *) GOOD_ADDRESS, .kvk = (char *) GOOD_KVK, .vat_id = (char *) "nl 9900 00001 b01" };
  g_autofree char *taxed = write_party (&party, TRUE, &error);
  g_autofree char *untaxed = write_party (&party, FALSE, &error);
  g_autofree char *reached = NULL;

  g_assert_no_error (error);
  assert_holds (taxed, "<cbc:CompanyID>", "<cbc:CompanyID>NL990000001B01</cbc:CompanyID>");
  assert_holds (taxed, "cac:TaxScheme", "<cac:TaxScheme>|</cac:TaxScheme>");
  assert_holds (untaxed, "cac:PartyTaxScheme", "");
  assert_holds (untaxed, "NL990000001B01", "");
  assert_holds (taxed, "cac:Contact", "");
  assert_holds (taxed, "cbc:Name>", "<cbc:Name>Wonen &amp; Werken</cbc:Name>");
  party.email = (char *) "post@example.org";
  reached = write_party (&party, TRUE, &error);
  g_assert_no_error (error);
  assert_holds (reached, "cac:Contact", "<cac:Contact>|</cac:Contact>");
  assert_holds (reached, "cbc:ElectronicMail", "<cbc:ElectronicMail>post@example.org</cbc:ElectronicMail>");
  assert_holds (reached, "cbc:Telephone", "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/ubl-party/addresses", test_addresses);
  g_test_add_func ("/exchange/ubl-party/numbers", test_numbers);
  g_test_add_func ("/exchange/ubl-party/leaves-out", test_leaves_out);
  return g_test_run ();
}
