/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-search-index"

#include "cvn-search-index.h"

#include <string.h>

/*
 * Each record that is searched by words has a document: a title, and the words of its fields. The journal says how far the
 * documents are: meta's search_no is the last change that they know. A few changes are taken in at once, in the same
 * transaction; many are left to cvn_search_index_catch_up(), batch by batch, which also mends what a crash left behind.
 */

#define MAX_AT_ONCE 500
#define BATCH       500

/* As deep as titles name each other, see cvn-reader-title.c. */
#define MAX_DEPTH 4

typedef struct
{
  const CvnKind *kind;
  char          *id;
  guint          depth; /* how many names of names lead here from what was changed */
} Item;

struct _CvnSearchIndex
{
  CvnReader *reader;
  GArray    *items; /* of Item */
  gboolean   too_many;
};

#define SQL_FIND         "SELECT seq, title, text FROM search_document WHERE record_id = ?1 AND kind = ?2"
#define SQL_ADD          "INSERT INTO search_document (seq, kind, record_id, title, text) VALUES (?1, ?2, ?3, ?4, ?5)"
#define SQL_REMOVE       "DELETE FROM search_document WHERE seq = ?1"
#define SQL_ADD_WORDS    "INSERT INTO search_words (rowid, title, text) VALUES (?1, ?2, ?3)"
#define SQL_REMOVE_WORDS "INSERT INTO search_words (search_words, rowid, title, text) VALUES ('delete', ?1, ?2, ?3)"
#define SQL_ADD_GRAMS    "INSERT INTO search_grams (rowid, title) VALUES (?1, ?2)"
#define SQL_REMOVE_GRAMS "INSERT INTO search_grams (search_grams, rowid, title) VALUES ('delete', ?1, ?2)"
#define SQL_LAST_CHANGE  "SELECT ifnull (max (no), 0) FROM journal_change"
#define SQL_KNOWN        "SELECT value FROM meta WHERE name = 'search_no'"
#define SQL_SET_KNOWN    "INSERT INTO meta (name, value) VALUES ('search_no', ?1) ON CONFLICT DO UPDATE SET value = ?1"
#define SQL_EMPTY                                                  \
  "DELETE FROM search_document;"                                   \
  "INSERT INTO search_words (search_words) VALUES ('delete-all');" \
  "INSERT INTO search_grams (search_grams) VALUES ('delete-all');"
#define SQL_NEXT "SELECT no, kind, record_id FROM journal_change WHERE no > (" SQL_KNOWN ") ORDER BY no LIMIT ?1"

static void
clear_item (Item *item)
{
  g_free (item->id);
}

static GArray *
new_items (void)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (Item));

  g_array_set_clear_func (items, (GDestroyNotify) clear_item);
  return items;
}

/** cvn_search_index_new: (transfer full): nothing to index yet; titles are made with @reader, which is borrowed. */
CvnSearchIndex *
cvn_search_index_new (CvnReader *reader)
{
  CvnSearchIndex *self = g_new0 (CvnSearchIndex, 1);

  self->reader = reader;
  self->items = new_items ();
  return self;
}

/** cvn_search_index_free: forgets what was noted. */
void
cvn_search_index_free (CvnSearchIndex *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_free (self);
}

/** cvn_search_index_note: the record was added, changed or deleted; see cvn_journal_note(). */
void
cvn_search_index_note (CvnSearchIndex *self,
                       CvnRecord      *before,
                       CvnRecord      *after)
{
  CvnRecord     *record = after != NULL ? after : before;
  const CvnKind *kind = cvn_record_get_kind (record);
  Item           item = { kind, NULL, 0 };

  if ((kind->flags & CVN_KIND_BULK) != 0 || self->too_many)
    return;
  if (self->items->len == MAX_AT_ONCE)
    {
      self->too_many = TRUE;
      g_array_set_size (self->items, 0);
      return;
    }
  item.id = g_strdup (cvn_record_get_id (record));
  g_array_append_val (self->items, item);
}

