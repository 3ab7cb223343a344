/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-ubl-invoice"

#include "cvn-error.h"
#include "cvn-ubl-invoice.h"
#include "cvn-xml-writer.h"

#include <math.h>
#include <string.h>

/* E-invoices by the NLCIUS: what they hold, that their sums are right by EN 16931, and what is refused. */

static CvnInvoiceSheet *
make_sheet (void)
{
  CvnInvoiceSheet *sheet = cvn_invoice_sheet_new ();

  sheet->language = CVN_LANGUAGE_NL;
  sheet->number = g_strdup ("2020-0071");
  sheet->date = g_strdup ("2020-12-31");
  sheet->due_date = g_strdup ("2021-01-30");
  sheet->order_reference = g_strdup ("PO & 12");
  sheet->customer_reference = g_strdup ("Balie <3>");
  sheet->reference = g_strdup ("RF36 ECL2 0180 001");
  sheet->period = g_strdup ("Najaar");
  sheet->sender.name = g_strdup ("Expat Centre Leiden");
  sheet->sender.address = g_strdup ("Stationsplein 1\n2312 aj Leiden");
  sheet->sender.kvk = g_strdup ("9900 0001");
  sheet->sender.vat_id = g_strdup ("NL990000001B01");
  sheet->sender.iban = g_strdup ("NL05 DEMO 0000 0000 71");
  sheet->sender.email = g_strdup ("post@example.org");
  sheet->customer.name = g_strdup ("Gemeente Leiden");
  sheet->customer.address = g_strdup ("Stadhuisplein 1, 2311EJ Leiden");
  sheet->customer.oin = g_strdup ("00000001001234567000");
  return sheet;
}

static CvnInvoiceSheet *
make_invoice (void)
{
  CvnInvoiceSheet *sheet = make_sheet ();
  CvnInvoiceLine  *line = cvn_invoice_sheet_add_line (sheet, "Taallessen", 1003, "taxed", 210);

  line->quantity = g_strdup ("3 uur");
  cvn_invoice_sheet_add_line (sheet, "Nog meer lessen", 1003, "taxed", 210);
  cvn_invoice_sheet_add_line (sheet, "Boek", 2005, "taxed", 90);
  cvn_invoice_sheet_add_line (sheet, "Korting", -5, "taxed", 90);
  cvn_invoice_sheet_add_line (sheet, "Cursus", 777, "exempt", 0);
  cvn_invoice_sheet_work_out (sheet, NULL);
  return sheet;
}

static CvnInvoiceSheet *
make_credit_note (void)
{
  CvnInvoiceSheet *sheet = make_sheet ();

  sheet->credits = g_strdup ("2020-0070");
  sheet->credits_date = g_strdup ("2020-11-30");
  cvn_invoice_sheet_add_line (sheet, "Bijdrage 2021, termijn 1", -600000, "outside", 0);
  cvn_invoice_sheet_work_out (sheet, NULL);
  return sheet;
}

/* What the elements hold, by their path; those that are there several times, one after the other. */
typedef struct
{
  GString    *path;
  GHashTable *texts; /* of char* to GPtrArray of char* */
} Reading;

static void
start_cb (GMarkupParseContext *context,
          const char          *name,
          const char         **names,
          const char         **values,
          gpointer             data,
          GError             **error)
{
  Reading *reading = data;

  g_string_append_printf (reading->path, "/%s", strchr (name, ':') != NULL ? strchr (name, ':') + 1 : name);
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "schemeID"))
      g_string_append_printf (reading->path, "@%s", values[i]);
    else if (g_str_equal (names[i], "currencyID"))
      g_assert_cmpstr (values[i], ==, "EUR");
}

static void
end_cb (GMarkupParseContext *context,
        const char          *name,
        gpointer             data,
        GError             **error)
{
  Reading *reading = data;

  g_string_truncate (reading->path, (gsize) (strrchr (reading->path->str, '/') - reading->path->str));
}

static void
text_cb (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             data,
         GError             **error)
{
  Reading         *reading = data;
  g_autofree char *own = g_strstrip (g_strndup (text, length));
  GPtrArray       *texts = g_hash_table_lookup (reading->texts, reading->path->str);

  if (*own == '\0')
    return;
  if (texts == NULL)
    {
      texts = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (reading->texts, g_strdup (reading->path->str), texts);
    }
  g_ptr_array_add (texts, g_steal_pointer (&own));
}

static GHashTable *
read_xml (const char *xml)
{
  static const GMarkupParser parser = { .start_element = start_cb, .end_element = end_cb, .text = text_cb };
  Reading                    reading = { g_string_new (NULL), g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref) };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reading, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, xml, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_string_free (reading.path, TRUE);
  return reading.texts;
}

