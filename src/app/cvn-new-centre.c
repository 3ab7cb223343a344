/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-new-centre"

#include "cvn-new-centre.h"

/**
 * cvn_new_centre_build:
 * @name: what the centre is called
 * @municipalities: the names of those that carry it together
 *
 * A name in a person's own words is the same in both languages until somebody fills in the other.
 *
 * Returns: (transfer full): the records that a new file begins with, in one step
 */
CvnChangeSet *
cvn_new_centre_build (const char        *name,
                      const char *const *municipalities)
{
  const CvnKind *centre_kind = cvn_kind_find ("centre");
  const CvnKind *organisation_kind = cvn_kind_find ("organisation");
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_SET_UP, centre_kind, name);
  g_autoptr (CvnRecord) centre = cvn_record_new (centre_kind);
  g_autoptr (CvnRecord) own = cvn_record_new (organisation_kind);

  cvn_record_set_text (own, "name_nl", name);
  cvn_record_set_text (own, "kind", "centre");
  cvn_change_set_add (changes, own);
  cvn_record_set_text (centre, "name_nl", name);
  cvn_record_set_text (centre, "organisation", cvn_record_get_id (own));
  cvn_record_set_text (centre, "time_zone", "Europe/Amsterdam");
  cvn_record_set_integer (centre, "fiscal_month", 1);
  cvn_change_set_add (changes, centre);
  for (guint i = 0; municipalities[i] != NULL; i++)
    {
      g_autoptr (CvnRecord) record = cvn_record_new (organisation_kind);

      cvn_record_set_text (record, "name_nl", municipalities[i]);
      cvn_record_set_text (record, "kind", "municipality");
      cvn_change_set_add (changes, record);
    }
  return g_steal_pointer (&changes);
}
