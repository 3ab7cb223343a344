/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-party-leaving"

#include "cvn-party-leaving.h"

#include "cvn-money.h"

#include <string.h>

/** cvn_party_leaving_free: frees @self. */
void
cvn_party_leaving_free (CvnPartyLeaving *self)
{
  g_clear_pointer (&self->shares, g_array_unref);
  g_free (self->services);
  g_free (self);
}

static gboolean
pays_for (CvnTable   *services,
          guint       row,
          const char *party)
{
  const char *payers = cvn_table_get_text (services, row, "payers");
  g_auto (GStrv) ids = payers != NULL ? g_strsplit (payers, " ", -1) : NULL;

  return ids != NULL && g_strv_contains ((const char *const *) ids, party);
}

/* Those that the party does not pay for are paid first. */
static void
add_services (CvnPartyLeaving *self,
              CvnTable        *services,
              const char      *party)
{
  guint n = cvn_table_get_n_rows (services);

  self->services = g_new0 (CvnExitService, MAX (n, 1));
  for (guint pass = 0; pass < 2; pass++)
    for (guint row = 0; row < n; row++)
      if (pays_for (services, row, party) == (pass == 1))
        {
          gint64 cost = cvn_table_get_integer (services, row, "cost");

          self->services[self->n_services++] = (CvnExitService){ cvn_table_get_text (services, row, "id"), cost, TRUE };
          self->has_costs |= cost > 0;
        }
}

static gboolean
add_shares (CvnPartyLeaving    *self,
            const CvnExitParty *parties,
            const gint64       *amounts,
            guint               n,
            const char         *party,
            GError            **error)
{
  self->shares = g_array_new (FALSE, FALSE, sizeof (CvnLeavingShare));
  for (guint i = 0; i < n; i++)
    {
      CvnLeavingShare share = { parties[i].id, parties[i].amount, amounts[i] };

      if (g_str_equal (parties[i].id, party))
        {
          if (!cvn_money_add (self->lost, parties[i].amount, &self->lost, error))
            return FALSE;
        }
      else if (share.before != share.after)
        g_array_append_val (self->shares, share);
    }
  return TRUE;
}

/**
 * cvn_party_leaving_work_out:
 * @base: the year
 * @services: the figure "budget-services"
 * @party: id of an organisation that contributes
 * @result: cents that the year is expected to bring
 *
 * What is lost when the party leaves for the whole year, what each of the others would pay when they took it over by their key,
 * and, when they do not, which services could not be paid any more. Nothing is written. Any thread.
 *
 * Returns: (transfer full): the answer, which needs @base and @services as long as it is used; NULL on error
 */
CvnPartyLeaving *
cvn_party_leaving_work_out (CvnScenarioBase *base,
                            CvnTable        *services,
                            const char      *party,
                            gint64           result,
                            GError         **error)
{
  g_autoptr (CvnPartyLeaving) self = g_new0 (CvnPartyLeaving, 1);
  guint                    n = base->base.n_parties;
  g_autofree CvnExitParty *parties = g_new0 (CvnExitParty, MAX (n, 1));
  g_autofree gint64       *amounts = g_new0 (gint64, MAX (n, 1));
  gint64                   shortfall;

  for (guint i = 0; i < n; i++)
    parties[i] = base->base.parties[i].party;
  if (!cvn_party_exit_split (parties, n, party, amounts, &self->uncovered, error) || !add_shares (self, parties, amounts, n, party, error))
    return NULL;
  self->result_before = result;
  if (!cvn_money_sub (result, self->lost, &self->result_after, error) || !cvn_money_sub (result, self->uncovered, &self->result_split, error) ||
      !cvn_money_sub (0, self->result_after, &shortfall, error))
    return NULL;
  add_services (self, services, party);
  self->short_of = cvn_party_exit_services (self->services, self->n_services, shortfall);
  return g_steal_pointer (&self);
}
