/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-centre-access"

#include "cvn-centre-access.h"

#include "cvn-centre-state.h"

/* Who may change something: nobody else's file, no board member, no account that the server lets only read. */

static void
notify_read_only (CvnCentre *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify (G_OBJECT (self), "read-only");
  g_object_notify (G_OBJECT (self), "can-undo");
  g_object_notify (G_OBJECT (self), "can-redo");
  g_object_thaw_notify (G_OBJECT (self));
}

/** cvn_centre_set_reader: whether the server lets this account only read. */
void
cvn_centre_set_reader (CvnCentre *self,
                       gboolean   reader)
{
  if (self->reader == reader)
    return;
  self->reader = reader;
  notify_read_only (self);
}

/* What the server said with the last exchange holds until it says something else. */
static void
sync_changed_cb (CvnSync   *sync,
                 CvnCentre *self)
{
  const CvnSyncFacts *facts = cvn_sync_get_facts (sync);

  if (sync != self->sync || facts == NULL)
    return;
  cvn_centre_set_reader (self, facts->place.database != NULL && g_strcmp0 (facts->role, "board") == 0);
  /* A conflict may come and go without a record that changes here. */
  if (self->n_conflicts >= 0 && self->n_conflicts != facts->n_conflicts)
    cvn_centre_recount (self);
  self->n_conflicts = facts->n_conflicts;
}

/** cvn_centre_follow_sync: from now on what the exchange with the server hears of the role counts. */
void
cvn_centre_follow_sync (CvnCentre *self)
{
  self->n_conflicts = -1;
  g_signal_connect_object (self->sync, "changed", G_CALLBACK (sync_changed_cb), self, 0);
}

/** cvn_centre_is_read_only: whether nothing can be changed: another window has the file, it cannot be written, or a board member looks. */
gboolean
cvn_centre_is_read_only (CvnCentre *self)
{
  return self->store != NULL && (cvn_centre_is_looking (self) || cvn_store_is_read_only (self->store));
}

/** cvn_centre_is_looking: whether the one who sits here is there to look, as a board member is. */
gboolean
cvn_centre_is_looking (CvnCentre *self)
{
  return self->looking || self->reader;
}

/** cvn_centre_is_reader: whether it is the server through which the centre is shared that lets this account only read. */
gboolean
cvn_centre_is_reader (CvnCentre *self)
{
  return self->reader;
}

/** cvn_centre_set_looking: from now on, nothing that is asked of this object writes, or everything does as before. */
void
cvn_centre_set_looking (CvnCentre *self,
                        gboolean   looking)
{
  if (self->looking == looking)
    return;
  self->looking = looking;
  notify_read_only (self);
}

/** cvn_centre_is_taken: whether nothing can be changed because another window has the file. */
gboolean
cvn_centre_is_taken (CvnCentre *self)
{
  return self->store != NULL && cvn_store_is_taken (self->store);
}
