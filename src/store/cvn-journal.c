/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-journal"

#include "cvn-journal.h"

#include "cvn-journal-pack.h"
#include "cvn-record.h"

#include <string.h>

/*
 * Every change set leaves one entry, and every entry carries the hash of the one before it, so that a line taken out or
 * touched up afterwards shows. Undo, history, the outgoing queue and the audit trail all read this one book.
 *
 * Kinds by the thousand (CVN_KIND_BULK) are written down in packs when they are added: an import of 100,000 counts would
 * otherwise write each of them twice. The pack keeps the hash of every row; the values are in the table as long as the row
 * is there, and in the journal from its first change on.
 */

struct _CvnJournal
{
  CvnDb                 *db;
  const CvnJournalEntry *entry;
  gint64                 no;
  guint                  n_records;
  GChecksum             *checksum;
  CvnStatement          *insert;
  GString               *before;
  GString               *after;

  const CvnKind  *pack_kind; /* NULL: no pack is open */
  gint64          pack_seq;
  CvnJournalPack *pack;
};

#define SQL_INSERT_CHANGE                                                            \
  "INSERT INTO journal_change (journal_no, kind, seq, n, record_id, before, after) " \
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
#define SQL_INSERT_ENTRY                                                                   \
  "INSERT INTO journal (no, at, actor, action, kind, subject, reverses, n_records, hash) " \
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, NULLIF (?7, 0), ?8, ?9)"
#define SQL_SELECT_CHANGES \
  "SELECT kind, seq, n, record_id, before, after FROM journal_change WHERE journal_no = ?1 ORDER BY no"
#define SQL_SELECT_ENTRIES \
  "SELECT no, at, actor, action, kind, subject, reverses, n_records, hash FROM journal ORDER BY no"

/* A text with its end, so that two texts side by side are not a third; an empty one differs from none. */
static void
digest_text (GChecksum  *checksum,
             const char *text)
{
  if (text == NULL)
    {
      g_checksum_update (checksum, (const guchar *) "\1", 2);
      return;
    }
  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text) + 1);
}

static void
digest_integer (GChecksum *checksum,
                gint64     integer)
{
  char digits[24];

  g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, integer);
  digest_text (checksum, digits);
}

/** cvn_journal_get_last: the number and hash of the last entry; 0 and "" before the first. */
gboolean
cvn_journal_get_last (CvnDb   *db,
                      gint64  *no,
                      char   **hash,
                      GError **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (db, "SELECT no, hash FROM journal ORDER BY no DESC LIMIT 1", error);
  gboolean has_row = FALSE;

  if (statement == NULL || !cvn_statement_step (statement, &has_row, error))
    return FALSE;
  *no = has_row ? cvn_statement_get_integer (statement, 0) : 0;
  if (hash != NULL)
    *hash = g_strdup (has_row ? cvn_statement_get_text (statement, 1) : "");
  return TRUE;
}

/**
 * cvn_journal_begin:
 * @db: a connection in a write transaction
 *
 * Returns: (transfer full) (nullable): an entry to note changes in; it is written by cvn_journal_finish() only
 */
CvnJournal *
cvn_journal_begin (CvnDb                 *db,
                   const CvnJournalEntry *entry,
                   GError               **error)
{
  g_autoptr (CvnJournal) self = g_new0 (CvnJournal, 1);
  g_autofree char *last_hash = NULL;
  gint64           last = 0;

  self->db = db;
  self->entry = entry;
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->before = g_string_new (NULL);
  self->after = g_string_new (NULL);
  self->pack = cvn_journal_pack_new ();
  self->insert = cvn_db_prepare (db, SQL_INSERT_CHANGE, error);
  if (self->insert == NULL || !cvn_journal_get_last (db, &last, &last_hash, error))
    return NULL;
  self->no = last + 1;
  digest_text (self->checksum, last_hash);
  return g_steal_pointer (&self);
}

/** cvn_journal_free: lets go of an entry, finished or not. */
void
cvn_journal_free (CvnJournal *self)
{
  if (self == NULL)
    return;
  g_checksum_free (self->checksum);
  cvn_statement_free (self->insert);
  g_string_free (self->before, TRUE);
  g_string_free (self->after, TRUE);
  cvn_journal_pack_free (self->pack);
  g_free (self);
}

