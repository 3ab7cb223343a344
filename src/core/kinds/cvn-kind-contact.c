/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-contact"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnChoice bases[] = {
  { "agreement", N_("Agreement"), "overeenkomst" },
  { "legitimate_interest", N_("Legitimate interest"), "gerechtvaardigd belang" },
  { "public_task", N_("Public task"), "publieke taak|taak van algemeen belang" },
  { "consent", N_("Consent"), "toestemming" },
  { NULL },
};

static const CvnField fields[] = {
  { "organisation", N_("Organisation"), "org_id|organisatie", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "organisation" },
  { "role", N_("Role"), "functie|rol", CVN_FIELD_TEXT, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_SEARCH, .hint = N_("The function, for example policy officer for economy") },
  { "name", N_("Name"), "naam", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH | CVN_FIELD_PERSONAL, .hint = N_("Only when the role alone is not enough") },
  { "email", N_("E-mail"), "e_mail|e-mail|email", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_SEARCH | CVN_FIELD_PERSONAL, CVN_FORMAT_EMAIL },
  { "phone", N_("Phone"), "telefoon", CVN_FIELD_TEXT, CVN_FIELD_LIST | CVN_FIELD_PERSONAL, CVN_FORMAT_PHONE },
  { "lawful_basis", N_("Lawful basis"), "grondslag", CVN_FIELD_CHOICE, .choices = bases, .hint = N_("Why the name may be kept") },
  { "last_contact", N_("Last contact"), "laatste_contact", CVN_FIELD_DATE },
  { "delete_after", N_("Delete after"), "verwijderen_na|bewaren_tot", CVN_FIELD_DATE, CVN_FIELD_LIST, .hint = N_("24 months after the last contact is usual") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH, .hint = N_("No private matters, no health, no citizen service number") },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

/* Privacy: a person may be named only for a reason, and not for ever. */
static gboolean
check (CvnRecord *record,
       GError   **error)
{
  gboolean personal = cvn_record_has (record, "name") || cvn_record_has (record, "email") || cvn_record_has (record, "phone");

  if (personal && !cvn_record_has (record, "lawful_basis"))
    return cvn_check_fail (error, "lawful_basis", _("Say why a name, e-mail address or phone number may be kept."));
  if (personal && !cvn_record_has (record, "delete_after"))
    return cvn_check_fail (error, "delete_after", _("Say until when a name, e-mail address or phone number is kept."));
  return cvn_check_order (record, "last_contact", "delete_after", _("The contact cannot be deleted before the last contact took place."), error);
}

const CvnKind cvn_kind_contact = {
  .name = "contact",
  .label = N_("Contact"),
  .label_plural = N_("Contacts"),
  .label_add = N_("Add Contact"),
  .icon = "contact-new-symbolic",
  .files = "contacten|contacts",
  .area = CVN_AREA_PARTNERS,
  .sort = "role",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
