/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-payment"

#include "cvn-kinds.h"

#include "cvn-error.h"
#include "cvn-kind-check.h"
#include "cvn-payment-reference.h"

#include <glib/gi18n-lib.h>

static const CvnChoice kinds[] = {
  { "receipt", N_("Received"), "ontvangen|ontvangst" },
  { "refund", N_("Paid back"), "terugbetaald|terugbetaling" },
  { "write_off", N_("Written off"), "afgeboekt|oninbaar" },
  { NULL },
};

static const CvnField fields[] = {
  { "date", N_("Date"), "datum", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST },
  { "kind", N_("Kind"), "soort", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .choices = kinds },
  { "amount", N_("Amount"), "bedrag_cent|bedrag", CVN_FIELD_MONEY, CVN_FIELD_REQUIRED | CVN_FIELD_LIST | CVN_FIELD_SUM, .hint = N_("Negative when it was paid back") },
  { "organisation", N_("Paid by"), "org_id|betaler", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "organisation" },
  { "on_behalf_of", N_("On behalf of"), "namens", CVN_FIELD_REFERENCE, CVN_FIELD_LIST, .refers_to = "organisation", .hint = N_("Whom it is credited to; empty: who paid") },
  { "reference", N_("Payment reference"), "kenmerk|betalingskenmerk", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH },
  { "bank_line", N_("Bank line"), "transactie_id|transactie", CVN_FIELD_REFERENCE, .refers_to = "bank_line" },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check_amount (CvnRecord *record,
              GError   **error)
{
  gint64 amount = cvn_record_get_integer (record, "amount");

  if (g_str_equal (cvn_record_get_text (record, "kind"), "refund"))
    return amount < 0 || cvn_check_fail (error, "amount", _("What was paid back is an amount below zero."));
  return amount > 0 || cvn_check_fail (error, "amount", _("Expected an amount above zero."));
}

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  const char *reference = cvn_record_get_text (record, "reference");

  if (!check_amount (record, error))
    return FALSE;
  if (reference == NULL || cvn_payment_reference_check (reference, error))
    return TRUE;
  cvn_error_set_field (error, "reference");
  return FALSE;
}

const CvnKind cvn_kind_payment = {
  .name = "payment",
  .label = N_("Payment"),
  .label_plural = N_("Payments"),
  .label_add = N_("Add Payment"),
  .icon = "object-select-symbolic",
  .files = "betalingen|payments",
  .area = CVN_AREA_CONVENANT,
  .sort = "-date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
