/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-booking"

#include "cvn-kinds.h"

#include "cvn-booking-rule.h"
#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnChoice statuses[] = {
  { "requested", N_("Requested"), "aangevraagd" },
  { "quoted", N_("Quoted"), "geoffreerd|offerte" },
  { "booked", N_("Confirmed"), "geboekt|bevestigd" },
  { "delivered", N_("Delivered"), "uitgevoerd" },
  { "cancelled", N_("Cancelled"), "geannuleerd" },
  { NULL },
};

static const CvnField fields[] = {
  { "code", N_("Code"), "boeking_id", CVN_FIELD_TEXT, CVN_FIELD_KEY, CVN_FORMAT_CODE },
  { "organisation", N_("Organisation"), "org_id|organisatie", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "organisation" },
  { "programme", N_("Programme"), "programma_id|programma", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "programme" },
  { "date", N_("Date"), "datum", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST },
  { "participants", N_("Participants"), "deelnemers", CVN_FIELD_INTEGER, CVN_FIELD_LIST | CVN_FIELD_SUM, .min = 0, .max = 1000000 },
  { "net", N_("Amount without VAT"), "bedrag_excl_cent|bedrag_excl", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_LIST | CVN_FIELD_SUM },
  { "vat", N_("VAT"), "btw_cent|btw", CVN_FIELD_MONEY, CVN_FIELD_SUM },
  { "total", N_("Amount with VAT"), "bedrag_incl_cent|bedrag_incl", CVN_FIELD_MONEY, CVN_FIELD_SUM },
  { "status", N_("Status"), "status", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .choices = statuses },
  { "invoice", N_("Invoice"), "factuurnummer|factuur", CVN_FIELD_REFERENCE, CVN_FIELD_LIST, .refers_to = "invoice" },
  { "rf_reference", N_("RF reference"), "rf_kenmerk", CVN_FIELD_TEXT, CVN_FIELD_SEARCH, CVN_FORMAT_RF_REFERENCE, .hint = N_("Begins with RF and two digits") },
  { "minutes", N_("Minutes booked"), "minuten", CVN_FIELD_INTEGER, 0, .min = 1, .max = 1000000, .hint = N_("Of a pack of hours: 600 for ten hours") },
  { "provider", N_("Provider"), "aanbieder", CVN_FIELD_REFERENCE, 0, .refers_to = "organisation" },
  { "cost", N_("Cost of the provider"), "kosten_cent|kosten", CVN_FIELD_MONEY, CVN_FIELD_SUM, .hint = N_("What the provider asks, without VAT") },
  { "contact", N_("Contact"), "contact_id|contact", CVN_FIELD_REFERENCE, 0, .refers_to = "contact" },
  { "requested_on", N_("Requested on"), "aangevraagd_op", CVN_FIELD_DATE },
  { "quoted_on", N_("Quoted on"), "geoffreerd_op", CVN_FIELD_DATE },
  { "valid_until", N_("Quote valid until"), "offerte_geldig_tot", CVN_FIELD_DATE, .hint = N_("The last day on which it can be confirmed") },
  { "confirmed_on", N_("Confirmed on"), "bevestigd_op", CVN_FIELD_DATE },
  { "delivered_on", N_("Delivered on"), "uitgevoerd_op", CVN_FIELD_DATE },
  { "cancelled_on", N_("Cancelled on"), "geannuleerd_op", CVN_FIELD_DATE },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

/* The dates of the states are in their order; a booking of before this was written down has none. */
static gboolean
check_dates (CvnRecord *record,
             GError   **error)
{
  static const char *const dates[] = { "requested_on", "quoted_on", "confirmed_on", "delivered_on" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    for (guint k = i + 1; k < G_N_ELEMENTS (dates); k++)
      if (!cvn_check_order (record, dates[i], dates[k], _("This date must not lie before that of an earlier state."), error))
        return FALSE;
  return cvn_check_order (record, "quoted_on", "valid_until", _("A quote cannot end before it is made."), error);
}

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  if (!cvn_booking_check_dated (record, error) || !check_dates (record, error))
    return FALSE;
  return cvn_check_total (record, "net", "vat", "total", error);
}

const CvnKind cvn_kind_booking = {
  .name = "booking",
  .label = N_("Booking"),
  .label_plural = N_("Bookings"),
  .label_add = N_("Add Booking"),
  .icon = "task-due-symbolic",
  .files = "programmaboekingen|bookings",
  .area = CVN_AREA_PROGRAMMES,
  .sort = "-date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
