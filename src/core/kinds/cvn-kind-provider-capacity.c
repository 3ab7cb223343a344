/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-provider-capacity"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "provider", N_("Provider"), "aanbieder|org_id", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "organisation" },
  { "valid_from", N_("Valid from"), "geldig_van", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST },
  { "valid_to", N_("Valid until"), "geldig_tot", CVN_FIELD_DATE, CVN_FIELD_LIST, .hint = N_("The last day; empty while it is valid") },
  { "per_month", N_("Bookings a month"), "per_maand", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .min = 0, .max = 100000, .hint = N_("The most that its trainers can deliver") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_order (record, "valid_from", "valid_to", _("The end must not lie before the beginning."), error);
}

const CvnKind cvn_kind_provider_capacity = {
  .name = "provider_capacity",
  .label = N_("Capacity of a Provider"),
  .label_plural = N_("Capacity of Providers"),
  .label_add = N_("Add Capacity of a Provider"),
  .icon = "system-users-symbolic",
  .files = "capaciteit|provider_capacity",
  .natural_key = "provider|valid_from",
  .area = CVN_AREA_PROGRAMMES,
  .sort = "-valid_from",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
  .exclusive = "provider",
};
