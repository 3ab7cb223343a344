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
  guint64     order; /* as the table is sorted, once all words are known */
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
  GPtrArray     *blocks;      /* of Sums[SUMS_AT_ONCE], where those are, in the order in which they came */
  guint          n;           /* how many there are */
};

/* Made at once: one by one they cost more than to fill them in. */
#define SUMS_AT_ONCE 512

/* Sums written by one statement: to begin and end it costs more than to write a row. */
#define ROWS_AT_ONCE 16

#define SQL_ADD "INSERT INTO registration_summary (month, municipality, group_code, n_rows, count, paid_count) VALUES (?, ?, ?, ?, ?, ?)"
#define SQL_ROW ", (?, ?, ?, ?, ?, ?)"
#define SQL_ONTO                                                  \
  " ON CONFLICT DO UPDATE SET n_rows = n_rows + excluded.n_rows," \
  " count = count + excluded.count, paid_count = paid_count + excluded.paid_count"
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
  self->differences = g_hash_table_new (hash_key, equal_keys);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
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
  g_ptr_array_unref (self->blocks);
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
get_sums (CvnSummary *self,
          guint       i)
{
  return (Sums *) self->blocks->pdata[i / SUMS_AT_ONCE] + i % SUMS_AT_ONCE;
}

static Sums *
add_sums (CvnSummary *self,
          const Sums *key)
{
  Sums *sums;

  if (self->n % SUMS_AT_ONCE == 0)
    g_ptr_array_add (self->blocks, g_new (Sums, SUMS_AT_ONCE));
  sums = get_sums (self, self->n++);
  *sums = *key;
  g_hash_table_add (self->differences, sums);
  return sums;
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

  return sums != NULL ? sums : add_sums (self, &key);
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
  if (n == 0)
    return;
  words = g_new (Word *, n);
  g_hash_table_iter_init (&iter, self->words);
  for (guint i = 0; g_hash_table_iter_next (&iter, NULL, &word); i++)
    words[i] = word;
  qsort (words, n, sizeof *words, compare_words);
  for (guint i = 0; i < n; i++)
    words[i]->place = i;
}

static int
compare_order (gconstpointer a,
               gconstpointer b)
{
  guint64 first = (*(Sums *const *) a)->order;
  guint64 second = (*(Sums *const *) b)->order;

  return (first > second) - (first < second);
}

/* Months count from the year 0. Nothing but speed would suffer if there were more municipalities than two bytes can tell. */
static guint64
get_order (const Sums *sums)
{
  return (guint64) sums->month << 32 | (guint64) sums->municipality->place << 16 | sums->group->place;
}

/* As the table is sorted: rows that are added one after another go onto the same page. Files often are sorted already. */
static Sums **
sort (CvnSummary *self)
{
  Sums   **all = g_new (Sums *, MAX (self->n, 1));
  gboolean sorted = TRUE;

  place_words (self);
  for (guint i = 0; i < self->n; i++)
    {
      all[i] = get_sums (self, i);
      all[i]->order = get_order (all[i]);
      sorted = sorted && (i == 0 || all[i - 1]->order < all[i]->order);
    }
  if (!sorted)
    qsort (all, self->n, sizeof *all, compare_order);
  return all;
}

static CvnStatement *
prepare (CvnDb   *db,
         guint    n_rows,
         GError **error)
{
  g_autoptr (GString) sql = g_string_new (SQL_ADD);

  for (guint i = 1; i < n_rows; i++)
    g_string_append (sql, SQL_ROW);
  g_string_append (sql, SQL_ONTO);
  return cvn_db_prepare (db, sql->str, error);
}

static void
bind_sums (CvnStatement *statement,
           int           first,
           const Sums   *sums)
{
  cvn_statement_bind_integer (statement, first, sums->month);
  cvn_statement_bind_text (statement, first + 1, sums->municipality->text);
  cvn_statement_bind_text (statement, first + 2, sums->group->text);
  cvn_statement_bind_integer (statement, first + 3, sums->n_rows);
  cvn_statement_bind_integer (statement, first + 4, sums->count);
  cvn_statement_bind_integer (statement, first + 5, sums->paid_count);
}

/* Writes @n sums, a whole number of times @n_rows. */
static gboolean
write_sums (CvnDb   *db,
            Sums   **all,
            guint    n,
            guint    n_rows,
            GError **error)
{
  g_autoptr (CvnStatement) statement = n > 0 ? prepare (db, n_rows, error) : NULL;

  if (n > 0 && statement == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      bind_sums (statement, (int) (i % n_rows) * 6 + 1, all[i]);
      if (i % n_rows == n_rows - 1 && !cvn_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/* Takes out what is left of months that have no rows any more. */
static gboolean
tidy (CvnDb   *db,
      Sums   **all,
      guint    n,
      GError **error)
{
  for (guint i = 0; i < n; i++)
    if (all[i]->n_rows < 0 &&
        !cvn_db_execute (db, error, SQL_TIDY, "iss", all[i]->month, all[i]->municipality->text, all[i]->group->text))
      return FALSE;
  return TRUE;
}

/** cvn_summary_write: brings the table up to date, within the transaction that @db is in. */
gboolean
cvn_summary_write (CvnSummary *self,
                   CvnDb      *db,
                   GError    **error)
{
  g_autofree Sums **all = sort (self);
  guint             whole = self->n - self->n % ROWS_AT_ONCE;

  return write_sums (db, all, whole, ROWS_AT_ONCE, error) &&
         write_sums (db, all + whole, self->n - whole, 1, error) &&
         tidy (db, all, self->n, error);
}
