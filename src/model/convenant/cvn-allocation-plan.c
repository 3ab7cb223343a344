/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-allocation-plan"

#include "cvn-allocation-plan.h"

#include "cvn-error.h"
#include "cvn-instalments.h"
#include "cvn-kind-check.h"
#include "cvn-money.h"
#include "cvn-parties.h"
#include "cvn-rows.h"

#include <glib/gi18n-lib.h>

static void
clear_party (CvnAllocationParty *party)
{
  g_free (party->organisation);
  g_clear_object (&party->rule);
  g_clear_object (&party->population);
  g_clear_object (&party->commitment);
}

/** cvn_allocation_plan_free: frees @self. */
void
cvn_allocation_plan_free (CvnAllocationPlan *self)
{
  g_clear_object (&self->rule);
  g_clear_object (&self->agreement);
  g_array_unref (self->parties);
  g_free (self->inputs);
  g_free (self->shares);
  g_free (self);
}

static gboolean
is_method (CvnRecord  *rule,
           const char *method)
{
  return g_strcmp0 (cvn_record_get_text (rule, "method"), method) == 0;
}

static gboolean
counts_inhabitants (CvnRecord *rule)
{
  return is_method (rule, "inhabitants") || is_method (rule, "per_inhabitant") || is_method (rule, "fixed_plus");
}

/* The days of the year on which both the rule and the agreement hold. */
static gboolean
find_period (CvnAllocationPlan *self,
             GError           **error)
{
  CvnDate   year = { (gint16) self->year, 0, 0 };
  CvnPeriod whole = { year, year };
  CvnPeriod rule = { cvn_rows_get_date (self->rule, "start_date"), cvn_rows_get_date (self->rule, "end_date") };
  CvnPeriod agreement = { cvn_rows_get_date (self->agreement, "start_date"), cvn_rows_get_date (self->agreement, "end_date") };
  CvnPeriod both;

  if (cvn_period_intersect (&rule, &agreement, &both) && cvn_period_intersect (&both, &whole, &self->period))
    {
      self->period.from = cvn_date_first (&self->period.from);
      self->period.to = cvn_date_last (&self->period.to);
      return TRUE;
    }
  return cvn_check_fail (error, "year", _("The rule or its agreement does not hold in this year."));
}

static void
append_party (CvnAllocationPlan *self,
              const char        *organisation,
              CvnRecord         *rule)
{
  CvnAllocationParty party = { g_strdup (organisation), g_object_ref (rule), NULL, NULL, 0, FALSE };

  g_array_append_val (self->parties, party);
}

static gboolean
has_own_rule (GPtrArray  *rules,
              const char *organisation)
{
  for (guint i = 0; i < rules->len; i++)
    if (g_strcmp0 (cvn_record_get_text (rules->pdata[i], "organisation"), organisation) == 0)
      return TRUE;
  return FALSE;
}

/* Municipalities have inhabitants, and so has an alliance that some contribute through as one. */
static gboolean
has_inhabitants (CvnReader *reader,
                 CvnRecord *organisation,
                 gboolean  *has,
                 GError   **error)
{
  g_autoptr (GPtrArray) members = NULL;

  *has = g_str_equal (cvn_record_get_text (organisation, "kind"), "municipality");
  if (*has)
    return TRUE;
  members = cvn_rows_find (reader, "organisation", "contributes_through", cvn_record_get_id (organisation), error);
  *has = members != NULL && members->len > 0;
  return members != NULL;
}

