/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-summary"

#include "cvn-summary.h"

#include <stdlib.h>
#include <string.h>

/*
 * A dashboard over a million registration counts may not add them up each time. The sums per month, municipality and group
 * are kept beside them, in the same transaction: the differences are gathered here while the change set is written.
 */

#define KIND "registration_count"

/* A municipality or a group, of which there is one for each text: equal ones are the same pointer. */
typedef struct
{
  char *text;
  guint place; /* in the order of the texts, once all are known */
} Word;

/* The difference for one month, municipality and group. */
typedef struct
{
  gint64      month;
  const Word *municipality;
  const Word *group;
  gint64      n_rows;
  gint64      count;
  gint64      paid_count;
} Sums;

struct _CvnSummary
{
  const CvnKind *kind; /* NULL when there are no such records */
  guint          month;
  guint          municipality;
  guint          group;
  guint          count;
  guint          paid_count;
  GHashTable    *words;       /* text to Word */
  GHashTable    *differences; /* set of Sums */
};

#define SQL_ADD                                                                                    \
  "INSERT INTO registration_summary (month, municipality, group_code, n_rows, count, paid_count) " \
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6) "                                                               \
  "ON CONFLICT DO UPDATE SET n_rows = n_rows + ?4, count = count + ?5, paid_count = paid_count + ?6"
#define SQL_TIDY "DELETE FROM registration_summary WHERE month = ?1 AND municipality = ?2 AND group_code = ?3 AND n_rows = 0"

static guint
hash_key (gconstpointer data)
{
  const Sums *key = data;

  return (guint) key->month * 31 + g_direct_hash (key->municipality) * 7 + g_direct_hash (key->group);
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const Sums *first = a;
  const Sums *second = b;

  return first->month == second->month && first->municipality == second->municipality && first->group == second->group;
}

/* Ids differ at their end, and there are few words. */
static guint
hash_text (gconstpointer data)
{
  const char *text = data;
  gsize       length = strlen (text);
  guint64     end = 0;

  if (length >= sizeof end)
    memcpy (&end, text + length - sizeof end, sizeof end);
  else
    memcpy (&end, text, length);
  return (guint) ((end * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9)) >> 32);
}

static void
free_word (gpointer data)
{
  Word *word = data;

  g_free (word->text);
  g_free (word);
}

/** cvn_summary_new: (transfer full): no differences yet. */
CvnSummary *
cvn_summary_new (void)
{
  CvnSummary *self = g_new0 (CvnSummary, 1);

  self->words = g_hash_table_new_full (hash_text, g_str_equal, NULL, free_word);
  self->differences = g_hash_table_new_full (hash_key, equal_keys, g_free, NULL);
  self->kind = cvn_kind_find (KIND);
  if (self->kind == NULL)
    return self;
  self->month = (guint) cvn_kind_find_field (self->kind, "month");
  self->municipality = (guint) cvn_kind_find_field (self->kind, "municipality");
  self->group = (guint) cvn_kind_find_field (self->kind, "target_group");
  self->count = (guint) cvn_kind_find_field (self->kind, "count");
  self->paid_count = (guint) cvn_kind_find_field (self->kind, "paid_count");
  return self;
}

/** cvn_summary_free: forgets the differences. */
void
cvn_summary_free (CvnSummary *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->differences);
  g_hash_table_unref (self->words);
  g_free (self);
}

static const Word *
word_of (CvnSummary *self,
         CvnRecord  *record,
         guint       field)
{
  const CvnValue *value = cvn_record_get_value (record, field);
  const char     *text = value->text != NULL ? value->text : "";
  Word           *word = g_hash_table_lookup (self->words, text);

  if (word == NULL)
    {
      word = g_new0 (Word, 1);
      word->text = g_strdup (text);
      g_hash_table_insert (self->words, word->text, word);
    }
  return word;
}

