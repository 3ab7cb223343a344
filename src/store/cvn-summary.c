/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-summary"

#include "cvn-summary.h"

/*
 * A dashboard over a million registration counts may not add them up each time. The sums per month, municipality and group
 * are kept beside them, in the same transaction: the differences are gathered here while the change set is written.
 */

#define KIND "registration_count"

typedef struct
{
  gint64 month;
  char  *municipality;
  char  *group;
} Key;

typedef struct
{
  gint64 n_rows;
  gint64 count;
  gint64 paid_count;
} Sums;

struct _CvnSummary
{
  const CvnKind *kind; /* NULL when there are no such records */
  guint          month;
  guint          municipality;
  guint          group;
  guint          count;
  guint          paid_count;
  GHashTable    *differences; /* Key to Sums */
};

#define SQL_ADD                                                                                    \
  "INSERT INTO registration_summary (month, municipality, group_code, n_rows, count, paid_count) " \
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6) "                                                               \
  "ON CONFLICT DO UPDATE SET n_rows = n_rows + ?4, count = count + ?5, paid_count = paid_count + ?6"
#define SQL_TIDY "DELETE FROM registration_summary WHERE month = ?1 AND municipality = ?2 AND group_code = ?3 AND n_rows = 0"

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return (guint) key->month * 31 + g_str_hash (key->municipality) * 7 + g_str_hash (key->group);
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const Key *first = a;
  const Key *second = b;

  return first->month == second->month && g_str_equal (first->municipality, second->municipality) &&
         g_str_equal (first->group, second->group);
}

static void
free_key (Key *key)
{
  g_free (key->municipality);
  g_free (key->group);
  g_free (key);
}

/** cvn_summary_new: (transfer full): no differences yet. */
CvnSummary *
cvn_summary_new (void)
{
  CvnSummary *self = g_new0 (CvnSummary, 1);

  self->differences = g_hash_table_new_full (hash_key, equal_keys, (GDestroyNotify) free_key, g_free);
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
  g_free (self);
}

static char *
text_of (CvnRecord *record,
         guint      field)
{
  char *text = cvn_record_get_value (record, field)->text;

  return text != NULL ? text : (char *) "";
}

static Sums *
find (CvnSummary *self,
      CvnRecord  *record)
{
  Key   key = { cvn_record_get_value (record, self->month)->integer, text_of (record, self->municipality), text_of (record, self->group) };
  Sums *sums = g_hash_table_lookup (self->differences, &key);
  Key  *kept;

  if (sums != NULL)
    return sums;
  kept = g_new0 (Key, 1);
  *kept = (Key){ key.month, g_strdup (key.municipality), g_strdup (key.group) };
  sums = g_new0 (Sums, 1);
  g_hash_table_insert (self->differences, kept, sums);
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

/** cvn_summary_write: brings the table up to date, within the transaction that @db is in. */
gboolean
cvn_summary_write (CvnSummary *self,
                   CvnDb      *db,
                   GError    **error)
{
  GHashTableIter iter;
  Key           *key;
  Sums          *sums;

  g_hash_table_iter_init (&iter, self->differences);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &sums))
    if (!cvn_db_execute (db, error, SQL_ADD, "issiii", key->month, key->municipality, key->group, sums->n_rows, sums->count, sums->paid_count) ||
        (sums->n_rows < 0 && !cvn_db_execute (db, error, SQL_TIDY, "iss", key->month, key->municipality, key->group)))
      return FALSE;
  return TRUE;
}
