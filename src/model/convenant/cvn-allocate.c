/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-allocate"

#include "cvn-operations.h"

#include "cvn-allocation-plan.h"
#include "cvn-instalments.h"
#include "cvn-kind-check.h"
#include "cvn-operation-private.h"
#include "cvn-rows.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *rule;
  int   year;
} Allocate;

static void
free_data (gpointer data)
{
  Allocate *self = data;

  g_free (self->rule);
  g_free (self);
}

static CvnAllocationParty *
get_party (const CvnAllocationPlan *plan,
           guint                    i)
{
  return &g_array_index (plan->parties, CvnAllocationParty, i);
}

/* A name for the key that no other key has. */
static char *
find_key (CvnReader               *reader,
          const CvnAllocationPlan *plan,
          GError                 **error)
{
  const char *code = cvn_record_get_text (plan->agreement, "code");

  for (guint i = 1;; i++)
    {
      g_autofree char *key = i == 1 ? g_strdup_printf ("%s-%04d", code != NULL ? code : "key", plan->year)
                                    : g_strdup_printf ("%s-%04d-%u", code != NULL ? code : "key", plan->year, i);
      g_autoptr (GPtrArray) lines = cvn_rows_find (reader, "allocation_line", "allocation_key", key, error);

      if (lines == NULL)
        return NULL;
      if (lines->len == 0)
        return g_steal_pointer (&key);
    }
}

static CvnRecord *
make_line (const CvnAllocationPlan *plan,
           guint                    i,
           const char              *key)
{
  const CvnContributionShare *share = &plan->shares[i];
  CvnRecord                  *line = cvn_record_new (cvn_kind_find ("allocation_line"));

  cvn_record_set_text (line, "allocation_key", key);
  cvn_record_set_integer (line, "year", plan->year);
  cvn_record_set_text (line, "method", cvn_record_get_text (plan->rule, "method"));
  cvn_record_set_integer (line, "total", plan->total);
  cvn_record_set_text (line, "organisation", share->party);
  cvn_record_set_integer (line, "weight", share->weight);
  cvn_record_set_integer (line, "amount", share->amount);
  cvn_record_set_text (line, "contribution_rule", cvn_record_get_id (get_party (plan, i)->rule));
  cvn_record_set_integer (line, "numerator", share->numerator);
  cvn_record_set_integer (line, "denominator", share->denominator);
  cvn_record_set_integer (line, "floor", share->floor);
  cvn_record_set_integer (line, "remainder", share->remainder);
  cvn_record_set_integer (line, "cent_given", share->cent_given);
  if (plan->method.rate != 0)
    cvn_record_set_integer (line, "rate", plan->method.rate);
  if (share->fixed != 0)
    cvn_record_set_integer (line, "fixed", share->fixed);
  if (plan->method.index != 0)
    {
      cvn_record_set_integer (line, "index_year", plan->method.index);
      cvn_record_set_integer (line, "index_base", plan->method.base_index);
    }
  cvn_rows_set_date (line, "population_date", &share->population_date);
  cvn_record_set_text (line, "population_source", share->population_source);
  return line;
}

/* The dates on which the commitment was to be paid stay; the amounts follow. */
static gboolean
follow (CvnWriter *writer,
        CvnRecord *commitment,
        GError   **error)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GArray) instalments = cvn_instalments_read (cvn_writer_get_reader (writer), cvn_record_get_id (commitment), &records, error);
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (CvnDate));
  CvnSchedulePlan plan = { .pattern = CVN_SCHEDULE_DATES };

  for (guint i = 0; instalments != NULL && i < instalments->len; i++)
    g_array_append_val (dates, g_array_index (instalments, CvnInstalment, i).due);
  if (dates->len == 0)
    return instalments != NULL;
  plan.dates = (const CvnDate *) (gpointer) dates->data;
  plan.n_dates = dates->len;
  return cvn_instalments_write (writer, commitment, &plan, error);
}

