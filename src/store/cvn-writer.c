/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-writer"

#include "cvn-writer-private.h"

#include "cvn-error.h"
#include "cvn-kinds.h"
#include "cvn-ulid.h"

#include <glib/gi18n-lib.h>

static void
free_kind (gpointer data)
{
  CvnWriterKind *kind = data;

  cvn_statement_free (kind->insert);
  cvn_statement_free (kind->exists);
  g_hash_table_unref (kind->known);
  g_free (kind->targets);
  g_free (kind);
}

/**
 * cvn_writer_begin:
 * @db: the writing connection, in a transaction
 * @entry: what the journal will say; borrowed until the writer is freed
 *
 * Returns: (transfer full) (nullable): a writer to be given to a CvnWriteFunc and then to cvn_writer_finish()
 */
CvnWriter *
cvn_writer_begin (CvnDb                 *db,
                  const CvnJournalEntry *entry,
                  GError               **error)
{
  g_autoptr (CvnWriter) self = g_new0 (CvnWriter, 1);

  self->db = db;
  self->action = entry->action;
  self->entry = *entry;
  self->reader = cvn_reader_new (db);
  self->summary = cvn_summary_new ();
  self->search = cvn_search_index_new (self->reader);
  self->by_kind = g_hash_table_new_full (NULL, NULL, NULL, free_kind);
  self->pending = g_ptr_array_new_with_free_func (g_object_unref);
  self->deleted = g_ptr_array_new_with_free_func (g_object_unref);
  self->events = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->years = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cvn_writer_year_free);
  self->sessions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->journal = cvn_journal_begin (db, &self->entry, error);
  return self->journal != NULL ? g_steal_pointer (&self) : NULL;
}

/** cvn_writer_free: lets go of everything but the connection. */
void
cvn_writer_free (CvnWriter *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->journal, cvn_journal_free);
  g_hash_table_unref (self->by_kind);
  cvn_search_index_free (self->search);
  cvn_summary_free (self->summary);
  cvn_reader_free (self->reader);
  g_ptr_array_unref (self->pending);
  g_ptr_array_unref (self->deleted);
  g_hash_table_unref (self->events);
  g_hash_table_unref (self->years);
  g_hash_table_unref (self->sessions);
  g_ptr_array_unref (self->ids);
  g_free (self->author);
  g_free (self->last_hash);
  g_free (self);
}

/* What a record may be depends on the others in the file. */
static gboolean
check_among_others (CvnWriter *self,
                    CvnRecord *record,
                    GError   **error)
{
  return cvn_writer_check_references (self, record, error) && cvn_writer_check_period (self, record, error) &&
         cvn_writer_check_parties (self, record, error);
}

static gboolean
finish_entry (CvnWriter *self,
              GError   **error)
{
  g_autofree char *hash = NULL;
  gint64           no = 0;

  if (!cvn_journal_finish (self->journal, &no, &hash, error))
    return FALSE;
  if (no == 0)
    return TRUE;
  self->last_no = no;
  g_free (self->last_hash);
  self->last_hash = g_steal_pointer (&hash);
  return TRUE;
}

/**
 * cvn_writer_set_author:
 * @author: whom the journal shall name for what is written from now on
 *
 * What several people did elsewhere comes in one transaction and is noted in an entry for each of them.
 */
gboolean
cvn_writer_set_author (CvnWriter  *self,
                       const char *author,
                       GError    **error)
{
  if (g_strcmp0 (self->entry.actor, author) == 0)
    return TRUE;
  if (!finish_entry (self, error))
    return FALSE;
  g_clear_pointer (&self->journal, cvn_journal_free);
  g_free (self->author);
  self->author = g_strdup (author);
  self->entry.actor = self->author;
  self->journal = cvn_journal_begin (self->db, &self->entry, error);
  return self->journal != NULL;
}

/**
 * cvn_writer_finish:
 * @no: (out): the number of the journal entry, 0 when nothing was changed
 * @hash: (out) (transfer full) (nullable): its hash
 *
 * Makes the last checks and writes what goes with the records: sums, search words, journal. The caller commits.
 */
gboolean
cvn_writer_finish (CvnWriter *self,
                   gint64    *no,
                   char     **hash,
                   GError   **error)
{
  *no = 0;
  *hash = NULL;
  for (guint i = 0; i < self->pending->len; i++)
    if (!check_among_others (self, self->pending->pdata[i], error))
      return FALSE;
  if (!cvn_writer_check_deleted (self, error) || !cvn_writer_check_events (self, error) || !cvn_writer_check_sessions (self, error) ||
      !cvn_writer_check_budget (self, error) || !cvn_summary_write (self->summary, self->db, error) ||
      !finish_entry (self, error) ||
      /* Without an entry of its own, words that still wait would be taken for known. */
      (self->last_no != 0 && !cvn_search_index_write (self->search, error)))
    return FALSE;
  *no = self->last_no;
  *hash = g_steal_pointer (&self->last_hash);
  return TRUE;
}

