/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-sufficiency"

#include "cvn-sufficiency.h"

/* Less than this part of what is needed to spare is tight. */
#define TIGHT_PART 20

static gboolean
is_tight (gint64 need,
          gint64 there)
{
  return need > 0 && there - need < need / TIGHT_PART;
}

/**
 * cvn_sufficiency_check:
 * @means: what a service takes and what there is for it
 *
 * Short: less money than it costs, or fewer hours than it takes; what nobody has assigned is nothing. Tight: less than a
 * twentieth to spare of one of them. Enough: the rest. Unknown: nobody has said what it costs or how many hours it takes.
 * The judgement of a person stands beside this one and is not changed by it. Any thread.
 */
CvnSufficiencyResult
cvn_sufficiency_check (const CvnServiceMeans *means)
{
  CvnSufficiencyResult result = { CVN_SUFFICIENCY_UNKNOWN };
  gint64               budget = MAX (means->budget, 0);
  gint64               hours = MAX (means->assigned_hours, 0);

  if (means->cost < 0 && means->hours < 0)
    return result;
  result.missing = means->cost > budget ? means->cost - budget : 0;
  result.missing_hours = means->hours > hours ? means->hours - hours : 0;
  if (result.missing > 0 || result.missing_hours > 0)
    {
      result.sufficiency = CVN_SUFFICIENCY_SHORT;
      result.money_decides = result.missing > 0;
      return result;
    }
  result.spare = means->cost >= 0 ? budget - means->cost : 0;
  result.spare_hours = means->hours >= 0 ? hours - means->hours : 0;
  result.money_decides = is_tight (means->cost, budget);
  result.sufficiency = result.money_decides || is_tight (means->hours, hours) ? CVN_SUFFICIENCY_TIGHT : CVN_SUFFICIENCY_ENOUGH;
  return result;
}

/** cvn_sufficiency_get_code: a stable word for it: unknown, short, tight or enough. */
const char *
cvn_sufficiency_get_code (CvnSufficiency sufficiency)
{
  static const char *const codes[] = { "unknown", "short", "tight", "enough" };

  return codes[sufficiency];
}
