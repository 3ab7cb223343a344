/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-allocation"

#include "cvn-allocation.h"

#include "cvn-error.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

__extension__ typedef unsigned __int128 Wide;

typedef struct
{
  guint index;
  Wide  remainder;
} Share;

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const Share *x = a, *y = b;

  if (x->remainder != y->remainder)
    return x->remainder > y->remainder ? -1 : 1;

  return x->index < y->index ? -1 : 1;
}

static gboolean
sum_weights (const gint64 *weights, guint n, Wide *sum, GError **error)
{
  *sum = 0;
  for (guint i = 0; i < n; i++)
    {
      if (weights[i] < 0)
        {
          g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, _("A share in a division cannot be negative."));
          return FALSE;
        }
      *sum += (Wide) weights[i];
    }

  if (*sum == 0)
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID,
                           _("There is nothing to divide by: all shares are zero."));
      return FALSE;
    }

  return TRUE;
}

/**
 * cvn_allocate:
 * @total: cents, may be negative
 * @weights: (array length=n): the share of each, such as inhabitants; not negative
 * @n: how many
 * @parts: (out) (array length=n): the cents of each; untouched on error
 * @error: CVN_ERROR_INVALID when a weight is negative or all are zero
 *
 * Divides an amount by largest remainder: each gets the whole cents of its exact
 * share, and the cents that are left go one by one to the largest remainders, ties to
 * the lower index (callers sort by organisation id). The parts always sum to @total and
 * each is less than a cent from its exact share. A negative total is the mirror image.
 * Any thread.
 */
gboolean
cvn_allocate (gint64 total, const gint64 *weights, guint n, gint64 *parts, GError **error)
{
  g_autofree Share *shares = NULL;
  guint64           size = total < 0 ? 0 - (guint64) total : (guint64) total, left = size;
  Wide              sum;

  g_return_val_if_fail (n == 0 || (weights != NULL && parts != NULL), FALSE);

  if (!sum_weights (weights, n, &sum, error))
    return FALSE;

  shares = g_new (Share, n);
  for (guint i = 0; i < n; i++)
    {
      Wide    exact = (Wide) size * (Wide) weights[i];
      guint64 whole = (guint64) (exact / sum);

      shares[i] = (Share){ i, exact % sum };
      parts[i] = (gint64) (total < 0 ? 0 - whole : whole);
      left -= whole;
    }

  /* Fewer cents are left than there are remainders, so nobody gets two. */
  qsort (shares, n, sizeof (Share), compare_shares);
  for (guint i = 0; i < left; i++)
    parts[shares[i].index] += total < 0 ? -1 : 1;

  return TRUE;
}
