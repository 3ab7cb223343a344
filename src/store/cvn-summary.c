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

/* The difference for one month, municipality and group. The texts are of the chunk, which has each of them once: equal ones
 * are the same pointer. */
typedef struct
{
  gint64      month;
  const char *municipality;
  const char *group;
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
  GStringChunk  *texts;
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

/** cvn_summary_new: (transfer full): no differences yet. */
CvnSummary *
cvn_summary_new (void)
{
  CvnSummary *self = g_new0 (CvnSummary, 1);

  self->texts = g_string_chunk_new (1024);
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
  g_string_chunk_free (self->texts);
  g_free (self);
}

static const char *
text_of (CvnSummary *self,
         CvnRecord  *record,
         guint       field)
{
  const char *text = cvn_record_get_value (record, field)->text;

  return g_string_chunk_insert_const (self->texts, text != NULL ? text : "");
}

static Sums *
find (CvnSummary *self,
      CvnRecord  *record)
{
  Sums key = {
    .month = cvn_record_get_value (record, self->month)->integer,
    .municipality = text_of (self, record, self->municipality),
    .group = text_of (self, record, self->group),
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
    return strcmp (first->municipality, second->municipality);
  return first->group != second->group ? strcmp (first->group, second->group) : 0;
}

static gboolean
write_sums (CvnDb        *db,
            CvnStatement *statement,
            const Sums   *sums,
            GError      **error)
{
  cvn_statement_bind_integer (statement, 1, sums->month);
  cvn_statement_bind_text (statement, 2, sums->municipality);
  cvn_statement_bind_text (statement, 3, sums->group);
  cvn_statement_bind_integer (statement, 4, sums->n_rows);
  cvn_statement_bind_integer (statement, 5, sums->count);
  cvn_statement_bind_integer (statement, 6, sums->paid_count);
  return cvn_statement_run (statement, error) &&
         (sums->n_rows >= 0 || cvn_db_execute (db, error, SQL_TIDY, "iss", sums->month, sums->municipality, sums->group));
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
  qsort (all, n, sizeof *all, compare);
  for (guint i = 0; i < n; i++)
    if (!write_sums (db, statement, all[i], error))
      return FALSE;
  return TRUE;
}
