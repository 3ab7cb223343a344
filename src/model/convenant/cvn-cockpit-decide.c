/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-cockpit-decide"

#include "cvn-cockpit-decide.h"

#include "cvn-kinds.h"
#include "cvn-operations.h"

#include <glib/gi18n-lib.h>

static CvnRecord *
new_decision (CvnCockpit    *self,
              const char    *organisation,
              CvnLadderState state,
              const char    *date)
{
  CvnRecord *record = cvn_record_new (&cvn_kind_agreement_decision);

  cvn_record_set_text (record, "agreement", cvn_cockpit_get_agreement (self));
  cvn_record_set_text (record, "organisation", organisation);
  cvn_record_set_text (record, "status", cvn_ladder_get_code (state));
  cvn_record_set_text (record, "date", date);
  return record;
}

static void
run (CvnCockpit         *self,
     const char         *name,
     CvnRecord          *decision,
     GCancellable       *cancellable,
     GAsyncReadyCallback callback,
     gpointer            user_data)
{
  CvnCentre *centre = cvn_cockpit_get_centre (self);
  g_autoptr (CvnOperation) operation = cvn_decide_new (decision, cvn_centre_get_today (centre));
  g_autofree char *subject = NULL;
  CvnLadderState   state;

  if (cvn_ladder_from_code (cvn_record_get_text (decision, "status"), &state, NULL))
    {
      /* Translators: a party and its new state: Katwijk: Signed */
      subject = g_strdup_printf (_("%1$s: %2$s"), name, cvn_ladder_get_label (state));
      cvn_operation_set_subject (operation, subject);
    }
  cvn_operation_run_async (operation, centre, cancellable, callback, user_data);
}

/** cvn_cockpit_new_decision: (transfer full): a decision of @party about the agreement that is shown, not written yet. */
CvnRecord *
cvn_cockpit_new_decision (CvnCockpit      *self,
                          CvnCockpitParty *party,
                          CvnLadderState   state,
                          const CvnDate   *date)
{
  g_autofree char *iso = date->year != 0 ? cvn_date_to_iso (date) : NULL;

  return new_decision (self, cvn_cockpit_party_get_id (party), state, iso);
}

/**
 * cvn_cockpit_decide_async:
 * @decision: from cvn_cockpit_new_decision(), completed
 *
 * Adds a decision of @party as one step that can be undone; ends with cvn_centre_finish(). Fails with an error whose field is
 * "status", with the moves that are allowed in its message, "date" or another one of the decision; nothing is written then.
 * Main thread.
 */
void
cvn_cockpit_decide_async (CvnCockpit         *self,
                          CvnCockpitParty    *party,
                          CvnRecord          *decision,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  run (self, cvn_cockpit_party_get_name (party), decision, cancellable, callback, user_data);
}

/** cvn_cockpit_invite_async: makes the organisation @organisation, called @name, a party: invited today; as cvn_cockpit_decide_async(). */
void
cvn_cockpit_invite_async (CvnCockpit         *self,
                          const char         *organisation,
                          const char         *name,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (CvnRecord) decision = new_decision (self, organisation, CVN_LADDER_INVITED, cvn_centre_get_today (cvn_cockpit_get_centre (self)));

  run (self, name, decision, cancellable, callback, user_data);
}