static Sums *
find (CvnSummary *self,
      CvnRecord  *record)
{
  Sums key = {
    .month = cvn_record_get_value (record, self->month)->integer,
    .municipality = word_of (self, record, self->municipality),
    .group = word_of (self, record, self->group),
  };
  Sums *sums = g_hash_table_lookup (self->differences, &key);

  if (sums == NULL)
    {
      sums = g_memdup2 (&key, sizeof key);
      g_hash_table_add (self->differences, sums);
    }
  return sums;
}

static void
add (CvnSummary *self,
     CvnRecord  *record,
     int         sign)
{
  Sums *sums = find (self, record);

  sums->n_rows += sign;
  sums->count += sign * cvn_record_get_value (record, self->count)->integer;
  sums->paid_count += sign * cvn_record_get_value (record, self->paid_count)->integer;
}

/** cvn_summary_note: takes a change of any kind into account; see cvn_journal_note(). */
void
cvn_summary_note (CvnSummary *self,
                  CvnRecord  *before,
                  CvnRecord  *after)
{
  if (cvn_record_get_kind (after != NULL ? after : before) != self->kind)
    return;
  if (before != NULL)
    add (self, before, -1);
  if (after != NULL)
    add (self, after, 1);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  const Word *first = *(Word *const *) a;
  const Word *second = *(Word *const *) b;

  return strcmp (first->text, second->text);
}

static void
place_words (CvnSummary *self)
{
  guint             n;
  g_autofree Word **words = NULL;
  GHashTableIter    iter;
  gpointer          word;

  n = g_hash_table_size (self->words);
  words = g_new (Word *, n);
  g_hash_table_iter_init (&iter, self->words);
  for (guint i = 0; g_hash_table_iter_next (&iter, NULL, &word); i++)
    words[i] = word;
  qsort (words, n, sizeof *words, compare_words);
  for (guint i = 0; i < n; i++)
    words[i]->place = i;
}

/* As the table is sorted: rows that are added one after another go onto the same page. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Sums *first = *(Sums *const *) a;
  const Sums *second = *(Sums *const *) b;

  if (first->month != second->month)
    return first->month < second->month ? -1 : 1;
  if (first->municipality != second->municipality)
    return first->municipality->place < second->municipality->place ? -1 : 1;
  if (first->group != second->group)
    return first->group->place < second->group->place ? -1 : 1;
  return 0;
}

static gboolean
write_sums (CvnDb        *db,
            CvnStatement *statement,
            const Sums   *sums,
            GError      **error)
{
  cvn_statement_bind_integer (statement, 1, sums->month);
  cvn_statement_bind_text (statement, 2, sums->municipality->text);
  cvn_statement_bind_text (statement, 3, sums->group->text);
  cvn_statement_bind_integer (statement, 4, sums->n_rows);
  cvn_statement_bind_integer (statement, 5, sums->count);
  cvn_statement_bind_integer (statement, 6, sums->paid_count);
  return cvn_statement_run (statement, error) &&
         (sums->n_rows >= 0 || cvn_db_execute (db, error, SQL_TIDY, "iss", sums->month, sums->municipality->text, sums->group->text));
}

/** cvn_summary_write: brings the table up to date, within the transaction that @db is in. */
gboolean
cvn_summary_write (CvnSummary *self,
                   CvnDb      *db,
                   GError    **error)
{
  g_autoptr (CvnStatement) statement = NULL;
  g_autofree Sums **all = NULL;
  guint             n;

  all = (Sums **) g_hash_table_get_keys_as_array (self->differences, &n);
  if (n == 0)
    return TRUE;
  statement = cvn_db_prepare (db, SQL_ADD, error);
  if (statement == NULL)
    return FALSE;
  place_words (self);
  qsort (all, n, sizeof *all, compare);
  for (guint i = 0; i < n; i++)
    if (!write_sums (db, statement, all[i], error))
      return FALSE;
  return TRUE;
}
