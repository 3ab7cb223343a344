/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-event-partner"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const CvnChoice roles[] = {
  { "co_organiser", N_("Co-organiser"), "medeorganisator" },
  { "sponsor", N_("Sponsor"), "sponsor" },
  { "contributor", N_("Contributor"), "medewerker|spreker" },
  { NULL },
};

static const CvnField fields[] = {
  { "event", N_("Event"), "evenement_id|evenement", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "event" },
  { "organisation", N_("Organisation"), "org_id|organisatie", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "organisation" },
  { "role", N_("Role"), "rol", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST, .choices = roles },
  { "share", N_("Parts of the cost"), "aandeel", CVN_FIELD_INTEGER, CVN_FIELD_LIST, .min = 0, .max = 1000000, .hint = N_("1 each for equal parts, or per cents") },
  { "pledged", N_("Pledged"), "toegezegd_cent|toegezegd", CVN_FIELD_MONEY, CVN_FIELD_LIST | CVN_FIELD_SUM },
  { "invoiced", N_("Invoiced"), "gefactureerd_cent|gefactureerd", CVN_FIELD_MONEY, CVN_FIELD_LIST | CVN_FIELD_SUM },
  { "paid", N_("Paid"), "betaald_cent|betaald", CVN_FIELD_MONEY, CVN_FIELD_LIST | CVN_FIELD_SUM },
  { "visibility", N_("Promised visibility"), "zichtbaarheid", CVN_FIELD_NOTE, CVN_FIELD_SEARCH, .hint = N_("For example the logo on the programme") },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

/* Money belongs to a sponsor, parts of the cost to a co-organiser. */
static gboolean
check (CvnRecord *record,
       GError   **error)
{
  static const char *const amounts[] = { "pledged", "invoiced", "paid" };
  gboolean                 is_sponsor = strcmp (cvn_record_get_text (record, "role"), "sponsor") == 0;

  if (is_sponsor && cvn_record_get_integer (record, "share") > 0)
    return cvn_check_fail (error, "share", _("A sponsor gives an amount; parts of the cost are for co-organisers."));
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (cvn_record_get_integer (record, amounts[i]) < 0)
      return cvn_check_fail (error, amounts[i], _("The amount cannot be negative."));
  return cvn_check_part (record, "paid", "invoiced", N_("More was paid than invoiced: fill in the invoiced amount first."), error);
}

const CvnKind cvn_kind_event_partner = {
  .name = "event_partner",
  .label = N_("Partner of an Event"),
  .label_plural = N_("Partners of Events"),
  .label_add = N_("Add Partner of an Event"),
  .icon = "cvn-partners-symbolic",
  .files = "evenement_partners|event_partners",
  .natural_key = "event|organisation|role",
  .area = CVN_AREA_EVENTS,
  .sort = "event",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
