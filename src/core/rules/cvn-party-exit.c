/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-party-exit"

#include "cvn-party-exit.h"

#include "cvn-allocation.h"
#include "cvn-error.h"
#include "cvn-money.h"

#include <glib/gi18n-lib.h>

/* What each group pays together; and of those that stay, what they can be divided by. */
static gboolean
collect (const CvnExitParty *parties,
         guint               n_parties,
         const char         *leaver,
         const char         *group,
         gint64             *total,
         GArray             *places,
         GArray             *weights,
         GError            **error)
{
  *total = 0;
  for (guint i = 0; i < n_parties; i++)
    {
      if (g_strcmp0 (parties[i].group, group) != 0)
        continue;
      if (!cvn_money_add (*total, parties[i].amount, total, error))
        return FALSE;
      if (!g_str_equal (parties[i].id, leaver) && parties[i].weight > 0)
        {
          g_array_append_val (places, i);
          g_array_append_val (weights, parties[i].weight);
        }
    }
  return TRUE;
}

static gboolean
split_group (const CvnExitParty *parties,
             guint               n_parties,
             const char         *leaver,
             const char         *group,
             gint64             *amounts,
             gint64             *uncovered,
             GError            **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree gint64 *parts = NULL;
  gint64             total;

  if (!collect (parties, n_parties, leaver, group, &total, places, weights, error))
    return FALSE;
  parts = g_new0 (gint64, MAX (places->len, 1));
  if (places->len > 0 &&
      !cvn_allocate (total, (const gint64 *) (gpointer) weights->data, places->len, parts, error))
    return FALSE;
  for (guint i = 0; i < n_parties; i++)
    if (g_strcmp0 (parties[i].group, group) == 0)
      {
        gboolean leaves = g_str_equal (parties[i].id, leaver);

        amounts[i] = leaves || places->len > 0 ? 0 : parties[i].amount;
        if (leaves && places->len == 0 && !cvn_money_add (*uncovered, parties[i].amount, uncovered, error))
          return FALSE;
      }
  for (guint p = 0; p < places->len; p++)
    amounts[g_array_index (places, guint, p)] = parts[p];
  return TRUE;
}

/**
 * cvn_party_exit_split:
 * @parties: who pays what; a party may be there more than once, in several groups
 * @leaver: id of the party that leaves
 * @amounts: (out) (array length=n_parties): cents of each afterwards; 0 for the one that leaves
 * @uncovered: (out): cents that nobody takes over, because nobody is left in the group
 *
 * Divides what the party paid over the others of its groups, by their weights, so that each group still pays what it did: largest
 * remainder, ties to the one that comes first. Groups that it is not in stay as they are. %CVN_ERROR_NOT_FOUND when it is
 * not one of the parties. Any thread.
 */
gboolean
cvn_party_exit_split (const CvnExitParty *parties,
                      guint               n_parties,
                      const char         *leaver,
                      gint64             *amounts,
                      gint64             *uncovered,
                      GError            **error)
{
  gboolean found = FALSE;

  *uncovered = 0;
  for (guint i = 0; i < n_parties; i++)
    amounts[i] = parties[i].amount;
  for (guint i = 0; i < n_parties; i++)
    {
      gboolean first = TRUE;

      if (!g_str_equal (parties[i].id, leaver))
        continue;
      found = TRUE;
      for (guint j = 0; j < i; j++)
        first &= !(g_str_equal (parties[j].id, leaver) && g_strcmp0 (parties[j].group, parties[i].group) == 0);
      if (first && !split_group (parties, n_parties, leaver, parties[i].group, amounts, uncovered, error))
        return FALSE;
    }
  if (!found)
    g_set_error_literal (error, CVN_ERROR, CVN_ERROR_NOT_FOUND, _("This party contributes nothing in the year."));
  return found;
}

/**
 * cvn_party_exit_services:
 * @services: in the order in which they are paid: the last ones go first
 * @shortfall: cents that must be saved; nothing is when it is not above zero
 *
 * Marks the services that can still be paid when as many of the last ones stop as it takes. Those that cost nothing never stop.
 *
 * Returns: cents that are still short when all have stopped; 0 when it is enough. Any thread.
 */
gint64
cvn_party_exit_services (CvnExitService *services,
                         guint           n_services,
                         gint64          shortfall)
{
  for (guint i = n_services; i > 0; i--)
    {
      CvnExitService *service = &services[i - 1];

      service->is_affordable = shortfall <= 0 || service->cost <= 0;
      if (!service->is_affordable)
        shortfall -= service->cost;
    }
  return MAX (shortfall, 0);
}
