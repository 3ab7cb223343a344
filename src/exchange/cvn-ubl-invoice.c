/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-ubl-invoice"

#include "cvn-ubl-invoice.h"

#include "cvn-error.h"
#include "cvn-iban.h"
#include "cvn-identifier.h"
#include "cvn-ubl-party.h"
#include "cvn-xml-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* EN 16931 as the Netherlands use it: the NLCIUS, in UBL 2.1. Rules are called by their names there, such as BR-O-2. */
#define CUSTOMIZATION "urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0"
#define PROFILE       "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
#define NAMESPACES                                                                          \
  " xmlns:cac=\"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2\"" \
  " xmlns:cbc=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\""

/* What differs between the two documents. */
typedef struct
{
  const char *root;
  const char *attributes;
  const char *type_name;
  const char *type_code; /* of UNCL 1001 */
  const char *line;
  const char *quantity;
  gint64      sign; /* a credit note says what is taken back as an amount above zero */
} Document;

static const Document documents[] = {
  { "Invoice", "xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"" NAMESPACES, "cbc:InvoiceTypeCode", "380", "cac:InvoiceLine", "cbc:InvoicedQuantity", 1 },
  { "CreditNote", "xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2\"" NAMESPACES, "cbc:CreditNoteTypeCode", "381", "cac:CreditNoteLine", "cbc:CreditedQuantity", -1 },
};

/* The codes of UNCL 5305, and why no VAT is asked where a reason must be given. */
static const struct
{
  const char *code;
  gboolean    has_rate;
  const char *reason_code; /* of VATEX */
  const char *reason[2];   /* by CvnLanguage: not in the language of the interface */
} categories[CVN_VAT_N_CATEGORIES] = {
  [CVN_VAT_TAXED] = { "S", TRUE, NULL, { NULL, NULL } },
  [CVN_VAT_ZERO] = { "Z", TRUE, NULL, { NULL, NULL } },
  [CVN_VAT_EXEMPT] = { "E", TRUE, NULL, { [CVN_LANGUAGE_EN] = "Exempt from VAT", [CVN_LANGUAGE_NL] = "Vrijgesteld van btw" } },
  [CVN_VAT_OUTSIDE] = { "O", FALSE, "VATEX-EU-O", { [CVN_LANGUAGE_EN] = "Not subject to VAT", [CVN_LANGUAGE_NL] = "Niet onderworpen aan btw" } },
  [CVN_VAT_REVERSE] = { "AE", TRUE, "VATEX-EU-AE", { [CVN_LANGUAGE_EN] = "Reverse charge", [CVN_LANGUAGE_NL] = "Btw verlegd" } },
};

static gboolean
refuse (GError    **error,
        const char *message)
{
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, message);
  return FALSE;
}

static const CvnVatSum *
get_sum (const CvnInvoiceSheet *sheet,
         guint                  i)
{
  return &g_array_index (sheet->vat, CvnVatSum, i);
}

static gboolean
has_category (const CvnInvoiceSheet *sheet,
              CvnVatCategory         category)
{
  for (guint i = 0; i < sheet->vat->len; i++)
    if (get_sum (sheet, i)->category == category)
      return TRUE;
  return FALSE;
}

/* BR-O-11: what is outside the scope stands alone; BR-S-2 and its like: otherwise the seller has a VAT number, and BR-AE-2 the buyer. */
static gboolean
check_vat (const CvnInvoiceSheet *sheet,
           GError               **error)
{
  if (has_category (sheet, CVN_VAT_OUTSIDE))
    return sheet->vat->len == 1 ||
           refuse (error, _("An e-invoice cannot hold lines outside the scope of VAT beside others: make an invoice of each."));
  if (sheet->sender.vat_id == NULL)
    return refuse (error, _("An e-invoice needs the VAT number of the centre: fill it in with the centre."));
  return !has_category (sheet, CVN_VAT_REVERSE) || sheet->customer.vat_id != NULL ||
         refuse (error, _("The VAT is shifted to the customer, so an e-invoice needs the VAT number of the customer: fill it in with the partner."));
}

/* BR-CO-13 to 15 and what goes with each category: an invoice that was taken over says amounts of its own, which may be of several rates. */
static gboolean
check_sums (const CvnInvoiceSheet *sheet,
            GError               **error)
{
  gint64   net = 0;
  gint64   vat = 0;
  gboolean right = !sheet->rate_unknown;

  for (guint i = 0; i < sheet->vat->len; i++)
    {
      const CvnVatSum *sum = get_sum (sheet, i);

      right = right && cvn_vat_sum_is_right (sum);
      net += sum->net;
      vat += sum->vat;
    }
  return (right && net == sheet->net && vat == sheet->vat_total && net + vat == sheet->total) ||
         refuse (error, _("The VAT of this invoice is not that of one rate, and its lines are not known, so no e-invoice can be made of it. Send it as a PDF instead."));
}