static gboolean
remove_words (CvnDb        *db,
              CvnStatement *document,
              GError      **error)
{
  gint64      seq = cvn_statement_get_integer (document, 0);
  const char *title = cvn_statement_get_text (document, 1);
  const char *text = cvn_statement_get_text (document, 2);

  return cvn_db_execute (db, error, SQL_REMOVE_WORDS, "iss", seq, title, text) &&
         cvn_db_execute (db, error, SQL_REMOVE_GRAMS, "is", seq, title);
}

/* Takes the document out if there is one; its place is kept in @seq, what it said in @before. */
static gboolean
remove_document (CvnDb      *db,
                 const Item *item,
                 gint64     *seq,
                 char      **before,
                 GError    **error)
{
  g_autoptr (CvnStatement) find = cvn_db_prepare (db, SQL_FIND, error);
  gboolean has_row = FALSE;

  *seq = 0;
  if (find == NULL)
    return FALSE;
  cvn_statement_bind (find, "ss", item->id, item->kind->name);
  if (!cvn_statement_step (find, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  *seq = cvn_statement_get_integer (find, 0);
  *before = g_strjoin ("\n", cvn_statement_get_text (find, 1), cvn_statement_get_text (find, 2), NULL);
  if (!remove_words (db, find, error))
    return FALSE;
  cvn_statement_reset (find);
  return cvn_db_execute (db, error, SQL_REMOVE, "i", *seq);
}

static void
append_words (GString    *text,
              const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, words);
}

/* What the record is called in each language: whoever types a name means the record called so, whichever name it is. */
static char *
make_title (CvnReader *reader,
            CvnRecord *record)
{
  g_autofree char *dutch = cvn_reader_dup_record_title (reader, record, CVN_LANGUAGE_NL);
  g_autofree char *english = cvn_reader_dup_record_title (reader, record, CVN_LANGUAGE_EN);

  return g_str_equal (dutch, english) ? g_steal_pointer (&dutch) : g_strjoin ("\n", dutch, english, NULL);
}

static char *
make_text (CvnRecord *record)
{
  const CvnKind *kind = cvn_record_get_kind (record);
  GString       *text = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & (CVN_FIELD_SEARCH | CVN_FIELD_KEY)) != 0)
      {
        g_autofree char *words = cvn_field_format (&kind->fields[i], cvn_record_get_value (record, i), CVN_LANGUAGE_NL);

        append_words (text, words);
      }
  return g_string_free (text, FALSE);
}

static gboolean
add_document (CvnReader  *reader,
              const Item *item,
              CvnRecord  *record,
              gint64      seq,
              char      **after,
              GError    **error)
{
  g_autofree char *title = make_title (reader, record);
  g_autofree char *text = make_text (record);
  g_auto (CvnValue) place = CVN_VALUE_INIT;

  *after = g_strjoin ("\n", title, text, NULL);
  if (seq != 0)
    cvn_value_set_integer (&place, seq);
  if (!cvn_db_execute (reader->db, error, SQL_ADD, "vssss", &place, item->kind->name, item->id, title, text))
    return FALSE;
  if (seq == 0)
    seq = cvn_db_get_last_rowid (reader->db);
  return cvn_db_execute (reader->db, error, SQL_ADD_WORDS, "iss", seq, title, text) &&
         cvn_db_execute (reader->db, error, SQL_ADD_GRAMS, "is", seq, title);
}

static gboolean
index_record (CvnReader  *reader,
              const Item *item,
              gboolean   *says_other,
              GError    **error)
{
  GError *failure = NULL;
  g_autoptr (CvnRecord) record = cvn_reader_get (reader, item->kind, item->id, &failure);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64           seq = 0;

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (!remove_document (reader->db, item, &seq, &before, error) ||
      (record != NULL && !add_document (reader, item, record, seq, &after, error)))
    return FALSE;
  *says_other = before != NULL && after != NULL && !g_str_equal (before, after);
  return TRUE;
}