static gboolean
add_all_parties (CvnAllocationPlan *self,
                 CvnReader         *reader,
                 GPtrArray         *rules,
                 GError           **error)
{
  g_autoptr (GPtrArray) parties = cvn_parties_list (reader, cvn_record_get_id (self->agreement), error);

  for (guint i = 0; parties != NULL && i < parties->len; i++)
    {
      g_autoptr (CvnRecord) organisation = cvn_rows_get (reader, "organisation", parties->pdata[i], error);

      gboolean counts = TRUE;

      if (organisation == NULL || (counts_inhabitants (self->rule) && !has_inhabitants (reader, organisation, &counts, error)))
        return FALSE;
      if (has_own_rule (rules, parties->pdata[i]) || !counts)
        continue;
      append_party (self, parties->pdata[i], self->rule);
    }
  return parties != NULL;
}

/* Rules of single parties that begin on one day, by one method, make one key. */
static gboolean
find_parties (CvnAllocationPlan *self,
              CvnReader         *reader,
              GError           **error)
{
  g_autoptr (GPtrArray) rules = cvn_rows_find (reader, "contribution_rule", "agreement", cvn_record_get_id (self->agreement), error);

  if (rules == NULL)
    return FALSE;
  if (!cvn_record_has (self->rule, "organisation"))
    return add_all_parties (self, reader, rules, error);
  for (guint i = 0; i < rules->len; i++)
    {
      CvnRecord *rule = rules->pdata[i];

      if (cvn_record_has (rule, "organisation") && is_method (rule, cvn_record_get_text (self->rule, "method")) &&
          g_strcmp0 (cvn_record_get_text (rule, "start_date"), cvn_record_get_text (self->rule, "start_date")) == 0)
        append_party (self, cvn_record_get_text (rule, "organisation"), rule);
    }
  return TRUE;
}

/* The figure of that day: (transfer full) (nullable). */
static gboolean
read_population (CvnReader  *reader,
                 const char *organisation,
                 const char *date,
                 CvnRecord **population,
                 GError    **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("population"));
  g_autoptr (GPtrArray) rows = NULL;

  cvn_query_add_text (query, "municipality", CVN_MATCH_EQUAL, organisation);
  cvn_query_add_text (query, "date", CVN_MATCH_EQUAL, date);
  rows = cvn_rows_list (reader, query, error);
  *population = rows != NULL && rows->len > 0 ? g_object_ref (rows->pdata[0]) : NULL;
  return rows != NULL;
}

static gboolean
refuse_missing (CvnReader  *reader,
                const char *organisation,
                const char *date,
                GError    **error)
{
  g_autofree char *name = cvn_reader_dup_title (reader, cvn_kind_find ("organisation"), organisation, CVN_LANGUAGE_EN);

  g_set_error (error, CVN_ERROR, CVN_ERROR_NOT_FOUND, _("There is no population figure of %1$s for %2$s: fill it in first."), name, date);
  cvn_error_set_field (error, "population_date");
  return FALSE;
}

/* Those who contribute as one have the inhabitants of them all; it is a figure that stands in no register. */
static gboolean
add_up_members (CvnReader          *reader,
                CvnAllocationParty *party,
                GPtrArray          *members,
                const char         *date,
                GError            **error)
{
  g_autoptr (CvnRecord) sum = NULL;
  gint64 inhabitants = 0;

  for (guint i = 0; i < members->len; i++)
    {
      const char *member = cvn_record_get_id (members->pdata[i]);
      g_autoptr (CvnRecord) population = NULL;

      if (!read_population (reader, member, date, &population, error))
        return FALSE;
      if (population == NULL)
        return refuse_missing (reader, member, date, error);
      inhabitants += cvn_record_get_integer (population, "inhabitants");
      if (sum == NULL)
        sum = cvn_record_copy (population);
    }
  cvn_record_set_text (sum, "municipality", party->organisation);
  cvn_record_set_integer (sum, "inhabitants", inhabitants);
  party->population = g_steal_pointer (&sum);
  return TRUE;
}

