/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-data-quote"

#include "cvn-report-data-private.h"

#include "cvn-booking-rule.h"
#include "cvn-programme-words.h"
#include "cvn-report-words.h"
#include "cvn-rows.h"

/* The rate that is usual on the day of the quote; what is not taxed has none. */
static int
find_rate (CvnRecord  *programme,
           const char *date)
{
  CvnDate day;
  gint64  rate = 0;

  if (g_strcmp0 (cvn_record_get_text (programme, "vat_category"), "taxed") != 0 || !cvn_date_parse_iso (date, &day, NULL) ||
      !cvn_vat_find_rate (CVN_VAT_STANDARD, &day, &rate))
    return 0;
  return (int) rate;
}

/* What a pack consists of. */
static char *
dup_parts (const CvnGathering *self,
           CvnRecord          *programme,
           CvnLanguage         language,
           GError            **error)
{
  g_autoptr (GPtrArray) parts = cvn_rows_find (self->reader, "programme", "part_of", cvn_record_get_id (programme), error);
  g_autoptr (GString) names = g_string_new (NULL);

  if (parts == NULL)
    return NULL;
  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *name = cvn_gathering_dup_both (parts->pdata[i], "name", language);

      g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", name);
    }
  if (parts->len == 0)
    return g_strdup ("");
  return cvn_report_fill_in (cvn_programme_word (CVN_PROGRAMME_PACK_OF, language), names->str, (char *) NULL);
}

/* What it is, as the catalogue says it. */
static gboolean
add_note (const CvnGathering *self,
          CvnInvoiceSheet    *sheet,
          CvnRecord          *programme,
          GError            **error)
{
  g_autofree char *text = cvn_gathering_dup_both (programme, "description", sheet->language);
  g_autofree char *parts = dup_parts (self, programme, sheet->language, error);

  if (parts == NULL)
    return FALSE;
  if (*text != '\0' && *parts != '\0')
    sheet->note = g_strdup_printf ("%s\n%s", parts, text);
  else if (*text != '\0' || *parts != '\0')
    sheet->note = g_strdup (*parts != '\0' ? parts : text);
  return TRUE;
}

static gboolean
add_programme (const CvnGathering *self,
               CvnInvoiceSheet    *sheet,
               CvnRecord          *booking,
               GError            **error)
{
  g_autoptr (CvnRecord) programme = cvn_rows_get (self->reader, "programme", cvn_record_get_text (booking, "programme"), error);
  g_autofree char *name = programme != NULL ? cvn_gathering_dup_both (programme, "name", sheet->language) : NULL;
  const char      *category = programme != NULL ? cvn_record_get_text (programme, "vat_category") : NULL;

  if (programme == NULL || !add_note (self, sheet, programme, error))
    return FALSE;
  cvn_invoice_sheet_add_line (sheet, name, cvn_record_get_integer (booking, "net"), category != NULL ? category : "outside", find_rate (programme, sheet->date));
  return cvn_invoice_sheet_work_out (sheet, error);
}

static gboolean
add_contact (const CvnGathering *self,
             CvnInvoiceSheet    *sheet,
             CvnRecord          *booking,
             GError            **error)
{
  const char *id = cvn_record_get_text (booking, "contact");
  g_autoptr (CvnRecord) contact = id != NULL ? cvn_rows_get (self->reader, "contact", id, error) : NULL;

  if (contact != NULL)
    sheet->attention = g_strdup (cvn_record_get_text (contact, cvn_record_has (contact, "name") ? "name" : "role"));
  return id == NULL || contact != NULL;
}

/* What was not quoted yet is shown as it would be if it were today. */
static void
add_days (const CvnGathering *self,
          CvnInvoiceSheet    *sheet,
          CvnRecord          *booking)
{
  const char *quoted = cvn_record_get_text (booking, "quoted_on");
  const char *until = cvn_record_get_text (booking, "valid_until");
  CvnDate     day;

  sheet->is_draft = g_strcmp0 (cvn_record_get_text (booking, "status"), cvn_booking_state_get_code (CVN_BOOKING_REQUESTED)) == 0;
  sheet->date = g_strdup (quoted != NULL ? quoted : self->today);
  if (until != NULL)
    sheet->valid_until = g_strdup (until);
  else if (cvn_date_parse_iso (sheet->date, &day, NULL))
    {
      day = cvn_date_add_days (day, CVN_BOOKING_QUOTE_DAYS);
      sheet->valid_until = cvn_date_to_iso (&day);
    }
  /* An answer that came in time made it an agreement: it does not expire any more. */
  if (sheet->is_draft || g_strcmp0 (cvn_record_get_text (booking, "status"), cvn_booking_state_get_code (CVN_BOOKING_QUOTED)) == 0)
    sheet->today = g_strdup (self->today);
}

/** cvn_gather_quote: (transfer full): the quote of the booking that the record names. */
CvnInvoiceSheet *
cvn_gather_quote (const CvnGathering *self,
                  GError            **error)
{
  const CvnKind   *kind = cvn_kind_find ("booking");
  g_autofree char *id = cvn_reader_resolve (self->reader, kind, self->record, error);
  g_autoptr (CvnRecord) booking = id != NULL ? cvn_reader_get (self->reader, kind, id, error) : NULL;
  g_autoptr (CvnRecord) customer = booking != NULL ? cvn_rows_get (self->reader, "organisation", cvn_record_get_text (booking, "organisation"), error) : NULL;
  g_autoptr (CvnInvoiceSheet) sheet = cvn_invoice_sheet_new ();

  if (customer == NULL)
    return NULL;
  sheet->language = self->language;
  sheet->language_known = cvn_gathering_find_language (customer, &sheet->language);
  sheet->number = g_strdup (cvn_record_get_text (booking, "code"));
  sheet->planned_for = g_strdup (cvn_record_get_text (booking, "date"));
  sheet->participants = cvn_record_get_integer (booking, "participants");
  sheet->minutes = cvn_record_get_integer (booking, "minutes");
  cvn_gathering_fill_customer (&sheet->customer, customer, sheet->language);
  add_days (self, sheet, booking);
  if (!cvn_gathering_fill_sender (self, &sheet->sender, sheet->language, error) || !add_contact (self, sheet, booking, error) ||
      !add_programme (self, sheet, booking, error))
    return NULL;
  return g_steal_pointer (&sheet);
}
