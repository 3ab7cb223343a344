/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-invoice-series"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"
#include "cvn-kind-choices.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "name", N_("Name"), "naam", CVN_FIELD_TEXT, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("For example contributions") },
  { "prefix", N_("Letters before the year"), "voorvoegsel", CVN_FIELD_TEXT, CVN_FIELD_LIST, .hint = N_("Up to eight capital letters, or empty: 2020-0001") },
  { "kind", N_("Kind"), "soort", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = cvn_choices_invoice_kind, .hint = N_("The invoices that are numbered so") },
  { "width", N_("Digits"), "cijfers", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .min = 1, .max = 9, .hint = N_("At least so many, with zeros before them") },
  { "restarts", N_("Begins at 1 each year"), "begint_jaarlijks_bij_1", CVN_FIELD_BOOLEAN, CVN_FIELD_LIST },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  const char *prefix = cvn_record_get_text (record, "prefix");
  gsize       length = 0;

  while (prefix != NULL && g_ascii_isupper (prefix[length]))
    length++;
  return prefix == NULL || (length <= 8 && prefix[length] == '\0') ||
         cvn_check_fail (error, "prefix", _("Expected at most eight capital letters."));
}

const CvnKind cvn_kind_invoice_series = {
  .name = "invoice_series",
  .label = N_("Number Series"),
  .label_plural = N_("Number Series of Invoices"),
  .label_add = N_("Add Number Series"),
  .icon = "view-continuous-symbolic",
  .files = "factuurreeksen",
  .natural_key = "prefix",
  .area = CVN_AREA_CONVENANT,
  .sort = "prefix",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