static void
digest_change (GChecksum  *checksum,
               const char *kind,
               gint64      seq,
               gint64      n,
               const char *id,
               const char *before,
               const char *after)
{
  digest_text (checksum, kind);
  digest_integer (checksum, seq);
  digest_integer (checksum, n);
  digest_text (checksum, id);
  digest_text (checksum, before);
  digest_text (checksum, after);
}

static gboolean
write_change (CvnJournal    *self,
              const CvnKind *kind,
              gint64         seq,
              guint          n,
              const char    *id,
              const char    *before,
              const char    *after,
              GError       **error)
{
  digest_change (self->checksum, kind->name, seq, n, id, before, after);
  cvn_statement_bind_integer (self->insert, 1, self->no);
  cvn_statement_bind_text (self->insert, 2, kind->name);
  cvn_statement_bind_integer (self->insert, 3, seq);
  cvn_statement_bind_integer (self->insert, 4, n);
  cvn_statement_bind_text (self->insert, 5, id);
  cvn_statement_bind_text (self->insert, 6, before);
  cvn_statement_bind_text (self->insert, 7, after);
  return cvn_statement_run (self->insert, error);
}

static gboolean
close_pack (CvnJournal *self,
            GError    **error)
{
  const CvnKind *kind = g_steal_pointer (&self->pack_kind);

  return kind == NULL || write_change (self, kind, self->pack_seq, cvn_journal_pack_get_n (self->pack), NULL, NULL,
                                       cvn_journal_pack_get_text (self->pack), error);
}

static gboolean
note_in_pack (CvnJournal *self,
              CvnRecord  *added,
              guint64     hash,
              GError    **error)
{
  const CvnKind *kind = cvn_record_get_kind (added);
  gint64         seq = cvn_record_get_seq (added);
  const char    *id = cvn_record_get_id (added);

  if (self->pack_kind == kind && seq == self->pack_seq + cvn_journal_pack_get_n (self->pack) && cvn_journal_pack_add (self->pack, id, hash))
    return TRUE;
  if (!close_pack (self, error))
    return FALSE;
  self->pack_kind = kind;
  self->pack_seq = seq;
  cvn_journal_pack_begin (self->pack);
  return cvn_journal_pack_add (self->pack, id, hash);
}

/**
 * cvn_journal_note:
 * @before: (nullable): the record as it was; NULL when it is new
 * @after: (nullable): the record as it is now in the file; NULL when it is deleted
 * @hash: of @after, as it was stored with the row
 *
 * Writes one change down.
 */
gboolean
cvn_journal_note (CvnJournal *self,
                  CvnRecord  *before,
                  CvnRecord  *after,
                  guint64     hash,
                  GError    **error)
{
  CvnRecord     *record = after != NULL ? after : before;
  const CvnKind *kind = cvn_record_get_kind (record);

  self->n_records++;
  if (before == NULL && (kind->flags & CVN_KIND_BULK) != 0)
    return note_in_pack (self, after, hash, error);
  if (!close_pack (self, error))
    return FALSE;
  g_string_truncate (self->before, 0);
  g_string_truncate (self->after, 0);
  if (before != NULL)
    cvn_record_write_json (before, after, self->before);
  if (after != NULL)
    cvn_record_write_json (after, before, self->after);
  return write_change (self, kind, cvn_record_get_seq (record), 1, cvn_record_get_id (record),
                       before != NULL ? self->before->str : NULL, after != NULL ? self->after->str : NULL, error);
}

static void
digest_entry (GChecksum  *checksum,
              gint64      no,
              const char *at,
              const char *actor,
              const char *action,
              const char *kind,
              const char *subject,
              gint64      reverses,
              gint64      n_records)
{
  digest_integer (checksum, no);
  digest_text (checksum, at);
  digest_text (checksum, actor);
  digest_text (checksum, action);
  digest_text (checksum, kind);
  digest_text (checksum, subject);
  digest_integer (checksum, reverses);
  digest_integer (checksum, n_records);
}