static gboolean
find_population (CvnAllocationPlan  *self,
                 CvnReader          *reader,
                 CvnAllocationParty *party,
                 GError            **error)
{
  g_autofree char *date = g_strdup (cvn_record_get_text (party->rule, "population_date"));
  g_autoptr (GPtrArray) members = NULL;

  if (!counts_inhabitants (self->rule))
    return TRUE;
  if (date == NULL)
    date = g_strdup_printf ("%04d-01-01", self->year);
  if (!read_population (reader, party->organisation, date, &party->population, error))
    return FALSE;
  if (party->population != NULL)
    return TRUE;
  members = cvn_rows_find (reader, "organisation", "contributes_through", party->organisation, error);
  if (members == NULL)
    return FALSE;
  return members->len > 0 ? add_up_members (reader, party, members, date, error) : refuse_missing (reader, party->organisation, date, error);
}

static gboolean
find_commitment (CvnAllocationPlan  *self,
                 CvnReader          *reader,
                 CvnAllocationParty *party,
                 GError            **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("commitment"));
  g_autofree char *start = cvn_date_to_iso (&self->period.from);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GArray) instalments = NULL;

  cvn_query_add_text (query, "agreement", CVN_MATCH_EQUAL, cvn_record_get_id (self->agreement));
  cvn_query_add_text (query, "organisation", CVN_MATCH_EQUAL, party->organisation);
  cvn_query_add_text (query, "start_date", CVN_MATCH_EQUAL, start);
  rows = cvn_rows_list (reader, query, error);
  if (rows == NULL || rows->len == 0)
    return rows != NULL;
  party->commitment = g_object_ref (rows->pdata[0]);
  instalments = cvn_instalments_read (reader, cvn_record_get_id (party->commitment), &records, error);
  party->is_fixed = instalments != NULL && cvn_instalments_are_fixed (instalments);
  self->is_fixed |= party->is_fixed;
  return instalments != NULL;
}

