/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-summary"

#include "cvn-summary.h"

#include <string.h>

/*
 * A dashboard over a million registration counts may not add them up each time. The sums per month, municipality and group
 * are kept beside them, in the same transaction: the differences are gathered here while the change set is written.
 */

#define KIND "registration_count"

/* The sums of one month, municipality and group: what is to be added to them. */
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
  GHashTable    *differences; /* of Sums, found by the first three */
  GStringChunk  *texts;       /* each municipality and group once */
};

#define SQL_ADD                                                                                    \
  "INSERT INTO registration_summary (month, municipality, group_code, n_rows, count, paid_count) " \
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6) "                                                               \
  "ON CONFLICT DO UPDATE SET n_rows = n_rows + ?4, count = count + ?5, paid_count = paid_count + ?6"
#define SQL_TIDY "DELETE FROM registration_summary WHERE month = ?1 AND municipality = ?2 AND group_code = ?3 AND n_rows = 0"

static guint
hash_sums (gconstpointer data)
{
  const Sums *sums = data;

  return (guint) sums->month * 31 + g_str_hash (sums->municipality) * 7 + g_str_hash (sums->group);
}

static int
compare_sums (const Sums *a,
              const Sums *b)
{
  int order = (a->month > b->month) - (a->month < b->month);

  if (order == 0)
    order = strcmp (a->municipality, b->municipality);
  return order != 0 ? order : strcmp (a->group, b->group);
}

static gboolean
equal_sums (gconstpointer a,
            gconstpointer b)
{
  return compare_sums (a, b) == 0;
}

/** cvn_summary_new: (transfer full): no differences yet. */
CvnSummary *
cvn_summary_new (void)
{
  CvnSummary *self = g_new0 (CvnSummary, 1);

  self->differences = g_hash_table_new_full (hash_sums, equal_sums, g_free, NULL);
  self->texts = g_string_chunk_new (4096);
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
text_of (CvnRecord *record,
         guint      field)
{
  const char *text = cvn_record_get_value (record, field)->text;

  return text != NULL ? text : "";
}

static Sums *
find (CvnSummary *self,
      CvnRecord  *record)
{
  Sums  wanted = { cvn_record_get_value (record, self->month)->integer, text_of (record, self->municipality), text_of (record, self->group) };
  Sums *sums = g_hash_table_lookup (self->differences, &wanted);

  if (sums != NULL)
    return sums;
  wanted.municipality = g_string_chunk_insert_const (self->texts, wanted.municipality);
  wanted.group = g_string_chunk_insert_const (self->texts, wanted.group);
  sums = g_memdup2 (&wanted, sizeof wanted);
  g_hash_table_add (self->differences, sums);
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
compare_pointers (gconstpointer a,
                  gconstpointer b)
{
  return compare_sums (*(const Sums *const *) a, *(const Sums *const *) b);
}

static gboolean
write_sums (CvnDb        *db,
            CvnStatement *add,
            const Sums   *sums,
            GError      **error)
{
  cvn_statement_bind_integer (add, 1, sums->month);
  cvn_statement_bind_text (add, 2, sums->municipality);
  cvn_statement_bind_text (add, 3, sums->group);
  cvn_statement_bind_integer (add, 4, sums->n_rows);
  cvn_statement_bind_integer (add, 5, sums->count);
  cvn_statement_bind_integer (add, 6, sums->paid_count);
  return cvn_statement_run (add, error) &&
         (sums->n_rows >= 0 || cvn_db_execute (db, error, SQL_TIDY, "iss", sums->month, sums->municipality, sums->group));
}

/** cvn_summary_write: brings the table up to date, within the transaction that @db is in; in its order, which is quickest. */
gboolean
cvn_summary_write (CvnSummary *self,
                   CvnDb      *db,
                   GError    **error)
{
  g_autoptr (CvnStatement) add = cvn_db_prepare (db, SQL_ADD, error);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GHashTableIter iter;
  Sums          *sums;

  if (add == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, self->differences);
  while (g_hash_table_iter_next (&iter, (gpointer *) &sums, NULL))
    g_ptr_array_add (sorted, sums);
  g_ptr_array_sort (sorted, compare_pointers);
  for (guint i = 0; i < sorted->len; i++)
    if (!write_sums (db, add, sorted->pdata[i], error))
      return FALSE;
  return TRUE;
}
