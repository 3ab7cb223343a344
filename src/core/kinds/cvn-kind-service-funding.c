/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-service-funding"

#include "cvn-kinds.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "roadmap_item", N_("Service"), "dienst_id|dienst", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST | CVN_FIELD_TITLE, .refers_to = "roadmap_item" },
  { "organisation", N_("Paid by"), "org_id|organisatie", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST | CVN_FIELD_TITLE, .refers_to = "organisation" },
  { "amount", N_("Amount a year"), "bedrag_cent|bedrag", CVN_FIELD_MONEY, CVN_FIELD_LIST | CVN_FIELD_SUM },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

/* Which parties a service stands on: it is marked when one of them reconsiders. */
const CvnKind cvn_kind_service_funding = {
  .name = "service_funding",
  .label = N_("Funding of a Service"),
  .label_plural = N_("Funding of Services"),
  .label_add = N_("Add Funding of a Service"),
  .icon = "preferences-system-sharing-symbolic",
  .files = "dienstfinanciers|service_funding",
  .natural_key = "roadmap_item|organisation",
  .area = CVN_AREA_ROADMAP,
  .sort = "roadmap_item",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