static void
assert_texts (GHashTable *texts,
              const char *path,
              const char *expected)
{
  GPtrArray       *found = g_hash_table_lookup (texts, path);
  g_autofree char *all = NULL;

  if (found != NULL)
    {
      g_ptr_array_add (found, NULL);
      all = g_strjoinv ("|", (char **) found->pdata);
      g_ptr_array_remove_index (found, found->len - 1);
    }
  if (g_strcmp0 (all, expected) != 0)
    g_error ("%s: %s, not %s", path, all, expected);
}

/* All amounts at a path together, in cents. */
static gint64
sum_up (GHashTable *texts,
        const char *path)
{
  GPtrArray *found = g_hash_table_lookup (texts, path);
  gint64     sum = 0;

  for (guint i = 0; found != NULL && i < found->len; i++)
    sum += llround (g_ascii_strtod (g_ptr_array_index (found, i), NULL) * 100);
  return sum;
}

/* BR-CO-10, 13, 14, 15 and 17 of EN 16931. */
static void
assert_sums (GHashTable *texts,
             const char *root,
             const char *line)
{
#define AT(path) ((paths = g_list_prepend (paths, g_strconcat ("/", root, path, NULL))), paths->data)
  GList           *paths = NULL;
  GPtrArray       *taxable = g_hash_table_lookup (texts, AT ("/TaxTotal/TaxSubtotal/TaxableAmount"));
  GPtrArray       *taxes = g_hash_table_lookup (texts, AT ("/TaxTotal/TaxSubtotal/TaxAmount"));
  GPtrArray       *rates = g_hash_table_lookup (texts, AT ("/TaxTotal/TaxSubtotal/TaxCategory/Percent"));
  gint64           net = sum_up (texts, AT ("/LegalMonetaryTotal/LineExtensionAmount"));
  g_autofree char *lines = g_strdup_printf ("/%s/%s/LineExtensionAmount", root, line);

  g_assert_cmpint (sum_up (texts, lines), ==, net);
  g_assert_cmpint (sum_up (texts, AT ("/TaxTotal/TaxSubtotal/TaxableAmount")), ==, net);
  g_assert_cmpint (sum_up (texts, AT ("/LegalMonetaryTotal/TaxExclusiveAmount")), ==, net);
  g_assert_cmpint (sum_up (texts, AT ("/TaxTotal/TaxSubtotal/TaxAmount")), ==, sum_up (texts, AT ("/TaxTotal/TaxAmount")));
  g_assert_cmpint (sum_up (texts, AT ("/LegalMonetaryTotal/TaxInclusiveAmount")), ==, net + sum_up (texts, AT ("/TaxTotal/TaxAmount")));
  g_assert_cmpint (sum_up (texts, AT ("/LegalMonetaryTotal/PayableAmount")), ==, sum_up (texts, AT ("/LegalMonetaryTotal/TaxInclusiveAmount")));
  for (guint i = 0; rates != NULL && i < rates->len; i++)
    g_assert_cmpint (llround (g_ascii_strtod (g_ptr_array_index (taxable, i), NULL) * g_ascii_strtod (g_ptr_array_index (rates, i), NULL)), ==,
                     llround (g_ascii_strtod (g_ptr_array_index (taxes, i), NULL) * 100));
  g_list_free_full (paths, g_free);
#undef AT
}

static void
test_invoice (void)
{
  g_autoptr (CvnInvoiceSheet) sheet = make_invoice ();
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = cvn_ubl_invoice_write (sheet, &error);
  g_autoptr (GHashTable) texts = NULL;

  g_assert_no_error (error);
  texts = read_xml (xml);
  assert_texts (texts, "/Invoice/CustomizationID", "urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0");
  assert_texts (texts, "/Invoice/ID", "2020-0071");
  assert_texts (texts, "/Invoice/DueDate", "2021-01-30");
  assert_texts (texts, "/Invoice/InvoiceTypeCode", "380");
  assert_texts (texts, "/Invoice/BuyerReference", "Balie <3>");
  assert_texts (texts, "/Invoice/OrderReference/ID", "PO & 12");
  assert_texts (texts, "/Invoice/AccountingSupplierParty/Party/EndpointID@0106", "99000001");
  assert_texts (texts, "/Invoice/AccountingSupplierParty/Party/PostalAddress/StreetName", "Stationsplein 1");
  assert_texts (texts, "/Invoice/AccountingSupplierParty/Party/PostalAddress/PostalZone", "2312 AJ");
  assert_texts (texts, "/Invoice/AccountingSupplierParty/Party/PartyTaxScheme/CompanyID", "NL990000001B01");
  assert_texts (texts, "/Invoice/AccountingCustomerParty/Party/EndpointID@0190", "00000001001234567000");
  assert_texts (texts, "/Invoice/AccountingCustomerParty/Party/PostalAddress/CityName", "Leiden");
  assert_texts (texts, "/Invoice/AccountingCustomerParty/Party/PartyLegalEntity/CompanyID@0190", "00000001001234567000");
  assert_texts (texts, "/Invoice/PaymentMeans/PaymentID", "RF36ECL20180001");
  assert_texts (texts, "/Invoice/PaymentMeans/PayeeFinancialAccount/ID", "NL05DEMO0000000071");
  assert_texts (texts, "/Invoice/InvoiceLine/InvoicedQuantity", "1|1|1|-1|1");
  assert_texts (texts, "/Invoice/InvoiceLine/Price/PriceAmount", "10.03|10.03|20.05|0.05|7.77");
  assert_texts (texts, "/Invoice/InvoiceLine/Item/Description", "3 uur");
  assert_texts (texts, "/Invoice/InvoiceLine/Item/ClassifiedTaxCategory/ID", "S|S|S|S|E");
  assert_texts (texts, "/Invoice/TaxTotal/TaxSubtotal/TaxCategory/TaxExemptionReason", "Vrijgesteld van btw");
  assert_sums (texts, "Invoice", "InvoiceLine");
  g_assert_cmpint (sum_up (texts, "/Invoice/LegalMonetaryTotal/PayableAmount"), ==, sheet->total);
}

