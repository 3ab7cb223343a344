/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-change-set"

#include "cvn-change-set.h"

#include "cvn-ulid.h"

struct _CvnChangeSet
{
  gatomicrefcount references;
  CvnAction       action;
  const CvnKind  *kind;
  char           *subject;
  GArray         *changes; /* of CvnChange */
};

static const char *const action_codes[] = {
  [CVN_ACTION_ADD] = "add",
  [CVN_ACTION_EDIT] = "edit",
  [CVN_ACTION_DELETE] = "delete",
  [CVN_ACTION_DUPLICATE] = "duplicate",
  [CVN_ACTION_IMPORT] = "import",
  [CVN_ACTION_UNDO] = "undo",
  [CVN_ACTION_REDO] = "redo",
  [CVN_ACTION_SET_UP] = "set-up",
  [CVN_ACTION_SYNC] = "sync",
  [CVN_ACTION_SETTLE] = "settle",
};

/** cvn_action_get_code: the stable word that the journal stores for @action. */
const char *
cvn_action_get_code (CvnAction action)
{
  return action_codes[action];
}

/** cvn_action_from_code: the action that the journal's word stands for; FALSE if it is none. */
gboolean
cvn_action_from_code (const char *code,
                      CvnAction  *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (action_codes); i++)
    if (g_str_equal (action_codes[i], code))
      {
        *action = (CvnAction) i;
        return TRUE;
      }
  return FALSE;
}

static void
clear_change (CvnChange *change)
{
  g_clear_object (&change->before);
  g_clear_object (&change->after);
}

/**
 * cvn_change_set_new:
 * @action: what is done
 * @kind: (nullable): the kind of records it is about
 * @subject: (nullable): what the record is called, for the undo button and the history
 *
 * Returns: (transfer full): a change set without changes
 */
CvnChangeSet *
cvn_change_set_new (CvnAction      action,
                    const CvnKind *kind,
                    const char    *subject)
{
  CvnChangeSet *self = g_new0 (CvnChangeSet, 1);

  g_atomic_ref_count_init (&self->references);
  self->action = action;
  self->kind = kind;
  self->subject = g_strdup (subject);
  self->changes = g_array_new (FALSE, TRUE, sizeof (CvnChange));
  g_array_set_clear_func (self->changes, (GDestroyNotify) clear_change);
  return self;
}

/** cvn_change_set_ref: takes one more reference; any thread. */
CvnChangeSet *
cvn_change_set_ref (CvnChangeSet *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/** cvn_change_set_unref: gives a reference back; the last one frees it. */
void
cvn_change_set_unref (CvnChangeSet *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->changes);
  g_free (self->subject);
  g_free (self);
}

/** cvn_change_set_get_action: what is done. */
CvnAction
cvn_change_set_get_action (CvnChangeSet *self)
{
  return self->action;
}

/** cvn_change_set_get_kind: the kind it is about, or NULL for several. */
const CvnKind *
cvn_change_set_get_kind (CvnChangeSet *self)
{
  return self->kind;
}

/** cvn_change_set_get_subject: what the record is called, or NULL. */
const char *
cvn_change_set_get_subject (CvnChangeSet *self)
{
  return self->subject;
}

static void
append (CvnChangeSet *self,
        CvnRecord    *before,
        CvnRecord    *after)
{
  /* The worker must not read what a form may still change. */
  CvnChange change = { before != NULL ? cvn_record_copy (before) : NULL, after != NULL ? cvn_record_copy (after) : NULL };

  g_array_append_val (self->changes, change);
}

/** cvn_change_set_add: adds a new record, copied; one without an id is given one, in @after too. */
void
cvn_change_set_add (CvnChangeSet *self,
                    CvnRecord    *after)
{
  if (cvn_record_get_id (after) == NULL)
    {
      g_autofree char *id = cvn_ulid_new ();

      cvn_record_set_id (after, id);
    }
  append (self, NULL, after);
}

/**
 * cvn_change_set_edit:
 * @before: the record as the person saw it
 * @after: the record as it shall be, with the same id
 *
 * Only the fields that differ are written; one that somebody else changed meanwhile is a conflict.
 */
void
cvn_change_set_edit (CvnChangeSet *self,
                     CvnRecord    *before,
                     CvnRecord    *after)
{
  g_return_if_fail (g_strcmp0 (cvn_record_get_id (before), cvn_record_get_id (after)) == 0);
  append (self, before, after);
}

/** cvn_change_set_delete: deletes the record that @before is a copy of. */
void
cvn_change_set_delete (CvnChangeSet *self,
                       CvnRecord    *before)
{
  append (self, before, NULL);
}

/** cvn_change_set_get_n: how many records change. */
guint
cvn_change_set_get_n (CvnChangeSet *self)
{
  return self->changes->len;
}

/** cvn_change_set_get: the change at place @i, owned by the set. */
const CvnChange *
cvn_change_set_get (CvnChangeSet *self,
                    guint         i)
{
  g_return_val_if_fail (i < self->changes->len, NULL);
  return &g_array_index (self->changes, CvnChange, i);
}
