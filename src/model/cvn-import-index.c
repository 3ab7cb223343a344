/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-import-index"

#include "cvn-import-index.h"

#include <string.h>

#define BLOCK 1000
/* Entries made at once: each on its own would cost more than to fill it in. */
#define ENTRIES 1024

/* A record that is stored, or that stands in the file. */
typedef struct
{
  guint64 name;
  guint64 content;
  gint64  seq;  /* 0: only in the file */
  guint   line; /* 0: not in the file so far */
} Entry;

/* Numbers over values stand for the values: with 64 bits and a hundred thousand records, two that differ have the
 * same one once in some billion imports, and then the row is compared with the stored record before it changes it. */
struct _CvnImportIndex
{
  const CvnKind *kind;
  GArray        *columns;    /* of guint: the fields that the file has */
  GArray        *keys;       /* of guint: those of them that name a record */
  GArray        *scope;      /* of guint: those of them that a key names a record together with; often none */
  GArray        *natural;    /* of guint: the fields that together name one; NULL when there are none */
  gboolean       ids;        /* the file has ids of records */
  GHashTable    *by_key;     /* set of Entry, each found by its name */
  GPtrArray     *entries;    /* of Entry[ENTRIES], where those in by_key are */
  guint          n_entries;  /* used of the last of them */
  GHashTable    *by_content; /* guint64 → how often, for records that nothing names */
};

/* What the file does not have cannot tell its rows apart. */
static GArray *
find_scope (const CvnCsvMapping *mapping,
            const CvnKind       *kind)
{
  g_auto (GStrv) names = g_strsplit (kind->key_scope != NULL ? kind->key_scope : "", "|", -1);
  GArray *scope = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; names[i] != NULL; i++)
    {
      int field = cvn_kind_find_field (kind, names[i]);

      if (field >= 0 && cvn_csv_mapping_find_field (mapping, (guint) field) >= 0)
        g_array_append_val (scope, field);
    }
  return scope;
}

static GArray *
find_natural (const CvnCsvMapping *mapping,
              const CvnKind       *kind)
{
  g_auto (GStrv) names = NULL;
  g_autoptr (GArray) natural = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean given = FALSE;

  if (kind->natural_key == NULL)
    return NULL;
  names = g_strsplit (kind->natural_key, "|", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      int field = cvn_kind_find_field (kind, names[i]);

      g_return_val_if_fail (field >= 0, NULL);
      given = given || cvn_csv_mapping_find_field (mapping, (guint) field) >= 0;
      g_array_append_val (natural, field);
    }
  return given ? g_steal_pointer (&natural) : NULL;
}

/**
 * cvn_import_index_new:
 * @mapping: which fields the file has
 *
 * Returns: (transfer full): an index that knows no record yet
 */
CvnImportIndex *
cvn_import_index_new (const CvnCsvMapping *mapping)
{
  CvnImportIndex *self = g_new0 (CvnImportIndex, 1);

  self->kind = cvn_csv_mapping_get_kind (mapping);
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->keys = g_array_new (FALSE, FALSE, sizeof (guint));
  self->scope = find_scope (mapping, self->kind);
  self->natural = find_natural (mapping, self->kind);
  self->ids = cvn_csv_mapping_has_id (mapping);
  self->by_key = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->entries = g_ptr_array_new_with_free_func (g_free);
  self->n_entries = ENTRIES;
  self->by_content = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      if (cvn_csv_mapping_find_field (mapping, i) < 0)
        continue;
      g_array_append_val (self->columns, i);
      if ((self->kind->fields[i].flags & CVN_FIELD_KEY) != 0)
        g_array_append_val (self->keys, i);
    }
  return self;
}

/** cvn_import_index_free: frees the index; nothing happens to NULL. */
void
cvn_import_index_free (CvnImportIndex *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->columns);
  g_array_unref (self->keys);
  g_array_unref (self->scope);
  g_clear_pointer (&self->natural, g_array_unref);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->by_content);
  g_free (self);
}

static guint64
hash_fields (CvnRecord    *record,
             const GArray *fields)
{
  return cvn_csv_hash_fields (record, (const guint *) (gconstpointer) fields->data, fields->len);
}

static gboolean
get_id_name (CvnImportIndex *self,
             CvnRecord      *record,
             guint64        *name)
{
  const char *id = self->ids ? cvn_record_get_id (record) : NULL;

  if (id != NULL)
    *name = cvn_csv_hash_text (id);
  return id != NULL;
}

static gboolean
get_key_name (CvnImportIndex *self,
              CvnRecord      *record,
              guint           field,
              guint64        *name)
{
  if (cvn_value_is_none (cvn_record_get_value (record, field)))
    return FALSE;
  /* Two keys of one kind may hold the same word. */
  *name = cvn_csv_hash_fields (record, &field, 1) + field;
  if (self->scope->len > 0)
    *name = *name * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) ^ hash_fields (record, self->scope);
  return TRUE;
}

