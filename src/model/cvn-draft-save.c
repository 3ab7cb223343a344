/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-draft-save"

#include "cvn-draft-private.h"
#include "cvn-error.h"
#include "cvn-record.h"

static void
report (CvnDraft     *self,
        const GError *error)
{
  const char *name = cvn_error_get_field (error);
  int         field = name != NULL ? cvn_kind_find_field (cvn_draft_get_kind (self), name) : -1;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (field < 0)
    {
      g_signal_emit (self, cvn_draft_signals[CVN_DRAFT_FAILED], 0, error->message);
      return;
    }
  cvn_draft_set_error (self, (guint) field, error->message);
  cvn_draft_field_changed (self, (guint) field);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (CvnDraft) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnRecord) written = g_steal_pointer (&self->saving);
  gint64 no;

  if (self->centre == NULL)
    return;
  no = cvn_centre_finish (self->centre, result, &error);
  if (no < 0)
    report (self, error);
  else
    {
      g_set_object (&self->before, written);       /* what differs from it was typed since, and stays */
      cvn_draft_take_stored (self, written, NULL); /* the names come when it is read again */
    }
  cvn_draft_notify_all (self);
  if (no > 0)
    {
      self->action = CVN_ACTION_EDIT;
      cvn_draft_reread (self); /* the store has given a new record its place */
      g_signal_emit (self, cvn_draft_signals[CVN_DRAFT_SAVED], 0, no);
    }
  else if (no < 0 && self->before != NULL)
    cvn_draft_reread (self); /* what somebody else wrote was not taken over while this was being saved */
  if (self->again)
    {
      self->again = FALSE;
      cvn_draft_save (self);
    }
}

/* A complaint about several fields together is settled once the record as a whole is right. */
static void
settle_errors (CvnDraft *self)
{
  for (guint i = 0; i < cvn_draft_get_kind (self)->n_fields; i++)
    if (self->errors[i] != NULL && self->texts[i] == NULL)
      {
        cvn_draft_set_error (self, i, NULL);
        cvn_draft_field_changed (self, i);
      }
}

/** cvn_draft_hold: the draft only takes what is filled in: whoever made it writes the record. */
void
cvn_draft_hold (CvnDraft *self)
{
  self->held = TRUE;
}

/**
 * cvn_draft_save:
 *
 * Saves what is right and differs from what is stored, as one change. Fields that are wrong stay as they
 * were typed. A new record waits until everything required is there. "saved" or "failed" follows.
 */
void
cvn_draft_save (CvnDraft *self)
{
  g_autoptr (CvnChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  if (self->held)
    return;
  if (self->saving != NULL)
    {
      self->again = TRUE;
      return;
    }
  if (self->before != NULL ? cvn_record_equal (self->before, self->record) : !cvn_draft_is_complete (self))
    return;
  if (!cvn_record_check (self->record, &error))
    {
      report (self, error);
      return;
    }
  settle_errors (self);
  title = cvn_draft_dup_title (self);
  changes = cvn_change_set_new (self->action, cvn_draft_get_kind (self), title);
  if (self->before != NULL)
    cvn_change_set_edit (changes, self->before, self->record);
  else
    cvn_change_set_add (changes, self->record);
  self->saving = cvn_record_copy (self->record);
  cvn_draft_notify_all (self);
  cvn_centre_apply_async (self->centre, changes, NULL, saved_cb, g_object_ref (self));
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (CvnDraft) self = data;
  g_autoptr (GError) error = NULL;
  gint64 no;

  if (self->centre == NULL)
    return;
  no = cvn_centre_finish (self->centre, result, &error);
  if (no < 0)
    report (self, error);
  else
    g_signal_emit (self, cvn_draft_signals[CVN_DRAFT_SAVED], 0, no);
}

/** cvn_draft_delete: deletes the record, which can be undone. "saved" and "gone", or "failed", follow. */
void
cvn_draft_delete (CvnDraft *self)
{
  g_autoptr (CvnChangeSet) changes = NULL;
  g_autofree char *title = cvn_draft_dup_title (self);

  if (self->before == NULL)
    return;
  changes = cvn_change_set_new (CVN_ACTION_DELETE, cvn_draft_get_kind (self), title);
  cvn_change_set_delete (changes, self->before);
  cvn_centre_apply_async (self->centre, changes, NULL, deleted_cb, g_object_ref (self));
}