/** cvn_writer_get_reader: a view of the file with what was written so far in it; owned by the writer. */
CvnReader *
cvn_writer_get_reader (CvnWriter *self)
{
  return self->reader;
}

static gboolean
check (CvnWriter *self,
       CvnRecord *record,
       GError   **error)
{
  if (!cvn_record_check (record, error) || !cvn_writer_note_event (self, record, error) || !cvn_writer_note_budget (self, record, error))
    return FALSE;
  if (!self->in_set)
    return check_among_others (self, record, error);
  g_ptr_array_add (self->pending, g_object_ref (record));
  return TRUE;
}

/* What was written by itself is looked at at once, so that a row of an import is named. */
static gboolean
check_written (CvnWriter *self,
               CvnRecord *before,
               CvnRecord *after,
               GError   **error)
{
  cvn_writer_note_session (self, before, after);
  return self->in_set || cvn_writer_check_sessions (self, error);
}

/* What a record must be to be added, but for what SQLite looks at itself. */
static gboolean
check_new (CvnWriter *self,
           CvnRecord *record,
           GError   **error)
{
  cvn_record_set_seq (record, 0);
  return check (self, record, error) && cvn_writer_check_final (self, NULL, record, error) && cvn_writer_check_series (self, record, error) &&
         cvn_writer_check_single (self, record, error);
}

static gboolean
add (CvnWriter *self,
     CvnRecord *record,
     GError   **error)
{
  return check_new (self, record, error) && cvn_writer_insert_row (self, record, error) && check_written (self, NULL, record, error);
}

/**
 * cvn_writer_put:
 * @record: what the file shall hold; one without an id is new and is given an id, and every new one its place
 *
 * Adds the record, or writes it when one with its id is there and differs.
 *
 * Returns: FALSE with what cvn_record_check() sets, %CVN_ERROR_UNKNOWN_REFERENCE or %CVN_ERROR_NOT_UNIQUE, each with the field
 */
gboolean
cvn_writer_put (CvnWriter *self,
                CvnRecord *record,
                GError   **error)
{
  g_autoptr (CvnRecord) before = NULL;
  GError *failure = NULL;

  if (cvn_record_get_id (record) == NULL)
    {
      g_autofree char *id = cvn_ulid_new ();

      cvn_record_set_id (record, id);
      return add (self, record, error);
    }
  before = cvn_reader_get (self->reader, cvn_record_get_kind (record), cvn_record_get_id (record), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (before == NULL)
    return add (self, record, error);
  if (cvn_record_equal (before, record))
    return TRUE;
  return check (self, record, error) && cvn_writer_check_final (self, before, record, error) &&
         cvn_writer_update_row (self, before, record, error) && check_written (self, before, record, error);
}

/**
 * cvn_writer_put_new:
 * @record: with an id; nothing of it is kept
 *
 * As cvn_writer_put(), quicker where @record is not there yet, as most of those that come from elsewhere: it is not looked for
 * before it is added. If it is there after all, that says SQLite, and it is written as any other. Not within a change set.
 */
gboolean
cvn_writer_put_new (CvnWriter *self,
                    CvnRecord *record,
                    GError   **error)
{
  GError *failure = NULL;

  g_return_val_if_fail (!self->in_set && cvn_record_get_id (record) != NULL, FALSE);

  if (check_new (self, record, &failure) && cvn_writer_insert_row (self, record, &failure))
    return check_written (self, NULL, record, error);
  /* Only what was added has a place: that it could not be written down is no reason to try again. Nor is a failure that ended
   * the transaction, as a full disk may: what is written then comes to rest by itself. */
  if (cvn_record_get_seq (record) != 0 || !cvn_db_is_in_transaction (self->db))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  g_error_free (failure);
  return cvn_writer_put (self, record, error);
}

/**
 * cvn_writer_take_back:
 *
 * Deletes the record called @id as the undoing of its entry does, where that was done at another desk: also where records of
 * its kind only ever grow in number. What has left the house stays: %CVN_ERROR_FINAL.
 */
gboolean
cvn_writer_take_back (CvnWriter     *self,
                      const CvnKind *kind,
                      const char    *id,
                      GError       **error)
{
  GError *failure = NULL;
  g_autoptr (CvnRecord) before = cvn_reader_get (self->reader, kind, id, &failure);

  if (before != NULL && !cvn_writer_check_final (self, before, NULL, &failure) && cvn_error_get_record (failure) == NULL &&
      g_error_matches (failure, CVN_ERROR, CVN_ERROR_FINAL))
    g_clear_error (&failure);
  if (failure == NULL)
    return before == NULL || cvn_writer_delete_row (self, before, error);
  g_propagate_error (error, failure);
  return FALSE;
}

/**
 * cvn_writer_delete:
 *
 * Deletes the record called @id. Whether others refer to it is looked at when the change set is complete (%CVN_ERROR_IN_USE).
 *
 * Returns: FALSE with %CVN_ERROR_NOT_FOUND when it is not there
 */
gboolean
cvn_writer_delete (CvnWriter     *self,
                   const CvnKind *kind,
                   const char    *id,
                   GError       **error)
{
  GError *failure = NULL;
  g_autoptr (CvnRecord) before = cvn_reader_get (self->reader, kind, id, &failure);

  if (before != NULL)
    return cvn_writer_check_final (self, before, NULL, error) && cvn_writer_delete_row (self, before, error);
  if (failure == NULL)
    g_set_error_literal (&failure, CVN_ERROR, CVN_ERROR_NOT_FOUND, _("The record is not there any more."));
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
fail_conflict (const CvnField *field,
               GError        **error)
{
  if (field == NULL)
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_CONFLICT, _("Somebody else changed or deleted this record meanwhile."));
      return FALSE;
    }
  g_set_error (error, CVN_ERROR, CVN_ERROR_CONFLICT, _("Somebody else changed “%s” meanwhile."), _(field->label));
  cvn_error_set_field (error, field->name);
  return FALSE;
}