static gboolean
write_commitment (CvnWriter               *writer,
                  const CvnAllocationPlan *plan,
                  guint                    i,
                  CvnRecord               *line,
                  GError                 **error)
{
  CvnAllocationParty *party = get_party (plan, i);
  g_autoptr (CvnRecord) commitment = party->commitment != NULL ? cvn_record_copy (party->commitment) : cvn_record_new (cvn_kind_find ("commitment"));
  const char *vat = cvn_record_get_text (party->rule, "vat_category");

  cvn_record_set_text (commitment, "agreement", cvn_record_get_id (plan->agreement));
  cvn_record_set_text (commitment, "organisation", party->organisation);
  cvn_record_set_integer (commitment, "year", plan->year);
  cvn_rows_set_date (commitment, "start_date", &plan->period.from);
  cvn_rows_set_date (commitment, "end_date", &plan->period.to);
  cvn_record_set_text (commitment, "basis", cvn_record_get_text (plan->rule, "method"));
  cvn_record_set_integer (commitment, "amount", party->amount);
  cvn_record_set_text (commitment, "vat_category", vat != NULL ? vat : "outside");
  cvn_record_set_text (commitment, "contribution_rule", cvn_record_get_id (party->rule));
  cvn_record_set_text (commitment, "allocation_line", cvn_record_get_id (line));
  return cvn_writer_put (writer, commitment, error) && follow (writer, commitment, error);
}

/* The lines of an earlier working out go; the commitments refer to new ones in the same change set. */
static gboolean
delete_old_lines (CvnWriter               *writer,
                  const CvnAllocationPlan *plan,
                  CvnRecord               *rule,
                  GError                 **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("allocation_line"));
  g_autoptr (GPtrArray) lines = NULL;
  gboolean done = TRUE;

  cvn_query_add_text (query, "contribution_rule", CVN_MATCH_EQUAL, cvn_record_get_id (rule));
  cvn_query_add_integer (query, "year", CVN_MATCH_EQUAL, plan->year);
  lines = cvn_rows_list (cvn_writer_get_reader (writer), query, error);
  for (guint i = 0; lines != NULL && done && i < lines->len; i++)
    done = cvn_writer_delete (writer, cvn_record_get_kind (lines->pdata[i]), cvn_record_get_id (lines->pdata[i]), error);
  return lines != NULL && done;
}

static gboolean
write_allocation (CvnWriter    *writer,
                  gconstpointer data,
                  GError      **error)
{
  const Allocate *self = data;
  g_autoptr (CvnAllocationPlan) plan = cvn_allocation_plan_make (cvn_writer_get_reader (writer), self->rule, self->year, error);
  g_autofree char *key = NULL;

  if (plan == NULL)
    return FALSE;
  if (plan->is_fixed)
    return cvn_check_fail (error, "year", _("Part of the contributions of this year has been invoiced or paid, so the key stays as it is."));
  for (guint i = 0; i < plan->parties->len; i++)
    if (!delete_old_lines (writer, plan, get_party (plan, i)->rule, error))
      return FALSE;
  key = find_key (cvn_writer_get_reader (writer), plan, error);
  for (guint i = 0; key != NULL && i < plan->parties->len; i++)
    {
      g_autoptr (CvnRecord) line = make_line (plan, i, key);

      if (!cvn_writer_put (writer, line, error) || !write_commitment (writer, plan, i, line, error))
        return FALSE;
    }
  return key != NULL;
}

static const char *
get_change (const CvnAllocationPlan  *plan,
            const CvnAllocationParty *party)
{
  if (party->commitment == NULL)
    return "added";
  return plan->is_fixed || cvn_record_get_integer (party->commitment, "amount") == party->amount ? "kept" : "changed";
}