/* What is taken back is above zero, and points to what it takes back; outside the scope there are no VAT numbers. */
static void
test_credit_note (void)
{
  g_autoptr (CvnInvoiceSheet) sheet = make_credit_note ();
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = cvn_ubl_invoice_write (sheet, &error);
  g_autoptr (GHashTable) texts = NULL;

  g_assert_no_error (error);
  texts = read_xml (xml);
  assert_texts (texts, "/CreditNote/CreditNoteTypeCode", "381");
  assert_texts (texts, "/CreditNote/DueDate", NULL);
  assert_texts (texts, "/CreditNote/BillingReference/InvoiceDocumentReference/ID", "2020-0070");
  assert_texts (texts, "/CreditNote/AccountingSupplierParty/Party/PartyTaxScheme/CompanyID", NULL);
  assert_texts (texts, "/CreditNote/TaxTotal/TaxSubtotal/TaxCategory/ID", "O");
  assert_texts (texts, "/CreditNote/TaxTotal/TaxSubtotal/TaxCategory/Percent", NULL);
  assert_texts (texts, "/CreditNote/TaxTotal/TaxSubtotal/TaxCategory/TaxExemptionReasonCode", "VATEX-EU-O");
  assert_texts (texts, "/CreditNote/CreditNoteLine/CreditedQuantity", "1");
  assert_texts (texts, "/CreditNote/LegalMonetaryTotal/PayableAmount", "6000.00");
  assert_sums (texts, "CreditNote", "CreditNoteLine");
}

static void
replace (char      **text,
         const char *with)
{
  g_free (*text);
  *text = g_strdup (with);
}

static void
spoil (CvnInvoiceSheet *sheet,
       guint            how)
{
  switch (how)
    {
    case 0:
      sheet->is_draft = TRUE;
      break;
    case 1:
      replace (&sheet->customer.oin, NULL);
      break;
    case 2:
      replace (&sheet->customer.oin, "0000000100123456700");
      break;
    case 3:
      replace (&sheet->customer.scheme, "0088");
      replace (&sheet->customer.endpoint, "99000002");
      break;
    case 4:
      replace (&sheet->customer.scheme, "0106");
      replace (&sheet->customer.endpoint, "9900000");
      break;
    case 5:
      replace (&sheet->customer.address, "Stadhuisplein 1");
      break;
    case 6:
      replace (&sheet->sender.address, NULL);
      break;
    case 7:
      replace (&sheet->sender.vat_id, NULL);
      break;
    case 8:
      replace (&sheet->sender.iban, NULL);
      break;
    case 9:
      cvn_invoice_sheet_add_line (sheet, "Bijdrage", 100, "outside", 0);
      break;
    case 10:
      cvn_invoice_sheet_add_line (sheet, "Verlegd", 100, "reverse", 0);
      break;
    case 11:
      sheet->rate_unknown = TRUE;
      replace (&sheet->sender.iban, NULL);
      break;
    default:
      cvn_invoice_sheet_add_line (sheet, "Terug", -1000000, "taxed", 210);
    }
  g_assert_true (cvn_invoice_sheet_work_out (sheet, NULL));
}

