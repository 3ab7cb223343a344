/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-make-invoice"

#include "cvn-operations.h"

#include "cvn-error.h"
#include "cvn-kind-check.h"
#include "cvn-operation-private.h"
#include "cvn-rows.h"
#include "cvn-ulid.h"
#include "cvn-vat.h"

#include <glib/gi18n-lib.h>

#define USUAL_TERM 30

typedef struct
{
  CvnRecord *invoice;
  char      *kind; /* of the sources */
  GStrv      sources;
} MakeInvoice;

static void
free_data (gpointer data)
{
  MakeInvoice *self = data;

  g_object_unref (self->invoice);
  g_free (self->kind);
  g_strfreev (self->sources);
  g_free (self);
}

static void
set_vat (CvnRecord  *line,
         const char *category,
         gint64      rate)
{
  cvn_record_set_text (line, "vat_category", category != NULL ? category : "outside");
  cvn_record_set_integer (line, "vat_rate", g_strcmp0 (category, "taxed") == 0 ? rate : 0);
}

static void
set_texts (CvnRecord *line,
           char      *nl,
           char      *en)
{
  cvn_record_set_text (line, "text_nl", nl);
  cvn_record_set_text (line, "text_en", en);
  g_free (nl);
  g_free (en);
}

/* The rate that is usual on the day of the invoice. */
static gint64
find_rate (CvnRecord *invoice)
{
  CvnDate day = cvn_rows_get_date (invoice, "date");
  gint64  rate = 0;

  return cvn_vat_find_rate (CVN_VAT_STANDARD, &day, &rate) ? rate : 0;
}

/* What stands on the invoice is in the customer's language, not in that of the interface. */
static gboolean
fill_instalment (CvnReader *reader,
                 CvnRecord *invoice,
                 CvnRecord *line,
                 CvnRecord *source,
                 GError   **error)
{
  g_autoptr (CvnRecord) commitment = cvn_rows_get (reader, "commitment", cvn_record_get_text (source, "commitment"), error);
  int year, number;

  if (commitment == NULL)
    return FALSE;
  year = (int) cvn_record_get_integer (commitment, "year");
  number = (int) cvn_record_get_integer (source, "number");
  set_texts (line, g_strdup_printf ("Bijdrage %d, termijn %d", year, number), g_strdup_printf ("Contribution %d, instalment %d", year, number));
  set_vat (line, cvn_record_get_text (commitment, "vat_category"), find_rate (invoice));
  cvn_record_set_integer (line, "unit_price", cvn_record_get_integer (source, "amount"));
  return TRUE;
}

static gboolean
fill_booking (CvnReader *reader,
              CvnRecord *invoice,
              CvnRecord *line,
              CvnRecord *source,
              GError   **error)
{
  g_autoptr (CvnRecord) programme = cvn_rows_get (reader, "programme", cvn_record_get_text (source, "programme"), error);

  if (programme == NULL)
    return FALSE;
  set_texts (line, cvn_reader_dup_record_title (reader, programme, CVN_LANGUAGE_NL), cvn_reader_dup_record_title (reader, programme, CVN_LANGUAGE_EN));
  set_vat (line, cvn_record_get_text (programme, "vat_category"), find_rate (invoice));
  cvn_record_set_integer (line, "unit_price", cvn_record_get_integer (source, "net"));
  return TRUE;
}

static gboolean
fill_package (CvnReader *reader,
              CvnRecord *invoice,
              CvnRecord *line,
              CvnRecord *source,
              GError   **error)
{
  int         year = (int) cvn_record_get_integer (source, "year");
  const char *package = cvn_record_get_text (source, "package");

  set_texts (line, g_strdup_printf ("Partnerpakket %s %d", package, year), g_strdup_printf ("Partner package %s %d", package, year));
  set_vat (line, cvn_record_get_text (source, "vat_category"),
           cvn_record_has (source, "vat_rate") ? cvn_record_get_integer (source, "vat_rate") : find_rate (invoice));
  cvn_record_set_integer (line, "unit_price", cvn_record_get_integer (source, "price"));
  return TRUE;
}

