/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-booking"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnChoice statuses[] = {
  { "requested", N_("Requested"), "aangevraagd" },
  { "booked", N_("Booked"), "geboekt" },
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
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
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