static gboolean
check (const CvnInvoiceSheet *sheet,
       GError               **error)
{
  if (sheet->is_draft)
    return refuse (error, _("A draft has no number yet: send the invoice first."));
  /* First what nobody can fill in. */
  if (!check_sums (sheet, error))
    return FALSE;
  if (sheet->credits == NULL && sheet->total < 0)
    return refuse (error, _("An e-invoice cannot come to less than nothing: make a credit note."));
  if (sheet->credits == NULL && sheet->sender.iban == NULL)
    return refuse (error, _("An e-invoice needs the account that is paid to: fill in the IBAN of the centre."));
  return check_vat (sheet, error);
}

static void
add_amount (CvnXmlWriter *xml,
            const char   *name,
            gint64        cents)
{
  g_autofree char *text = g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02" G_GINT64_FORMAT, cents < 0 ? "-" : "", ABS (cents) / 100, ABS (cents) % 100);

  cvn_xml_writer_add (xml, name, "currencyID", "EUR", text);
}

static void
add_category (CvnXmlWriter          *xml,
              const char            *name,
              CvnVatCategory         category,
              gint64                 rate,
              const CvnInvoiceSheet *reasoning) /* NULL: without a reason */
{
  const char *reason = reasoning != NULL ? categories[category].reason[reasoning->language] : NULL;

  cvn_xml_writer_open (xml, name, NULL);
  cvn_xml_writer_add (xml, "cbc:ID", NULL, NULL, categories[category].code);
  if (categories[category].has_rate)
    {
      g_autofree char *percent = g_strdup_printf ("%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT, rate / 10, rate % 10);

      cvn_xml_writer_add (xml, "cbc:Percent", NULL, NULL, percent);
    }
  if (reason != NULL)
    {
      cvn_xml_writer_add (xml, "cbc:TaxExemptionReasonCode", NULL, NULL, categories[category].reason_code);
      cvn_xml_writer_add (xml, "cbc:TaxExemptionReason", NULL, NULL, reason);
    }
  cvn_xml_writer_open (xml, "cac:TaxScheme", NULL);
  cvn_xml_writer_add (xml, "cbc:ID", NULL, NULL, "VAT");
  cvn_xml_writer_close (xml);
  cvn_xml_writer_close (xml);
}

static void
add_head (CvnXmlWriter          *xml,
          const Document        *document,
          const CvnInvoiceSheet *sheet)
{
  cvn_xml_writer_add (xml, "cbc:CustomizationID", NULL, NULL, CUSTOMIZATION);
  cvn_xml_writer_add (xml, "cbc:ProfileID", NULL, NULL, PROFILE);
  cvn_xml_writer_add (xml, "cbc:ID", NULL, NULL, sheet->number);
  cvn_xml_writer_add (xml, "cbc:IssueDate", NULL, NULL, sheet->date);
  if (document->sign > 0)
    cvn_xml_writer_add (xml, "cbc:DueDate", NULL, NULL, sheet->due_date);
  cvn_xml_writer_add (xml, document->type_name, NULL, NULL, document->type_code);
  cvn_xml_writer_add (xml, "cbc:Note", NULL, NULL, sheet->period);
  cvn_xml_writer_add (xml, "cbc:DocumentCurrencyCode", NULL, NULL, "EUR");
  cvn_xml_writer_add (xml, "cbc:BuyerReference", NULL, NULL, sheet->customer_reference);
}

static void
add_references (CvnXmlWriter          *xml,
                const CvnInvoiceSheet *sheet)
{
  if (sheet->order_reference != NULL)
    {
      cvn_xml_writer_open (xml, "cac:OrderReference", NULL);
      cvn_xml_writer_add (xml, "cbc:ID", NULL, NULL, sheet->order_reference);
      cvn_xml_writer_close (xml);
    }
  if (sheet->credits == NULL)
    return;
  cvn_xml_writer_open (xml, "cac:BillingReference", NULL);
  cvn_xml_writer_open (xml, "cac:InvoiceDocumentReference", NULL);
  cvn_xml_writer_add (xml, "cbc:ID", NULL, NULL, sheet->credits);
  cvn_xml_writer_add (xml, "cbc:IssueDate", NULL, NULL, sheet->credits_date);
  cvn_xml_writer_close (xml);
  cvn_xml_writer_close (xml);
}

/* By a SEPA credit transfer: 58 of UNCL 4461. */
static void
add_payment_means (CvnXmlWriter          *xml,
                   const CvnInvoiceSheet *sheet)
{
  g_autofree char *iban = sheet->sender.iban != NULL ? cvn_iban_normalise (sheet->sender.iban) : NULL;
  g_autofree char *reference = sheet->reference != NULL ? cvn_identifier_normalise (sheet->reference) : NULL;

  if (iban == NULL)
    return;
  cvn_xml_writer_open (xml, "cac:PaymentMeans", NULL);
  cvn_xml_writer_add (xml, "cbc:PaymentMeansCode", NULL, NULL, "58");
  cvn_xml_writer_add (xml, "cbc:PaymentID", NULL, NULL, reference);
  cvn_xml_writer_open (xml, "cac:PayeeFinancialAccount", NULL);
  cvn_xml_writer_add (xml, "cbc:ID", NULL, NULL, iban);
  cvn_xml_writer_close (xml);
  cvn_xml_writer_close (xml);
}

static void
add_totals (CvnXmlWriter          *xml,
            const Document        *document,
            const CvnInvoiceSheet *sheet)
{
  cvn_xml_writer_open (xml, "cac:TaxTotal", NULL);
  add_amount (xml, "cbc:TaxAmount", document->sign * sheet->vat_total);
  for (guint i = 0; i < sheet->vat->len; i++)
    {
      const CvnVatSum *sum = get_sum (sheet, i);

      cvn_xml_writer_open (xml, "cac:TaxSubtotal", NULL);
      add_amount (xml, "cbc:TaxableAmount", document->sign * sum->net);
      add_amount (xml, "cbc:TaxAmount", document->sign * sum->vat);
      add_category (xml, "cac:TaxCategory", sum->category, sum->rate, sheet);
      cvn_xml_writer_close (xml);
    }
  cvn_xml_writer_close (xml);
  cvn_xml_writer_open (xml, "cac:LegalMonetaryTotal", NULL);
  add_amount (xml, "cbc:LineExtensionAmount", document->sign * sheet->net);
  add_amount (xml, "cbc:TaxExclusiveAmount", document->sign * sheet->net);
  add_amount (xml, "cbc:TaxInclusiveAmount", document->sign * sheet->total);
  add_amount (xml, "cbc:PayableAmount", document->sign * sheet->total);
  cvn_xml_writer_close (xml);
}

/* One piece for the amount of the line; how much of what it is stands with it in words. BR-27: a price is not below zero. */
static gboolean
add_line (CvnXmlWriter         *xml,
          const Document       *document,
          guint                 number,
          const CvnInvoiceLine *line,
          GError              **error)
{
  gint64           net = document->sign * line->net;
  g_autofree char *id = g_strdup_printf ("%u", number);
  CvnVatCategory   category;

  if (!cvn_vat_from_code (line->vat_category, &category, error))
    return FALSE;
  cvn_xml_writer_open (xml, document->line, NULL);
  cvn_xml_writer_add (xml, "cbc:ID", NULL, NULL, id);
  cvn_xml_writer_add (xml, document->quantity, "unitCode", "C62", net < 0 ? "-1" : "1");
  add_amount (xml, "cbc:LineExtensionAmount", net);
  cvn_xml_writer_open (xml, "cac:Item", NULL);
  cvn_xml_writer_add (xml, "cbc:Description", NULL, NULL, line->quantity);
  cvn_xml_writer_add (xml, "cbc:Name", NULL, NULL, line->text);
  add_category (xml, "cac:ClassifiedTaxCategory", category, line->vat_rate, NULL);
  cvn_xml_writer_close (xml);
  cvn_xml_writer_open (xml, "cac:Price", NULL);
  add_amount (xml, "cbc:PriceAmount", ABS (net));
  cvn_xml_writer_close (xml);
  cvn_xml_writer_close (xml);
  return TRUE;
}

static gboolean
add_lines (CvnXmlWriter          *xml,
           const Document        *document,
           const CvnInvoiceSheet *sheet,
           GError               **error)
{
  for (guint i = 0; i < sheet->lines->len; i++)
    if (!add_line (xml, document, i + 1, g_ptr_array_index (sheet->lines, i), error))
      return FALSE;
  return TRUE;
}

/**
 * cvn_ubl_invoice_write:
 * @sheet: an invoice or a credit note, worked out
 * @error: %CVN_ERROR_INVALID with what is missing, in a sentence
 *
 * The invoice as UBL 2.1 by the NLCIUS, for the program of the customer. Any thread.
 *
 * Returns: (transfer full) (nullable): the XML
 */
char *
cvn_ubl_invoice_write (const CvnInvoiceSheet *sheet,
                       GError               **error)
{
  const Document *document = &documents[sheet->credits != NULL ? 1 : 0];
  gboolean        taxed = !has_category (sheet, CVN_VAT_OUTSIDE);
  g_autoptr (CvnXmlWriter) xml = cvn_xml_writer_new ();

  if (!check (sheet, error))
    return NULL;
  cvn_xml_writer_open (xml, document->root, document->attributes);
  add_head (xml, document, sheet);
  add_references (xml, sheet);
  /* BR-O-2: no VAT numbers where nothing is subject to VAT. */
  if (!cvn_ubl_party_write (xml, "cac:AccountingSupplierParty", &sheet->sender, taxed, error) ||
      !cvn_ubl_party_write (xml, "cac:AccountingCustomerParty", &sheet->customer, taxed, error))
    return NULL;
  add_payment_means (xml, sheet);
  add_totals (xml, document, sheet);
  if (!add_lines (xml, document, sheet, error))
    return NULL;
  cvn_xml_writer_close (xml);
  return cvn_xml_writer_end (xml);
}