static void
test_refuses (void)
{
  static const char *const expected[] = { "send the invoice first", "Gemeente Leiden, eight digits", "twenty digits", "scheme 0106", "scheme 0190", "the postcode and the town of Gemeente Leiden",
                                          "the town of Expat Centre Leiden", "the VAT number of the centre", "the IBAN of the centre", "make an invoice of each",
                                          "the VAT number of the customer", "not that of one rate", "make a credit note" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (CvnInvoiceSheet) sheet = make_invoice ();
      g_autoptr (GError) error = NULL;
      g_autofree char *xml = NULL;

      spoil (sheet, i);
      xml = cvn_ubl_invoice_write (sheet, &error);
      g_assert_null (xml);
      g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, expected[i]));
    }
}

/* An invoice without lines says its amounts itself: by EN 16931 they follow from each other, but for a cent, or there is no e-invoice. */
static void
test_own_amounts (void)
{
  static const struct
  {
    const char *category;
    int         rate;
    gint64      net;
    gint64      vat;
    gint64      total;
    gboolean    right;
  } cases[] = {
    { "taxed", 210, 10000, 2100, 12100, TRUE },
    { "taxed", 210, 10000, 2101, 12101, TRUE },
    { "taxed", 210, 10000, 2102, 12102, FALSE }, /* BR-S-9 */
    { "taxed", 210, 10000, 1500, 11500, FALSE }, /* half of it at 9 % */
    { "taxed", 0, 10000, 0, 10000, FALSE },      /* BR-S-5 */
    { "taxed", 90, 10000, 900, 10901, FALSE },   /* BR-CO-15 */
    { "exempt", 0, 10000, 0, 10000, TRUE },
    { "exempt", 0, 10000, 1, 10001, FALSE }, /* BR-E-9 */
    { "zero", 0, 10000, 900, 10900, FALSE }, /* BR-Z-9 */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CvnInvoiceSheet) sheet = make_sheet ();
      g_autoptr (GError) error = NULL;
      g_autofree char *xml = NULL;

      cvn_invoice_sheet_add_line (sheet, "Pakket (P2020-001)", cases[i].net, cases[i].category, cases[i].rate);
      g_assert_true (cvn_invoice_sheet_work_out (sheet, NULL));
      g_array_index (sheet->vat, CvnVatSum, 0).vat = cases[i].vat;
      sheet->vat_total = cases[i].vat;
      sheet->total = cases[i].total;
      xml = cvn_ubl_invoice_write (sheet, &error);
      g_assert_cmpint (xml != NULL, ==, cases[i].right);
      if (!cases[i].right)
        g_assert_nonnull (strstr (error->message, "not that of one rate"));
    }
}

/* A thousand invoices and credit notes of random lines: the sums are always those of the norm. */
static void
test_random (void)
{
  static const int rates[] = { 210, 90, 0 };

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (CvnInvoiceSheet) sheet = make_sheet ();
      g_autoptr (GError) error = NULL;
      g_autofree char *xml = NULL;
      g_autoptr (GHashTable) texts = NULL;
      gint64 sign = g_test_rand_bit () ? 1 : -1;

      if (sign < 0)
        sheet->credits = g_strdup ("2020-0070");
      for (int n = g_test_rand_int_range (1, 8); n > 0; n--)
        {
          int rate = rates[g_test_rand_int_range (0, 3)];

          cvn_invoice_sheet_add_line (sheet, "Regel", sign * g_test_rand_int_range (0, 1000000), rate > 0 ? "taxed" : "zero", rate);
        }
      g_assert_true (cvn_invoice_sheet_work_out (sheet, NULL));
      xml = cvn_ubl_invoice_write (sheet, &error);
      g_assert_no_error (error);
      texts = read_xml (xml);
      assert_sums (texts, sign > 0 ? "Invoice" : "CreditNote", sign > 0 ? "InvoiceLine" : "CreditNoteLine");
    }
}

/* A text that was copied from elsewhere may hold what no reader of XML takes. */
static void
test_letters (void)
{
  g_autoptr (CvnXmlWriter) xml = cvn_xml_writer_new ();
  g_autofree char *text = NULL;

  cvn_xml_writer_open (xml, "a", NULL);
  cvn_xml_writer_add (xml, "b", NULL, NULL, "Caf\303\251\v1\001\357\277\277 & <\n\t€\177");
  cvn_xml_writer_close (xml);
  text = cvn_xml_writer_end (xml);
  g_assert_cmpstr (text, ==, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>\n  <b>Café 1   &amp; &lt;\n\t€&#x7f;</b>\n</a>\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/ubl-invoice/invoice", test_invoice);
  g_test_add_func ("/exchange/ubl-invoice/credit-note", test_credit_note);
  g_test_add_func ("/exchange/ubl-invoice/refuses", test_refuses);
  g_test_add_func ("/exchange/ubl-invoice/own-amounts", test_own_amounts);
  g_test_add_func ("/exchange/ubl-invoice/random", test_random);
  g_test_add_func ("/exchange/ubl-invoice/letters", test_letters);

  return g_test_run ();
}
