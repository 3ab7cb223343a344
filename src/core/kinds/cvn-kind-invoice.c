/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-invoice"

#include "cvn-kinds.h"

#include "cvn-error.h"
#include "cvn-kind-check.h"
#include "cvn-kind-choices.h"
#include "cvn-payment-reference.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "number", N_("Invoice number"), "factuurnummer", CVN_FIELD_TEXT, CVN_FIELD_KEY | CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, CVN_FORMAT_CODE, .hint = N_("Given when it is sent; a draft has none") },
  { "kind", N_("Kind"), "soort", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = cvn_choices_invoice_kind },
  { "origin", N_("Origin"), "herkomst", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .hint = N_("Code of the instalment, package or booking that it is for") },
  { "organisation", N_("Organisation"), "org_id|organisatie", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "organisation" },
  { "date", N_("Invoice date"), "factuurdatum", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST },
  { "due_date", N_("Due date"), "vervaldatum", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST },
  { "net", N_("Amount without VAT"), "excl_cent|bedrag_excl_cent|excl|bedrag_excl", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_SUM },
  { "vat_category", N_("VAT category"), "btw_categorie", CVN_FIELD_CHOICE, .choices = cvn_choices_vat },
  { "vat_rate", N_("VAT rate per mille"), "btw_tarief_pm", CVN_FIELD_INTEGER, .min = 0, .max = 1000, .hint = N_("210 for 21 %") },
  { "vat", N_("VAT"), "btw_cent|btw", CVN_FIELD_MONEY, CVN_FIELD_SUM },
  { "total", N_("Amount with VAT"), "incl_cent|bedrag_incl_cent|incl|bedrag_incl", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_LIST | CVN_FIELD_SUM },
  { "reference", N_("Payment reference"), "kenmerk|betalingskenmerk|rf_kenmerk", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .hint = N_("Sixteen digits, or RF and what follows") },
  { "status", N_("Status"), "status", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = cvn_choices_payment },
  { "paid_on", N_("Paid on"), "betaald_op", CVN_FIELD_DATE },
  { "credits", N_("Credits"), "crediteert", CVN_FIELD_REFERENCE, .refers_to = "invoice", .hint = N_("The invoice that this credit note takes back") },
  { "order_reference", N_("Order number"), "inkoopordernummer|bestelnummer", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, .hint = N_("What the customer wants to see on the invoice") },
  { "customer_reference", N_("Customer’s reference"), "klantkenmerk|uw_kenmerk", CVN_FIELD_TEXT, CVN_FIELD_SEARCH },
  { "period", N_("Period"), "periode", CVN_FIELD_TEXT, .hint = N_("What it is for, in words of the customer’s language") },
  { "language", N_("Language"), "taal", CVN_FIELD_CHOICE, .choices = cvn_choices_language },
  { "series", N_("Number series"), "factuurreeks|reeks", CVN_FIELD_REFERENCE, .refers_to = "invoice_series" },
  { "terms_days", N_("Days to pay"), "betaaltermijn_dagen", CVN_FIELD_INTEGER, .min = 0, .max = 365 },
  { "sent_on", N_("Sent on"), "verzonden_op", CVN_FIELD_DATE, .hint = N_("From then on it cannot be changed") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

/* Imported files know no drafts without a number; what was sent has one. */
static gboolean
check_number (CvnRecord *record,
              GError   **error)
{
  if (cvn_record_has (record, "number") || g_strcmp0 (cvn_record_get_text (record, "status"), "draft") == 0)
    return TRUE;
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_REQUIRED, _("Fill in the number. Only a draft has none."));
  cvn_error_set_field (error, "number");
  return FALSE;
}

/* What may still happen to an invoice that has left the house: it is paid, credited or written off, and notes are made. */
static gboolean
is_open_for_ever (const char *field)
{
  static const char *const names[] = { "status", "paid_on", "note", "source", NULL };

  return g_strv_contains (names, field);
}

/* Invariant 8 of the data model: a sent invoice is immutable, and its number is never used again. */
static gboolean
may_change (CvnRecord *before,
            CvnRecord *after,
            GError   **error)
{
  const CvnKind *kind = cvn_record_get_kind (before);
  const char    *field = after == NULL ? "sent_on" : NULL;

  if (!cvn_record_has (before, "sent_on"))
    return TRUE;
  for (guint i = 0; after != NULL && i < kind->n_fields && field == NULL; i++)
    if (!is_open_for_ever (kind->fields[i].name) &&
        !cvn_value_equal (cvn_record_get_value (before, i), cvn_record_get_value (after, i)))
      field = kind->fields[i].name;
  if (field == NULL)
    return TRUE;
  if (cvn_record_has (before, "credits"))
    {
      g_set_error (error, CVN_ERROR, CVN_ERROR_FINAL, _("Credit note %s has been sent and cannot be changed any more: make a new invoice."),
                   cvn_record_get_text (before, "number"));
      cvn_error_set_field (error, field);
      return FALSE;
    }
  g_set_error (error, CVN_ERROR, CVN_ERROR_FINAL, _("Invoice %s has been sent and cannot be changed any more: make a credit note."),
               cvn_record_get_text (before, "number"));
  cvn_error_set_field (error, field);
  cvn_error_set_record (error, cvn_record_get_id (before));
  return FALSE;
}

static gboolean
check_reference (CvnRecord *record,
                 GError   **error)
{
  const char *reference = cvn_record_get_text (record, "reference");

  if (reference == NULL || cvn_payment_reference_check (reference, error))
    return TRUE;
  cvn_error_set_field (error, "reference");
  return FALSE;
}

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return check_number (record, error) && check_reference (record, error) &&
         cvn_check_order (record, "date", "due_date", _("The due date must not lie before the invoice date."), error) &&
         cvn_check_vat (record, "net", "vat_rate", "vat", error) &&
         cvn_check_total (record, "net", "vat", "total", error);
}

const CvnKind cvn_kind_invoice = {
  .name = "invoice",
  .label = N_("Invoice"),
  .label_plural = N_("Invoices"),
  .label_add = N_("Add Invoice"),
  .icon = "x-office-document-symbolic",
  .files = "facturen|invoices",
  .area = CVN_AREA_CONVENANT,
  .sort = "-date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
  .may_change = may_change,
};