static gboolean
add_bearers_of_field (CvnDb          *db,
                      const CvnKind  *kind,
                      const CvnField *field,
                      const Item     *named,
                      GHashTable     *seen,
                      GArray         *items,
                      GError        **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ?1", kind->name, field->name);
  g_autoptr (CvnStatement) statement = cvn_db_prepare (db, sql, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  cvn_statement_bind_text (statement, 1, named->id);
  while (cvn_statement_step (statement, &has_row, error))
    {
      Item item = { kind, NULL, named->depth + 1 };

      if (!has_row)
        return TRUE;
      item.id = g_strdup (cvn_statement_get_text (statement, 0));
      if (g_hash_table_add (seen, g_strconcat (kind->name, "/", item.id, NULL)))
        g_array_append_val (items, item);
      else
        clear_item (&item);
    }
  return FALSE;
}

/* Adds the records whose title has @named's in it: an instalment is called by its organisation. */
static gboolean
add_bearers (CvnDb      *db,
             const Item *named,
             GHashTable *seen,
             GArray     *items,
             GError    **error)
{
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    for (guint i = 0; i < kinds[k]->n_fields; i++)
      {
        const CvnField *field = &kinds[k]->fields[i];

        if ((kinds[k]->flags & CVN_KIND_BULK) == 0 && field->type == CVN_FIELD_REFERENCE && (field->flags & CVN_FIELD_TITLE) != 0 &&
            g_strcmp0 (field->refers_to, named->kind->name) == 0 && !add_bearers_of_field (db, kinds[k], field, named, seen, items, error))
          return FALSE;
      }
  return TRUE;
}

/* Indexes @items, and after them those that bear the name of one that is called otherwise now. */
static gboolean
index_items (CvnReader *reader,
             GArray    *items,
             GError   **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  /* Titles that were asked for before the change. */
  g_hash_table_remove_all (reader->titles);
  for (guint i = 0; i < items->len; i++)
    {
      /* A copy: the array may move when it grows. */
      const Item item = g_array_index (items, Item, i);
      gboolean   says_other = FALSE;

      if (!index_record (reader, &item, &says_other, error) ||
          (says_other && item.depth < MAX_DEPTH && !add_bearers (reader->db, &item, seen, items, error)))
        return FALSE;
    }
  return TRUE;
}

/* Whether all but the changes of this transaction, the entry last written, was known before it. */
static gboolean
was_up_to_date (CvnDb    *db,
                gboolean *up_to_date,
                GError  **error)
{
  gint64 known = 0;
  gint64 last = 0;

  if (!cvn_db_get_integer (db, SQL_KNOWN, &known, error) ||
      !cvn_db_get_integer (db, "SELECT ifnull (max (no), 0) FROM journal_change WHERE no < "
                               "(SELECT min (no) FROM journal_change WHERE journal_no = (SELECT max (no) FROM journal))",
                           &last, error))
    return FALSE;
  *up_to_date = known >= last;
  return TRUE;
}

/**
 * cvn_search_index_write:
 *
 * Takes the words of what was noted in, after the journal entry is written and in its transaction; leaves them to
 * cvn_search_index_catch_up() when they are many or when that has work left.
 */
gboolean
cvn_search_index_write (CvnSearchIndex *self,
                        GError        **error)
{
  CvnDb   *db = self->reader->db;
  gboolean up_to_date = FALSE;
  gint64   last = 0;

  if (self->too_many)
    return TRUE;
  if (!was_up_to_date (db, &up_to_date, error))
    return FALSE;
  if (!up_to_date)
    return TRUE;
  return index_items (self->reader, self->items, error) && cvn_db_get_integer (db, SQL_LAST_CHANGE, &last, error) && cvn_db_execute (db, error, SQL_SET_KNOWN, "i", last);
}

/** cvn_search_index_is_behind: whether there are changes that the search box does not know yet. */
gboolean
cvn_search_index_is_behind (CvnDb    *db,
                            gboolean *behind,
                            GError  **error)
{
  gint64 known = 0;
  gint64 last = 0;

  if (!cvn_db_get_integer (db, SQL_KNOWN, &known, error) || !cvn_db_get_integer (db, SQL_LAST_CHANGE, &last, error))
    return FALSE;
  *behind = known < last;
  return TRUE;
}

static gboolean
read_batch (CvnDb   *db,
            GArray  *items,
            gint64  *last,
            GError **error)
{
  g_autoptr (CvnStatement) next = cvn_db_prepare (db, SQL_NEXT, error);
  gboolean has_row = FALSE;

  if (next == NULL)
    return FALSE;
  cvn_statement_bind_integer (next, 1, BATCH);
  while (cvn_statement_step (next, &has_row, error))
    {
      const CvnKind *kind;
      const char    *id;
      Item           item = { NULL, NULL, 0 };

      if (!has_row)
        return TRUE;
      kind = cvn_kind_find (cvn_statement_get_text (next, 1));
      id = cvn_statement_get_text (next, 2);
      *last = cvn_statement_get_integer (next, 0);
      if (kind == NULL || id == NULL || (kind->flags & CVN_KIND_BULK) != 0)
        continue;
      item.kind = kind;
      item.id = g_strdup (id);
      g_array_append_val (items, item);
    }
  return FALSE;
}

static gboolean
index_batch (CvnDb   *db,
             GError **error)
{
  g_autoptr (CvnReader) reader = cvn_reader_new (db);
  g_autoptr (GArray) items = new_items ();
  gint64 last = 0;

  return read_batch (db, items, &last, error) && index_items (reader, items, error) &&
         (last == 0 || cvn_db_execute (db, error, SQL_SET_KNOWN, "i", last));
}

/** cvn_search_index_catch_up: takes the next batch of changes in, in a transaction of its own. */
gboolean
cvn_search_index_catch_up (CvnDb   *db,
                           GError **error)
{
  if (!cvn_db_run_script (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (index_batch (db, error) && cvn_db_run_script (db, "COMMIT", error))
    return TRUE;
  cvn_db_run_script (db, "ROLLBACK", NULL);
  return FALSE;
}

static gboolean
add_all_of_kind (CvnDb         *db,
                 const CvnKind *kind,
                 GArray        *items,
                 GError       **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" ORDER BY seq", kind->name);
  g_autoptr (CvnStatement) statement = cvn_db_prepare (db, sql, error);
  gboolean has_row = FALSE;

  while (statement != NULL && cvn_statement_step (statement, &has_row, error))
    {
      Item item = { kind, NULL, 0 };

      if (!has_row)
        return TRUE;
      item.id = g_strdup (cvn_statement_get_text (statement, 0));
      g_array_append_val (items, item);
    }
  return FALSE;
}

/**
 * cvn_search_index_rebuild:
 * @cancellable: (nullable): gives up
 *
 * Makes all documents anew, from the records, whatever was there. Within a transaction of the caller's.
 */
gboolean
cvn_search_index_rebuild (CvnReader    *reader,
                          GCancellable *cancellable,
                          GError      **error)
{
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);
  gint64                last = 0;

  if (!cvn_db_run_script (reader->db, SQL_EMPTY, error))
    return FALSE;
  for (guint k = 0; k < n_kinds; k++)
    {
      g_autoptr (GArray) items = new_items ();

      if ((kinds[k]->flags & CVN_KIND_BULK) != 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !add_all_of_kind (reader->db, kinds[k], items, error) || !index_items (reader, items, error))
        return FALSE;
    }
  return cvn_db_get_integer (reader->db, SQL_LAST_CHANGE, &last, error) && cvn_db_execute (reader->db, error, SQL_SET_KNOWN, "i", last);
}
