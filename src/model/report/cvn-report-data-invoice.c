/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-data-invoice"

#include "cvn-report-data-private.h"

#include "cvn-error.h"
#include "cvn-report-words.h"
#include "cvn-rows.h"
#include "cvn-ubl-invoice.h"

#include <glib/gi18n-lib.h>

static char *
dup_field (CvnRecord  *record,
           const char *field)
{
  return g_strdup (cvn_record_get_text (record, field));
}

/* Fills in what the party does not say yet from a record that has some of these fields. */
static void
fill_party (CvnLetterParty *party,
            CvnRecord      *record)
{
  const struct
  {
    const char *field;
    char      **text;
  } fields[] = {
    { "address", &party->address },
    { "email", &party->email },
    { "phone", &party->phone },
    { "website", &party->website },
    { "iban", &party->iban },
    { "kvk", &party->kvk },
    { "vat_id", &party->vat_id },
    { "oin", &party->oin },
    { "peppol_scheme", &party->scheme },
    { "peppol_id", &party->endpoint },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (*fields[i].text == NULL && cvn_kind_find_field (cvn_record_get_kind (record), fields[i].field) >= 0)
      *fields[i].text = dup_field (record, fields[i].field);
}

/** cvn_gathering_fill_sender: what the centre is called in @language and where it is found. */
gboolean
cvn_gathering_fill_sender (const CvnGathering *self,
                           CvnLetterParty     *sender,
                           CvnLanguage         language,
                           GError            **error)
{
  g_autoptr (CvnRecord) centre = cvn_gathering_get_centre (self, error);
  g_autoptr (CvnRecord) organisation = NULL;
  const char *id;

  if (centre == NULL)
    return FALSE;
  sender->name = cvn_gathering_dup_both (centre, "name", language);
  fill_party (sender, centre);
  id = cvn_record_get_text (centre, "organisation");
  organisation = id != NULL ? cvn_reader_get (self->reader, cvn_kind_find ("organisation"), id, error) : NULL;
  if (organisation != NULL)
    fill_party (sender, organisation);
  return id == NULL || organisation != NULL;
}

/** cvn_gathering_fill_customer: the organisation that is written to, as it is called in @language. */
void
cvn_gathering_fill_customer (CvnLetterParty *customer,
                             CvnRecord      *organisation,
                             CvnLanguage     language)
{
  customer->name = cvn_gathering_dup_both (organisation, "name", language);
  fill_party (customer, organisation);
}

static CvnRecord *
get_customer (const CvnGathering *self,
              CvnRecord          *invoice,
              GError            **error)
{
  return cvn_reader_get (self->reader, cvn_kind_find ("organisation"), cvn_record_get_text (invoice, "organisation"), error);
}

static void
add_line (CvnInvoiceSheet *sheet,
          CvnRecord       *row)
{
  g_autofree char *text = cvn_gathering_dup_both (row, "text", sheet->language);
  g_autofree char *number = cvn_report_number (cvn_record_get_integer (row, "quantity"), sheet->language);
  const char      *unit = cvn_record_get_text (row, "unit");
  CvnInvoiceLine  *line = cvn_invoice_sheet_add_line (sheet, text, cvn_record_get_integer (row, "net"), cvn_record_get_text (row, "vat_category"),
                                                      (int) cvn_record_get_integer (row, "vat_rate"));

  line->price = cvn_record_get_integer (row, "unit_price");
  line->quantity = unit != NULL ? g_strdup_printf ("%s %s", number, unit) : g_strdup (number);
}

/* The rate, where the invoice says how much VAT it is but not at which rate: FALSE when it is at none, but at several. */
static gboolean
find_rate (CvnRecord *invoice,
           gint64    *rate)
{
  gint64  vat = cvn_record_get_integer (invoice, "vat");
  CvnDate day;

  *rate = cvn_record_get_integer (invoice, "vat_rate");
  return cvn_record_has (invoice, "vat_rate") || vat == 0 ||
         (cvn_date_parse_iso (cvn_record_get_text (invoice, "date"), &day, NULL) && cvn_vat_tell_rate (cvn_record_get_integer (invoice, "net"), vat, &day, rate));
}

/* An invoice that was taken over from another program has no lines: it is one itself. */
static void
add_only_line (CvnInvoiceSheet *sheet,
               CvnRecord       *invoice)
{
  const char      *category = cvn_record_get_text (invoice, "vat_category");
  gint64           rate;
  const char      *origin = cvn_record_get_text (invoice, "origin");
  g_autofree char *kind = cvn_report_choice ("invoice", "kind", cvn_record_get_text (invoice, "kind"), sheet->language);
  g_autofree char *text = origin != NULL ? g_strdup_printf ("%s (%s)", kind, origin) : g_strdup (kind);

  sheet->rate_unknown = !find_rate (invoice, &rate);
  if (category == NULL)
    category = rate > 0 || sheet->rate_unknown ? "taxed" : "outside";
  cvn_invoice_sheet_add_line (sheet, text, cvn_record_get_integer (invoice, "net"), category, (int) rate);
}

/* Of such an invoice the amounts are what it says, whatever was rounded how. */
static void
keep_amounts (CvnInvoiceSheet *sheet,
              CvnRecord       *invoice)
{
  CvnVatSum *sum = &g_array_index (sheet->vat, CvnVatSum, 0);

  sum->vat = cvn_record_get_integer (invoice, "vat");
  sheet->vat_total = sum->vat;
  sheet->total = cvn_record_get_integer (invoice, "total");
}

static gboolean
add_lines (const CvnGathering *self,
           CvnInvoiceSheet    *sheet,
           CvnRecord          *invoice,
           GError            **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("invoice_line"));
  g_autoptr (GPtrArray) rows = NULL;

  cvn_query_add_text (query, "invoice", CVN_MATCH_EQUAL, cvn_record_get_id (invoice));
  cvn_query_set_sort (query, "position", FALSE);
  rows = cvn_gathering_list (self, query, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    add_line (sheet, g_ptr_array_index (rows, i));
  if (rows->len == 0)
    add_only_line (sheet, invoice);
  if (!cvn_invoice_sheet_work_out (sheet, error))
    return FALSE;
  if (rows->len == 0)
    keep_amounts (sheet, invoice);
  return TRUE;
}

/* What became of it, as the list of invoices says it. */
static gboolean
add_account (const CvnGathering *self,
             CvnInvoiceSheet    *sheet,
             CvnRecord          *invoice,
             GError            **error)
{
  CvnFigureArguments arguments = { (int) g_ascii_strtoll (self->today, NULL, 10), self->today, cvn_record_get_id (invoice) };
  g_autoptr (CvnTable) account = cvn_reader_figure (self->reader, "invoices", &arguments, error);

  for (guint row = 0; account != NULL && row < cvn_table_get_n_rows (account); row++)
    {
      sheet->paid += cvn_table_get_integer (account, row, "received");
      sheet->credited += cvn_table_get_integer (account, row, "credited") + cvn_table_get_integer (account, row, "written_off");
    }
  /* One that only says that it was paid, with no day. */
  if (sheet->paid == 0 && g_strcmp0 (cvn_record_get_text (invoice, "status"), "paid") == 0)
    sheet->paid = sheet->total - sheet->credited;
  return account != NULL;
}

/* Which reminder it is. */
static gboolean
add_level (const CvnGathering *self,
           CvnInvoiceSheet    *sheet,
           CvnRecord          *invoice,
           GError            **error)
{
  g_autoptr (GPtrArray) reminders = cvn_rows_find (self->reader, "reminder", "invoice", cvn_record_get_id (invoice), error);

  sheet->level = 1;
  for (guint i = 0; reminders != NULL && i < reminders->len; i++)
    sheet->level = MAX (sheet->level, (int) cvn_record_get_integer (reminders->pdata[i], "level"));
  return reminders != NULL;
}

static gboolean
add_credited (const CvnGathering *self,
              CvnInvoiceSheet    *sheet,
              CvnRecord          *invoice,
              GError            **error)
{
  const char *id = cvn_record_get_text (invoice, "credits");
  g_autoptr (CvnRecord) credited = id != NULL ? cvn_reader_get (self->reader, cvn_kind_find ("invoice"), id, error) : NULL;

  if (credited != NULL)
    {
      sheet->credits = dup_field (credited, "number");
      sheet->credits_date = dup_field (credited, "date");
    }
  return id == NULL || credited != NULL;
}

/** cvn_gathering_find_language: the language that a record says letters are in; FALSE when it does not. */
gboolean
cvn_gathering_find_language (CvnRecord   *record,
                             CvnLanguage *language)
{
  const char *code = cvn_record_get_text (record, "language");

  if (code == NULL)
    return FALSE;
  *language = g_str_equal (code, "en") ? CVN_LANGUAGE_EN : CVN_LANGUAGE_NL;
  return TRUE;
}

/** cvn_gather_invoice: (transfer full): the invoice that the record names, or the reminder of it. */
CvnInvoiceSheet *
cvn_gather_invoice (const CvnGathering *self,
                    gboolean            reminder,
                    GError            **error)
{
  const CvnKind   *kind = cvn_kind_find ("invoice");
  g_autofree char *id = cvn_reader_resolve (self->reader, kind, self->record, error);
  g_autoptr (CvnRecord) invoice = id != NULL ? cvn_reader_get (self->reader, kind, id, error) : NULL;
  g_autoptr (CvnRecord) customer = invoice != NULL ? get_customer (self, invoice, error) : NULL;
  g_autoptr (CvnInvoiceSheet) sheet = cvn_invoice_sheet_new ();

  if (customer == NULL)
    return NULL;
  sheet->language = self->language;
  sheet->language_known = cvn_gathering_find_language (invoice, &sheet->language) || cvn_gathering_find_language (customer, &sheet->language);
  cvn_gathering_fill_customer (&sheet->customer, customer, sheet->language);
  sheet->number = cvn_record_has (invoice, "number") ? dup_field (invoice, "number") : g_strdup (cvn_report_word (CVN_WORD_DRAFT, sheet->language));
  sheet->is_draft = !cvn_record_has (invoice, "number");
  sheet->date = dup_field (invoice, "date");
  sheet->due_date = dup_field (invoice, "due_date");
  sheet->order_reference = dup_field (invoice, "order_reference");
  sheet->customer_reference = dup_field (invoice, "customer_reference");
  sheet->period = dup_field (invoice, "period");
  sheet->reference = dup_field (invoice, "reference");
  sheet->today = g_strdup (self->today);
  if (!cvn_gathering_fill_sender (self, &sheet->sender, sheet->language, error) || !add_credited (self, sheet, invoice, error) || !add_lines (self, sheet, invoice, error) ||
      !add_account (self, sheet, invoice, error) || (reminder && !add_level (self, sheet, invoice, error)))
    return NULL;
  return g_steal_pointer (&sheet);
}

/**
 * cvn_report_data_dup_xml:
 * @error: what is missing for it, in a sentence
 *
 * Returns: (transfer full) (nullable): an invoice or a credit note as an e-invoice
 */
char *
cvn_report_data_dup_xml (const CvnReportData *self,
                         GError             **error)
{
  if (self->name == CVN_REPORT_INVOICE)
    return cvn_ubl_invoice_write (self->invoice, error);
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, _("Only an invoice can be written as an e-invoice."));
  return NULL;
}