static const struct
{
  const char *kind;
  const char *invoice_kind;
  gboolean (*fill) (CvnReader *reader, CvnRecord *invoice, CvnRecord *line, CvnRecord *source, GError **error);
} source_kinds[] = {
  { "instalment", "contribution", fill_instalment },
  { "booking", "programme", fill_booking },
  { "partner_package", "partner_package", fill_package },
};

static guint
find_source_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (source_kinds); i++)
    if (g_str_equal (source_kinds[i].kind, kind))
      return i;
  g_return_val_if_reached (0);
}

/* One customer, and nothing twice. */
static gboolean
check_source (CvnRecord *invoice,
              CvnRecord *source,
              GError   **error)
{
  const char *customer = cvn_record_get_text (source, "organisation");

  if (cvn_record_has (source, "invoice"))
    return cvn_check_fail (error, "invoice", _("This has been invoiced already."));
  if (cvn_kind_find_field (cvn_record_get_kind (source), "paid_on") >= 0 && cvn_record_has (source, "paid_on"))
    return cvn_check_fail (error, "paid_on", _("This has been paid already."));
  if (!cvn_record_has (invoice, "organisation"))
    cvn_record_set_text (invoice, "organisation", customer);
  return g_strcmp0 (cvn_record_get_text (invoice, "organisation"), customer) == 0 ||
         cvn_check_fail (error, "organisation", _("An invoice goes to one organisation: these are of several."));
}

static gboolean
add_line (const MakeInvoice *self,
          CvnWriter         *writer,
          CvnRecord         *invoice,
          guint              i,
          GPtrArray         *lines,
          GPtrArray         *sources,
          GError           **error)
{
  CvnReader *reader = cvn_writer_get_reader (writer);
  CvnRecord *source = cvn_rows_get (reader, self->kind, self->sources[i], error);
  CvnRecord *line = cvn_record_new (cvn_kind_find ("invoice_line"));

  g_ptr_array_add (lines, line);
  if (source == NULL)
    return FALSE;
  g_ptr_array_add (sources, source);
  if (!check_source (invoice, source, error) ||
      !source_kinds[find_source_kind (self->kind)].fill (reader, invoice, line, source, error))
    return FALSE;
  cvn_record_set_text (line, "invoice", cvn_record_get_id (invoice));
  cvn_record_set_integer (line, "position", i + 1);
  cvn_record_set_integer (line, "quantity", 1);
  cvn_record_set_integer (line, "net", cvn_record_get_integer (line, "unit_price"));
  /* An instalment says itself which invoice it is on; once that is credited it may be planned away, so no line holds it. */
  if (!g_str_equal (self->kind, "instalment"))
    cvn_record_set_text (line, self->kind, self->sources[i]);
  if (self->sources[1] == NULL)
    cvn_record_set_text (invoice, "origin", cvn_record_get_text (source, "code"));
  cvn_record_set_text (source, "invoice", cvn_record_get_id (invoice));
  return TRUE;
}

static gboolean
set_totals (CvnRecord *invoice,
            GPtrArray *lines,
            GError   **error)
{
  g_autoptr (GArray) vat_lines = g_array_new (FALSE, FALSE, sizeof (CvnVatLine));
  g_autoptr (GArray) sums = NULL;
  CvnVatTotals totals;

  for (guint i = 0; i < lines->len; i++)
    {
      CvnVatLine line = { CVN_VAT_OUTSIDE, cvn_record_get_integer (lines->pdata[i], "vat_rate"), cvn_record_get_integer (lines->pdata[i], "net") };

      if (!cvn_vat_from_code (cvn_record_get_text (lines->pdata[i], "vat_category"), &line.category, error))
        return FALSE;
      g_array_append_val (vat_lines, line);
    }
  sums = cvn_vat_summarise ((const CvnVatLine *) (gpointer) vat_lines->data, vat_lines->len, &totals, error);
  if (sums == NULL)
    return FALSE;
  cvn_record_set_integer (invoice, "net", totals.net);
  cvn_record_set_integer (invoice, "vat", totals.vat);
  cvn_record_set_integer (invoice, "total", totals.total);
  if (sums->len != 1)
    return TRUE;
  cvn_record_set_text (invoice, "vat_category", cvn_vat_get_code (g_array_index (sums, CvnVatSum, 0).category));
  cvn_record_set_integer (invoice, "vat_rate", g_array_index (sums, CvnVatSum, 0).rate);
  return TRUE;
}