/**
 * cvn_journal_finish:
 * @no: (out): the entry's number, 0 when nothing was noted and nothing is written
 * @hash: (out) (transfer full) (nullable): the entry's hash
 *
 * Writes the entry. The transaction is the caller's to commit.
 */
gboolean
cvn_journal_finish (CvnJournal *self,
                    gint64     *no,
                    char      **hash,
                    GError    **error)
{
  const CvnJournalEntry *entry = self->entry;
  const char            *action = cvn_action_get_code (entry->action);
  const char            *kind = entry->kind != NULL ? entry->kind->name : NULL;

  *no = 0;
  *hash = NULL;
  if (self->n_records == 0)
    return TRUE;
  if (!close_pack (self, error))
    return FALSE;
  digest_entry (self->checksum, self->no, entry->at, entry->actor, action, kind, entry->subject, entry->reverses, self->n_records);
  *hash = g_strdup (g_checksum_get_string (self->checksum));
  *no = self->no;
  return cvn_db_execute (self->db, error, SQL_INSERT_ENTRY, "isssssiis", self->no, entry->at, entry->actor, action, kind,
                         entry->subject, entry->reverses, (gint64) self->n_records, *hash);
}

static gboolean
digest_stored_changes (CvnDb     *db,
                       gint64     no,
                       GChecksum *checksum,
                       GError   **error)
{
  g_autoptr (CvnStatement) changes = cvn_db_prepare (db, SQL_SELECT_CHANGES, error);
  gboolean has_row = FALSE;

  if (changes == NULL)
    return FALSE;
  cvn_statement_bind (changes, "i", no);
  while (cvn_statement_step (changes, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      digest_change (checksum, cvn_statement_get_text (changes, 0), cvn_statement_get_integer (changes, 1),
                     cvn_statement_get_integer (changes, 2), cvn_statement_get_text (changes, 3),
                     cvn_statement_get_text (changes, 4), cvn_statement_get_text (changes, 5));
    }
  return FALSE;
}

/* Leaves the entry's hash in @previous when it is right. */
static gboolean
verify_entry (CvnDb        *db,
              CvnStatement *entry,
              char        **previous,
              gboolean     *right,
              GError      **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gint64      no = cvn_statement_get_integer (entry, 0);
  const char *hash = cvn_statement_get_text (entry, 8);

  digest_text (checksum, *previous);
  if (!digest_stored_changes (db, no, checksum, error))
    return FALSE;
  digest_entry (checksum, no, cvn_statement_get_text (entry, 1), cvn_statement_get_text (entry, 2),
                cvn_statement_get_text (entry, 3), cvn_statement_get_text (entry, 4), cvn_statement_get_text (entry, 5),
                cvn_statement_get_integer (entry, 6), cvn_statement_get_integer (entry, 7));
  *right = g_strcmp0 (g_checksum_get_string (checksum), hash) == 0;
  g_free (*previous);
  *previous = g_strdup (hash);
  return TRUE;
}

/**
 * cvn_journal_verify:
 * @first_wrong: (out): the first entry that is not as it was written, or that follows a missing one; 0 when all is well
 *
 * Calculates the chain again from the first entry on.
 */
gboolean
cvn_journal_verify (CvnDb        *db,
                    gint64       *first_wrong,
                    GCancellable *cancellable,
                    GError      **error)
{
  g_autoptr (CvnStatement) entries = cvn_db_prepare (db, SQL_SELECT_ENTRIES, error);
  g_autofree char *previous = g_strdup ("");
  gboolean         has_row = FALSE;

  *first_wrong = 0;
  if (entries == NULL)
    return FALSE;
  for (gint64 expected = 1; cvn_statement_step (entries, &has_row, error); expected++)
    {
      gboolean right = FALSE;

      if (!has_row)
        return TRUE;
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !verify_entry (db, entries, &previous, &right, error))
        return FALSE;
      if (right && cvn_statement_get_integer (entries, 0) == expected)
        continue;
      *first_wrong = cvn_statement_get_integer (entries, 0);
      return TRUE;
    }
  return FALSE;
}
