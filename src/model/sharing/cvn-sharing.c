/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-sharing"

#include "cvn-sharing.h"

#include "cvn-centre-private.h"
#include "cvn-date.h"
#include "cvn-error.h"
#include "cvn-sharing-private.h"

#include <glib/gi18n-lib.h>

struct _CvnSharing
{
  GObject    parent_instance;
  CvnCentre *centre;
  CvnSync   *sync; /* of the open file */
  gulong     sync_id;
};

G_DEFINE_FINAL_TYPE (CvnSharing, cvn_sharing, G_TYPE_OBJECT)

static guint changed_signal;

static void
sync_changed_cb (CvnSharing *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
follow (CvnSharing *self)
{
  CvnSync *sync = cvn_centre_get_sync (self->centre);

  if (sync == self->sync)
    return;
  if (self->sync != NULL)
    g_clear_signal_handler (&self->sync_id, self->sync);
  g_set_object (&self->sync, sync);
  if (sync != NULL)
    self->sync_id = g_signal_connect_object (sync, "changed", G_CALLBACK (sync_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_emit (self, changed_signal, 0);
}

static void
cvn_sharing_dispose (GObject *object)
{
  CvnSharing *self = CVN_SHARING (object);

  if (self->sync != NULL)
    g_clear_signal_handler (&self->sync_id, self->sync);
  g_clear_object (&self->sync);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_sharing_parent_class)->dispose (object);
}

static void
cvn_sharing_class_init (CvnSharingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_sharing_dispose;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_sharing_init (CvnSharing *self)
{
}

/** cvn_sharing_new: (transfer full): how @centre is shared, whichever file is open in it. */
CvnSharing *
cvn_sharing_new (CvnCentre *centre)
{
  CvnSharing *self = g_object_new (CVN_TYPE_SHARING, NULL);

  self->centre = g_object_ref (centre);
  g_signal_connect_object (centre, "notify::open", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::path", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  follow (self);
  return self;
}

/** cvn_sharing_get_centre: the centre, owned by it. */
CvnCentre *
cvn_sharing_get_centre (CvnSharing *self)
{
  return self->centre;
}

static const CvnSyncFacts *
get_facts (CvnSharing *self)
{
  const CvnSyncFacts *facts = self->sync != NULL ? cvn_sync_get_facts (self->sync) : NULL;

  return facts != NULL && facts->place.database != NULL ? facts : NULL;
}

/** cvn_sharing_is_shared: whether the open centre is shared. */
gboolean
cvn_sharing_is_shared (CvnSharing *self)
{
  return get_facts (self) != NULL;
}

/** cvn_sharing_wants_secret: whether nothing goes on before somebody fills in the password: none is known, or the wrong one. */
gboolean
cvn_sharing_wants_secret (CvnSharing *self)
{
  const GError *error = get_facts (self) != NULL ? cvn_sync_get_error (self->sync) : NULL;

  return g_error_matches (error, CVN_ERROR, CVN_ERROR_NO_SECRET) || g_error_matches (error, CVN_ERROR, CVN_ERROR_UNAUTHORISED);
}

/** cvn_sharing_get_state: how it goes. */
CvnSharingState
cvn_sharing_get_state (CvnSharing *self)
{
  if (get_facts (self) == NULL)
    return CVN_SHARING_OFF;
  switch (cvn_sync_get_state (self->sync))
    {
    case CVN_SYNC_RUNNING:
      return CVN_SHARING_BUSY;
    case CVN_SYNC_PAUSED:
    case CVN_SYNC_STOPPED:
      return cvn_sync_get_error (self->sync) != NULL ? CVN_SHARING_TROUBLE : CVN_SHARING_UP_TO_DATE;
    case CVN_SYNC_OFF:
    case CVN_SYNC_IDLE:
    default:
      return CVN_SHARING_UP_TO_DATE;
    }
}

/** cvn_sharing_get_n_matters: how many things somebody has to look at. */
guint
cvn_sharing_get_n_matters (CvnSharing *self)
{
  const CvnSyncFacts *facts = get_facts (self);

  return facts == NULL ? 0 : (guint) (facts->n_conflicts + facts->n_waiting + facts->n_refused);
}

/** cvn_sharing_get_line: (nullable): a few words for the status line; NULL when the centre is not shared. */
const char *
cvn_sharing_get_line (CvnSharing *self)
{
  switch (cvn_sharing_get_state (self))
    {
    case CVN_SHARING_BUSY:
      return _("Exchanging…");
    case CVN_SHARING_TROUBLE:
      if (cvn_sharing_wants_secret (self))
        return _("Password needed");
      return cvn_sync_get_state (self->sync) == CVN_SYNC_PAUSED ? _("Working offline") : _("Sharing needs attention");
    case CVN_SHARING_UP_TO_DATE:
      if (get_facts (self)->n_conflicts > 0)
        return _("Edits to choose between");
      if (cvn_sharing_get_n_matters (self) > 0)
        return _("Sharing needs attention");
      return get_facts (self)->n_queue > 0 ? _("Changes to send") : _("Shared, up to date");
    case CVN_SHARING_OFF:
    default:
      return NULL;
    }
}

/** cvn_sharing_dup_time: (transfer full) (nullable): a moment, ISO and UTC, as a person here reads it; NULL when there is none. */
char *
cvn_sharing_dup_time (const char *iso)
{
  g_autoptr (GDateTime) utc = iso != NULL ? g_date_time_new_from_iso8601 (iso, NULL) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *text = local != NULL ? g_date_time_format (local, "%Y-%m-%dT%H:%M") : NULL;

  return text != NULL ? cvn_local_time_format (text, cvn_interface_language ()) : NULL;
}

static char *
dup_synced (const CvnSyncFacts *facts)
{
  g_autofree char *when = cvn_sharing_dup_time (facts->synced);

  if (when == NULL)
    return g_strdup (_("Nothing has been exchanged yet."));
  if (facts->n_refused > 0)
    /* Translators: %s is a day and a time */
    return g_strdup_printf (_("All but what was refused was exchanged on %s."), when);
  /* Translators: %s is a day and a time */
  return g_strdup_printf (_("Everything was exchanged on %s."), when);
}

/** cvn_sharing_dup_last: (transfer full) (nullable): when everything was exchanged last, in a sentence; NULL when that is what the detail says. */
char *
cvn_sharing_dup_last (CvnSharing *self)
{
  const CvnSyncFacts *facts = get_facts (self);

  return facts != NULL && cvn_sharing_get_state (self) != CVN_SHARING_UP_TO_DATE ? dup_synced (facts) : NULL;
}

/** cvn_sharing_dup_detail: (transfer full): a sentence on how it goes and, if it does not, what to do. */
char *
cvn_sharing_dup_detail (CvnSharing *self)
{
  const CvnSyncFacts *facts = get_facts (self);
  guint               n_received;
  guint               n_sent;
  guint               n_to_send;

  if (facts == NULL)
    return g_strdup (_("This centre is on this computer only."));
  if (cvn_sharing_get_state (self) == CVN_SHARING_TROUBLE)
    return g_strdup (cvn_sync_get_error (self->sync)->message);
  if (cvn_sharing_get_state (self) != CVN_SHARING_BUSY)
    return dup_synced (facts);
  cvn_sync_get_progress (self->sync, &n_received, &n_sent, &n_to_send);
  return g_strdup_printf (_("%u received, %u sent, %u to send"), n_received, n_sent, n_to_send);
}

/** cvn_sharing_get_fraction: how much of what is to be sent was sent, from 0 to 1; below 0 while nobody knows. */
double
cvn_sharing_get_fraction (CvnSharing *self)
{
  guint n_received;
  guint n_sent;
  guint n_to_send;

  if (cvn_sharing_get_state (self) != CVN_SHARING_BUSY)
    return -1;
  cvn_sync_get_progress (self->sync, &n_received, &n_sent, &n_to_send);
  return n_to_send > 0 ? (double) n_sent / (double) (n_sent + n_to_send) : -1;
}

/** cvn_sharing_dup_counts: (transfer full): how many changes wait to be sent, in a sentence. */
char *
cvn_sharing_dup_counts (CvnSharing *self)
{
  const CvnSyncFacts *facts = get_facts (self);
  gint64              n = facts != NULL ? facts->n_queue : 0;

  if (facts != NULL && g_strcmp0 (facts->role, "board") == 0)
    return g_strdup (_("You read along: nothing is sent from here."));
  if (n == 0)
    return g_strdup (_("Nothing waits to be sent."));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d change waits to be sent.", "%d changes wait to be sent.", (gulong) n), (int) n);
}

/** cvn_sharing_dup_staying: (transfer full) (nullable): how many files are not sent, in a sentence; NULL when all are. */
char *
cvn_sharing_dup_staying (CvnSharing *self)
{
  const CvnSyncFacts *facts = get_facts (self);
  gint64              n = facts != NULL ? facts->n_staying : 0;

  if (n == 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d attached file is larger than 1 MB: it stays on this computer.",
                                       "%d attached files are larger than 1 MB: they stay on this computer.", (gulong) n),
                          (int) n);
}

/** cvn_sharing_get_place: where it is shared, each text to be freed with cvn_sharing_place_clear(). */
void
cvn_sharing_get_place (CvnSharing      *self,
                       CvnSharingPlace *place)
{
  const CvnSyncFacts *facts = get_facts (self);

  *place = (CvnSharingPlace){ 0 };
  if (facts != NULL)
    *place = (CvnSharingPlace){ g_strdup (facts->place.server), g_strdup (facts->place.database), g_strdup (facts->place.user),
                                g_strdup (facts->place.ca_file), g_strdup (facts->place.author) };
}

/** cvn_sharing_now: exchanges at once. */
void
cvn_sharing_now (CvnSharing *self)
{
  if (self->sync != NULL)
    cvn_sync_now (self->sync);
}

/** cvn_sharing_cancel: ends the exchange under way where it can go on later. */
void
cvn_sharing_cancel (CvnSharing *self)
{
  if (self->sync != NULL)
    cvn_sync_cancel (self->sync);
}