static gboolean
set_series (CvnReader *reader,
            CvnRecord *invoice,
            GError   **error)
{
  g_autoptr (GPtrArray) series = NULL;

  if (cvn_record_has (invoice, "series"))
    return TRUE;
  series = cvn_rows_find (reader, "invoice_series", "kind", cvn_record_get_text (invoice, "kind"), error);
  if (series != NULL && series->len > 0)
    cvn_record_set_text (invoice, "series", cvn_record_get_id (series->pdata[0]));
  return series != NULL;
}

static gboolean
set_defaults (const MakeInvoice *self,
              CvnRecord         *invoice,
              GError           **error)
{
  CvnDate date;
  gint64  days = cvn_record_has (invoice, "terms_days") ? cvn_record_get_integer (invoice, "terms_days") : USUAL_TERM;

  if (!cvn_rows_parse_day (cvn_record_get_text (invoice, "date"), "date", &date, error))
    return FALSE;
  date = cvn_date_add_days (date, (int) CLAMP (days, 0, 365));
  cvn_record_set_integer (invoice, "terms_days", days);
  if (!cvn_record_has (invoice, "due_date"))
    cvn_rows_set_date (invoice, "due_date", &date);
  cvn_record_set_text (invoice, "kind", source_kinds[find_source_kind (self->kind)].invoice_kind);
  cvn_record_set_text (invoice, "status", "draft");
  cvn_record_unset (invoice, "number");
  cvn_record_unset (invoice, "sent_on");
  return TRUE;
}

/* Who gets it reads it: Dutch when it did not say which language it wants. */
static gboolean
set_language (CvnReader *reader,
              CvnRecord *invoice,
              GError   **error)
{
  g_autoptr (CvnRecord) customer = NULL;

  if (cvn_record_has (invoice, "language"))
    return TRUE;
  customer = cvn_rows_get (reader, "organisation", cvn_record_get_text (invoice, "organisation"), error);
  if (customer == NULL)
    return FALSE;
  cvn_record_set_text (invoice, "language", cvn_record_has (customer, "language") ? cvn_record_get_text (customer, "language") : "nl");
  return TRUE;
}

static gboolean
write_invoice (CvnWriter    *writer,
               gconstpointer data,
               GError      **error)
{
  const MakeInvoice *self = data;
  g_autoptr (CvnRecord) invoice = cvn_record_copy (self->invoice);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);

  if (!set_defaults (self, invoice, error) || !set_series (cvn_writer_get_reader (writer), invoice, error))
    return FALSE;
  for (guint i = 0; self->sources[i] != NULL; i++)
    if (!add_line (self, writer, invoice, i, lines, sources, error))
      return FALSE;
  if (!set_language (cvn_writer_get_reader (writer), invoice, error) || !set_totals (invoice, lines, error) || !cvn_writer_put (writer, invoice, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    if (!cvn_writer_put (writer, sources->pdata[i], error) || !cvn_writer_put (writer, lines->pdata[i], error))
      return FALSE;
  return TRUE;
}

/**
 * cvn_make_invoice_new:
 * @invoice: a new invoice: date, and if wanted due_date, terms_days, language, customer_reference, order_reference, period, series, note
 * @source_kind: "instalment", "booking" or "partner_package"
 * @sources: (array zero-terminated=1): ids, at least one
 *
 * Makes a draft with a line for each source, which refers to it from then on. Refused at "organisation" when the sources are
 * of several, at "invoice" or "paid_on" when one was invoiced or paid.
 *
 * Returns: (transfer full): the operation; its id is that of the invoice
 */
CvnOperation *
cvn_make_invoice_new (CvnRecord         *invoice,
                      const char        *source_kind,
                      const char *const *sources)
{
  static const CvnOperationClass klass = { CVN_ACTION_ADD, "invoice", write_invoice, NULL, free_data };
  g_autofree char               *id = cvn_ulid_new ();
  MakeInvoice                   *self = g_new0 (MakeInvoice, 1);

  self->invoice = cvn_record_copy (invoice);
  cvn_record_set_id (self->invoice, id);
  self->kind = g_strdup (source_kind);
  self->sources = g_strdupv ((GStrv) (gpointer) sources);
  return cvn_operation_new (&klass, self, id);
}
