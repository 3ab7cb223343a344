/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-parties"

#include "cvn-parties.h"

#include "cvn-ladder.h"
#include "cvn-rows.h"

static gboolean
is_party (GPtrArray  *decisions,
          const char *organisation)
{
  static const CvnDate end_of_days = { 9999, 12, 31 };
  g_autoptr (GArray) history = g_array_new (FALSE, FALSE, sizeof (CvnLadderDecision));
  CvnLadderState state;

  for (guint i = 0; i < decisions->len; i++)
    {
      CvnLadderDecision decision = { CVN_LADDER_NONE, cvn_rows_get_date (decisions->pdata[i], "date") };

      if (g_str_equal (cvn_record_get_text (decisions->pdata[i], "organisation"), organisation) &&
          cvn_ladder_from_code (cvn_record_get_text (decisions->pdata[i], "status"), &decision.state, NULL))
        g_array_append_val (history, decision);
    }
  state = cvn_ladder_state_at ((const CvnLadderDecision *) (gpointer) history->data, history->len, &end_of_days);
  return state != CVN_LADDER_DECLINED && state != CVN_LADDER_WITHDRAWN;
}

static gboolean
contains (GPtrArray  *ids,
          const char *id)
{
  return g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL);
}

/** cvn_parties_list: (transfer full) (element-type utf8): ids of organisations that decided about @agreement and did not say no last; NULL on error. */
GPtrArray *
cvn_parties_list (CvnReader  *reader,
                  const char *agreement,
                  GError    **error)
{
  g_autoptr (GPtrArray) decisions = cvn_rows_find (reader, "agreement_decision", "agreement", agreement, error);
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();
  GPtrArray *parties;

  if (decisions == NULL)
    return NULL;
  parties = g_ptr_array_new_with_free_func (g_free);
  /* The decisions come with the last one first; who was entered first comes first. */
  for (guint i = decisions->len; i-- > 0;)
    {
      const char *organisation = cvn_record_get_text (decisions->pdata[i], "organisation");

      if (contains (seen, organisation))
        continue;
      g_ptr_array_add (seen, (gpointer) organisation);
      if (is_party (decisions, organisation))
        g_ptr_array_add (parties, g_strdup (organisation));
    }
  return parties;
}
