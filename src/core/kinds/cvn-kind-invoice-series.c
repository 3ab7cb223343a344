/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-invoice-series"

#include "cvn-kinds.h"

#include "cvn-error.h"
#include "cvn-kind-check.h"
#include "cvn-kind-choices.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "name", N_("Name"), "naam", CVN_FIELD_TEXT, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("For example contributions") },
  { "prefix", N_("Letters before the year"), "voorvoegsel", CVN_FIELD_TEXT, CVN_FIELD_LIST, .hint = N_("Up to eight capital letters, or empty: 2020-0001") },
  { "kind", N_("Kind"), "soort", CVN_FIELD_CHOICE, CVN_FIELD_LIST, .choices = cvn_choices_invoice_kind, .hint = N_("The invoices that are numbered so") },
  { "width", N_("Digits"), "cijfers", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .min = 1, .max = 9, .hint = N_("At least so many, with zeros before them") },
  { "restarts", N_("Begins at 1 each year"), "begint_jaarlijks_bij_1", CVN_FIELD_BOOLEAN, CVN_FIELD_LIST },
  { "desk", N_("Numbers are given at"), "nummers_bij", CVN_FIELD_TEXT, CVN_FIELD_KEPT, .hint = N_("The desk at which invoices of the series are sent; handed over only by a step of its own") },
  { "hand_overs", N_("Times handed over"), "overdrachten", CVN_FIELD_INTEGER, CVN_FIELD_KEPT, .min = 0, .max = G_MAXINT32 },
  { "last_number", N_("Last number at the hand-over"), "laatste_nummer", CVN_FIELD_TEXT, CVN_FIELD_KEPT },
  { "asked_by", N_("Asked for by"), "gevraagd_door", CVN_FIELD_TEXT, CVN_FIELD_KEPT },
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

static gboolean
changes (CvnRecord  *before,
         CvnRecord  *after,
         const char *field)
{
  return g_strcmp0 (cvn_record_get_text (before, field), cvn_record_get_text (after, field)) != 0;
}

/* Where the numbers are given moves on only, not even an undo takes it back: the desk that has the series may have given some. */
static gboolean
may_change (CvnRecord *before,
            CvnRecord *after,
            GError   **error)
{
  if (after == NULL || cvn_record_get_integer (after, "hand_overs") > cvn_record_get_integer (before, "hand_overs"))
    return TRUE;
  if (cvn_record_get_integer (after, "hand_overs") == cvn_record_get_integer (before, "hand_overs") && !changes (before, after, "desk") &&
      !changes (before, after, "last_number"))
    return TRUE;
  g_set_error (error, CVN_ERROR, CVN_ERROR_FINAL, _("The number series “%s” was handed over since. Only the desk that has it now can hand it back."),
               cvn_record_get_text (before, "name"));
  cvn_error_set_field (error, "name");
  cvn_error_set_record (error, cvn_record_get_id (before));
  return FALSE;
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
  .may_change = may_change,
};