static CvnContributionMethod
get_method (CvnRecord *rule)
{
  static const struct
  {
    const char           *code;
    CvnContributionMethod method;
  } methods[] = {
    { "equal", CVN_CONTRIBUTION_EQUAL },
    { "percentage", CVN_CONTRIBUTION_PERCENTAGE },
    { "per_inhabitant", CVN_CONTRIBUTION_PER_INHABITANT },
    { "inhabitants", CVN_CONTRIBUTION_BY_INHABITANTS },
    { "fixed_plus", CVN_CONTRIBUTION_FIXED_PLUS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (is_method (rule, methods[i].code))
      return methods[i].method;
  return CVN_CONTRIBUTION_FIXED;
}

static gboolean
set_index (CvnAllocationPlan *self,
           CvnReader         *reader,
           GError           **error)
{
  g_autoptr (GArray) table = g_array_new (FALSE, FALSE, sizeof (CvnContributionIndex));
  g_autoptr (GPtrArray) rows = NULL;

  if (!cvn_record_has (self->rule, "index_name"))
    return TRUE;
  rows = cvn_rows_find (reader, "index_value", "name", cvn_record_get_text (self->rule, "index_name"), error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      CvnContributionIndex index = { (int) cvn_record_get_integer (rows->pdata[i], "year"), cvn_record_get_integer (rows->pdata[i], "per_mille") };

      g_array_append_val (table, index);
    }
  return rows != NULL &&
         cvn_contribution_rule_set_index (&self->method, (const CvnContributionIndex *) (gpointer) table->data, table->len,
                                          (int) cvn_record_get_integer (self->rule, "base_year"), self->year, error);
}

/* Fixed amounts of single parties need not make a total. */
static gboolean
set_method (CvnAllocationPlan *self,
            CvnReader         *reader,
            GError           **error)
{
  self->method.method = get_method (self->rule);
  self->method.total = cvn_contribution_rule_divides (&self->method) ? cvn_record_get_integer (self->rule, "total") : 0;
  self->method.rate = cvn_record_get_integer (self->rule, "rate");
  return set_index (self, reader, error);
}

static void
set_inputs (CvnAllocationPlan *self)
{
  self->inputs = g_new0 (CvnContributionParty, self->parties->len);
  self->shares = g_new0 (CvnContributionShare, self->parties->len);
  for (guint i = 0; i < self->parties->len; i++)
    {
      CvnAllocationParty   *party = &g_array_index (self->parties, CvnAllocationParty, i);
      CvnContributionParty *input = &self->inputs[i];

      *input = (CvnContributionParty){ .party = party->organisation, .fixed = cvn_record_get_integer (party->rule, "fixed"), .numerator = cvn_record_get_integer (party->rule, "share"), .denominator = 1000 };
      if (party->population == NULL)
        continue;
      input->inhabitants = cvn_record_get_integer (party->population, "inhabitants");
      input->population_date = cvn_rows_get_date (party->population, "date");
      input->population_source = cvn_record_get_text (party->population, "source");
    }
}

/* The months before, in and after the period, so that what two agreements take of one year always makes the whole. */
static gboolean
split (CvnAllocationPlan *self,
       gint64             share,
       gint64            *amount,
       GError           **error)
{
  CvnDate   first = { (gint16) self->year, 1, 1 };
  CvnDate   last = { (gint16) self->year, 12, 31 };
  CvnPeriod periods[3];
  gint64    parts[3];
  guint     n = 0;
  guint     own;

  if (cvn_date_compare (&first, &self->period.from) < 0)
    periods[n++] = (CvnPeriod){ first, cvn_date_add_days (self->period.from, -1) };
  own = n;
  periods[n++] = self->period;
  if (cvn_date_compare (&self->period.to, &last) < 0)
    periods[n++] = (CvnPeriod){ cvn_date_add_days (self->period.to, 1), last };
  if (!cvn_period_split_year (self->year, periods, n, share, parts, error))
    {
      cvn_error_set_field (error, "start_date");
      return FALSE;
    }
  *amount = parts[own];
  return TRUE;
}

static gboolean
apply (CvnAllocationPlan *self,
       GError           **error)
{
  set_inputs (self);
  if (!cvn_contribution_rule_apply (&self->method, self->inputs, self->parties->len, self->shares, error))
    return FALSE;
  for (guint i = 0; i < self->parties->len; i++)
    {
      CvnAllocationParty *party = &g_array_index (self->parties, CvnAllocationParty, i);

      if (!cvn_money_add (self->total, self->shares[i].amount, &self->total, error) || !split (self, self->shares[i].amount, &party->amount, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * cvn_allocation_plan_make:
 * @contribution_rule: id
 *
 * Works out what the parties owe by a rule in @year, with the figures that are used and the commitments that are there.
 *
 * Returns: (transfer full): NULL with the field at fault
 */
CvnAllocationPlan *
cvn_allocation_plan_make (CvnReader  *reader,
                          const char *contribution_rule,
                          int         year,
                          GError    **error)
{
  g_autoptr (CvnAllocationPlan) self = g_new0 (CvnAllocationPlan, 1);

  self->year = year;
  self->parties = g_array_new (FALSE, TRUE, sizeof (CvnAllocationParty));
  g_array_set_clear_func (self->parties, (GDestroyNotify) clear_party);
  self->rule = cvn_rows_get (reader, "contribution_rule", contribution_rule, error);
  if (self->rule != NULL)
    self->agreement = cvn_rows_get (reader, "agreement", cvn_record_get_text (self->rule, "agreement"), error);
  if (self->agreement == NULL || !find_period (self, error) || !find_parties (self, reader, error))
    return NULL;
  for (guint i = 0; i < self->parties->len; i++)
    {
      CvnAllocationParty *party = &g_array_index (self->parties, CvnAllocationParty, i);

      if (!find_population (self, reader, party, error) || !find_commitment (self, reader, party, error))
        return NULL;
    }
  return set_method (self, reader, error) && apply (self, error) ? g_steal_pointer (&self) : NULL;
}