/* How many names a record may have: its id, its keys, and its natural key. */
static guint
count_names (CvnImportIndex *self)
{
  return self->keys->len + 2;
}

/* The number that stands for the @i-th name of a record; FALSE when it has none there. */
static gboolean
get_name (CvnImportIndex *self,
          CvnRecord      *record,
          guint           i,
          guint64        *name)
{
  if (i == 0)
    return get_id_name (self, record, name);
  if (i <= self->keys->len)
    return get_key_name (self, record, g_array_index (self->keys, guint, i - 1), name);
  if (self->natural != NULL)
    *name = hash_fields (record, self->natural);
  return self->natural != NULL;
}

/* Whether a record has a name, the one that it goes by, and what is known under it. An id that is not known yet says nothing about the
 * other names: the record may have come here another way. */
static gboolean
find_entry (CvnImportIndex *self,
            CvnRecord      *record,
            guint64        *name,
            Entry         **entry)
{
  gboolean named = FALSE;

  *entry = NULL;
  for (guint i = 0; i < count_names (self); i++)
    if (get_name (self, record, i, name))
      {
        named = TRUE;
        *entry = g_hash_table_lookup (self->by_key, name);
        if (*entry != NULL || i > 0)
          break;
      }
  return named;
}

static void
add_entry (CvnImportIndex *self,
           Entry           entry)
{
  Entry *place;

  if (self->n_entries == ENTRIES)
    {
      g_ptr_array_add (self->entries, g_new (Entry, ENTRIES));
      self->n_entries = 0;
    }
  place = (Entry *) self->entries->pdata[self->entries->len - 1] + self->n_entries++;
  *place = entry;
  g_hash_table_add (self->by_key, place);
}

static void
add_count (CvnImportIndex *self,
           guint64         content,
           int             more)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_content, &content));

  g_hash_table_insert (self->by_content, g_memdup2 (&content, sizeof content), GUINT_TO_POINTER ((guint) ((int) n + more)));
}

static void
add_stored (CvnImportIndex *self,
            CvnRecord      *record)
{
  guint64 content = hash_fields (record, self->columns), name;

  for (guint i = 0; i < count_names (self); i++)
    if (get_name (self, record, i, &name))
      add_entry (self, (Entry){ name, content, cvn_record_get_seq (record), 0 });
  if (self->natural == NULL)
    add_count (self, content, 1);
}

/**
 * cvn_import_index_load:
 * @reader: where the records are
 *
 * Reads all records of the kind once, a block at a time, so that no row needs a question of its own.
 */
gboolean
cvn_import_index_load (CvnImportIndex *self,
                       CvnReader      *reader,
                       GCancellable   *cancellable,
                       GError        **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (self->kind);
  g_autoptr (GArray) seqs = cvn_reader_list (reader, query, cancellable, error);

  if (seqs == NULL)
    return FALSE;
  for (guint at = 0; at < seqs->len; at += BLOCK)
    {
      g_autoptr (GPtrArray) records = cvn_reader_get_rows (reader, self->kind, &g_array_index (seqs, gint64, at), MIN (BLOCK, seqs->len - at), error);

      if (records == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      for (guint i = 0; i < records->len; i++)
        add_stored (self, records->pdata[i]);
    }
  return TRUE;
}

static CvnImportMatch
match_content (CvnImportIndex *self,
               guint64         content)
{
  if (g_hash_table_size (self->by_content) == 0 || GPOINTER_TO_UINT (g_hash_table_lookup (self->by_content, &content)) == 0)
    return CVN_IMPORT_NEW;
  add_count (self, content, -1);
  return CVN_IMPORT_UNCHANGED;
}

/**
 * cvn_import_index_match:
 * @record: a row of the file
 * @line: its line
 * @seq: (out): with %CVN_IMPORT_CHANGED, the place of the stored record
 * @other_line: (out): with %CVN_IMPORT_TWICE, the line that the record stands on too
 *
 * A row that has a key, or the fields of the kind's natural key, is the record of that name. Rows without are
 * counted: of n equal rows in the file and m equal records in the store, n - m are new, so that two equal bank lines of
 * one day both stay and the same file adds nothing a second time.
 */
CvnImportMatch
cvn_import_index_match (CvnImportIndex *self,
                        CvnRecord      *record,
                        guint           line,
                        gint64         *seq,
                        guint          *other_line)
{
  guint64 name;
  Entry  *entry;

  if (!find_entry (self, record, &name, &entry))
    return match_content (self, hash_fields (record, self->columns));
  if (entry == NULL)
    {
      /* What a new row holds is never asked for: the same record on another line is refused. */
      add_entry (self, (Entry){ name, 0, 0, line });
      return CVN_IMPORT_NEW;
    }
  if (entry->line > 0)
    {
      *other_line = entry->line;
      return CVN_IMPORT_TWICE;
    }
  entry->line = line;
  if (entry->content == hash_fields (record, self->columns))
    return CVN_IMPORT_UNCHANGED;
  *seq = entry->seq;
  return CVN_IMPORT_CHANGED;
}