/* Only what the person changed is written; what others changed in other fields stays. */
static gboolean
merge (CvnRecord       *current,
       const CvnChange *change,
       GError         **error)
{
  const CvnKind *kind = cvn_record_get_kind (current);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CvnValue *old = cvn_record_get_value (change->before, i);
      const CvnValue *new = cvn_record_get_value (change->after, i);
      const CvnValue *now = cvn_record_get_value (current, i);

      if (cvn_value_equal (old, new) || cvn_value_equal (now, new))
        continue;
      if (!cvn_value_equal (now, old))
        return fail_conflict (&kind->fields[i], error);
      cvn_record_set_value (current, i, new);
    }
  if (g_strcmp0 (cvn_record_get_extra (change->before), cvn_record_get_extra (change->after)) != 0)
    cvn_record_set_extra (current, cvn_record_get_extra (change->after));
  return TRUE;
}

static gboolean
apply_change (CvnWriter       *self,
              const CvnChange *change,
              GError         **error)
{
  g_autoptr (CvnRecord) current = NULL;
  GError *failure = NULL;

  if (change->before == NULL)
    return add (self, change->after, error);
  current = cvn_reader_get (self->reader, cvn_record_get_kind (change->before), cvn_record_get_id (change->before), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (change->after == NULL)
    {
      if (current == NULL)
        return TRUE;
      if (!cvn_record_equal (current, change->before))
        return fail_conflict (NULL, error);
      return cvn_writer_check_final (self, current, NULL, error) && cvn_writer_delete_row (self, current, error);
    }
  if (current == NULL)
    return fail_conflict (NULL, error);
  return cvn_writer_check_booking_move (change->before, change->after, error) && merge (current, change, error) && cvn_writer_put (self, current, error);
}

/* What bears costs is there before them, wherever it stands: whether it has room for them is seen as they are written. */
static gboolean
bears_costs (const CvnChange *change)
{
  return change->after != NULL && cvn_record_get_kind (change->after) == &cvn_kind_budget_line;
}

static gboolean
apply_those (CvnWriter    *self,
             CvnChangeSet *changes,
             gboolean      that_bear,
             GError      **error)
{
  for (guint i = 0; i < cvn_change_set_get_n (changes); i++)
    {
      const CvnChange *change = cvn_change_set_get (changes, i);

      if (bears_costs (change) == that_bear && !apply_change (self, change, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * cvn_writer_apply:
 *
 * Applies all changes of @changes, in whatever order they refer to each other. A field that somebody else changed since the
 * person saw it, or a record that is gone, is %CVN_ERROR_CONFLICT; otherwise errors as cvn_writer_put() and cvn_writer_delete().
 */
gboolean
cvn_writer_apply (CvnWriter    *self,
                  CvnChangeSet *changes,
                  GError      **error)
{
  gboolean applied;

  self->in_set = TRUE;
  applied = apply_those (self, changes, TRUE, error) && apply_those (self, changes, FALSE, error);
  self->in_set = FALSE;
  return applied;
}

/** cvn_writer_resolve: as cvn_reader_resolve(), with what was written so far. */
char *
cvn_writer_resolve (CvnWriter     *self,
                    const CvnKind *kind,
                    const char    *text,
                    GError       **error)
{
  return cvn_reader_resolve (self->reader, kind, text, error);
}