static void
append_row (CvnTable                *table,
            CvnReader               *reader,
            const CvnAllocationPlan *plan,
            guint                    i)
{
  const CvnKind              *organisation = cvn_kind_find ("organisation");
  const CvnAllocationParty   *party = get_party (plan, i);
  const CvnContributionShare *share = &plan->shares[i];
  CvnValue                   *row = cvn_table_append_row (table);
  const gint64                numbers[] = { share->fixed, share->numerator, share->denominator, share->floor, share->remainder, share->cent_given, share->amount };

  cvn_value_set_text (&row[0], get_change (plan, party));
  cvn_value_set_text (&row[1], party->commitment != NULL ? cvn_record_get_id (party->commitment) : NULL);
  cvn_value_set_text (&row[2], party->organisation);
  cvn_value_set_integer (&row[3], share->weight);
  if (share->population_date.year != 0)
    cvn_value_take_text (&row[4], cvn_date_to_iso (&share->population_date));
  cvn_value_set_text (&row[5], share->population_source);
  for (guint n = 0; n < G_N_ELEMENTS (numbers); n++)
    cvn_value_set_integer (&row[6 + n], numbers[n]);
  cvn_value_take_text (&row[13], cvn_date_to_iso (&plan->period.from));
  cvn_value_take_text (&row[14], cvn_date_to_iso (&plan->period.to));
  cvn_value_set_integer (&row[15], party->amount);
  if (party->commitment != NULL)
    cvn_value_set_integer (&row[16], cvn_record_get_integer (party->commitment, "amount"));
  cvn_value_take_text (&row[17], cvn_reader_dup_title (reader, organisation, party->organisation, CVN_LANGUAGE_NL));
  cvn_value_take_text (&row[18], cvn_reader_dup_title (reader, organisation, party->organisation, CVN_LANGUAGE_EN));
}

/* A party in the order in which the agreement lists them. */
typedef struct
{
  guint    i;
  gboolean is_other; /* no municipality */
  gint64   amount;
  gint64   seq;
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *left = a;
  const Place *right = b;

  if (left->is_other != right->is_other)
    return left->is_other ? 1 : -1;
  if (left->amount != right->amount)
    return left->amount < right->amount ? 1 : -1;
  return left->seq < right->seq ? -1 : left->seq > right->seq;
}

static GArray *
list_places (CvnReader               *reader,
             const CvnAllocationPlan *plan,
             GError                 **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < plan->parties->len; i++)
    {
      const CvnAllocationParty *party = get_party (plan, i);
      g_autoptr (CvnRecord) organisation = cvn_rows_get (reader, "organisation", party->organisation, error);
      Place place = { i, FALSE, party->amount, 0 };

      if (organisation == NULL)
        return NULL;
      place.is_other = g_strcmp0 (cvn_record_get_text (organisation, "kind"), "municipality") != 0;
      place.seq = cvn_record_get_seq (organisation);
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  return g_steal_pointer (&places);
}

static CvnTable *
preview_allocation (CvnReader    *reader,
                    gconstpointer data,
                    GError      **error)
{
  static const char *const columns[] = {
    "change", "id", "organisation", "weight", "population_date", "population_source", "fixed", "numerator", "denominator",
    "floor", "remainder", "cent_given", "share", "start_date", "end_date", "amount", "before", "label", "label_en"
  };
  const Allocate *self = data;
  g_autoptr (CvnAllocationPlan) plan = cvn_allocation_plan_make (reader, self->rule, self->year, error);
  g_autoptr (CvnTable) table = cvn_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GArray) places = plan != NULL ? list_places (reader, plan, error) : NULL;

  for (guint i = 0; places != NULL && i < places->len; i++)
    append_row (table, reader, plan, g_array_index (places, Place, i).i);
  return places != NULL ? g_steal_pointer (&table) : NULL;
}

/**
 * cvn_allocate_new:
 * @contribution_rule: id
 * @year: the year
 *
 * Works out the commitments of a year by a rule and freezes the key with the figures it used. A year in which another
 * agreement takes over is split in whole months. Refused at "year" once a part has been invoiced or paid, and at the field
 * of the rule or the population figure that is missing.
 *
 * Returns: (transfer full): the operation; its id is that of the rule
 */
CvnOperation *
cvn_allocate_new (const char *contribution_rule,
                  int         year)
{
  static const CvnOperationClass klass = { CVN_ACTION_ADD, "allocation_line", write_allocation, preview_allocation, free_data };
  Allocate                      *self = g_new0 (Allocate, 1);

  self->rule = g_strdup (contribution_rule);
  self->year = year;
  return cvn_operation_new (&klass, self, contribution_rule);
}
